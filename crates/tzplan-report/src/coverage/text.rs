//! Coverage: how much of the week somebody is at work, an ordinary week hour by hour, and the gaps.

use std::borrow::Cow;
use std::io;

use chrono::Weekday;
use tzplan::coverage::{Addition, Coverage, Crew, GapCause, ServiceCoverage, ServiceShare};
use tzplan::shift::CoverageMove;
use tzplan::{Horizon, PreparedTeam};

use super::clock_places::ClockPlaces;
use super::staffing::Staffing;
use super::{CoverageDocument, gaps, handoffs, moves, relays};
use crate::context::Context;
use crate::text::{Page, head};
use crate::words::dates::Dates;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::and;
use crate::words::{clock, dates};

/// Hours of a day.
const HOURS: usize = 24;
/// The most runs of ordinary weeks that are named.
const MOST_RUNS: usize = 3;
/// Thousandths of the service hours.
const WORTH_A_WEEKEND: u32 = 10;
/// Where the hours of the week start.
const AFTER_DAY: usize = 6;

pub(super) fn print(document: &CoverageDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let CoverageDocument { prepared, everybody, additions, places, moves, groups, context } = document;
    covered(page, everybody, &Steps { moves, additions: worth_telling(additions), places }, *context)?;
    let Some(groups) = groups else { return handed_on(page, prepared) };
    relays::print(page, groups, prepared.horizon())?;
    for group in groups.each() {
        let source = format!("{} · {}", context.source, group.name);
        page.blank()?;
        let context = Context { source: &source, changes: &[], ..*context };
        covered(page, &group.staffing, &Steps::default(), context)?;
        handed_on(page, group.staffing.crew.prepared())?;
    }
    Ok(())
}

/// What could be done to cover more.
#[derive(Default)]
struct Steps<'a> {
    moves: &'a [CoverageMove],
    additions: &'a [Addition],
    places: &'a [ClockPlaces],
}

/// How much of the service hours is covered, an ordinary week hour by hour, and the gaps with what makes
/// them.
fn covered(
    page: &mut Page<'_>,
    staffing: &Staffing<'_>,
    steps: &Steps<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let Staffing { crew, served, .. } = staffing;
    let (prepared, coverage) = (crew.prepared(), crew.coverage());
    let horizon = prepared.horizon();
    head::print(page, prepared, context)?;
    page.blank()?;
    let ink = if served.gaps.is_empty() { Ink::Good } else { Ink::Warn };
    let mut line = Text::new(ink, format!("COVERED {}", share(served.share())));
    line.push(Ink::Strong, &format!(" of {}", service(staffing)));
    page.title(&line)?;
    sentences(staffing, horizon).into_iter().try_for_each(|text| page.paragraph(2, &text))?;
    let moved = moves::step(steps.moves, staffing, prepared, page.names());
    could(page, moved, steps, context)?;
    week(page, crew, coverage)?;
    if !served.gaps.is_empty() {
        page.heading(&format!("{} at work, in {}", too_few(staffing), Home::of(horizon).time()))?;
        gaps::print(page, &served.gaps, prepared)?;
    }
    Ok(())
}

/// Whose day could be moved; then the one more person who would cover most, and, where moves do not cover
/// all, where such people live.
fn could(
    page: &mut Page<'_>,
    moved: Option<(Text, String)>,
    told: &Steps<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let is_all = told.moves.last().is_some_and(|last| last.thousandths == 1000);
    let mut steps: Vec<(Text, String)> = moved.into_iter().collect();
    // What covers most first.
    steps.extend(told.additions.iter().rev().map(|one| told.add(one)));
    if steps.is_empty() {
        return Ok(());
    }
    page.heading("You could")?;
    if let Some(best) = told.additions.last().filter(|_| !is_all) {
        steps.push(told.look(best, context));
    }
    for (number, (text, flag)) in (1..).zip(steps) {
        page.item(&format!("{number}"), 5, &text)?;
        if !flag.is_empty() {
            page.paragraph(5, &Text::new(Ink::Faint, flag))?;
        }
    }
    Ok(())
}

