//! Where to hire: the page about regions.

use std::io;

use tzplan::fit::{FitResult, Opening};
use tzplan::regions::Region;
use tzplan::{Minutes, WeeklyHours};

use super::{NamedRegion, RegionsDocument};
use crate::text::table::{Align, Cell, Table};
use crate::text::{Page, head};
use crate::words::ink::{Ink, Text};
use crate::words::people::{Names, People};
use crate::words::places::{Places, offsets};
use crate::words::{clock, dates};

/// The most rows of a band where somebody fits, and of the other one.
const MOST_FITTING: usize = 40;
const MOST_ASYNC: usize = 8;
const INDENT: usize = 2;
/// The least and the most columns for places.
const PLACES: usize = 18;
const MOST_PLACES: usize = 60;
/// How a band is laid out: the first that leaves room for the places.
const LAYOUTS: [Layout; 7] = [
    Layout { own_hours: true, peers: true, clock: Clock::Line },
    Layout { own_hours: false, peers: true, clock: Clock::Line },
    Layout { own_hours: true, peers: true, clock: Clock::Stacked },
    Layout { own_hours: false, peers: true, clock: Clock::Stacked },
    Layout { own_hours: false, peers: false, clock: Clock::Stacked },
    Layout { own_hours: false, peers: false, clock: Clock::Dated },
    Layout { own_hours: false, peers: false, clock: Clock::Undated },
];

#[derive(Clone, Copy, Debug)]
struct Layout {
    /// The hours after the shift.
    own_hours: bool,
    peers: bool,
    clock: Clock,
}

/// How the offsets of a clock are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Clock {
    /// `UTC+1, UTC+2 from 28 Mar to 30 Oct`.
    Line,
    /// The same, one below the other.
    Stacked,
    /// The same with dates as short as they get: `UTC+2 28 Mar–30 Oct`.
    Dated,
    /// Without the dates.
    Undated,
}

/// Regions of one result.
struct Band<'r> {
    title: &'static str,
    nowhere: &'static str,
    result: FitResult,
    regions: Vec<&'r NamedRegion<'r>>,
}

pub(super) fn print(document: &RegionsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RegionsDocument { opening, hours, ref regions, context } = *document;
    head::print(page, opening.prepared(), context)?;
    page.blank()?;
    let bands = [
        (FitResult::Fits, "Natural overlap", "Nowhere as the days are."),
        (FitResult::FitsWithShift, "Overlap with an affordable shift", "Nowhere else."),
        (FitResult::FitsAsync, "Async only", "Nowhere."),
    ];
    let bands = bands.map(|(result, title, nowhere)| {
        let regions = regions.iter().filter(|named| named.region.fit.result == result).collect();
        Band { title, nowhere, result, regions }
    });
    head::verdict(page, &heading(&bands), opening.policy().target())?;
    page.paragraph(2, &judged(hours, regions.iter().map(|named| named.region)).into())?;
    if opening.prepared().required_members() == 0 {
        page.paragraph(2, &"Nobody is on the team: there is nobody to share hours with.".into())?;
    }
    if regions.is_empty() || hours.is_empty() {
        return Ok(());
    }
    for band in &bands {
        print_band(page, opening, band)?;
    }
    if opening.prepared().required_members() == 0 {
        return Ok(());
    }
    page.blank()?;
    page.paragraph(0, &Text::new(Ink::Faint, legend(opening, page.names())))
}

/// What the columns of figures mean.
pub(crate) fn legend(opening: &Opening, names: Names) -> String {
    let (prepared, target) = (opening.prepared(), opening.policy().target());
    if let (1, [only]) = (prepared.required_members(), prepared.required()) {
        let name = People::of(prepared, names).first(*only);
        return format!("hours: the least daily overlap of the year with {name}, without a shift.");
    }
    format!(
        "hours: the least daily overlap of the year with each required teammate, added up. peers: required \
         teammates with whom {target} a day is met as a pair. Both without a shift."
    )
}

/// `12 REGIONS FIT, 4 WITH A SHIFT, 80 ASYNC ONLY`.
fn heading(bands: &[Band<'_>; 3]) -> Text {
    let fits = if bands[0].regions.len() == 1 { "REGION FITS" } else { "REGIONS FIT" };
    let words = [(Ink::Good, fits), (Ink::Warn, "WITH A SHIFT"), (Ink::Bad, "ASYNC ONLY")];
    let mut text = Text::default();
    for (band, (ink, words)) in bands.iter().zip(words) {
        let comma = if text.is_empty() { "" } else { ", " };
        text.push(Ink::Strong, &format!("{comma}{} ", band.regions.len()));
        text.push(ink, words);
    }
    text
}

/// For whom and how places were judged.
pub(crate) fn judged<'r>(hours: &WeeklyHours, regions: impl Iterator<Item = &'r Region>) -> String {
    if hours.is_empty() {
        return "Nobody without working hours shares any: there is nothing to judge.".to_owned();
    }
    // The same hours of the clock are the same nights everywhere.
    let Some(night) = regions.map(|region| region.rank.night_minutes_per_week).max() else {
        return "There is no zone to judge.".to_owned();
    };
    let at_night = match night {
        Minutes::ZERO => String::new(),
        night => format!(" ({night} h a week of it at night)"),
    };
    format!(
        "For somebody working {}{at_night} on their own clock. Places whose clocks agree through these dates are one \
         region; the best come first.",
        clock::spoken(hours)
    )
}

