//! `tzplan fit --candidates`: ranked pools. For a New Yorker, Toronto shares eight hours all year, Lima and
//! Bogotá eight and, in summer, seven, Tokyo nothing.

use crate::support::shape::{self, assert_shape};
use crate::support::{Desk, Ran, YEAR};
use serde_json::{Value, json};

const TEAM: &str = "name,zone\nAda,America/New_York\n";
const POOL: &str =
    "name,zone\nKei,Asia/Tokyo\nRosa,America/Lima\nLuz,America/Bogota\n\nBob,America/Toronto\n";

fn desk(pool: &str) -> Desk {
    let desk = Desk::with("team.csv", TEAM);
    desk.file("pool.csv", pool);
    desk
}

fn rank(desk: &Desk, more: &[&str]) -> Ran {
    desk.run(&[&["fit", "team.csv", "--candidates", "pool.csv"], &YEAR[..], more].concat())
}

fn ranked(desk: &Desk, more: &[&str]) -> Value {
    let answer = rank(desk, &[&["--format", "json"], more].concat()).answered().json();
    assert_shape(&answer, &shape::pool());
    answer
}

fn rows(answer: &Value) -> Vec<(String, u64)> {
    let entry = |entry: &Value| (entry["name"].as_str().unwrap().to_owned(), entry["row"].as_u64().unwrap());
    answer["ranked"].as_array().unwrap().iter().map(entry).collect()
}

fn named(rows: &[(&str, u64)]) -> Vec<(String, u64)> {
    rows.iter().map(|(name, row)| ((*name).to_owned(), *row)).collect()
}

#[test]
fn the_best_come_first_with_their_rows() {
    let answer = ranked(&desk(POOL), &[]);
    // Lima and Bogotá keep the same clock: equal, in the order of the pool. Row 5 is empty.
    assert_eq!(rows(&answer), named(&[("Bob", 6), ("Rosa", 3), ("Luz", 4), ("Kei", 2)]));
    assert_eq!(answer["results"], json!({ "fits": 3, "fits-with-shift": 0, "fits-async": 1 }));
    // Lima and Bogotá are judged once.
    assert_eq!((&answer["candidates"], &answer["profiles"]), (&json!(4), &json!(3)));
    let of = |place: usize, key: &str| answer["ranked"][place][key].clone();
    assert_eq!(
        [of(0, "worst_overlap_sum"), of(1, "worst_overlap_sum"), of(3, "worst_overlap_sum")],
        [480, 420, 0]
    );
    assert_eq!([of(0, "peers"), of(3, "peers")], [1, 0]);
    // Whoever is at work when Bob is answers at once.
    assert_eq!([of(0, "blocked_p95"), of(0, "shift")], [json!(0.0), Value::Null]);
}

/// In summer Lima's last hour is after New York's day: on 170 of 260 workdays (14 March to 6 November) an eighth
/// of the questions, 8.17 % of all. Of these 5 % take longer than 60 × (1 − 5 / 8.17) = 23.3 minutes. So three are
/// as good, within half an hour.
#[test]
fn who_is_as_good_a_choice_is_named_with_the_first() {
    let answer = ranked(&desk(POOL), &[]);
    let p95 = answer["ranked"][1]["blocked_p95"].as_f64().unwrap();
    assert!((p95 - 23.3).abs() < 0.1, "{p95}");
    assert_eq!(answer["equally_good"], 3);
    let text = rank(&desk(POOL), &[]).answered().out.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Bob in Toronto, Rosa in Lima and Luz in Bogota are equally good choices: each fits, works with 1 \
                of 1. Choose by other things than hours.";
    assert!(text.contains(told), "{text}");
    // Whoever works an hour less with her, in winter too, is not: the questions of an eighth of the year.
    let two = desk("name,zone,hours\nBob,America/Toronto,9-17\nAva,America/Toronto,11-19\n");
    assert_eq!(ranked(&two, &[])["equally_good"], 1);
    let text = rank(&two, &[]).answered().out;
    assert!(text.contains("Bob in Toronto comes first: fits, works with 1 of 1."), "{text}");
}

#[test]
fn the_top_is_the_top_of_all_whoever_is_forgotten_on_the_way() {
    let desk = desk(POOL);
    for (top, expected) in [("1", 1), ("2", 2), ("3", 3), ("9", 4)] {
        let (some, all) = (ranked(&desk, &["--top", top]), ranked(&desk, &[]));
        assert_eq!(rows(&some), rows(&all)[..expected]);
        assert_eq!((&some["candidates"], &some["results"]), (&all["candidates"], &all["results"]));
    }
    // A column of e-mail addresses: rows can be one person, so that nobody is forgotten.
    desk.file("pool.csv", "name,zone,email,hours\nKei,Asia/Tokyo,k@x,9-17\nBob,America/Toronto,b@x,9-13\nBob,America/Toronto,B@X,13-17\n");
    let answer = ranked(&desk, &["--top", "1"]);
    assert_eq!((rows(&answer), &answer["candidates"]), (named(&[("Bob", 3)]), &json!(2)));
    assert_eq!(answer["ranked"][0]["worst_overlap_sum"], 480);
}

