//! Tracks: the offset of a post on every civil date, as the dates on which it changes.

use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute};
use crate::team::Post;
use crate::zone::{Zone, minute_pieces};

/// From a day on (days since 1970), clocks run so many minutes ahead of UTC at 12:00 UTC. In order, neighbours
/// differ, the first entry is the first day asked for.
pub(super) type Track = Vec<(i32, i32)>;

/// The offsets of a post over the days `[from, to)`; the zone in force on each date decides.
pub(super) fn track_of(post: &Post, from: i32, to: i32) -> Track {
    let mut track = Track::new();
    for (zone, start, end) in post.zones_between(from, to) {
        for (day, ahead) in zone_changes(zone, start, end) {
            if track.last().is_none_or(|(_, last)| *last != ahead) {
                track.push((day, ahead));
            }
        }
    }
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
