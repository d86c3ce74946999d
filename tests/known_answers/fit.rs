//! Whole fits, worked out by hand. Unless said otherwise everybody works 9–17 from Monday to Friday.

use tzplan::fit::{Fit, FitResult, Opening, ProposedMove, Ranking, SortBy};
use tzplan::{Horizon, Member, Minutes, Model, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};

use crate::support::{date, tz_versions};
use crate::{days, team};

fn somebody(zone: &str, hours: &str) -> Schedule {
    Schedule::new(zone.parse().expect("a zone"), hours.parse().expect("hours"))
}

fn in_opening<T>(team: &Team, horizon: Horizon, policy: &Policy, ask: impl FnOnce(&Opening) -> T) -> T {
    ask(&Opening::new(&PreparedTeam::new(team, horizon), policy))
}

/// 23 November 2026 to 21 November 2027, with the default policy.
fn in_year<T>(team: &Team, ask: impl FnOnce(&Opening) -> T) -> T {
    in_opening(team, days("2026-11-23", 364), &Policy::default(), ask)
}

fn judged(team: &Team, zone: &str, hours: &str) -> Fit {
    in_year(team, |opening| opening.judge(&somebody(zone, hours)))
}

/// First date of a season and daily overlap with the only profile of a team.
fn shared(zone: &str, with: &str) -> Vec<(String, String)> {
    in_year(&team(&[(with, "9-17")]), |opening| {
        let profile = opening.prepared().required()[0];
        let pair = opening.candidate(&somebody(zone, "9-17")).pair(profile);
        pair.seasons
            .iter()
            .map(|(season, shared)| (season.first().to_string(), shared.daily.to_string()))
            .collect()
    })
}

fn seasons<const N: usize>(expected: [(&str, &str); N]) -> Vec<(String, String)> {
    expected.map(|(first, daily)| (first.into(), daily.into())).to_vec()
}

/// Minutes, hours on their own clock, minutes of the night.
fn kept(moved: Option<&ProposedMove>) -> Option<(i32, String, u32)> {
    moved.map(|one| (one.shift.minutes(), one.hours[0].to_string(), one.night_minutes_per_week.get()))
}

/// Ana, Ben and Chloé: 12:00Z–20:00Z; 08:00Z–16:00Z, in summer an hour earlier; an hour after Ben.
fn product() -> Team {
    team(&[("America/Sao_Paulo", "9-17"), ("Europe/Berlin", "9-17"), ("Europe/London", "9-17")])
}

#[test]
fn new_york_shares_the_day_with_lima_and_nothing_with_kolkata() {
    // New York is at −05:00 as Lima, and from 14 March to 6 November 2027 an hour ahead. Kolkata is 10:30 or
    // 9:30 ahead.
    let lima = seasons([("2026-11-23", "8:00"), ("2027-03-14", "7:00"), ("2027-11-07", "8:00")]);
    assert_eq!(shared("America/Lima", "America/New_York"), lima, "{}", tz_versions());
    let kolkata = seasons([("2026-11-23", "0:00"), ("2027-03-14", "0:00"), ("2027-11-07", "0:00")]);
    assert_eq!(shared("Asia/Kolkata", "America/New_York"), kolkata, "{}", tz_versions());
    let new_york = team(&[("America/New_York", "9-17")]);
    assert_eq!(judged(&new_york, "America/Lima", "9-17").result, FitResult::Fits);
    // New York starts at 14:00Z in winter and Kolkata ends at 11:30Z: 2:30 and four hours later is the least.
    let kolkata = judged(&new_york, "Asia/Kolkata", "9-17");
    assert_eq!((kolkata.result, kolkata.shift.clone()), (FitResult::FitsAsync, None));
    let trap = (390, "15:30-23:30 Mon-Fri".to_owned(), 5 * 90);
    assert_eq!(kept(kolkata.trap.as_ref()), Some(trap), "{}", tz_versions());
}

#[test]
fn berlin_shares_seven_hours_with_bucharest_and_kyiv() {
    // All change clocks at the same instants and stay an hour apart.
    let changes = [("2026-11-23", "7:00"), ("2027-03-28", "7:00"), ("2027-10-31", "7:00")];
    for zone in ["Europe/Bucharest", "Europe/Kyiv"] {
        assert_eq!(shared(zone, "Europe/Berlin"), seasons(changes), "{zone}; {}", tz_versions());
    }
}

