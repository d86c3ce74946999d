//! Working agreements, worked out by hand on round hours.

use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::{Horizon, Member, MemberId, Minutes, Model, Plan, Policy, PreparedTeam, Team, Zone};

use crate::support::date;
use crate::{days, instant, team};

fn agreement(team: &Team, horizon: Horizon) -> Agreement {
    with(team, horizon, &AgreementOptions::default())
}

fn with(team: &Team, horizon: Horizon, options: &AgreementOptions) -> Agreement {
    let prepared = PreparedTeam::new(team, horizon);
    Agreement::of(&prepared, &Plan::of(&prepared, &Policy::default()), options)
}

fn home(zone: &str, from: &str, days: u32) -> Horizon {
    Horizon::of_days(date(from), days, zone.parse().expect("a zone")).expect("a horizon")
}

fn places(members: &[MemberId]) -> Vec<usize> {
    members.iter().map(|member| member.index()).collect()
}

#[test]
fn core_hours_of_one_time_and_length_are_dated_together() {
    // Tokyo reads nine hours more than UTC: 09:00 is 00:00Z.
    let team = team(&[("Asia/Tokyo", "9-17 Mon-Thu; 9-13 Fri"), ("Asia/Tokyo", "8-16")]);
    let agreement = agreement(&team, home("Asia/Tokyo", "2026-11-23", 14));
    let runs = agreement.core_hours_of(0, 0);
    let shown: Vec<_> =
        runs.iter().map(|run| (run.time.to_string(), run.days.to_string(), run.occurrences.len())).collect();
    // Monday to Thursday 9 to 16, Friday 9 to 13, in two weeks.
    let expected = [("09:00", "[Mon, Tue, Wed, Thu]", 8), ("09:00", "[Fri]", 2)];
    assert_eq!(shown, expected.map(|(time, days, dates)| (time.to_owned(), days.to_owned(), dates)));
    let occurrences = |run: usize| {
        let dated = runs[run].occurrences.iter();
        dated.map(|one| (one.date.to_string(), one.start, one.end)).collect::<Vec<_>>()
    };
    let whole = |date: &str, end: &str| {
        (date.to_owned(), instant(&format!("{date}T00:00Z")), instant(&format!("{date}T{end}Z")))
    };
    let long = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"].map(|date| whole(date, "07:00"));
    assert_eq!(occurrences(0)[..4], long);
    assert_eq!(occurrences(1), ["2026-11-27", "2026-12-04"].map(|date| whole(date, "04:00")));
}

#[test]
fn everyone_and_each_pod_of_two_have_a_stand_up() {
    let pods = team(&[("Europe/London", "9-17"), ("Europe/Lisbon", "9-17"), ("Asia/Tokyo", "9-17")]);
    let hybrid = agreement(&pods, home("Europe/London", "2026-11-23", 28));
    assert_eq!(hybrid.model, Model::Hybrid);
    let whose: Vec<_> = hybrid.standups.iter().map(|one| (one.pod, one.profiles.len())).collect();
    assert_eq!(whose, [(None, 2), (Some(0), 1)]);
    assert_eq!(hybrid.standups[1].meetings.prepared().team().len(), 2);
    // Under an overlap model everyone's alone: the first time of the week that is within both days.
    let two = team(&[("Asia/Tokyo", "9-17"), ("Asia/Tokyo", "10-18")]);
    let overlap = agreement(&two, home("Asia/Tokyo", "2026-11-23", 28));
    let [standup] = &overlap.standups[..] else { panic!("one stand-up") };
    let choice = standup.choice.as_ref().expect("a time");
    assert_eq!((choice.plan.slot.time.to_string().as_str(), standup.is_clean()), ("10:00", true));
    assert!(standup.rotation.is_none() && standup.in_turn().is_none() && standup.least_bad.is_none());
    // One alone has none, and nobody where none are looked for.
    let one = team_of_one();
    assert!(agreement(&one, days("2026-11-23", 28)).standups.is_empty());
    let mut none = AgreementOptions::default();
    none.standups = false;
    assert!(with(&two, days("2026-11-23", 28), &none).standups.is_empty());
}

