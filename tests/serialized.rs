//! With the feature `serde`, results are values that serialise (the team of three of the guide), and inputs
//! are read back.

use proptest::prelude::*;
use serde::de::DeserializeSeed;
use serde_json::{Value, json};
use tzplan::fit::{FitResult, Opening};
use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions};
use tzplan::{
    Attendance, Change, DateRange, Horizon, Member, Minutes, Plan, Policy, PreparedTeam, Schedule, Shift,
    Team, WeeklyHours, Zone,
};

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;
use support::cases;
use support::generators::dated_crew;

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
    assert_eq!(json["year"]["min"], json!({"minutes_per_week": 900, "days": 5}));
    let summer = &json["seasons"][1];
    assert_eq!(summer["first"], "2027-03-28");
    assert_eq!(summer["last"], "2027-10-30");
    assert_eq!(summer["meets"], false);
    let shifts: Vec<_> =
        summer["plan"]["moves"].as_array().expect("moves").iter().map(|m| &m["shift"]).collect();
    assert_eq!(shifts, [-30, 30]);
    // Profiles by their places: Ana is the first, Ben the second.
    assert_eq!(summer["plan"]["moves"][1]["profile"], 1);
    // Four hours from 11:30 UTC on.
    assert_eq!((&summer["plan"]["kind"], &summer["plan"]["window_start"]), (&json!("window"), &json!(690)));
    assert_eq!(
        (&json["all_year"]["first"], &json["all_year"]["burden"]),
        (&json!("2027-03-28"), &json!(1800))
    );
    assert_eq!(
        json["verdict"]["steps"][1],
        json!({
            "kind": "optional", "member": 0, "year_min": {"minutes_per_week": 2100, "days": 5},
            "reaches": {"model": "overlap", "sharing": null, "parts": null},
        })
    );
}

/// A day that was moved is read back as moved, from its stated hours; so is a place.
#[test]
fn a_moved_day_and_a_place_are_read_back() {
    let mut team = Team::new();
    let asha = Member::new("Asha", Zone::iana("Asia/Kolkata").expect("a zone")).place("Bangalore");
    let asha = team.add(asha).id();
    let later = team.changed([Change::Shift { member: asha, by: Shift::of(90) }]).expect("a member");
    let json = value(&later);
    assert_eq!((&json[0]["moved_by"], &json[0]["place"]), (&json!(90), &json!("Bangalore")));
    assert_eq!(json[0]["posts"][0]["hours"], "09:00-17:00 Mon-Fri");
    let read: Team = serde_json::from_value(json.clone()).expect("a team");
    let member = read.member(0).expect("Asha");
    assert_eq!(member.schedule(), later.member(0).expect("Asha").schedule());
    assert_eq!(member.schedule().posts()[0].hours().to_string(), "10:30-18:30 Mon-Fri");
    assert_eq!(member.place(), Some("Bangalore"));
    let mut far = json;
    far[0]["moved_by"] = json!(721);
    let error = serde_json::from_value::<Team>(far).expect_err("more than 12 hours");
    assert!(error.to_string().contains("moved_by: a day cannot be moved by 721 minutes"), "{error}");
}

/// So is a day that is moved on some dates.
#[test]
fn a_day_moved_on_some_dates_is_read_back() {
    let mut team = Team::new();
    let asha = team.add(Member::new("Asha", Zone::iana("Asia/Kolkata").expect("a zone"))).id();
    let dates: DateRange = "2027-03-28..2027-10-30".parse().expect("dates");
    let summer = Change::ShiftOn { member: asha, by: Shift::of(-30), dates };
    let moved = team.changed([Change::Shift { member: asha, by: Shift::of(90) }, summer]).expect("a member");
    let json = value(&moved);
    let expected = json!([{"first": "2027-03-28", "last": "2027-10-30", "by": -30}]);
    assert_eq!((&json[0]["moved_by"], &json[0]["moved_on"]), (&json!(90), &expected));
    let read: Team = serde_json::from_value(json.clone()).expect("a team");
    assert_eq!(read.member(0).expect("Asha").schedule(), moved.member(0).expect("Asha").schedule());
    let mut far = json;
    far[0]["moved_on"][0]["by"] = json!(-721);
    let error = serde_json::from_value::<Team>(far).expect_err("more than 12 hours");
    assert!(error.to_string().contains("moved_on[0].by: a day cannot be moved by -721 minutes"), "{error}");
}

#[test]
fn every_answer_about_meetings_serialises() {
    let mut team = Team::new();
    team.add(Member::new("Ben", Zone::iana("Europe/Berlin").expect("a zone")));
    team.add(Member::new("Yui", Zone::iana("Asia/Tokyo").expect("a zone")));
    let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
    let prepared = PreparedTeam::new(&team, horizon);
    let meetings = Meetings::new(&prepared, &Policy::default(), &MeetingOptions::default());
    let best = meetings.ranked()[0];
    assert!(value(&meetings.costs(best.slot))[0]["dates"].is_array());
    assert_eq!(value(&meetings.obstacles())["people"][0]["schedule"], 0);
    assert!(value(&meetings.changes())[0]["kind"].is_string());
    let mut options = RotationOptions::default();
    options.weeks = 2;
    let rotation = meetings.rotation(&meetings.ranked(), &options).expect("two weeks");
    assert_eq!(value(&rotation)["weeks"].as_array().map(Vec::len), Some(2));
    assert_eq!(value(&rotation.ledger(&team))[1]["member"], 1);
}

