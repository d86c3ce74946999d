//! A rotation as a page.

use std::collections::BTreeMap;
use std::io;

use tzplan::meeting::{Entry, Meetings, Slot};
use tzplan::{PreparedTeam, ScheduleId};

use super::{RotationDocument, Turns};
use crate::text::table::{Align, Table};
use crate::text::{Page, head};
use crate::words::cost::asked_in_words;
use crate::words::crowds::Crowds;
use crate::words::dates::{self, Dates, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::slots::{clock_of, spoken};

/// The most rows of the ledger.
const MOST_ROWS: usize = 40;
/// The most people named in a week.
const MOST_ASKED: usize = 6;
/// Columns of a name.
const NAME: usize = 24;

pub(super) fn print(document: &RotationDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RotationDocument { prepared, meetings, ref turns, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let rotation = turns.rotation;
    let weeks = counted(rotation.weeks.len() as u64, "WEEK", "WEEKS");
    page.title(&Text::new(Ink::Strong, format!("ROTATION OVER {weeks}")))?;
    page.paragraph(2, &summary(meetings, turns).into())?;
    page.blank()?;
    let (dates, crowds) = (Dates::of(prepared.horizon()), Crowds::of(meetings, prepared.team()));
    let mut table = Table::default();
    for head in ["", "costs whom"] {
        table.column(head, Align::Left);
    }
    let room = page.names().room(page.width().saturating_sub(30).max(24));
    for week in &rotation.weeks {
        let asked = asked_in_words(&crowds, week, MOST_ASKED, page.names());
        let asked = if asked.is_empty() { "nobody".to_owned() } else { asked.join(", ") };
        let slot = Slot::once(week.occurrence.date, week.slot.time);
        table.row(vec![vec![spoken(slot, &dates).into()], Text::from(asked).wrapped(room)]);
    }
    table.print(page, 0)?;
    page.blank()?;
    ledger(page, prepared, turns)
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
        "{kind} {misses}. Nobody works more than {} longer in all, {night}{carried}: {best}. Together they work {} \
         longer. No meeting asks anybody for more than {} or for a later hour than the best single slot.",
        long(rotation.largest),
        long(rotation.total),
        rotation.limit.stretch,
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
        let others = if alike.len() > 1 { format!(" +{}", alike.len() - 1) } else { String::new() };
        let cells = [
            format!("  {}{others}", page.names().fit(&(turns.who)(entry.member.index()).name, NAME)),
            long(entry.carried),
            long(entry.after() - entry.carried),
            long(entry.after()),
            long(entry.night_after()),
            dates::number(entry.missed() as u64),
        ];
        table.row(cells.map(|cell| vec![Text::from(cell)]).into());
    }
    table.print(page, 0)?;
    if rows.len() > MOST_ROWS {
        let left = counted((rows.len() - MOST_ROWS) as u64, "more row", "more rows");
        page.line(&Text::new(Ink::Faint, format!("  … and {left}")))?;
    }
    Ok(())
}