#[test]
fn los_angeles_shares_three_or_four_hours_with_sao_paulo() {
    // 12:00Z–20:00Z all year with 17:00Z–01:00Z in winter, 16:00Z–24:00Z in summer.
    let expected = seasons([("2026-11-23", "3:00"), ("2027-03-14", "4:00"), ("2027-11-07", "3:00")]);
    assert_eq!(shared("America/Sao_Paulo", "America/Los_Angeles"), expected, "{}", tz_versions());
    let fit = judged(&team(&[("America/Los_Angeles", "9-17")]), "America/Sao_Paulo", "9-17");
    assert_eq!(fit.result, FitResult::FitsWithShift);
    assert_eq!(kept(fit.shift.as_ref()), Some((60, "10:00-18:00 Mon-Fri".into(), 0)), "{}", tz_versions());
}

#[test]
fn keiko_would_work_until_one_at_night() {
    // Tokyo is at work 00:00Z–08:00Z. Ana starts at 12:00Z, or half an hour earlier as she is asked to
    // already: four hours with her are then 07:30Z–15:30Z: 7:30 later, 16:30–00:30 in Tokyo, 2:30 of every
    // night. In summer Ben starts half an hour later, as he is asked to already, and all are there from
    // 11:30Z to 15:30Z.
    let fit = judged(&product(), "Asia/Tokyo", "9-17");
    assert_eq!((fit.result, fit.shift.clone()), (FitResult::FitsAsync, None));
    assert_eq!(
        kept(fit.trap.as_ref()),
        Some((450, "16:30-00:30 Mon-Fri".into(), 5 * 150)),
        "{}",
        tz_versions()
    );
    // With her as she is, Ben and Chloé are half of the team.
    assert_eq!((fit.team_before.model, fit.team_after.model), (Model::OverlapWithShifts, Model::Hybrid));
    assert_eq!((fit.peers(), fit.worst_overlap_sum().to_string()), (0, "0:00".into()));
}

#[test]
fn a_second_berliner_fits_as_the_first_does() {
    // In summer Ben and Ana, whom an hour parts, move by half an hour each. With two in Berlin 15 minutes of
    // each of them and 45 of Ana cost the least: 2 × 15² + 45² is less than 2 × 30² + 30² and 60².
    let fit = judged(&product(), "Europe/Berlin", "9-17");
    let models = (fit.team_before.model, fit.team_after.model);
    assert_eq!(models, (Model::OverlapWithShifts, Model::OverlapWithShifts));
    assert_eq!((fit.result, fit.shift.clone()), (FitResult::Fits, None), "{}", tz_versions());
    let others: Vec<_> =
        fit.asked.others.iter().map(|(profile, minutes)| (profile.index(), minutes.get())).collect();
    assert_eq!((fit.asked.anybody.get(), fit.asked.candidate.get(), others), (30, 15, vec![(0, 45)]));
    let plan = fit.plan.as_ref().expect("a plan");
    let moves =
        |season: usize| plan[season].moves.iter().map(|one| one.moved.shift.minutes()).collect::<Vec<_>>();
    assert_eq!((plan.len(), moves(0), moves(1), moves(2)), (3, vec![], vec![-45, 15, 15], vec![]));
    let mates: Vec<_> = fit.teammates.iter().map(|mate| (mate.year_min.to_string(), mate.meets)).collect();
    let expected = [("3:00", false), ("8:00", true), ("7:00", true)];
    assert_eq!(mates, expected.map(|(least, meets)| (least.to_owned(), meets)));
}

#[test]
fn who_fits_a_team_by_its_plan_takes_others_along() {
    let team = team(&[("America/New_York", "9-17")]);
    // Alone New York overlaps with itself; Bucharest would have to move by three hours, and two may be asked.
    let fit = judged(&team, "Europe/Bucharest", "9-17");
    assert_eq!((fit.result, fit.shift.clone(), fit.is_by_plan()), (FitResult::FitsWithShift, None, true));
    assert_eq!((fit.team_before.model, fit.team_after.model), (Model::Overlap, Model::OverlapWithShifts));
    // In winter an hour is shared: 1:30 of each is the least.
    let others: Vec<_> = fit.asked.others.iter().map(|(_, minutes)| minutes.get()).collect();
    assert_eq!(
        (fit.asked.anybody.get(), fit.asked.candidate.get(), others),
        (0, 90, vec![90]),
        "{}",
        tz_versions()
    );
}

