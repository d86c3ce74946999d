//! Tracks: the offsets of a post on every civil date, as the dates on which they change.

use super::Season;
use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute};
use crate::team::Post;
use crate::zone::{Zone, minute_pieces};

/// From a day on (days since 1970), clocks run so far ahead of UTC at 12:00 UTC. In order, neighbours differ,
/// the first entry is the first day asked for.
pub(super) type Track = Vec<(i32, Lead)>;

/// By how many minutes the two clocks of a post are ahead of UTC: one clock, mostly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Lead {
    /// The clock on which the hours are read.
    pub(crate) hours: i32,
    /// The clock that the person lives by.
    pub(crate) own: i32,
}

impl Lead {
    /// Of hours on the own clock.
    pub(crate) const fn of(ahead: i32) -> Self {
        Self { hours: ahead, own: ahead }
    }
}

/// The offsets of a post over the days `[from, to)`; the zone in force on each date decides.
pub(super) fn track_of(post: &Post, from: i32, to: i32) -> Track {
    let changes = |zones: Vec<(&Zone, i32, i32)>| -> Vec<(i32, i32)> {
        let zones = zones.into_iter();
        let mut track: Vec<_> = zones.flat_map(|(zone, start, end)| zone_changes(zone, start, end)).collect();
        track.dedup_by_key(|(_, ahead)| *ahead);
        track
    };
    let own = changes(post.zones_between(from, to));
    let Some(clock) = post.hours_on() else {
        return own.into_iter().map(|(day, ahead)| (day, Lead::of(ahead))).collect();
    };
    let hours = track_of_zone(clock, from, to);
    let mut days: Vec<i32> = own.iter().chain(&hours).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    let lead = |day: i32| Lead { hours: at(&hours, day), own: at(&own, day) };
    days.into_iter().map(|day| (day, lead(day))).collect()
}

/// What holds on a day.
fn at<T: Copy>(changes: &[(i32, T)], day: i32) -> T {
    changes[changes.partition_point(|(from, _)| *from <= day) - 1].1
}

/// The offsets of a zone over the days `[from, to)`.
pub(crate) fn track_of_zone(zone: &Zone, from: i32, to: i32) -> Vec<(i32, i32)> {
    let mut track: Vec<(i32, i32)> = zone_changes(zone, from, to).collect();
    track.dedup_by_key(|(_, ahead)| *ahead);
    track
}

fn zone_changes(zone: &Zone, from: i32, to: i32) -> impl Iterator<Item = (i32, i32)> {
    let noon = |day: i32| day * DAY + DAY / 2;
    let range = Interval::new(UtcMinute(noon(from)), UtcMinute(noon(to - 1) + 1)).expect("at least one day");
    minute_pieces(zone, range).filter_map(move |piece| {
        let first = (piece.start - DAY / 2 + DAY - 1).div_euclid(DAY);
        (noon(first) < piece.end).then_some((first, piece.ahead))
    })
}

/// How many days outside the horizon a schedule keeps the offsets of the first and the last day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) before: u32,
    pub(super) after: u32,
}

impl Edge {
    pub(super) const FAR: Self = Self { before: Season::DRIFT_DAYS, after: Season::DRIFT_DAYS };

    pub(super) fn nearer(self, other: Self) -> Self {
        Self { before: self.before.min(other.before), after: self.after.min(other.after) }
    }

    pub(super) fn of(track: &Track, from: i32, to: i32) -> Self {
        let kept_since = track.iter().rev().find(|(day, _)| *day <= from).map_or(from, |(day, _)| *day);
        let kept_until =
            track.iter().find(|(day, _)| *day >= to).map_or(to + Season::DRIFT_DAYS as i32, |(day, _)| *day);
        Self { before: (from - kept_since) as u32, after: (kept_until - to) as u32 }
    }
}

/// The clocks of a schedule's posts over some days.
pub(super) struct Clocks {
    /// From a day on, in order and the first day first: the offsets of each post's clocks.
    pub(super) changes: Vec<(i32, Vec<Lead>)>,
    pub(super) edge: Edge,
}

impl Clocks {
    /// The days `[from, to)` of the posts' tracks, which begin before and end after them; days that are to be
    /// told apart whatever clocks do are among the changes.
    pub(super) fn of(tracks: &[Track], from: i32, to: i32, apart: impl Iterator<Item = i32>) -> Self {
        let edges = tracks.iter().map(|track| Edge::of(track, from, to));
        let mut days: Vec<i32> = tracks.iter().flatten().map(|(day, _)| *day).chain(apart).collect();
        days.retain(|day| from < *day && *day < to);
        days.push(from);
        days.sort_unstable();
        days.dedup();
        let changes = days.into_iter().map(|day| (day, tracks.iter().map(|track| at(track, day)).collect()));
        Self { changes: changes.collect(), edge: edges.fold(Edge::FAR, Edge::nearer) }
    }
}