impl Steps<'_> {
    fn clock(&self, addition: &Addition) -> String {
        let known = self.places.iter().find(|places| places.is_of(addition.ahead));
        known.map_or_else(|| clock::offset(addition.ahead), ClockPlaces::spoken)
    }

    /// Where people live who would cover most.
    fn look(&self, best: &Addition, context: Context<'_>) -> (Text, String) {
        let mut look = Text::from("look where people keep the clock of ");
        look.plain(&self.clock(best));
        look.plain(" → ");
        look.push(Ink::Strong, "places, with what a hire there does to the team");
        let all = match self.places.iter().any(|places| places.is_of(best.ahead) && !places.is_populous) {
            true => " --all",
            false => "",
        };
        let flags = format!("--offsets {:+} --hours '{}'{all}", best.ahead / 60, best.hours);
        (look, context.next_step("regions", &flags))
    }

    /// `add somebody who works 09:00–17:00 Mon–Fri at UTC+10 (Brisbane) → 65.3% covered`, with the flag.
    fn add(&self, addition: &Addition) -> (Text, String) {
        let mut text = Text::new(Ink::Strong, "add somebody");
        let clock = self.clock(addition);
        text.plain(&format!(" who works {} at {clock} → ", clock::spoken(&addition.hours)));
        text.push(Ink::Strong, &format!("{} covered", percent(addition.thousandths)));
        let clock = clock::offset(addition.ahead).replace('−', "-");
        (text, format!("--add 'New={clock} {}'", addition.hours))
    }
}

/// The one more person on weekdays, and on other days where these cover at least a hundredth more: nobody
/// works at a weekend for less.
fn worth_telling(additions: &[Addition]) -> &[Addition] {
    match additions {
        [weekdays, any] if any.thousandths < weekdays.thousandths + WORTH_A_WEEKEND => &additions[..1],
        all => all,
    }
}

/// The hand-offs from one to the next.
fn handed_on(page: &mut Page<'_>, prepared: &PreparedTeam) -> io::Result<()> {
    let Some(text) = handoffs::line(prepared, page.names()) else { return Ok(()) };
    page.blank()?;
    page.labelled("Hand-offs", &text)
}

fn share(served: ServiceShare) -> String {
    percent(served.thousandths())
}

/// `64.3%`: rounded down, so that 100% is all of it.
pub(super) fn percent(thousandths: u32) -> String {
    match thousandths {
        1000 => "100%".to_owned(),
        tenths => format!("{}.{}%", tenths / 10, tenths % 10),
    }
}

/// What has to be covered: `8,736 h`, `3,120 h (08:00–20:00 Mon–Fri) by 2 people`.
fn service(staffing: &Staffing<'_>) -> String {
    let when = staffing.service.weekly_hours().map(|hours| format!(" ({})", clock::spoken(hours)));
    let people = staffing.service.people();
    let by = if people > 1 { format!(" by {people} people") } else { String::new() };
    format!("{}{}{by}", length(staffing.served.all), when.unwrap_or_default())
}

/// `Nobody`, `Fewer than 2 people`.
fn too_few(staffing: &Staffing<'_>) -> String {
    match staffing.service.people() {
        0 | 1 => "Nobody".to_owned(),
        people => format!("Fewer than {people} people"),
    }
}

fn sentences(staffing: &Staffing<'_>, horizon: &Horizon) -> Vec<Text> {
    let (coverage, served) = (staffing.crew.coverage(), &staffing.served);
    let missing = length(served.missing());
    let be = if staffing.service.people() > 1 { "are" } else { "is" };
    let first = match served.gaps.len() {
        0 if staffing.service.weekly_hours().is_some() => {
            "All of it is covered, holidays and leave included.".to_owned()
        }
        0 => "Somebody is at work around the clock, holidays and leave included.".to_owned(),
        gaps => {
            let gaps = dates::counted(gaps as u64, "gap", "gaps");
            format!("{} {be} at work for {missing}, in {gaps}{}.", too_few(staffing), causes(served))
        }
    };
    let most = dates::people(coverage.most() as usize);
    let mut sentences = vec![Text::from(format!("{first} At most {most} at once."))];
    if staffing.service.weekly_hours().is_none() {
        let (share, home) = (share(staffing.working_week), Home::of(horizon).time());
        sentences
            .push(format!("Of the working week, Monday to Friday in {home}, {share} is covered.").into());
    }
    sentences
}

