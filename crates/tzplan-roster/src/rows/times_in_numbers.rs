//! Times written as numbers: fractions of a day, as spreadsheets keep them, and hours with quarters.

use super::hours_cells::HoursCells;
use crate::columns::Field;
use crate::faults::Fault;
use crate::wording::Quoted;

/// Times as fractions of a day: `0.375` and `0.75` are 09:00 and 18:00. Both have to be: `0.30` alone may be half
/// past midnight.
pub(super) fn fractions(start: &str, end: &str) -> Option<[String; 2]> {
    let time = |cell: &str| {
        let number = cell.replace(',', ".").parse::<f64>().ok().filter(|day| (0.0..=1.0).contains(day))?;
        let minutes = number * 24.0 * 60.0;
        let whole = minutes.round();
        let is_whole = (minutes - whole).abs() < 0.05;
        is_whole.then(|| format!("{:02}:{:02}", whole as u16 / 60, whole as u16 % 60))
    };
    let is_fraction = |cell: &str| cell.starts_with("0.") || cell.starts_with("0,");
    let is_end = is_fraction(end) || matches!(end, "1" | "1.0" | "1,0");
    if !is_fraction(start) || !is_end {
        return None;
    }
    Some([time(start)?, time(end)?])
}

/// Faults of times such as `9.25` and `9.50`: the minutes, or a part of the hour.
pub(super) fn ambiguous(cells: &HoursCells<'_>) -> Option<(Option<Field>, Fault)> {
    let columns = [(cells.hours, Field::Hours), (cells.start, Field::Start), (cells.end, Field::End)];
    let mut all = columns.into_iter().chain(cells.week.into_iter().zip(Field::OF_WEEKDAYS));
    all.find_map(|(cell, field)| {
        let (hour, part) = decimal(cell)?;
        let (said, minutes) = if part == "25" { ("a quarter past", "15") } else { ("half past", "30") };
        let message = format!("{} may be {hour}:{part} or {said} {hour}", Quoted(&format!("{hour}.{part}")));
        let help = format!("write {hour}:{part} or {hour}:{minutes}");
        Some((Some(field), Fault::error("ambiguous-time", message, help)))
    })
}

/// The hour and the part behind it of the first such time. Letters behind times say that they are some.
fn decimal(cell: &str) -> Option<(&str, &str)> {
    if !cell.contains('.') || cell.contains(char::is_alphabetic) {
        return None;
    }
    let times = cell.split(|c: char| !c.is_ascii_digit() && c != '.');
    let parts = times.filter_map(|time| time.split_once('.'));
    let mut plain = parts.filter(|(hour, part)| matches!(*part, "25" | "50") && !hour.starts_with('0'));
    plain.find(|(hour, _)| (1..=2).contains(&hour.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_times_where_they_are_plain() {
        let day = |start, end| fractions(start, end).map(|times| times.join("-"));
        assert_eq!(day("0.375", "0.708333333").as_deref(), Some("09:00-17:00"));
        assert_eq!(day("0,25", "1").as_deref(), Some("06:00-24:00"));
        assert_eq!((day("0.33", "0.75"), day("9", "0.75"), day("0.30", "6.00")), (None, None, None));
        for cell in ["9.25", "9.50-17.30", "9.00-17.25", "10.50"] {
            assert!(decimal(cell).is_some(), "{cell}");
        }
        for cell in ["9.30", "09.25", "9.25am", "9.25-17.25 Uhr", "9:25", "0.25", "9.255", "1.9.25", "9-17"] {
            assert!(decimal(cell).is_none(), "{cell}");
        }
    }
}
