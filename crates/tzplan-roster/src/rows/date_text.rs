//! One date as people write it: `2026-12-24`, `24.12.2026`, `24/12/2026`, `5 Jan 2027`, `January 5th, 2027`.

use chrono::{Datelike, NaiveDate};

use super::date_order::Order;
use super::date_weekday::{self, Weekdays};
use super::months;
pub(super) use super::months::{MONTH_NAMES, month};
pub(super) use super::short_years::AMBIGUOUS;
use super::short_years::of_three;
use crate::faults::Fault;
use crate::wording::Quoted;
use crate::work::steps;

/// What to write.
pub(super) const HELP: &str =
    "write dates like 2026-12-24 and ranges like 2026-12-24..2027-01-02, separated by ;";

/// No date is longer, in bytes.
pub(super) const LONGEST: usize = 100;

/// A date of which the month or the year may stand elsewhere: `24` of `24-31 Dec 2026`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct DateText {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: u32,
    pub(super) weekday: Option<Weekdays>,
}

impl DateText {
    /// Reads a date. A fault where the text is none, or could be two.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        Self::read_in(text, None)
    }

    /// Reads a date whose numbers are in an order, where that is known.
    pub(super) fn read_in(text: &str, order: Option<Order>) -> Result<Self, Fault> {
        let written = text.trim();
        steps(written.len().min(LONGEST));
        // Of a range each mark may be the one between its dates: a long text would be looked through for
        // each.
        if written.len() > LONGEST {
            return Err(no_date(written));
        }
        if let Some(fault) = months::of_two_languages(written) {
            return Err(fault);
        }
        let plain = ["T00:00:00Z", "T00:00:00", " 00:00:00", " 00:00"]
            .iter()
            .find_map(|midnight| written.strip_suffix(midnight))
            .unwrap_or(written);
        let read = |text: &str| match numbers(text) {
            Some((fields, mark)) => of_numbers(&fields, mark, written, order),
            None => Ok(of_words(text)),
        };
        // `mar` is March before it is a Tuesday: `mar. 4 mai 2027` has a month besides.
        if let Some(date) = read(plain)? {
            return Ok(date);
        }
        let Some((weekday, plain)) = date_weekday::beside(plain) else { return Err(no_date(written)) };
        let found = match read(plain) {
            // `Tue 04/05/2027` is the one of two dates that is a Tuesday.
            Err(fault) if fault.code == AMBIGUOUS => {
                let in_order = |order| of_numbers_in(plain, order).filter(|date| date.is_on(weekday));
                let mut found = [Order::DayFirst, Order::MonthFirst].into_iter().filter_map(in_order);
                Some(found.next().filter(|_| found.next().is_none()).ok_or(fault)?)
            }
            found => found?,
        };
        found.map(|date| Self { weekday: Some(weekday), ..date }).ok_or_else(|| no_date(written))
    }

    /// Whether it is a date with its year, on one of these weekdays.
    fn is_on(&self, days: Weekdays) -> bool {
        self.date("", None).is_ok_and(|date| days.has(date.weekday()))
    }

    /// The date, in a year where it says none.
    pub(super) fn date(&self, written: &str, year: Option<i32>) -> Result<NaiveDate, Fault> {
        let (Some(year), Some(month)) = (self.year.or(year), self.month) else {
            return Err(no_date(written));
        };
        let date = NaiveDate::from_ymd_opt(year, month, self.day).ok_or_else(|| {
            let message = format!("there is no day {year:04}-{month:02}-{:02} in the calendar", self.day);
            Fault::error("impossible-date", message, HELP)
        })?;
        match self.weekday.filter(|weekday| !weekday.has(date.weekday())) {
            Some(weekday) => {
                let message = format!(
                    "{} is said to be a {weekday}, but {date} is a {}",
                    Quoted(written),
                    date.weekday()
                );
                Err(Fault::error("impossible-date", message, HELP))
            }
            None => Ok(date),
        }
    }
}

/// Whether a word that may be a month is the weekday of the date behind it: `mar, 4 may 2027`.
pub(super) fn is_weekday_of(word: &str, date: &str) -> bool {
    let days = Weekdays::of(word.trim().trim_end_matches('.'));
    days.is_some_and(|days| DateText::read(date).is_ok_and(|date| date.is_on(days)))
}