fn print_band(page: &mut Page<'_>, opening: &Opening, band: &Band<'_>) -> io::Result<()> {
    page.heading(band.title)?;
    if band.regions.is_empty() {
        return page.line(&Text::from(format!("  {}", band.nowhere)));
    }
    let most = if band.result == FitResult::FitsAsync { MOST_ASYNC } else { MOST_FITTING };
    let shown = if band.regions.len() <= most + 1 { band.regions.len() } else { most };
    let names = page.names();
    let rows = band.regions[..shown].iter().map(|named| {
        let NamedRegion { region, best_known } = *named;
        (*region, Places::of(&region.zones, best_known, names))
    });
    let rows: Vec<(&Region, Places)> = rows.collect();
    let room = |layout: Layout| match page.is_markdown() {
        true => MOST_PLACES,
        false => page.width().saturating_sub(table(opening, &rows, layout, None).width() + INDENT),
    };
    let layout = LAYOUTS.into_iter().find(|layout| room(*layout) >= PLACES);
    let layout = layout.unwrap_or(LAYOUTS[LAYOUTS.len() - 1]);
    table(opening, &rows, layout, Some(room(layout).min(MOST_PLACES))).print(page, INDENT)?;
    if shown < band.regions.len() {
        let more = dates::counted((band.regions.len() - shown) as u64, "more region", "more regions");
        page.line(&Text::new(Ink::Faint, format!("  … and {more} (all in --format json)")))?;
    }
    Ok(())
}

/// With so many columns for places; to measure the others, without any.
fn table(opening: &Opening, rows: &[(&Region, Places)], layout: Layout, room: Option<usize>) -> Table {
    let prepared = opening.prepared();
    let required = prepared.required_members();
    let shifts = rows.iter().any(|(region, _)| region.fit.shift.is_some());
    let columns = [
        ("where", Align::Left, true),
        ("hours", Align::Right, required > 0),
        ("peers", Align::Right, required > 1 && layout.peers),
        ("shift", Align::Left, shifts),
        ("clock", Align::Left, true),
    ];
    let mut table = Table::default();
    for (head, align, _) in columns.into_iter().filter(|(_, _, shown)| *shown) {
        table.column(head, align);
    }
    for (region, places) in rows {
        let (peers, offsets) = (region.rank.peers, offsets(&region.offsets, prepared.horizon()));
        let clocks = match layout.clock {
            Clock::Line => vec![offsets.join(", ")],
            Clock::Stacked => offsets,
            Clock::Dated => offsets.iter().map(|told| shortened(told)).collect(),
            Clock::Undated => {
                offsets.iter().map(|told| told.split(' ').next().unwrap_or(told).to_owned()).collect()
            }
        };
        let cells: [Cell; 5] = [
            room.map_or_else(Vec::new, |room| places.show(room, clocks.len())),
            vec![region.rank.worst_overlap_sum.to_string().into()],
            vec![format!("{}/{}", dates::number(peers.into()), dates::number(required as u64)).into()],
            vec![shift(region, layout.own_hours)],
            clocks.into_iter().map(Text::from).collect(),
        ];
        let shown = cells.into_iter().zip(columns).filter(|(_, (_, _, shown))| *shown);
        table.row(shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// `UTC+2 28 Mar–30 Oct` of `UTC+2 from 28 Mar to 30 Oct`.
fn shortened(told: &str) -> String {
    told.replace(" from ", " ").replace(" to ", "–").replace(" on ", " ")
}

/// `1:30 later`, `1:30 later: 10:30–18:30`.
pub(crate) fn shift(region: &Region, own_hours: bool) -> Text {
    let Some(moved) = &region.fit.shift else { return Text::default() };
    let mut text = Text::new(Ink::Warn, clock::moved_short(moved.shift.minutes()));
    let hours: Vec<String> = moved.hours.iter().flat_map(clock::weekly).collect();
    if own_hours && let [only] = &hours[..] {
        text.plain(&format!(": {only}"));
    }
    text
}
