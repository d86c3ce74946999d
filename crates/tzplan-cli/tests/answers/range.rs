//! The planning range and the home zone.

use crate::support::{ANALYSES, Desk, Ran};
use serde_json::{Value, json};

fn horizon(desk: &Desk, more: &[&str]) -> Value {
    let ran = desk.run(&[&["three.csv", "--format", "json"], more].concat());
    ran.answered().json()["horizon"].clone()
}

fn expected(from: &str, to: &str, days: u32) -> Value {
    json!({ "from": from, "to": to, "days": days, "home": "Etc/UTC" })
}

#[test]
fn dates_and_weeks() {
    let desk = Desk::new();
    for (more, range) in [
        (&["--from", "2026-11-23"][..], expected("2026-11-23", "2027-11-22", 364)),
        (&["--from", "2026-11-23", "--weeks", "2"], expected("2026-11-23", "2026-12-07", 14)),
        (&["--from", "2026-11-23", "--to", "2026-12-01"], expected("2026-11-23", "2026-12-01", 8)),
        (&["--from", "2026-11-23", "--to", "2026-11-24"], expected("2026-11-23", "2026-11-24", 1)),
        // 2028 is a leap year.
        (&["--from", "2028-02-28", "--to", "2028-03-01"], expected("2028-02-28", "2028-03-01", 2)),
        (&["--weeks", "1", "--from", "2026-12-28"], expected("2026-12-28", "2027-01-04", 7)),
    ] {
        assert_eq!(horizon(&desk, &[more, &["--home", "Etc/UTC"]].concat()), range, "{more:?}");
    }
}

#[test]
fn without_from_it_starts_today_at_home() {
    let desk = Desk::new();
    let today =
        || chrono::DateTime::<chrono::Utc>::from(std::time::SystemTime::now()).date_naive().to_string();
    let before = today();
    let range = horizon(&desk, &["--home", "UTC"]);
    // Midnight may pass in between.
    assert!([before, today()].iter().any(|day| range["from"] == json!(day)), "{range}");
    assert_eq!(range["days"], 364);
    // Kiritimati and Niue are 25 hours apart: never the same date.
    let far = |home: &str| horizon(&desk, &["--home", home])["from"].clone();
    assert_ne!(far("Pacific/Kiritimati"), far("Pacific/Niue"));
}

#[test]
fn with_from_and_home_nothing_of_the_machine_matters() {
    let desk = Desk::new();
    for command in ANALYSES {
        let line = [command, &["three.csv", "--from", "2026-11-23", "--home", "Europe/Berlin"]].concat();
        let in_zone = |zone: &str| desk.command().args(&line).env("TZ", zone).output().unwrap();
        assert_eq!(in_zone("Asia/Tokyo"), in_zone("America/New_York"), "{command:?}");
        assert_eq!(in_zone("Nowhere/Land"), in_zone(""), "{command:?}");
    }
}

#[test]
fn the_machines_zone_is_home_unless_said_otherwise() {
    let desk = Desk::new();
    let home = |tz: &str, more: &[&str]| {
        let mut command = desk.command();
        command.args(["three.csv", "--from", "2026-11-23", "--format", "json"]).args(more).env("TZ", tz);
        let output = command.output().unwrap();
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        document["horizon"]["home"].as_str().unwrap().to_owned()
    };
    assert_eq!(home("Asia/Tokyo", &[]), "Asia/Tokyo");
    assert_eq!(home(":Asia/Tokyo", &[]), "Asia/Tokyo");
    assert_eq!(home("Asia/Tokyo", &["--home", "Europe/Berlin"]), "Europe/Berlin");
    assert_eq!(home("/usr/share/zoneinfo/Asia/Tokyo", &[]), "Asia/Tokyo");
    // Names are data; what is no zone is passed over, and said.
    assert!(!home("\u{1b}[31mNowhere", &[]).contains("Nowhere"));
    for (tz, said) in
        [("JST-9", "TZ is `JST-9`, which names no zone"), ("Mars/Base\u{1b}[31m", "TZ is `Mars/Base[31m`")]
    {
        let plan = |more: &[&str]| {
            let line = [&["three.csv", "--from", "2026-11-23"], more].concat();
            Ran::from(desk.command().args(line).env("TZ", tz).output().unwrap())
        };
        let ran = plan(&[]);
        assert!(ran.code == Some(0) && ran.err.contains(said) && ran.err.contains("--home"), "{}", ran.err);
        plan(&["--home", "Europe/Berlin"]).answered();
    }
}

