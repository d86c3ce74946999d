//! Columns that are not read and say whether somebody is there, or how much of the week they work.

use std::fmt::Write;

use chrono::NaiveDate;

use super::amount::{Amount, works_more};
use crate::cells::Cells;
use crate::columns::{ColumnUse, Columns, OfPeople, of_people};
use crate::faults::Fault;
use crate::rows::left::has_left;
use crate::rows::{date_range, weekdays};
use crate::text::shorten;
use crate::wording::Listed;

/// So many people are named for each column.
const MOST_NAMES: usize = 3;
/// Cells that are longer say nothing of the kind.
const LONGEST_CELL: usize = 60;

/// Such columns, and the people of whom they say something that is not counted.
pub(super) struct PeopleColumns {
    columns: Vec<PeopleColumn>,
    /// The first date that is planned, and the first behind them.
    planned: Option<(NaiveDate, NaiveDate)>,
}

struct PeopleColumn {
    index: usize,
    kind: OfPeople,
    /// What is said, by kind: somebody has left, leaves, joins, works less.
    said: [Said; 4],
}

/// The first people of whom something is said, each with the cell, and how many there are.
#[derive(Default)]
struct Said {
    people: Vec<String>,
    count: usize,
}

/// What a cell says of somebody.
#[derive(Clone, Copy)]
enum News {
    Left,
    Leaves,
    Joins,
    WorksLess,
}

impl PeopleColumns {
    pub(super) fn of(columns: &Columns, planned: Option<(NaiveDate, NaiveDate)>) -> Self {
        let unread = columns.list.iter().enumerate().filter(|(_, column)| column.usage == ColumnUse::Unknown);
        let columns = unread.filter_map(|(index, column)| {
            let kind = of_people(&column.header)?;
            Some(PeopleColumn { index, kind, said: Default::default() })
        });
        Self { columns: columns.collect(), planned }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Whether a column says how much of a week people work.
    pub(super) fn measures(&self, index: usize) -> bool {
        let of_week = [OfPeople::DaysOfWeek, OfPeople::HoursOfWeek, OfPeople::Workload];
        self.columns.iter().any(|column| column.index == index && of_week.contains(&column.kind))
    }

    /// Looks at the cells of a row that works so much; `called` says what the person is called.
    pub(super) fn look_at(&mut self, cells: Cells<'_>, amount: Amount, called: impl Fn() -> String) {
        for PeopleColumn { index, kind, said } in &mut self.columns {
            let cell = cells.text(*index).trim();
            if cell.is_empty() || cell.len() > LONGEST_CELL {
                continue;
            }
            let Some(news) = news(*kind, cell, amount, self.planned) else { continue };
            let said = &mut said[news as usize];
            said.count += 1;
            if said.people.len() < MOST_NAMES {
                let mut person = shorten(&called(), LONGEST_CELL).into_owned();
                let _ = write!(person, " ({cell})");
                said.people.push(person);
            }
        }
    }

    /// The warnings, with the places of the columns.
    pub(super) fn faults(&self, columns: &Columns) -> Vec<(usize, Fault)> {
        let mut faults = Vec::new();
        for PeopleColumn { index, said, .. } in &self.columns {
            let header = columns.header(*index).unwrap_or_default();
            for (news, Said { people, count }) in ALL.into_iter().zip(said).filter(|(_, said)| said.count > 0)
            {
                let people = Listed::new(people, " and ").out_of(*count);
                faults.push((*index, self.fault(news, &header, &people.to_string(), *count)));
            }
        }
        faults
    }

    fn fault(&self, news: News, header: &str, people: &str, count: usize) -> Fault {
        let (do_count, are, leave) = match count {
            1 => ("counts", "is", "leaves"),
            _ => ("count", "are", "leave"),
        };
        let (from, to) = self.planned.unwrap_or_default();
        match news {
            News::Left => Fault::warning(
                "unread-status",
                format!("`{header}` is not read: {people} {do_count} as part of the team"),
                "take those who have left out of the file",
            ),
            News::Leaves => Fault::warning(
                "unread-leaving",
                format!("`{header}` is not read: {people} {do_count} as part of the team on all dates"),
                match self.planned {
                    Some(_) => format!(
                        "if it is the last day, take those who have left out of the file; of whoever {leave} write the \
                         days behind it into a column `off`, up to {}",
                        to.pred_opt().unwrap_or(to)
                    ),
                    None => "take those who have left out of the file; of others write the days behind the last one \
                             into a column `off`"
                        .to_owned(),
                },
            ),
            News::Joins => Fault::warning(
                "unread-joining",
                format!("`{header}` is not read: {people} {do_count} as part of the team from {from} on"),
                "if it is the first day, write the days before it into a column `off`, or take them out of the file",
            ),
            News::WorksLess => Fault::warning(
                "unread-workload",
                format!("`{header}` is not read: {people} {are} taken to work more than that"),
                "write the days that they work into a column `days`, and their hours into `hours`",
            ),
        }
    }
}

const ALL: [News; 4] = [News::Left, News::Leaves, News::Joins, News::WorksLess];

/// What a cell says; `None` where it changes nothing.
fn news(kind: OfPeople, cell: &str, amount: Amount, planned: Option<(NaiveDate, NaiveDate)>) -> Option<News> {
    match kind {
        OfPeople::Leaving => leaves(cell, planned),
        OfPeople::Joining => {
            let (from, _) = planned?;
            let date = date(cell, planned);
            // One that may be two dates is said.
            date.is_none_or(|date| date > from)
                .then_some(News::Joins)
                .filter(|_| looks_like_a_date(cell, planned))
        }
        OfPeople::Active => (weekdays::says(cell) == Some(false)).then_some(News::Left),
        OfPeople::Inactive if weekdays::says(cell) == Some(true) => Some(News::Left),
        OfPeople::Inactive => leaves(cell, planned),
        OfPeople::Terms if has_left(cell) => Some(News::Left),
        _ => works_more(kind, cell, amount).then_some(News::WorksLess),
    }
}

fn leaves(cell: &str, planned: Option<(NaiveDate, NaiveDate)>) -> Option<News> {
    if !looks_like_a_date(cell, planned) {
        return None;
    }
    let (date, end) = (date(cell, planned), planned.map(|(_, to)| to));
    let is_after = date.zip(end).is_some_and(|(date, end)| end.pred_opt().is_some_and(|last| date >= last));
    (!is_after).then_some(News::Leaves)
}

/// Whether a cell is a date, which may leave the year open, or may be one of two.
fn looks_like_a_date(cell: &str, planned: Option<(NaiveDate, NaiveDate)>) -> bool {
    match date_range::read(without_time(cell), planned.map(|(from, _)| from)) {
        Ok(dates) => dates.is_one,
        Err(fault) => matches!(fault.code, "ambiguous-date"),
    }
}

fn date(cell: &str, planned: Option<(NaiveDate, NaiveDate)>) -> Option<NaiveDate> {
    let dates = date_range::read(without_time(cell), planned.map(|(from, _)| from)).ok()?;
    Some(dates.first)
}

/// `2026-12-31T23:59:59Z` without the time.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((date, time)) if date.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit()) => date,
        _ => cell,
    }
}
