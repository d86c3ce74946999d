//! What days off do to coverage, meetings and turns, worked out by hand.

use chrono::{Weekday, WeekdaySet};
use tzplan::coverage::{GapCause, Service, service_coverage};
use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions, Side, Slot};
use tzplan::{ClockTime, Holidays, Horizon, Member, Minutes, Policy, PreparedTeam, Schedule, Team, Zone};

use crate::support::date;
use crate::{days, instant};

fn at_work(name: &str, hours: &str) -> Member {
    Member::new(name, Zone::UTC).hours(hours.parse().expect("hours"))
}

#[test]
fn a_gap_names_who_is_missed_in_what_days_off_make_of_it() {
    // Ann is off on Tuesday; on Friday nobody works from four to five. The desk is open until five.
    let mut team = Team::new();
    let founders = Holidays::new([(date("2026-11-24"), "Founders' Day")]);
    team.add(at_work("Ann", "9-17 Mon-Thu; 9-16 Fri").holidays(&founders));
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 7));
    let served = service_coverage(&prepared, &Service::hours("9-17".parse().expect("hours")));
    let [tuesday, friday] = &served.gaps[..] else { panic!("two gaps: {:?}", served.gaps) };
    let at = |gap: &tzplan::coverage::Gap| (gap.start, gap.end, gap.cause, gap.for_days_off);
    assert_eq!(
        at(tuesday),
        (instant("2026-11-24T09:00Z"), instant("2026-11-24T17:00Z"), GapCause::DaysOff, Minutes::hours(8))
    );
    let off: Vec<_> = tuesday.off.iter().map(|one| (one.members, one.holiday.as_deref())).collect();
    assert_eq!(off, [(1, Some("Founders' Day"))]);
    assert_eq!((friday.cause, friday.for_days_off, friday.off.len()), (GapCause::Hours, Minutes::ZERO, 0));
    // 31 of 40 hours: an hour of the week, 8 of the day off.
    assert_eq!((served.missing(), served.thousandths()), (Minutes::hours(9), 775));
    assert_eq!(served.gaps_for(GapCause::DaysOff), (1, Minutes::hours(8)));
    assert_eq!(served.gaps_for(GapCause::Hours), (1, Minutes::hours(1)));
}

fn mondays(duration: u32) -> MeetingOptions {
    let mut options = MeetingOptions::default();
    options.days = Some(WeekdaySet::single(Weekday::Mon));
    options.duration = Minutes(duration);
    options
}

#[test]
fn dates_left_out_name_who_is_required() {
    // Five hours in two days that share four: an hour more of either. Both are off on 30 November, as is an
    // optional one; on 7 December the optional one alone.
    let mut team = Team::new();
    let off = [date("2026-11-30")];
    team.add(at_work("Ana", "9-17").days_off(off));
    team.add(at_work("Cyn", "13-21"));
    team.add(at_work("Ben", "9-21").optional().days_off([off[0], date("2026-12-07")]));
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 28));
    let meetings = Meetings::new(&prepared, &Policy::default(), &mondays(300));
    let change = &meetings.changes()[0];
    assert_eq!(change.left_out, off);
    let missed: Vec<_> = meetings.off_despite(change).into_iter().map(|off| off.schedule).collect();
    let ana = team.members().next().expect("Ana").schedule_id();
    assert_eq!(missed, [ana]);
    // With a quorum everybody counts.
    let mut quorum = mondays(300);
    quorum.quorum = Some(3);
    let meetings = Meetings::new(&prepared, &Policy::default(), &quorum);
    let change = &meetings.changes()[0];
    assert_eq!(change.left_out, [off[0], date("2026-12-07")]);
    assert_eq!(meetings.off_despite(change).len(), 3);
}

#[test]
fn a_ledger_counts_what_is_missed() {
    // Three Mondays; Cyn is off on the second, and nobody else ever.
    let mut team = Team::new();
    team.add(at_work("Ana", "9-17"));
    team.add(at_work("Cyn", "13-21").days_off([date("2026-11-30")]));
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 21));
    let meetings = Meetings::new(&prepared, &Policy::default(), &mondays(60));
    let ranked = meetings.ranked();
    let mut turns = RotationOptions::default();
    (turns.weeks, turns.carried, turns.carried_night) = (3, vec![15], vec![30, 45]);
    let rotation = meetings.rotation(&ranked, &turns).expect("a rotation");
    let ledger = rotation.ledger(&team);
    let missed: Vec<usize> = ledger.entries.iter().map(|entry| entry.missed()).collect();
    assert_eq!(missed, [0, 1]);
    // What was carried in stays: an hour between one and five asks nobody for more.
    let nights: Vec<Vec<u64>> =
        ledger.entries.iter().map(|entry| entry.cumulative_night().collect()).collect();
    assert_eq!(nights, [[30; 3], [45; 3]]);
    let after: Vec<_> = ledger.entries.iter().map(|entry| (entry.after(), entry.night_after())).collect();
    assert_eq!(after, [(15, 30), (0, 45)]);
}

