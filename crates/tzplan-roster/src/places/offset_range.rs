//! Ranges of offsets, as job posts and profiles write them: `UTC-8 to UTC+2`, `CET +/- 2h`, `PST to EST`.

use tzplan::{Minutes, OffsetRange};

use super::resolution::How;
use super::resolver::Resolver;

/// Longer texts are no ranges.
const LONGEST: usize = 60;

/// What people write for a distance to both sides.
const EITHER_WAY: [&str; 7] =
    ["\u{b1}", "+/-", "+/\u{2212}", "+-", "plus/minus", "plus or minus", "give or take"];

/// What may stand between the ends of a range.
const BETWEEN: [&str; 9] = ["..", " to ", " through ", " and ", "\u{2013}", "\u{2014}", " - ", "/", "-"];

impl Resolver<'_> {
    /// The range that a text names; `None` for any other text. A named time counts as its standard time.
    pub(super) fn offset_range(&self, text: &str) -> Option<OffsetRange> {
        if text.len() > LONGEST {
            return None;
        }
        if let Ok(range) = text.parse::<OffsetRange>() {
            return Some(range);
        }
        let lower = text.to_lowercase();
        self.around(&lower).or_else(|| self.within(&lower)).or_else(|| self.from_to(&lower))
    }

    /// `CET +/- 2h`, `UTC+1 (± 3 hours)`, `±3h CET`.
    fn around(&self, text: &str) -> Option<OffsetRange> {
        let (before, behind) = EITHER_WAY.iter().find_map(|sign| text.split_once(sign))?;
        let (distance, rest) = distance(behind)?;
        let base = format!("{before} {rest}");
        OffsetRange::around(self.standard(&base)?, distance)
    }

    /// `within 3 hours of EST`, `3h from CET`.
    fn within(&self, text: &str) -> Option<OffsetRange> {
        let text = text.trim().strip_prefix("within").unwrap_or(text);
        let (distance, rest) = distance(text)?;
        let rest = ["of ", "from "].into_iter().find_map(|word| rest.trim().strip_prefix(word))?;
        OffsetRange::around(self.standard(rest)?, distance)
    }

    /// `PST to EST`, `between EST and CET`: from the smaller offset to the larger.
    fn from_to(&self, text: &str) -> Option<OffsetRange> {
        let text = text.trim();
        let text = ["between ", "from "].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        let range = BETWEEN.iter().find_map(|between| {
            let (first, last) = text.split_once(between)?;
            let (first, last) = (self.standard(first)?, self.standard(last)?);
            OffsetRange::new(first.min(last), first.max(last))
        });
        range.or_else(|| text.parse().ok())
    }

    /// The standard time that an offset or an abbreviation names, in minutes ahead of UTC.
    fn standard(&self, text: &str) -> Option<i32> {
        let plain =
            text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';'));
        if let Ok(offset) = plain.parse::<OffsetRange>() {
            // A bare number is no time.
            let is_time =
                plain.starts_with(['u', 'g', '+', '-', '\u{2212}']) && offset.first() == offset.last();
            return is_time.then_some(offset.first());
        }
        let found = self.resolve(&plain.to_uppercase()).ok()?;
        let is_time = matches!(found.how, How::Offset | How::Abbreviation | How::Name);
        is_time.then(|| self.years.standard(&found.zone))
    }
}

/// A number of hours at the beginning of a text, and what stands behind.
fn distance(text: &str) -> Option<(Minutes, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '(');
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (whole, part) = text[..end].split_once('.').unwrap_or((&text[..end], "0"));
    let part = match part {
        "0" => 0,
        "5" => 30,
        _ => return None,
    };
    let hours: u32 = whole.parse().ok().filter(|hours| *hours <= 24)?;
    let rest = text[end..].trim_start();
    let units = ["hours", "hour", "hrs", "hr", "h"];
    let rest = units.into_iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest);
    Some((Minutes(hours * 60 + part), rest.trim_end_matches(')')))
}
