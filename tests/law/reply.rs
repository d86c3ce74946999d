//! Waits and blocked time, worked out by hand.

use crate::support::law::people::Crew;
use crate::support::law::reply::{Exact, Replies, replies};
use crate::{OFFICE, date, person, year};

fn pair(crew: &Crew) -> Replies {
    replies(crew, &[(0, vec![1])]).expect("questions")
}

fn exact(numerator: u64, denominator: u64) -> Exact {
    Exact { numerator, denominator }
}

#[test]
fn london_is_blocked_for_the_last_hour_of_its_day() {
    // London 09:00Z–17:00Z, Berlin 08:00Z–16:00Z in winter: a question of the last of eight hours waits for
    // the morning.
    let crew = year(vec![person("Europe/London", OFFICE), person("Europe/Berlin", OFFICE)]);
    let replies = pair(&crew);
    assert_eq!(replies.wait.none, exact(7, 8));
    // Four of five of them wait 15 to 16 hours, a tenth of all; 0.95 is three quarters of the way.
    assert_eq!(replies.wait.p95, Some(exact(15 * 60 + 45, 1)));
    // On Friday until Monday; an hour more on the weekend on which clocks go back.
    assert_eq!(replies.wait.worst, Some(exact(65 * 60, 1)));

    // Of the own day it costs up to an hour: 0.95 is 0.6 of the way from 0.875 to 1.
    assert_eq!(replies.blocked.none, exact(7, 8));
    assert_eq!(replies.blocked.p50, Some(exact(0, 1)));
    assert_eq!(replies.blocked.p95, Some(exact(36, 1)));
    assert_eq!(replies.blocked.worst, Some(exact(60, 1)));
    assert_eq!(replies.blocked.mean, Some(exact(15, 4)));
}

#[test]
fn a_night_between_blocks_nobody() {
    // New York works 14:00Z–22:00Z, Tokyo from 00:00Z: whoever asks in the morning works 8 h first.
    let crew = Crew::new(
        vec![person("America/New_York", OFFICE), person("Asia/Tokyo", OFFICE)],
        date("2026-11-23"),
        7,
    );
    let replies = pair(&crew);
    assert_eq!((replies.wait.none, replies.blocked.none), (exact(0, 1), exact(0, 1)));
    assert_eq!((replies.blocked.mean, replies.blocked.worst), (Some(exact(240, 1)), Some(exact(480, 1))));
    // On Friday from 14:00Z to Monday 00:00Z.
    assert_eq!(replies.wait.worst, Some(exact(58 * 60, 1)));
}

#[test]
fn whole_own_days_may_pass() {
    // Somebody who is there on Mondays only: who asks at the end of their Monday works four more days.
    let crew = Crew::new(
        vec![person("Europe/Berlin", OFFICE), person("Europe/Berlin", "Mon 9-10")],
        date("2026-11-23"),
        7,
    );
    let replies = pair(&crew);
    assert_eq!(replies.wait.none, exact(1, 40));
    assert_eq!(replies.blocked.worst, Some(exact(39 * 60, 1)));
    // Uniform between 0 and 39 h but for one of forty: 0.95 of them all is 37 h of 39.
    assert_eq!(replies.blocked.p95, Some(exact(37 * 60, 1)));
}

#[test]
fn own_hours_behind_the_horizon_count() {
    // One Friday; the answer comes on Wednesday.
    let crew = Crew::new(
        vec![person("Europe/Berlin", OFFICE), person("Europe/Berlin", "Wed 9-17")],
        date("2026-11-27"),
        1,
    );
    let replies = pair(&crew);
    assert_eq!(replies.blocked.worst, Some(exact(3 * 480, 1)), "Friday, Monday, Tuesday");
    assert_eq!(replies.blocked.p50, Some(exact(2 * 480 + 240, 1)));
}

#[test]
fn who_has_no_hours_never_answers() {
    let mut nobody = person("Europe/Berlin", OFFICE);
    nobody.posts[0].shifts.clear();
    let crew = Crew::new(vec![person("Europe/Berlin", OFFICE), nobody], date("2026-11-23"), 7);
    let replies = pair(&crew);
    assert_eq!((replies.wait.mean, replies.wait.p50, replies.blocked.worst), (None, None, None));
    assert!(crate::support::law::reply::replies(&crew, &[(1, vec![0])]).is_none(), "nor asks");
}

#[test]
fn of_several_answerers_the_first_counts_and_askers_are_pooled() {
    let crew = Crew::new(
        vec![
            person("Europe/Berlin", OFFICE),
            person("Europe/Berlin", "Mon-Fri 9-13"),
            person("Europe/Berlin", "Mon-Fri 13-17"),
        ],
        date("2026-11-23"),
        7,
    );
    let anybody = replies(&crew, &[(0, vec![1, 2])]).expect("questions");
    assert_eq!(anybody.blocked.worst, Some(exact(0, 1)));
    // One asks the whole day, of which the afternoon waits; the other in the morning, which does not.
    let pooled = replies(&crew, &[(0, vec![1]), (1, vec![0])]).expect("questions");
    assert_eq!(pooled.blocked.none, exact(2, 3));
}
