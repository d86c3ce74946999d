//! The page about candidates: sound, inert, without a script, and with the answers of the JSON.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod teams;

use std::io::ErrorKind;

use scraper::{Html, Selector};
use serde_json::Value;
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::{Member, Policy, PreparedTeam, Team, Zone};
use tzplan_report::page::MOST_CARDS;
use tzplan_report::{Document, FitDocument, Form, Pool, PoolDocument, write};

use teams::{THREE, big, context, horizon, page, team};

fn opening(team: &Team) -> Opening {
    Opening::new(&PreparedTeam::new(team, horizon("Europe/Berlin")), &Policy::default())
}

/// The page of one candidate, and the same as JSON.
fn one(team: &Team, name: &str, zone: &str, hours: &str) -> (String, Value) {
    let (opening, candidates) = (opening(team), self::team(&[(name, zone, hours)]));
    let candidate = opening.candidate(candidates.members().next().unwrap().schedule());
    let document = FitDocument::new(name, &candidate, context());
    assert!(document.has_html());
    let json = page(|out| document.json(out));
    (page(|out| write(&document, Form::Html, out)), serde_json::from_str(&json).unwrap())
}

/// The page of a pool, best first.
fn several(team: &Team, candidates: &Team) -> std::io::Result<String> {
    let opening = opening(team);
    let ranking = Ranking::of(&opening, candidates, SortBy::Fit, None);
    let row = |index: usize| Some(index as u64 + 2);
    let (results, profiles) = (ranking.results(), ranking.judged());
    let (sort, row) = (SortBy::Fit, &row);
    let pool = Pool { source: "pool.csv", ranking: &ranking, sort, results, profiles, skipped: 0, row };
    let document = PoolDocument::new(&opening, pool, context());
    assert_eq!(document.has_html(), (1..=MOST_CARDS).contains(&candidates.len()));
    let mut out = Vec::new();
    write(&document, Form::Html, &mut out)?;
    Ok(String::from_utf8(out).unwrap())
}

fn all(page: &Html, selector: &str) -> Vec<String> {
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&Selector::parse(selector).unwrap()).map(|one| words(one.text().collect())).collect()
}

/// What a card says under a label.
fn fact(page: &Html, label: &str) -> Vec<String> {
    let [rows, dt, dd] = ["dl div", "dt", "dd"].map(|selector| Selector::parse(selector).unwrap());
    let rows =
        page.select(&rows).filter(|row| row.select(&dt).next().unwrap().text().collect::<String>() == label);
    rows.map(|row| row.select(&dd).map(|dd| dd.text().collect::<String>()).collect::<Vec<_>>().join(" "))
        .collect()
}

/// By hand: Tokyo 9–17 is 00:00–08:00 UTC, Berlin 8–16 or 7–15. To share 4 h with everyone Keiko would have
/// to begin 7½ h later, at 16:30, and work until 00:30: 2½ h of each day after 22:00, 12½ h a week.
#[test]
fn a_trap_is_told_in_plain_words_and_drawn() {
    let (text, json) = one(&team(&THREE), "Keiko", "Asia/Tokyo", "9-17");
    let parsed = Html::parse_document(&text);
    assert_eq!(all(&parsed, "h1"), ["Keiko FITS ASYNC ONLY: works with none of 3"]);
    assert_eq!(all(&parsed, "title"), ["Keiko – team"]);
    assert_eq!(fact(&parsed, "Own hours"), ["09:00–17:00 Mon–Fri in Tokyo, none of it at night."]);
    let asked = &fact(&parsed, "Asked of Keiko")[0];
    for part in ["Shift trap", "16:30–00:30", "7½ h later", "12½ h a week of it at night"] {
        assert!(asked.contains(part), "no {part} in {asked}");
    }
    assert_eq!(json["trap"]["shift"], 450);
    assert_eq!(
        all(&parsed, ".candidate.moved .place"),
        vec!["trap: 7½ h later"; 1 + parsed.select(&Selector::parse("#others h3").unwrap()).count()]
    );
    // Everyone shares 3 h in summer; with Keiko they do not overlap any more.
    assert_eq!(fact(&parsed, "The team now"), ["OVERLAP with shifts: everyone shares 3 h a day or more."]);
    assert!(fact(&parsed, "The team with Keiko")[0].starts_with("HYBRID: "));
}

