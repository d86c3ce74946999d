//! Relations of dated answers: availability, everyone, quorum, coverage, waits.

use chrono::Days;
use proptest::prelude::*;
use tzplan::reply::Replies;
use tzplan::team::TeamBuilder;
use tzplan::{
    Attendance, Horizon, IntervalSet, PreparedTeam, Team, UtcMinute, Zone, availability, coverage, overlap,
};

use crate::support::crew::Crew;
use crate::support::generators::{dated_crew, yearly_crew};
use crate::support::minute_set::pairs;
use crate::support::{cases, date, tz_versions};

type Set = IntervalSet<UtcMinute>;

fn everyone(crew: &Crew) -> Set {
    overlap::everyone(&PreparedTeam::new(&crew.team(), crew.horizon()))
}

fn is_subset(smaller: &Set, larger: &Set) -> bool {
    smaller.difference(larger).is_empty()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn another_member_never_lengthens_what_everyone_shares(crew in dated_crew(2..=5)) {
        let crew = crew.all_required();
        let before = everyone(&Crew { people: crew.people[1..].to_vec(), ..crew.clone() });
        prop_assert!(is_subset(&everyone(&crew), &before), "{}", tz_versions());
    }

    #[test]
    fn an_optional_member_changes_nothing_for_everyone(crew in dated_crew(2..=5)) {
        let mut crew = crew.all_required();
        crew.people[0].attendance = Attendance::Optional;
        let without = everyone(&Crew { people: crew.people[1..].to_vec(), ..crew.clone() });
        prop_assert_eq!(everyone(&crew), without, "{}", tz_versions());
    }

    #[test]
    fn wider_hours_never_shorten_what_everyone_shares(crew in dated_crew(1..=4), by in (0_u16..120, 0_u16..120)) {
        let mut wider = crew.clone();
        for shift in wider.people[0].posts.iter_mut().flat_map(|post| &mut post.shifts) {
            shift.1 = shift.1.saturating_sub(by.0);
            shift.2 = (shift.2 + by.1).min(shift.1 + 1440).max(shift.2.min(shift.1 + 1440));
        }
        prop_assume!(wider.people[0].posts.iter().flat_map(|post| &post.shifts).zip(
            crew.people[0].posts.iter().flat_map(|post| &post.shifts)).all(|(wide, stated)| wide.2 >= stated.2));
        prop_assert!(is_subset(&everyone(&crew), &everyone(&wider)), "{}", tz_versions());
    }

    #[test]
    fn a_day_off_only_takes_work_away(crew in dated_crew(1..=4), day in 0_u64..14) {
        let mut off = crew.clone();
        off.people[0].days_off.push(crew.from + Days::new(day));
        prop_assert!(is_subset(&everyone(&off), &everyone(&crew)), "{}", tz_versions());
    }

    #[test]
    fn somebody_with_two_rows_works_in_either(crew in dated_crew(2..=2)) {
        let mut crew = crew;
        crew.people.iter_mut().for_each(|person| person.days_off.clear());
        let (rows, range) = (crew.team(), crew.horizon().range());
        let row = |place: usize| rows.member(place).expect("a row");
        let mut team = TeamBuilder::new();
        let [first, second] = [0, 1].map(|place| team.intern(row(place).schedule().clone()));
        team.add_row("A", first, row(0).attendance(), None, None);
        team.join(0, second, row(1).attendance());
        let team = team.build();
        let joined = team.member(0).expect("the person");
        let either = availability(row(0).schedule(), range).union(&availability(row(1).schedule(), range));
        prop_assert_eq!(pairs(&availability(joined.schedule(), range)), pairs(&either), "{}", tz_versions());
        let attendances = [row(0).attendance(), row(1).attendance()];
        // Required if any row is, optional if all are.
        prop_assert_eq!(joined.attendance() == Attendance::Required, attendances.contains(&Attendance::Required));
        prop_assert_eq!(joined.is_required(), attendances != [Attendance::Optional; 2]);
    }

    #[test]
    fn a_larger_quorum_is_met_less_often(crew in dated_crew(1..=5), k in 0_usize..5) {
        let (team, horizon) = (crew.team(), crew.horizon());
        let quorum = |k| overlap::quorum(&PreparedTeam::new(&team, horizon.clone()), k);
        prop_assert!(is_subset(&quorum(k + 1), &quorum(k)), "{}", tz_versions());
        prop_assert!(quorum(crew.people.len() + 1).is_empty());
        // With everybody required and counted, the largest quorum is everyone.
        let all = crew.all_required();
        prop_assert_eq!(overlap::quorum(&PreparedTeam::new(&all.team(), horizon.clone()), all.people.len()), everyone(&all));
    }

    #[test]
    fn member_order_changes_no_dated_answer(crew in dated_crew(2..=5), by in 1_usize..5, k in 1_usize..4) {
        let mut turned = crew.clone();
        turned.people.rotate_left(by % crew.people.len());
        let (one, other, horizon) = (crew.team(), turned.team(), crew.horizon());
        prop_assert_eq!(everyone(&crew), everyone(&turned), "{}", tz_versions());
        prop_assert_eq!(overlap::quorum(&PreparedTeam::new(&one, horizon.clone()), k), overlap::quorum(&PreparedTeam::new(&other, horizon.clone()), k));
        let all = |team: &Team| coverage::coverage(&PreparedTeam::new(team, horizon.clone()), |_| true);
        prop_assert_eq!(all(&one), all(&other));
        let within = |team: &Team| Replies::new(&PreparedTeam::new(team, horizon.clone())).within_team().map(|wait| (wait.p50, wait.p95, wait.worst));
        prop_assert_eq!(within(&one), within(&other));
    }

    #[test]
    fn a_split_horizon_joins_to_the_same_sets(crew in dated_crew(1..=4), at in 0_u32..14, k in 1_usize..4) {
        prop_assume!(at % crew.days != 0);
        let early = Crew { days: at % crew.days, ..crew.clone() };
        let late = Crew { from: early.to(), days: crew.days - early.days, ..crew.clone() };
        let joined = |ask: &dyn Fn(&PreparedTeam) -> Set| {
            let part = |crew: &Crew| ask(&PreparedTeam::new(&crew.team(), crew.horizon()));
            (part(&early).union(&part(&late)), part(&crew))
        };
        let (parts, whole) = joined(&overlap::everyone);
        prop_assert_eq!(pairs(&parts), pairs(&whole), "{}", tz_versions());
        let (parts, whole) = joined(&|prepared| overlap::quorum(prepared, k));
        prop_assert_eq!(pairs(&parts), pairs(&whole), "{}", tz_versions());
        let covered = |crew: &Crew| coverage::coverage(&PreparedTeam::new(&crew.team(), crew.horizon()), |_| true).covered();
        let (a, b, both) = (covered(&early), covered(&late), covered(&crew));
        prop_assert_eq!((a.0.get() + b.0.get(), a.1.get() + b.1.get()), (both.0.get(), both.1.get()));
    }

    #[test]
    fn a_week_without_changes_is_its_seasons_pattern(crew in yearly_crew(1..=3), weeks_on in 0_u64..50) {
        let (team, monday) = (crew.team(), date("2025-12-29") + Days::new(7 * weeks_on));
        let year = Horizon::year(date("2025-12-15"), Zone::UTC).expect("a horizon");
        let week = Horizon::of_days(monday, 7, Zone::UTC).expect("a week");
        let prepared = PreparedTeam::new(&team, year);
        // Two days around, so that no night shift comes from another season and offsets hold from its first
        // minute.
        let stays_put = prepared.seasons_of(&(0..team.len()).filter_map(|place| Some(prepared.profile_of(team.member(place)?))).collect::<Vec<_>>());
        let season = stays_put.into_iter().find(|season| {
            season.contains(monday - Days::new(3)) && season.contains(monday + Days::new(9))
        });
        // A short stay cuts no season: its weeks are exceptions.
        let (first, end) = (date("2025-12-15"), date("2026-12-14"));
        let stays = crew.people.iter().flat_map(|person| &person.posts).flat_map(|post| &post.stays);
        let is_abroad = |(from, to, _): &(chrono::NaiveDate, chrono::NaiveDate, _)| {
            let inside = (*to).min(end) - (*from).max(first);
            *from < monday + Days::new(9) && monday - Days::new(3) < *to && inside.num_days() <= 42
        };
        prop_assume!(season.is_some() && !stays.into_iter().any(is_abroad));
        let season = season.expect("checked");
        for member in team.members() {
            let dated = availability(member.schedule(), week.range());
            let start = week.range().start().epoch_minutes();
            let of_week: Vec<_> = pairs(&dated).into_iter().map(|(s, e)| (s - start, e - start)).collect();
            let pattern = prepared.week(prepared.profile_of(member), &season).pattern();
            let pattern: Vec<_> = pattern.iter().map(|i| (i32::from(i.start().get()), i32::from(i.end().get()))).collect();
            prop_assert_eq!(of_week, pattern, "{} {}", monday, tz_versions());
        }
    }
}
