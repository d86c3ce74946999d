//! What rows of a file and flags leave open, and how it was taken, in sentences.

use crate::context::{Assumption, Context};

/// The most rows named.
const MOST_ROWS: usize = 3;

/// What stands above them.
pub(crate) fn heading(context: Context<'_>) -> &'static str {
    let of_flags = context.assumptions.iter().filter(|assumption| assumption.is_of_flag()).count();
    match of_flags {
        0 => "How the roster was read",
        all if all == context.assumptions.len() => "How the flags were read",
        _ => "How roster and flags were read",
    }
}

/// A sentence for each of the first assumptions, with the rows; files other than the roster are named, as
/// `called` calls them by their path. And how many assumptions are left.
pub(crate) fn sentences(context: Context<'_>, most: usize, called: fn(&str) -> &str) -> (Vec<String>, usize) {
    let sentence = |assumption: &Assumption| {
        let Assumption { message, rows, count, file: path, .. } = assumption;
        // A flag is no path, whatever strokes it holds.
        let file = if assumption.is_of_flag() { path } else { called(path) };
        match (path == context.source, *count) {
            (true, 0) => message.clone(),
            (true, count) => format!("{message} ({})", place(rows, count)),
            (false, 0) => format!("{message} ({file})"),
            (false, count) => format!("{message} ({file}, {})", place(rows, count)),
        }
    };
    let shown = context.assumptions.iter().take(most).map(sentence).collect();
    (shown, context.assumptions.len().saturating_sub(most))
}

/// `row 3`, `rows 3, 4 and 7`, `rows 3, 4, 7 and 996 more`.
fn place(rows: &[u64], count: usize) -> String {
    // One more takes no more room than the count of it.
    let shown = if count <= MOST_ROWS + 1 { rows.len().min(count) } else { rows.len().min(MOST_ROWS) };
    let mut words: Vec<String> = rows[..shown].iter().map(u64::to_string).collect();
    let left = count - shown;
    if left > 0 {
        words.push(if shown == 0 { format!("{left}") } else { format!("{left} more") });
    }
    let noun = if count == 1 { "row" } else { "rows" };
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{noun} {} and {last}", first.join(", ")),
        words if shown == 0 => format!("{} {noun}", words.concat()),
        words => format!("{noun} {}", words.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_named_and_the_rest_counted() {
        assert_eq!(place(&[3], 1), "row 3");
        assert_eq!(place(&[3, 4, 7], 3), "rows 3, 4 and 7");
        assert_eq!(place(&[3, 4, 7, 9], 4), "rows 3, 4, 7 and 9");
        assert_eq!(place(&[3, 4, 7, 9, 10], 999), "rows 3, 4, 7 and 996 more");
        assert_eq!(place(&[2], 12), "rows 2 and 11 more");
        assert_eq!(place(&[], 12), "12 rows");
    }
}
