//! Places: which zone a label means.
//!
//! A label is an IANA id, a fixed offset, or an abbreviation with one meaning. What has several meanings is
//! refused with its candidates, what has none is answered with the nearest ids: nothing is guessed.

mod abbreviation;
mod suggestion;

use std::fmt;

use tzplan::{Tzdb, Zone};

/// A label and the zone it means.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Resolution {
    /// The zone.
    pub zone: Zone,
    /// How the label was read.
    pub how: How,
    /// What the writer may not have meant.
    pub note: Option<String>,
}

/// How a label was read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum How {
    /// As an IANA id.
    Iana,
    /// As a fixed offset from UTC, which follows no clock changes.
    Offset,
    /// As an abbreviation with one meaning.
    Abbreviation,
}

impl How {
    /// `iana`, `offset` or `abbreviation`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Iana => "iana",
            Self::Offset => "offset",
            Self::Abbreviation => "abbreviation",
        }
    }
}

impl fmt::Display for How {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// A zone that a label may mean.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Candidate {
    /// The IANA id.
    pub zone: String,
    /// What it is, in words.
    pub label: String,
}

/// Why a label means no zone. Its message says so with the candidates.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlaceError {
    label: String,
    reason: Reason,
    candidates: Vec<Candidate>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum Reason {
    Empty,
    Unknown,
    Ambiguous,
    /// The tz database's own words.
    Unusable(String),
}

/// Longer labels are no zones, and are not compared with any.
const LONGEST_LABEL: usize = 128;

/// Finds the zone that a label means.
///
/// ```
/// use tzplan::Tzdb;
/// use tzplan_roster::places::{How, resolve};
///
/// let kolkata = resolve(Tzdb::bundled(), "asia/kolkata").unwrap();
/// assert_eq!((kolkata.zone.name(), kolkata.how), ("Asia/Kolkata".to_owned(), How::Iana));
///
/// let error = resolve(Tzdb::bundled(), "IST").unwrap_err();
/// assert!(error.is_ambiguous());
/// assert_eq!(error.candidates()[0].zone, "Asia/Kolkata");
/// ```
///
/// # Errors
///
/// [`PlaceError`] when the label is empty, means nothing, or means several things.
pub fn resolve(tzdb: &Tzdb, label: &str) -> Result<Resolution, PlaceError> {
    let label = crate::text::clean(label);
    let error = |reason, candidates| {
        let label = crate::text::shorten(&label, LONGEST_LABEL).into_owned();
        Err(PlaceError { label, reason, candidates })
    };
    if label.is_empty() {
        return error(Reason::Empty, Vec::new());
    }
    if label.len() > LONGEST_LABEL {
        return error(Reason::Unknown, Vec::new());
    }
    if let Some(several) = abbreviation::several(&label) {
        return error(Reason::Ambiguous, several);
    }
    if let Some((id, note)) = abbreviation::one(&label)
        && let Ok(zone) = tzdb.parse(id)
    {
        return Ok(Resolution { zone, how: How::Abbreviation, note: note.map(str::to_owned) });
    }
    match tzdb.parse(&label) {
        Ok(_) if label.eq_ignore_ascii_case("Factory") => error(Reason::Unknown, Vec::new()),
        Ok(zone) => Ok(as_written(zone, &label)),
        Err(unknown) if unknown.is_unknown() => error(Reason::Unknown, suggestion::candidates(tzdb, &label)),
        Err(other) => error(Reason::Unusable(other.to_string()), Vec::new()),
    }
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
        return Resolution { zone, how: How::Offset, note: Some(note) };
    }
    let how = if zone.fixed_offset_seconds().is_some() { How::Offset } else { How::Iana };
    Resolution { zone, how, note: None }
}

impl PlaceError {
    /// The label, cut where it is very long.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Whether the label has several meanings.
    pub fn is_ambiguous(&self) -> bool {
        self.reason == Reason::Ambiguous
    }

    /// Whether there is no label at all.
    pub fn is_empty(&self) -> bool {
        self.reason == Reason::Empty
    }

    /// Whether the label is a zone that cannot be used: an offset not in use on Earth, damaged rules.
    pub fn is_unusable(&self) -> bool {
        matches!(self.reason, Reason::Unusable(_))
    }

    /// What may have been meant, likeliest first.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What to write instead.
    pub fn help(&self) -> String {
        match (&self.reason, self.candidates.is_empty()) {
            (Reason::Empty | Reason::Unknown, true) => {
                "write an IANA id such as Europe/Berlin; an offset such as UTC+5:30 works too, but follows no \
                 clock changes"
                    .to_owned()
            }
            (Reason::Unusable(_), _) => "write an IANA id such as Europe/Berlin".to_owned(),
            _ => format!("write {}", self.choice()),
        }
    }

    /// `A`, `A or B`, `A, B or C`.
    fn choice(&self) -> String {
        let mut text = String::new();
        for (index, candidate) in self.candidates.iter().enumerate() {
            let left = self.candidates.len() - index;
            text.push_str(&candidate.zone);
            text.push_str(["", " or ", ", "][left.clamp(1, 3) - 1]);
        }
        text
    }
}

impl fmt::Display for PlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = &self.label;
        match &self.reason {
            Reason::Empty => f.write_str("no time zone"),
            Reason::Unknown if self.candidates.is_empty() => write!(f, "unknown zone `{label}`"),
            Reason::Unknown => write!(f, "unknown zone `{label}` — did you mean {}?", self.choice()),
            Reason::Ambiguous => {
                write!(f, "`{label}` has several meanings: ")?;
                for (index, Candidate { zone, label }) in self.candidates.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(f, "{comma}{zone} ({label})")?;
                }
                Ok(())
            }
            Reason::Unusable(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for PlaceError {}
