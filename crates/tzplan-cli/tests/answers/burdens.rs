//! Who bears what: an answer says in its first lines whose day is moved, whose stay is an exception, and what
//! an average hides.

use crate::support::{Desk, YEAR};

/// The page of an answer, on so wide a screen that no cell breaks.
fn page(desk: &Desk, line: &[&str]) -> String {
    let mut command = desk.command();
    command.args(line).args(YEAR).env("COLUMNS", "200");
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// The same with every run of blanks as one.
fn words(desk: &Desk, line: &[&str]) -> String {
    page(desk, line).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// London and San Francisco are eight hours apart, but for three weeks of seven: four hours together take two
/// of each. Lisbon keeps London's clock and moves as London does.
const FAR: &str = "name,zone,hours\nAda,Europe/London,9-17\nBo,America/Los_Angeles,9-17\n";

#[test]
fn whoever_takes_part_in_moved_days_is_told_so() {
    let desk = Desk::with("far.csv", FAR);
    let fit = ["fit", "far.csv", "--name", "Rui", "--zone", "Lisbon", "--hours", "9-17"];
    let fit_page = words(&desk, &fit);
    let first = "FITS, by the plan of the team (their own day moves by up to 2 h): works with 1 of 2 at the hours \
                 stated";
    assert!(fit_page.contains(first), "{fit_page}");
    assert_eq!(desk.json(&fit[..1], "far.csv", &fit[2..])["asked"]["candidate"], 120);
    // Places, too, do not overlap as their days are.
    let regions = words(&desk, &["regions", "far.csv"]);
    assert!(!regions.contains("Natural overlap"), "{regions}");
    assert!(regions.contains("Overlap as now: days moved by the plan of the team"), "{regions}");
    let row = regions.split("London (United Kingdom)").nth(1).unwrap();
    assert!(row.split("UTC").next().unwrap().contains("1 of 2 by plan, 2 h"), "{regions}");
    // Halifax is four hours from either and gives nothing.
    let row = regions.split("Halifax (Canada)").last().unwrap();
    assert!(row.split("UTC").next().unwrap().trim_end().ends_with("2 of 2"), "{regions}");
    desk.file("pool.csv", "name,zone,hours\nRui,Lisbon,9-17\nKim,Halifax,9-17\n");
    let pool = words(&desk, &["fit", "far.csv", "--candidates", "pool.csv"]);
    assert!(pool.contains("in Lisbon, whose day the plan of the team moves by up to 2 h →"), "{pool}");
    assert!(pool.contains("fits 1 of 2 enough with days moved, as now"), "{pool}");
}

/// Nobody of Kolkata reaches San Francisco, so that work is async where San Francisco is marked. Auckland at
/// 9 to 17 ends at 04:00 UTC in its summer and at 05:00 in its winter: two hours earlier is the afternoon of
/// Los Angeles.
#[test]
fn whoever_makes_an_async_team_better_is_told_so() {
    let team = "name,zone,hours,required\nLea,America/Los_Angeles,9-17,yes\nIra,Asia/Kolkata,10-18,\n\
                Ivo,Asia/Kolkata,10-18,\n";
    let desk = Desk::with("lead.csv", team);
    desk.file("pool.csv", "name,zone,hours\nNoa,Pacific/Auckland,9-17\n");
    let pool = words(&desk, &["fit", "lead.csv", "--candidates", "pool.csv"]);
    assert!(pool.contains("→ the team goes from ASYNC to HYBRID"), "{pool}");
    assert!(pool.contains("fits 2 h earlier 0 of 3 the team gets better then"), "{pool}");
}

/// Three weeks in Singapore, where 15:00 of Berlin is 22:00: the hour that suits New York all year.
#[test]
fn three_weeks_abroad_are_told_beside_a_meeting() {
    let roster = "name,zone,hours\nAnn,\"Europe/Berlin; Asia/Singapore from 2027-02-01 to 2027-02-21\",9-17\n\
                  Nia,America/New_York,9-17\n";
    let desk = Desk::with("away.csv", roster);
    let meet = words(&desk, &["meet", "away.csv", "--duration", "1h"]);
    let first = "MON–FRI 15:00 SUITS EVERYONE, short stays aside (Ann from 1 Feb to 19 Feb: ends 6 h after the day, \
                 1 h at night)";
    assert!(meet.contains(first), "{meet}");
    assert!(meet.contains("days off and short stays abroad spoil nothing"), "{meet}");
    let slot = &desk.json(&["meet"], "away.csv", &["--duration", "1h"])["slots"][0];
    assert_eq!((&slot["clean"], &slot["required"]["worst"]), (&true.into(), &0.into()), "{slot}");
    // 1, 8 and 15 February.
    assert_eq!(
        (&slot["costs"][0]["stretch"], &slot["costs"][0]["occurrences"]),
        (&360.into(), &3.into()),
        "{slot}"
    );
    // The agreed shifts leave room an hour earlier: there the stand-up is when it suits both at home.
    assert!(
        words(&desk, &["agreement", "away.csv", "--duration", "1h"])
            .contains("everyone Mon–Fri 14:00 Berlin")
    );
    let plan = words(&desk, &["away.csv"]);
    // Two hours on fifteen days, of which none is left: 9 to 17 in Singapore is over in New York's night.
    let told = "Ann in Singapore from 1 Feb to 21 Feb: over these dates everyone shares nothing; without short stays \
                it would be 30 h.";
    assert!(plan.contains(told), "{plan}");
}

/// From Sunday to Thursday in Berlin and from Monday to Friday in New York they share 15 to 17 o'clock, an
/// hour more while only the US have summer time: eight hours a week, on five days 1 h 36 min, 2 h 24 min less
/// than four.
#[test]
fn an_average_is_called_one() {
    let roster = "name,zone,hours\nAnn,Europe/Berlin,9-17 Sun-Thu\nNia,America/New_York,9-17\nMax,Europe/Berlin,9-17\n";
    let desk = Desk::with("few.csv", roster);
    let plan = words(&desk, &["few.csv"]);
    let told = "; on average that is up to 2 h 24 min a day less than the target all year.";
    assert!(plan.contains(told), "{plan}");
    assert!(
        plan.contains("15:00–17:00 Mon–Thu 09:00–11:00 Mon–Thu 2 h 24 min less than the target on average"),
        "{plan}"
    );
    // Without New York Ann and Max share eight hours from Monday to Thursday: 6 h 24 min.
    assert!(
        plan.contains("Nia optional: the others meet without → OVERLAP, 6 h 24 min a day or more on average"),
        "{plan}"
    );
    // Both of Berlin in one pod: what they share, not a mean of five days.
    let pods = words(&desk, &["pods", "few.csv"]);
    assert!(pods.contains("Pod 1 Ann and Max · 2 people · 8 h on Mon–Thu all year"), "{pods}");
}

#[test]
fn pods_say_who_keeps_a_team_from_being_hybrid() {
    let team = "name,zone,required\nBoss,Pacific/Auckland,yes\nAnn,Europe/London,\nBen,Europe/London,\n";
    let pods = words(&Desk::with("marked.csv", team), &["pods", "marked.csv"]);
    let told =
        "Boss is isolated: in no pod. That is no hybrid model: Boss is marked as required and in no pod.";
    assert!(pods.contains(told), "{pods}");
}

/// Vancouver's 22:00 is Singapore's afternoon of the next day, on Fridays a Saturday's.
#[test]
fn a_day_on_which_nobody_goes_on_is_named() {
    let team = "name,zone,hours\nOmar,America/Vancouver,14-22\nMei,Asia/Singapore,9-18\n";
    let agreement = words(&Desk::with("night.csv", team), &["agreement", "night.csv"]);
    let told = "Omar Mon–Thu 22:00 to Mei · Fri nobody goes on; leave it in writing";
    assert!(agreement.contains(told), "{agreement}");
}

/// Several of one schedule have each other.
#[test]
fn peers_of_one_schedule_have_one_another() {
    // Fewer than half share a pod: there is none.
    let team = "name,zone,hours\nLea,America/Los_Angeles,9-17\nIra,Asia/Kolkata,10-18\nIvo,Asia/Kolkata,10-18\n\
                Kim,Asia/Seoul,9-13\nNed,Europe/London,13-17\n";
    let agreement = words(&Desk::with("lead.csv", team), &["agreement", "lead.csv"]);
    assert!(agreement.contains("Ira and Ivo: one another"), "{agreement}");
}

/// One more on five days in a row covers hardly more than one on weekdays: nobody is asked to work on Sundays
/// for it.
#[test]
fn a_weekend_is_proposed_where_it_is_worth_it() {
    let desk = Desk::with("far.csv", FAR);
    let answer = desk.json(&["coverage"], "far.csv", &[]);
    let number = |of: &serde_json::Value, key: &str| of[key].as_u64().unwrap();
    let gained = answer["additions"].as_array().unwrap().iter().map(|one| number(one, "gained_minutes"));
    let [weekdays, any] = gained.collect::<Vec<u64>>()[..] else { panic!("{}", answer["additions"]) };
    assert!(any > weekdays && 100 * (any - weekdays) < number(&answer, "minutes"), "{}", answer["additions"]);
    let coverage = words(&desk, &["coverage", "far.csv"]);
    assert_eq!(coverage.matches("add somebody").count(), 1, "{coverage}");
    // A clock is called by a place that keeps it, and one is looked for at the hours proposed.
    assert!(coverage.contains("09:00–17:00 Mon–Fri at UTC+9 (as in Seoul) →"), "{coverage}");
    let look = "look where people keep the clock of UTC+9 (as in Seoul) → places, with what a hire there does to the team \
                tzplan regions far.csv --from 2026-11-23 --home Europe/Berlin --offsets +9 --hours '09:00-17:00 Mon-Fri'";
    assert!(coverage.contains(look), "{coverage}");
}

/// Ina, who is optional, moves from Lisbon to Recife on 1 May: the longest dates on which nobody moves are
/// drawn, and she where she is then.
#[test]
fn a_picture_shows_people_where_they_are_on_its_dates() {
    let roster = "name,zone,hours,required\nAnn,Europe/Berlin,9-17,\nNia,America/New_York,9-17,\n\
                  Ina,\"Lisbon; Recife from 2027-05-01\",9-17,no\n";
    let plan = page(&Desk::with("moves.csv", roster), &["moves.csv"]);
    // Summer, from 28 March to 30 October, is cut at 1 May: 183 days are left of 217.
    assert!(plan.contains("The day from 1 May to 30 Oct in Berlin time"), "{plan}");
    assert!(plan.contains("Ina (optional)  Recife"), "{plan}");
}

/// Of four groups of five, each of five schedules, the picture has a row of each, though fifteen have room.
#[test]
fn no_pod_is_left_out_of_a_picture() {
    let zones = ["Asia/Tokyo", "Europe/Berlin", "America/New_York", "Pacific/Honolulu"];
    let person = |(place, zone): (usize, &str)| -> String {
        (0..5).map(|one| format!("P{place}{one},{zone},9:{:02}-17:00\n", one * 5)).collect()
    };
    let roster: String = zones.into_iter().enumerate().map(person).collect();
    let plan = page(&Desk::with("pods.csv", format!("name,zone,hours\n{roster}")), &["pods.csv"]);
    let picture = plan.split("The day ").nth(1).unwrap().split("at work").next().unwrap();
    for pod in 1..=4 {
        assert!(picture.contains(&format!("\n  pod {pod} ")), "{pod}\n{plan}");
    }
}

/// Of many pairs those who never meet are a few lines, and what others share is seen.
#[test]
fn pairs_without_a_common_hour_are_told_together() {
    let zones = ["Asia/Tokyo", "Europe/Berlin", "America/Los_Angeles"];
    let person = |zone: &str| -> String {
        (0..7).map(|one| format!("{zone} {one},{zone},9-15:{:02}\n", one * 5)).collect()
    };
    let roster: String = zones.into_iter().map(person).collect();
    let pairs = page(&Desk::with("pairs.csv", format!("name,zone,hours\n{roster}")), &["pairs", "pairs.csv"]);
    // In UTC Tokyo stops at 06:30, when Berlin has half an hour to go in summer; Berlin stops at 14:30 and
    // Los Angeles begins at 16:00, or stops at 23:30, when Tokyo has half an hour to go: 3 × 7 × 7 pairs.
    assert!(pairs.contains("  Nothing all year: 147 pairs"), "{pairs}");
    assert!(pairs.contains("\n    Asia/Tokyo 0 with Europe/Berlin 0; "), "{pairs}");
}

/// 14:00 in Berlin is 07:00 in Chicago, before which nobody is asked to begin, 08:00 in New York and, in
/// winter, 18:30 in Kolkata: an hour from then ends two and a half after 17:00. Chicago gives two hours, New
/// York one.
#[test]
fn of_whom_the_least_is_asked_is_said_first() {
    let team = "name,zone,hours\nSue,America/New_York,9-17\nBob,America/Chicago,9-17\n\
                Ravi,Asia/Kolkata,9-17\nPriya,Asia/Kolkata,9-17\n";
    let desk = Desk::with("team.csv", team);
    let told = words(&desk, &["meet", "team.csv"]);
    let first = "NO TIME SUITS EVERYONE; Mon–Fri 14:00 asks the least, most of Ravi and Priya (ends 2½ h after the \
                 day)";
    assert!(told.contains(first), "{told}");
    // A quarter of an hour apart, and no others: either gives as much.
    desk.file("two.csv", "name,zone,hours\nAna,UTC,9-13\nBen,UTC,12:30-17\n");
    let told = words(&desk, &["meet", "two.csv", "--anchor", "UTC"]);
    let first = "asks the least, of Ana (ends 15 min after the day) and Ben (begins 15 min before the day)";
    assert!(told.contains(first), "{told}");
}
