//! The page and the charts of teams of every kind: sound, inert, and with the numbers of the JSON.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]
#![allow(dead_code, reason = "the teams are shared with other tests")]

mod pages;
mod teams;

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use tzplan::coverage::coverage;
use tzplan::fit::Opening;
use tzplan::{Member, Plan, Policy, PreparedTeam, Team, WeeklyHours, Zone};
use tzplan_report::{Context, Document, Inhabitants, PlanDocument, Report, chart};

use teams::{THREE, all_regions, big, context, horizon, page, team};

/// The most bytes of the page of a team of 500.
const MOST_BYTES: usize = 2_000_000;

/// A page with the plan as JSON.
fn written(team: &Team, home: &str, title: Option<&str>, context: Context<'_>) -> (String, Value) {
    let (prepared, policy) = (PreparedTeam::new(team, horizon(home)), Policy::default());
    let (plan, hours) = (Plan::of(&prepared, &policy), WeeklyHours::default());
    let opening = Opening::new(&prepared, &policy);
    let report = Report {
        prepared: &prepared,
        plan: &plan,
        coverage: &coverage(&prepared, |_| true),
        opening: &opening,
        hours: &hours,
        regions: &all_regions(&opening, &hours),
        people_of: &|_| Inhabitants::default(),
        title,
        context,
    };
    let json = page(|out| PlanDocument::new(&prepared, &plan, context).json(out));
    (page(|out| tzplan_report::page::report(out, &report)), serde_json::from_str(&json).unwrap())
}

