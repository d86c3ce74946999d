//! Stays at the ends of a horizon, and rows of a team that is being put together.

use chrono::NaiveDate;
use tzplan::stays::{LongStay, long_stays};
use tzplan::team::{Stay, TeamBuilder};
use tzplan::{Attendance, DateRange, Member, PreparedTeam, Schedule, Team, WeeklyHours, Zone};

use crate::days;
use crate::support::date;

/// The stay in Lima, if it is one that counts in so many days from 23 November.
fn in_lima(from: &str, last: NaiveDate, planned: u32) -> Vec<LongStay> {
    let mut team = Team::new();
    let lima = Zone::iana("America/Lima").expect("a zone");
    let dates = DateRange::new(date(from), last).expect("dates");
    team.add(Member::new("Ana", Zone::UTC).stay(lima, dates));
    long_stays(&PreparedTeam::new(&team, days("2026-11-23", planned)))
}

#[test]
fn a_stay_counts_where_a_date_of_it_is_planned() {
    // Planned are 23 November to 20 December.
    assert_eq!(in_lima("2026-12-20", Stay::FOR_GOOD, 28).len(), 1);
    assert_eq!(in_lima("2026-12-21", Stay::FOR_GOOD, 28).len(), 0);
    // 42 dates in the horizon are short, 43 are not: 1 December to 12 January.
    assert_eq!(in_lima("2026-12-01", date("2027-01-11"), 120).len(), 0);
    assert_eq!(in_lima("2026-12-01", date("2027-01-12"), 120).len(), 1);
}

#[test]
fn a_move_for_good_has_no_last_date() {
    let last = |last: NaiveDate| {
        let stays = in_lima("2026-12-01", last, 120);
        serde_json::to_value(&stays[0]).expect("a document")["last"].clone()
    };
    assert_eq!(last(Stay::FOR_GOOD), serde_json::Value::Null);
    assert_eq!(last(date("2027-12-31")), "2027-12-31");
}

#[test]
fn a_team_is_empty_until_somebody_is_added() {
    let mut team = TeamBuilder::new();
    assert!(team.is_empty());
    let schedule = team.intern(Schedule::new(Zone::UTC, WeeklyHours::default()));
    assert!(team.is_empty());
    team.add_row("Ana", schedule, Attendance::Unmarked, None, None);
    assert!(!team.is_empty() && team.len() == 1);
}