/// The date of numbers in an order.
fn of_numbers_in(text: &str, order: Order) -> Option<DateText> {
    let (fields, mark) = numbers(text)?;
    of_numbers(&fields, mark, text, Some(order)).ok().flatten()
}

/// That a text is no date.
pub(super) fn no_date(text: &str) -> Fault {
    let is_dash = |c: char| matches!(c, '-' | '\u{2013}');
    let ends_in_dash = text.trim_end().ends_with(is_dash) || text.trim_start().starts_with(is_dash);
    let plain = || Fault::error("bad-date", format!("{} is no date", Quoted(text)), HELP);
    // A range of dates is tried as a date first.
    if !ends_in_dash && !text.contains(|c: char| c.is_alphabetic() || c == '\u{bd}') {
        return plain();
    }
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let ends = [words().next(), words().next_back()];
    // `с 3 по 7 мая`, badly written, has both.
    let has_both = words().skip(1).any(|word| TO_WORDS.contains(&word));
    let is_open =
        ends_in_dash || !has_both && ends.into_iter().flatten().any(|word| OPEN_ENDS.contains(&word));
    if has_digit && is_open {
        let message = format!("{} gives one end of a range and not the other", Quoted(text));
        return Fault::error("bad-date", message, "write both, as in 2026-12-24..2027-01-02");
    }
    if has_digit && words().any(|word| HALVES.contains(&word)) {
        let message = format!("{} is a part of a day, which is no day off", Quoted(text));
        return Fault::error("bad-date", message, "leave it out, or write the date alone for the whole day");
    }
    plain()
}

/// Words of a range that has one end alone, in front or behind.
const OPEN_ENDS: [&str; 24] = [
    "until", "till", "through", "from", "since", "starting", "onwards", "onward", "on", "bis", "ab", "seit",
    "depuis", "jusqu", "hasta", "desde", "até", "fino", "tot", "vanaf", "do", "od", "с", "до",
];

/// Words between the two dates of a range.
const TO_WORDS: [&str; 18] = [
    "to", "until", "till", "through", "thru", "bis", "a", "à", "al", "au", "até", "hasta", "tot", "til",
    "do", "до", "по", "t",
];

/// Words of a part of a day.
const HALVES: [&str; 20] = [
    "half",
    "halfday",
    "am",
    "pm",
    "morning",
    "afternoon",
    "halb",
    "halber",
    "halbtags",
    "vormittag",
    "vormittags",
    "nachmittag",
    "nachmittags",
    "demi",
    "matin",
    "midi",
    "medio",
    "media",
    "mezza",
    "\u{bd}",
];

/// The numbers of a text of nothing but numbers and one kind of mark between them.
fn numbers(text: &str) -> Option<(Vec<&str>, char)> {
    let mark = text.chars().find(|c| matches!(c, '-' | '/' | '.')).unwrap_or('-');
    let text = if mark == '.' { text.strip_suffix('.').unwrap_or(text) } else { text };
    let fields: Vec<&str> = text.split(mark).map(str::trim).collect();
    let is_number =
        |field: &&str| (1..=4).contains(&field.len()) && field.bytes().all(|b| b.is_ascii_digit());
    let is_compact = fields.len() == 1 && text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
    (is_compact || fields.iter().all(is_number)).then_some((fields, mark))
}

