//! Columns that are not read and say whether somebody is there, or how much of the week they work.

use std::fmt::Write;

use chrono::{Datelike, NaiveDate};
use tzplan::ClockTime;

use super::amount::{Amount, Compared, compared};
use super::news::{NEWS, News};
use super::notes::{is_away, speak_of_work};
use crate::cells::Cells;
use crate::columns::{ColumnUse, Columns, OfPeople, of_people};
use crate::faults::Fault;
use crate::rows::about_when::{self, When};
use crate::rows::left::has_left;
use crate::rows::weekdays;
use crate::text::shorten;
use crate::wording::Listed;

/// So many people are named for each column.
const MOST_NAMES: usize = 3;
/// Notes of so many rows are looked at.
const MOST_NOTES: usize = 10_000;
/// So much of a name or a cell is shown.
const LONGEST_SHOWN: usize = 60;
/// Cells that are longer say nothing of the kind.
const LONGEST_CELL: usize = 300;

/// Such columns, and the people of whom they say something that is not counted.
pub(super) struct PeopleColumns {
    columns: Vec<PeopleColumn>,
    /// The first date that is planned, and the first behind them.
    planned: Option<(NaiveDate, NaiveDate)>,
    /// In how many more rows notes are looked at.
    notes_left: usize,
}

struct PeopleColumn {
    index: usize,
    kind: OfPeople,
    /// What is said of people, by its kind.
    said: [Said; NEWS.len()],
    /// Whether a cell is a date: then other words are one, too.
    has_dates: bool,
}

/// The first people of whom something is said, each with the cell, and how many there are.
#[derive(Default)]
struct Said {
    people: Vec<String>,
    count: usize,
}

impl PeopleColumns {
    pub(super) fn of(columns: &Columns, planned: Option<(NaiveDate, NaiveDate)>) -> Self {
        let unread = columns.list.iter().enumerate().filter(|(_, column)| column.usage == ColumnUse::Unknown);
        let columns = unread.filter_map(|(index, column)| {
            let kind = of_people(&column.header)?;
            Some(PeopleColumn { index, kind, said: Default::default(), has_dates: false })
        });
        Self { columns: columns.collect(), planned, notes_left: MOST_NOTES }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// What a column says of people, if it does.
    pub(super) fn kind(&self, index: usize) -> Option<OfPeople> {
        self.columns.iter().find(|column| column.index == index).map(|column| column.kind)
    }

    /// Looks at the cells of a row that works so much; `called` says what the person is called.
    pub(super) fn look_at(&mut self, cells: Cells<'_>, amount: Amount, called: impl Fn() -> String) {
        for PeopleColumn { index, kind, said, has_dates } in &mut self.columns {
            let cell = cells.text(*index).trim();
            if cell.is_empty() || cell.len() > LONGEST_CELL {
                continue;
            }
            if *kind == OfPeople::Notes {
                let Some(left) = self.notes_left.checked_sub(1) else { continue };
                self.notes_left = left;
            }
            let (news, is_date) = news(*kind, cell, amount, self.planned);
            *has_dates |= is_date;
            let Some(news) = news else { continue };
            let said = &mut said[news as usize];
            said.count += 1;
            if said.people.len() < MOST_NAMES {
                let mut person = shorten(&called(), LONGEST_SHOWN).into_owned();
                let _ = write!(person, " ({})", shorten(cell, LONGEST_SHOWN));
                said.people.push(person);
            }
        }
    }

    /// The warnings, with the places of the columns.
    pub(super) fn faults(&self, columns: &Columns) -> Vec<(usize, Fault)> {
        let mut faults = Vec::new();
        for PeopleColumn { index, said, has_dates, .. } in &self.columns {
            let header = columns.header(*index).unwrap_or_default();
            let is_told = |news: News| *has_dates || !matches!(news, News::MayLeave | News::MayJoin);
            for (news, Said { people, count }) in NEWS.into_iter().zip(said) {
                if *count == 0 || !is_told(news) {
                    continue;
                }
                let people = Listed::new(people, " and ").out_of(*count);
                faults.push((*index, news.fault(&header, &people.to_string(), *count, self.planned)));
            }
        }
        faults
    }
}

/// What a cell says, nothing where that changes nothing; and whether it is a date.
fn news(
    kind: OfPeople,
    cell: &str,
    amount: Amount,
    planned: Option<(NaiveDate, NaiveDate)>,
) -> (Option<News>, bool) {
    let when = || about_when::read(cell, planned.map(|(from, _)| from));
    let is_date = |when: Option<When>| matches!(when, Some(When::Between(..)));
    match kind {
        OfPeople::Leaving => {
            let when = when();
            (leaves(when, cell, planned), is_date(when))
        }
        OfPeople::Joining => {
            let when = when();
            (joins(when, cell, planned), is_date(when))
        }
        OfPeople::Inactive if weekdays::says(cell) == Some(true) => (Some(News::Left), false),
        OfPeople::Inactive => {
            (leaves(when(), cell, planned).filter(|news| matches!(news, News::Leaves)), false)
        }
        OfPeople::Active => ((weekdays::says(cell) == Some(false)).then_some(News::Left), false),
        OfPeople::Terms if has_left(cell) => (Some(News::Left), false),
        // `t` and `f` under `status`, as SAP SuccessFactors has them.
        OfPeople::Terms if ["f", "false"].contains(&&*cell.to_lowercase()) => (Some(News::Left), false),
        OfPeople::Terms if is_away(cell) => (Some(News::IsAway), false),
        OfPeople::Notes => (speak_of_work(cell, planned.map(|(from, _)| from)).then_some(News::Noted), false),
        _ => {
            let news = compared(kind, cell, amount).map(|compared| match compared {
                Compared::Less => News::WorksLess,
                Compared::More => News::WorksMore,
                Compared::Unclear => News::WorksOtherwise,
            });
            (news, false)
        }
    }
}

fn leaves(when: Option<When>, cell: &str, planned: Option<(NaiveDate, NaiveDate)>) -> Option<News> {
    let last_planned = planned.and_then(|(_, to)| to.pred_opt());
    match when {
        // Nobody leaves before the last day that is planned.
        Some(When::Between(first, _)) if last_planned.is_some_and(|last| first >= last) => None,
        Some(When::Between(..) | When::Unclear) => Some(News::Leaves),
        Some(When::Open) => None,
        None => says_something(cell).then_some(News::MayLeave),
    }
}

fn joins(when: Option<When>, cell: &str, planned: Option<(NaiveDate, NaiveDate)>) -> Option<News> {
    let (from, _) = planned?;
    match when {
        // Of a year somebody may have come at its beginning.
        Some(When::Between(first, last)) if (first.month(), last.month()) == (1, 12) => {
            (first > from).then_some(News::Joins)
        }
        Some(When::Between(_, last)) => (last > from).then_some(News::Joins),
        Some(When::Unclear) => Some(News::Joins),
        Some(When::Open) => None,
        None => says_something(cell).then_some(News::MayJoin),
    }
}

/// Whether a cell has words, and no time of day.
fn says_something(cell: &str) -> bool {
    cell.contains(char::is_alphabetic) && cell.parse::<ClockTime>().is_err()
}
