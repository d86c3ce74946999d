//! The page in a real browser: nothing on the console, no request, the numbers of the JSON, switches and keyboard,
//! light and dark, phone, laptop and paper, and a validator of HTML.
//!
//! Needs node, Chromium and the npm packages `playwright-core` and `html-validate`, which `.ci/run` installs into
//! `target/browser`. Where they are not, the test says so and is skipped; with `TZPLAN_BROWSER=required` it fails.
//! `TZPLAN_BROWSER_MODULES` names another folder with `node_modules`, `TZPLAN_CHROMIUM` another browser.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use support::{Desk, THREE, YEAR};

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
        let modules = std::env::var_os("TZPLAN_BROWSER_MODULES").map_or_else(usual, PathBuf::from);
        if let Some(missing) = PACKAGES.iter().find(|name| !modules.join("node_modules").join(name).is_dir())
        {
            return Err(format!("{missing} is not in {}", modules.join("node_modules").display()));
        }
        let named = std::env::var("TZPLAN_CHROMIUM").ok();
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

/// A page, with the plan as JSON beside it.
fn page(desk: &Desk, name: &str, roster: &str, without: Option<&str>) -> Value {
    desk.file(&format!("{name}.csv"), roster);
    let file = format!("{name}.csv");
    let write = |kind: &str, line: &[&str]| {
        let out = format!("{name}.{kind}");
        let ran = desk.run(&[line, &YEAR, &["-o", &out]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        desk.path().join(out)
    };
    let without = without.map(|who| write("without.json", &[&file, "--format", "json", "--without", who]));
    json!({
        "name": name,
        "file": write("html", &["report", &file]),
        "plan": write("json", &[&file, "--format", "json"]),
        "without": without,
    })
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

fn nasty() -> String {
    let zones = ["Europe/Berlin", "Europe/London", "Africa/Lagos"];
    let row = |(place, (name, _)): (usize, &(&str, &str))| {
        format!("\"{name}\",{},9-{}\n", zones[place % 3], 15 + place / 3)
    };
    let long = format!("{},Asia/Dubai,9-17\n", "x".repeat(10_000));
    format!("name,zone,hours\n{}{long}", NASTY.iter().enumerate().map(row).collect::<String>())
}

#[test]
fn the_page_works_in_a_browser() {
    let tools = match Tools::find() {
        Ok(tools) => tools,
        Err(why) => {
            assert!(std::env::var("TZPLAN_BROWSER").as_deref() != Ok("required"), "{why}");
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
    let mut pages = vec![
        page(&desk, "three", THREE, Some("Ana")),
        page(&desk, "team", &example("team.csv"), None),
        page(&desk, "world", &example("world.csv"), Some("Mia")),
        page(&desk, "apart", apart, Some("Mia")),
        page(&desk, "alone", "name,zone\nBen,Europe/Berlin\n", None),
        page(&desk, "five-hundred", &many(500), None),
        page(&desk, "nasty", &nasty(), None),
    ];
    pages[0]["pictures"] = true.into();
    pages[5]["pictures"] = true.into();
    pages[6]["pictures"] = true.into();
    pages[6]["names"] = NASTY.iter().map(|(_, shown)| *shown).collect();
    let chart = |name: &&str| {
        let out = format!("{name}.svg");
        let ran = desk.run(&[&["report", "nasty.csv", "--chart", name, "-o", &out], &YEAR[..]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.err);
        desk.path().join(out)
    };
    let charts: Vec<PathBuf> = ["day", "year", "week", "pairs"].iter().map(chart).collect();
    let list = desk.file("desk.json", json!({ "pages": pages, "charts": charts }).to_string());
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