#[test]
fn a_team_in_pods_is_joined_pod_by_pod() {
    // In winter Berlin and Paris are at work 08:00Z–16:00Z, Los Angeles 17:00Z–01:00Z, Denver 16:00Z–24:00Z;
    // in summer all an hour earlier.
    let zones = ["Europe/Berlin", "America/Los_Angeles", "Europe/Paris", "America/Denver"];
    let continents = team(&zones.map(|zone| (zone, "9-17")));
    let joined = |zone| {
        let fit = judged(&continents, zone, "9-17");
        assert_eq!(fit.team_before.model, Model::Hybrid);
        (fit.result, fit.pods.clone(), fit.shift.map(|moved| moved.shift.minutes()))
    };
    // New York from 14:00Z to 22:00Z: five hours with the Americans, two with the Europeans.
    assert_eq!(joined("America/New_York"), (FitResult::Fits, vec![1], None), "{}", tz_versions());
    assert_eq!(joined("Europe/London"), (FitResult::Fits, vec![0], None));
    // São Paulo from 12:00Z to 20:00Z: three hours with Europe in summer, three with Los Angeles in winter.
    // An hour either way makes it four: later comes first.
    assert_eq!(joined("America/Sao_Paulo"), (FitResult::FitsWithShift, vec![1], Some(60)));
    assert_eq!(joined("Asia/Tokyo").0, FitResult::FitsAsync);
}

#[test]
fn who_is_alone_is_relieved_and_joined_by_nobody() {
    // London and Lisbon 09:00Z–17:00Z, in summer an hour earlier, and Tokyo 00:00Z–08:00Z, alone.
    let team = team(&["Europe/London", "Europe/Lisbon", "Asia/Tokyo"].map(|zone| (zone, "9-17")));
    in_year(&team, |opening| {
        // London and Lisbon keep one clock.
        let tokyo = opening.prepared().required()[1];
        assert_eq!((opening.pods().len(), opening.isolated()), (1, &[tokyo][..]));
        let joined = |zone: &str| {
            let fit = opening.judge(&somebody(zone, "9-17"));
            (fit.result, fit.pods, fit.bridges, fit.relieves)
        };
        assert_eq!(
            joined("Asia/Tokyo"),
            (FitResult::FitsAsync, vec![], vec![], vec![tokyo]),
            "{}",
            tz_versions()
        );
        // Dubai's 05:00Z–13:00Z shares four hours or more with London and three with Tokyo.
        assert_eq!(joined("Asia/Dubai"), (FitResult::Fits, vec![0], vec![0], vec![]));
        // Singapore's 01:00Z–09:00Z is there when London starts, in summer for an hour.
        assert_eq!(joined("Asia/Singapore"), (FitResult::FitsAsync, vec![], vec![], vec![tokyo]));
    });
}

#[test]
fn who_is_between_two_pods_bridges_both() {
    // Berlin 08:00Z–16:00Z, New York 14:00Z–22:00Z, in summer an hour earlier: two hours, or three, are
    // shared. Nobody may be moved.
    let zones = ["Europe/Berlin", "Europe/Berlin", "America/New_York", "America/New_York"];
    let policy = Policy::default().with_max_shift(Minutes::ZERO).expect("a policy");
    in_opening(&team(&zones.map(|zone| (zone, "9-17"))), days("2026-11-23", 364), &policy, |opening| {
        assert_eq!(
            (opening.team_before().model, opening.pods().len()),
            (Model::Hybrid, 2),
            "{}",
            tz_versions()
        );
        let reached = |zone: &str, hours: &str| {
            let fit = opening.judge(&somebody(zone, hours));
            (fit.result, fit.pods, fit.bridges)
        };
        // 12:00Z–15:00Z: an average day of three hours shared with Berlin, and the last of them with New
        // York.
        assert_eq!(reached("Europe/Berlin", "13-16"), (FitResult::Fits, vec![0], vec![0, 1]));
        // Reykjavik keeps 09:00Z–17:00Z all year: three hours with New York, six or seven with Berlin.
        assert_eq!(reached("Atlantic/Reykjavik", "9-17"), (FitResult::Fits, vec![0], vec![0, 1]));
        // 14:15Z–20:00Z is all shared with New York; with Berlin 1:45 in winter, but 0:45 in summer.
        assert_eq!(reached("Atlantic/Reykjavik", "14:15-20"), (FitResult::Fits, vec![1], vec![1]));
    });
}

