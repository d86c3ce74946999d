//! What was read.

use std::sync::Arc;

use tzplan::{Team, Zone};

use crate::columns::{Column, ColumnUse};
use crate::delimited::Separator;
use crate::diagnostic::{Diagnostic, Faults};
use crate::places::How;

/// A roster as read: the team, what is wrong with the file, and how it was understood.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Roster {
    /// The members of all rows without an error, in file order.
    pub team: Team,
    /// What was found, by row, then column.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are, those beyond [`ReadOptions::most_diagnostics`](crate::ReadOptions) included.
    pub errors: usize,
    /// How many diagnostics were found but are not among `diagnostics`; 0 unless there are very many.
    pub left_out: usize,
    /// Rows that hold anything, the header not counted.
    pub rows: usize,
    /// Those of them that have an error and make no member.
    pub bad_rows: usize,
    /// Errors that are not those of single rows: in the header, or of the file as a whole.
    pub file_errors: usize,
    /// What separates cells; `None` when there is no header.
    pub separator: Option<Separator>,
    /// The columns, in file order.
    pub columns: Vec<Column>,
    /// How each distinct zone label was read, in the order of their first rows; at most
    /// [`MOST_ZONE_LABELS`](Self::MOST_ZONE_LABELS).
    pub zone_labels: Vec<ZoneLabel>,
    /// Where the lines of members do not follow one another: the member's index and its line.
    pub(crate) lines: Vec<(u32, u64)>,
    /// The lines of rows that belong to a member of a row before, in order, each with the member's index.
    pub(crate) further_lines: Vec<(u64, u32)>,
}

/// How one way to write a zone was read.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct ZoneLabel {
    /// The label, as in the first row that has it.
    pub label: Arc<str>,
    /// The zone.
    pub zone: Zone,
    /// How the label was read.
    pub how: How,
    /// How many rows have it, those with errors in other cells included.
    pub rows: usize,
}

impl Roster {
    /// The bound on [`zone_labels`](Self::zone_labels).
    pub const MOST_ZONE_LABELS: usize = 4096;

    pub(crate) fn unreadable(faults: Faults) -> Self {
        let (diagnostics, errors, left_out) = faults.finish();
        Self { diagnostics, errors, left_out, file_errors: errors, ..Self::default() }
    }

    /// Whether there is no error; there may be warnings.
    pub fn is_ok(&self) -> bool {
        self.errors == 0
    }

    /// The headers of columns that are not recognised, in file order.
    pub fn unknown_columns(&self) -> impl Iterator<Item = &str> {
        let unknown = self.columns.iter().filter(|column| column.usage == ColumnUse::Unknown);
        unknown.map(|column| &*column.header).filter(|header| !header.is_empty())
    }

    /// How many distinct schedules the members have.
    pub fn profiles(&self) -> usize {
        let mut used = vec![false; self.team.schedules().len()];
        for member in self.team.members() {
            used[member.schedule_id().index()] = true;
        }
        used.into_iter().filter(|used| *used).count()
    }

    /// The member that a row was read into, the further rows of one person included. Complexity: linear in the
    /// members.
    pub fn member_in_row(&self, row: u64) -> Option<usize> {
        let further =
            self.further_lines.iter().find(|(line, _)| *line == row).map(|(_, member)| *member as usize);
        further.or_else(|| (0..self.team.len()).find(|member| self.row(*member) == Some(row)))
    }

    /// The line of the file on which a member's first row starts, from 1; `None` when there is no such member.
    pub fn row(&self, member: usize) -> Option<u64> {
        if member >= self.team.len() {
            return None;
        }
        let after = self.lines.partition_point(|(first, _)| *first as usize <= member);
        let (first, line) = *self.lines.get(after.checked_sub(1)?)?;
        Some(line + (member - first as usize) as u64)
    }
}
