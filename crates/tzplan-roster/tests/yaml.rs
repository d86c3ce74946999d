//! Rosters in YAML.

#![cfg(all(feature = "structured", feature = "places"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};

fn named(name: &str, text: &str) -> Roster {
    read(name, text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

/// Name, zone and hours of everybody.
fn people(text: &str) -> Vec<String> {
    // An anchor may stand first, which only the ending of the name tells from a text.
    let roster = named(if text.starts_with("usual") { "team.yaml" } else { "-" }, text);
    assert!(roster.is_ok(), "{text}: {:#?}", roster.diagnostics);
    let member = |member: tzplan::MemberRef<'_>| {
        let post = &member.schedule().posts()[0];
        format!("{} {} {}", member.name(), post.zone(), post.hours())
    };
    roster.team.members().map(member).collect()
}

/// In braces a comma separates pairs, but whoever writes a list there means one.
#[test]
fn lists_in_braces_need_no_brackets() {
    for (text, expected) in [
        ("- {name: Ana, zone: UTC, hours: 9-17, days: Mon, Tue}\n", "Ana UTC 09:00-17:00 Mon,Tue"),
        ("- {name: Ana, zone: UTC, days: Mon, Tue, Thu, hours: 9-17}\n", "Ana UTC 09:00-17:00 Mon,Tue,Thu"),
        ("- {name: Ana, zone: UTC, hours: 9-12, 13-17}\n", "Ana UTC 09:00-12:00,13:00-17:00 Mon-Fri"),
        ("- {name: Ana, zone: Lisbon, Portugal, hours: 9-17}\n", "Ana Europe/Lisbon 09:00-17:00 Mon-Fri"),
        ("- {name: Ana, zone: UTC, hours: 9-17, note: , days: Mon}\n", "Ana UTC 09:00-17:00 Mon"),
        ("- {name: Ana, zone: UTC, hours: 9-17, email: ~, team}\n", "Ana UTC 09:00-17:00 Mon-Fri"),
        ("- name: Ana\n  zone: UTC\n  hours: 9-17\n  days: Mon, Tue\n", "Ana UTC 09:00-17:00 Mon,Tue"),
    ] {
        assert_eq!(people(text), [expected], "{text}");
    }
}

fn codes(text: &str) -> Vec<(&'static str, u64)> {
    named("team.yaml", text).diagnostics.iter().map(|found| (found.code, found.row)).collect()
}

const TWO: [&str; 2] = ["Ana Europe/Lisbon 09:00-17:00 Mon-Fri", "Ben Asia/Tokyo 10:00-18:00 Mon-Thu"];

#[test]
fn the_shapes_that_people_keep() {
    for text in [
        "- name: Ana\n  zone: Europe/Lisbon\n  hours: 9-17\n- name: Ben\n  zone: Asia/Tokyo\n  hours: 10:00-18:00\n  days: [Mon, Tue, Wed, Thu]\n",
        "---\nmembers:\n  - {name: Ana, zone: Europe/Lisbon, hours: '9-17'}\n  - {name: Ben, zone: \"Asia/Tokyo\", start: 10:00, end: 18:00, days: Mon-Thu}\n...\n",
        "# the team\nteam:\n- name: Ana\n  location:\n    city: Lisbon, Portugal\n  hours: 9-17\n- name: Ben\n  location:\n    city: Tokyo\n  workingHours: {start: 10:00, end: 18:00}\n  days: Mon-Thu\n",
        "Ana:\n  zone: Europe/Lisbon\n  hours: 9-17\nBen:\n  zone: Asia/Tokyo\n  hours: 10-18 Mon-Thu\n",
        "team:\n  Ana:\n    zone: Europe/Lisbon\n    hours: 9-17\n  Ben:\n    zone: Asia/Tokyo\n    hours: 10-18 Mon-Thu\n",
        "people:\n  Ana: {tz: Europe/Lisbon, hours: 9-17}\n  Ben: {tz: Asia/Tokyo, hours: 10-18 Mon-Thu}\nversion: 2\npolicy: {target: 3h}\n",
        "members:\n  Ana: {tz: Europe/Lisbon, hours: 9-17}\n  Ben: {tz: Asia/Tokyo, hours: 10-18 Mon-Thu}\n",
        r#"{"users": {"Ana": {"tz": "Europe/Lisbon", "hours": "9-17"}, "Ben": {"tz": "Asia/Tokyo", "hours": "10-18 Mon-Thu"}}}"#,
        "people:\n  - &ana\n    name: Ana\n    zone: Europe/Lisbon\n    hours: 9-17\n  - <<: *ana\n    name: Ben\n    zone: Asia/Tokyo\n    hours: 10-18 Mon-Thu\n",
        "usual: &usual 9-17\nmembers:\n  - {name: Ana, zone: Europe/Lisbon, hours: *usual}\n  - {name: Ben, zone: Asia/Tokyo, hours: 10-18 Mon-Thu, email: ~}\n",
    ] {
        assert_eq!(people(text), TWO, "{text}");
    }
    // Texts that other versions of YAML read as yes, no, numbers or dates.
    let roster = named(
        "t.yml",
        "members:\n- name: No\n  zone: UTC\n  required: no\n  off: 2026-12-24\n- name: 007\n  zone: UTC\n  required: true\n",
    );
    let names: Vec<&str> = roster.team.members().map(tzplan::MemberRef::name).collect();
    assert_eq!((names, roster.is_ok()), (vec!["No", "007"], true), "{:?}", roster.diagnostics);
    assert_eq!(roster.team.member(0).unwrap().schedule().days_off().len(), 1);
    let with_policy = named("t.yaml", "policy:\n  target: 3h\nmembers:\n- zone: UTC\n");
    assert!(with_policy.is_ok() && with_policy.policy != Default::default(), "{:?}", with_policy.diagnostics);
}

#[test]
fn faults_point_at_the_place_in_the_file() {
    let roster = named(
        "team.yaml",
        "# é\nmembers:\n  - name: Ana\n    zone: Europe/Lisbon\n  - name: Ben\n    zone: Berln\n    hours: late\n",
    );
    let found: Vec<_> = roster
        .diagnostics
        .iter()
        .filter(|found| found.severity == tzplan_roster::Severity::Error)
        .map(|found| {
            let source = found.source.as_ref().unwrap();
            (
                found.code,
                source.line,
                found.place.clone().unwrap().to_string(),
                source.text[source.span.clone()].to_owned(),
            )
        })
        .collect();
    let expected =
        [("unknown-zone", 6, "members[1].zone", "Berln"), ("bad-hours", 7, "members[1].hours", "late")];
    let expected = expected.map(|(code, line, place, text)| (code, line, place.to_owned(), text.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn what_is_no_roster_is_refused_with_its_line() {
    for (text, code, line) in [
        ("members:\n- name: Ana\n  zone: 'UTC\n", "bad-yaml", 3),
        ("- zone: UTC\n---\n- zone: UTC\n", "bad-yaml", 2),
        ("- ? [a, b]\n  : c\n", "bad-yaml", 1),
        ("- &a [*a]\n", "bad-yaml", 1),
        ("just a text\n", "no-members", 1),
        ("members: Ana\n", "no-members", 1),
        ("members:\n", "no-members", 1),
        ("- Ana\n- Ben\n", "bad-entry", 1),
    ] {
        let found = codes(text);
        assert_eq!(found.first().map(|(code, _)| *code), Some(code), "{text}: {found:?}");
        assert!(found[0].1.abs_diff(line) <= 1, "{text}: {found:?}");
    }
}

#[test]
fn bombs_are_refused() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (letter, before) in ('b'..='k').zip('a'..='j') {
        let many = vec![format!("*{before}"); 10].join(", ");
        bomb.push_str(&format!("{letter}: &{letter} [{many}]\n"));
    }
    assert_eq!(codes(&format!("{bomb}members:\n- zone: UTC\n"))[0].0, "bad-yaml");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(codes(&deep)[0].0, "bad-yaml");
    let deep = "- ".repeat(50_000);
    assert_eq!(codes(&deep)[0].0, "bad-yaml");
}

#[test]
fn people_by_names_stand_under_one_key() {
    let two = "team:\n  Ana: {tz: UTC}\npeople:\n  Ben: {tz: UTC}\n";
    assert_eq!(codes(two), [("duplicate-key", 4)]);
}
