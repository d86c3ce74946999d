//! The shift that a window needs of one member.

use crate::minutes::DAY;
use crate::season::Span;

/// Stands for a window that no shift reaches.
pub(super) const IMPOSSIBLE: i32 = i32::MAX;

/// For each window `[w, w + length)` with `w = 0, step, 2 step …` minutes after 00:00 UTC: the smallest shift,
/// a multiple of `step` of at most 12 h, one for all workdays, after which every span covers
/// min(length, span) minutes of the window, both read as sets on the 24 h circle. Ties go to the later shift.
///
/// A span and a window of the circle share as much as the shorter one has exactly when the longer one holds it.
/// That depends only on `x = w − s`, so the circle of multiples of `step` is marked once and each window looks
/// for the nearest mark.
///
/// # Complexity
///
/// Linear in the steps of a day, for each distinct span.
pub(super) fn needed_shifts(spans: &[Span], length: i32, step: i32) -> Vec<i32> {
    let grid = DAY / step;
    let mut fits = vec![true; grid as usize];
    // A whole circle holds everything, wherever it starts.
    for span in spans.iter().filter(|span| span.length.max(length) < DAY) {
        let slack = (span.length - length).abs();
        let first = if span.length >= length { span.utc_start } else { span.utc_start - slack };
        for (mark, fit) in (0..DAY).step_by(step as usize).zip(&mut fits) {
            *fit &= (mark - first).rem_euclid(DAY) <= slack;
        }
    }
    let farthest = DAY / 2 / step;
    let mut needed = vec![IMPOSSIBLE; grid as usize];
    // Moving later by s serves the window at w when `w − s` fits: the nearest mark behind.
    let mut behind = None;
    for w in -grid..grid {
        let place = w.rem_euclid(grid) as usize;
        if fits[place] {
            behind = Some(w);
        }
        if let Some(later) = behind.map(|mark| w - mark).filter(|later| w >= 0 && *later <= farthest) {
            needed[place] = later * step;
        }
    }
    let mut ahead = None;
    for w in (0..2 * grid).rev() {
        let place = w.rem_euclid(grid) as usize;
        if fits[place] {
            ahead = Some(w);
        }
        let earlier = ahead.map(|mark| mark - w).filter(|earlier| w < grid && *earlier <= farthest);
        if let Some(earlier) = earlier.filter(|earlier| earlier * step < needed[place]) {
            needed[place] = -earlier * step;
        }
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, word for word: every multiple of the step, every workday, minute by minute.
    fn by_the_minute(spans: &[Span], w: i32, length: i32, step: i32) -> i32 {
        let mut candidates: Vec<i32> = (-720 / step..=720 / step).map(|steps| steps * step).collect();
        candidates.sort_by_key(|s| (s.abs(), -s));
        let on_circle = |start: i32, length: i32| -> Vec<bool> {
            let mut set = vec![false; 1440];
            (start..start + length).for_each(|minute| set[minute.rem_euclid(1440) as usize] = true);
            set
        };
        let window = on_circle(w, length);
        let covers = |s: i32| {
            spans.iter().all(|span| {
                let moved = on_circle(span.utc_start + s, span.length);
                let shared = moved.iter().zip(&window).filter(|(a, b)| **a && **b).count() as i32;
                shared >= length.min(span.length)
            })
        };
        candidates.into_iter().find(|s| covers(*s)).unwrap_or(IMPOSSIBLE)
    }

    #[test]
    fn equals_the_definition() {
        let span = |utc_start, length| Span { utc_start, length, local_start: 0 };
        let days: [&[Span]; 6] = [
            &[span(540, 480)],
            &[span(13, 480), span(73, 470)],
            &[span(1380, 240), span(60, 600)],
            &[span(0, 1440)],
            &[span(345, 100), span(900, 100)],
            &[span(705, 1000), span(345, 180)],
        ];
        for spans in days {
            for step in [15, 60, 96, 480] {
                for length in [1, 100, 240, 480, 481, 1439, 1440] {
                    let needed = needed_shifts(spans, length, step);
                    for (w, needed) in (0..1440).step_by(step as usize).zip(needed) {
                        assert_eq!(
                            needed,
                            by_the_minute(spans, w, length, step),
                            "{spans:?} {w}+{length}/{step}"
                        );
                    }
                }
            }
        }
    }
}
