//! What-if flags: the answer is that of the roster edited by hand, and says what was changed.

use crate::support::{ANALYSES, Desk, THREE, YEAR};
use serde_json::{Value, json};

/// A comment, so that rows are not places; two of a name, one of them part-time; a team, roles, days off.
const CREW: &str = "# People\nname,zone,hours,days,team,role,required,off\n\
    Ana,America/Sao_Paulo,9-17,,Product,lead,yes,2027-01-04\n\
    Sam,Europe/Berlin,9-17,Mon-Thu,Product,,,\n\
    Sam,Europe/London,10-18,,Support,lead,no,\n\
    Chloé,Europe/London,,,Support,,,\n";

/// A document without what differs for a good reason.
fn bare(mut document: Value) -> Value {
    let keys = document.as_object_mut().unwrap();
    keys.remove("source");
    keys.remove("changes");
    // They name rows of the file.
    keys.remove("assumptions");
    document
}

#[track_caller]
fn is_the_roster(flags: &[&str], edited: &str) {
    let desk = Desk::with("crew.csv", CREW);
    desk.file("edited.csv", edited);
    let groups: [&[&str]; 2] = [&["coverage", "--by", "team"], &["pairs", "--answered-by", "role=lead"]];
    for command in ANALYSES.into_iter().chain(groups) {
        let changed = desk.json(command, "crew.csv", flags);
        assert_eq!(bare(changed), bare(desk.json(command, "edited.csv", &[])), "{command:?} {flags:?}");
    }
    assert_eq!(desk.read("crew.csv"), CREW, "the file stays as it is");
}

#[test]
fn each_flag_is_an_edit_of_the_file() {
    let with = |from: &str, to: &str| {
        assert!(CREW.contains(from), "{from}");
        CREW.replace(from, to)
    };
    is_the_roster(&["--move", "Ana=Europe/Lisbon"], &with("America/Sao_Paulo", "Europe/Lisbon"));
    is_the_roster(&["--hours-of", "Ana = 7-15:30"], &with("Sao_Paulo,9-17", "Sao_Paulo,7-15:30"));
    is_the_roster(&["--without", "chloé"], &with("Chloé,Europe/London,,,Support,,,\n", ""));
    is_the_roster(&["--add", "Dee=Asia/Tokyo 9-12 Mon"], &format!("{CREW}Dee,Asia/Tokyo,9-12 Mon,,,,,\n"));
    is_the_roster(&["--add", "Dee=Asia/Tokyo"], &format!("{CREW}Dee,Asia/Tokyo,,,,,,\n"));
    let split = format!("{CREW}\"D=e, e\",Asia/Tokyo,\"9-12,13-17\",Mon-Thu,,,,\n");
    is_the_roster(&["--add", "D=e, e= Asia/Tokyo , 9-12,13-17 Mon-Thu "], &split);
}

#[test]
fn hours_without_days_keep_the_days_somebody_works() {
    let sam = |hours: &str| CREW.replace("Berlin,9-17,Mon-Thu", &format!("Berlin,{hours}"));
    is_the_roster(&["--hours-of", "#4=10-18"], &sam("10-18,Mon-Thu"));
    is_the_roster(&["--hours-of", "#4=10-18 Fri"], &sam("10-18,Fri"));
    is_the_roster(&["--hours-of", "#4=Mon-Wed 8-16; Sat 10-12"], &sam("Mon-Wed 8-16; Sat 10-12,"));
}

#[test]
fn flags_compose_and_may_be_repeated() {
    let flags =
        ["--without", "#5", "--add", "Dee=Asia/Tokyo,9-17", "--hours-of", "Ana=12-20", "--add", "Eve=UTC"];
    let flags = [&flags[..], &["--move", "Ana=Europe/Berlin", "--move", "CHLOÉ=Europe/Paris"]].concat();
    let edited = CREW
        .replace("Ana,America/Sao_Paulo,9-17", "Ana,Europe/Berlin,12-20")
        .replace("Sam,Europe/London,10-18,,Support,lead,no,\n", "")
        .replace("Chloé,Europe/London", "Chloé,Europe/Paris");
    is_the_roster(&flags, &format!("{edited}Dee,Asia/Tokyo,,,,,,\nEve,UTC,,,,,,\n"));
}

