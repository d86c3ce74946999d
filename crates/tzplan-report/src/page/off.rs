//! Holidays and days off by name.

use chrono::Datelike;
use tzplan::days_off::{DaysOff, PeopleOff};

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

/// A date.
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
        let row = |date: &chrono::NaiveDate| {
            let names = off.names_on(*date).join(", ");
            let who: Vec<String> = off.on(*date).map(|who| named(view, who)).collect();
            let who = if who.len() > MOST_PEOPLE + 1 {
                format!("{} and more", who[..MOST_PEOPLE].join(", "))
            } else {
                and(&who)
            };
            OffRow {
                date: rich::date(*date, &format!("{} {}", date.weekday(), dates::full(*date))),
                names: Rich::plain(if names.is_empty() { "leave" } else { &names }),
                who: Rich::plain(&who),
            }
        };
        let left = (off.dates.len() - shown) as u64;
        Some(Self {
            teaser: format!(
                "{} with somebody off",
                dates::counted(off.dates.len() as u64, "workday", "workdays")
            ),
            rows: off.dates[..shown].iter().map(row).collect(),
            left_out: (left > 0).then(|| format!("And {} later.", dates::counted(left, "date", "dates"))),
        })
    }
}

/// Those with one schedule: by name in a small team, else the first and how many they are.
fn named(view: &View<'_>, who: &PeopleOff) -> String {
    let team = view.prepared.team();
    let Some(first) = team.member(who.first_member) else { return String::new() };
    if team.len() <= MOST_NAMED {
        let alike = team.members().filter(|member| member.schedule_id() == first.schedule_id());
        let alike = alike.filter(|member| view.prepared.is_required(*member));
        return and(&alike.map(name_of).collect::<Vec<_>>());
    }
    match who.members {
        1 => name_of(first),
        many => format!("{} in {}", dates::people(many), crate::chart::rows::place_of(first)),
    }
}
