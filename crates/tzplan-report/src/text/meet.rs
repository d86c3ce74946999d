//! The page about recurring slots.

use std::io;

use tzplan::PreparedTeam;
use tzplan::meeting::{Burden, Cost, Demand, Meetings, SlotPlan};

use super::dates::{self, Dates, counted};
use super::ink::{Ink, Text};
use super::names::Names;
use super::page::Page;
use super::table::{Align, Cell, Table};
use super::{clean, clock, head, people};
use crate::{Context, Meeting};

/// The most people named in a row.
const MOST_NAMES: usize = 4;
/// Columns of a name.
const NAME: usize = 20;

pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    meetings: &Meetings<'_>,
    meeting: &Meeting<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    head::print(page, prepared, context)?;
    page.blank()?;
    let clean_slots = meeting.slots.iter().filter(|plan| plan.is_clean()).count();
    let anchor = clean::fit(&people::place(&meeting.anchor.name()), 24);
    let length = clock::words(meetings.duration());
    let (ink, heading) = match clean_slots {
        0 => (Ink::Bad, "NO SLOT IS CLEAN".to_owned()),
        some => (Ink::Good, counted(some as u64, "CLEAN SLOT", "CLEAN SLOTS")),
    };
    page.title(&Text::new(ink, heading))?;
    let kind = format!(
        "For {length} every week at a fixed time on {anchor}'s clock. In a clean slot nobody required ever misses the \
         meeting or works longer for it, through every clock change and day off."
    );
    page.paragraph(2, &kind.into())?;
    page.blank()?;
    table(prepared, meetings, meeting, page.names()).print(page, 0)?;
    if meeting.listed < meeting.slots.len() {
        let left = counted((meeting.slots.len() - meeting.listed) as u64, "more slot", "more slots");
        page.line(&Text::new(Ink::Faint, format!("… and {left} (--top N lists the best N)")))?;
    }
    Ok(())
}

fn table(prepared: &PreparedTeam<'_>, meetings: &Meetings<'_>, meeting: &Meeting<'_>, names: Names) -> Table {
    let mut table = Table::default();
    let columns =
        [("", Align::Left), ("missed", Align::Right), ("longest", Align::Right), ("costs whom", Align::Left)];
    columns.into_iter().for_each(|(head, align)| table.column(head, align));
    for plan in meeting.slots.iter().take(meeting.listed) {
        table.row(row(prepared, meetings, plan, names));
    }
    table
}

fn row(prepared: &PreparedTeam<'_>, meetings: &Meetings<'_>, plan: &SlotPlan, names: Names) -> Vec<Cell> {
    let Burden { missed, worst, .. } = plan.required;
    let ink = if plan.is_clean() { Ink::Good } else { Ink::Warn };
    let mark = if plan.is_clean() { "*" } else { " " };
    vec![
        vec![Text::new(ink, format!("{} {}{mark}", plan.slot.day, plan.slot.time_of_day()))],
        vec![dates::number(missed).into()],
        vec![worst.to_string().into()],
        costs(prepared, meetings, plan, names),
    ]
}

/// Whom it costs what, the dearest first: `Ana 0:30 from 28 Mar to 30 Oct`.
fn costs(prepared: &PreparedTeam<'_>, meetings: &Meetings<'_>, plan: &SlotPlan, names: Names) -> Cell {
    let dates = Dates::of(prepared.horizon());
    let mut all = meetings.costs(plan.slot);
    // Stable: in the order of schedules among equals.
    all.sort_by_key(|cost| std::cmp::Reverse((cost.demand, cost.occurrences)));
    if all.is_empty() {
        return vec!["nobody".into()];
    }
    let line = |cost: &Cost| {
        let mut with = prepared.team().members().filter(|member| member.schedule_id() == cost.schedule);
        let name = with.next().map_or(String::new(), |member| names.fit(member.name(), NAME));
        let others = with.count();
        let others = if others > 0 { format!(" +{}", dates::number(others as u64)) } else { String::new() };
        let what = match cost.demand {
            Demand::Missed => "misses it".to_owned(),
            Demand::Stretch(minutes) => format!("{} longer", tzplan::Minutes(minutes)),
        };
        Text::from(format!("{name}{others} {what} {}", dates.during(cost.first, cost.last)))
    };
    let shown = if all.len() <= MOST_NAMES + 1 { all.len() } else { MOST_NAMES };
    let mut lines: Cell = all[..shown].iter().map(line).collect();
    if shown < all.len() {
        let left = counted((all.len() - shown) as u64, "more cost", "more costs");
        lines.push(Text::new(Ink::Faint, format!("… and {left}")));
    }
    lines
}