/// A candidate is a schedule, whatever the opening.
#[test]
fn a_candidate_is_read_by_an_opening() {
    let mut team = Team::new();
    team.add(Member::new("Ben", Zone::iana("Europe/Berlin").expect("a zone")));
    let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
    let opening = Opening::new(&PreparedTeam::new(&team, horizon), &Policy::default());
    let written = json!({"posts": [{"zone": "Europe/London", "hours": "10:00-18:00 Mon-Fri"}], "flex": 60});
    let candidate = opening.deserialize(&written).expect("a schedule");
    assert_eq!((candidate.fit().result, value(&candidate)), (FitResult::Fits, written));
    let fault = opening.deserialize(json!({"posts": [{"zone": "Nowhere/Land"}]})).expect_err("no such zone");
    assert!(fault.to_string().starts_with("posts[0].zone: "), "{fault}");
}

fn value(answer: &impl serde::Serialize) -> Value {
    serde_json::to_value(answer).expect("plain values")
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_a_caller_puts_in_is_read_back(crew in dated_crew(1..=5)) {
        let (team, horizon) = (crew.team(), crew.horizon());
        let text = serde_json::to_string(&team).expect("plain values");
        let read: Team = serde_json::from_str(&text).expect("what was written");
        let members = |team: &Team| team.members().map(Member::from).collect::<Vec<_>>();
        prop_assert_eq!(members(&read), members(&team));
        for member in team.members() {
            let text = serde_json::to_string(member.schedule()).expect("plain values");
            prop_assert_eq!(&serde_json::from_str::<Schedule>(&text).expect("what was written"), member.schedule());
        }
        let text = serde_json::to_string(&horizon).expect("plain values");
        let read = serde_json::from_str::<Horizon>(&text).expect("what was written");
        // IANA's own `UTC` is read back as the fixed offset of that name.
        prop_assert_eq!((read.dates(), read.home().name()), (horizon.dates(), horizon.home().name()));
    }

    #[test]
    fn a_policy_is_read_back(target in 1_u32..=1440, shift in 0_u32..=720, days in 0_u32..=364, night in 0_u16..1440) {
        let night = tzplan::ClockRange::new(tzplan::ClockTime::from_minutes(night).expect("a time"), tzplan::ClockTime::END_OF_DAY);
        let policy = Policy::default().with_night(night.expect("a range"));
        let policy = policy.with_target(Minutes(target)).and_then(|policy| policy.with_max_shift(Minutes(shift)));
        let policy = policy.and_then(|policy| policy.with_grace_days(days)).expect("in range");
        let text = serde_json::to_string(&policy).expect("plain values");
        prop_assert_eq!(serde_json::from_str::<Policy>(&text).expect("what was written"), policy);
    }
}

#[test]
fn inputs_are_written_by_hand_in_a_few_words() {
    let team = json!([
        {"name": "Ana", "posts": [{"zone": "America/Sao_Paulo"}]},
        {
            "name": "Ben",
            "posts": [{
                "zone": "Europe/Berlin",
                "hours": "Mon-Thu 9-17; Fri 9-13",
                "stays": [{"zone": "Asia/Bangkok", "first": "2027-02-01", "last": "2027-03-15"}],
            }],
            "days_off": ["2027-01-04"],
            "attendance": "optional",
            "team": "Red",
        },
    ]);
    let team: Team = serde_json::from_value(team).expect("a team");
    let ben = team.member(1).expect("Ben");
    assert_eq!((ben.name(), ben.attendance(), ben.team()), ("Ben", Attendance::Optional, Some("Red")));
    assert_eq!(ben.schedule().posts()[0].stays()[0].dates.to_string(), "2027-02-01..2027-03-15");
    assert_eq!(team.member(0).expect("Ana").schedule().posts()[0].hours(), &WeeklyHours::default());
    let policy: Policy = serde_json::from_value(json!({"target": 180})).expect("a policy");
    assert_eq!(policy, Policy::default().with_target(Minutes(180)).expect("in range"));
}

