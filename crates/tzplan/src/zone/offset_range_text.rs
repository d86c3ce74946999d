//! How ranges of offsets are written and read: `-8..+2`.

use std::fmt;
use std::str::FromStr;

use super::offset_range::{BOUNDS, OffsetRange};
use crate::error::error_type;

impl fmt::Display for OffsetRange {
    /// `-8..+2`, `+5:30..+5:45`; one offset alone where the range is one: `+5:30`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_offset(f, self.first)?;
        if self.last > self.first {
            f.write_str("..")?;
            write_offset(f, self.last)?;
        }
        Ok(())
    }
}

fn write_offset(f: &mut fmt::Formatter<'_>, minutes: i32) -> fmt::Result {
    let sign = if minutes < 0 { '-' } else { '+' };
    let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
    write!(f, "{sign}{hours}")?;
    if minutes > 0 { write!(f, ":{minutes:02}") } else { Ok(()) }
}

error_type! {
    /// What is wrong with a range of offsets; its message says what to write.
    OffsetRangeError, OffsetRangeErrorKind
}

/// Why a text is no range of offsets.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum OffsetRangeErrorKind {
    /// It is no range of offsets.
    NotARange,
    /// An offset is one that no clock on Earth has.
    OutOfRange,
    /// The larger offset comes first.
    Reversed,
}

/// What may stand between the two offsets.
const BETWEEN: [&str; 9] =
    ["..", " to ", " until ", " through ", " and ", "\u{2013}", "\u{2014}", " - ", "/"];

impl FromStr for OffsetRange {
    type Err = OffsetRangeError;

    /// `-8..+2`, `UTC-8..UTC+2`, `UTC-8 to UTC+2`, `+5:30`, `+3.5..+5.75`.
    fn from_str(text: &str) -> Result<Self, OffsetRangeError> {
        use OffsetRangeErrorKind::{NotARange, OutOfRange, Reversed};
        let wrong = |kind, what: &str| OffsetRangeError::new(kind, format!("`{}` {what}", text.trim()));
        let plain = text.replace('\u{2212}', "-");
        let plain = plain.trim();
        let lower = plain.to_lowercase();
        let halves = BETWEEN.iter().find_map(|between| lower.split_once(between));
        let (first, last) = match halves {
            Some((first, last)) => (minutes(first), minutes(last)),
            None => (minutes(&lower), minutes(&lower)),
        };
        let (Some(first), Some(last)) = (first, last) else {
            return Err(wrong(
                NotARange,
                "is no range of offsets from UTC; write it like -8..+2, +5:30..+8 or +1",
            ));
        };
        if [first, last].iter().any(|minutes| !(BOUNDS.0..=BOUNDS.1).contains(minutes)) {
            return Err(wrong(OutOfRange, "goes beyond the clocks of the Earth; they run from -12 to +14"));
        }
        let swapped = || Self::new(last, first).map_or_else(String::new, |range| format!(": {range}"));
        Self::new(first, last).ok_or_else(|| {
            wrong(
                Reversed,
                &format!("runs from the larger to the smaller offset; write the smaller first{}", swapped()),
            )
        })
    }
}

/// An offset in small letters, as minutes: `-8`, `utc+5:30`, `+5.5`, `gmt`, `+0530`, `2h`.
fn minutes(text: &str) -> Option<i32> {
    let text = text.trim();
    let head = ["utc", "gmt"].into_iter().find_map(|head| text.strip_prefix(head));
    let rest = head.unwrap_or(text).trim();
    if head.is_some() && rest.is_empty() {
        return Some(0);
    }
    let (sign, digits) = match rest.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let digits = digits.trim();
    let digits =
        ["hours", "hrs", "h"].into_iter().find_map(|unit| digits.strip_suffix(unit)).unwrap_or(digits);
    let digits = digits.trim_end();
    let number = |text: &str| match text.bytes().all(|b| b.is_ascii_digit()) {
        true => text.parse::<i32>().ok(),
        false => None,
    };
    let (hours, minutes) = match digits.split_once([':', '.', 'h']) {
        Some((hours, part)) if digits.contains('.') => (
            hours,
            [("5", 30), ("50", 30), ("25", 15), ("75", 45), ("0", 0)]
                .into_iter()
                .find_map(|(tenths, minutes)| (tenths == part).then_some(minutes))?,
        ),
        Some((hours, part)) => (hours, number(part).filter(|_| part.len() == 2)?),
        None if (3..=4).contains(&digits.len()) && digits.is_ascii() => {
            let (hours, minutes) = digits.split_at(digits.len() - 2);
            (hours, number(minutes)?)
        }
        None => (digits, 0),
    };
    let hours = number(hours).filter(|_| (1..=2).contains(&hours.len()))?;
    (minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_job_posts() {
        let cases = [
            ("-8..+2", "-8..+2", (-480, 120)),
            ("-8..2", "-8..+2", (-480, 120)),
            ("UTC-8..UTC+2", "-8..+2", (-480, 120)),
            ("UTC-8 to UTC+2", "-8..+2", (-480, 120)),
            ("GMT\u{2212}5 \u{2013} GMT+3", "-5..+3", (-300, 180)),
            ("utc -8 / +2", "-8..+2", (-480, 120)),
            ("+5:30", "+5:30", (330, 330)),
            ("+5.5..+5.75", "+5:30..+5:45", (330, 345)),
            ("UTC+0530", "+5:30", (330, 330)),
            ("UTC..+3", "+0..+3", (0, 180)),
            ("-3:30", "-3:30", (-210, -210)),
            ("-12..+14", "-12..+14", (-720, 840)),
        ];
        for (text, shown, (first, last)) in cases {
            let range: OffsetRange = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
            assert_eq!((range.first(), range.last()), (first, last), "{text}");
            assert_eq!(range.to_string(), shown);
            assert_eq!(shown.parse(), Ok(range));
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_what_to_write() {
        for (text, part) in [
            ("+2..-8", "write the smaller first: -8..+2"),
            ("-13..+2", "from -12 to +14"),
            ("-8..+15", "from -12 to +14"),
            ("EMEA", "write it like -8..+2"),
            ("", "write it like"),
            ("..", "write it like"),
            ("-8..", "write it like"),
            ("+5:3", "write it like"),
            ("+5:75", "write it like"),
            ("99999999999..+2", "write it like"),
            ("é8..+2", "write it like"),
        ] {
            let error = text.parse::<OffsetRange>().expect_err(text).to_string();
            assert!(error.contains(part), "{text}: {error}");
        }
    }
}