/// The charts of a team by name.
fn charts(team: &Team, home: &str) -> [(&'static str, String); 4] {
    let (prepared, policy) = (PreparedTeam::new(team, horizon(home)), Policy::default());
    let plan = Plan::of(&prepared, &policy);
    let coverage = coverage(&prepared, |_| true);
    [
        ("day", page(|out| chart::day(out, &prepared, &plan))),
        ("year", page(|out| chart::year(out, &prepared, &plan))),
        ("week", page(|out| chart::week(out, &prepared, &coverage))),
        ("pairs", page(|out| chart::pairs(out, &prepared, &policy))),
    ]
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn all(page: &Html, selector: &str) -> Vec<String> {
    page.select(&select(selector)).map(words).collect()
}

/// `h:mm` a day of an overlap in the JSON.
fn daily(overlap: &Value) -> String {
    let minutes = overlap["minutes_per_week"].as_u64().unwrap() / overlap["days"].as_u64().unwrap();
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn nasty_names() -> Vec<String> {
    let mut names: Vec<String> = [
        "<script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "' onmouseover='alert(1)",
        "]]>",
        "</script><img src=x onerror=alert(1)>",
        "</title></style>",
        "--!><svg onload=alert(1)>",
        "&lt;b&gt; &amp; {{ 7 * 7 }}",
        "evil\u{202e}gnp.exe\u{2066}",
        "a\u{1b}[31mred\u{7}\u{0}\u{9b}2J\u{ffff}",
        "line\u{2028}and\u{2029}para\r\ngraph",
        "👩\u{200d}💻 Dev 🌍",
        "שלום אברהם",
    ]
    .map(str::to_owned)
    .into();
    names.push("x".repeat(10_000));
    names
}

fn nasty() -> Team {
    let zones = ["Europe/Berlin", "Europe/London", "America/Sao_Paulo", "Africa/Lagos", "Asia/Jerusalem"];
    let mut team = Team::new();
    for (place, name) in nasty_names().into_iter().enumerate() {
        let hours = format!("8:{:02}-17", place * 3 % 60).parse().unwrap();
        team.add(Member::new(name, Zone::iana(zones[place % zones.len()]).unwrap()).hours(hours));
    }
    team
}

/// Teams of every kind, the nasty one and one whose everybody is optional among them.
fn kinds() -> Vec<(Team, &'static str)> {
    let mut kinds = pages::all();
    kinds.push((nasty(), "UTC"));
    let mut optional = Team::new();
    for zone in ["Asia/Kathmandu", "Asia/Kolkata"] {
        optional.add(Member::new(zone, Zone::iana(zone).unwrap()).optional());
    }
    kinds.push((optional, "Pacific/Kiritimati"));
    kinds
}

#[test]
fn every_page_is_sound_and_accessible() {
    for (team, home) in kinds() {
        let (text, _) = written(&team, home, None, context());
        let parsed = Html::parse_document(&text);
        assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
        assert_eq!(parsed.select(&select("html[lang=en]")).count(), 1);
        assert_eq!(parsed.select(&select("h1")).count(), 1);
        assert_eq!(
            (parsed.select(&select("script")).count(), parsed.select(&select("style")).count()),
            (2, 1)
        );
        assert_eq!(parsed.select(&select("th:not([scope])")).count(), 0);
        let mut level = 0;
        for heading in parsed.select(&select("h1, h2, h3, h4")) {
            let here = heading.value().name()[1..].parse::<u32>().unwrap();
            assert!(here <= level + 1, "h{level} is followed by h{here}: {}", words(heading));
            level = here;
        }
        let mut ids = HashSet::new();
        for element in parsed.select(&select("*")) {
            for (key, value) in element.value().attrs() {
                assert!(key != "style" && !key.starts_with("on"), "{key}=\"{value}\"");
                let away = matches!(key, "href" | "src") && !value.starts_with('#') && value != "data:,";
                assert!(!away, "{key}=\"{value}\"");
                assert!(key != "id" || ids.insert(value.to_owned()), "two of {value}");
            }
        }
        for named in parsed.select(&select("[aria-labelledby]")) {
            let by = named.attr("aria-labelledby").unwrap();
            by.split_whitespace().for_each(|id| assert!(ids.contains(id), "no {id}"));
        }
        for link in parsed.select(&select("a[href]")) {
            let to = link.attr("href").unwrap();
            assert!(ids.contains(&to[1..]), "{to} leads nowhere");
        }
        for figure in parsed.select(&select("figure")) {
            assert_eq!(figure.select(&select("figcaption")).count(), 1);
            assert_eq!(figure.select(&select("svg[role=img] > title")).count(), 2);
            assert_eq!(figure.select(&select("svg[role=img] > desc")).count(), 2);
        }
    }
}

#[test]
fn numbers_are_those_of_the_json() {
    for (team, home) in kinds() {
        let (text, json) = written(&team, home, None, context());
        let parsed = Html::parse_document(&text);
        let model = json["verdict"]["model"].as_str().unwrap().to_uppercase();
        let heading = &all(&parsed, "h1")[0];
        if team.is_empty() {
            assert_eq!(heading, "Nobody is on the team");
            continue;
        }
        assert!(model.starts_with(heading.split([',', ' ', ':']).next().unwrap()), "{heading}: {model}");
        let figures = all(&parsed, ".figures dd");
        if figures.len() < 2 {
            continue;
        }
        let year = ["min", "usual", "max"].map(|key| daily(&json["year"][key]));
        assert_eq!(figures[..3], year);
        let rows: Vec<_> = parsed.select(&select(".seasons tbody tr")).collect();
        for season in json["seasons"].as_array().unwrap() {
            let at = |row: &ElementRef<'_>, selector: &str| row.select(&select(selector)).next().map(words);
            let row = rows.iter().find(|row| {
                let first = row.select(&select("th time")).next().unwrap();
                first.attr("datetime") == season["first"].as_str()
            });
            let row = row.unwrap_or_else(|| panic!("no row from {}", season["first"]));
            assert_eq!(at(row, ".daily").unwrap(), daily(&season["overlap"]));
            assert_eq!(season["meets"], Value::from(at(row, ".good").is_some_and(|met| met == "met")));
        }
        let drift =
            parsed.select(&select(".seasons tr")).filter(|row| words(*row).contains("drift weeks")).count();
        assert_eq!(drift, json["year"]["drift"].as_array().unwrap().len());
    }
}

/// What the page carries for its script, against plans of the team as it would be.
#[test]
fn whoever_is_switched_off_the_numbers_are_the_library_s() {
    let without = |team: &Team, off: &[usize]| team.filtered(|member| !off.contains(&member.index()));
    let five = team(&[
        ("Ana", "America/Sao_Paulo", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Chloé", "Europe/London", "10-18 Mon-Thu"),
        ("Ravi", "Asia/Kolkata", "12-21"),
        ("Nia", "America/New_York", "22-06"),
    ]);
    for (team, most) in [(five, 8), (big(60), 0)] {
        let (text, json) = written(&team, "Europe/Berlin", None, context());
        let parsed = Html::parse_document(&text);
        let data: Value =
            serde_json::from_str(&parsed.select(&select("#data")).next().unwrap().inner_html()).unwrap();
        let groups = &data["groups"];
        let places: Vec<usize> = parsed
            .select(&select("figure[data-season]"))
            .map(|figure| figure.attr("data-season").unwrap().parse().unwrap())
            .collect();
        let check = |key: &str, off: &[usize]| {
            let changed = without(&team, off);
            let (_, other) = written(&changed, "Europe/Berlin", None, context());
            let choice = &groups["choices"][key];
            assert_eq!(
                choice["least"],
                format!("The least of the year is {} a day.", daily(&other["year"]["min"]))
            );
            for (day, season) in places.iter().enumerate() {
                let date = json["seasons"][season]["first"].as_str().unwrap();
                let seasons = other["seasons"].as_array().unwrap();
                let there = seasons.iter().rfind(|season| season["first"].as_str().unwrap() <= date).unwrap();
                let outcome = &groups["outcomes"][choice["days"][day].as_u64().unwrap() as usize];
                assert_eq!(
                    outcome["daily"],
                    format!("{} a day", daily(&there["overlap"])),
                    "{key} on {date}"
                );
                let met = outcome["words"].as_str().unwrap().ends_with("target met.");
                assert_eq!(Value::from(met), there["meets"], "{key} on {date}");
            }
        };
        if most > 0 {
            assert_eq!(groups["switches"], "any");
            assert_eq!(groups["choices"].as_object().unwrap().len(), 31);
            for (key, off) in
                [("31", &[][..]), ("30", &[0]), ("23", &[3]), ("10", &[0, 2, 4]), ("7", &[3, 4])]
            {
                check(key, off);
            }
        } else {
            assert_eq!(groups["switches"], "one");
            check("all", &[]);
        }
    }
}

#[test]
fn hostile_names_are_inert() {
    let (title, source) =
        ("</title><script>alert(1)</script>", "</bdi>\u{202e}\"><img src=x>\u{1b}]0;x\u{7}");
    let context = Context { source, ..context() };
    let (text, _) = written(&nasty(), "UTC", Some(title), context);
    let written = [("page", text)].into_iter().chain(charts(&nasty(), "UTC"));
    for (name, text) in written {
        let stray = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{ffff}')
        };
        assert!(!text.contains(stray), "{name}: {:?}", text.chars().find(|c| stray(*c)));
        assert!(!text.contains(&"x".repeat(100)), "{name}: a name of any length");
        let parsed = Html::parse_document(&text);
        assert_eq!(
            parsed.select(&select("img, iframe, object, [onload], [onerror], [onmouseover]")).count(),
            0
        );
        let scripts = if name == "page" { 2 } else { 0 };
        assert_eq!(parsed.select(&select("script")).count(), scripts, "{name}");
        if name == "page" || name == "day" {
            assert!(parsed.root_element().text().any(|text| text.contains("<script>alert(1)")), "{name}");
        }
    }
}

#[test]
fn charts_are_well_formed_and_say_what_they_show() {
    for (team, home) in kinds() {
        for (name, text) in charts(&team, home) {
            let mut reader = quick_xml::Reader::from_str(&text);
            reader.config_mut().check_end_names = true;
            let (mut depth, mut elements) = (0_i32, Vec::new());
            loop {
                use quick_xml::events::Event;
                match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error} in {text}")) {
                    Event::Start(start) => {
                        assert!(start.attributes().all(|attribute| attribute.is_ok()), "{name}");
                        elements.push(start.name().as_ref().to_owned());
                        depth += 1;
                    }
                    Event::End(_) => depth -= 1,
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{name}");
            assert_eq!(elements[..4], ["svg", "title", "desc", "style"], "{name}");
            assert!(text.contains("role=\"img\"") && text.contains("prefers-color-scheme: dark"));
            assert!(!text.contains("NaN") && !text.contains("inf"), "{name}");
        }
    }
}

#[test]
fn the_same_team_makes_the_same_page() {
    let write = || written(&team(&THREE), "Europe/Berlin", Some("Three"), context()).0;
    let page = write();
    assert_eq!(page, write());
    let parsed = Html::parse_document(&page);
    assert_eq!(
        (all(&parsed, "head title"), all(&parsed, ".eyebrow")),
        (vec!["Three".to_owned()], vec!["Three".to_owned()])
    );
}

#[test]
fn a_team_of_500_makes_a_page_that_opens_at_once() {
    let team = big(500);
    let (text, _) = written(&team, "Europe/Berlin", None, context());
    assert!(text.len() < MOST_BYTES, "{} bytes", text.len());
    let parsed = Html::parse_document(&text);
    // Profiles are folded, and who is left out is counted.
    assert_eq!(all(&parsed, ".members .who")[0], "Los Ange… · 6 people");
    assert!(all(&parsed, "#day .note").iter().any(|note| note.contains("more profiles with")));
    for (name, chart) in charts(&team, "Europe/Berlin") {
        assert!(chart.len() < MOST_BYTES / 8, "{name}: {} bytes", chart.len());
    }
}
