//! Exceptions by date, disjoint and in order, and what holds between them.

use crate::dates::DateRange;

/// The exceptions with one more, which holds where it meets others.
pub(super) fn with<T: Clone>(
    known: impl IntoIterator<Item = (DateRange, T)>,
    dates: DateRange,
    value: T,
) -> Vec<(DateRange, T)> {
    let around = |(known, value): (DateRange, T)| {
        let before = DateRange::until(known.first(), known.after().min(dates.first()));
        let after = DateRange::until(known.first().max(dates.after()), known.after());
        [before, after].into_iter().flatten().map(move |dates| (dates, value.clone()))
    };
    let mut all: Vec<(DateRange, T)> = known.into_iter().flat_map(around).collect();
    all.push((dates, value));
    all.sort_by_key(|(dates, _)| *dates);
    all
}

/// What holds over the days `[from, to)` (since 1970), in order.
pub(super) fn between<T: Copy>(
    usual: T,
    exceptions: impl ExactSizeIterator<Item = (DateRange, T)>,
    (from, to): (i32, i32),
) -> Vec<(T, i32, i32)> {
    let mut pieces = Vec::with_capacity(1 + 2 * exceptions.len());
    let mut next = from;
    for (dates, value) in exceptions {
        let days = dates.day_numbers();
        let (start, end) = (days.start.clamp(next, to), days.end.clamp(next, to));
        pieces.extend([(usual, next, start), (value, start, end)]);
        next = end;
    }
    pieces.push((usual, next, to));
    pieces.retain(|(_, start, end)| start < end);
    pieces
}
