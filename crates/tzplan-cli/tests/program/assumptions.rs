//! What a roster leaves open belongs to every answer, and what is said about its cells does not bury it.

use crate::support::{Desk, without_tags};
use serde_json::{Value, json};

/// Ana's hours are not given, Ben's are bare.
const OPEN: &str = "name,zone,hours\nAna,Europe/Lisbon,\nBen,Europe/Berlin,9-5\n";

/// Every command that reads a roster and answers in all forms.
const READING: [&[&str]; 12] = [
    &[],
    &["--windows"],
    &["--quorum", "1"],
    &["year"],
    &["pods"],
    &["pairs"],
    &["coverage"],
    &["regions"],
    &["meet"],
    &["meet", "--rotate", "2"],
    &["fit", "--zone", "Europe/London", "--hours", "9-17"],
    &["check"],
];

fn codes(document: &Value) -> Vec<(&str, &str, Value)> {
    let assumptions = document["assumptions"].as_array().expect("a list");
    let of = |one: &'_ Value| one["rows"].clone();
    assumptions
        .iter()
        .map(|one| (one["code"].as_str().unwrap(), one["file"].as_str().unwrap(), of(one)))
        .collect()
}

#[test]
fn every_answer_says_what_was_assumed() {
    let desk = Desk::with("open.csv", OPEN);
    let expected = [("default-hours", "open.csv", json!([2])), ("bare-hours", "open.csv", json!([3]))];
    for command in READING {
        let run = |form: &str| {
            let ran = desk.year(command, "open.csv", &["--format", form]);
            assert!(ran.code <= Some(1), "{command:?}: {}", ran.err);
            ran
        };
        assert_eq!(codes(&run("json").json()), expected, "{command:?}");
        for (form, heading) in
            [("text", "How the roster was read\n"), ("markdown", "## How the roster was read\n")]
        {
            let page = run(form).out;
            let heading = if (command, form) == (&["check"], "text") { "  assumed: " } else { heading };
            assert!(page.contains(heading), "{command:?} {form}: {page}");
            assert!(page.contains("(row 2)"), "{command:?} {form}: {page}");
        }
        // Nothing is open in the example.
        let ran = desk.year(command, "three.csv", &[]);
        assert!(!ran.out.contains("How the roster was read"), "{command:?}: {}", ran.out);
    }
    let pages: [(&[&str], &[&str]); 3] = [
        (&["report"], &[]),
        (&["agreement"], &["--format", "html"]),
        (&["fit"], &["--zone", "America/Lima", "--hours", "9-17", "--format", "html"]),
    ];
    for (command, more) in pages {
        let page = desk.year(command, "open.csv", more).out;
        assert!(page.contains("<h2 id=\"assumed-heading\">How the roster was read</h2>"), "{command:?}");
        let page = desk.year(command, "three.csv", more).answered().out;
        assert!(!page.contains("assumed-heading"), "{command:?}");
    }
}