#[test]
fn times_ask_alike_where_every_occurrence_asks_the_same() {
    // 14 to 22 in Berlin is 8 to 16 in New York, and 9 to 17 while only New York has summer time.
    let new_york = || Zone::iana("America/New_York").expect("a zone");
    let berlin = Zone::iana("Europe/Berlin").expect("a zone");
    let mut team = Team::new();
    let hours = |text: &str| text.parse().expect("hours");
    team.add(Member::new("as in Berlin", new_york()).hours(hours("14-22")).hours_on(berlin));
    team.add(Member::new("from nine", new_york()).hours(hours("9-17")));
    let year = Horizon::year(date("2026-11-23"), new_york()).expect("a year");
    let prepared = PreparedTeam::new(&team, year);
    let meetings = Meetings::new(&prepared, &Policy::default(), &mondays(60));
    let asked = meetings.for_whom(Slot::weekly(Weekday::Mon, ClockTime::at(8, 0)));
    let shown: Vec<_> = asked
        .iter()
        .flat_map(|one| &one.times)
        .map(|at| (at.time.to_string(), at.occurrences, at.asked.stretch, at.side, at.alike))
        .collect();
    let at_eight = |alike| ("08:00".to_owned(), 52, Minutes(60), Some(Side::Before), alike);
    assert_eq!(shown, [at_eight(false), at_eight(true)]);
}

#[test]
fn an_hour_that_ends_with_the_day_is_on_no_side_of_it() {
    let mut team = Team::new();
    team.add(at_work("Ana", "9-17"));
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 28));
    let side = |hour: u16, minutes: u32| {
        let meetings = Meetings::new(&prepared, &Policy::default(), &mondays(minutes));
        let asked = meetings.for_whom(Slot::weekly(Weekday::Mon, ClockTime::at(hour, 0)));
        (asked[0].times[0].side, asked[0].times[0].asked.stretch)
    };
    assert_eq!(
        (side(9, 60), side(16, 60), side(9, 480)),
        ((None, Minutes(0)), (None, Minutes(0)), (None, Minutes(0)))
    );
    assert_eq!(
        (side(8, 60), side(16, 90)),
        ((Some(Side::Before), Minutes(60)), (Some(Side::After), Minutes(30)))
    );
    assert_eq!(side(8, 600), (Some(Side::Both), Minutes(120)));
}

#[test]
fn names_of_days_off_are_read_as_they_are_written() {
    let named = Holidays::new([(date("2026-12-24"), "Christmas Eve"), (date("2026-12-26"), "Boxing Day")]);
    let schedule = Schedule::new(Zone::UTC, "9-17".parse().expect("hours")).with_holidays(&named);
    let schedule = schedule.with_days_off([date("2026-12-28")]);
    let written = serde_json::to_string(&schedule).expect("a schedule");
    let read: Schedule = serde_json::from_str(&written).expect("a schedule");
    assert_eq!(read.holidays().name_of(date("2026-12-26")), Some("Boxing Day"), "{written}");
    assert_eq!((read.days_off().len(), &read), (3, &schedule));
}

#[test]
fn questions_that_nobody_ever_answers_have_no_percentile() {
    // Ten days of the same eight hours; from the ninth on the one who answers is off for longer than anybody
    // is waited for. A fifth of the questions is never answered, the others at once.
    let mut team = Team::new();
    team.add(at_work("asks", "9-17 daily"));
    let off = date("2026-12-01").iter_days().take(820);
    team.add(at_work("answers", "9-17 daily").days_off(off));
    let replies = tzplan::reply::Replies::new(&PreparedTeam::new(&team, days("2026-11-23", 10)));
    let wait = replies.between(0, 1).expect("an asker at work");
    assert_eq!((wait.none, wait.p50, wait.p95), (0.8, Some(0.0), None));
    assert_eq!((wait.mean, wait.worst), (None, None));
}

/// Warsaw from 8 to 16, Tel Aviv from 9 to 17, which is the same until Israel changes its clocks on Friday 26
/// March and Poland on the Sunday after: two days in between, on which Tel Aviv would begin at 07:00 of
/// Warsaw. Nobody works in Tel Aviv on a Friday or a Saturday, so that on no date anybody is there from 07:00
/// to 08:00.
#[test]
fn a_season_of_two_days_has_no_tuesday() {
    let zone = |id: &str| Zone::iana(id).expect("a zone");
    let mut team = Team::new();
    team.add(Member::new("Piotr", zone("Europe/Warsaw")).hours("8-16".parse().expect("hours")));
    let ruth = Member::new("Ruth", zone("Asia/Jerusalem"));
    team.add(ruth.hours("9-17 Sun-Thu".parse().expect("hours")));
    let year = Horizon::year(date("2026-11-23"), zone("Europe/Warsaw")).expect("a year");
    let service = Service::hours("Mon-Fri 7-16".parse().expect("hours"));
    let served = service_coverage(&PreparedTeam::new(&team, year), &service);
    // 260 weekdays, an hour on each.
    assert_eq!((served.gaps.len(), served.missing()), (260, Minutes::hours(260)));
    assert_eq!(served.gaps_for(GapCause::ClockChange).0, 0);
    assert!(served.gaps.iter().all(|gap| gap.cause == GapCause::Hours));
}
