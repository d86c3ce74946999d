//! A rotation as a page.

use std::collections::BTreeMap;
use std::io;

use tzplan::meeting::{Asked, Entry, Meetings, RotationWeek, Slot};
use tzplan::{PreparedTeam, ScheduleId};

use super::price::Price;
use super::{RotationDocument, Turns};
use crate::text::table::{Align, Table};
use crate::text::{Page, head};
use crate::words::always;
use crate::words::cost::{self, name};
use crate::words::crowds::Crowds;
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::long;
use crate::words::people::{Names, and};
use crate::words::slots::spoken;

/// The most rows of the ledger.
const MOST_ROWS: usize = 40;
/// The most people named in a week.
const MOST_ASKED: usize = 15;
/// Where the text behind a date starts.
const AFTER_DATE: usize = 21;
/// Columns of a name.
const NAME: usize = 80;
/// Columns of names in the ledger; lines break between words.
const NAMES: usize = 32;
/// This many who give the same are named in one row.
const MOST_ALIKE: usize = 3;

pub(super) fn print(document: &RotationDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RotationDocument { prepared, meetings, ref turns, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let rotation = turns.rotation;
    let (dates, crowds) = (Dates::of(prepared.horizon()), Crowds::of(meetings, prepared.team()));
    let price = Price { meetings, rotation, crowds: &crowds, names: page.names() };
    page.title(&price.title())?;
    page.paragraph(2, &price.kind(turns.candidates).into())?;
    if let Some(price) = price.beside_one_time() {
        page.paragraph(2, &Text::new(Ink::Strong, price))?;
    }
    page.paragraph(2, &price.summary(turns.ledger).into())?;
    if let Some(optional) = price.optional(prepared, turns.ledger) {
        page.paragraph(2, &Text::new(Ink::Warn, optional))?;
    }
    let slots = rotation.weeks.iter().map(|week| week.slot);
    // Otherwise the first line says so.
    let free = rotation.total == 0;
    if free && rotation.weeks.len() > 1 && slots.clone().zip(slots.skip(1)).all(|(one, next)| one == next) {
        let fairer = if rotation.exact { ": taking turns would be no fairer" } else { "" };
        page.paragraph(2, &format!("It is the same time every week{fairer}.").into())?;
    }
    if let Some(always) = always::sentence(rotation, &crowds, page.names()) {
        page.paragraph(2, &Text::new(Ink::Warn, format!("{always}.")))?;
    }
    page.blank()?;
    let mut before: Option<Text> = None;
    for week in &rotation.weeks {
        let slot = spoken(Slot::once(week.occurrence.date, week.slot.time), &dates);
        let told = for_whom(meetings, &crowds, week, page.names());
        match before.as_ref() == Some(&told) {
            true => page.item(&slot, AFTER_DATE, &Text::new(Ink::Faint, "as the time before"))?,
            false => page.item(&slot, AFTER_DATE, &told)?,
        }
        before = Some(told);
    }
    page.blank()?;
    ledger(page, prepared, turns)
}

/// What a week is for those whom it costs something, the dearest first, in their own time: `Olivia 02:15
/// (begins 6½ h before the day)`, `Maya 10:00 (off)`.
fn for_whom(meetings: &Meetings, crowds: &Crowds<'_>, week: &RotationWeek, names: Names) -> Text {
    let lasts = meetings.duration();
    let own = |schedule| meetings.occurrence_for(&week.occurrence, schedule);
    let costs = |schedule| own(schedule).is_some_and(|at| cost::of_time(&at, lasts).is_some());
    let told = |(schedule, asked): &&(ScheduleId, Asked)| asked.off || costs(*schedule);
    let mut asked: Vec<_> = week.asked.iter().filter(told).collect();
    // Stable: in the order of schedules among equals.
    asked.sort_by_key(|(_, asked)| std::cmp::Reverse(asked.dearness()));
    let off = meetings.off_on(&week.occurrence);
    let mut text = Text::default();
    for (schedule, asked) in asked.iter().take(MOST_ASKED) {
        let Some(at) = own(*schedule) else { continue };
        text.plain(if text.is_empty() { "" } else { " · " });
        let day = if at.day == week.slot.day() { String::new() } else { format!("{} ", at.day) };
        text.plain(&format!("{} {day}{}", name(crowds, *schedule, names), at.time));
        let holiday = off.iter().find(|off| off.schedule == *schedule).and_then(|off| off.holiday.as_ref());
        let why = match holiday {
            Some(holiday) => format!("off: {}", names.fit(holiday, NAME)),
            None if asked.off => "off".to_owned(),
            None => cost::of_time(&at, lasts).unwrap_or_default(),
        };
        text.push(Ink::Warn, &format!(" ({why})"));
    }
    if text.is_empty() {
        text.plain("within everybody's hours");
    } else if asked.len() > MOST_ASKED {
        text.plain(&format!(" · … and {} more", dates::number((asked.len() - MOST_ASKED) as u64)));
    } else {
        let mut others = week.asked.iter().filter(|one| !told(one));
        let others = match (others.next(), others.next()) {
            (None, _) => return text,
            (Some((only, _)), None) => name(crowds, *only, names),
            _ => "the others".to_owned(),
        };
        text.push(Ink::Faint, &format!(" · within the hours of {others}"));
    }
    text
}

/// Those of one schedule who carry the same are one row.
fn ledger(page: &mut Page<'_>, prepared: &PreparedTeam, turns: &Turns<'_>) -> io::Result<()> {
    let mut rows: BTreeMap<(std::cmp::Reverse<u64>, ScheduleId, u64, u64), Vec<&Entry>> = BTreeMap::new();
    for entry in &turns.ledger.entries {
        let Some(member) = prepared.team().member(entry.member) else { continue };
        let key =
            (std::cmp::Reverse(entry.after()), member.schedule_id(), entry.carried, entry.carried_night);
        rows.entry(key).or_default().push(entry);
    }
    let mut table = Table::default();
    table.column("Ledger", Align::Left);
    for head in ["carried in", "these weeks", "in all", "at night", "missed"] {
        table.column(head, Align::Right);
    }
    for alike in rows.values().take(MOST_ROWS) {
        let entry = alike[0];
        let names: Vec<String> = alike
            .iter()
            .take(MOST_ALIKE)
            .map(|entry| page.names().fit(&(turns.who)(entry.member.index()).name, NAME))
            .collect();
        let names = match alike.len() {
            few if few <= MOST_ALIKE => and(&names),
            many => format!("{} and {} like them", names[0], dates::number(many as u64 - 1)),
        };
        let who = page.names().flowed(names, NAMES).into_iter().map(|line| {
            let mut indented = Text::from("  ");
            indented.append(&line);
            indented
        });
        let figures = [
            long(entry.carried),
            long(entry.after() - entry.carried),
            long(entry.after()),
            long(entry.night_after()),
            dates::number(entry.missed() as u64),
        ];
        let figures = figures.map(|cell| vec![Text::from(cell)]);
        table.row(std::iter::once(who.collect()).chain(figures).collect());
    }
    table.print(page, 0)?;
    if rows.len() > MOST_ROWS {
        let left = counted((rows.len() - MOST_ROWS) as u64, "more row", "more rows");
        page.line(&Text::new(Ink::Faint, format!("  … and {left}")))?;
    }
    Ok(())
}