#[test]
fn flex_other_clocks_and_overlapping_stays_come_back() {
    let written = json!({
        "name": "Ben",
        "posts": [{
            "zone": "Europe/Berlin",
            "hours": "14:00-22:00 Mon-Fri",
            "hours_on": "UTC",
            // As they were stated: of two that overlap the later one holds.
            "stays": [
                {"zone": "Asia/Bangkok", "first": "2027-02-01", "last": "9999-12-31"},
                {"zone": "Asia/Tokyo", "first": "2027-02-08", "last": "2027-02-14"},
            ],
        }],
        "flex": 90,
        "attendance": "unmarked",
    });
    let ben: Member = serde_json::from_value(written.clone()).expect("a member");
    assert_eq!(serde_json::to_value(&ben).expect("plain values"), written);
    let team: Team = serde_json::from_value(json!([written])).expect("a team");
    let schedule = team.member(0).expect("Ben").schedule();
    assert_eq!((schedule.flex(), schedule.posts()[0].hours_on()), (Some(Minutes(90)), Some(&Zone::UTC)));
    let in_force = schedule.posts()[0].stays().iter().map(|stay| stay.dates.to_string()).collect::<Vec<_>>();
    assert_eq!(in_force, ["2027-02-01..2027-02-07", "2027-02-08..2027-02-14", "2027-02-15..9999-12-31"]);
    let negative = json!({"posts": [{"zone": "UTC"}], "flex": -5});
    let error = serde_json::from_value::<Schedule>(negative).expect_err("a negative flex").to_string();
    assert!(error.starts_with("flex: -5"), "{error}");
}

#[test]
fn errors_name_the_field_and_the_value() {
    fn error<T: serde::de::DeserializeOwned>(value: Value) -> String {
        serde_json::from_value::<T>(value).map(drop).expect_err("something wrong").to_string()
    }
    let ana =
        |part: Value| json!([{"name": "Bo", "posts": [{"zone": "UTC"}]}, {"name": "Ana", "posts": [part]}]);
    let starts = [
        (error::<Team>(ana(json!({"zone": "Europe/Berlim"}))), "[1].posts[0].zone: ", "Europe/Berlim"),
        (
            error::<Team>(ana(json!({"zone": "UTC", "hours": "9-x"}))),
            "[1].posts[0].hours: ",
            "`x` is no time of day",
        ),
        (error::<Schedule>(json!({"posts": []})), "posts: ", "at least one"),
        (
            error::<Schedule>(json!({"posts": [{"zone": "UTC"}], "days_off": ["2027-13-01"]})),
            "days_off[0]: ",
            "`2027-13-01` is no date",
        ),
        (error::<Policy>(json!({"target": 1441})), "target: ", "24:01 is out of range"),
        (error::<Policy>(json!({"step": -5})), "step: ", "`-5`"),
        (
            error::<Policy>(json!({"night": {"start": 60, "end": 1500}})),
            "night.end: ",
            "1500 is no time of day",
        ),
        (error::<Policy>(json!({"tarket": 180})), "unknown field `tarket`", "`target`"),
        (
            error::<Horizon>(json!({"from": "2027-01-04", "to": "2027-01-04", "home": "UTC"})),
            "to: ",
            "2027-01-04 to 2027-01-04 is empty",
        ),
        (
            error::<Horizon>(json!({"from": "2027-01-04", "to": "2027-02-01", "home": "Mars"})),
            "home: ",
            "Mars",
        ),
        (
            error::<DateRange>(json!({"first": "2027-01-04", "last": "2027-01-03"})),
            "last: ",
            "2027-01-04 comes after",
        ),
        (
            error::<Team>(ana(json!({"zone": 5}))),
            "[1].posts[0].zone: invalid type: integer `5`",
            "expected a string",
        ),
        (error::<Team>(ana(json!({"hours": "9-17"}))), "[1].posts[0]: missing field `zone`", ""),
        (
            error::<Team>(ana(json!({"zone": "UTC", "hour": "9"}))),
            "[1].posts[0]: unknown field `hour`",
            "`hours`",
        ),
        (
            error::<Team>(json!([{"name": "Ana", "posts": {"zone": "UTC"}}])),
            "[0].posts: invalid type: map",
            "a list",
        ),
        (
            error::<Team>(json!([{"name": "Ana", "posts": ["UTC"]}])),
            "[0].posts[0]: invalid type: string",
            "`zone`",
        ),
        (
            error::<Member>(json!({"name": "Ana", "posts": [{"zone": "UTC"}], "attendance": "maybe"})),
            "attendance: unknown variant `maybe`",
            "",
        ),
        (
            error::<Policy>(json!({"night": {"start": "22:00", "end": 360}})),
            "night.start: invalid type: string",
            "22:00",
        ),
        (
            error::<Horizon>(json!({"from": 2027, "to": "2028-01-01", "home": "UTC"})),
            "from: invalid type",
            "2027",
        ),
        (error::<Policy>(json!({"grace_days": 365})), "grace_days: 365 of 364 days", "0 to 364"),
        (error::<Policy>(json!({"max_shift": 721})), "max_shift: ", "out of range"),
        (error::<WeeklyHours>(json!("9-9")), "start and end are equal", ""),
        (error::<Zone>(json!("Nowhere/Land")), "", "Nowhere/Land"),
    ];
    // Of a text that is read as it comes the place is said too.
    let text = r#"[{"name": "Ana", "posts": [{"zone": 5}]}]"#;
    let error = serde_json::from_str::<Team>(text).expect_err("no zone").to_string();
    assert_eq!(error, "[0].posts[0].zone: invalid type: integer `5`, expected a string at line 1 column 37");
    for (error, start, part) in starts {
        assert!(error.starts_with(start) && error.contains(part), "{error}");
    }
}
