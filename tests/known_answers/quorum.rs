//! Quorums and reply waits on round hours.

use tzplan::reply::Replies;
use tzplan::{Attendance, Member, PreparedTeam, Team, Zone, overlap};

use crate::{days, shown, team};

/// Three people in UTC at 8–12, 10–14 and 11–16, with these attendances.
fn three(attendance: [Attendance; 3]) -> Team {
    let mut team = Team::new();
    for (hours, attendance) in ["8-12 daily", "10-14 daily", "11-16 daily"].into_iter().zip(attendance) {
        team.add(Member::new(hours, Zone::UTC).hours(hours.parse().expect("hours")).attendance(attendance));
    }
    team
}

#[test]
fn a_quorum_counts_heads_and_waits_for_who_is_marked() {
    use Attendance::{Optional, Required, Unmarked};
    let day = days("2026-11-23", 1);
    let quorum =
        |attendance, k| shown(&overlap::quorum(&PreparedTeam::new(&three(attendance), day.clone()), k));
    let at = |hours: &str| {
        let (start, end) = hours.split_once('-').expect("a range");
        vec![format!("2026-11-23T{start}:00Z/2026-11-23T{end}:00Z")]
    };
    // By the hour, 8 to 16: one, one, two, three, two, two, one, one.
    assert_eq!(quorum([Unmarked; 3], 1), at("08-16"));
    assert_eq!(quorum([Unmarked; 3], 2), at("10-14"));
    assert_eq!(quorum([Unmarked; 3], 3), at("11-12"));
    assert!(quorum([Unmarked; 3], 4).is_empty());
    // The first one is needed: two of three only until 12.
    assert_eq!(quorum([Required, Unmarked, Unmarked], 2), at("10-12"));
    // Optional people count, and never block: everyone is then the first two.
    assert_eq!(quorum([Unmarked, Unmarked, Optional], 2), at("10-14"));
    let everyone =
        |attendance| shown(&overlap::everyone(&PreparedTeam::new(&three(attendance), day.clone())));
    assert_eq!(everyone([Unmarked, Unmarked, Optional]), at("10-12"));
    assert_eq!(everyone([Unmarked, Required, Unmarked]), at("11-12"));
    // Where nobody is required, all are.
    assert_eq!(everyone([Optional; 3]), at("11-12"));
}

#[test]
fn waits_for_somebody_four_hours_later() {
    // 9–17 asks 13–21, every day: the first half of the questions waits 4 h down to 0, evenly; the rest not
    // at all. Mean ½ × 2 h; P(wait ≤ x) = ½ + ½ x / 4 h, so that 95 % wait at most 3 h 36 m.
    let team = team(&[("UTC", "9-17 daily"), ("UTC", "13-21 daily")]);
    let replies = Replies::new(&PreparedTeam::new(&team, days("2026-11-23", 7)));
    let asks = replies.between(0, 1).expect("an asker at work");
    assert_eq!(
        (asks.none, asks.mean, asks.p50, asks.p95, asks.worst),
        (0.5, Some(60.0), Some(0.0), Some(216.0), Some(240))
    );
    // The other way round the second half waits for the next morning: 16 h down to 12 h.
    let asked = replies.between(1, 0).expect("an asker at work");
    assert_eq!((asked.none, asked.mean, asked.p50, asked.worst), (0.5, Some(420.0), Some(0.0), Some(960)));
    // 95 % is nine tenths of the way from the shortest of those waits to the longest: 12 h + 0.9 × 4 h.
    assert_eq!(asked.p95, Some(936.0));
    // Both ways it is four hours down to none of the asker's own day, whatever night lies between.
    for blocked in [asks.blocked, asked.blocked] {
        assert_eq!((blocked.none, blocked.mean, blocked.p50), (0.5, Some(60.0), Some(0.0)));
        assert_eq!((blocked.p95, blocked.worst), (Some(216.0), Some(240)));
    }
}

#[test]
fn a_weekend_is_the_worst_wait() {
    // Sunday to Thursday asks Monday to Friday, both 9–17 UTC: Thursday never waits, Sunday waits from 24 h
    // down to 16 h. A fifth of the questions waits, 20 h on average: 4 h over all.
    let team = team(&[("UTC", "9-17 Sun-Thu"), ("UTC", "9-17")]);
    let wait = Replies::new(&PreparedTeam::new(&team, days("2026-11-23", 28)))
        .between(0, 1)
        .expect("an asker at work");
    assert_eq!((wait.none, wait.mean, wait.p50, wait.worst), (0.8, Some(240.0), Some(0.0), Some(1440)));
    // 95 % is three quarters of the way through Sunday's: 16 h + 0.75 × 8 h.
    assert_eq!(wait.p95, Some(1320.0));
    // Of their own time it is the rest of that Sunday: 8 h down to none, three quarters of it at 95 %.
    let blocked = wait.blocked;
    assert_eq!((blocked.none, blocked.mean, blocked.p50), (0.8, Some(48.0), Some(0.0)));
    assert_eq!((blocked.p95, blocked.worst), (Some(360.0), Some(480)));
}
