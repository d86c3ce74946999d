//! Where to hire, worked out by hand: Latin America for a team in New York, Eastern Europe for one in Berlin.

use tzplan::fit::{FitResult, Opening};
use tzplan::regions::{Region, regions};
use tzplan::{Policy, PreparedTeam, Tzdb, WeeklyHours};

use crate::support::{date, tz_versions};
use crate::{days, team};

/// The regions for somebody who works 9–17 with somebody in a zone who does.
fn for_a_team_in(zone: &str) -> Vec<Region> {
    let (team, policy) = (team(&[(zone, "9-17")]), Policy::default());
    let prepared = PreparedTeam::new(&team, days("2026-11-23", 364));
    let opening = Opening::new(&prepared, &policy);
    regions(&opening, Tzdb::bundled(), &WeeklyHours::default(), |_| true)
}

fn place(regions: &[Region], id: &str) -> usize {
    let place = regions.iter().position(|region| region.zones.iter().any(|zone| zone.name() == id));
    place.unwrap_or_else(|| panic!("{id} is in a region"))
}

/// The answer, its shift and the least overlap of the year.
fn row(regions: &[Region], id: &str) -> (FitResult, Option<i32>, String) {
    let fit = &regions[place(regions, id)].fit;
    (fit.result, fit.shift.as_ref().map(|moved| moved.shift.minutes()), fit.teammates[0].year_min.to_string())
}

fn fits(least: &str) -> (FitResult, Option<i32>, String) {
    (FitResult::Fits, None, least.into())
}

/// The rows of an answer stand together: whoever fits comes first, and whoever does with a shift next.
fn stands_in_bands(regions: &[Region]) {
    let results: Vec<FitResult> = regions.iter().map(|region| region.fit.result).collect();
    assert!(results.is_sorted());
    assert!(
        [FitResult::Fits, FitResult::FitsWithShift, FitResult::FitsAsync].iter().all(|r| results.contains(r))
    );
}

#[test]
fn latin_america_for_new_york() {
    // New York: 14:00Z–22:00Z, from 14 March to 6 November 13:00Z–21:00Z.
    let regions = for_a_team_in("America/New_York");
    stands_in_bands(&regions);
    assert_eq!(place(&regions, "America/New_York"), 0, "{}", tz_versions());
    // −05:00 all year, 14:00Z–22:00Z, is seven hours in summer. One row.
    for id in ["America/Bogota", "America/Lima", "America/Guayaquil", "America/Panama", "America/Jamaica"] {
        assert_eq!(row(&regions, id), fits("7:00"), "{id}; {}", tz_versions());
        assert_eq!(place(&regions, id), place(&regions, "America/Lima"), "{id}");
    }
    // −04:00 is seven hours in winter; −06:00 is six in summer and −03:00 (12:00Z–20:00Z) six in winter.
    for id in ["America/Caracas", "America/La_Paz", "America/Puerto_Rico"] {
        assert_eq!(row(&regions, id), fits("7:00"), "{id}; {}", tz_versions());
    }
    let six = ["America/Mexico_City", "America/Costa_Rica", "America/Guatemala", "America/Sao_Paulo"];
    for id in six.into_iter().chain(["America/Argentina/Buenos_Aires", "America/Montevideo"]) {
        assert_eq!(row(&regions, id), fits("6:00"), "{id}; {}", tz_versions());
    }
    // London shares three hours, Berlin two: one and two hours later make four. Bucharest would take three:
    // together with New York it moves by 1:30 each.
    assert_eq!(row(&regions, "Europe/London"), (FitResult::FitsWithShift, Some(60), "3:00".into()));
    assert_eq!(row(&regions, "Europe/Berlin"), (FitResult::FitsWithShift, Some(120), "2:00".into()));
    assert_eq!(row(&regions, "Europe/Bucharest"), (FitResult::FitsWithShift, None, "1:00".into()));
    for id in ["Asia/Kolkata", "Asia/Manila"] {
        assert_eq!(row(&regions, id).0, FitResult::FitsAsync, "{id}; {}", tz_versions());
    }
}

#[test]
fn eastern_europe_for_berlin() {
    // Berlin: 08:00Z–16:00Z, in summer an hour earlier, as all of the European Union.
    let regions = for_a_team_in("Europe/Berlin");
    stands_in_bands(&regions);
    let eight = ["Europe/Warsaw", "Europe/Prague", "Europe/Budapest", "Europe/Belgrade", "Europe/Madrid"];
    for id in eight {
        assert_eq!((place(&regions, id), row(&regions, id)), (0, fits("8:00")), "{id}; {}", tz_versions());
    }
    let seven = ["Europe/Bucharest", "Europe/Kyiv", "Europe/Athens", "Europe/Sofia", "Europe/Vilnius"];
    for id in seven {
        assert_eq!(row(&regions, id), fits("7:00"), "{id}; {}", tz_versions());
        assert_eq!(place(&regions, id), place(&regions, "Europe/Kyiv"), "{id}");
    }
    // +03:00 all year is 06:00Z–14:00Z, six hours in winter.
    assert_eq!(row(&regions, "Europe/Istanbul"), fits("6:00"));
    // New York shares two hours and may start at seven. São Paulo shares three in summer.
    assert_eq!(row(&regions, "America/New_York"), (FitResult::FitsWithShift, Some(-120), "2:00".into()));
    assert_eq!(row(&regions, "America/Sao_Paulo"), (FitResult::FitsWithShift, Some(-60), "3:00".into()));
    // Kolkata, 03:30Z–11:30Z, shares 3:30 in winter. Los Angeles shares nothing.
    assert_eq!(row(&regions, "Asia/Kolkata"), (FitResult::FitsWithShift, Some(30), "3:30".into()));
    assert_eq!(row(&regions, "America/Los_Angeles").0, FitResult::FitsAsync, "{}", tz_versions());
}

#[test]
fn places_that_part_at_the_noon_of_the_last_date_are_two_regions() {
    // Kiritimati is 14 hours ahead: its 14 March 2027 ends at 10:00Z, when Los Angeles puts its clocks
    // forward. Seasons are those of noon (UTC): on that date Los Angeles is no longer where Pitcairn is,
    // which keeps −08:00.
    let home: tzplan::Zone = "Pacific/Kiritimati".parse().expect("a zone");
    let until = |days: u32| {
        let horizon = tzplan::Horizon::of_days(date("2027-01-01"), days, home.clone()).expect("a horizon");
        let prepared = PreparedTeam::new(&team(&[("America/Los_Angeles", "9-17")]), horizon);
        let opening = Opening::new(&prepared, &Policy::default());
        let regions = regions(&opening, Tzdb::bundled(), &WeeklyHours::default(), |_| true);
        place(&regions, "America/Los_Angeles") == place(&regions, "Pacific/Pitcairn")
    };
    // 31 + 28 days, and 13 or 14 of March.
    assert!(until(72) && !until(73), "{}", tz_versions());
}
