//! A weekly pattern folded onto one UTC day.

use tzplan::ClockRange;

const DAY: i32 = 24 * 60;

/// How often a minute of the day is in a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Often {
    /// On fewer than half of the workdays.
    Sometimes,
    /// On half of the workdays or more.
    Usually,
}

/// Minutes of the UTC day, `[start, end)` with `end` up to 1440, that are equally often in a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Segment {
    pub(crate) start: u16,
    pub(crate) end: u16,
    pub(crate) often: Often,
}

/// The segments of a pattern, given as starts and lengths in minutes of the UTC week, over this many
/// workdays.
pub(crate) fn segments(pattern: impl Iterator<Item = (i32, i32)>, workdays: u32) -> Vec<Segment> {
    let mut counts = [0_u32; DAY as usize];
    for (start, length) in pattern {
        for minute in start..start + length {
            counts[minute.rem_euclid(DAY) as usize] += 1;
        }
    }
    let often = |count: u32| match count {
        0 => None,
        count if 2 * count >= workdays => Some(Often::Usually),
        _ => Some(Often::Sometimes),
    };
    let mut segments: Vec<Segment> = Vec::new();
    for (minute, count) in (0..).zip(counts) {
        let Some(often) = often(count) else { continue };
        match segments.last_mut() {
            Some(last) if last.end == minute && last.often == often => last.end = minute + 1,
            _ => segments.push(Segment { start: minute, end: minute + 1, often }),
        }
    }
    segments
}

/// Segments of the UTC day on a clock this many minutes ahead, cut at its midnight, in order.
pub(crate) fn on_clock(segments: &[Segment], ahead: i32) -> Vec<Segment> {
    let mut local = Vec::with_capacity(segments.len() + 1);
    for segment in segments {
        let length = i32::from(segment.end - segment.start);
        let start = (i32::from(segment.start) + ahead).rem_euclid(DAY);
        let end = start + length;
        let piece = |start: i32, end: i32| Segment { start: start as u16, end: end as u16, ..*segment };
        local.push(piece(start, end.min(DAY)));
        if end > DAY {
            local.push(piece(0, end - DAY));
        }
    }
    local.sort_by_key(|segment| segment.start);
    local.dedup_by(|next, last| {
        let touches = last.end == next.start && last.often == next.often;
        if touches {
            last.end = next.end;
        }
        touches
    });
    local
}

/// A range of somebody's own clock, this many minutes ahead of UTC, as segments of the UTC day.
pub(crate) fn of_clock(range: ClockRange, ahead: i32) -> Vec<Segment> {
    let (start, end) = (i32::from(range.start().minutes()), i32::from(range.end().minutes()));
    let pieces = if start < end { vec![(start, end)] } else { vec![(start, DAY), (0, end)] };
    let pieces = pieces.into_iter().filter(|(start, end)| start < end);
    let own: Vec<Segment> = pieces
        .map(|(start, end)| Segment { start: start as u16, end: end as u16, often: Often::Usually })
        .collect();
    on_clock(&own, -ahead)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_shift_is_two_segments_and_a_short_day_a_fainter_one() {
        let segment = |start, end, often| Segment { start, end, often };
        // Monday to Thursday 22:00 to 02:00, Friday 22:00 to 23:00.
        let pattern = (0..5).map(|day| (day * DAY + 1320, if day == 4 { 60 } else { 240 }));
        let expected = [segment(0, 120, Often::Usually), segment(1320, 1440, Often::Usually)];
        assert_eq!(segments(pattern, 5), expected);
        let two_of_five = [(540, 60), (DAY + 540, 60)];
        assert_eq!(segments(two_of_five.into_iter(), 5), [segment(540, 600, Often::Sometimes)]);
        assert_eq!(segments(std::iter::empty(), 0), []);
    }

    #[test]
    fn a_clock_cuts_at_its_own_midnight() {
        let usually = |start, end| Segment { start, end, often: Often::Usually };
        // 09:00 to 17:00 UTC is 19:00 to 03:00 in Sydney's winter.
        assert_eq!(on_clock(&[usually(540, 1020)], 600), [usually(0, 180), usually(1140, 1440)]);
        assert_eq!(on_clock(&[usually(0, 120), usually(1320, 1440)], -600), [usually(720, 960)]);
        // 22:00 to 06:00 in Kolkata is 16:30 to 00:30 UTC.
        let night = "22:00-06:00".parse().expect("a range");
        assert_eq!(of_clock(night, 330), [usually(0, 30), usually(990, 1440)]);
        assert_eq!(of_clock(night, 0), [usually(0, 360), usually(1320, 1440)]);
    }
}
