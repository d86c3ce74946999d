//! With the feature `serde`, results are values that serialise: the team of three of the guide.

use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};

#[test]
fn a_plan_serialises_with_its_evidence() {
    let mut team = Team::new();
    for (name, zone) in [("Ana", "America/Sao_Paulo"), ("Ben", "Europe/Berlin"), ("Chloé", "Europe/London")]
    {
        team.add(Member::new(name, Zone::iana(zone).expect("a zone")));
    }
    let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
    let plan = Plan::of(&PreparedTeam::new(&team, horizon), &Policy::default());
    let json = serde_json::to_value(&plan).expect("plain values");

    assert_eq!(json["verdict"]["model"], "overlap-with-shifts");
    assert_eq!(json["policy"]["target"], 240);
    // São Paulo 9–17 is 12–20 UTC all year; Berlin is 8–16 UTC in winter and 7–15 in summer: 4 h, then 3 h.
    assert_eq!(json["year"]["min"], serde_json::json!({"minutes_per_week": 900, "days": 5}));
    let summer = &json["seasons"][1];
    assert_eq!(summer["season"]["first"], "2027-03-28");
    assert_eq!(summer["season"]["last"], "2027-10-30");
    assert_eq!(summer["overlap"]["meets"], false);
    let shifts: Vec<_> =
        summer["window"]["moves"].as_array().expect("moves").iter().map(|m| &m["shift"]).collect();
    assert_eq!(shifts, [-30, 30]);
    // Profiles by their places: Ana is the first, Ben the second.
    assert_eq!(summer["window"]["moves"][1]["profile"], 1);
    assert_eq!(
        json["verdict"]["flip"],
        serde_json::json!({"kind": "move", "profile": 1, "shift": 60, "model": "overlap"})
    );
}
