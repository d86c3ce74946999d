//! Plain lists: a bullet, a name and a place on each line.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};

use crate::{hours, people};

fn list(text: &str) -> Roster {
    read("team.md", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
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
    let faults: Vec<(&str, u64)> = found
        .diagnostics
        .iter()
        .map(|fault| (fault.code, fault.row))
        .filter(|(code, _)| *code != "place")
        .collect();
    assert_eq!(faults, [("unknown-zone", 2), ("missing-zone", 3), ("bad-entry", 4)]);
    assert_eq!(people(&found), ["Ana Europe/Lisbon"]);
}
