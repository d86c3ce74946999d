//! Plain lists: a bullet, a name and a place on each line.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};

use crate::{hours, people};

fn list(text: &str) -> Roster {
    read("team.md", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

/// The codes of what is found, with their lines, but for notes on places that have namesakes.
fn codes(found: &Roster) -> Vec<(&str, u64)> {
    let all = found.diagnostics.iter().map(|fault| (fault.code, fault.row));
    all.filter(|(code, _)| *code != "place").collect()
}

#[test]
fn a_line_is_somebody() {
    for text in [
        "- Ana: Europe/Lisbon\n- Ben: Berlin\n",
        "* Ana \u{2013} Lisbon\n* Ben \u{2013} Berlin\n",
        "\u{2022} Ana, Lisbon, Portugal\n\u{2022} Ben, Berlin\n",
        "1. Ana (Lisbon)\n2. Ben (Berlin)\n",
        "# Team\n\n## Here\n- **Ana** \u{2014} Lisbon \u{1f1f5}\u{1f1f9}\n\n## There\n- [Ben](https://ben.example) \u{2014} Berlin",
        "- Ana: Lisbon\r\n- Ben - Berlin, Germany\r\n",
    ] {
        let found = list(text);
        assert!(found.is_ok(), "{text}: {:?}", found.diagnostics);
        assert_eq!(people(&found), ["Ana Europe/Lisbon", "Ben Europe/Berlin"], "{text}");
    }
}

#[test]
fn hours_may_stand_behind_the_place() {
    let found = list("- Ana: Lisbon (9-17)\n- Ben: Berlin, Mon-Thu 10:00-18:00\n- Kim: Seoul\n");
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    let expected =
        [("Ana", "09:00-17:00 Mon-Fri"), ("Ben", "10:00-18:00 Mon-Thu"), ("Kim", "09:00-17:00 Mon-Fri")];
    assert_eq!(hours(&found), expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())));
}

#[test]
fn hours_may_stand_behind_a_place_in_brackets() {
    let found = list("* Noor (Amman), 9-17\n* Ben (Berlin) 10:00-18:00\n");
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    assert_eq!(people(&found), ["Noor Asia/Amman", "Ben Europe/Berlin"]);
    // Jordan's week is from Sunday to Thursday.
    let expected = [("Noor", "09:00-17:00 Sun-Thu"), ("Ben", "10:00-18:00 Mon-Fri")];
    assert_eq!(hours(&found), expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())));
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let found = list("- Ana: Lisbon\n- Ben: Nowhere at all\n- Kim\nAsk Ida.\n");
    assert_eq!(codes(&found), [("unknown-zone", 2), ("missing-zone", 3), ("bad-entry", 4)]);
    assert_eq!(people(&found), ["Ana Europe/Lisbon"]);
}

#[test]
fn lists_go_without_bullets() {
    for text in [
        "Ana: Europe/Lisbon\nBen: Europe/Berlin\n",
        "Ana - Lisbon, 9-17\n\nBen - Berlin, 9-17\n",
        "Our team in May\n\nAna \u{2013} Lisbon\nBen \u{2013} Berlin\n",
        "Support rota, winter\n\nAna \u{2014} Lisbon\nBen \u{2014} Berlin\n",
        "Ana (Lisbon)\r\nBen (Berlin), 9-17\r\n",
        "Ana @ Lisbon\nBen, Berlin\n",
    ] {
        let found = crate::roster(text);
        // `Ben, Berlin` alone would not do, and is read where another line says how the list is meant.
        let is_one = text.contains('@');
        assert!(found.is_ok() != is_one, "{text}: {:?}", found.diagnostics);
        if !is_one {
            assert_eq!(people(&found), ["Ana Europe/Lisbon", "Ben Europe/Berlin"], "{text}");
        }
    }
    let found = crate::roster("Team\nAna: Lisbon\nBen: Nowhere at all\nKim: Seoul\nAsk Ida.\n");
    assert_eq!(codes(&found), [("titles", 2), ("unknown-zone", 3), ("missing-zone", 5)]);
    // Places with those who are there.
    assert!(!crate::roster("Lisbon: Ana, Ben\nBerlin: Kim\n").is_ok());
    // A header and titles of a table are none.
    for text in ["Team - London\nname,zone\nAna,UTC\n", "Team: London\nas of: Monday\n\nname;zone\nAna;UTC\n"]
    {
        assert_eq!(people(&crate::roster(text)), ["Ana UTC"], "{text}");
    }
}

/// Names with nothing but a zone, as settings of programs have them.
#[test]
fn names_may_have_a_zone_each() {
    let read_as = |name: &str, text: &str| {
        let found = read(name, text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        assert!(found.is_ok(), "{text}: {:?}", found.diagnostics);
        people(&found)
    };
    for (name, text) in [
        ("team.json", r#"{"Ana": "Europe/Lisbon", "Ben": "Europe/Berlin"}"#),
        ("team.json", r#"{"policy": {"target": "2h"}, "members": {"Ana": "Lisbon", "Ben": "Berlin"}}"#),
        ("team.json", r#"{"version": "3", "team": {"Ana": "Lisbon", "Ben": "Berlin"}}"#),
        ("team.json", r#"[{"Ana": "Lisbon"}, {"Ben": "Berlin"}]"#),
        ("team.yaml", "Ana: Europe/Lisbon\nBen: Europe/Berlin\n"),
        ("team.yaml", "team:\n  Ana: Lisbon\n  Ben: Berlin\n"),
        ("team.yml", "- Ana: Lisbon\n- Ben: Berlin\n"),
    ] {
        assert_eq!(read_as(name, text), ["Ana Europe/Lisbon", "Ben Europe/Berlin"], "{text}");
    }
    // What is no mapping of people stays none, and what is beside people is nobody.
    for text in [
        r#"{"company": "Acme", "hq": "Berlin"}"#,
        r#"{"name": "Ana", "zone": "Europe/Lisbon"}"#,
        r#"{"offices": {"hq": "Berlin", "lab": "Paris"}}"#,
        r#"{"primary": "Europe/Paris", "fallback": "UTC"}"#,
        r#"{"Lisbon": "Paris", "Berlin": "London"}"#,
    ] {
        let found = crate::roster(text);
        assert!(!found.is_ok() && found.team.is_empty(), "{text}: {:?}", people(&found));
    }
    let both = r#"{"members": [{"name": "Ana", "zone": "Lisbon"}], "offices": {"hq": "Berlin"}}"#;
    assert_eq!(read_as("team.json", both), ["Ana Europe/Lisbon"]);
}