/// By hand: Lima 9–17 is 14:00–22:00 UTC; with London 10:00–18:00 UTC, 4 h in winter, 3 h in summer.
#[test]
fn a_shift_is_drawn_beside_the_hours_stated() {
    let lone = team(&[("Chloé", "Europe/London", "10-18")]);
    let (text, json) = one(&lone, "Luz", "America/Lima", "9-17");
    let parsed = Html::parse_document(&text);
    assert_eq!((&json["result"], &json["shift"]), (&"fits-with-shift".into(), &(-60).into()));
    assert_eq!(
        all(&parsed, "h1"),
        ["Luz FITS WITH A SHIFT of 1 h: works with none of 1 at the hours stated"]
    );
    assert!(fact(&parsed, "Asked of Luz")[0].contains("08:00–16:00"));
    assert_eq!(fact(&parsed, "Asked of the team"), ["Nothing: nobody has to move."]);
    assert!(all(&parsed, ".candidate.moved .place").iter().all(|by| by == "moved 1 h earlier"));
    assert!(all(&parsed, ".mates td")[0].contains("3 h"), "{:?}", all(&parsed, ".mates td"));
}

/// By hand: Lagos 9–17 is 08:00–16:00 UTC all year. Everyone else is at work 12:00–16:00 UTC in Europe's
/// winter and 12:00–15:00 in its summer: an hour later in Lagos.
#[test]
fn the_shared_hours_are_on_the_candidate_s_own_clock_too() {
    let (text, _) = one(&team(&THREE), "Nia", "Africa/Lagos", "9-17");
    let winter = "With everyone 13:00–17:00 (4 h a day), all but 28 Mar – 30 Oct.";
    let summer = "With everyone 13:00–16:00 (3 h a day), 28 Mar – 30 Oct.";
    let told = fact(&Html::parse_document(&text), "The week on the clock of Lagos");
    assert_eq!(told, [format!("{winter} {summer}")]);
}

/// Berlin and Warsaw keep one clock; Tokyo keeps another.
#[test]
fn those_whom_nothing_tells_apart_are_called_equal() {
    let pool = team(&[
        ("Bo", "Europe/Berlin", "9-17"),
        ("Ola", "Europe/Warsaw", "9-17"),
        ("Kei", "Asia/Tokyo", "9-17"),
    ]);
    let text = several(&team(&THREE), &pool).unwrap();
    let leads = all(&Html::parse_document(&text), ".decision .lead");
    assert_eq!(leads.len(), 1, "{leads:?}");
    assert!(leads[0].starts_with("Bo and Ola are equal here: "), "{leads:?}");
}

#[test]
fn several_stand_side_by_side_and_more_than_five_do_not() {
    let pool = team(&[
        ("Keiko", "Asia/Tokyo", "9-17"),
        ("Nia", "Africa/Lagos", "9-17"),
        ("Luz", "America/Lima", "9-17"),
        ("Bo", "Europe/Berlin", "9-17"),
        ("Kai", "Pacific/Auckland", "22-06"),
    ]);
    let text = several(&team(&THREE), &pool).unwrap();
    let parsed = Html::parse_document(&text);
    assert_eq!(all(&parsed, ".hire").len(), 5);
    let heading = &all(&parsed, "h1")[0];
    for name in ["Keiko", "Nia", "Luz", "Bo", "Kai"] {
        assert!(heading.contains(name), "{heading}");
    }
    // As many labels on every card, so that they line up.
    let labels = all(&parsed, ".hire dt");
    assert!(labels.chunks(labels.len() / 5).all(|card| card[0] == "Own hours"), "{labels:?}");
    assert_eq!(all(&parsed, ".mates thead th").len(), 6);
    let mut six = pool.clone();
    six.add(Member::new("Ana", Zone::iana("America/Sao_Paulo").unwrap()));
    for (team, candidates) in [(team(&THREE), six), (team(&THREE), Team::new())] {
        assert_eq!(several(&team, &candidates).unwrap_err().kind(), ErrorKind::Unsupported);
    }
}

