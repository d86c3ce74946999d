//! The page and its charts from the command line.

use crate::support::{Desk, YEAR};

const CHARTS: [&str; 4] = ["day", "year", "week", "pairs"];

#[test]
fn goes_to_standard_output_or_to_a_file() {
    let desk = Desk::new();
    let page = desk.year(&["report"], "three.csv", &[]).answered().out;
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{}", &page[..80]);
    assert!(page.contains("<strong class=\"warn\">OVERLAP</strong>"));
    // Where to hire is nothing that a team is sent unasked. The best-known places stand for regions.
    assert!(!page.contains("Where to hire"));
    let with = desk.year(&["report"], "three.csv", &["--with", "regions"]).answered().out;
    assert!(with.contains("Where to hire") && with.contains("<strong>Berlin</strong>"));
    let ran = desk.year(&["report"], "three.csv", &["-o", "report.html"]).answered();
    assert_eq!((ran.out.as_str(), desk.read("report.html")), ("", page.clone()));
    // The same twice, and whoever reads less than all of it is no fault.
    assert_eq!(desk.year(&["report"], "three.csv", &[]).answered().out, page);
    for chart in CHARTS {
        let alone = desk.year(&["report"], "three.csv", &["--chart", chart]).answered().out;
        assert!(alone.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{chart}");
        assert!(alone.trim_end().ends_with("</svg>"), "{chart}");
    }
}

#[test]
fn a_title_names_the_page_and_what_if_is_told() {
    let desk = Desk::new();
    let title = "Q1 <b>& co</b>";
    let page = desk.year(&["report"], "three.csv", &["--title", title, "--without", "Ben"]).answered().out;
    assert!(page.contains("<title>Q1 &#60;b&#62;&#38; co&#60;/b&#62;</title>"), "{}", &page[..900]);
    assert!(page.contains("<strong>What if</strong> without Ben"));
    assert!(page.contains("<h1 id=\"verdict\"><strong class=\"good\">OVERLAP</strong></h1>"));
    let nobody = ["--without", "Ana", "--without", "Ben", "--without", "Chloé"];
    desk.year(&["report"], "three.csv", &nobody).refused("--without takes everybody away");
}

#[test]
fn it_has_one_form() {
    let desk = Desk::new();
    for (more, naming) in [
        (&["--format", "json"][..], "unexpected argument '--format'"),
        (&["--chart", "pie"], "[possible values: day, year, week, pairs]"),
        (&["--chart", "day", "--title", "x"], "cannot be used with"),
        (&["--chart", "day", "--with", "regions"], "cannot be used with"),
        (&["--with", "salaries"], "[possible values: regions]"),
        (&["-o", "three.csv"], "the answer would replace it"),
        (&["-o", "nowhere/report.html"], "nowhere"),
    ] {
        desk.year(&["report"], "three.csv", more).refused(naming);
    }
}

/// A year of ten zones, a horizon of many seasons, one day; the date line between two people.
#[test]
fn every_horizon_and_team_makes_a_page() {
    let desk =
        Desk::with("line.csv", "name,zone\nA,Pacific/Pago_Pago\nB,Pacific/Kiritimati\nC,Pacific/Apia\n");
    let years = ["--from", "2026-11-23", "--weeks", "2080", "--home", "Europe/Berlin"];
    for chart in CHARTS {
        let ran = desk.run(&[&["report", "three.csv", "--chart", chart], &years[..]].concat()).answered();
        assert!(ran.out.len() < 1_000_000, "{chart}: {}", ran.out.len());
    }
    let page = desk.run(&[&["report", "three.csv"], &years[..]].concat()).answered().out;
    assert!(page.contains("All dates are in --format json."));
    assert!(page.len() < 2_000_000, "{}", page.len());
    let day =
        ["report", "three.csv", "--from", "2027-03-28", "--to", "2027-03-29", "--home", "Europe/Berlin"];
    assert!(desk.run(&day).answered().out.contains("1 day"));
    assert!(desk.year(&["report"], "line.csv", &[]).answered().out.contains("Kiritimati"));
}

/// Nia's night shift is work at night, Ben's day is none; two in New York share three days of the week.
#[test]
fn work_at_night_is_hatched_in_the_chart_of_a_day() {
    let chart = |team: &str| {
        let desk = Desk::with("r.csv", team);
        desk.year(&["report"], "r.csv", &["--chart", "day"]).answered().out
    };
    let night = chart("name,zone,hours\nBen,Europe/Berlin,9-17\nNia,Europe/Berlin,20-4\n");
    assert!(night.contains("class=\"late\"") && night.contains(">work at night<"), "{night}");
    let day = chart("name,zone,hours\nBen,Europe/Berlin,9-17\nZoe,Europe/London,9-17\n");
    assert!(!day.contains("class=\"late") && !day.contains(">work at night<"), "{day}");
    let few =
        chart("name,zone,hours\nTom,America/New_York,9-17\nGia,America/New_York,\"9-17 Mon,Tue,Thu\"\n");
    assert!(few.contains(">15:00–23:00 Mon,Tue,Thu<"), "{few}");
}

/// Eighteen people of eighteen schedules, none of whom is within their hours at any time that the others are:
/// eight are told one by one whom the best time costs most, then how many more it costs something, how much,
/// and who.
#[test]
fn everybody_whom_a_meeting_costs_something_is_named() {
    let zones = ["Pacific/Auckland", "America/New_York"];
    let person = |zone: &str| -> String {
        (0..9).map(|one| format!("{}{one},{zone},9:{:02}-17\n", &zone[8..12], one * 5)).collect()
    };
    let roster: String = zones.into_iter().map(person).collect();
    let desk = Desk::with("many.csv", format!("name,zone,hours\n{roster}"));
    let page = desk.run(&[&["report", "many.csv"], &YEAR[..]].concat()).answered().out;
    let meetings = page.split("id=\"meetings\"").nth(1).unwrap().split("</details>").next().unwrap();
    let first = meetings.split("data-choice=\"0\"").nth(1).unwrap().split("data-choice").next().unwrap();
    assert_eq!(first.matches("class=\"name\"").count(), 8, "{first}");
    let more = crate::support::without_tags(first);
    let at = more.find("And ").unwrap_or_else(|| panic!("{more}"));
    assert!(more[at..].contains("people by up to "), "{more}");
    let named = (0..9).flat_map(|one| [format!("Auck{one}"), format!("New_{one}")]);
    let left = 18 - named.filter(|name| more.contains(name)).count();
    let within = match left {
        0 => String::new(),
        1 => "1 person within their hours.".to_owned(),
        many => format!("{many} people within their hours."),
    };
    assert!(more.contains(&within), "{within}: {more}");
}