#[test]
fn somebody_of_several_rows_moves_as_a_whole() {
    let desk = Desk::with(
        "posts.csv",
        "name,zone,hours,email\nAna,Europe/Berlin,8-12,a@x\nAna,Asia/Tokyo,10-14 Sat,a@x\nBen,Europe/Paris,9-17,\n",
    );
    desk.file(
        "one.csv",
        "name,zone,hours\nAna,America/Lima,8-12 Mon-Fri; 10-14 Sat\nBen,Europe/Paris,9-17\n",
    );
    let moved = desk.json(&[], "posts.csv", &["--move", "Ana=America/Lima"]);
    assert_eq!(bare(moved), bare(desk.json(&[], "one.csv", &[])));
    // The days of both posts are those Ana works.
    let told = desk.json(&[], "posts.csv", &["--hours-of", "Ana=9-10"])["changes"].clone();
    assert_eq!(told[0]["hours"], "09:00-10:00 Mon-Sat");
}

/// Two Berliners and three more; Joy is alone in the world, and marked where it says so.
const APART: &str = "name,zone,hours,required\nBen,Europe/Berlin,9-17,\nMax,Europe/Berlin,9-17,\n\
                     Lea,Europe/London,9-17,\nAna,America/Sao_Paulo,9-17,\nJoy,Asia/Manila,9-17,\n";

/// Hours on another clock, two posts, and a plan that moves whoever has moved.
const CLOCKS: &str = "name,zone,hours,email,flex\nBen,Europe/Berlin,9-17,,\nNia,America/New_York,8-12,n@x,\n\
                      Nia,America/Chicago,12-15,n@x,\nJoe,America/Lima,15:00-23:00 UTC,,\n";

/// The steps of a plan are flags: the plan with them says what the step promised.
#[test]
fn a_step_taken_is_the_standing_promised() {
    let desk = Desk::with("apart.csv", APART);
    desk.file("clocks.csv", CLOCKS);
    for roster in ["three.csv", "apart.csv", "clocks.csv"] {
        let plan = desk.json(&[], roster, &[]);
        let page = desk.year(&[], roster, &["--format", "markdown"]).answered().out;
        let steps = plan["verdict"]["steps"].as_array().unwrap();
        assert!(!steps.is_empty(), "{plan}");
        for step in steps {
            let name = step["name"].as_str().unwrap();
            let (flag, value) = match step["kind"].as_str().unwrap() {
                "move" => {
                    let shift = step["shift"].as_i64().unwrap();
                    let sign = if shift > 0 { '+' } else { '-' };
                    let (hours, minutes) = (shift.abs() / 60, shift.abs() % 60);
                    let length = match (hours, minutes) {
                        (0, _) => format!("{minutes}m"),
                        (_, 0) => format!("{hours}h"),
                        _ => format!("{hours}h{minutes}m"),
                    };
                    ("--move", format!("{name}={sign}{length}"))
                }
                _ => ("--optional", name.to_owned()),
            };
            let printed = format!("{flag} {value}");
            assert!(page.replace('\\', "").contains(&printed), "no {printed} in {page}");
            let then = desk.json(&[], roster, &[flag, &value]);
            assert_eq!(then["verdict"]["standing"], step["reaches"], "{flag} {value}");
        }
    }
}