#[test]
fn a_hire_between_two_far_apart_makes_a_pod() {
    // Los Angeles is at work from 17:00Z or 16:00Z on, Kolkata 03:30Z–11:30Z.
    let far_apart = team(&[("America/Los_Angeles", "9-17"), ("Asia/Kolkata", "9-17")]);
    let fit = |zone| {
        let fit = judged(&far_apart, zone, "9-17");
        assert_eq!(fit.team_before.model, Model::Async, "{}", tz_versions());
        (fit.result, fit.team_after.model, fit.shift.map(|moved| moved.shift.minutes()))
    };
    // Denver shares seven hours with the one, Tokyo (00:00Z–08:00Z) 4:30 with the other: two of three share a
    // pod.
    assert_eq!(fit("America/Denver"), (FitResult::Fits, Model::Hybrid, None));
    assert_eq!(fit("Asia/Tokyo"), (FitResult::Fits, Model::Hybrid, None));
    // Berlin starts at 08:00Z in winter, 3:30 before Kolkata ends.
    assert_eq!(fit("Europe/Berlin"), (FitResult::FitsWithShift, Model::Async, Some(-30)));
}

#[test]
fn where_all_are_optional_all_count() {
    let zones = [("Berlin", "Europe/Berlin"), ("Tokyo", "Asia/Tokyo")];
    let members = |berlin_counts: bool| {
        let mut team = Team::new();
        for (name, zone) in zones {
            let member = Member::new(name, Zone::iana(zone).expect("a zone"));
            team.add(if berlin_counts && name == "Berlin" { member } else { member.optional() });
        }
        team
    };
    let berlin = judged(&members(true), "Europe/London", "9-17");
    assert_eq!(
        (berlin.team_before.model, berlin.result),
        (Model::Overlap, FitResult::Fits),
        "{}",
        tz_versions()
    );
    assert_eq!(berlin.teammates.len(), 1);
    // Berlin from 08:00Z, Tokyo until then: two hours of each of them make four, 06:00Z–10:00Z. London,
    // 09:00Z–17:00Z in winter, is there when it starts three hours earlier.
    let both = judged(&members(false), "Europe/London", "9-17");
    assert_eq!((both.team_before.model, both.result), (Model::OverlapWithShifts, FitResult::FitsAsync));
    assert_eq!(kept(both.trap.as_ref()), Some((-180, "06:00-14:00 Mon-Fri".into(), 0)));
    assert_eq!(both.teammates.len(), 2);
}

#[test]
fn a_mismatch_within_grace_is_none() {
    // New York ends at 22:00Z, in summer at 21:00Z; an evening from 18:00 in London starts at 18:00Z, in
    // summer at 17:00Z: four hours. From 31 October to 6 November 2027 only London has changed clocks, and it
    // is three. Of 338 days, seven (338 × 7 / 364 is 6.5) may be so, of 337 six.
    let new_york = team(&[("America/New_York", "9-17")]);
    let fit = |days_planned| {
        in_opening(&new_york, days("2027-04-01", days_planned), &Policy::default(), |opening| {
            let fit = opening.judge(&somebody("Europe/London", "18-02"));
            (fit.result, fit.teammates[0].year_min.to_string(), fit.shift.map(|moved| moved.shift.minutes()))
        })
    };
    assert_eq!(fit(338), (FitResult::Fits, "3:00".into(), None), "{}", tz_versions());
    assert_eq!(fit(337), (FitResult::FitsWithShift, "3:00".into(), Some(-60)));
}

#[test]
fn lord_howe_kathmandu_and_kiritimati() {
    // Lord Howe is at +10:30 and in summer, by half an hour, at +11 as Sydney, which is at +10 otherwise.
    // Both changes are in the first hours of a local Sunday: Saturday in UTC, before the noon of which only
    // the Sunday counts.
    let lord_howe = seasons([("2026-11-23", "8:00"), ("2027-04-04", "7:30"), ("2027-10-03", "8:00")]);
    assert_eq!(shared("Australia/Lord_Howe", "Australia/Sydney"), lord_howe, "{}", tz_versions());
    assert_eq!(shared("Asia/Kathmandu", "Asia/Kolkata"), seasons([("2026-11-23", "7:45")]));
    // Kiritimati (+14) reads what Honolulu (−10) reads, a day later: its Tuesday to Friday are shared, 4 ×
    // 8:00 / 5.
    assert_eq!(shared("Pacific/Kiritimati", "Pacific/Honolulu"), seasons([("2026-11-23", "6:24")]));
    let fit = judged(&team(&[("Pacific/Honolulu", "9-17")]), "Pacific/Kiritimati", "9-17");
    assert_eq!(fit.result, FitResult::Fits);
}

