//! What the library is given for the plain teams of the law's reference.

use tzplan::team::{Stay, TeamBuilder};
use tzplan::{
    Attendance, Change, ClockRange, ClockTime, DateRange, Horizon, MemberId, Minutes, Policy, Schedule,
    Shift, Team,
};

use super::crew::hours;
use super::law::people::{Crew, Mark, Moved, Person, Post};
use super::law::rules::Rules;

/// People named A, B, C … in roster order.
pub fn team(crew: &Crew) -> Team {
    let mut rows = TeamBuilder::new();
    for (person, letter) in crew.people.iter().zip('A'..) {
        let attendance = match person.mark {
            Mark::Required => Attendance::Required,
            Mark::Unmarked => Attendance::Unmarked,
            Mark::Optional => Attendance::Optional,
        };
        let schedule = rows.intern(schedule(person));
        rows.add_row(&letter.to_string(), schedule, attendance, None, None);
    }
    let team = rows.build();
    // Whose day is moved, it is moved on every post.
    let moves = crew.people.iter().enumerate().flat_map(|(one, person)| {
        let moves = person.posts[0].moves.iter();
        moves.map(move |Moved { from, to, by }| {
            let (member, by) = (MemberId::from(one), Shift::of(*by));
            Change::ShiftOn { member, by, dates: DateRange::until(*from, *to).expect("dates") }
        })
    });
    team.changed(moves).expect("people of this team")
}

pub fn horizon(crew: &Crew) -> Horizon {
    Horizon::of_days(crew.from, crew.days, crew.home.zone()).expect("a range of the tests")
}

pub fn schedule(person: &Person) -> Schedule {
    let posts = person.posts.iter().map(post);
    let posts = posts.reduce(|one, other| one.union(&other)).expect("a post");
    let schedule = posts.with_days_off(person.days_off.iter().copied());
    match person.flex {
        Some(flex) => schedule.with_flex(Minutes(flex as u32)),
        None => schedule,
    }
}

fn post(post: &Post) -> Schedule {
    let mut schedule = Schedule::new(post.place.zone(), hours(&post.shifts));
    if let Some(clock) = &post.hours_on {
        schedule = schedule.with_hours_on(&clock.zone());
    }
    for stay in &post.stays {
        let dates = match stay.to {
            Some(to) => DateRange::until(stay.from, to),
            None => DateRange::new(stay.from, Stay::FOR_GOOD),
        };
        schedule = schedule.with_stay(&stay.place.zone(), dates.expect("dates"));
    }
    schedule
}

pub fn policy(rules: &Rules) -> Policy {
    let clock = |(start, end): (i32, i32)| {
        let time = |minutes| ClockTime::from_minutes(minutes as u16).expect("a time of day");
        ClockRange::new(time(start), time(end)).expect("a clock range")
    };
    let policy = Policy::default().with_reasonable(clock(rules.reasonable)).with_night(clock(rules.night));
    let policy =
        policy.with_target(Minutes(rules.target)).and_then(|p| p.with_step(Minutes(rules.step as u32)));
    let policy = policy.and_then(|policy| policy.with_max_shift(Minutes(rules.max_shift as u32)));
    policy.and_then(|policy| policy.with_grace_days(rules.grace_days)).expect("thresholds in range")
}