fn team_of_one() -> Team {
    team(&[("UTC", "9-17")])
}

#[test]
fn who_works_few_hours_is_waited_for_only_where_nobody_else_can_be_asked() {
    // 32 of 40 hours are four fifths: few.
    let members = [("UTC", "9-17"), ("UTC", "9-17"), ("UTC", "9-17 Mon-Thu"), ("UTC", "12-20")];
    let four = agreement(&team(&members), days("2026-11-23", 28));
    let few: Vec<_> = four.few_hours.iter().map(|few| (places(&few.members), few.minutes_per_week)).collect();
    assert_eq!(few, [(vec![2], Minutes::hours(32))]);
    let slowest: Vec<_> = four
        .blocked
        .iter()
        .map(|one| (places(&one.members), one.slowest.map(|slow| slow.member.index())))
        .collect();
    // The fourth begins at noon, the others leave at five: each is the other's slowest.
    assert_eq!(slowest, [(vec![0, 1], Some(3)), (vec![2], Some(3)), (vec![3], Some(0))]);
    // 5 of 8 questions wait for nothing; the rest up to 3 h, evenly: 95 % at most (0.95 - 5/8) × 8 h.
    let blocked = four.blocked[0].slowest.expect("somebody to ask").wait.blocked;
    assert_eq!((blocked.p95, blocked.worst, blocked.none), (Some(156.0), Some(180), 0.625));
    assert!(!four.blocked[0].slowest.expect("somebody to ask").is_over);

    // Beside one who works few hours there is nobody else; a second with whole days can be asked instead.
    let two = agreement(&team(&[("UTC", "9-17"), ("UTC", "9-17 Mon-Thu")]), days("2026-11-23", 28));
    assert_eq!(two.blocked[0].slowest.map(|slow| slow.member.index()), Some(1));
    assert_eq!(two.blocked[1].slowest.map(|slow| slow.member.index()), Some(0));
    let alike = [("UTC", "9-17"), ("UTC", "9-17"), ("UTC", "9-17 Mon-Thu")];
    let three = agreement(&team(&alike), days("2026-11-23", 28));
    assert_eq!(three.blocked[0].slowest, None);
    // 33 of 40 hours are more than four fifths.
    let nearly = team(&[("UTC", "9-17"), ("UTC", "9-17 Mon-Thu; 9-10 Fri")]);
    assert!(agreement(&nearly, days("2026-11-23", 28)).few_hours.is_empty());
}

#[test]
fn peers_of_an_async_team_are_those_met_as_a_pair() {
    // Quarters of the day: only the two who share one meet, and two of five are no half.
    let quarters = [("UTC", "0-6"), ("UTC", "0-6"), ("UTC", "6-12"), ("UTC", "12-18"), ("UTC", "18-24")];
    let alone = agreement(&team(&quarters), days("2026-11-23", 28));
    assert_eq!(alone.model, Model::Async);
    let peers: Vec<usize> = alone.peers.iter().map(|(_, peers)| peers.len()).collect();
    assert_eq!(peers, [1, 0, 0, 0]);
    assert_eq!(alone.peers[0].1, [alone.peers[0].0]);
    // Of another model none are told.
    assert!(agreement(&team(&[("UTC", "9-17"), ("UTC", "9-17")]), days("2026-11-23", 28)).peers.is_empty());
}

#[test]
fn hand_offs_are_on_the_clocks_of_both() {
    // Bogotá 11 to 19 is 16:00Z to 24:00Z, Kolkata 05:30 to 13:30 is 00:00Z to 08:00Z. On Friday nobody
    // goes on.
    let members = [("America/Bogota", "11-19"), ("UTC", "16-24"), ("Asia/Kolkata", "05:30-13:30")];
    let handed = agreement(&team(&members), days("2026-11-23", 28));
    let shown: Vec<_> = handed
        .handoffs
        .iter()
        .map(|one| (one.season, one.days.to_string(), one.ends.to_string(), one.there.to_string()))
        .collect();
    let on = |ends: &str| (0, "[Mon, Tue, Wed, Thu]".to_owned(), ends.to_owned(), "05:30".to_owned());
    assert_eq!(shown, [on("19:00"), on("24:00")]);
    assert!(handed.handoffs.iter().all(|one| one.shared_minutes_per_week == Minutes::ZERO));
}

