//! What titles of a team's events say beside names.

use chrono::NaiveDate;
use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};
use tzplan_roster::{IcsPerson, read_team_ics};

/// How many days Ana Lima is off for an event of one whole day, and the codes of what is said.
fn days(title: &str) -> (usize, Vec<&'static str>) {
    let text = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{title}\r\nDTSTART;VALUE=DATE:20270105\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    of_text(&text)
}

fn of_text(text: &str) -> (usize, Vec<&'static str>) {
    let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
    let schedule = Schedule::new(Zone::iana("Europe/Lisbon").expect("an id"), WeeklyHours::default());
    let people = [IcsPerson { name: "Ana Lima", email: None, schedule: &schedule }];
    let year = date("2027-01-01")..date("2028-01-01");
    let found = read_team_ics("team.ics", text.as_bytes(), year, Tzdb::bundled(), &people).expect("text");
    (found.dates[0].len(), found.diagnostics.iter().map(|found| found.code).collect())
}

#[test]
fn who_is_away_is_off() {
    for title in [
        "Ana Lima - Vacation",
        "Urlaub Ana Lima",
        "Ana Lima krank",
        "Ana Lima last day of vacation",
        "Ana Lima out, kids back",
        "Ana Lima PTO - first day",
        "Ana Lima Mutterschutz - letzter Tag",
        "Ana Lima: RTT",
        "Ana Lima sjuk",
        "\u{6709}\u{4f11} Ana Lima",
        "Ana Lima",
        "Ana Lima (2 days)",
        "Lima, Ana: from 5.1.",
    ] {
        assert_eq!(days(title), (1, vec![]), "{title}");
    }
}

/// A calendar of who is away names reasons of every kind; one of what people do names work.
#[test]
fn what_says_neither_is_a_day_off_and_is_said() {
    for title in [
        "Ana Lima not working",
        "Ana Lima, dentist, back",
        "Ana Lima - training",
        "Ana Lima: conference",
        "Ana Lima \u{2013} Schulung",
        "Ana Lima @ customer",
        "Ana Lima in Berlin",
        "Ana Lima: release duty",
        "Ana Lima's wedding",
    ] {
        assert_eq!(days(title), (1, vec!["taken-as-off"]), "{title}");
    }
}

#[test]
fn half_a_day_is_no_day_off_which_is_said() {
    for title in [
        "Ana Lima half day",
        "Ana Lima - Vacation (half-day)",
        "Ana Lima \u{bd} day",
        "Ana Lima OOO (PM)",
        "Ana Lima: 0.5 days",
        "Halber Tag Ana Lima",
        "Ana Lima demi-journ\u{e9}e",
        "Ana Lima \u{5348}\u{5f8c}\u{4f11}",
    ] {
        assert_eq!(days(title), (0, vec!["part-of-a-day"]), "{title}");
    }
}

#[test]
fn who_works_elsewhere_or_is_back_is_not_off() {
    for title in [
        "Ana Lima working from Porto",
        "Ana Lima: t\u{e9}l\u{e9}travail",
        "Ana Lima NOT on vacation",
        "Ana Lima is back",
        "Ana Lima back",
        "Ana Lima: first day",
        "Ana Lima - letzter Tag",
        "Retour Ana Lima: premier jour",
        "\u{5fa9}\u{5e30} Ana Lima \u{5fa9}\u{5e30}",
        "Dienstreise Ana Lima",
        "Ana Lima Rufbereitschaft",
        "Compleanno Ana Lima",
    ] {
        assert_eq!(days(title), (0, vec!["no-absence"]), "{title}");
    }
}

/// A training of some hours is no day off, one of a day and some hours is one.
#[test]
fn what_gives_nobody_a_day_is_not_taken_for_one() {
    let said = |end: &str| {
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ana Lima: training\r\n\
             DTSTART:20270105T080000\r\nDTEND:{end}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        of_text(&text)
    };
    assert_eq!(said("20270105T120000"), (0, vec!["part-of-a-day"]));
    assert_eq!(said("20270106T120000"), (1, vec!["taken-as-off", "part-of-a-day"]));
}

/// As Outlook marks them, in its language.
#[test]
fn what_is_cancelled_is_no_day_off() {
    for title in ["Canceled: Ana Lima OOO", "Abgesagt: Ana Lima Urlaub", "Annul\u{e9} : Ana Lima"] {
        assert_eq!(days(title), (0, vec![]), "{title}");
    }
    assert_eq!(days("Ana Lima: cancelled flight"), (1, vec!["taken-as-off"]));
}
