//! Columns that say where else somebody is than the zone that is read: a contradiction, or a journey.

use std::fmt::Write;

use rustc_hash::FxHashMap;
use tzplan::Zone;

use super::about_when::{self, When};
use super::other_offset::seconds;
use super::weekdays;
use super::zone_label::{Trial, ZoneLabels};
use crate::cells::Cells;
use crate::columns::{Columns, Field, OtherPlace};
use crate::faults::Fault;
use crate::text::shorten;
use crate::wording::Listed;

/// So many people are named for each column.
const MOST_NAMES: usize = 3;
/// So much of a name or a cell is shown.
const LONGEST_SHOWN: usize = 60;
/// Longer cells name no place.
const LONGEST_CELL: usize = 200;
/// So many distinct cells are remembered for each column; others are looked at each time.
const MOST: usize = 65_536;

/// Such columns, and the people who are somewhere else there.
pub(super) struct OtherPlaces {
    columns: Vec<OtherColumn>,
    /// The columns that are read, or held against one another.
    read: Vec<usize>,
}

struct OtherColumn {
    index: usize,
    kind: OtherPlace,
    /// Whether a cell differs, by schedule.
    known: FxHashMap<Box<str>, FxHashMap<usize, bool>>,
    people: Vec<String>,
    count: usize,
}

impl OtherPlaces {
    pub(super) fn of(columns: &Columns) -> Self {
        let column = |(index, kind)| OtherColumn {
            index,
            kind,
            known: FxHashMap::default(),
            people: Vec::new(),
            count: 0,
        };
        let others: Vec<OtherColumn> = columns.other_places().into_iter().map(column).collect();
        let read = Field::OF_PLACES.iter().filter_map(|field| columns.place(*field));
        let read = read.filter(|index| others.iter().all(|other| other.index != *index)).collect();
        Self { columns: others, read }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Looks at the cells of a row whose schedule at a place is that of somebody at `home`.
    pub(super) fn look_at(
        &mut self,
        cells: Cells<'_>,
        schedule: usize,
        home: &Zone,
        zones: &mut ZoneLabels<'_>,
        called: impl Fn() -> String,
    ) {
        for column in &mut self.columns {
            let cell = cells.text(column.index).trim();
            // What is read says it itself.
            let is_said = || self.read.iter().any(|index| cells.text(*index).trim() == cell);
            if cell.is_empty() || cell.len() > LONGEST_CELL || is_said() {
                continue;
            }
            let known = column.known.get(cell).and_then(|known| known.get(&schedule)).copied();
            let differs = known.unwrap_or_else(|| {
                let differs = column.kind.differs(cell, home, zones);
                if column.known.len() < MOST {
                    column.known.entry(cell.into()).or_default().insert(schedule, differs);
                }
                differs
            });
            if !differs {
                continue;
            }
            column.count += 1;
            if column.people.len() < MOST_NAMES {
                let mut person = shorten(&called(), LONGEST_SHOWN).into_owned();
                let _ = write!(person, " ({})", shorten(cell, LONGEST_SHOWN));
                column.people.push(person);
            }
        }
    }

    /// The warnings, with the places of the columns.
    pub(super) fn faults(&self, columns: &Columns) -> Vec<(usize, Fault)> {
        let told = self.columns.iter().filter(|column| column.count > 0);
        told.map(|column| (column.index, column.fault(&columns.header(column.index).unwrap_or_default())))
            .collect()
    }
}

impl OtherPlace {
    /// Whether a cell says something else than the zone of somebody at `home`.
    fn differs(self, cell: &str, home: &Zone, zones: &mut ZoneLabels<'_>) -> bool {
        let elsewhere = |zones: &mut ZoneLabels<'_>| match zones.try_beside(cell) {
            Some(Trial::Place(other, _) | Trial::Time(other)) => Some(match other.fixed_offset_seconds() {
                // `UTC` of somebody in London is that of the winter.
                Some(seconds) => !zones.has_offset(home, seconds),
                None => !zones.agree(home, &other),
            }),
            Some(Trial::Ambiguous(several)) => Some(zones.none_agrees(home, &several).is_some()),
            _ => None,
        };
        if is_range(cell) || tzplan::hours::parse_hours(cell).is_ok() {
            return false;
        }
        match self {
            Self::Place => elsewhere(zones) == Some(true),
            Self::Offset => {
                let seconds = seconds(cell);
                let is_kept = seconds.iter().any(|seconds| zones.has_offset(home, *seconds));
                if seconds.is_empty() { elsewhere(zones) == Some(true) } else { !is_kept }
            }
            Self::Travel => {
                let is_none =
                    weekdays::says(cell) == Some(false) || about_when::read(cell, None) == Some(When::Open);
                !is_none && cell.contains(char::is_alphanumeric) && elsewhere(zones) != Some(false)
            }
        }
    }
}

/// Whether a dash stands behind a digit: hours (`9\u{2013}5`, `04:30-12:30`), or dates. No offset has one.
fn is_range(cell: &str) -> bool {
    let shown: Vec<char> = cell.chars().filter(|c| !c.is_whitespace()).collect();
    let is_dash = |c| matches!(c, '-' | '~' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{301c}' | '\u{ff5e}');
    shown.windows(2).any(|pair| pair[0].is_numeric() && is_dash(pair[1]))
}

impl OtherColumn {
    fn fault(&self, header: &str) -> Fault {
        let people = Listed::new(&self.people, " and ").out_of(self.count);
        let (counts, is_one) = if self.count == 1 { ("counts", true) } else { ("count", false) };
        match self.kind {
            OtherPlace::Place | OtherPlace::Offset => Fault::warning(
                "unread-place",
                format!(
                    "`{header}` is not read: it puts {people} on {}, which {}",
                    if is_one {
                        "another clock than the zone that is read"
                    } else {
                        "other clocks than the zones that are read"
                    },
                    if is_one { "holds" } else { "hold" },
                ),
                "correct whichever is wrong",
            ),
            OtherPlace::Travel => Fault::warning(
                "unread-travel",
                format!("`{header}` is not read: {people} {counts} as at home on all dates"),
                "write stays with their dates behind the zone, as in Europe/Berlin; Asia/Tokyo from \
                 2027-02-01 to 2027-03-15",
            ),
        }
    }
}
