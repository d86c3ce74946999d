//! A weekly pattern folded onto one UTC day.

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

/// The segments of a pattern, given as starts and lengths in minutes of the UTC week, over so many workdays.
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
}