#[test]
fn bad_rows_stop_the_ranking_unless_they_are_to_be_skipped() {
    let desk =
        desk("name,zone,hours\nEve,Nowhere/Land,9-17\nBob,America/Toronto,9-17\nMal,Asia/Tokyo,99-100\n");
    let refused = rank(&desk, &[]).refused("--skip-bad");
    for words in ["pool.csv:2", "Nowhere/Land", "99-100", "2 rows"] {
        assert!(refused.err.contains(words), "no `{words}` in {}", refused.err);
    }
    for more in [&["--skip-bad"][..], &["--skip-bad", "--top", "5"]] {
        let ran = rank(&desk, &[&["--format", "json"], more].concat());
        assert_eq!(ran.code, Some(0));
        assert!(ran.err.contains("2 rows with faults skipped"), "{}", ran.err);
        let answer = ran.json();
        assert_eq!((&answer["skipped_rows"], rows(&answer)), (&json!(2), named(&[("Bob", 3)])));
    }
    // A header that cannot be read is no bad row.
    desk.file("pool.csv", "name,hours\nBob,9-17\n");
    rank(&desk, &["--skip-bad"]).refused("nobody was ranked");
    desk.file("pool.csv", "name,zone\nBob,Mars\n");
    rank(&desk, &["--skip-bad"]).refused("nobody to rank");
}

#[test]
fn csv_holds_no_formula() {
    let desk = desk("name,zone\n\"=HYPERLINK(\"\"x\"\"), \"\"y\"\"\",America/Toronto\nKei,Asia/Tokyo\n");
    let csv = rank(&desk, &["--format", "csv"]).answered().out;
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(
        lines[0],
        "rank,name,row,zone,hours,result,shift_minutes,plan_asks_minutes,others_asked_minutes,peers,worst_overlap_sum_minutes,night_minutes_per_week,p95_blocked_minutes,pods,bridges,relieves,hub"
    );
    assert_eq!(
        lines[1],
        "1,\"'=HYPERLINK(\"\"x\"\"), \"\"y\"\"\",2,America/Toronto,09:00-17:00 Mon-Fri,fits,,,,1,480,0,0,,,,"
    );
    assert!(
        lines[2].starts_with("2,Kei,3,Asia/Tokyo,09:00-17:00 Mon-Fri,fits-async,,,,0,0,0,"),
        "{}",
        lines[2]
    );
}

#[test]
fn standard_input_is_the_roster_or_the_pool() {
    let desk = desk(POOL);
    let line =
        |roster, pool| [&["fit", roster, "--candidates", pool, "--format", "json"], &YEAR[..]].concat();
    let piped = |line: Vec<&str>, input: &str| -> Ran {
        desk.command().args(line).write_stdin(input.to_owned()).output().unwrap().into()
    };
    let all = rows(&ranked(&desk, &[]));
    assert_eq!(rows(&piped(line("team.csv", "-"), POOL).answered().json()), all);
    assert_eq!(rows(&piped(line("-", "pool.csv"), TEAM).answered().json()), all);
    piped(line("-", "-"), TEAM).refused("standard input");
}

#[test]
fn text_lists_the_pool() {
    let page = rank(&desk(POOL), &[]).answered().out;
    let place = |name: &str| page.find(name).unwrap_or_else(|| panic!("no {name} in {page}"));
    assert!(place("Bob") < place("Rosa") && place("Rosa") < place("Luz") && place("Luz") < place("Kei"));
}

#[test]
fn a_closed_pipe_is_no_error_in_any_form() {
    use std::io::Read;
    let pool: String = (0..20_000).map(|row| format!("Candidate {row},Asia/Tokyo\n")).collect();
    let desk = desk(&format!("name,zone\n{pool}"));
    for format in ["csv", "json"] {
        let line = [&["fit", "team.csv", "--candidates", "pool.csv", "--format", format], &YEAR[..]].concat();
        let program = desk.command().get_program().to_owned();
        let mut child = std::process::Command::new(program)
            .args(line)
            .current_dir(desk.path())
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut start = [0; 100];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut start).unwrap();
        drop(out);
        let ended = child.wait_with_output().unwrap();
        assert_eq!(
            (ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()),
            (Some(0), ""),
            "{format}"
        );
    }
}

#[test]
fn an_answer_replaces_no_file_that_is_read() {
    let desk = desk(POOL);
    rank(&desk, &["-o", "pool.csv"]).refused("name another file");
    rank(&desk, &["-o", "team.csv"]).refused("name another file");
    assert_eq!((desk.read("pool.csv"), desk.read("team.csv")), (POOL.to_owned(), TEAM.to_owned()));
}

#[test]
fn pods_bridged_and_people_relieved_stand_in_the_row() {
    // London and Lisbon share a pod, Tokyo is alone; Dubai shares four hours with the pod, Tokyo's twin none.
    let desk = Desk::with("team.csv", "name,zone\nAda,Europe/London\nBen,Europe/Lisbon\nKei,Asia/Tokyo\n");
    desk.file("pool.csv", "name,zone\nMio,Asia/Tokyo\nLayla,Asia/Dubai\n");
    let answer = ranked(&desk, &["--sort", "bridges"]);
    assert_eq!((&answer["sort"], &answer["team_pods"]), (&json!("bridges"), &json!([["Ada", "Ben"]])));
    let row = |place: usize| {
        ["name", "result", "pods", "bridges", "relieves"].map(|key| answer["ranked"][place][key].clone())
    };
    assert_eq!(row(0), [json!("Layla"), json!("fits"), json!([0]), json!([0]), json!([])]);
    assert_eq!(row(1), [json!("Mio"), json!("fits-async"), json!([]), json!([]), json!(["Kei"])]);
    let csv = rank(&desk, &["--format", "csv"]).answered().out;
    assert!(csv.lines().any(|line| line.starts_with("1,Layla") && line.ends_with(",1,1,,")), "{csv}");
    assert!(csv.lines().any(|line| line.starts_with("2,Mio") && line.ends_with(",,,Kei,")), "{csv}");
    let page = rank(&desk, &[]).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("all of pod 1") && words.contains("no pod as a whole"), "{page}");
    assert!(words.contains("company for Kei"), "{page}");
    desk.run(&[&["fit", "team.csv", "--zone", "Lima", "--sort", "bridges"], &YEAR[..]].concat())
        .refused("--sort");
}
