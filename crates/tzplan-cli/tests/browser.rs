//! The page in a real browser: nothing on the console, no request, the numbers of the JSON, whoever is
//! switched on and whatever advice is tried the minutes of the library, everybody's own clock, the first
//! screen, the keyboard, names for those who do not see it, contrast, nothing clipped on a phone, a tablet,
//! a laptop or paper, light and dark, and a validator of HTML. Likewise cards and agreements.
//!
//! Needs node, Chromium and the npm packages `playwright-core` and `html-validate`, which `.ci/run` installs
//! into `target/browser`. Where they are not, the test says so and is skipped; with `TEST_BROWSER=required`
//! it fails. `TEST_BROWSER_MODULES` names another folder with `node_modules`, `TEST_CHROMIUM` another
//! browser.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use support::{Desk, THREE, YEAR};
use tzplan::target::shared_by;
use tzplan::{Attendance, Horizon, Member, Policy, PreparedTeam, Team, Zone};

/// Every line is answered by the program, in a process of its own.
const IN_MEMORY: bool = false;

const BROWSERS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const PACKAGES: [&str; 2] = ["playwright-core", "html-validate"];
/// Names that are markup, or look like it; what of them is shown.
const NASTY: [(&str, &str); 9] = [
    ("<script>alert(1)</script>", "<script>alert(1)"),
    ("\"\" onload=\"\"alert(1)", "\" onload=\"alert(1)"),
    ("]]>", "]]>"),
    ("</script><img src=x onerror=alert(1)>", "</script><img src"),
    ("--!><svg onload=alert(1)>", "--!><svg onload"),
    ("evil\u{202e}gnp.exe", "evilgnp.exe"),
    ("a\u{7}\u{9b}b", "a"),
    ("👩\u{200d}💻 Dev 🌍", "Dev"),
    ("שלום אברהם", "שלום אברהם"),
];

/// What the test needs, or what is missing.
struct Tools {
    modules: PathBuf,
    chromium: PathBuf,
}

