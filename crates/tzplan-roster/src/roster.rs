//! What was read.

use std::sync::Arc;

use chrono::NaiveDate;
use tzplan::{PolicySettings, ScheduleId, Team, Zone};

use crate::assumption::Assumption;
use crate::columns::{Column, ColumnUse};
use crate::diagnostic::Diagnostic;
use crate::fast_path::MemberAddresses;
use crate::faults::{Fault, Faults, Found};
use crate::holidays::HolidayCalendar;
use crate::places::How;
use crate::separator::Separator;

/// A roster as read: the team, what is wrong with the file, and how it was understood.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Roster {
    /// The members of all rows without an error, in file order.
    pub team: Team,
    /// What was found, by row, then column.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are, those beyond [`ReadOptions::most_diagnostics`](crate::ReadOptions)
    /// included.
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
    /// The encoding that was taken for the text, such as `windows-1252`; `None` for UTF-8 and for workbooks.
    pub encoding: Option<&'static str>,
    /// The sheet of a workbook that was read.
    pub sheet: Option<Arc<str>>,
    /// The thresholds that the file carries (TOML and JSON).
    pub policy: PolicySettings,
    /// The columns, in file order; of JSON, TOML and YAML the keys, recognised ones first.
    pub columns: Vec<Column>,
    /// How each distinct zone label was read, in the order of their first rows; at most
    /// [`MOST_ZONE_LABELS`](Self::MOST_ZONE_LABELS).
    pub zone_labels: Vec<ZoneLabel>,
    /// What rows leave open, and how it was taken, in the order of the first rows.
    pub assumptions: Vec<Assumption>,
    /// The holiday calendars that rows name, in the order of their first rows.
    pub(crate) holidays: Vec<NamedCalendar>,
    /// Where the lines of members do not follow one another: the member's index and its line.
    pub(crate) lines: Vec<(u32, u64)>,
    /// Rows that belong to a member of a row before, in order.
    pub(crate) further_rows: Vec<FurtherRow>,
    pub(crate) addresses: MemberAddresses,
}

/// A row of somebody who has one before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FurtherRow {
    pub(crate) line: u64,
    pub(crate) member: u32,
    pub(crate) schedule: ScheduleId,
}

/// A calendar of public holidays and the first row that names it.
#[derive(Clone, Debug)]
pub(crate) struct NamedCalendar {
    pub(crate) calendar: Arc<HolidayCalendar>,
    /// Says nothing yet.
    pub(crate) at: Diagnostic,
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

    /// A roster with nothing but what is wrong with the file.
    pub(crate) fn unreadable(faults: Faults) -> Self {
        let Found { diagnostics, errors, file_errors, left_out } = faults.finish();
        Self { diagnostics, errors, file_errors, left_out, ..Self::default() }
    }

    /// The roster of a file that cannot be read for this fault.
    pub(crate) fn refused(mut faults: Faults, fault: &Fault) -> Self {
        faults.of_file(fault);
        Self::unreadable(faults)
    }

