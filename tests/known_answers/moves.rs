//! What a move of one of several people with equal days does, and teams too large for the exact search.

use tzplan::team::Attendance;
use tzplan::verdict::{Standing, Step};
use tzplan::{Member, MemberId, Minutes, Model, Plan, Pods, Policy, PreparedTeam, Team, Zone};

use crate::days;

/// Members at UTC with these hours, the first of a group of twins each time, and how far their day moves.
fn at_utc(members: &[(&str, u32, usize)]) -> PreparedTeam {
    let mut team = Team::new();
    for &(hours, flex, count) in members {
        let hours: tzplan::WeeklyHours = hours.parse().expect("hours");
        for _ in 0..count {
            team.add(Member::new(hours.to_string(), Zone::UTC).hours(hours.clone()).flex(Minutes(flex)));
        }
    }
    PreparedTeam::new(&team, days("2026-11-23", 28))
}

/// Member, minutes, and how many share how many parts then.
fn best_move(plan: &Plan) -> Option<(MemberId, i32, Standing)> {
    plan.verdict().steps.iter().find_map(|step| match step {
        Step::Move { member, shift, reaches, .. } => Some((*member, shift.minutes(), *reaches)),
        _ => None,
    })
}

#[test]
fn one_of_three_with_equal_days_leaves_two() {
    // Three at 9–17, one at 15–23 and one at 3–11 whose days do not move: nobody else shares 4 h with
    // anybody. Two hours later one of the three shares 15–19 with the second, and the two that stay are a
    // pod.
    let prepared = at_utc(&[("9-17", 120, 3), ("15-23", 0, 1), ("3-11", 0, 1)]);
    let policy = Policy::default();
    let plan = Plan::of(&prepared, &policy);
    let standing = plan.verdict().standing;
    assert_eq!((standing.model, standing.sharing, standing.parts), (Model::Hybrid, Some(3), Some(3)));
    let (member, by, reaches) = best_move(&plan).expect("a move");
    assert_eq!((member.index(), by, reaches.sharing, reaches.parts), (0, 120, Some(4), Some(3)));
    let step = plan.verdict().steps.iter().find(|step| step.member() == member).expect("the move");
    let after = plan.pods_after(&prepared, step).expect("pods");
    assert_eq!((after.members, after.sharing, after.parts, after.pods.len()), (5, 4, 3, 2));
}

#[test]
fn a_move_helps_beside_pods_of_twins() {
    // Three pairs of twins share with nobody else; 12–16 and 15–19 share an hour, and the target is two.
    let twins = [("0-2", 0, 2), ("4-6", 0, 2), ("8-10", 0, 2)];
    let prepared = at_utc(&[&twins[..], &[("12-16", 60, 1), ("15-19", 0, 1)]].concat());
    let policy = Policy::default().with_target(Minutes::hours(2)).expect("a target");
    let plan = Plan::of(&prepared, &policy);
    let standing = plan.verdict().standing;
    assert_eq!((standing.model, standing.sharing, standing.parts), (Model::Hybrid, Some(6), Some(5)));
    let (member, by, reaches) = best_move(&plan).expect("a move");
    assert_eq!((member.index(), by, reaches.sharing, reaches.parts), (6, 60, Some(8), Some(4)));
}

#[test]
fn many_people_half_a_day_apart_are_two_pods() {
    // 26 profiles: thirteen days that begin between 9:00 and 9:12, and thirteen between 21:00 and 21:12.
    let hours = |start: usize, late: usize| {
        let (start, end) = (start * 60 + late, start * 60 + late + 480);
        format!("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, end / 60 % 24, end % 60)
    };
    let all: Vec<String> = (0..13).flat_map(|late| [hours(9, late), hours(21, late)]).collect();
    let members: Vec<(&str, u32, usize)> = all.iter().map(|hours| (hours.as_str(), 0, 1)).collect();
    let (prepared, policy) = (at_utc(&members), Policy::default());
    let pods = Pods::of(&prepared, &policy);
    assert_eq!((pods.exact, pods.parts, pods.sharing, pods.members), (false, 2, 26, 26));
    assert!(pods.isolated.is_empty() && pods.pods.iter().all(|pod| pod.len() == 13));
    // The first and the last of a pod share twelve minutes less than their days.
    assert_eq!(pods.worst_year_min.map(|worst| worst.to_string()).as_deref(), Some("7:48"));
    assert_eq!(Plan::of(&prepared, &policy).verdict().standing.model, Model::Hybrid);
    // So they are where one of them has to share: somebody in a pod does.
    let mut team = Team::new();
    for (place, member) in prepared.team().members().enumerate() {
        let member = Member::from(member);
        team.add(if place == 0 { member.attendance(Attendance::Required) } else { member });
    }
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 28));
    assert_eq!(Plan::of(&prepared, &policy).verdict().standing.model, Model::Hybrid);
}