/// `None` where the numbers are no date; a fault where they may be two.
fn of_numbers(
    fields: &[&str],
    mark: char,
    written: &str,
    order: Option<Order>,
) -> Result<Option<DateText>, Fault> {
    let number = |field: &str| field.parse::<u32>().unwrap_or(u32::MAX);
    let short = |field: &&str| field.len() <= 2;
    let (year, rest) = match fields {
        [year, month, day] if year.len() == 4 && short(month) && short(day) => {
            return Ok(dated(Some(number(year)), Some(number(month)), number(day)));
        }
        [first, second, year] if year.len() == 4 => (Some(number(year)), [*first, *second]),
        // Days come first where dots stand between: no other order is in use.
        [first, second, year] if year.len() == 2 && mark == '.' => {
            (Some(2000 + number(year)), [*first, *second])
        }
        [first, second, third] if fields.iter().all(short) => {
            let found = of_three([first, second, third].map(|field| number(field)), written, order)?;
            return Ok(
                found.and_then(|date| dated(u32::try_from(date.year()).ok(), Some(date.month()), date.day()))
            );
        }
        [first, second] if mark != '-' => (None, [*first, *second]),
        // `20261224`
        [one] if one.len() == 8 => {
            let [year, month, day] = [&one[..4], &one[4..6], &one[6..]].map(number);
            let is_year = (1950..2100).contains(&year);
            return Ok(dated(Some(year), Some(month), day).filter(|_| is_year));
        }
        [day] if short(day) => return Ok(dated(None, None, number(day))),
        _ => return Ok(None),
    };
    if !rest.iter().all(short) {
        return Ok(None);
    }
    let [first, second] = rest.map(number);
    if mark == '.' || first > 12 || first == second {
        return Ok(dated(year, Some(second), first));
    }
    if second > 12 || order == Some(Order::MonthFirst) {
        return Ok(dated(year, Some(first), second));
    }
    if order == Some(Order::DayFirst) {
        return Ok(dated(year, Some(second), first));
    }
    let said = |month: u32, day: u32| {
        let month_name = MONTH_NAMES.get(month as usize - 1).copied().unwrap_or_default();
        year.map_or_else(|| format!("{day} {month_name}"), |year| format!("{day} {month_name} {year}"))
    };
    if first == 0 || second == 0 {
        return Ok(None);
    }
    let year = year.map_or_else(|| "2027".to_owned(), |year| year.to_string());
    Err(Fault::error(
        AMBIGUOUS,
        format!("{} may be {} or {}", Quoted(written), said(second, first), said(first, second)),
        format!("write {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"),
    ))
}

/// A date with the month and the day that there may be.
fn dated(year: Option<u32>, month: Option<u32>, day: u32) -> Option<DateText> {
    let is_month = month.is_none_or(|month| (1..=12).contains(&month));
    let year = match year {
        Some(year) => Some(i32::try_from(year).ok()?),
        None => None,
    };
    (is_month && (1..=31).contains(&day)).then_some(DateText { year, month, day, weekday: None })
}

/// `5 Jan 2027`, `January 5th, 2027`, `5-Jan-27`, `5. Januar`, `2027 Jan 5`.
fn of_words(text: &str) -> Option<DateText> {
    // `15 Dec 2026 -` has no end.
    if text.trim_end().ends_with('-') || text.trim_start().starts_with('-') {
        return None;
    }
    let (mut month, mut day, mut year, mut is_day_first) = (None, None, None, false);
    let mut is_ordinal = false;
    let marks = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '-' | '/' | '\u{2019}' | '\'');
    for word in text.split(marks).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, behind) = word.split_at(digits);
        let behind = behind.to_lowercase();
        match (number.len(), behind.as_str()) {
            (0, word) if IDLE.contains(&word) => {}
            (0, word) => {
                let known = self::month(word)?;
                if month.replace(known).is_some() {
                    return None;
                }
                is_day_first = day.is_some();
            }
            (1..=2, "" | "st" | "nd" | "rd" | "th" | "e" | "er" | "ère" | "º" | "ª") if day.is_none() => {
                day = number.parse().ok();
                is_ordinal = !behind.is_empty();
            }
            // Spreadsheets write `24-Dec-26`; `Dec 24-26` is a range.
            (2, "") if year.is_none() && month.is_some() && is_day_first => {
                year = number.parse::<u32>().ok().map(|year| 2000 + year);
            }
            (4, "") if year.is_none() => year = number.parse().ok(),
            _ => return None,
        }
    }
    // `31, 2026` of `Dec 24-31, 2026`, and `24th` of `24th-26th December`
    if month.or(year).is_none() && !is_ordinal {
        return None;
    }
    dated(year, month, day?)
}

/// Words of a date that say nothing.
const IDLE: [&str; 11] = [
    "of",
    "the",
    "de",
    "del",
    "den",
    "di",
    "\u{433}",
    "\u{433}\u{43e}\u{434}\u{430}",
    "\u{440}\u{43e}\u{43a}\u{443}",
    "roku",
    "r",
];

/// Whether a word may be the first one of a date.
pub(super) fn may_begin(word: &str) -> bool {
    let lower = word.to_lowercase();
    IDLE.contains(&&*lower) || month(&lower).is_some() || date_weekday::is_weekday(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_day_and_no_month_is_nought() {
        for text in ["0/5/2027", "5/0/2027", "0/0/2027", "0/5", "0-5-2027"] {
            let code = DateText::read(text).map_err(|fault| fault.code).err();
            assert!(code.is_some_and(|code| code != "ambiguous-date"), "{text}: {code:?}");
        }
    }
}
