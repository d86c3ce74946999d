//! A candidate who works longer on the same days: what never gets worse, and what may.
//!
//! Longer hours never shrink what is shared. The verdict may still worsen, in six ways; each has a test by
//! hand at the end, and the laws before them leave out just these.
//!
//! 1. A longer day raises the effective target of somebody whose day was shorter than the target.
//! 2. A day that is longer by no multiple of `step` lines up with nothing any more.
//! 3. A longer day that leaves the reasonable hours may leave them further when moved.
//! 4. A window longer than a day has to hold that day, and may be shorter than the longer one, which it then
//!    has to be covered by: a team that needs shifts may lose the one window it had.
//! 5. Hours that become a teammate's make the two one profile, whose members share a pod.
//! 6. Windows are as long as the longest day: a longer one may give a team in pods a plan of everyone, which
//!    asks others for more than anybody was asked before.

use proptest::prelude::*;
use tzplan::Model;
use tzplan::fit::{Fit, FitResult};

use crate::support::crew::{Crew, Person, Place, Post, Shift, weekdays};
use crate::support::generators::{rules, yearly_crew};
use crate::support::reference::season::{same_profile, seasons};
use crate::support::reference::target::{Rules, in_clock_range};
use crate::support::reference::week::ExpectedWeek;
use crate::support::{cases, date, tz_versions};
use crate::with_opening;

/// Every stretch so many minutes earlier and later, where it still starts on its day and lasts a day at most.
fn widened(person: &Person, earlier: u16, later: u16) -> Option<Person> {
    let mut wide = person.clone();
    for (_, start, end) in wide.posts.iter_mut().flat_map(|post| &mut post.shifts) {
        (*start, *end) = (start.checked_sub(earlier)?, *end + later);
        if *end > *start + 1440 {
            return None;
        }
    }
    Some(wide)
}

fn judged(team: &Crew, rules: &Rules, candidates: [&Person; 2]) -> [Fit; 2] {
    with_opening(team, rules, |opening| candidates.map(|one| opening.judge(&one.schedule())))
}

/// Whether their hours become those of a teammate.
fn becomes_a_twin(team: &Crew, wide: &Person) -> bool {
    team.people.iter().any(|mate| same_profile(team, mate, wide))
}

/// Whether their average day is at least the target all year, so that a longer one asks no more of anybody.
fn works_the_target(person: &Person, crew: &Crew, rules: &Rules) -> bool {
    let alone = Crew { people: vec![person.clone()], ..crew.clone() }.settled();
    seasons(&alone, &[0]).iter().all(|season| {
        let week = ExpectedWeek::of(&alone.people[0], season.first);
        week.minutes() >= rules.target * week.workdays
    })
}

/// Whether, moved no further than the shorter day was, the longer one gives a team in pods a plan of
/// everyone.
fn opens_a_plan(team: &Crew, rules: &Rules, wide: &Person, before: &Fit) -> bool {
    let most = before.shift.as_ref().map_or(0, |moved| moved.shift.length().get() as i32);
    let opens = |by: i32| {
        let mut moved = wide.clone();
        for (_, start, end) in moved.posts.iter_mut().flat_map(|post| &mut post.shifts) {
            // A day that is moved out of its date is out of the reasonable hours.
            let Some(first) = start.checked_add_signed(by as i16) else { return false };
            (*start, *end) = (first, first + (*end - *start));
        }
        let after = with_opening(team, rules, |opening| opening.judge(&moved.schedule()).team_after.model);
        after == Model::OverlapWithShifts
    };
    let mut moves = (-most..=most).filter(|minutes| minutes % rules.step == 0);
    before.team_before.model == Model::Hybrid && moves.any(opens)
}

/// Days from first start to last end, `(start, end)` on their own clocks.
fn spans(person: &Person) -> Vec<(u16, u16)> {
    let on = |shifts: &[Shift], day: u8| -> Option<(u16, u16)> {
        let today = || shifts.iter().filter(|shift| shift.0 == day);
        Some((today().map(|shift| shift.1).min()?, today().map(|shift| shift.2).max()?))
    };
    person.posts.iter().flat_map(|post| (0..7).filter_map(move |day| on(&post.shifts, day))).collect()
}