#[test]
fn a_day_off_waits_until_the_morning_after() {
    // One week. On Wednesday Ada asks for eight hours somebody who is back on Thursday at 09:00: 16 to 24
    // hours later. Four fifths are answered at once; 95 % within three quarters of the way from 16 to 24
    // hours, 22; the mean is a fifth of 20 hours. The other way nobody waits: Wednesday is not asked on.
    let ada = team(&[("UTC", "9-17")]);
    let away = somebody("UTC", "9-17").with_days_off([date("2026-11-25")]);
    in_opening(&ada, days("2026-11-23", 7), &Policy::default(), |opening| {
        let one = opening.candidate(&away);
        let waits = one.waits();
        let (asks, asked) = (waits.asks.expect("work"), waits.asked.expect("work"));
        assert_eq!((asked.none, asked.mean, asked.p50), (0.8, Some(240.0), Some(0.0)));
        assert_eq!((asked.p95, asked.worst), (Some(22.0 * 60.0), Some(24 * 60)));
        assert_eq!((asks.none, asks.p95, asks.worst), (1.0, Some(0.0), Some(0)));
        // It costs Ada the rest of her Wednesday, eight hours down to none: a fifth of four hours on average,
        // and 95 % within three quarters of the eight.
        let blocked = asked.blocked;
        assert_eq!((blocked.mean, blocked.p95, blocked.worst), (Some(48.0), Some(360.0), Some(480)));
        assert_eq!(one.rank().blocked_p95, Some(360.0));
        // An ordinary week knows no days off.
        assert_eq!(one.fit().teammates[0].year_min.to_string(), "8:00");
    });
}

#[test]
fn new_york_covers_the_evenings_of_berlin_and_tokyo() {
    // Tokyo, who is optional, and Berlin cover 00:00Z–16:00Z of the weekdays, in summer 00:00Z–15:00Z; New
    // York adds 16:00Z–22:00Z, or 15:00Z–21:00Z. While only one of them has summer time it is 16:00Z–21:00Z.
    let mut team = team(&[("Europe/Berlin", "9-17")]);
    team.add(Member::new("Tokyo", Zone::iana("Asia/Tokyo").expect("a zone")).optional());
    let gained = in_year(&team, |opening| {
        let new_york = Schedule::new(Zone::iana("America/New_York").expect("a zone"), WeeklyHours::default());
        opening.candidate(&new_york).coverage_gained()
    });
    let found: Vec<_> =
        gained.iter().map(|gained| (gained.season.first().to_string(), gained.minutes_per_week)).collect();
    let expected =
        [("2026-11-23", 30), ("2027-03-14", 25), ("2027-03-28", 30), ("2027-10-31", 25), ("2027-11-07", 30)];
    let expected = expected.map(|(first, hours)| (first.to_owned(), Minutes::hours(hours)));
    assert_eq!(found, expected, "{}", tz_versions());
}

#[test]
fn an_hour_earlier_and_an_hour_later_rank_alike() {
    // 10–18 would be 9–17 an hour earlier, 8–16 an hour later: with all else equal the pool's order decides.
    let mut pool = Team::new();
    for (name, hours) in [("Ann", "10-18"), ("Bea", "8-16"), ("Cid", "10-18")] {
        pool.add(Member::new(name, Zone::UTC).hours(hours.parse().expect("hours")));
    }
    let policy = Policy::default().with_target(Minutes::hours(8)).expect("a policy");
    in_opening(&team(&[("UTC", "9-17")]), days("2026-11-23", 364), &policy, |opening| {
        let ranking = Ranking::of(opening, &pool, SortBy::Fit, None);
        let listed: Vec<_> =
            ranking.iter().map(|(who, rank)| (who.name(), rank.shift.expect("a shift").minutes())).collect();
        assert_eq!(listed, [("Ann", -60), ("Bea", 60), ("Cid", -60)]);
    });
}

#[test]
fn at_stated_hours_plans_ask_a_candidate_for_no_more_than_they_asked_anybody() {
    // 9–17 and 13:30–21:30 share three and a half hours: a quarter of an hour of each makes four.
    let team = team(&[("UTC", "9-17"), ("UTC", "13:30-21:30")]);
    let result = |hours| {
        let fit = judged(&team, "UTC", hours);
        (fit.result, fit.shift.map(|moved| moved.shift.minutes()))
    };
    assert_eq!(result("9-17"), (FitResult::Fits, None));
    // 8–16 shares two and a half: three quarters of an hour each. 75 minutes later, at 9:15, a quarter of the
    // others does.
    assert_eq!(result("8-16"), (FitResult::FitsWithShift, Some(75)));
}
