//! Number formats: which cells are dates and times.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::super::archive::Archive;
use super::super::fault::broken;
use super::super::xml::attribute;
use crate::faults::Fault;

/// How the number in a cell is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum NumberFormat {
    #[default]
    Number,
    /// As a date, a time of day or both.
    Moment,
    /// As a time that may go beyond a day.
    Duration,
}

/// The formats of a workbook, by the style of a cell.
#[derive(Default)]
pub(super) struct NumberFormats(Vec<NumberFormat>);

impl NumberFormats {
    pub(super) fn of(&self, style: usize) -> NumberFormat {
        self.0.get(style).copied().unwrap_or_default()
    }
}

/// Spreadsheet programs write some hundred formats at most.
const MOST_FORMATS: usize = 65_536;

/// Reads the formats of all styles.
pub(super) fn read(archive: &mut Archive<'_>, path: &str) -> Result<NumberFormats, Fault> {
    let mut formats = NumberFormats::default();
    let Some(mut xml) = archive.part(path)? else { return Ok(formats) };
    let mut named: HashMap<u32, NumberFormat> = HashMap::new();
    let mut in_cells = false;
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) => {
                let number = || attribute(element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                match element.local_name().as_ref() {
                    "cellXfs" => in_cells = true,
                    "numFmt" => {
                        let code = attribute(element, "formatCode").unwrap_or_default();
                        if named.len() == MOST_FORMATS {
                            return Err(broken("it has too many formats"));
                        }
                        named.insert(number(), of_code(&code));
                    }
                    "xf" if in_cells => {
                        let id = number();
                        formats.0.push(named.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cells = false,
            _ => {}
        }
    }
    Ok(formats)
}

/// The formats that every program has, those of East Asian programs included (ECMA-376, 18.8.30).
fn built_in(id: u32) -> NumberFormat {
    match id {
        46 => NumberFormat::Duration,
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => NumberFormat::Moment,
        _ => NumberFormat::Number,
    }
}

/// What a code such as `yyyy-mm-dd`, `[h]:mm` or `0.00 "days"` shows.
fn of_code(code: &str) -> NumberFormat {
    let mut chars = code.chars();
    let mut format = NumberFormat::Number;
    while let Some(c) = chars.next() {
        match c {
            // Negative numbers are shown otherwise.
            ';' => break,
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '\\' | '_' | '*' => drop(chars.next()),
            '[' => {
                let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                let inner = inner.to_ascii_lowercase();
                if !inner.is_empty() && inner.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    return NumberFormat::Duration;
                }
            }
            'd' | 'D' | 'm' | 'M' | 'y' | 'Y' | 'h' | 'H' | 's' | 'S' => format = NumberFormat::Moment,
            _ => {}
        }
    }
    format
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_dates_from_numbers() {
        for code in
            ["yyyy-mm-dd", "h:mm AM/PM", "[$-409]d/m/yy h:mm;@", "[Red]hh:mm", "mm:ss.0", "DD.MM.YYYY"]
        {
            assert_eq!(of_code(code), NumberFormat::Moment, "{code}");
        }
        for code in ["[h]:mm", "[hh]:mm:ss", "[mm]", "[H]:mm;@"] {
            assert_eq!(of_code(code), NumberFormat::Duration, "{code}");
        }
        for code in
            ["General", "0.00", "#,##0 \"days\"", "0\\d", "@", "[Red]0", "0;[h]", "", "\"unclosed d", "[h"]
        {
            let expected = if code == "[h" { NumberFormat::Duration } else { NumberFormat::Number };
            assert_eq!(of_code(code), expected, "{code}");
        }
    }
}
