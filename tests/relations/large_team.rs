//! A team beyond the exact search for pods.

use tzplan::{Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};

use crate::support::{date, tz_versions};

/// Whatever is found must be a partition that holds.
#[test]
fn pods_of_a_large_team_hold() {
    let zones = ["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles", "America/New_York", "Asia/Kolkata"];
    let mut team = Team::new();
    for place in 0..40_usize {
        let start = 7 * 60 + place / 5 * 20;
        let hours = format!("{:02}:{:02}-{:02}:{:02}", start / 60, start % 60, start / 60 + 8, start % 60);
        let zone = Zone::iana(zones[place % zones.len()]).expect("a zone");
        team.add(Member::new(format!("M{place}"), zone).hours(hours.parse().expect("hours")));
    }
    let horizon = Horizon::year(date("2026-11-23"), Zone::UTC).expect("a horizon");
    let prepared = PreparedTeam::new(&team, horizon.clone());
    let policy = Policy::default();
    let plan = Plan::of(&prepared, &policy);
    assert_eq!(plan.verdict().model, Model::Hybrid, "{}", tz_versions());
    let pods = plan.verdict().pods.as_ref().expect("pods of a hybrid team");
    // What changes pods is tried for isolated people alone.
    assert!(!plan.verdict().steps_exact, "{:?}", plan.verdict().steps);
    assert!(!pods.exact && pods.parts >= pods.lower_bound && pods.half_share());
    assert_eq!(pods.parts as usize, pods.pods.len() + pods.isolated.len());
    let mut placed: Vec<_> = pods.pods.iter().flatten().chain(&pods.isolated).copied().collect();
    placed.sort_unstable();
    placed.dedup();
    let mut profiles = prepared.required().to_vec();
    profiles.sort_unstable();
    assert_eq!(placed, profiles, "every profile is in one part");
    assert_eq!(pods.pods.iter().map(Vec::len).sum::<usize>() + pods.isolated.len(), profiles.len());
    for pod in &pods.pods {
        let mut group = Team::new();
        for member in team.members().filter(|member| pod.contains(&prepared.profile_of(*member))) {
            group.add(Member::from(member));
        }
        let own = PreparedTeam::new(&group, horizon.clone());
        let model = Plan::of(&own, &policy).verdict().model;
        assert_eq!(
            model,
            Model::Overlap,
            "{:?}",
            group.members().map(|member| member.name()).collect::<Vec<_>>()
        );
    }
}
