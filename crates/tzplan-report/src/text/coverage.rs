//! Coverage: how much of the week somebody is at work, an ordinary week hour by hour, and the gaps.

use std::io;

use chrono::Weekday;
use tzplan::coverage::Coverage;
use tzplan::{Horizon, Minutes, PreparedTeam};

use super::home::Home;
use super::ink::{Ink, Text};
use super::page::Page;
use super::runs::runs;
use super::windows::{hours, rows};
use super::{dates, handoffs, head};
use crate::Context;
use crate::ordinary_week::{HOURS, ordinary};

/// The most rows of gaps.
const MOST_GAPS: usize = 20;
/// Where the hours of the week start.
const AFTER_DAY: usize = 6;

pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    coverage: &Coverage,
    context: Context<'_>,
) -> io::Result<()> {
    let horizon = prepared.horizon();
    head::print(page, prepared, context)?;
    let (covered, all) = coverage.covered();
    page.blank()?;
    // In tenths of a percent, rounded down: 100% is all of it.
    let tenths = u64::from(covered.get()) * 1000 / u64::from(all.get().max(1));
    let ink = if covered == all { Ink::Good } else { Ink::Warn };
    let share = if covered == all { "100".to_owned() } else { format!("{}.{}", tenths / 10, tenths % 10) };
    let mut line = Text::new(ink, format!("COVERED {share}%"));
    line.push(Ink::Strong, &format!(" of {}", hours(all)));
    page.title(&line)?;
    let gaps: Vec<_> = coverage.gaps().map(|gap| (gap.start, gap.end)).collect();
    let nobody = hours(Minutes(all.get() - covered.get()));
    let sentence = match gaps.len() {
        0 => "Somebody is at work around the clock, holidays and leave included.".to_owned(),
        gaps => format!("Nobody is at work for {nobody}, in {}.", dates::counted(gaps as u64, "gap", "gaps")),
    };
    let most = dates::people(coverage.most() as usize);
    page.paragraph(2, &Text::from(format!("{sentence} At most {most} at once.")))?;
    week(page, horizon, coverage)?;
    let mut runs = runs(gaps, horizon);
    if !runs.is_empty() {
        page.heading(&format!("Nobody at work, in {}", Home::of(horizon).time()))?;
        keep_longest(&mut runs);
        rows(page, prepared, &runs, MOST_GAPS, "gaps")?;
    }
    if let Some(text) = handoffs::line(prepared, page.names()) {
        page.blank()?;
        page.labelled("Hand-offs", &text)?;
    }
    Ok(())
}

/// Of many runs those with most minutes come first, in order of dates; the rest follows.
fn keep_longest(runs: &mut Vec<super::runs::Run>) {
    if runs.len() <= MOST_GAPS + 1 {
        return;
    }
    // Stable: order of dates among equals.
    runs.sort_by_key(|run| std::cmp::Reverse(run.minutes()));
    let rest = runs.split_off(MOST_GAPS);
    runs.sort_by_key(|run| run.first);
    runs.extend(rest);
}

/// The ordinary week: for each weekday and hour the fewest at work in that hour, in the middle one of its weeks.
fn week(page: &mut Page<'_>, horizon: &Horizon, coverage: &Coverage) -> io::Result<()> {
    page.heading(&format!("At work in an ordinary week, in {}", Home::of(horizon).time()))?;
    page.drawing(|page| grid(page, &ordinary(horizon, coverage)))
}

/// A line for each weekday.
fn grid(page: &mut Page<'_>, usual: &[Option<u32>]) -> io::Result<()> {
    let cell = ((page.width() - AFTER_DAY) / HOURS).min(5);
    let mut axis = Text::default();
    for hour in (0..HOURS).step_by(3) {
        axis.pad_to(AFTER_DAY + hour * cell + cell - hour.to_string().len());
        axis.push(Ink::Faint, &hour.to_string());
    }
    page.line(&axis)?;
    let unit = unit(usual.iter().flatten().max().copied().unwrap_or(0), cell - 1);
    for (day, hours) in usual.chunks(HOURS).enumerate() {
        let weekday = Weekday::try_from(day as u8).unwrap_or(Weekday::Mon);
        let mut line = Text::from(format!("  {weekday} "));
        for count in hours {
            let (ink, text) = match count {
                None => (Ink::Plain, String::new()),
                Some(0) => (Ink::Bad, "·".to_owned()),
                Some(few) if *few < unit => (Ink::Good, "<".to_owned()),
                Some(count) => (Ink::Good, (count / unit).to_string()),
            };
            line.plain(&" ".repeat(cell - text.chars().count()));
            line.push(ink, &text);
        }
        page.line(&line)?;
    }
    let number = dates::number(unit.into());
    let scale =
        if unit > 1 { format!("   in units of {number}, < fewer than {number}") } else { String::new() };
    page.line(&Text::new(Ink::Faint, format!("      · nobody{scale}")))
}

/// The power of ten in which counts up to this many take so many digits.
fn unit(most: u32, digits: usize) -> u32 {
    (0..10).map(|power| 10_u32.pow(power)).find(|unit| (most / unit).to_string().len() <= digits).unwrap_or(1)
}
