//! Why a label means no zone.

use std::fmt;

use tzplan::OffsetRange;

use crate::wording::Listed;

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
    pub(super) label: String,
    pub(super) reason: Reason,
    pub(super) candidates: Vec<Candidate>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "places"), expect(dead_code, reason = "only places are several"))]
pub(super) enum Reason {
    Empty,
    Unknown,
    Ambiguous,
    /// It is no place: remote, worldwide.
    Nowhere,
    /// Hours stand beside the place: those.
    WithHours(String),
    /// It names a region that keeps several times: its name.
    SeveralZones(String),
    /// It names several places.
    SeveralPlaces,
    /// It names several times, or a range of them.
    SeveralTimes,
    /// It is a range of offsets: `CET +/- 2h`.
    Range(Vec<OffsetRange>),
    /// Its offsets are those of seasons: `UTC+1/+2`.
    Seasonal,
    /// The offset that it gives is not kept in the zone that it names.
    Contradiction,
    /// The tz database's own words.
    Unusable(String),
}

/// More candidates are not listed in a message.
const MOST_LISTED: usize = 6;

impl PlaceError {
    /// The label, cut where it is very long.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Whether the label has several meanings: several places of one name, a region of several zones, several
    /// places in one cell.
    pub fn is_ambiguous(&self) -> bool {
        matches!(
            self.reason,
            Reason::Ambiguous
                | Reason::SeveralZones(_)
                | Reason::SeveralPlaces
                | Reason::SeveralTimes
                | Reason::Range(_)
                | Reason::Seasonal
                | Reason::Contradiction
        )
    }

    /// Whether the label gives an offset that is not kept in the zone that it names.
    pub(crate) fn is_contradiction(&self) -> bool {
        self.reason == Reason::Contradiction
    }

    /// Whether there is no label at all.
    pub fn is_empty(&self) -> bool {
        self.reason == Reason::Empty
    }

    /// Whether the label is a zone that cannot be used: an offset not in use on Earth, damaged rules.
    pub fn is_unusable(&self) -> bool {
        matches!(self.reason, Reason::Unusable(_))
    }

    /// The ranges of offsets that the label may be, where it is one: `CET +/- 2h`.
    pub fn offsets(&self) -> &[OffsetRange] {
        match &self.reason {
            Reason::Range(ranges) => ranges,
            _ => &[],
        }
    }

    /// The hours that stand beside the place, where that is what is wrong: `14-22` of `Lima 14-22`.
    pub fn hours(&self) -> Option<&str> {
        match &self.reason {
            Reason::WithHours(hours) => Some(hours),
            _ => None,
        }
    }

    /// What may have been meant, likeliest first.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What to write instead.
    pub fn help(&self) -> String {
        match (&self.reason, self.candidates.is_empty()) {
            (Reason::Unusable(_), _) => format!("write {EXAMPLE}"),
            (Reason::Nowhere | Reason::SeveralTimes, _) => format!("write where the person works: {EXAMPLE}"),
            (Reason::Range(ranges), _) => format!(
                "write where the person works: {EXAMPLE}; where anybody in a range may work, ask `fit` or \
                `regions` \
                 with --offsets {}",
                self::ranges(ranges)
            ),
            (Reason::WithHours(hours), _) => format!("write the hours into a column `hours`: {hours}"),
            (Reason::SeveralPlaces, _) => {
                format!("write one place a row; rows with the same e-mail are one person: {}", self.ids())
            }
            // `EET-1`
            (Reason::Contradiction, false) if is_counted_from(&self.label) => format!(
                "write {} if its own time is meant, or an offset alone, such as UTC+1; hours are counted from UTC and \
                 from Moscow's time alone (MSK+2)",
                self.ids()
            ),
            (Reason::Unknown, true) if is_declined(&self.label) => {
                format!(
                    "write the place alone and as a map names it, such as \u{41c}\u{43e}\u{441}\u{43a}\u{432}\u{430} or Praha, or {EXAMPLE}"
                )
            }
            (_, true) => {
                format!("write {EXAMPLE}; an offset such as UTC+5:30 works too, but follows no clock changes")
            }
            _ => format!("write {}", self.ids()),
        }
    }

    /// `A`, `A or B`, `A, B or C`.
    fn ids(&self) -> String {
        let mut ids: Vec<String> = Vec::new();
        for candidate in &self.candidates {
            if !ids.contains(&candidate.zone) {
                ids.push(candidate.zone.clone());
            }
        }
        listed(&ids)
    }