/// What each flag leaves open: the code, the flag as it was typed, what was assumed. London is that of
/// England, CET is an hour ahead.
#[test]
fn those_of_flags_name_the_flag() {
    let bare = "`9-5` is read as 09:00-17:00";
    let london =
        "`London` is read as London, United Kingdom; there is also London, Ontario, Canada (America/Toronto)";
    /// The command, the flag, the code, the flag as it is said, the message.
    type Case = (&'static [&'static str], &'static [&'static str], &'static str, &'static str, &'static str);
    let nine_to_five = "no hours are given: 09:00-17:00 is assumed";
    // What `check` says of a roster's row, too.
    let of_egypt = "no days given: Sunday to Thursday is taken in Egypt";
    let cases: [Case; 14] = [
        (&[], &["--add", "Bob=America/Lima 9-5"], "bare-hours", "--add 'Bob=America/Lima 9-5'", bare),
        (&["pods"], &["--hours-of", "Ana=9-5"], "bare-hours", "--hours-of Ana=9-5", bare),
        (&["year"], &["--move", "Ana=London"], "place", "--move Ana=London", london),
        (&["pairs"], &["--add", "Bob=London 10-18"], "place", "--add 'Bob=London 10-18'", london),
        (&["fit", "--hours", "10-18"], &["--zone", "London"], "place", "--zone London", london),
        (&["fit"], &["--zone", "Asia/Tokyo"], "default-hours", "--zone Asia/Tokyo", nine_to_five),
        (&["plan"], &["--add", "Bob=Asia/Tokyo"], "default-hours", "--add Bob=Asia/Tokyo", nine_to_five),
        (&["fit", "--hours", "9-17"], &["--zone", "Africa/Cairo"], "usual-week", "--hours 9-17", of_egypt),
        (&["fit", "--zone", "America/Lima"], &["--hours", "9-5"], "bare-hours", "--hours 9-5", bare),
        (
            &["fit", "--zone", "America/Lima", "--hours", "10-18"],
            &["--hours-in", "London"],
            "place",
            "--hours-in London",
            london,
        ),
        (&["regions"], &["--hours-in", "London"], "place", "--hours-in London", london),
        (
            &["regions"],
            &["--offsets", "CET +/- 2h"],
            "offsets",
            "--offsets 'CET +/- 2h'",
            "`CET +/- 2h` is read as -1..+3, a time that is named as its standard time",
        ),
        (&["coverage"], &["--service", "9-5"], "bare-hours", "--service 9-5", bare),
        (&["meet"], &["--anchor", "London"], "place", "--anchor London", london),
    ];
    let desk = Desk::with("open.csv", OPEN);
    for (command, flags, code, flag, message) in cases {
        let json = desk.year(command, "three.csv", &[flags, &["--format", "json"]].concat()).json();
        let expected = json!([{ "code": code, "file": flag, "rows": [], "count": 0, "message": message }]);
        assert_eq!(json["assumptions"], expected, "{command:?} {flags:?}");
        for form in ["text", "markdown"] {
            let ran = desk.year(command, "three.csv", &[flags, &["--format", form]].concat());
            let said = ran.out.split_once("How the flags were read").expect("a section").1;
            let said =
                said.split_whitespace().collect::<Vec<_>>().join(" ").replace('\\', "").replace("&#96;", "`");
            assert!(
                said.contains(message) && said.contains(&format!("({flag})")),
                "{flags:?} {form}: {said}"
            );
            assert_eq!(ran.err, "", "{flags:?}");
        }
        // A table has no place for it.
        let table = desk.year(command, "three.csv", &[flags, &["--format", "csv"]].concat());
        assert!(table.err.contains(&format!("tzplan: {flag}: {message}\n")), "{flags:?}: {}", table.err);
    }
}

#[test]
fn those_of_flags_stand_beside_those_of_files() {
    let desk = Desk::with("open.csv", OPEN);
    let both = desk.year(&[], "open.csv", &["--add", "Bob=America/Lima 9-5"]).out;
    let (_, said) = both.split_once("How roster and flags were read\n").expect("a section");
    assert!(said.starts_with("  `9-5` is read as 09:00-17:00 (--add 'Bob=America/Lima 9-5')\n"), "{said}");
    let hubs =
        ["--against", "London", "--against", "America/Lima 9-5", "--from", "2026-11-23", "--format", "json"];
    let hubs = desk.run(&hubs).json()["assumptions"].clone();
    let hubs: Vec<_> = hubs.as_array().unwrap().iter().map(|one| (&one["code"], &one["file"])).collect();
    let of_london = json!("--against London");
    assert_eq!(
        hubs,
        [
            (&json!("place"), &of_london),
            (&json!("default-hours"), &of_london),
            (&json!("bare-hours"), &json!("--against 'America/Lima 9-5'"))
        ]
    );
    for page in [&["report"][..], &["fit", "--zone", "America/Lima", "--format", "html"]] {
        let page = desk.year(page, "three.csv", &["--add", "Bob=America/Lima 9-5"]).out;
        assert!(page.contains("<h2 id=\"assumed-heading\">How the flags were read</h2>"), "{page}");
        assert!(without_tags(&page).contains("09:00-17:00 (--add &#39;Bob=America/Lima 9-5&#39;)"), "{page}");
    }
    let chart = desk.year(&["report", "--chart", "day"], "three.csv", &["--add", "Bob=America/Lima 9-5"]);
    assert!(chart.err.contains("tzplan: --add 'Bob=America/Lima 9-5': `9-5` is read as"), "{}", chart.err);
    let calendar = desk.year(&["meet", "--ics"], "three.csv", &["--hours-of", "Ana=9-5"]);
    assert!(calendar.err.contains("tzplan: --hours-of Ana=9-5: `9-5` is read as"), "{}", calendar.err);
}

