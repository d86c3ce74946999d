//! What a cell holds.

use std::borrow::Cow;

/// A string that no spreadsheet runs as a formula.
///
/// The characters are those that OWASP lists for CSV injection, full-width forms included.
pub(crate) fn inert(text: &str) -> Cow<'_, str> {
    match text.trim_start().chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '|' | '%' | '＝' | '＋' | '－' | '＠' | '−') => {
            format!("'{text}").into()
        }
        _ => text.into(),
    }
}

/// Minutes as a number: whole ones without a point.
pub(crate) fn decimal(minutes: f64) -> String {
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