/// `, 28 of them (28 h) only because clocks change`.
fn causes(served: &ServiceCoverage) -> String {
    let of = |cause, why: &str| match served.gaps_for(cause) {
        (0, _) => String::new(),
        (gaps, minutes) => {
            let gaps = dates::number(gaps as u64);
            format!(", {gaps} of them ({}) only because {why}", length(minutes))
        }
    };
    of(GapCause::ClockChange, "clocks change") + &of(GapCause::DaysOff, "people are off")
}

/// The ordinary week: for each weekday and hour the fewest at work in that hour, in the middle one of its
/// weeks.
fn week(page: &mut Page<'_>, crew: &Crew, coverage: &Coverage) -> io::Result<()> {
    let horizon = crew.prepared().horizon();
    let when = ordinary_dates(crew);
    page.heading(&format!("At work in an ordinary week{when}, in {}", Home::of(horizon).time()))?;
    page.drawing(|page| grid(page, &coverage.ordinary_week(horizon)))
}

/// ` (29 Mar – 24 Oct)`: which weeks are like that, days off aside; ` (hour by hour the middle of all weeks)`
/// where none is or they are scattered.
fn ordinary_dates(crew: &Crew) -> String {
    let horizon = crew.prepared().horizon();
    let (dates, runs) = (Dates::of(horizon), crew.ordinary_dates());
    match &runs[..] {
        [all] if *all == horizon.dates() => " (all year)".to_owned(),
        [] => " (hour by hour the middle of all weeks)".to_owned(),
        few if few.len() <= MOST_RUNS => {
            let runs: Vec<String> = few.iter().map(|run| dates.range(run.first(), run.last())).collect();
            format!(" ({})", and(&runs))
        }
        _ => " (hour by hour the middle of all weeks)".to_owned(),
    }
}

/// A line for each weekday.
fn grid(page: &mut Page<'_>, usual: &[[Option<u32>; HOURS]]) -> io::Result<()> {
    let cell = ((page.width() - AFTER_DAY) / HOURS).min(5);
    let mut axis = Text::default();
    for hour in (0..HOURS).step_by(3) {
        axis.pad_to(AFTER_DAY + hour * cell + cell - hour.to_string().len());
        axis.push(Ink::Faint, &hour.to_string());
    }
    page.line(&axis)?;
    let unit = unit(usual.iter().flatten().flatten().max().copied().unwrap_or(0), cell - 1);
    for (day, hours) in usual.iter().enumerate() {
        let weekday = Weekday::try_from(day as u8).unwrap_or(Weekday::Mon);
        let mut line = Text::from(format!("  {weekday} "));
        for count in hours {
            let (ink, text) = match count {
                None => (Ink::Plain, Cow::Borrowed("")),
                Some(0) => (Ink::Bad, Cow::Borrowed("·")),
                Some(few) if *few < unit => (Ink::Good, Cow::Borrowed("<")),
                Some(count) => (Ink::Good, Cow::Owned((count / unit).to_string())),
            };
            line.spaces(cell - text.chars().count());
            line.push(ink, &text);
        }
        page.line(&line)?;
    }
    let number = dates::number(unit.into());
    let scale =
        if unit > 1 { format!("   in units of {number}, < fewer than {number}") } else { String::new() };
    page.line(&Text::new(Ink::Faint, format!("      · nobody{scale}")))
}

/// The power of ten in which counts up to this many take this many digits.
fn unit(most: u32, digits: usize) -> u32 {
    (0..10).map(|power| 10_u32.pow(power)).find(|unit| (most / unit).to_string().len() <= digits).unwrap_or(1)
}