/// Beyond 24 schedules what changes pods is tried for people in no pod alone, and the answer says so.
#[test]
fn steps_that_may_not_be_the_best_say_so() {
    let zones = ["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "America/New_York", "Asia/Kolkata"];
    let row = |place: usize| {
        let start = 7 * 60 + place / 5 * 20;
        let (hour, minute) = (start / 60, start % 60);
        format!("M{place},{},{hour:02}:{minute:02}-{:02}:{minute:02}\n", zones[place % zones.len()], hour + 8)
    };
    let desk = Desk::with("large.csv", format!("name,zone,hours\n{}", (0..40).map(row).collect::<String>()));
    assert_eq!(desk.json(&[], "large.csv", &[])["verdict"]["steps_exact"], false);
    let words = |roster: &str| {
        let page = desk.year(&[], roster, &[]).answered().out;
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let clause =
        "Beyond 24 different weeks, steps that change pods are looked for among people in no pod only";
    assert!(words("large.csv").contains(clause), "{}", words("large.csv"));
    assert_eq!(desk.json(&[], "three.csv", &[])["verdict"]["steps_exact"], true);
    assert!(!words("three.csv").contains("Beyond 24"));
}

#[test]
fn a_moved_day_keeps_its_stated_hours_in_mind() {
    let desk = Desk::new();
    let plan = |flags: &[&str]| desk.json(&[], "three.csv", flags);
    let moved = plan(&["--move", "ben=+1h"]);
    assert_eq!(moved["changes"], json!([{ "kind": "shift", "name": "Ben", "shift": 60 }]));
    let mut restated = plan(&["--hours-of", "Ben=10-18"]);
    assert_eq!(moved["members"], restated["members"]);
    assert_eq!(moved["seasons"], restated["seasons"]);
    // Nine hours in all: the other two are what may be asked of Ben yet, not two more from 11:00.
    let moved = plan(&["--move", "Ben=+2h", "--target", "7h"]);
    restated = plan(&["--hours-of", "Ben=11-19", "--target", "7h"]);
    assert_eq!(moved["members"], restated["members"]);
    let asked = |plan: &Value| -> Vec<(String, i64)> {
        let moves =
            plan["seasons"].as_array().unwrap().iter().flat_map(|s| s["plan"]["moves"].as_array().cloned());
        let of = |step: Value| (step["name"].as_str().unwrap().to_owned(), step["shift"].as_i64().unwrap());
        moves.flatten().map(of).filter(|(name, _)| name == "Ben").collect()
    };
    assert!(asked(&moved).iter().all(|(_, shift)| *shift <= 0), "{:?}", asked(&moved));
    let page = desk.year(&[], "three.csv", &["--move", "Ben=-30m"]).answered().out;
    assert!(page.contains("Ben works ½ h earlier all year"), "{page}");
    // With a new zone and new hours: those are what is moved.
    let all = plan(&["--move", "Ben=Europe/Lisbon", "--hours-of", "Ben=8-16", "--move", "Ben=+1h30m"]);
    restated = plan(&["--move", "Ben=Europe/Lisbon", "--hours-of", "Ben=9:30-17:30"]);
    assert_eq!((&all["members"], &all["year"]), (&restated["members"], &restated["year"]));
    let refused = |value: &str, naming: &str| desk.year(&[], "three.csv", &["--move", value]).refused(naming);
    refused("Ben=+13h", "a day is moved by 12 hours at most; write it like +1h or -30m");
    refused("Ben=+0h", "it moves nothing; write it like +1h or -30m");
    refused("Ben=+1.5h", "`+1.5h` is no shift; write it like +1h or -30m");
    refused("Bob=+1h", "nobody is called `Bob`");
    let twice = ["--move", "Ben=+1h", "--move", "Ben=+2h"];
    desk.year(&[], "three.csv", &twice).refused("another names the same person");
    // Without a unit it is an offset, as before.
    let page = desk.year(&[], "three.csv", &["--move", "Ben=+5:30"]).out;
    assert!(page.contains("Ben moves to UTC+05:30"), "{page}");
}

/// The hours that are kept all year stand first among what a team could do; with their flags it overlaps as
/// it is.
#[test]
fn the_hours_kept_all_year_are_flags_that_make_an_overlap() {
    let desk = Desk::with("pair.csv", "name,zone\nBea,Europe/Berlin\nNia O'Neil,America/New_York\n");
    for (roster, movers) in [("three.csv", 2), ("pair.csv", 2)] {
        let page = desk.year(&[], roster, &[]).answered().out;
        let lines: Vec<&str> = page.lines().map(str::trim).collect();
        let first = lines.iter().position(|line| line.starts_with("1  ")).expect("a first line");
        let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.contains("all year → everyone shares 4 h or more"), "{page}");
        let flags = lines[first + 1..].iter().skip_while(|line| !line.starts_with("--move"));
        let flags: Vec<&str> = flags.take_while(|line| line.starts_with("--move")).copied().collect();
        assert_eq!(flags.len(), movers, "{page}");
        let unquoted = |flag: &&str| flag["--move ".len()..].trim_matches('\'').replace(r"'\''", "'");
        let values: Vec<String> = flags.iter().map(unquoted).collect();
        let line: Vec<&str> = values.iter().flat_map(|value| ["--move", value]).collect();
        let then = desk.json(&[], roster, &line);
        assert_eq!(then["verdict"]["model"], "overlap", "{line:?}");
        assert_eq!(then["year"]["min"]["minutes_per_week"], 1200, "{line:?}");
    }
}

#[test]
fn somebody_optional_keeps_nobody_from_meeting() {
    let desk = Desk::new();
    let plan = desk.json(&[], "three.csv", &["--optional", "ana"]);
    assert_eq!(plan["changes"], json!([{ "kind": "optional", "name": "Ana" }]));
    assert_eq!(plan["members"][0]["required"], false);
    assert_eq!(plan["year"]["min"], json!({ "minutes_per_week": 2100, "days": 5 }));
    desk.year(&[], "three.csv", &["--optional", "Ana", "--without", "Ana"]).refused("--optional");
    // Where everybody was optional, and so required, the others are required then.
    let desk = Desk::with(
        "optional.csv",
        "name,zone,required\nA,Europe/Berlin,no\nB,Europe/Paris,no\nC,Asia/Tokyo,no\n",
    );
    let plan = desk.json(&[], "optional.csv", &["--optional", "C"]);
    let required: Vec<&Value> =
        plan["members"].as_array().unwrap().iter().map(|one| &one["required"]).collect();
    assert_eq!(required, [true, true, false]);
}

#[test]
fn every_document_and_page_says_what_was_changed() {
    let desk = Desk::with("crew.csv", CREW);
    let flags = ["--move", "ana=Europe/Lisbon", "--hours-of", "#4=10-18", "--without", "Chloé"];
    let flags = [&flags[..], &["--add", "Dee=Asia/Tokyo"]].concat();
    let told = json!([
        { "kind": "move", "name": "Ana", "zone": "Europe/Lisbon" },
        { "kind": "hours", "name": "Sam", "row": 4, "hours": "10:00-18:00 Mon-Thu" },
        { "kind": "without", "name": "Chloé" },
        { "kind": "add", "name": "Dee", "zone": "Asia/Tokyo", "hours": "09:00-17:00 Mon-Fri" },
    ]);
    let sentence = "What if Ana moves to Europe/Lisbon; Sam (row 4) works 10:00–18:00 Mon–Thu; without Chloé; \
                    with Dee in Asia/Tokyo, 09:00–17:00 Mon–Fri";
    for command in ANALYSES.into_iter().chain([&["coverage", "--by", "team"][..]]) {
        let document = desk.json(command, "crew.csv", &flags);
        assert_eq!(document["changes"], told, "{command:?}");
        assert_eq!(desk.json(command, "crew.csv", &[]).get("changes"), None, "{command:?}");

        let page = desk.year(command, "crew.csv", &flags).answered().out;
        assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
        let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words.matches(sentence).count(), 1, "{page}");
        assert_eq!(words.matches("What if").count(), 1, "{page}");
        assert!(!desk.year(command, "crew.csv", &[]).answered().out.contains("What if"));
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let desk = Desk::with("crew.csv", CREW);
    let line = [
        "--move",
        "Anna=Lisbonn",
        "--move",
        "Ana",
        "--move",
        "=UTC",
        "--hours-of",
        "Ana=25",
        "--hours-of",
        "Chloé=9-17; Fri 9-13",
        "--hours-of",
        "Chloé=",
        "--without",
        "Sam",
        "--without",
        "#2",
        "--without",
        "",
        "--add",
        "=UTC",
        "--add",
        "Dee=IST",
        "--add",
        "Dee=Asia/Tokyo,9-44",
    ];
    let expected = [
        "--move `Anna=Lisbonn`: nobody is called `Anna` — did you mean Ana?",
        "--move `Anna=Lisbonn`: unknown zone `Lisbonn` — did you mean Europe/Lisbon?",
        "--move `Ana`: it has no `=`; write it like --move 'Ana=Europe/Lisbon' or 'Ana=+1h'",
        "--move `=UTC`: it names nobody; write a name of the roster",
        "--hours-of `Ana=25`: `25` is no range; write it like 9-17 or 09:00-17:30",
        "--hours-of `Chloé=9-17; Fri 9-13`: `9-17; Fri 9-13` gives Fri hours of its own besides those of every \
         working day; name the days of every stretch, as in Mon-Thu 9-17; Fri 9-13",
        "--hours-of `Chloé=`: no hours; write them like 9-17 or 09:00-17:30",
        "--without `Sam`: `Sam` is the name of 2 people; write their row instead: #4 or #5",
        "--without `#2`: nobody's row is `#2`; people stand in rows 3 to 6 of the file",
        "--without ``: it names nobody; write a name of the roster",
        "--add `=UTC`: it gives no name; write NAME=ZONE",
        "--add `Dee=IST`: `IST` may be India (Asia/Kolkata), Israel (Asia/Jerusalem) or Ireland (Europe/Dublin); write \
         Asia/Kolkata, Asia/Jerusalem or Europe/Dublin",
        "--add `Dee=Asia/Tokyo,9-44`: `44` is no time of day; write it like 9, 09:30, 9:30pm or 24:00",
    ];
    for command in ANALYSES {
        let ran = desk.year(command, "crew.csv", &line).refused("--move");
        let told: Vec<&str> = ran.err.lines().map(|line| line.strip_prefix("tzplan: ").unwrap()).collect();
        assert_eq!(told, expected, "{command:?}");
    }
}

#[test]
fn contradictions_are_refused() {
    let desk = Desk::with("crew.csv", CREW);
    let refused = |flags: &[&str], naming: &str| desk.year(&[], "crew.csv", flags).refused(naming);
    let twice = ["--move", "Ana=Asia/Tokyo", "--move", "#3=Europe/Lisbon"];
    refused(&twice, "--move `#3=Europe/Lisbon`: another names the same person; drop one of the two");
    let gone = ["--hours-of", "Ana=9-17", "--without", "ana"];
    refused(&gone, "--without `ana`: --hours-of names the same person; drop one of the two");
    refused(&["--without", "Ana", "--without", "#3"], "another names the same person");
    // Who is added was not there before.
    refused(&["--add", "Dee=Asia/Tokyo", "--move", "Dee=Asia/Seoul"], "nobody is called `Dee`");
    let all = ["--without", "#3", "--without", "#4", "--without", "#5", "--without", "#6"];
    refused(&all, "--without takes everybody away: keep somebody, or --add somebody");
    desk.year(&[], "crew.csv", &[&all[..], &["--add", "Dee=UTC"]].concat()).answered();
}

#[test]
fn names_are_found_exactly_then_whatever_the_case_then_by_row() {
    let desk = Desk::with("r.csv", "name,zone\nana,UTC\nANA,UTC\nBo,UTC\n\"#3\",UTC\n Zoë  Li ,UTC\n");
    let without = |name: &str| {
        let document = desk.json(&[], "r.csv", &["--without", name]);
        document["changes"][0]["name"].as_str().unwrap().to_owned()
    };
    let found = ["ana", "ANA", " bo ", "#3", "#2", "zoë  li"].map(without);
    assert_eq!(found, ["ana", "ANA", "Bo", "#3", "ana", "Zoë  Li"]);
    let refused = |name: &str, naming: &str| desk.year(&[], "r.csv", &["--without", name]).refused(naming);
    refused("Ana", "`Ana` is the name of 2 people; write their row instead: #2 or #3");
    refused("Xaver", "nobody is called `Xaver`; the roster has ana, ANA, Bo, #3 and Zoë  Li");
    refused("Li Wei", "nobody is called");
    refused("li", "nobody is called `li` — did you mean Zoë  Li?");
    refused("#99", "nobody's row is `#99`; people stand in rows 2 to 6 of the file");
    refused("#x", "nobody's row is `#x`");
    refused("#99999999999999999999999", "nobody's row is");
}

#[test]
fn many_of_a_name_are_counted() {
    let rows = "Kim,UTC\n".repeat(50);
    let desk = Desk::with("r.csv", format!("name,zone\n{rows}Lee,UTC\n"));
    let ran = desk
        .year(&[], "r.csv", &["--without", "kim", "--without", "Nobody At All"])
        .refused("`kim` is the name of 50");
    assert!(ran.err.contains("people; write their row instead: #2, #3 or #4 (and 47 more)"), "{}", ran.err);
    assert!(ran.err.contains("nobody is called `Nobody At All`; write the whole name"), "{}", ran.err);
    let without = desk.year(&[], "r.csv", &["--without", "#51", "--format", "json"]);
    assert!(without.err.contains("warning[same-name]") && without.json()["changes"][0]["row"] == 51);
}

#[test]
fn nobody_joins_under_a_name_that_is_taken() {
    let desk = Desk::with("crew.csv", CREW);
    let taken = "Chloé is in the team already; change them with --move and --hours-of, or give whoever joins another name";
    desk.year(&[], "crew.csv", &["--add", "chloé=Asia/Tokyo"]).refused(taken);
    desk.year(&[], "crew.csv", &["--add", "SAM=UTC", "--without", "#4"])
        .refused("Sam is in the team already");
    let twice = ["--add", "Dee=UTC", "--add", "dee=Asia/Tokyo"];
    desk.year(&[], "crew.csv", &twice).refused("--add `dee=Asia/Tokyo`: another --add has this name");
    // Whoever leaves, or is in no team that is looked at, has it no more.
    let flags = ["--without", "Chloé", "--add", "Chloé=Asia/Tokyo"];
    assert_eq!(desk.json(&[], "crew.csv", &flags)["members"].as_array().map(Vec::len), Some(4));
    let flags = ["--team", "Product", "--add", "Chloé=Asia/Tokyo"];
    assert_eq!(desk.json(&[], "crew.csv", &flags)["members"].as_array().map(Vec::len), Some(3));
    for flag in [["--hours-of", "Sam=10-18"], ["--move", "sam=UTC"], ["--move", "Sam=+1h"]] {
        desk.year(&[], "crew.csv", &flag)
            .refused("is the name of 2 people; write their row instead: #4 or #5");
    }
}

#[test]
fn what_may_not_be_meant_is_noted() {
    let ran = Desk::new().year(&[], "three.csv", &["--move", "Ana=UTC+5:30", "--hours-of", "Ben=9-5"]);
    assert_eq!(ran.code, Some(0));
    let notes: Vec<&str> = ran.err.lines().collect();
    // How hours were read belongs to the answer.
    assert_eq!(notes, ["tzplan: --move `Ana=UTC+5:30`: the offset UTC+05:30 does not follow clock changes"]);
    assert!(
        ran.out.ends_with("\nHow the flags were read\n  `9-5` is read as 09:00-17:00 (--hours-of Ben=9-5)\n")
    );
}

#[test]
fn standard_input_and_a_named_database_are_changed_too() {
    let desk = Desk::new();
    let mut command = desk.command();
    command.arg("-").args(YEAR).args(["--move", "Ana=europe/lisbon", "--format", "json"]).write_stdin(THREE);
    let read = crate::support::Ran::from(command.output().unwrap()).answered().json();
    assert_eq!(bare(read), bare(desk.json(&[], "three.csv", &["--move", "Ana=Europe/Lisbon"])));
}

#[test]
fn commands_that_plan_nothing_do_not_take_them() {
    let desk = Desk::new();
    for line in [&["check", "three.csv"][..], &["zones", "UTC"], &["init"]] {
        desk.run(&[line, &["--without", "Ana"]].concat()).refused("unexpected argument '--without'");
    }
}

#[test]
fn every_row_of_a_person_names_them() {
    let roster = "name,zone,hours,email\nAna,UTC,9-12,a@x\nAna,UTC,13-17,A@X\nBen,UTC,9-17,b@x\n";
    let desk = Desk::with("rows.csv", roster);
    let without = |who: &str| desk.json(&[], "rows.csv", &["--without", who])["members"].clone();
    assert_eq!(without("#3"), without("#2"));
    assert_eq!(without("#3").as_array().map(Vec::len), Some(1));
    assert_ne!(without("#4"), without("#3"));
}

/// Hours in flags may name the clock that they are on, as those of cells may.
#[test]
fn hours_of_flags_are_read_on_the_clock_that_they_name() {
    is_the_roster(&["--hours-of", "Ana=9am-5pm ET"], &CREW.replace("Paulo,9-17", "Paulo,9am-5pm ET"));
    is_the_roster(
        &["--hours-of", "#4=14:00-22:00 UTC"],
        &CREW.replace("Berlin,9-17", "Berlin,14:00-22:00 UTC"),
    );
    // Their own clock is no other one.
    is_the_roster(&["--hours-of", "#4=10:00-18:00 CET"], &CREW.replace("Berlin,9-17", "Berlin,10-18"));
    is_the_roster(
        &["--add", "Dee=Lima, Peru 9am-5pm ET"],
        &format!("{CREW}Dee,\"Lima, Peru\",9am-5pm ET,,,,,\n"),
    );
    is_the_roster(&["--add", "Dee=Kolkata 9:30-18:30 IST"], &format!("{CREW}Dee,Kolkata,9:30-18:30,,,,,\n"));
    let desk = Desk::with("crew.csv", CREW);
    let plan = desk.json(&[], "crew.csv", &["--hours-of", "Ana=9am-5pm ET"]);
    let change = json!({ "kind": "hours", "name": "Ana", "hours": "09:00-17:00 Mon-Fri", "hours_on": "America/New_York" });
    assert_eq!(plan["changes"], json!([change]));
    desk.year(&[], "crew.csv", &["--hours-of", "Ana=9-18 IST"]).refused("`IST` may be India");
    // Other hours stay on the clock that somebody's hours are on, and local hours leave it.
    let desk =
        Desk::with("desk.csv", "name,zone,hours\nAna,America/New_York,14-22 UTC\nBen,Europe/Berlin,9-17\n");
    let told =
        |value: &str| desk.json(&[], "desk.csv", &["--hours-of", value])["changes"][0]["hours_on"].clone();
    assert_eq!(told("Ana=13-21"), "UTC");
    assert_eq!(told("Ana=9am-5pm ET"), "America/New_York");
}

/// What is no hours behind a zone is told, not dropped.
#[test]
fn nothing_in_a_flag_is_dropped() {
    let desk = Desk::with("crew.csv", CREW);
    for (flag, value, naming) in [
        ("--add", "Dee=Lima,9-", "`9-`"),
        ("--add", "Dee=Lima, Peru,10-18 Mon-Thrs", "thrs"),
        ("--add", "Dee=Lima Mon-Fri", "Lima Mon-Fri"),
        ("--add", "Dee=Lima, weekdays", "weekdays"),
        ("--move", "Ana=Lima 9-17", "hours beside the place: 9-17"),
        ("--hours-of", "Ana=9-17 lunch 12", "--hours-of"),
    ] {
        desk.year(&[], "crew.csv", &[flag, value]).refused(naming);
    }
    desk.year(&["coverage"], "crew.csv", &["--service", "9-17 JST"]).refused("home clock");
}

/// What is meant is clear, and the message is the line to type.
#[test]
fn what_stands_in_the_wrong_place_is_told_its_right_one() {
    let desk = Desk::new();
    for (flags, told) in [
        (["--add", "Bob=9-17 Lima"], "write it like --add 'Bob=Lima 9-17'"),
        (["--add", "Bob=9-17"], "write it like --add 'Bob=Europe/Berlin 9-17'"),
        (["--move", "Ana=1h"], "write --move 'Ana=+1h' for later, 'Ana=-1h' for earlier"),
        (["--move", "Ana=9-17"], "hours are changed with --hours-of 'Ana=9-17'"),
        (["--hours-of", "Ana=+1h"], "a day is moved with --move 'Ana=+1h'"),
        (["--hours-of", "Ana=Lima"], "somebody moves to a place with --move 'Ana=Lima'"),
    ] {
        desk.year(&[], "three.csv", &flags).refused(told);
    }
    for (hub, told) in [
        ("9-17 ET", "write it like --against 'ET 9-17'"),
        ("9-5, New York", "write it like --against 'New York 9-5'"),
    ] {
        desk.run(&["fit", "--against", hub, "--zone", "Lima"]).refused(told);
    }
    // A place may begin like a length of time, and hours may name a clock.
    desk.year(&[], "three.csv", &["--move", "Ana=100 Mile House"]).answered();
    desk.year(&[], "three.csv", &["--hours-of", "Ana=9-17 UTC"]).answered();
}