#[test]
fn home_decides_when_dates_begin_and_which_clock_is_shown() {
    let desk = Desk::new();
    let gap = |home: &str| {
        let line = [
            "coverage",
            "three.csv",
            "--from",
            "2026-11-23",
            "--weeks",
            "1",
            "--home",
            home,
            "--format",
            "json",
        ];
        desk.run(&line).answered().json()["segments"][0]["start"].clone()
    };
    assert_eq!(gap("Asia/Tokyo"), "2026-11-22T15:00:00Z");
    assert_eq!(gap("America/Sao_Paulo"), "2026-11-23T03:00:00Z");
    assert_eq!(gap("UTC+5:30"), "2026-11-22T18:30:00Z");
    assert_eq!(gap("-3"), "2026-11-23T03:00:00Z");
    let page = desk.run(&["three.csv", "--from", "2026-11-23", "--home", "Asia/Tokyo"]).answered().out;
    // 12:00–15:00 UTC.
    assert!(page.contains("Tokyo time") && page.contains("21:00–24:00"), "{page}");
}

#[test]
fn ranges_that_make_no_sense_are_refused() {
    let desk = Desk::new();
    for (more, naming) in [
        (&["--from", "2026-11-23", "--to", "2026-11-23"][..], "is empty"),
        (&["--from", "2026-11-23", "--to", "2026-11-22"], "is empty"),
        // Samoa went from the end of the 29th to the 31st.
        (
            &["--from", "2011-12-30", "--to", "2011-12-31", "--home", "Pacific/Apia"],
            "2011-12-30 to 2011-12-31 is empty: clocks in Pacific/Apia skipped 2011-12-30",
        ),
        (&["--from", "2026-02-30"], "`2026-02-30` is no date"),
        (&["--from", "2026-13-01"], "is no date"),
        (&["--from", "23.11.2026"], "is no date"),
        (&["--from", "tomorrow"], "is no date"),
        (&["--from", ""], "is no date"),
        (&["--from", "2026-11-23", "--to", "9999-01-01"], "too many"),
        (&["--from", "1800-01-01"], "leaves the years 1900 to 2999"),
        (&["--from", "2999-06-01"], "leaves the years 1900 to 2999"),
        (&["--from", "262142-12-31"], "is no date"),
        (&["--from", "+262142-12-31", "--weeks", "5217"], "leave the calendar"),
        (&["--weeks", "0"], "0 is not in 1..=5217"),
        (&["--weeks", "5218"], "5218 is not in 1..=5217"),
        (&["--weeks", "1.5"], "--weeks"),
        (&["--weeks", "99999999999999999999"], "--weeks"),
        (&["--weeks", "2", "--to", "2027-01-01"], "cannot be used with"),
        (&["--from", "2026-11-23", "--from", "2026-11-24"], "cannot be used multiple times"),
        (&["--home", "Nowhere/Land"], "--home: unknown zone `Nowhere/Land`"),
        (&["--home", "IST"], "Asia/Kolkata"),
        (&["--home", ""], "--home"),
    ] {
        for command in ANALYSES {
            desk.run(&[command, &["three.csv"], more].concat()).refused(naming);
        }
    }
}

#[test]
fn a_century_can_be_planned() {
    let desk = Desk::new();
    let range = horizon(&desk, &["--from", "1950-01-02", "--weeks", "5217", "--home", "Europe/Berlin"]);
    assert_eq!(range["days"], 5217 * 7);
}