#[test]
fn whom_to_ask_and_when_somebody_is_alone() {
    let mut people = team(&[("UTC", "9-17"), ("UTC", "13-21"), ("UTC", "9-17")]);
    people.add(Member::new("nobody is asked at night", Zone::UTC).hours("22-23".parse().expect("hours")));
    let asked = agreement(&people, days("2026-11-23", 28));
    let profiles: Vec<_> = asked.ask.iter().map(|ask| ask.profile).collect();
    let hours = |place: usize| {
        let pieces = asked.ask[place].seasons[0].iter();
        pieces.map(|one| (one.days.len(), one.from, one.to, one.whom.clone())).collect::<Vec<_>>()
    };
    // The two with one schedule have each other all day.
    assert_eq!(
        hours(0),
        [(5, 9 * 60, 13 * 60, vec![profiles[0]]), (5, 13 * 60, 17 * 60, vec![profiles[0], profiles[1]])]
    );
    assert_eq!(hours(1), [(5, 13 * 60, 17 * 60, vec![profiles[0]]), (5, 17 * 60, 21 * 60, vec![])]);
    let [clock] = &asked.clocks[..] else { panic!("one clock") };
    let alone: Vec<_> =
        clock.seasons[0].alone.iter().map(|one| (one.profile, one.hours.to_string())).collect();
    let alone_at = |place: usize, hours: &str| (profiles[place], hours.to_owned());
    assert_eq!(alone, [alone_at(1, "17:00-21:00 Mon-Fri"), alone_at(2, "22:00-23:00 Mon-Fri")]);
}

#[test]
fn the_document_names_agreed_shifts_and_the_times_that_move() {
    // As worked out in the documentation of `Agreement::of`: half an hour from each, 13:30 in Berlin is 07:30
    // in New York, and 08:30 while only New York has summer time.
    let two = team(&[("Europe/Berlin", "9-17"), ("America/New_York", "8-16")]);
    let kept = agreement(&two, home("Europe/Berlin", "2026-11-23", 364));
    let shown = serde_json::to_value(&kept).expect("a document");
    let shifts = shown["shifts"].as_array().expect("a list").iter();
    let shifts: Vec<_> = shifts.map(|one| (one["member"].as_u64(), one["shift"].as_i64())).collect();
    assert_eq!(shifts, [(Some(0), Some(30)), (Some(1), Some(-30))]);
    let moves = shown["clock_changes"][0]["moves"].to_string();
    assert!(moves.contains(r#""from":"07:30""#) && moves.contains(r#""to":"08:30""#), "{moves}");
}

#[test]
fn turns_in_which_nobody_is_spared_are_none() {
    // An hour lies between 3–11 and 12–20, and whoever works around the clock is there all the time. With at
    // most an hour asked of anybody a stand-up on the half hour is at 11:00 or 11:30: every week one gives an
    // hour and the other half of one. Taking turns spares neither, and makes nobody's day longer in some
    // weeks only.
    let around = team(&[("UTC", "3-11"), ("UTC", "12-20"), ("UTC", "00:00-24:00 daily")]);
    let policy =
        Policy::default().with_max_shift(Minutes(60)).and_then(|policy| policy.with_step(Minutes(30)));
    let policy = policy.expect("thresholds");
    let prepared = PreparedTeam::new(&around, home("UTC", "2026-11-23", 28));
    let agreement = Agreement::of(&prepared, &Plan::of(&prepared, &policy), &AgreementOptions::default());
    let standup = &agreement.standups[0];
    let rotation = standup.rotation.as_ref().expect("a rotation");
    let mut times: Vec<String> = rotation.weeks.iter().map(|week| week.slot.time.to_string()).collect();
    times.sort_unstable();
    times.dedup();
    assert_eq!((times, standup.in_turn().is_some()), (vec!["11:00".to_owned(), "11:30".to_owned()], false));
}