/// By hand: moved by 2 h each, London is at work from 7 to 15 UTC and Tokyo from 2 to 10: 3 h, so there are
/// pods. Lagos, 8 to 16 UTC, shares 6 h or more with Berlin and London, and nothing with the others.
#[test]
fn a_team_in_pods_is_drawn_pod_by_pod() {
    let pods = team(&[
        ("Ben", "Europe/Berlin", "9-17"),
        ("Chloé", "Europe/London", "9-17"),
        ("Mei", "Asia/Tokyo", "9-17"),
        ("Zoe", "Australia/Sydney", "9-17"),
    ]);
    let (text, json) = one(&pods, "Ola", "Africa/Lagos", "9-17");
    let parsed = Html::parse_document(&text);
    let joined: Vec<u64> = json["pods"].as_array().unwrap().iter().filter_map(Value::as_u64).collect();
    assert_eq!(joined.len(), 1);
    let pod = joined[0] + 1;
    assert_eq!(
        all(&parsed, "h1"),
        [format!("Ola FITS: works with 2 of 4 (pod {pod}); in writing with the 2 who share too little")]
    );
    assert_eq!(all(&parsed, ".opening .row.group .name"), ["Pod 1", "Pod 2"]);
    assert_eq!(fact(&parsed, "The team now"), ["HYBRID: 4 of 4 share a pod."]);
    assert_eq!(fact(&parsed, "The team with Ola"), ["HYBRID: 5 of 5 share a pod."]);
}

#[test]
fn names_are_text_and_the_page_does_nothing() {
    let names = [
        "<script>alert(1)</script>",
        "\" onload=\"alert(1)",
        "</title></style><img src=x onerror=alert(1)>",
        "evil\u{202e}gnp.exe\u{2066}",
        "a\u{1b}[31mred\u{7}\u{0}\u{9b}2J",
    ];
    let rows: Vec<(&str, &str, &str)> = names.iter().map(|name| (*name, "Asia/Tokyo", "9-17")).collect();
    let long = "x".repeat(10_000);
    let crowd = team(
        &[rows.as_slice(), &[(&*long, "Europe/Berlin", "9-17"), ("", "Europe/Berlin", "9-17")]].concat(),
    );
    for text in [
        several(&crowd, &team(&rows)).unwrap(),
        one(&crowd, &long, "Asia/Tokyo", "22-06").0,
        one(&big(60), "", "Pacific/Chatham", "00:00-24:00 daily").0,
        one(&Team::new(), names[2], "Europe/Berlin", "9-17").0,
        one(&team(&[("Ben", "Europe/Berlin", "9-17")]), "שלום", "Europe/Berlin", "9-17").0,
    ] {
        let parsed = Html::parse_document(&text);
        assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
        assert_eq!(all(&parsed, "script, img, iframe, object, embed, [onload], [onerror], [style]").len(), 0);
        assert_eq!((all(&parsed, "h1").len(), all(&parsed, "style").len()), (1, 1));
        assert!(
            text.contains("default-src &#39;none&#39;")
                || text.contains("default-src 'none'")
                || text.contains("default-src &#x27;none"),
            "{}",
            &text[..400]
        );
        assert!(!text.contains("script-src"));
        let steers = |c: char| {
            c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}')
        };
        assert!(!text.contains(steers));
        assert_eq!(all(&parsed, "th:not([scope])").len(), 0);
    }
}
