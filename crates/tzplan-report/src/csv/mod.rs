//! Results as comma-separated text for a spreadsheet: a header, then a row for each entry of a list.
//!
//! The names of columns say their units. Dates are ISO 8601, last days inclusive; instants RFC 3339 in UTC; what is so or
//! not is `yes` or `no`; a cell is empty where there is nothing to say. Minutes are whole, except means and percentiles.
//!
//! Strings of a roster are data: one that a spreadsheet would take for a formula gets an apostrophe in front.

mod check;
mod coverage;
mod fit;
mod meet;
mod pairs;
mod pods;
mod pool;
mod regions;
mod rows;
mod seasons;
mod zones;

use std::borrow::Cow;
use std::io;

pub use check::check;
pub use coverage::{coverage, windows};
pub use fit::fit;
pub use meet::meet;
pub use pairs::pairs;
pub use pods::pods;
pub use pool::pool;
pub use regions::regions;
pub use seasons::{plan, year};
pub use zones::{zone_list, zones};

/// A string that no spreadsheet runs as a formula.
///
/// The characters are those that OWASP lists for CSV injection, full-width forms included.
fn inert(text: &str) -> Cow<'_, str> {
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '−') => {
            format!("'{text}").into()
        }
        _ => text.into(),
    }
}

/// The writer's own error: a closed pipe is told from others by its kind.
fn own(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// Minutes as a number: whole ones without a point.
fn decimal(minutes: f64) -> String {
    format!("{minutes}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_quoted() {
        for text in ["=1+1", "+49", "-1", "@SUM(A1)", "\t=1", "  =1", "＝1"] {
            assert_eq!(inert(text), format!("'{text}"));
        }
        for text in ["Ana", "Jean-Luc", "a=b", "", "3 @ 4"] {
            assert_eq!(inert(text), text);
        }
    }
}
