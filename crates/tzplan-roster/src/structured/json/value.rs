//! A value as a cell would hold it: a text, a number, a list, a range of hours.

use serde_json::value::RawValue;

use super::pairs::Pairs;
use crate::structured::entry::{EntryValue, MOST_KEYS};

/// A value as a cell would hold it. Numbers stand as they are written.
pub(super) fn value(raw: &RawValue) -> Result<EntryValue<'_>, serde_json::Error> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'"') => EntryValue::Text(string(text)?.into()),
        Some(b'n') | None => EntryValue::Nothing,
        Some(b'{') => EntryValue::Nested,
        Some(b'[') => {
            let parts: Vec<&RawValue> = serde_json::from_str(text)?;
            let mut list = Vec::with_capacity(parts.len().min(MOST_KEYS));
            for part in parts {
                match value_of_part(part)? {
                    Some(part) => list.push(part.into()),
                    None => return Ok(EntryValue::Nested),
                }
            }
            EntryValue::List(list)
        }
        Some(_) => EntryValue::Text(text.into()),
    })
}

fn value_of_part(raw: &RawValue) -> Result<Option<String>, serde_json::Error> {
    let text = raw.get();
    match text.as_bytes().first() {
        Some(b'"') => string(text).map(Some),
        Some(b'{') => range(raw),
        Some(b'n' | b'[') | None => Ok(None),
        Some(_) => Ok(Some(text.to_owned())),
    }
}

/// The keys of a start and of an end, in small letters.
pub(super) const STARTS: [&str; 5] = ["start", "from", "begin", "starttime", "start_time"];
pub(super) const ENDS: [&str; 5] = ["end", "to", "until", "endtime", "end_time"];

/// The keys of the days on which they are.
const DAYS: [&str; 7] = ["day", "days", "weekday", "weekdays", "dayofweek", "day_of_week", "daysofweek"];

/// `{"start": "09:00", "end": "17:00"}` as `09:00-17:00`, with `"day": "Tuesday"` as `Tuesday 09:00-17:00`;
/// `no` where it is switched off; `None` for other objects, and where a day is no name: 1 is a Monday to some
/// and a Sunday to others.
pub(super) fn range(object: &RawValue) -> Result<Option<String>, serde_json::Error> {
    let Pairs(pairs) = serde_json::from_str(object.get())?;
    let (mut start, mut end, mut days) = (None, None, String::new());
    for (key, value) in pairs {
        let value = value.get();
        match key.to_ascii_lowercase().as_str() {
            "enabled" | "active" | "available" | "isworking" | "working" | "open" if value == "false" => {
                return Ok(Some("no".to_owned()));
            }
            key if STARTS.contains(&key) => start = plain(value)?,
            key if ENDS.contains(&key) => end = plain(value)?,
            key if DAYS.contains(&key) => match named_days(value)? {
                Some(named) => days = named + " ",
                None => return Ok(None),
            },
            _ => {}
        }
    }
    Ok(start.zip(end).map(|(start, end)| format!("{days}{start}-{end}")))
}

/// Days by their names: `"Tuesday"`, `["Mon", "Tue"]`; nothing where they are null.
fn named_days(raw: &str) -> Result<Option<String>, serde_json::Error> {
    let text = match raw.as_bytes().first() {
        Some(b'"') => string(raw)?,
        Some(b'[') => match serde_json::from_str::<Vec<String>>(raw) {
            Ok(names) => names.join(","),
            Err(_) => return Ok(None),
        },
        Some(b'n') => return Ok(Some(String::new())),
        _ => return Ok(None),
    };
    Ok(Some(text).filter(|days| tzplan::hours::parse_days(days).is_ok()))
}

/// A text or a number.
fn plain(raw: &str) -> Result<Option<String>, serde_json::Error> {
    match raw.as_bytes().first() {
        Some(b'"') => string(raw).map(Some),
        Some(b'0'..=b'9') => Ok(Some(raw.to_owned())),
        _ => Ok(None),
    }
}

fn string(text: &str) -> Result<String, serde_json::Error> {
    serde_json::from_str(text)
}
