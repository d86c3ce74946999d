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
use tzplan_report::{Context, Document, Hiring, Inhabitants, PlanDocument, Report, chart};

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
        hiring: Some(Hiring {
            opening: &opening,
            hours: &hours,
            regions: &all_regions(&opening, &hours),
            people_of: &|_| Inhabitants::default(),
        }),
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
        ("day", page(|out| chart::day(out, &prepared, &plan, context()))),
        ("year", page(|out| chart::year(out, &prepared, &plan, context()))),
        ("week", page(|out| chart::week(out, &prepared, &coverage, context()))),
        ("pairs", page(|out| chart::pairs(out, &prepared, &policy, context()))),
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

/// `4 h`, `2½ h`, `1 h 20 min` a day of an overlap in the JSON.
fn daily(overlap: &Value) -> String {
    let minutes = overlap["minutes_per_week"].as_u64().unwrap() / overlap["days"].as_u64().unwrap();
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours} h"),
        (0, 30) => "½ h".to_owned(),
        (hours, 30) => format!("{hours}½ h"),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
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
        assert_eq!(parsed.select(&select("details > summary:not(:first-child)")).count(), 0);
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
        if json["members"].as_array().unwrap().len() < 2 {
            continue;
        }
        // Everyone's year, or that of each pod.
        let parts: Vec<_> = parsed.select(&select(".seasons")).collect();
        let pods = json["year"]["pods"].as_array();
        let pods = pods
            .filter(|pods| !pods.is_empty())
            .map_or(vec![None], |pods| (0..pods.len()).map(Some).collect());
        assert_eq!(parts.len(), pods.len().min(8));
        for (part, pod) in parts.iter().zip(pods) {
            let rows: Vec<_> = part.select(&select("tbody tr")).collect();
            for season in json["seasons"].as_array().unwrap() {
                let at =
                    |row: &ElementRef<'_>, selector: &str| row.select(&select(selector)).next().map(words);
                // Neighbours alike are one row.
                let begins = |row: &&ElementRef<'_>| {
                    let first = row.select(&select("th time")).next().unwrap();
                    first.attr("datetime") <= season["first"].as_str()
                };
                let row = rows.iter().rfind(begins).unwrap();
                let of = pod.map_or(season, |pod| &season["pods"][pod]);
                // Where the days are not alike it is called an average.
                let shown = at(row, ".daily").unwrap().replace(" on average", "");
                assert_eq!(shown, daily(&of["overlap"]), "from {}", season["first"]);
                assert_eq!(of["meets"], Value::from(at(row, ".good").is_some_and(|met| met == "met")));
            }
        }
    }
}

