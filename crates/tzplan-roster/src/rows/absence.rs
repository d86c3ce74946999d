//! The `off` column: dates and ranges of dates.

use chrono::NaiveDate;

use crate::faults::Fault;
use crate::wording::Quoted;

/// More days off than this in one cell (ten years) are a slip of the pen.
const MOST_DAYS: i64 = 3660;

const HELP: &str = "write dates like 2026-12-24 and ranges like 2026-12-24..2027-01-02, separated by ;";

/// Reads a cell such as `2026-12-24..2027-01-02; 2027-05-01`; last days are inclusive.
pub(super) fn read(cell: &str) -> Result<Vec<NaiveDate>, Vec<Fault>> {
    let (mut dates, mut faults) = (Vec::new(), Vec::new());
    let mut days = 0;
    for part in cell.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        match range(part) {
            Ok((first, last)) => {
                days += (last - first).num_days() + 1;
                if days > MOST_DAYS {
                    faults.push(too_many(part));
                    break;
                }
                dates.extend(first.iter_days().take_while(|date| *date <= last));
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(dates) } else { Err(faults) }
}

/// A date, or two with `..`, ` to `, ` until `, a dash or (between ISO dates) a slash between them.
pub(super) fn range(part: &str) -> Result<(NaiveDate, NaiveDate), Fault> {
    let ends = ["..", " to ", " until ", "\u{2013}", "\u{2014}", " - ", "/"].iter().find_map(|between| {
        let (first, last) = part.split_once(between)?;
        let (first, last) = (first.trim(), last.trim_start_matches('.').trim());
        (*between != "/" || (is_iso(first) && is_iso(last))).then_some((first, last))
    });
    let Some((first, last)) = ends else {
        let date = date(part)?;
        return Ok((date, date));
    };
    let (first_date, last_date) = (date(first)?, date(last)?);
    if last_date < first_date {
        return Err(Fault::error(
            "reversed-range",
            format!("the range {} ends before it starts", Quoted(part)),
            format!("write {last}..{first}"),
        ));
    }
    Ok((first_date, last_date))
}

/// Whether a part is a date alone, without a last one behind it.
pub(super) fn is_one_date(part: &str) -> bool {
    date(part).is_ok()
}

fn date(text: &str) -> Result<NaiveDate, Fault> {
    if !is_iso(text) {
        let message = format!("{} is no date of the form year-month-day", Quoted(text));
        return Err(Fault::error("bad-date", message, HELP));
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|_| Fault::error("impossible-date", format!("there is no day {text} in the calendar"), HELP))
}

fn is_iso(text: &str) -> bool {
    let is_right = |(index, byte): (usize, u8)| match index {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 10 && text.bytes().enumerate().all(is_right)
}

fn too_many(part: &str) -> Fault {
    Fault::error(
        "long-range",
        format!("with {} there are more than {MOST_DAYS} days off in this cell", Quoted(part)),
        "look for a slip in the years",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cell: &str) -> Vec<String> {
        read(cell).unwrap().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn dates_and_ranges_are_inclusive() {
        let new_year = ["2026-12-30", "2026-12-31", "2027-01-01"];
        for cell in [
            "2026-12-30..2027-01-01",
            "2026-12-30...2027-01-01",
            "2026-12-30 to 2027-01-01",
            "2026-12-30 until 2027-01-01",
            "2026-12-30/2027-01-01",
            "2026-12-30–2027-01-01",
            "2026-12-30 – 2027-01-01",
            "2026-12-30 - 2027-01-01",
            "2026-12-30; 2026-12-31, 2027-01-01",
        ] {
            assert_eq!(shown(cell), new_year, "{cell}");
        }
        assert_eq!(shown("2028-02-29"), ["2028-02-29"]);
        assert!(shown(" ; ").is_empty());
        // 2027-01-01 and 3659 days more: ten years with the leap days of 2028, 2032 and 2036, and a week.
        assert_eq!(shown("2027-01-01..2037-01-07").len(), 3660);
    }

    #[test]
    fn every_wrong_date_is_named() {
        let cases: &[(&str, &[&str])] = &[
            ("24.12.2026", &["bad-date"]),
            ("12/24/2026", &["bad-date"]),
            ("2026/12/24", &["bad-date"]),
            ("2026-12-24-2027-01-02", &["bad-date"]),
            ("Christmas; 2026-02-30", &["bad-date", "impossible-date"]),
            ("2027-02-29", &["impossible-date"]),
            ("2026-13-01..2027-01-01", &["impossible-date"]),
            ("2027-01-02..2026-12-24", &["reversed-range"]),
            ("2027-01-01..2037-01-08", &["long-range"]),
            ("0001-01-01..9999-12-31", &["long-range"]),
            ("2026-12-24..", &["bad-date"]),
        ];
        for (cell, codes) in cases {
            let found: Vec<_> = read(cell).unwrap_err().iter().map(|fault| fault.code).collect();
            assert_eq!(found, *codes, "{cell}");
        }
        let reversed = &read("2027-01-02..2026-12-24").unwrap_err()[0];
        assert_eq!(&*reversed.help, "write 2026-12-24..2027-01-02");
    }
}
