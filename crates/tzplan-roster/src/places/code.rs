//! Labels that are codes: abbreviations, ids and offsets.

use tzplan::Zone;

use super::error::{Candidate, Reason};
use super::resolution::{Answer, How, Refusal, Resolution};
use super::resolver::Resolver;
use super::{offset, time_names};

impl Resolver<'_> {
    /// Abbreviations, ids and offsets.
    pub(super) fn code(&self, text: &str) -> Option<Answer> {
        if let Some((_, meant)) = self.read_as.iter().find(|(label, _)| label.eq_ignore_ascii_case(text)) {
            // A meaning is not looked up among the labels again: `PST=PST` is no circle.
            let plain = Resolver { read_as: &[], ..*self };
            return Some(
                plain
                    .code(meant)
                    .or_else(|| plain.one(meant))
                    .unwrap_or_else(|| Err((Reason::Unknown, self.near_places(meant)))),
            );
        }
        if let Some(refusal) = self.minutes_or_hours(text) {
            return Some(Err(refusal));
        }
        if let Some(several) = time_names::several_of_abbreviation(text) {
            return Some(self.of_one_clock(text, several));
        }
        if let Some((id, note)) = time_names::of_abbreviation(text)
            && let Ok(zone) = self.tzdb.parse(id)
        {
            return Some(Ok(Resolution::of_zone(zone, How::Abbreviation, note)));
        }
        let text = behind_prefix(text);
        let id = text.contains('/').then(|| as_id(text));
        let parsed = self.tzdb.parse(text).or_else(|error| match id {
            Some(id) if error.is_unknown() => self.tzdb.parse(&id),
            _ => Err(error),
        });
        match parsed {
            Ok(_) if text.eq_ignore_ascii_case("Factory") => None,
            Ok(zone) => Some(Ok(as_written(zone, text))),
            Err(error) if error.is_unknown() => {
                self.code(&offset::usual(text).filter(|usual| usual != text)?)
            }
            Err(other) => Some(Err((Reason::Unusable(other.to_string()), Vec::new()))),
        }
    }
}

impl Resolver<'_> {
    /// `-300` may be minutes, as programs count offsets, or hours and minutes: refused with both, of which
    /// only those are shown that clocks keep.
    fn minutes_or_hours(&self, text: &str) -> Option<Refusal> {
        let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
        let is_bare =
            digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
        let number: i32 = digits.parse().ok().filter(|_| is_bare)?;
        let sign = if digits.len() < text.len() { -1 } else { 1 };
        let readings = [(number, "in minutes"), (number / 100 * 60 + number % 100, "in hours and minutes")];
        let kept = readings.into_iter().filter_map(|(minutes, what)| {
            let zone = Zone::fixed(sign * minutes).filter(|_| what == "in minutes" || number % 100 < 60)?;
            let is_kept = QUARTERS.contains(&(minutes % 60)) && minutes <= 14 * 60;
            is_kept.then(|| Candidate { zone: zone.name(), label: format!("{text} {what}") })
        });
        Some((Reason::Ambiguous, kept.collect()))
    }
}

/// Minutes of the offsets that clocks keep.
const QUARTERS: [i32; 3] = [0, 30, 45];

/// The id behind what programs write before one: `/example.org/20050126_1/Europe/Paris`,
/// `tzone://Microsoft/Utc`.
fn behind_prefix(text: &str) -> &str {
    if let Some(id) = text.strip_prefix("tzone://Microsoft/") {
        return id;
    }
    let parts = || text.match_indices('/').map(|(at, _)| &text[at + 1..]);
    let of_area = |id: &&str| AREAS.iter().any(|area| id.starts_with(area));
    if text.starts_with('/') { parts().find(of_area).unwrap_or(text) } else { text }
}

/// What ids of places begin with.
const AREAS: [&str; 10] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// `america / new york` as `america/new_york`.
fn as_id(text: &str) -> String {
    let parts = text.split('/').map(|part| part.trim().replace(' ', "_"));
    parts.collect::<Vec<_>>().join("/")
}

/// Ids such as `Etc/GMT+5` are offsets too, with the sign the other way round.
fn as_written(zone: Zone, label: &str) -> Resolution {
    let inverted = label.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("Etc/GMT"))
        && label[7..].starts_with(['+', '-'])
        && !label.ends_with(['+', '-'])
        && label[8..] != *"0";
    if inverted {
        let sign = if label[7..].starts_with('+') { '-' } else { '+' };
        let note = format!("{zone} is UTC{sign}{}: such ids count hours west of Greenwich", &label[8..]);
        return Resolution::of_zone(zone, How::Offset, Some(&note));
    }
    let how = if zone.fixed_offset_seconds().is_some() { How::Offset } else { How::Iana };
    Resolution::of_zone(zone, how, None)
}