/// The weeks that the page carries for its script are the library's, on each of its days; the browser test
/// holds what the script makes of them to the library.
#[test]
fn the_weeks_for_the_script_are_the_library_s() {
    let five = team(&[
        ("Ana", "America/Sao_Paulo", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Chloé", "Europe/London", "10-18 Mon-Thu"),
        ("Ravi", "Asia/Kolkata", "12-21"),
        ("Nia", "America/New_York", "22-06"),
    ]);
    for team in [five, big(60)] {
        let (text, _) = written(&team, "Europe/Berlin", None, context());
        let parsed = Html::parse_document(&text);
        let data: Value =
            serde_json::from_str(&parsed.select(&select("#data")).next().unwrap().inner_html()).unwrap();
        let prepared = PreparedTeam::new(&team, horizon("Europe/Berlin"));
        let everybody: Vec<_> = team.members().map(|member| prepared.profile_of(member)).collect();
        let seasons = prepared.seasons_of(&everybody);
        assert_eq!(data["people"].as_array().unwrap().len(), team.len());
        for day in data["days"].as_array().unwrap() {
            let first = day["first"].as_str().unwrap().parse().unwrap();
            let season = seasons.iter().find(|season| season.contains(first)).unwrap();
            for (member, person) in team.members().zip(data["people"].as_array().unwrap()) {
                assert_eq!(person[0], member.name());
                let place = day["weeks"][person[2].as_u64().unwrap() as usize].as_u64().unwrap() as usize;
                let week = prepared.week(prepared.profile_of(member), season);
                let work: Vec<(u16, u16)> =
                    week.pattern().iter().map(|work| (work.start().get(), work.end().get())).collect();
                let carried = &data["weeks"][place];
                assert_eq!(carried["work"], serde_json::json!(work), "{} on {first}", member.name());
                assert_eq!(carried["days"], week.workdays());
                assert_eq!(carried["ahead"], week.minutes_ahead());
            }
        }
    }
}

/// Up to 15 people everybody has a row of their own; beyond, rows are schedules, and everybody can be found
/// in one.
#[test]
fn everybody_is_named() {
    let rows = |people: usize| {
        let (text, _) = written(&big(people), "Europe/Berlin", None, context());
        let parsed = Html::parse_document(&text);
        (
            parsed.select(&select(".row.person")).count(),
            all(&parsed, ".row.person .name"),
            all(&parsed, ".names li"),
        )
    };
    let (count, names, members) = rows(15);
    assert_eq!((count, members.len()), (15, 0));
    (0..15).for_each(|person| assert!(names.contains(&format!("Member {person}")), "{person}: {names:?}"));
    let (count, names, members) = rows(200);
    assert!(count < 200);
    for person in 0..200 {
        let name = format!("Member {person}");
        assert!(names.contains(&name) || members.contains(&name), "{name}");
    }
    assert!(!names.iter().any(|name| name.contains('+')), "{names:?}");
}

/// Two in Berlin and two in Tokyo share nothing across, so they are two pods; Lima shares with nobody.
#[test]
fn a_team_in_pods_is_shown_pod_by_pod() {
    let rows = [
        ("Ana", "Europe/Berlin", "9-17"),
        ("Mei", "Asia/Tokyo", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Ken", "Asia/Tokyo", "9-17"),
        ("Luz", "America/Lima", "9-17"),
    ];
    let (text, _) = written(&team(&rows), "Europe/Berlin", None, context());
    let parsed = Html::parse_document(&text);
    let heads = all(&parsed, ".row.group");
    let pod =
        |name: &str| heads.iter().find(|head| head.starts_with(name)).unwrap_or_else(|| panic!("{heads:?}"));
    // Tokyo's nine to five begins at 01:00 in Berlin's winter, which is drawn: the season of the shift trap.
    assert!(heads.iter().any(|head| head.ends_with("2 people8 h · 09:00–17:00")), "{heads:?}");
    assert!(heads.iter().any(|head| head.ends_with("2 people8 h · 01:00–09:00")), "{heads:?}");
    assert!(pod("In no pod").contains("1 person"));
    assert!(all(&parsed, "#together")[0].ends_with("never"));
    assert_eq!(all(&parsed, "#spans tr td:first-of-type").iter().filter(|cell| *cell != "never").count(), 0);
    assert_eq!(parsed.select(&select(".seasons")).count(), 2);
    let meetings = all(&parsed, "#meetings h3");
    assert_eq!(meetings, ["Everyone", "Pod 1", "Pod 2"]);
}

/// Four days between Christmas and New Year from Monday on, on one of which Ben is off too, and a Wednesday.
#[test]
fn days_off_in_turn_that_are_the_same_are_one_row() {
    let on = |month, day| chrono::NaiveDate::from_ymd_opt(2026 + i32::from(month == 1), month, day).unwrap();
    let berlin = || Zone::iana("Europe/Berlin").unwrap();
    let mut team = Team::new();
    let leave = [on(12, 28), on(12, 29), on(12, 30), on(12, 31), on(1, 6)];
    team.add(Member::new("Ana", berlin()).days_off(leave));
    team.add(Member::new("Ben", berlin()).days_off([on(12, 30)]));
    let (text, _) = written(&team, "Europe/Berlin", None, context());
    let rows = all(&Html::parse_document(&text), "#off tbody tr");
    let expected = [
        "Mon 28 Dec – Tue 29 Dec 2026leaveAna",
        "Wed 30 Dec 2026leaveAna and Ben",
        "Thu 31 Dec 2026leaveAna",
        "Wed 6 Jan 2027leaveAna",
    ];
    assert_eq!(rows, expected);
}

#[test]
fn where_to_hire_is_there_only_when_asked_for() {
    let (prepared, policy) = (PreparedTeam::new(&team(&THREE), horizon("Europe/Berlin")), Policy::default());
    let plan = Plan::of(&prepared, &policy);
    let report = Report {
        prepared: &prepared,
        plan: &plan,
        coverage: &coverage(&prepared, |_| true),
        hiring: None,
        title: None,
        context: context(),
    };
    let without = page(|out| tzplan_report::page::report(out, &report));
    assert!(!without.contains("Where to hire"));
    let (with, _) = written(&team(&THREE), "Europe/Berlin", None, context());
    assert!(with.contains("Where to hire"));
    // What a team is sent is small.
    // What a team is sent is small, its script and what can be tried included.
    assert!(without.len() < 90_000, "{} bytes", without.len());
}

/// By hand: 22–06 from Sunday to Thursday is 8 h of night on each of five days; 8–16 in Berlin is none.
#[test]
fn work_at_night_is_named_in_its_row_and_hatched() {
    let rows = [("Ben", "Europe/Berlin", "8-16"), ("Keiko", "Asia/Tokyo", "Sun-Thu 22-06")];
    let (text, _) = written(&team(&rows), "Europe/Berlin", None, context());
    let parsed = Html::parse_document(&text);
    assert_eq!(all(&parsed, ".row.person .nights"), ["", "40 h a week at night"]);
    let late = select(".row.person .late:not(.some-days)");
    let hatched = parsed.select(&late).map(|path| path.attr("d").is_some());
    assert_eq!(hatched.collect::<Vec<_>>(), [false, true]);
    assert!(all(&parsed, ".legend")[0].contains("night on their own clock (22:00–06:00)"));
}

/// Berlin and São Paulo 9–17 share 12:00–16:00 UTC in Berlin's winter and 12:00–15:00 in its summer, when the
/// target of 4 h is missed; both change nothing but Berlin's clock.
#[test]
fn the_dates_shown_are_said_and_why_they_decide() {
    let rows = [("Ana", "America/Sao_Paulo", "9-17"), ("Ben", "Europe/Berlin", "9-17")];
    let (text, _) = written(&team(&rows), "Europe/Berlin", None, context());
    let why = "These dates decide: of those below the target they last longest.";
    let shown = format!("Shown: 28 Mar – 30 Oct 2027, Berlin summer time. {why}");
    assert_eq!(all(&Html::parse_document(&text), "#day-shown"), [shown]);
}

#[test]
fn charts_say_which_settings_are_not_the_usual_ones() {
    let prepared = PreparedTeam::new(&team(&THREE), horizon("Europe/Berlin"));
    let usual = page(|out| chart::pairs(out, &prepared, &Policy::default(), context()));
    assert!(!usual.contains("Not the usual") && !usual.contains("Settings"));
    let setting = |name: &str, value: &str, from: &str| tzplan_report::Setting {
        name: name.to_owned(),
        value: value.to_owned(),
        from: from.to_owned(),
    };
    let settings = [setting("target", "3h", "tzplan.toml")];
    let policy = Policy::default().with_target(tzplan::Minutes(180)).unwrap();
    let changes = [tzplan_report::Change::Teams { names: vec!["Core".to_owned()] }];
    let context = Context { settings: &settings, changes: &changes, ..context() };
    let plan = Plan::of(&prepared, &policy);
    for chart in [
        page(|out| chart::pairs(out, &prepared, &policy, context)),
        page(|out| chart::day(out, &prepared, &plan, context)),
        page(|out| chart::year(out, &prepared, &plan, context)),
    ] {
        for note in [
            "What if: only the people of Core.",
            "Not the usual: target 3 h.",
            "Settings: target 3h (tzplan.toml).",
        ] {
            // Seen, and described to who does not see it.
            assert_eq!(chart.matches(note).count(), 2, "{note}");
        }
    }
}

/// No word of where the file is.
#[test]
fn a_page_is_called_by_the_file_s_stem() {
    let context = Context { source: "../a secret folder/team.2027.csv", ..context() };
    let (text, _) = written(&team(&THREE), "Europe/Berlin", None, context);
    assert!(!text.contains("secret"));
    let parsed = Html::parse_document(&text);
    assert_eq!(
        (all(&parsed, "head title"), all(&parsed, ".title")),
        (vec!["team.2027".to_owned()], vec!["team.2027".to_owned()])
    );
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
        (all(&parsed, "head title"), all(&parsed, ".title")),
        (vec!["Three".to_owned()], vec!["Three".to_owned()])
    );
}

#[test]
fn a_team_of_500_makes_a_page_that_opens_at_once() {
    let team = big(500);
    let (text, _) = written(&team, "Europe/Berlin", None, context());
    assert!(text.len() < MOST_BYTES, "{} bytes", text.len());
    let parsed = Html::parse_document(&text);
    // Rows are schedules, most of them folded and counted.
    assert!(all(&parsed, "#rows .more > details > summary")[0].contains("more schedules, "));
    for (name, chart) in charts(&team, "Europe/Berlin") {
        assert!(chart.len() < MOST_BYTES / 8, "{name}: {} bytes", chart.len());
    }
}
