//! The dates on which clocks change, and what is shared from then on.

use chrono::NaiveDate;
use tzplan::stays::{LongStay, long_stays};

use crate::chart::day::{Day, Days};
use crate::chart::rows::{GroupKind, Row, Rows};
use crate::html::day;
use crate::html::rich::{self, Rich};
use crate::view::View;
use crate::words::people::{Names, and, stays};
use crate::words::shown_of;
use crate::words::{dates, length};

/// The most changes listed.
const MOST_CHANGES: usize = 40;
/// The most places named beside a change, and columns of one.
const MOST_PLACES: usize = 6;
const PLACE: usize = 48;

/// Dates from which other clocks hold.
pub(in crate::page) struct ChangeRow {
    pub(in crate::page) date: Rich,
    pub(in crate::page) clocks: Rich,
    pub(in crate::page) then: String,
}

/// The dates on which somebody's clock changes, and what is shared from then on.
pub(super) fn changes(view: &View<'_>, days: &Days) -> (Vec<ChangeRow>, Option<String>) {
    let pairs: Vec<_> = days.stretches.windows(2).filter(|pair| pair[0].1 != pair[1].1).collect();
    let shown = shown_of(pairs.len(), MOST_CHANGES);
    let away = long_stays(view.prepared);
    let row = |pair: &&[(NaiveDate, usize)]| {
        let (before, (date, after)) = (&days.days[pair[0].1], pair[1]);
        let after = &days.days[after];
        let then: Vec<String> = days
            .rows
            .groups
            .iter()
            .filter_map(|group| Some((group.kind, after.shared_by(group.kind)?)))
            .map(|(kind, shared)| match kind {
                GroupKind::Pod(place) => format!("pod {}: {}", place + 1, day::hours(shared)),
                _ => day::hours(shared),
            })
            .collect();
        ChangeRow {
            date: rich::date(date, &dates::full(date)),
            clocks: Rich::plain(&moved(view, &days.rows, &away, (before, after), date)),
            then: then.join("; "),
        }
    };
    let left = (pairs.len() - shown) as u64;
    let left_out = (left > 0).then(|| format!("And {} more.", dates::number(left)));
    (pairs[..shown].iter().map(row).collect(), left_out)
}

/// Where somebody with a long stay is on a date: `London`; `London → Tokyo` where they go on it.
fn place_on(view: &View<'_>, row: &Row, away: &[LongStay], date: NaiveDate) -> Option<String> {
    let member = view.prepared.team().member(*row.members.first()?)?;
    away.iter().find(|stay| stay.schedule == member.schedule_id())?;
    let on = |date: NaiveDate| Names::Cut.fit(&stays::place_on(view.prepared, member, date), PLACE);
    let (before, then) = (on(date.pred_opt().unwrap_or(date)), on(date));
    Some(if before == then { then } else { format!("{before} → {then}") })
}

/// `Berlin and London 1 h forward`.
fn moved(
    view: &View<'_>,
    rows: &Rows,
    away: &[LongStay],
    (before, after): (&Day, &Day),
    date: NaiveDate,
) -> String {
    let ahead = |row: &Row, day: &Day| view.prepared.week(row.profile, &day.piece).minutes_ahead();
    let of_row = |row: &Row| {
        let place = if row.place.is_empty() { &row.name } else { &row.place };
        let place = place_on(view, row, away, date).unwrap_or_else(|| place.clone());
        (ahead(row, after) - ahead(row, before), place)
    };
    let home = (after.ahead - before.ahead, view.home.place());
    let mut by: Vec<(i32, Vec<String>)> = Vec::new();
    for (minutes, place) in rows.all().map(of_row).chain([home]).filter(|(minutes, _)| *minutes != 0) {
        match by.iter_mut().find(|(known, _)| *known == minutes) {
            Some((_, places)) if places.contains(&place) => {}
            Some((_, places)) => places.push(place),
            None => by.push((minutes, vec![place])),
        }
    }
    if by.is_empty() {
        return "a clock on which hours are read".to_owned();
    }
    let told = by.into_iter().map(|(minutes, mut places)| {
        if places.len() > MOST_PLACES + 1 {
            let left = places.len() - MOST_PLACES;
            places.truncate(MOST_PLACES);
            places.push(format!("{left} more"));
        }
        let way = if minutes > 0 { "forward" } else { "back" };
        format!("{} {} {way}", and(&places), length::length(tzplan::Minutes(minutes.unsigned_abs())))
    });
    told.collect::<Vec<_>>().join("; ")
}
