//! The shift that a window needs of one member.

use crate::minutes::DAY;

/// Stands for a window that no shift reaches.
pub(crate) const IMPOSSIBLE: i16 = i16::MAX;

/// A day on the 24 h circle: its start in minutes and its length.
pub(crate) type DayArc = (i32, i32);

/// For each window `[w, w + length)` with `w = 0, step, 2 step …` minutes: the smallest shift in steps, of at
/// most 12 h, one for all days, after which every day's span covers min(length, span) minutes of the window,
/// both read as sets on the 24 h circle. Ties go to the later shift.
///
/// A span and a window of the circle share as much as the shorter one has exactly when the longer one holds
/// it. That depends only on `x = w − s`, so the circle of multiples of `step` is marked once and each window
/// looks for the nearest mark.
///
/// # Complexity
///
/// Linear in the steps of a day, for each distinct span.
pub(crate) fn needed_shifts(spans: &[DayArc], length: i32, step: i32) -> Vec<i16> {
    let grid = DAY / step;
    let mut fits = vec![true; grid as usize];
    // A whole circle holds everything, wherever it starts.
    for (start, span) in spans.iter().filter(|(_, span)| *span.max(&length) < DAY) {
        let slack = (span - length).abs();
        let first = if *span >= length { *start } else { start - slack }.rem_euclid(DAY);
        for (mark, fit) in (0..DAY).step_by(step as usize).zip(&mut fits) {
            let behind = mark - first + if mark < first { DAY } else { 0 };
            *fit &= behind <= slack;
        }
    }
    let farthest = DAY / 2 / step;
    let mut needed = vec![IMPOSSIBLE; grid as usize];
    let place = |place: Option<usize>| place.map(|place| place as i32);
    let (first, last) = (place(fits.iter().position(|fit| *fit)), place(fits.iter().rposition(|fit| *fit)));
    let (Some(first), Some(last)) = (first, last) else { return needed };
    // Moving later by s serves the window at w when `w − s` fits: the nearest mark behind.
    let mut behind = last - grid;
    for ((w, fits), needed) in (0..).zip(&fits).zip(&mut needed) {
        behind = if *fits { w } else { behind };
        if w - behind <= farthest {
            *needed = (w - behind) as i16;
        }
    }
    let mut ahead = first + grid;
    for ((w, fits), needed) in (0..grid).zip(&fits).zip(&mut needed).rev() {
        ahead = if *fits { w } else { ahead };
        if ahead - w <= farthest && ahead - w < i32::from(*needed) {
            *needed = (w - ahead) as i16;
        }
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, word for word: every multiple of the step, every workday, minute by minute.
    fn by_the_minute(spans: &[DayArc], w: i32, length: i32, step: i32) -> i16 {
        let mut candidates: Vec<i32> = (-720 / step..=720 / step).collect();
        candidates.sort_by_key(|s| (s.abs(), -s));
        let on_circle = |start: i32, length: i32| -> Vec<bool> {
            let mut set = vec![false; 1440];
            (start..start + length).for_each(|minute| set[minute.rem_euclid(1440) as usize] = true);
            set
        };
        let window = on_circle(w, length);
        let covers = |s: i32| {
            spans.iter().all(|(start, span)| {
                let moved = on_circle(start + s * step, *span);
                let shared = moved.iter().zip(&window).filter(|(a, b)| **a && **b).count() as i32;
                shared >= length.min(*span)
            })
        };
        candidates.into_iter().find(|s| covers(*s)).map_or(IMPOSSIBLE, |s| s as i16)
    }

    #[test]
    fn equals_the_definition() {
        let days: [&[DayArc]; 6] = [
            &[(540, 480)],
            &[(13, 480), (73, 470)],
            &[(1380, 240), (60, 600)],
            &[(0, 1440)],
            &[(345, 100), (900, 100)],
            &[(705, 1000), (345, 180)],
        ];
        for spans in days {
            for step in [15, 60, 96, 480] {
                for length in [1, 100, 240, 480, 481, 1439, 1440] {
                    let needed = needed_shifts(spans, length, step);
                    for (w, needed) in (0..1440).step_by(step as usize).zip(needed) {
                        let expected = by_the_minute(spans, w, length, step);
                        assert_eq!(needed, expected, "{spans:?} {w}+{length}/{step}");
                    }
                }
            }
        }
    }
}