    /// The candidates as `India (Asia/Kolkata)`.
    fn described(&self) -> String {
        let describe =
            |c: &Candidate| if c.is_plain() { c.zone.clone() } else { format!("{} ({})", c.label, c.zone) };
        listed(&self.candidates.iter().map(describe).collect::<Vec<_>>())
    }
}

#[cfg(feature = "places")]
const EXAMPLE: &str = "a city such as `Bristol, UK` or an IANA id such as Europe/Berlin";
#[cfg(not(feature = "places"))]
const EXAMPLE: &str = "an IANA id such as Europe/Berlin";

impl Candidate {
    /// Whether the label says no more than the id.
    fn is_plain(&self) -> bool {
        self.zone.rsplit('/').next().is_some_and(|last| last.replace('_', " ") == self.label)
    }
}

/// Whether a number of hours stands behind letters: `BRT-1`.
fn is_counted_from(label: &str) -> bool {
    let name = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':');
    let letters = name.trim_end_matches(['+', '-', '\u{2212}']);
    name.len() < label.len()
        && letters.len() < name.len()
        && !letters.is_empty()
        && letters.chars().all(char::is_alphabetic)
}

/// Whether a preposition of a Slavic language stands in a label: names behind it have another ending.
fn is_declined(label: &str) -> bool {
    const PREPOSITIONS: [&str; 12] = [
        "\u{432}",
        "\u{432}\u{43e}",
        "\u{438}\u{437}",
        "\u{43d}\u{430}",
        "\u{443}",
        "\u{437}",
        "w",
        "we",
        "v",
        "ve",
        "z",
        "ze",
    ];
    label.to_lowercase().split(' ').rev().skip(1).any(|word| PREPOSITIONS.contains(&word))
}

/// `-8..-2`, `-8..-2 or +7..+13`.
fn ranges(ranges: &[OffsetRange]) -> String {
    Listed::new(ranges, " or ").to_string()
}

/// Of many the first: one more is not worth a count.
fn listed(items: &[String]) -> String {
    let most = if items.len() > MOST_LISTED + 1 { MOST_LISTED } else { items.len() };
    Listed::new(items, " or ").first(most).to_string()
}

impl fmt::Display for PlaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let label = &self.label;
        match &self.reason {
            Reason::Empty => f.write_str("no time zone"),
            Reason::Unknown if self.candidates.is_empty() => write!(f, "unknown zone `{label}`"),
            Reason::Unknown => write!(f, "unknown zone `{label}` — did you mean {}?", self.described()),
            Reason::Ambiguous => write!(f, "`{label}` may be {}", self.described()),
            Reason::Nowhere => write!(f, "`{label}` is no place with one time zone"),
            Reason::SeveralZones(region) if region == label => {
                write!(f, "{region} keeps several times: {}", self.described())
            }
            Reason::SeveralZones(region) => {
                write!(f, "`{label}`: {region} keeps several times: {}", self.described())
            }
            Reason::SeveralPlaces => write!(f, "`{label}` names several places: {}", self.described()),
            Reason::WithHours(_) => write!(f, "`{label}` holds hours beside the place"),
            Reason::SeveralTimes => write!(f, "`{label}` names several times, or a range of them"),
            Reason::Range(ranges) => {
                write!(f, "`{label}` is a range of offsets ({}), and no place", self::ranges(ranges))
            }
            Reason::Seasonal => write!(
                f,
                "`{label}` gives the offset of a season, and clocks that go forward in summer keep several; \
                it may be {}",
                self.described()
            ),
            Reason::Contradiction => {
                write!(
                    f,
                    "`{label}` contradicts itself: it gives another time than that of {}",
                    self.described()
                )
            }
            Reason::Unusable(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for PlaceError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_candidates_the_first_are_listed() {
        let listed = |count: usize| listed(&(0..count).map(|item| format!("<{item}>")).collect::<Vec<_>>());
        let shown = |count: usize| listed(count).matches('<').count();
        assert_eq!((shown(1), shown(MOST_LISTED + 1)), (1, MOST_LISTED + 1));
        assert_eq!((shown(MOST_LISTED + 2), shown(100)), (MOST_LISTED, MOST_LISTED));
    }
}
