//! A month or a week as people write it, with its year: `August 2027`, `2027-08`, `KW 52/2026`, `2026-W52`.

use chrono::{Months, NaiveDate, Weekday};

use super::date_text::month;

/// Words for a week whose number follows, that of ISO 8601.
const WEEKS: [&str; 12] =
    ["w", "wk", "week", "kw", "kalenderwoche", "cw", "semaine", "semana", "settimana", "vecka", "uke", "uge"];

/// The first and the last date of a month or a week; `None` for anything else, and without a year.
pub(super) fn read(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    let lower = text.trim().to_lowercase();
    let words: Vec<&str> = lower.split([' ', '/', '-', '.', ',']).filter(|word| !word.is_empty()).collect();
    // `KW52`, `W52`
    let cut = |word: &'_ str| word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
    let words: Vec<&str> = words
        .into_iter()
        .flat_map(|word| match cut(word) {
            Some(at) => vec![&word[..at], &word[at..]],
            None => vec![word],
        })
        .collect();
    let year = |word: &str| Some(word).filter(|word| word.len() == 4)?.parse::<i32>().ok();
    match words[..] {
        [name, number, of] if WEEKS.contains(&name) => week(year(of)?, number),
        [of, name, number] if WEEKS.contains(&name) => week(year(of)?, number),
        [name, of] | [of, name] if year(of).is_some() && month(name).is_some() => {
            whole(year(of)?, month(name)?)
        }
        // `2027-08`, `08/2027`
        [of, number] | [number, of] if year(of).is_some() && number.len() == 2 => {
            whole(year(of)?, number.parse().ok()?)
        }
        _ => None,
    }
}

fn week(year: i32, number: &str) -> Option<(NaiveDate, NaiveDate)> {
    let number = Some(number).filter(|number| number.len() < 3)?.parse().ok()?;
    let on = |weekday| NaiveDate::from_isoywd_opt(year, number, weekday);
    Some((on(Weekday::Mon)?, on(Weekday::Sun)?))
}

fn whole(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weeks_with_their_year() {
        for (text, first, last) in [
            ("August 2027", "2027-08-01", "2027-08-31"),
            ("Feb. 2028", "2028-02-01", "2028-02-29"),
            ("2027-08", "2027-08-01", "2027-08-31"),
            ("12/2026", "2026-12-01", "2026-12-31"),
            ("2027 agosto", "2027-08-01", "2027-08-31"),
            // The first week of 2026 has the first Thursday: 1 January.
            ("KW 1/2026", "2025-12-29", "2026-01-04"),
            ("2026-W52", "2026-12-21", "2026-12-27"),
            ("week 53 2026", "2026-12-28", "2027-01-03"),
            ("KW52 2026", "2026-12-21", "2026-12-27"),
        ] {
            let date = |text: &str| text.parse::<NaiveDate>().expect("a date");
            assert_eq!(read(text), Some((date(first), date(last))), "{text}");
        }
        for text in
            ["August", "KW 52", "2027", "2027-13", "week 54 2026", "2027-8", "27-08", "", "24 Dec 2026"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