impl Tools {
    fn find() -> Result<Self, String> {
        let runs = |program: &str| {
            let mut command = Command::new(program);
            command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        if !runs("node") {
            return Err("node is not installed".to_owned());
        }
        let usual = || Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser");
        let modules = std::env::var_os("TEST_BROWSER_MODULES").map_or_else(usual, PathBuf::from);
        if let Some(missing) = PACKAGES.iter().find(|name| !modules.join("node_modules").join(name).is_dir())
        {
            return Err(format!("{missing} is not in {}", modules.join("node_modules").display()));
        }
        let named = std::env::var("TEST_CHROMIUM").ok();
        let found = named.iter().map(String::as_str).chain(BROWSERS).find_map(on_path);
        let chromium = found.ok_or_else(|| "there is no Chromium".to_owned())?;
        Ok(Self { modules, chromium })
    }
}

/// A program by its path or by its name.
fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Eight people whose weeks are as unlike as weeks can be: gaps, half hours, nights, part-timers, the date
/// line.
const EIGHT: [(&str, &str, &str); 8] = [
    ("Ana", "America/Sao_Paulo", "9-17"),
    ("Ben", "Europe/Berlin", "9-12,13-17:30"),
    ("Chloé", "Europe/London", "Mon-Thu 10-18:15"),
    ("Ravi", "Asia/Kolkata", "12-21"),
    ("Nia", "America/New_York", "Sun-Thu 22-06"),
    ("Lou", "Australia/Lord_Howe", "00:00-24:00 daily"),
    ("Mia", "Pacific/Kiritimati", "Mon,Wed,Fri 6-20"),
    ("Kit", "Asia/Kathmandu", "Tue-Sat 7:07-19:41"),
];

/// Four people on stays of months: ten seasons, and five clocks in each.
const STAYS: &str = "name,zone,hours\n\
    Ana Maria,\"Lisbon; Recife from 2027-03-01 to 2027-05-31; Madrid from 2027-09-01 to 2027-10-31\",9-17\n\
    Ben Johnson,\"Berlin; New York from 2027-01-10 to 2027-02-28; Berlin from 2027-04-01\",9-17\n\
    Chloé Dubois,\"London; Tokyo from 2027-06-01 to 2027-08-15\",9-17\n\
    Dev Patel,\"Bangalore; London from 2027-02-01 to 2027-04-15\",12-20\n";

/// A page, with the plan as JSON beside it.
fn page(desk: &Desk, name: &str, roster: &str) -> Value {
    page_from(desk, name, roster, &YEAR)
}

fn page_from(desk: &Desk, name: &str, roster: &str, range: &[&str]) -> Value {
    desk.file(&format!("{name}.csv"), roster);
    let file = format!("{name}.csv");
    let write = |kind: &str, line: &[&str]| {
        let out = format!("{name}.{kind}");
        let ran = desk.run(&[line, range, &["-o", &out]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        desk.path().join(out)
    };
    json!({
        "name": name,
        "file": write("html", &["report", &file]),
        "plan": write("json", &[&file, "--format", "json"]),
    })
}

/// The changes that the library proposes for a team, each with the plan of the team that is changed so.
fn changed(desk: &Desk, page: &Value) -> Value {
    let plan: Value =
        serde_json::from_str(&std::fs::read_to_string(page["plan"].as_str().unwrap()).unwrap()).unwrap();
    let roster = format!("{}.csv", page["name"].as_str().unwrap());
    let shift = |one: &Value| json!([one["name"], one["shift"]]);
    let mut changes: Vec<(Vec<Value>, Vec<Value>)> = Vec::new();
    if let Some(moves) = plan["all_year"]["moves"].as_array() {
        changes.push((moves.iter().map(shift).collect(), Vec::new()));
    }
    for step in plan["verdict"]["steps"].as_array().unwrap() {
        changes.push(match step["kind"].as_str() {
            Some("move") => (vec![shift(step)], Vec::new()),
            _ => (Vec::new(), vec![step["name"].clone()]),
        });
    }
    let ends_night = &plan["verdict"]["ends_night"];
    if !ends_night.is_null() {
        changes.push((vec![shift(ends_night)], Vec::new()));
    }
    let one = |(moves, optional): (Vec<Value>, Vec<Value>)| {
        let mut line = vec![roster.clone(), "--format".to_owned(), "json".to_owned()];
        for one in &moves {
            line.extend([
                "--move".to_owned(),
                format!("{}={:+}m", one[0].as_str().unwrap(), one[1].as_i64().unwrap()),
            ]);
        }
        for name in &optional {
            line.extend(["--optional".to_owned(), name.as_str().unwrap().to_owned()]);
        }
        let ran = desk.run(&[&line.iter().map(String::as_str).collect::<Vec<_>>()[..], &YEAR[..]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        let plan: Value = serde_json::from_str(&ran.out).unwrap();
        json!({ "moves": moves, "optional": optional, "plan": plan })
    };
    changes.into_iter().map(one).collect()
}

fn csv(rows: &[(String, &str, &str)]) -> String {
    let row = |(name, zone, hours): &(String, &str, &str)| format!("{name},{zone},\"{hours}\"\n");
    format!("name,zone,hours\n{}", rows.iter().map(row).collect::<String>())
}

/// What some of a team share, as a plan of them alone has it: by each day of the page, from its first date.
fn subsets(file: &Path, rows: &[(String, &str, &str)], of: &[Vec<usize>]) -> Value {
    let mut team = Team::new();
    for (name, zone, hours) in rows {
        team.add(Member::new(name, Zone::iana(zone).unwrap()).hours(hours.parse().unwrap()));
    }
    let berlin = Zone::iana("Europe/Berlin").unwrap();
    let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    let page = std::fs::read_to_string(file).unwrap();
    let data = page.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: Value = serde_json::from_str(data).unwrap();
    let dates: Vec<chrono::NaiveDate> = data["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["first"].as_str().unwrap().parse().unwrap())
        .collect();
    let policy = Policy::default();
    let one = |members: &Vec<usize>| {
        let some = team.filtered(|member| members.contains(&member.index()));
        let some = some.with_attendance(|_| Attendance::Required);
        let prepared = PreparedTeam::new(&some, horizon.clone());
        let day = |date: &chrono::NaiveDate| {
            let season = prepared.seasons().iter().find(|season| season.contains(*date)).unwrap();
            let overlap = shared_by(&prepared, prepared.required(), season, &policy);
            let window = |window: &tzplan::target::WeekWindow| {
                format!("{}+{}", window.start.get(), window.minutes.get())
            };
            let windows: Vec<String> = overlap.windows.iter().map(window).collect();
            json!([overlap.daily.minutes_per_week, overlap.daily.days, windows.join(" ")])
        };
        json!({ "members": members, "days": dates.iter().map(day).collect::<Vec<_>>() })
    };
    Value::from(of.iter().map(one).collect::<Vec<_>>())
}

/// Name, zone and hours.
type Person = (String, &'static str, &'static str);

/// Forty people, and 200 subsets of them by a generator that gives the same ones every time.
fn forty() -> (Vec<Person>, Vec<Vec<usize>>) {
    let person = |place: usize| {
        let (_, zone, hours) = EIGHT[place * 5 % 8];
        let hours = ["9-17", "8-20", hours][place % 3];
        (format!("Person {place}"), zone, hours)
    };
    let mut state = 2_026_u64;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut subset = |size: u64| {
        let mut members: Vec<usize> = (0..size).map(|_| (next() % 40) as usize).collect();
        members.sort_unstable();
        members.dedup();
        members
    };
    ((0..40).map(person).collect(), (0..200).map(|round| subset(1 + round % 7)).collect())
}

fn many(people: usize) -> String {
    let zones = [
        "America/Los_Angeles",
        "America/New_York",
        "America/Sao_Paulo",
        "Europe/London",
        "Europe/Berlin",
        "Asia/Dubai",
        "Asia/Kolkata",
        "Asia/Tokyo",
    ];
    let hours = ["9-17", "8-16", "10-19", "22-06", "Mon-Thu 9-18"];
    let row = |place: usize| format!("Person {place},{},{}\n", zones[place % 8], hours[place / 8 % 5]);
    format!("name,zone,hours\n{}", (0..people).map(row).collect::<String>())
}

/// Nine people in two pods, two of whom are in none: one of these joins a pod where somebody starts an hour
/// later.
fn newcomers() -> String {
    let rows = [
        ("Maya", "Europe/Stockholm", "8:30-17"),
        ("Jonas", "Europe/Stockholm", "9-17"),
        ("Priya", "Asia/Kolkata", "11-20"),
        ("Arjun", "Asia/Kolkata", "10:30-19:30"),
        ("Tom", "America/Chicago", "9-17"),
        ("Grace", "America/Los_Angeles", "Mon,Tue,Thu 8-13"),
        ("Lucas", "America/Sao_Paulo", "14-18,20-23"),
        ("Olivia", "Australia/Melbourne", "9-17"),
        ("Liam", "Europe/Stockholm", "10-18"),
    ];
    csv(&rows.map(|(name, zone, hours)| (name.to_owned(), zone, hours)))
}

fn nasty() -> String {
    let zones = ["Europe/Berlin", "Europe/London", "Africa/Lagos"];
    let row = |(place, (name, _)): (usize, &(&str, &str))| {
        format!("\"{name}\",{},9-{}\n", zones[place % 3], 15 + place / 3)
    };
    let long = format!("{},Asia/Dubai,9-17\n", "x".repeat(10_000));
    format!("name,zone,hours\n{}{long}", NASTY.iter().enumerate().map(row).collect::<String>())
}

/// Pages about candidates for the teams above: one, five, for a team in pods, for many, of names that are
/// markup.
fn cards(desk: &Desk) -> Vec<Value> {
    let pool = "name,zone,hours\nKeiko,Asia/Tokyo,9-17\nNia,Africa/Lagos,9-17\nLuz,America/Lima,9-17\n\
                Bo,Europe/Berlin,9-17\nKai,Pacific/Auckland,22-06\n";
    desk.file("pool.csv", pool);
    let keiko = ["--name", "Keiko", "--zone", "Asia/Tokyo"];
    let mut written = Vec::new();
    for (name, roster, candidates) in [
        ("cards-one", "three.csv", &keiko[..]),
        ("cards-five", "three.csv", &["--candidates", "pool.csv"]),
        ("cards-pods", "world.csv", &["--candidates", "pool.csv", "--top", "3"]),
        ("cards-two", "world.csv", &["--candidates", "pool.csv", "--top", "2"]),
        ("cards-many", "five-hundred.csv", &keiko),
        ("cards-nasty", "nasty.csv", &["--candidates", "nasty.csv", "--top", "1"]),
    ] {
        let out = format!("{name}.html");
        let form = ["--format", "html", "-o", &out];
        let ran = desk.run(&[&["fit", roster], candidates, &YEAR[..], &form].concat());
        assert!(ran.code.is_some_and(|code| code < 2), "{}", ran.err);
        written.push(json!({ "name": name, "file": desk.path().join(out) }));
    }
    written
}

/// Pages of the agreements of the teams above: everyone together, pods, many, names that are markup.
fn agreements(desk: &Desk) -> Vec<Value> {
    let write = |(name, roster): (&str, &str)| {
        let out = format!("{name}.html");
        let form = ["--format", "html", "-o", &out];
        let ran = desk.run(&[&["agreement", roster], &YEAR[..], &form].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        json!({ "name": name, "file": desk.path().join(out) })
    };
    [
        ("agreement-three", "three.csv"),
        ("agreement-world", "world.csv"),
        ("agreement-many", "five-hundred.csv"),
        ("agreement-nasty", "nasty.csv"),
    ]
    .into_iter()
    .map(write)
    .collect()
}

#[test]
fn the_page_works_in_a_browser() {
    let tools = match Tools::find() {
        Ok(tools) => tools,
        Err(why) => {
            assert!(std::env::var("TEST_BROWSER").as_deref() != Ok("required"), "{why}");
            // Past the capture of output: who reads the run shall see it.
            writeln!(std::io::stderr(), "skipped: the page in a browser, because {why}").unwrap();
            return;
        }
    };
    let desk = Desk::new();
    let example = |name: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name))
            .unwrap()
    };
    let apart = "name,zone\nMia,Pacific/Auckland\nBen,Europe/Berlin\nLuz,America/Lima\n";
    let eight: Vec<(String, &str, &str)> =
        EIGHT.iter().map(|(name, zone, hours)| ((*name).to_owned(), *zone, *hours)).collect();
    let every: Vec<Vec<usize>> =
        (1..256_u32).map(|bits| (0..8).filter(|member| bits >> member & 1 == 1).collect()).collect();
    let (forty, some) = forty();
    let decade = ["--from", "2026-11-23", "--weeks", "520", "--home", "Europe/Berlin"];
    let mut pages = vec![
        page(&desk, "three", THREE),
        page(&desk, "team", &example("team.csv")),
        page(&desk, "world", &example("world.csv")),
        page(&desk, "eight", &csv(&eight)),
        page(&desk, "forty", &csv(&forty)),
        page(&desk, "apart", apart),
        page(&desk, "alone", "name,zone\nBen,Europe/Berlin\n"),
        page(&desk, "five-hundred", &many(500)),
        page(&desk, "nasty", &nasty()),
        page_from(&desk, "decade", &example("world.csv"), &decade),
        page(&desk, "newcomers", &newcomers()),
        page(&desk, "stays", STAYS),
    ];
    let file = |page: &Value| PathBuf::from(page["file"].as_str().unwrap());
    pages[3]["subsets"] = subsets(&file(&pages[3]), &eight, &every);
    pages[4]["subsets"] = subsets(&file(&pages[4]), &forty, &some);
    for page in [0, 1, 2, 3, 5, 10] {
        pages[page]["changed"] = changed(&desk, &pages[page]);
    }
    for page in [0, 1, 2, 3, 7, 10] {
        pages[page]["first_screen"] = true.into();
    }
    pages[8]["names"] = NASTY.iter().map(|(_, shown)| *shown).collect();
    let chart = |name: &&str| {
        let out = format!("{name}.svg");
        let ran = desk.run(&[&["report", "nasty.csv", "--chart", name, "-o", &out], &YEAR[..]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        desk.path().join(out)
    };
    let charts: Vec<PathBuf> = ["day", "year", "week", "pairs"].iter().map(chart).collect();
    let cards = cards(&desk);
    let mut agreements = agreements(&desk);
    agreements[3]["names"] = NASTY.iter().map(|(_, shown)| *shown).collect();
    let desk_of_pages = json!({ "pages": pages, "charts": charts, "cards": cards, "agreements": agreements });
    let list = desk.file("desk.json", desk_of_pages.to_string());
    let shots = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shots");
    std::fs::create_dir_all(&shots).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/page.mjs");
    let ran =
        Command::new("node").arg(script).arg(tools.modules).arg(tools.chromium).arg(list).arg(shots).output();
    let ran = ran.unwrap();
    let (out, err) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{out}\n{err}");
    write!(std::io::stderr(), "{out}").unwrap();
}
