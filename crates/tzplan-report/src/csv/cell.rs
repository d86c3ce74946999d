//! What a cell holds.

use std::borrow::Cow;

use serde::Serializer;

use crate::words::replies::rounded;

/// A string of a roster, [inert].
pub(crate) fn text<S: Serializer>(text: &impl AsRef<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&inert(text.as_ref()))
}

/// `yes`, `no`; empty where there is nothing to say.
pub(crate) fn yes_no<S: Serializer>(
    is_so: &(impl Into<Option<bool>> + Copy),
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(match (*is_so).into() {
        Some(true) => "yes",
        Some(false) => "no",
        None => "",
    })
}

/// A number, whole ones without a point; empty where there is none.
pub(crate) fn number<S: Serializer>(number: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => serializer.collect_str(number),
        None => serializer.serialize_none(),
    }
}

/// Minutes with two decimals at most.
pub(crate) fn minutes<S: Serializer>(minutes: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    number(&minutes.map(rounded), serializer)
}

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
