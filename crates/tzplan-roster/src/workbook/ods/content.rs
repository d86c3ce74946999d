//! What a cell holds: a value of the kind that it names, or its text.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use super::super::cell::{SheetValue, days_of};
use super::super::fault::broken;
use super::super::xml::{Xml, add_spaces, add_text, attribute};
use crate::faults::Fault;

/// Spaces in a row that are written as a number.
const MOST_SPACES: usize = 100;

/// What kind of value a cell says it holds, and the value if it is not its text.
pub(super) struct OfficeValue {
    kind: String,
    value: Option<String>,
    formula: Option<String>,
}

impl OfficeValue {
    pub(super) fn of(element: &BytesStart<'_>) -> Self {
        let of_office = |name: &str| attribute(element, &format!("office:{name}"));
        let kind = of_office("value-type").unwrap_or_default();
        let value = match &*kind {
            "date" => of_office("date-value"),
            "time" => of_office("time-value"),
            "boolean" => of_office("boolean-value"),
            "string" => of_office("string-value"),
            _ => of_office("value"),
        };
        Self { kind, value, formula: attribute(element, "table:formula") }
    }

    /// TRUE and FALSE of other programs' files are formulas in LibreOffice, whose results are 1 and 0 shown
    /// as a word.
    fn is_truth(&self, content: &str) -> bool {
        let is_bit = matches!(self.value.as_deref(), Some("0" | "1"));
        let is_word = !content.is_empty() && content.chars().all(char::is_alphabetic);
        let is_constant = |formula: &str| formula.ends_with("=TRUE()") || formula.ends_with("=FALSE()");
        is_bit && (is_word || self.formula.as_deref().is_some_and(is_constant))
    }

    pub(super) fn value(self, content: &str) -> SheetValue<'static> {
        let text = || SheetValue::Text(Cow::Owned(content.to_owned()));
        let value = self.value.as_deref();
        let has_result = value.is_some() || !content.is_empty() || self.kind == "string";
        match &*self.kind {
            _ if self.formula.is_some() && !has_result => SheetValue::NoResult,
            "" if content.is_empty() => SheetValue::Blank,
            "float" if self.is_truth(content) => SheetValue::Bool(value == Some("1")),
            "float" | "currency" | "percentage" => {
                value.and_then(|number| number.trim().parse().ok()).map_or_else(text, SheetValue::Number)
            }
            "date" => value.and_then(days_of).map_or_else(text, SheetValue::Moment),
            "time" => match value.and_then(duration) {
                None => text(),
                // Whether a day and a quarter is 30:00 or 06:00 is up to a style; the text shows it.
                Some(days) if days >= 1.0 && shows_time_of_day(content) => SheetValue::Moment(days),
                Some(days) => SheetValue::Duration(days),
            },
            "boolean" => SheetValue::Bool(value == Some("true")),
            // An error has an empty value, and says what it is in its text.
            _ => value
                .filter(|value| !value.is_empty())
                .map_or_else(text, |value| SheetValue::Text(Cow::Owned(value.to_owned()))),
        }
    }
}

fn shows_time_of_day(content: &str) -> bool {
    let hours = content.trim().split(':').next().and_then(|hours| hours.parse::<u64>().ok());
    hours.is_some_and(|hours| hours < 24)
}

/// The text of a cell, whose start was read, without notes on it.
pub(super) fn content(xml: &mut Xml<impl BufRead>) -> Result<String, Fault> {
    let (mut text, mut depth, mut note, mut paragraphs) = (String::new(), 0_u32, 0_u32, 0_u32);
    while let Some(event) = xml.next()? {
        match &event {
            Event::Start(element) => {
                depth += 1;
                match element.name().as_ref() {
                    "office:annotation" => note += 1,
                    "text:p" if note == 0 => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                    }
                    "text:s" if note == 0 => {
                        let spaces = attribute(element, "c").and_then(|c| c.parse().ok()).unwrap_or(1);
                        add_spaces(MOST_SPACES.min(spaces), &mut text)?;
                    }
                    "text:tab" | "text:line-break" if note == 0 => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(element) => {
                if depth == 0 {
                    return Ok(text);
                }
                depth -= 1;
                note -= u32::from(note > 0 && element.name().as_ref() == "office:annotation");
            }
            event if note == 0 && paragraphs > 0 => add_text(event, &mut text)?,
            _ => {}
        }
    }
    Err(broken("the sheet is cut short"))
}

/// Days of `PT09H30M00S`.
fn duration(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix('P')?;
    let mut seconds = 0.0;
    let mut in_time = false;
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix('T') {
            (in_time, rest) = (true, behind);
            continue;
        }
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = rest[..end].parse().ok()?;
        seconds += number
            * match (rest.as_bytes()[end], in_time) {
                (b'D', false) => 86_400.0,
                (b'H', true) => 3_600.0,
                (b'M', true) => 60.0,
                (b'S', true) => 1.0,
                _ => return None,
            };
        rest = &rest[end + 1..];
    }
    Some(seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_days() {
        assert_eq!(duration("PT09H00M00S"), Some(0.375));
        assert_eq!(duration("PT24H"), Some(1.0));
        assert_eq!(duration("P1DT12H"), Some(1.5));
        assert_eq!(duration("PT0.5S").map(|days| days * 86_400.0), Some(0.5));
        for text in ["", "9:00", "P1H", "PT9", "PT9X", "PTé", "PT..S"] {
            assert_eq!(duration(text), None, "{text}");
        }
    }
}
