//! Holidays and days off by name.

use chrono::{Datelike, NaiveDate};
use tzplan::absence::Absence;
use tzplan::days_off::DaysOff;

use crate::chart::rows::{MOST_NAMED, name_of};
use crate::html::rich::{self, Rich};
use crate::view::View;
use crate::words::dates;
use crate::words::people::and;
use crate::words::shown_of;

/// The most dates listed, and people named on one.
const MOST: usize = 80;
const MOST_PEOPLE: usize = 6;

/// The section.
pub(super) struct Off {
    pub(super) teaser: String,
    pub(super) rows: Vec<OffRow>,
    pub(super) left_out: Option<String>,
}

/// A date, or dates in turn on which the same is to be said.
pub(super) struct OffRow {
    pub(super) date: Rich,
    pub(super) names: Rich,
    pub(super) who: Rich,
}

impl Off {
    /// `None` where nobody is ever off.
    pub(super) fn of(view: &View<'_>, off: &DaysOff) -> Option<Self> {
        if off.dates.is_empty() {
            return None;
        }
        let shown = shown_of(off.dates.len(), MOST);
        let days: Vec<Day> = off.dates[..shown].iter().map(|date| Day::of(view, off, *date)).collect();
        let rows = days.chunk_by(|day, next| day.date.succ_opt() == Some(next.date) && day.is_like(next));
        let left = (off.dates.len() - shown) as u64;
        Some(Self {
            teaser: format!(
                "{} with somebody off",
                dates::counted(off.dates.len() as u64, "workday", "workdays")
            ),
            rows: rows.map(row).collect(),
            left_out: (left > 0).then(|| format!("And {} later.", dates::counted(left, "date", "dates"))),
        })
    }
}

/// Who is off on a date.
struct Day {
    date: NaiveDate,
    names: String,
    who: String,
}

impl Day {
    fn of(view: &View<'_>, off: &DaysOff, date: NaiveDate) -> Self {
        let absences = off.absences_on(date);
        let mut names: Vec<&str> = absences.iter().map(called).collect();
        names.sort_unstable();
        names.dedup();
        // Where days have several names, whose is whose.
        let who = |absence: &Absence| match names.len() {
            1 => named(view, absence),
            _ => format!("{} ({})", named(view, absence), called(absence)),
        };
        let who: Vec<String> = absences.iter().map(who).collect();
        let who = if who.len() > MOST_PEOPLE + 1 {
            format!("{} and more", who[..MOST_PEOPLE].join(", "))
        } else {
            and(&who)
        };
        Self { date, names: names.join(", "), who }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.names == other.names && self.who == other.who
    }
}

/// `Mon 28 Dec 2026`; of several dates in turn `Mon 28 Dec – Thu 31 Dec 2026`.
fn row(days: &[Day]) -> OffRow {
    let (first, last) = (&days[0], days[days.len() - 1].date);
    let full = format!("{} {}", last.weekday(), dates::full(last));
    let dates = match first.date {
        date if date == last => full,
        date => format!("{} {} – {full}", date.weekday(), dates::short(date)),
    };
    OffRow {
        date: rich::date(first.date, &dates),
        names: Rich::plain(&first.names),
        who: Rich::plain(&first.who),
    }
}

/// A day off that has no name is leave.
fn called(absence: &Absence) -> &str {
    absence.holiday.as_deref().unwrap_or("leave")
}

/// Those with one schedule: by name in a small team, else the first and how many they are.
fn named(view: &View<'_>, who: &Absence) -> String {
    let team = view.prepared.team();
    let Some(first) = team.member(who.first_member) else { return String::new() };
    if team.len() <= MOST_NAMED {
        let alike = team.members().filter(|member| member.schedule_id() == first.schedule_id());
        let alike = alike.filter(|member| view.prepared.is_required(*member));
        return and(&alike.map(name_of).collect::<Vec<_>>());
    }
    match who.members {
        1 => name_of(first),
        many => format!("{} in {}", dates::people(many as usize), crate::chart::rows::place_of(first)),
    }
}
