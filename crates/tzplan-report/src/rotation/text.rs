//! A rotation as a page.

use std::collections::BTreeMap;
use std::io;

use tzplan::meeting::{Entry, Meetings, Rotation, RotationWeek, Slot};
use tzplan::{PreparedTeam, ScheduleId};

use super::{RotationDocument, Turns};
use crate::text::table::{Align, Table};
use crate::text::{Page, head};
use crate::words::always;
use crate::words::cost::{name, outside_hours};
use crate::words::crowds::Crowds;
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::people::{Names, and};
use crate::words::slots::{clock_of, spoken};

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
    let weeks = counted(rotation.weeks.len() as u64, "WEEK", "WEEKS");
    page.title(&Text::new(Ink::Strong, format!("ROTATION OVER {weeks}{}", decided(rotation))))?;
    page.paragraph(2, &summary(meetings, turns).into())?;
    let slots = rotation.weeks.iter().map(|week| week.slot);
    if rotation.weeks.len() > 1 && slots.clone().zip(slots.skip(1)).all(|(one, next)| one == next) {
        let fairer = if rotation.exact { ": taking turns would be no fairer" } else { "" };
        page.paragraph(2, &format!("It is the same time every week{fairer}.").into())?;
    }
    let (dates, crowds) = (Dates::of(prepared.horizon()), Crowds::of(meetings, prepared.team()));
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

/// `: within everybody's hours`, `: nobody gives more than 2 h in all`.
fn decided(rotation: &Rotation) -> String {
    match (rotation.total, rotation.no_workday) {
        (0, 0) => ": within everybody's hours".to_owned(),
        (0, _) => ", on somebody's free days".to_owned(),
        _ => String::new(),
    }
}

/// What a week is for those whom it costs something, the dearest first, in their own time: `Olivia 02:15
/// (begins 6½ h before the day)`, `Maya 10:00 (off)`.
fn for_whom(meetings: &Meetings, crowds: &Crowds<'_>, week: &RotationWeek, names: Names) -> Text {
    let mut asked: Vec<_> = week.asked.iter().filter(|(_, asked)| !asked.is_nothing()).collect();
    // Stable: in the order of schedules among equals.
    asked.sort_by_key(|(_, asked)| std::cmp::Reverse(asked.dearness()));
    let off = meetings.off_on(&week.occurrence);
    let mut text = Text::default();
    for (schedule, asked) in asked.iter().take(MOST_ASKED) {
        let Some(at) = meetings.occurrence_for(&week.occurrence, *schedule) else { continue };
        text.plain(if text.is_empty() { "" } else { " · " });
        let day = if at.day == week.slot.day() { String::new() } else { format!("{} ", at.day) };
        text.plain(&format!("{} {day}{}", name(crowds, *schedule, names), at.time));
        let holiday = off.iter().find(|off| off.schedule == *schedule).and_then(|off| off.holiday.as_ref());
        let why = match holiday {
            Some(holiday) => format!("off: {}", names.fit(holiday, NAME)),
            None if asked.off => "off".to_owned(),
            None => outside_hours(asked, at.side, true),
        };
        text.push(Ink::Warn, &format!(" ({why})"));
    }
    if text.is_empty() {
        text.plain("within everybody's hours");
    } else if asked.len() > MOST_ASKED {
        text.plain(&format!(" · … and {} more", dates::number((asked.len() - MOST_ASKED) as u64)));
    } else {
        let mut others = week.asked.iter().filter(|(_, asked)| asked.is_nothing());
        let others = match (others.next(), others.next()) {
            (None, _) => return text,
            (Some((only, _)), None) => name(crowds, *only, names),
            _ => "the others".to_owned(),
        };
        text.push(Ink::Faint, &format!(" · within the hours of {others}"));
    }
    text
}

fn summary(meetings: &Meetings, turns: &Turns<'_>) -> String {
    let rotation = turns.rotation;
    let kind = format!(
        "For {}, one slot a week on {}'s clock, of {}.",
        length(meetings.duration()),
        clock_of(meetings),
        counted(turns.candidates as u64, "slot", "slots"),
    );
    let missed = rotation.no_workday + rotation.off;
    let misses = match missed {
        0 => "Nobody misses it".to_owned(),
        missed => format!("It is missed {}, which no rotation avoids", counted(missed, "time", "times")),
    };
    if rotation.total == 0 && missed == 0 {
        return format!("{kind} Nobody misses it or works longer for it.");
    }
    let carried = |entry: &Entry| entry.carried > 0 || entry.carried_night > 0;
    let carried = if turns.ledger.entries.iter().any(carried) { ", what they carry in included" } else { "" };
    let night = match rotation.largest_night {
        0 => "nobody at night".to_owned(),
        minutes => format!("nobody more than {} at night", long(minutes)),
    };
    let best = match (rotation.exact, rotation.bound) {
        (true, _) => "no rotation is fairer".to_owned(),
        (false, bound) => format!("the best found; none asks less than {}", long(bound)),
    };
    format!(
        "{kind} {misses}. Nobody works more than {} longer in all, {night}{carried}: {best}. Together \
         they work {} longer. No meeting asks anybody for more than {} or for a later hour than the best \
         single slot.",
        long(rotation.largest),
        long(rotation.total),
        length(rotation.limit.stretch),
    )
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