/// Whether all days stay within the reasonable hours.
fn is_reasonable(person: &Person, rules: &Rules) -> bool {
    let inside = |minute: u16| in_clock_range(i32::from(minute % 1440), rules.reasonable);
    spans(person).into_iter().all(|(start, end)| (start..end).all(inside))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn longer_hours_never_shrink_what_is_shared(
        crew in yearly_crew(2..=5), rules in rules(), by in (0_u16..240, 0_u16..240)
    ) {
        let (team, stated) = crew.with_candidate();
        let wide = widened(&stated, by.0, by.1);
        prop_assume!(wide.is_some());
        let [before, after] = judged(&team, &rules, [&stated, &wide.expect("checked")]);
        prop_assert!(after.worst_overlap_sum() >= before.worst_overlap_sum(), "{}", tz_versions());
        for (mate, then) in before.teammates.iter().zip(&after.teammates) {
            prop_assert_eq!(mate.profile, then.profile);
            prop_assert!(then.year_min.reaches(mate.year_min), "{}", tz_versions());
        }
    }

    #[test]
    fn longer_hours_of_a_full_timer_never_worsen_what_holds_naturally(
        crew in yearly_crew(2..=6), rules in rules(), by in (0_u16..240, 0_u16..240)
    ) {
        let (team, stated) = crew.with_candidate();
        let wide = widened(&stated, by.0, by.1);
        prop_assume!(wide.is_some() && works_the_target(&stated, &team, &rules));
        let wide = wide.expect("checked");
        let [before, after] = judged(&team, &rules, [&stated, &wide]);
        prop_assert!(after.peers() >= before.peers(), "{}", tz_versions());
        for (mate, then) in before.teammates.iter().zip(&after.teammates) {
            prop_assert!(then.meets || !mate.meets, "{}", tz_versions());
        }
        if before.team_after.model == Model::Overlap {
            prop_assert_eq!(after.team_after.model, Model::Overlap, "{}", tz_versions());
        }
        if before.team_after.model == Model::Hybrid && !becomes_a_twin(&team, &wide) {
            prop_assert!(after.team_after.model <= Model::Hybrid, "{}", tz_versions());
        }
        if before.result == FitResult::Fits {
            match before.team_before.model {
                Model::Overlap => prop_assert_eq!(after.result, FitResult::Fits, "{}", tz_versions()),
                Model::Hybrid => {
                    prop_assert_eq!(after.result, FitResult::Fits, "{}", tz_versions());
                    prop_assert!(before.pods.iter().all(|pod| after.pods.contains(pod)));
                }
                Model::OverlapWithShifts | Model::Async => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    /// Whatever shift made the shorter day fit, a shift no larger makes the longer day cover it.
    #[test]
    fn longer_reasonable_hours_of_a_full_timer_never_need_a_larger_shift(
        crew in yearly_crew(2..=5), rules in rules(), steps in (0_u16..=4, 0_u16..=4)
    ) {
        let (team, stated) = crew.with_candidate();
        let wide = widened(&stated, steps.0 * rules.step as u16, steps.1 * rules.step as u16);
        prop_assume!(wide.is_some());
        let wide = wide.expect("checked");
        prop_assume!(works_the_target(&stated, &team, &rules));
        prop_assume!(!becomes_a_twin(&team, &wide));
        prop_assume!(is_reasonable(&stated, &rules) && is_reasonable(&wide, &rules));
        // A day moved further than it is long may leave the reasonable hours on the way.
        prop_assume!(spans(&stated).iter().all(|(start, end)| i32::from(end - start) >= rules.max_shift));
        let [before, after] = judged(&team, &rules, [&stated, &wide]);
        prop_assume!(matches!(before.team_before.model, Model::Overlap | Model::Hybrid));
        // What a plan asks of others is another question.
        prop_assume!(!before.is_by_plan());
        prop_assume!(after.result <= before.result || !opens_a_plan(&team, &rules, &wide, &before));
        prop_assert!(after.result <= before.result, "{:?} {:?} {}", before, after, tz_versions());
        if let (Some(before), Some(after)) = (&before.shift, &after.shift) {
            prop_assert!(after.shift.length() <= before.shift.length(), "{}", tz_versions());
        }
    }
}

/// A team on fixed clocks, and the answers for stated hours and for longer ones.
fn answers(team: Vec<Person>, rules: &Rules, candidates: [Person; 2]) -> [(FitResult, Option<i32>); 2] {
    let team = Crew { people: team, from: date("2026-11-23"), days: 364, home: Place::Ahead(0) };
    let [stated, wide] = &candidates;
    judged(&team, rules, [stated, wide]).map(|fit| (fit.result, fit.shift.map(|moved| moved.shift.minutes())))
}

/// Monday to Friday in UTC, in minutes.
fn utc(start: u16, end: u16) -> Person {
    Person::new(Place::Ahead(0), (0..5).map(|day| (day, start, end)).collect())
}

fn hours(start: u16, end: u16) -> Person {
    utc(start * 60, end * 60)
}

#[test]
fn a_longer_day_raises_a_part_timers_target() {
    // 9–12 is shared whole: three of three hours. Of 6–12 it is three of four, and one of the four has to be
    // moved.
    let found = answers(vec![hours(9, 17)], &Rules::default(), [hours(9, 12), hours(6, 12)]);
    assert_eq!(found, [(FitResult::Fits, None), (FitResult::FitsWithShift, Some(60))]);
}

#[test]
fn ten_minutes_more_line_up_with_nothing() {
    // With 5–11, 9–17 shares four hours from 07:00, where the reasonable hours start. 8:50–17 would do so,
    // too, but in quarters of an hour it starts at 06:50 or at 07:05: then 5–11 has to move, too.
    let found = answers(vec![hours(5, 11)], &Rules::default(), [hours(9, 17), utc(530, 1020)]);
    assert_eq!(found, [(FitResult::FitsWithShift, Some(-120)), (FitResult::FitsWithShift, None)]);
}

#[test]
fn a_longer_night_leaves_the_reasonable_hours_further() {
    // With 18–24, four hours take 20:00 as the start. 22–06 is eight hours outside of 7–21 and 20–04 seven.
    // 22–09 is nine hours outside, to 07:00, and 20–07 ten.
    let found = answers(vec![hours(18, 24)], &Rules::default(), [hours(22, 30), hours(22, 33)]);
    assert_eq!(found, [(FitResult::FitsWithShift, Some(-120)), (FitResult::FitsAsync, None)]);
}

#[test]
fn a_longer_day_may_not_fit_the_only_window() {
    // In UTC one works 11:30–16:30 (8:30 on their clock) and may move to 13:30, one 16:30–21:30 (8:30 as
    // well) and may move an hour only, to 15:30, one 13:00–22:00. So moved they share three hours of 2:42. A
    // window of 2:42 on the hour would take more of one of them, and of those longer than five hours only
    // 13:00–20:42 holds both so moved. It holds 13:30–19:30, too, which shares three hours with everybody as
    // they are. 13:30–21:30 is longer than that window and has to cover it: in whole hours, 12:30–20:30 or
    // 13:30–21:30, it never does.
    let rules = Rules { target: 162, step: 60, ..Rules::default() };
    let on = |place, start: u16, end: u16| {
        Person::new(Place::Ahead(place), (0..5).map(|day| (day, start, end)).collect())
    };
    let team = vec![on(-180, 510, 810), on(-480, 510, 810), on(-180, 600, 1140)];
    let found = answers(team, &rules, [on(-180, 630, 990), on(-180, 630, 1110)]);
    assert_eq!(found, [(FitResult::Fits, None), (FitResult::FitsAsync, None)]);
}

#[test]
fn a_twin_takes_another_along() {
    // Four of eight share when 9–16 goes with 5–13 and 9–17 with 13–21, four hours each. As 9–17 it is of one
    // profile with the other, and three share at most: with 5–13 or with 13–21. A quarter of an hour later it
    // is not.
    let on = |days: &[u8], start: u16, end: u16| {
        Person::new(Place::Ahead(0), days.iter().map(|day| (*day, start * 60, end * 60)).collect())
    };
    let alone = [on(&[5], 9, 17), on(&[5], 17, 24), on(&[6], 9, 17), on(&[0, 1, 2, 3, 4], 21, 29)];
    let team = [hours(5, 13), hours(9, 17), hours(13, 21)].into_iter().chain(alone).collect();
    let found =
        answers(team, &Rules::default(), [hours(9, 16), Person::new(Place::Ahead(0), weekdays(9, 17))]);
    assert_eq!(found, [(FitResult::Fits, None), (FitResult::FitsWithShift, Some(15))]);
}

#[test]
fn a_longer_day_may_open_a_plan_that_asks_others() {
    // Two of a kind have two posts: in UTC 3:30–7:30 and 6:00–11:15. With 9–14 they share 2¼ hours, and
    // either alone would have to move by 2¾. A window of at most six hours holds no 3:30–7:30 together with
    // five hours of 6:00–11:15, so that 7–13 leaves the team in pods: an hour earlier it shares 5¼ with the
    // two. 6:30–15 is 8½ hours long, and so a window may be as long as the 7¾ of the two posts. In
    // 6:00–13:45 all share 8:30–13:30 when the two move by 2½ hours, which nobody was asked for before.
    let rules = Rules { target: 311, max_shift: 150, step: 30, ..Rules::default() };
    let on =
        |start: u16, end: u16| Person::new(Place::Ahead(60), (0..5).map(|day| (day, start, end)).collect());
    let mut two_posts = on(420, 735);
    two_posts.posts.push(Post::new(Place::Ahead(120), (0..5).map(|day| (day, 330, 570)).collect()));
    let team = vec![two_posts.clone(), on(600, 900), two_posts];
    let found = answers(team, &rules, [on(480, 840), on(450, 960)]);
    assert_eq!(found, [(FitResult::FitsWithShift, Some(-60)), (FitResult::FitsAsync, None)]);
}
