//! Ranges of offsets, as job posts and profiles write them: `UTC-8 to UTC+2`, `CET +/- 2h`, `PST to EST`.

use tzplan::{Minutes, OffsetRange};

use super::resolution::How;
use super::resolver::Resolver;
use super::time_names::several_of_abbreviation;

/// Longer texts are no ranges.
const LONGEST: usize = 60;

/// What people write for a distance to both sides.
const EITHER_WAY: [&str; 7] =
    ["\u{b1}", "+/-", "+/\u{2212}", "+-", "plus/minus", "plus or minus", "give or take"];

/// What may stand between the ends of a range.
const BETWEEN: [&str; 9] = ["..", " to ", " through ", " and ", "\u{2013}", "\u{2014}", " - ", "/", "-"];

/// Times of one name that are at most this many minutes apart are one: what British Columbia calls PST is
/// what California does, though its clocks have left it.
const ONE_TIME: i32 = 60;

impl Resolver<'_> {
    /// The ranges that a text may name, the likeliest first; none for any other text. Several where an
    /// abbreviation in it has several meanings. A named time counts as its standard time.
    pub(super) fn offset_ranges(&self, text: &str) -> Vec<OffsetRange> {
        if text.len() > LONGEST {
            return Vec::new();
        }
        if let Ok(range) = text.parse::<OffsetRange>() {
            return vec![range];
        }
        let lower = text.to_lowercase();
        let ranges = self.around(&lower).or_else(|| self.within(&lower)).or_else(|| self.between(&lower));
        ranges.unwrap_or_default()
    }

    /// `CET +/- 2h`, `UTC+1 (± 3 hours)`, `±3h CET`.
    fn around(&self, text: &str) -> Option<Vec<OffsetRange>> {
        let (before, behind) = EITHER_WAY.iter().find_map(|sign| text.split_once(sign))?;
        let (distance, rest) = distance(behind)?;
        self.all_around(&format!("{before} {rest}"), distance)
    }

    /// `within 3 hours of EST`, `3h from CET`.
    fn within(&self, text: &str) -> Option<Vec<OffsetRange>> {
        let text = text.trim().strip_prefix("within").unwrap_or(text);
        let (distance, rest) = distance(text)?;
        let rest = ["of ", "from "].into_iter().find_map(|word| rest.trim().strip_prefix(word))?;
        self.all_around(rest, distance)
    }

    fn all_around(&self, base: &str, distance: Minutes) -> Option<Vec<OffsetRange>> {
        let bases = self.standards(base)?;
        Some(bases.into_iter().filter_map(|base| OffsetRange::around(base, distance)).collect())
    }

    /// `PST to EST`, `between EST and CET`: from the smaller offset to the larger.
    fn between(&self, text: &str) -> Option<Vec<OffsetRange>> {
        let text = text.trim();
        let text = ["between ", "from "].into_iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
        let ranges = BETWEEN.iter().find_map(|between| {
            let (first, last) = text.split_once(between)?;
            // Of numbers the order counts: +10 to -8 may mean the way across the Pacific.
            if [first, last].iter().all(|end| end.parse::<OffsetRange>().is_ok()) {
                return None;
            }
            let (firsts, lasts) = (self.standards(first)?, self.standards(last)?);
            let pairs = firsts.iter().flat_map(|first| lasts.iter().map(move |last| (*first, *last)));
            Some(pairs.filter_map(|(a, b)| OffsetRange::new(a.min(b), a.max(b))).collect())
        });
        ranges.or_else(|| text.parse().ok().map(|range| vec![range]))
    }

    /// The standard times that an offset or an abbreviation may name, in minutes ahead of UTC.
    fn standards(&self, text: &str) -> Option<Vec<i32>> {
        let around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | ',' | ';');
        let plain = text.trim_matches(around);
        if let Ok(offset) = plain.parse::<OffsetRange>() {
            // A bare number is no time.
            let is_time =
                plain.starts_with(['u', 'g', '+', '-', '\u{2212}']) && offset.first() == offset.last();
            return is_time.then(|| vec![offset.first()]);
        }
        let word = plain.to_uppercase();
        if self.read_as.iter().any(|(label, _)| label.eq_ignore_ascii_case(&word)) {
            return Some(vec![self.years.standard(&self.resolve(&word).ok()?.zone)]);
        }
        if let Some(several) = several_of_abbreviation(&word) {
            let zones = several.iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok());
            let mut times: Vec<i32> = Vec::new();
            for minutes in zones.map(|zone| self.years.standard(&zone)) {
                if times.iter().all(|known| (known - minutes).abs() > ONE_TIME) {
                    times.push(minutes);
                }
            }
            return Some(times);
        }
        let found = self.resolve(&word).ok()?;
        let is_time = matches!(found.how, How::Offset | How::Abbreviation | How::Name);
        is_time.then(|| vec![self.years.standard(&found.zone)])
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
