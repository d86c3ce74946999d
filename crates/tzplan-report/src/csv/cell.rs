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

/// Adds a string of a roster to a line as the writer of the table would, [inert] and in quotes where it needs
/// them.
pub(crate) fn push_text(line: &mut Vec<u8>, text: &str) {
    let text = inert(text);
    if !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        line.extend_from_slice(text.as_bytes());
        return;
    }
    line.push(b'"');
    for byte in text.bytes() {
        line.extend(std::iter::repeat_n(byte, if byte == b'"' { 2 } else { 1 }));
    }
    line.push(b'"');
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
    use serde::Serialize;

    use super::*;
    use crate::csv::table::line;

    #[derive(Serialize)]
    struct Named<'a> {
        #[serde(serialize_with = "text")]
        name: &'a str,
        row: u8,
    }

    /// All texts of at most three of these.
    #[test]
    fn a_text_is_pushed_as_the_writer_writes_it() {
        let letters = ["", "a", ",", "\"", "\n", "\r", " ", "=", "é", ";", "'", "\t", "\\"];
        for first in letters {
            for second in letters {
                for third in letters {
                    let name = &[first, second, third].concat();
                    let mut pushed = Vec::new();
                    push_text(&mut pushed, name);
                    pushed.extend_from_slice(b",7\n");
                    assert_eq!(pushed, line(Named { name, row: 7 }).expect("written to memory"), "{name:?}");
                }
            }
        }
    }

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