/// Where everything is shown, too, by a flag or by a file.
#[test]
fn a_home_among_namesakes_is_said() {
    let (desk, london) = (Desk::new(), "`London` is read as London, United Kingdom; ");
    let home = ["three.csv", "--from", "2026-11-23", "--format", "json"];
    let by_flag = desk.run(&[&home[..], &["--home", "London"]].concat()).json()["assumptions"].clone();
    assert_eq!(by_flag[0]["file"], "--home London");
    assert!(by_flag[0]["message"].as_str().unwrap().starts_with(london), "{by_flag}");
    desk.file("tzplan.toml", "home = 'London'\n");
    let by_file = desk.run(&home).json()["assumptions"].clone();
    assert_eq!(
        (&by_file[0]["file"], &by_file[0]["message"]),
        (&json!("tzplan.toml:1"), &by_flag[0]["message"])
    );
}

#[test]
fn those_of_a_pool_name_its_file() {
    let desk = Desk::with("open.csv", OPEN);
    desk.file("pool.csv", "name,zone\nKei,Asia/Tokyo\nMia,Europe/Madrid\n");
    let pool = desk.json(&["fit"], "three.csv", &["--candidates", "pool.csv"]);
    assert_eq!(codes(&pool), [("default-hours", "pool.csv", json!([2, 3]))]);
    let both = ["--candidates", "pool.csv"];
    let both = desk.year(&["fit"], "open.csv", &both).out;
    assert!(both.contains("(row 3)") && both.contains("(pool.csv, rows 2 and 3)"), "{both}");
}

/// The line that lists the notes has every flag without which there are others: typed, it lists as many.
#[test]
fn the_line_that_lists_the_notes_lists_them() {
    let desk =
        Desk::with("our team.csv", "who,Desk time,place,holidays\nAna,9-5,PST time,X\nBen,9-17,Berlin,X\n");
    let event =
        |title: &str| format!("BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART;VALUE=DATE:20270104\nEND:VEVENT\n");
    desk.file(
        "it's.ics",
        format!("BEGIN:VCALENDAR\n{}{}END:VCALENDAR\n", event("Ana"), event("Ben: birthday")),
    );
    let flags = [
        ["--column", "hours=Desk time"],
        ["--column", "name=who"],
        ["--read-as", "PST=America/Los_Angeles"],
        ["--off-ics", "it's.ics"],
        ["--holidays-ics", "X=it's.ics"],
        ["--to", "2027-06-01"],
    ];
    let ran = desk.year(&[], "our team.csv", &flags.concat());
    let line = ran.err.lines().last().unwrap();
    let typed = "tzplan check 'our team.csv' --column 'hours=Desk time' --column name=who --read-as PST=America/Los_Angeles \
                 --off-ics 'it'\\''s.ics' --holidays-ics 'X=it'\\''s.ics' --from 2026-11-23 --to 2027-06-01";
    // `9-5`, the namesake of Berlin, the birthday.
    assert_eq!(line, format!("3 notes: `{typed}` lists them"));
    let check = ["check", "our team.csv", "--from", "2026-11-23", "--format", "json"];
    let faults = desk.run(&[&check, &flags.concat()[..]].concat()).json()["faults"].clone();
    let notes = faults.as_array().unwrap().iter().filter(|fault| fault["severity"] == "note");
    assert_eq!(notes.count(), 3);
    // Of a pool the flags have other names there.
    desk.file("pool.csv", "who,Home,zone\nMia,Berlin,Asia/Tokyo\nEva,Milan,Portland\n");
    let pool =
        ["--candidates", "pool.csv", "--candidates-column", "name=who", "--candidates-column", "zone=Home"];
    let ran = desk.year(&["fit"], "three.csv", &pool);
    // Berlin and Milan have namesakes.
    let line = "2 notes: `tzplan check pool.csv --column name=who --column zone=Home --from 2026-11-23` lists them\n";
    assert!(ran.err.ends_with(line), "{}", ran.err);
}

