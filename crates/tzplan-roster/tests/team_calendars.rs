//! Calendars of whole teams, in the shapes in which calendars and HR tools export them.

use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};
use tzplan_roster::{IcsPerson, IcsTeamDays, Severity, read_team_ics};

const PEOPLE: [(&str, &str, &str); 4] = [
    ("Ana Lima", "ana.lima@example.org", "Europe/Lisbon"),
    ("Ben Roth", "Ben@example.org", "Europe/Berlin"),
    ("Chloé Martin", "chloe@example.org", "Europe/London"),
    ("Ana Silva", "ana.silva@example.org", "America/Sao_Paulo"),
];

fn read(text: &str) -> IcsTeamDays {
    let schedules =
        PEOPLE.map(|(_, _, zone)| Schedule::new(Zone::iana(zone).expect("a zone"), WeeklyHours::default()));
    let people: Vec<IcsPerson<'_>> = PEOPLE
        .iter()
        .zip(&schedules)
        .map(|((name, email, _), schedule)| IcsPerson { name, email: Some(email), schedule })
        .collect();
    let year = "2027-01-01".parse().expect("a date").."2028-01-01".parse().expect("a date");
    read_team_ics("team.ics", text.as_bytes(), year, Tzdb::bundled(), &people).expect("bytes do not fail")
}

/// The days off of each person.
fn off(read: &IcsTeamDays) -> Vec<Vec<String>> {
    read.dates.iter().map(|dates| dates.iter().map(ToString::to_string).collect()).collect()
}

fn said(read: &IcsTeamDays) -> Vec<(&str, Severity, String)> {
    let of = |found: &tzplan_roster::Diagnostic| found.message.to_string();
    read.diagnostics.iter().map(|found| (found.code, found.severity, of(found))).collect()
}

fn none() -> Vec<String> {
    Vec::new()
}

fn warning(code: &'static str, message: &str) -> (&'static str, Severity, String) {
    (code, Severity::Warning, message.to_owned())
}

fn note(code: &'static str, message: &str) -> (&'static str, Severity, String) {
    (code, Severity::Note, message.to_owned())
}

/// Ben organised Ana Lima's leave; the times of Chloé's are 23:00 to 23:00 in London and hold two shifts.
#[test]
fn google_calendar() {
    let read = read(include_str!("fixtures/calendars/google.ics"));
    let expected = [
        vec!["2027-01-04".to_owned(), "2027-01-05".to_owned()],
        none(),
        ["2027-01-12", "2027-01-13", "2027-02-03"].map(str::to_owned).into(),
        vec!["2027-02-10".to_owned()],
    ];
    assert_eq!(off(&read), expected);
    assert_eq!(
        said(&read),
        [
            note("free-event", "the event `Ben OOO` (line 31) is marked as free time and is no day off"),
            // Whom it invites is known; whether they work there is not.
            note(
                "taken-as-off",
                "the event on line 44 says neither absence nor work, and is taken for a day off"
            ),
            warning(
                "unmatched-event",
                "the event `Company party` names nobody of the roster, and is nobody's day off"
            ),
            warning(
                "ambiguous-event",
                "the event `Ana OOO` may be about Ana Lima or Ana Silva, and is nobody's day off"
            ),
        ]
    );
    assert_eq!(read.last, Some("2027-02-10".parse().expect("a date")));
}

/// From Monday 00:00 to Friday 23:59; a whole shift under the name that Outlook shows for Berlin's zone; and
/// one on a clock whose rules stand in the file, New York's: 03:00 there is 09:00 in Berlin.
#[test]
#[cfg(feature = "places")]
fn outlook() {
    let read = read(include_str!("fixtures/calendars/outlook.ics"));
    let ben = ["12", "13", "14", "15", "16", "19", "20"].map(|day| format!("2027-04-{day}"));
    assert_eq!(off(&read), [none(), ben.into(), none(), none()]);
    assert_eq!(
        said(&read),
        [
            note("free-event", "the event `Ben Roth` (line 60) is marked as free time and is no day off"),
            note(
                "part-of-a-day",
                "the event `Ben Roth - Zahnarzt` (line 67) covers a part of a day, which is no day off"
            ),
        ]
    );
}

#[test]
fn bamboohr() {
    let read = read(include_str!("fixtures/calendars/bamboohr.ics"));
    let expected = [
        vec!["2027-03-01".to_owned(), "2027-03-02".to_owned()],
        none(),
        none(),
        vec!["2027-03-04".to_owned()],
    ];
    assert_eq!(off(&read), expected);
    let schmidt = "the event `Ben Schmidt (Vacation - 1 day)` may be about Ben Roth, and is nobody's day off";
    // Half a day off is entered as a whole one by the tool.
    let half = "the event `Chlo\u{e9} Martin (Vacation - \u{bd} day)` (line 20) covers a part of a day, which is no day off";
    assert_eq!(said(&read), [note("part-of-a-day", half), warning("ambiguous-event", schmidt)]);
}

#[test]
fn hibob() {
    let read = read(include_str!("fixtures/calendars/hibob.ics"));
    let both = "2027-05-13".to_owned();
    let chloe = vec!["2027-05-10".to_owned(), "2027-05-11".to_owned(), both.clone()];
    assert_eq!(off(&read), [none(), vec![both], chloe, none()]);
    let covered = "the event `Ana Lima on leave (covered by Ben)` may be about Ana Lima or Ben Roth, and is nobody's day off";
    assert_eq!(
        said(&read),
        [
            note(
                "no-absence",
                "the event `Ben Roth's birthday` (line 13) is about work or a birthday, and is no day off"
            ),
            warning("ambiguous-event", covered),
        ]
    );
}

/// Whom a summary means, by hand.
#[test]
fn names_in_summaries() {
    for (summary, meant) in [
        ("Ana Lima - Vacation", &["Ana Lima"][..]),
        ("ana lima", &["Ana Lima"]),
        ("Lima\\, Ana: PTO", &["Ana Lima"]),
        ("Vacation Ana Lima", &["Ana Lima"]),
        ("[OOO] Ana L.", &["Ana Lima"]),
        ("Ben OOO", &["Ben Roth"]),
        ("OOO Ben", &["Ben Roth"]),
        ("PTO: Ben", &["Ben Roth"]),
        ("Ben's vacation", &["Ben Roth"]),
        ("Ben (2 days)", &["Ben Roth"]),
        ("Ben will be out", &["Ben Roth"]),
        ("Ben and Chloé on leave", &["Ben Roth", "Chloé Martin"]),
        ("Ana Lima / Ben Roth off", &["Ana Lima", "Ben Roth"]),
        ("Ana off", &[]),
        ("Ben Schmidt off", &[]),
        ("Bene off", &[]),
        ("Ben WFH", &[]),
        ("Roth off", &[]),
        ("Ben at Chloé's", &[]),
        ("All hands", &[]),
        ("", &[]),
    ] {
        let text = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{summary}\r\nDTSTART;VALUE=DATE:20270105\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        let read = read(&text);
        let off: Vec<&str> = PEOPLE
            .iter()
            .zip(&read.dates)
            .filter(|(_, dates)| !dates.is_empty())
            .map(|((name, ..), _)| *name)
            .collect();
        assert_eq!(off, meant, "{summary}");
        assert_eq!(read.diagnostics.is_empty(), !meant.is_empty(), "{summary}: told where nobody is off");
    }
}
