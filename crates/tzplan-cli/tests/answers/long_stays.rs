//! Stays that are no short ones: every answer says who is where, from when on.

use crate::support::{Desk, without_tags};
use serde_json::json;

/// Cy leaves for good; Di for four months, which is more than 42 days; Ed lived in Lima before the year
/// began.
const AWAY: &str = "name,zone,hours\n\
    Ana,\"Berlin, Germany\",9-17\n\
    Cy,\"Europe/Madrid; Mexico City from 2027-06-01\",9-17\n\
    Di,\"Europe/Rome; Asia/Tokyo from 2027-01-10 to 2027-05-09\",9-17\n\
    Ed,\"Europe/Oslo; America/Lima from 2026-01-01\",9-17\n";

fn flat(text: &str) -> String {
    without_tags(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Ana works 9–17 in Berlin beside Ben, and from New York for seven weeks: 15:00–23:00 in Berlin, two hours
/// together; from 14 March, when New York's clock is an hour ahead, 14:00–22:00, three. No clock change parts
/// either of these weeks from those around them, but her going and her coming back.
#[test]
fn weeks_around_a_move_are_no_clock_change_weeks() {
    let team = |noah: &str| {
        format!(
            "name,zone,hours\nBen,Europe/Berlin,9-17\n{noah}Ana,Europe/Berlin; New York 2027-02-01..2027-03-20,9-17\n"
        )
    };
    let desk = Desk::with("r.csv", team(""));
    let year = flat(&desk.year(&["year"], "r.csv", &[]).out);
    let told = "Usually 8 h a day, but 2 h from 1 Feb to 13 Mar, 3 h from 14 Mar to 20 Mar, around the days on \
                which Ana goes to live elsewhere or comes back.";
    assert!(year.contains(told), "{year}");
    let page = flat(&desk.year(&["report"], "r.csv", &[]).out);
    assert!(page.contains("weeks around a move") && !page.contains("clock-change weeks"), "{page}");
    // With Noah in New York two hours are usual, and three while only its clock has changed: her coming back
    // in the midst of it changes nothing.
    let year =
        flat(&Desk::with("r.csv", team("Noah,America/New_York,9-17\n")).year(&["year"], "r.csv", &[]).out);
    let clocks = "when some clocks have changed and others have not yet.";
    assert!(year.contains(clocks) && !year.contains("around the days"), "{year}");
}

#[test]
fn every_answer_says_where_somebody_lives_and_from_when_on() {
    let desk = Desk::with("r.csv", AWAY);
    let told = [
        "Cy moves from Madrid to Mexico City for good on 1 Jun; seasons are cut there.",
        "Di is in Tokyo, not Rome, from 10 Jan to 9 May; seasons are cut there.",
        "Ed is in Lima, not Oslo, on all these dates.",
    ];
    let fit: &[&str] = &["--name", "Jo", "--zone", "Europe/Paris"];
    for (command, more) in [
        (&[][..], &[][..]),
        (&["year"], &[]),
        (&["meet"], &[]),
        (&["agreement"], &[]),
        (&["fit"], fit),
        (&["agreement"], &["--format", "markdown"]),
        (&["agreement"], &["--format", "html"]),
        (&["report"], &[]),
    ] {
        let page = flat(&desk.year(command, "r.csv", more).out);
        for sentence in told {
            assert!(page.contains(sentence), "{command:?} {more:?}: no {sentence:?} in\n{page}");
        }
    }
}

#[test]
fn a_move_is_from_where_somebody_was_by_then() {
    let team = "name,zone\nAna,Europe/Berlin\nDi,Europe/Rome; Asia/Tokyo from 2027-01-10; America/Lima from 2027-06-01\n";
    let desk = Desk::with("r.csv", team);
    let plan = flat(&desk.year(&[], "r.csv", &[]).out);
    for sentence in [
        "Di is in Tokyo, not Rome, from 10 Jan to 31 May; seasons are cut there.",
        "Di moves from Tokyo to Lima for good on 1 Jun; seasons are cut there.",
    ] {
        assert!(plan.contains(sentence), "no {sentence:?} in\n{plan}");
    }
}

/// A picture has the places of its own season, and clock changes say who is somewhere else then.
#[test]
fn pictures_and_clock_changes_have_the_place_of_the_season() {
    let desk =
        Desk::with("r.csv", "name,zone\nAna,Europe/Berlin\nCy,Europe/Madrid; Mexico City from 2027-06-01\n");
    let plan = desk.year(&[], "r.csv", &[]).answered().out;
    let row = plan.lines().find(|line| line.starts_with("  Cy ")).unwrap();
    // The season drawn is the longest one without a shared hour, in which Cy has left.
    assert!(row.contains("Mexico City"), "{plan}");
    let agreed = flat(&desk.year(&["agreement"], "r.csv", &[]).answered().out);
    // Who is where stands above, once.
    assert!(agreed.contains("Cy moves from Madrid to Mexico City for good on 1 Jun"), "{agreed}");
    assert!(agreed.contains("Tue 1 Jun: Cy 8 h back") && !agreed.contains("from then on"), "{agreed}");
    let report = without_tags(&desk.year(&["report"], "r.csv", &[]).out);
    assert!(report.contains("Madrid (Mexico City from 1 Jun on)"), "{report}");
}

#[test]
fn candidates_who_move_are_not_where_they_start() {
    let desk = Desk::with("r.csv", "name,zone,hours\nAna,Europe/Berlin,9-17\nBen,Europe/Lisbon,9-17\n");
    desk.file("pool.csv", "name,zone,hours\nJo,Europe/Madrid; America/Mexico_City from 2027-06-01,9-17\n");
    let page = flat(&desk.year(&["fit"], "r.csv", &["--candidates", "pool.csv"]).out);
    assert!(page.contains("Jo in Madrid (Mexico City from 1 Jun on) comes first"), "{page}");
    // No flag says that somebody moves: none says the same.
    assert!(!page.contains("--zone Europe/Madrid"), "{page}");
}

#[test]
fn a_clock_of_several_is_called_by_all_its_places() {
    let row =
        |name: &str, place: usize| format!("{name}{place},Europe/Madrid; America/Lima from 2027-06-01\n");
    let moving: String = (0..9).map(|place| row("M", place)).collect();
    let staying: String = (0..9).map(|place| format!("B{place},Europe/Berlin\n")).collect();
    let desk = Desk::with("r.csv", format!("name,zone\n{staying}{moving}"));
    let page = flat(&desk.year(&[], "r.csv", &[]).out);
    assert!(page.contains("Season everyone Berlin Madrid (Lima"), "{page}");
}

#[test]
fn programs_get_them_too() {
    let desk = Desk::with("r.csv", AWAY);
    let expected = json!([
        {"name": "Ed", "members": 1, "zone": "America/Lima", "first": "2026-01-01", "last": null},
        {"name": "Di", "members": 1, "zone": "Asia/Tokyo", "first": "2027-01-10", "last": "2027-05-09"},
        {"name": "Cy", "members": 1, "zone": "America/Mexico_City", "first": "2027-06-01", "last": null},
    ]);
    for command in [&[][..], &["year"], &["agreement"]] {
        assert_eq!(desk.json(command, "r.csv", &[])["long_stays"], expected, "{command:?}");
    }
}