/// A number with a sign is an offset; who meant hours is told what to type.
#[test]
fn a_number_that_may_be_hours_says_both_readings() {
    let desk = Desk::new();
    for (value, zone) in [("Ana=+2", "UTC+02:00"), ("Ana=-3", "UTC-03:00")] {
        let plan = desk.year(&[], "three.csv", &["--move", value, "--format", "json"]).json();
        let said = format!(
            "`{}` is read as the offset {zone}; a day that is moved has a unit: --move '{value}h'",
            &value[4..]
        );
        assert_eq!(
            (&plan["assumptions"][0]["code"], &plan["assumptions"][0]["message"]),
            (&"offset".into(), &said.into())
        );
        let text = desk.year(&[], "three.csv", &["--move", value]).out;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&format!("--move '{value}h'")), "{text}");
    }
    for value in ["Ana=+2h", "Ana=UTC+2", "Ana=+5:30"] {
        let plan = desk.year(&[], "three.csv", &["--move", value, "--format", "json"]).json();
        assert_eq!(plan["assumptions"], serde_json::json!([]), "{value}");
    }
}

#[test]
fn notes_are_counted_and_errors_stand_alone() {
    let desk = Desk::with("open.csv", OPEN);
    let ran = desk.year(&[], "open.csv", &[]);
    assert_eq!(ran.err, "1 note: `tzplan check open.csv --from 2026-11-23` lists it\n");
    desk.file("bad team.csv", format!("{OPEN}Eva,UTC+3,9-17\nIda,Nowhere,9-17\n"));
    let refused = desk.year(&[], "bad team.csv", &[]).refused("error[unknown-zone]");
    assert!(!refused.err.contains("warning[") && !refused.err.contains("note["), "{}", refused.err);
    let counts = "1 warning and 1 note besides: `tzplan check 'bad team.csv' --from 2026-11-23` lists them\n";
    assert!(refused.err.contains(counts), "{}", refused.err);
    assert!(
        refused.err.ends_with("tzplan: bad team.csv has a fault; nothing was planned\n"),
        "{}",
        refused.err
    );
}

#[test]
fn a_thousand_equal_faults_are_one_with_the_first_rows() {
    let rows = |zone: &str| (0..1000).map(|n| format!("P{n},{zone},9-17\n")).collect::<String>();
    let desk = Desk::with("same.csv", format!("name,zone,hours\n{}", rows("UTC+3")));
    let ran = desk.year(&[], "same.csv", &[]);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.ends_with(" (same.csv, rows 2, 3, 4 and 997 more)\n"), "{}", ran.err);
    let check = desk.run(&["check", "same.csv"]).out;
    assert_eq!(check.matches("warning[fixed-offset]").count(), 1, "{check}");
    assert!(check.contains("the same in rows 2, 3, 4 and 997 more\n"), "{check}");
    let faults = desk.run(&["check", "same.csv", "--format", "json"]).json()["faults"].clone();
    assert_eq!(faults.as_array().map(Vec::len), Some(1000), "JSON has each");
    // Of errors too, in a pool whose bad rows are skipped, and in one that is refused.
    desk.file("pool.csv", format!("name,zone,hours\nKei,Asia/Tokyo,9-17\n{}", rows("Nowhere")));
    let pool = ["--candidates", "pool.csv"];
    let refused = desk.year(&["fit"], "three.csv", &pool).refused("pool.csv has 1000 faults");
    assert_eq!(refused.err.matches("error[unknown-zone]").count(), 1, "{}", refused.err);
    let skipped = desk.year(&["fit"], "three.csv", &[&pool[..], &["--skip-bad"]].concat());
    assert_eq!((skipped.code, skipped.err.lines().count()), (Some(0), 2), "{}", skipped.err);
    // A hundred different errors are listed, and the count of the rest.
    let different: String = (0..250).map(|n| format!("P{n},Nowhere{n},9-17\n")).collect();
    desk.file("different.csv", format!("name,zone,hours\n{different}"));
    let refused = desk.year(&[], "different.csv", &[]).refused("… and 150 more");
    assert_eq!(refused.err.matches("error[unknown-zone]").count(), 100);
}
