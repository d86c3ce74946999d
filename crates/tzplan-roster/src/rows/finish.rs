//! The end of a file: what is said of it as a whole, and the roster that was read.

use super::Rows;
use super::difference::nameless;
use super::register::{Namesakes, Registered};
use super::schedule::Schedules;
use super::written::SaidAnew;
use crate::assumption::Assumption;
use crate::columns::{ColumnUse, Field};
use crate::diagnostic::Diagnostic;
use crate::faults::{Fault, Found, Pointer, Spot};
use crate::roster::Roster;
use crate::wording::Quoted;

impl Rows<'_> {
    /// Ends the file whose header stood on a line.
    pub(crate) fn finish(mut self, header: u64) -> Roster {
        self.register.settle();
        self.report_differences(None);
        if self.rows == 0 {
            let fault = Fault::error(
                "no-rows",
                "there is a header but nobody below it",
                "write a line for every person",
            );
            self.found.faults.add(&fault, Spot::line(header), Pointer::default);
        }
        self.report_namesakes();
        for (index, fault) in self.schedules.clock_faults() {
            self.of_header(&fault, index, header);
        }
        for (index, fault) in self.unread.faults(&self.found.columns, &self.schedules.assumptions) {
            self.of_header(&fault, index, header);
        }
        for (index, fault) in self.other_places.faults(&self.found.columns) {
            self.of_header(&fault, index, header);
        }
        let zone_labels = self.schedules.zone_labels();
        let is_nameless = self.is_nameless();
        if let (Some(first), true) = (self.first_line, is_nameless) {
            let message = "no column names the people: rows are numbered".into();
            if let Some(place) = self.schedules.assumptions.place(("no-names", message)) {
                self.schedules.assumptions.count_rows(place, first, self.rows);
            }
        }
        let Schedules { written, assumptions, .. } = &mut self.schedules;
        let said_anew = self.register.join(written, assumptions);
        let assumptions = assumptions.take();
        let Found { mut diagnostics, errors, file_errors, left_out } = self.found.faults.finish();
        for SaidAnew { line, before, after } in said_anew {
            let is_it = |found: &&mut Diagnostic| found.row == line && found.message == before;
            diagnostics.iter_mut().filter(is_it).for_each(|found| found.message = after.clone());
        }
        let Registered { team, lines, further_rows, addresses, joined_teams } = self.register.finish();
        let joined_roles = std::mem::take(&mut self.role_labels.joined);
        let joined = [(joined_teams, "team"), (joined_roles, "role")];
        let has_blank_names = self.has_blank_names && !is_nameless;
        // First names are read with the surnames beside them.
        if let Some(column) = self.first_names.and_then(|index| self.found.columns.list.get_mut(index)) {
            column.usage = ColumnUse::Read(Field::Name);
        }
        // So are hours on another clock where the local ones are missing.
        for (index, field) in self.schedules.hours_read_elsewhere() {
            if let Some(column) = self.found.columns.list.get_mut(index) {
                column.usage = ColumnUse::Read(field);
            }
        }
        let mut roster = Roster {
            team,
            diagnostics,
            errors,
            left_out,
            rows: self.rows,
            bad_rows: self.bad_rows,
            file_errors,
            columns: self.found.columns.list,
            zone_labels,
            assumptions,
            holidays: self.holidays,
            lines,
            further_rows,
            addresses,
            ..Roster::default()
        };
        let joined =
            joined.into_iter().flat_map(|(joined, what)| joined.into_iter().map(move |one| (one, what)));
        roster.assumptions.extend(joined.map(|((other, first), what)| joined_label(&other, &first, what)));
        if has_blank_names {
            roster.assumptions.extend(unnamed(&roster));
        }
        roster
    }

    /// Warns of rows that follow one another with one name and one zone: without an address they are people
    /// of their own, and may have been meant as one.
    fn report_namesakes(&mut self) {
        let Namesakes { count, first: Some((name, line)) } = self.register.namesakes() else { return };
        let others = match count - 1 {
            0 => String::new(),
            1 => ", and so has 1 more row".to_owned(),
            more => format!(", and so have {more} more rows"),
        };
        let fault = Fault::warning(
            "same-name",
            format!(
                "{} has the name and the zone of the row before{others}: each row is a person",
                Quoted(name)
            ),
            "give rows that are one person the same address in a column `email`",
        );
        self.found.faults.add(&fault, Spot { value: name, ..Spot::line(*line) }, Pointer::default);
    }

    /// Whether no column names the people.
    fn is_nameless(&self) -> bool {
        !self.has_surnames && !self.has_names && self.found.columns.place(Field::Name).is_none()
    }

    /// Adds a fault of a header.
    fn of_header(&mut self, fault: &Fault, index: usize, line: u64) {
        let column = self.found.columns.header(index);
        let value = column.clone().unwrap_or_default();
        let spot = Spot { row: line, column, position: index, value: &value };
        self.found.faults.add(fault, spot, Pointer::default);
    }
}

/// That another spelling of a team or a role is the same one.
fn joined_label(other: &str, first: &str, what: &str) -> Assumption {
    let message = format!("{} is read as the {what} {}", Quoted(other), Quoted(first)).into();
    Assumption { code: "joined-label", message, rows: Vec::new(), count: 0 }
}

/// People who are called by their rows, where others have names.
fn unnamed(roster: &Roster) -> Option<Assumption> {
    let by_row = roster.team.members().filter_map(|member| {
        let called = Some(member.name()).filter(|name| name.starts_with("row "))?;
        let row = roster.row(member.index())?;
        let rest = called.strip_prefix(&*nameless(row))?;
        (rest.is_empty() || rest.starts_with(" (")).then_some(row)
    });
    let mut rows: Vec<u64> = by_row.collect();
    // A row may count several people.
    rows.dedup();
    let count = rows.len();
    rows.truncate(Assumption::MOST_ROWS);
    let message = "no name is given: the row is called by its number".into();
    (count > 0).then_some(Assumption { code: "no-names", message, rows, count })
}