    /// Says that the text was decoded.
    pub(crate) fn in_encoding(mut self, file: &str, encoding: &'static str) -> Self {
        let mut faults = Faults::new(file, 1);
        let message: Arc<str> = format!("the file is not in UTF-8 and was read as {encoding}").into();
        let help = "look whether names have the right letters, or save it in UTF-8 to be sure";
        faults.of_file(&Fault::note("encoding", message.clone(), help));
        self.diagnostics.splice(..0, faults.finish().diagnostics);
        self.assumptions.insert(0, Assumption { code: "encoding", message, rows: Vec::new(), count: 0 });
        self.encoding = Some(encoding);
        self
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

    /// The headers of columns that are not read, in file order: those that are not recognised, and those that
    /// another column says better.
    pub fn unused_columns(&self) -> impl Iterator<Item = &str> {
        let unused = self.columns.iter().filter(|column| !matches!(column.usage, ColumnUse::Read(_)));
        unused.map(|column| &*column.header).filter(|header| !header.is_empty())
    }

    /// The calendars of public holidays that rows name, in the order of their first rows.
    pub fn holidays(&self) -> impl Iterator<Item = &HolidayCalendar> {
        self.holidays.iter().map(|named| &*named.calendar)
    }

    /// Adds what there is to say about public holidays on the dates `[from, to)`: a warning for every
    /// calendar that has no answer for some of the years, and a note for every one with estimated dates. Once
    /// for a planning range.
    pub fn judge_holidays(&mut self, from: NaiveDate, to: NaiveDate) {
        let said = self.holidays.iter().flat_map(|named| {
            let faults = [unknown_years(&named.calendar, from, to), estimates(&named.calendar, from, to)];
            faults.into_iter().flatten().map(|fault| Diagnostic {
                code: fault.code,
                severity: fault.severity,
                message: fault.message,
                help: fault.help,
                ..named.at.clone()
            })
        });
        let said: Vec<Diagnostic> = said.collect();
        self.diagnostics.extend(said);
        // Stable: what was found in a cell while reading comes first.
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.row, diagnostic.record, diagnostic.position));
    }

    /// How many distinct schedules the members have.
    pub fn profiles(&self) -> usize {
        let mut used = vec![false; self.team.schedules().len()];
        for member in self.team.members() {
            used[member.schedule_id().index()] = true;
        }
        used.into_iter().filter(|used| *used).count()
    }

    /// The member that a row was read into, the further rows of one person included. Complexity: linear in
    /// the members.
    pub fn member_in_row(&self, row: u64) -> Option<usize> {
        // Both are in the order of lines.
        let further = self.further_rows.partition_point(|further| further.line < row);
        if let Some(further) = self.further_rows.get(further).filter(|further| further.line == row) {
            return Some(further.member as usize);
        }
        let (mut from, mut to) = (0, self.team.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if self.row(middle).is_some_and(|line| line < row) { from = middle + 1 } else { to = middle }
        }
        (self.row(from) == Some(row)).then_some(from)
    }

    /// The e-mail address of a member, in small letters; `None` where the file gives none.
    pub fn email(&self, member: usize) -> Option<&str> {
        self.addresses.of(member)
    }

    /// The line of the file on which a member's first row starts, from 1; `None` when there is no such
    /// member.
    pub fn row(&self, member: usize) -> Option<u64> {
        if member >= self.team.len() {
            return None;
        }
        let after = self.lines.partition_point(|(first, _)| *first as usize <= member);
        let (first, line) = *self.lines.get(after.checked_sub(1)?)?;
        Some(line + (member - first as usize) as u64)
    }
}

/// Years without an answer are not years without holidays.
fn unknown_years(calendar: &HolidayCalendar, from: NaiveDate, to: NaiveDate) -> Option<Fault> {
    let years: Vec<String> = calendar.unknown_years(from, to).iter().map(ToString::to_string).collect();
    let years = match years.as_slice() {
        [] => return None,
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first, .., last] => format!("{} years from {first} to {last}", years.len()),
    };
    let (code, name) = (calendar.code(), calendar.name());
    Some(Fault::warning(
        "holidays-unknown",
        format!("{name}: no public holidays are known for {years}, so that all days count as working days"),
        format!("write the dates that matter into a column `off`, or give an iCalendar file for {code}"),
    ))
}

fn estimates(calendar: &HolidayCalendar, from: NaiveDate, to: NaiveDate) -> Option<Fault> {
    let count = calendar.estimated().iter().filter(|date| (from..to).contains(*date)).count();
    (count > 0).then(|| {
        let dates = if count == 1 { "1 public holiday is" } else { &format!("{count} public holidays are") };
        Fault::note(
            "holidays-estimated",
            format!(
                "{}: {dates} on estimated dates, which are announced when they are near",
                calendar.name()
            ),
            "they may turn out to be a day or two earlier or later",
        )
    })
}
