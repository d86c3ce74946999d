//! Where to hire: the page about regions.

use std::io;

use tzplan::fit::{FitResult, Opening, SortBy};
use tzplan::regions::Region;
use tzplan::{Minutes, WeeklyHours};

use super::{Regions, RegionsDocument, Shown};
use crate::text::table::{Align, Cell, Table};
use crate::text::{Page, head};
use crate::words::ink::{Ink, Text};
use crate::words::people::{Names, People, and};
use crate::words::places::{Inhabitants, Places, offsets};
use crate::words::pods::{self, PodColumns};
use crate::words::{clock, dates};

/// The most rows of a band where somebody fits, and of the other one.
const MOST_FITTING: usize = 40;
const MOST_ASYNC: usize = 8;
/// Smaller regions are shown only where all are: an island is seldom where one hires.
const POPULOUS: u64 = 500_000;
const INDENT: usize = 2;
/// The least and the most columns for places.
const PLACES: usize = 18;
const MOST_PLACES: usize = 60;
/// How a band is laid out: the first that leaves room for the places.
const LAYOUTS: [Layout; 8] = [
    Layout { own_hours: true, people: true, peers: true, clock: Clock::Line },
    Layout { own_hours: false, people: true, peers: true, clock: Clock::Line },
    Layout { own_hours: true, people: true, peers: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: true, peers: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, peers: true, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, peers: false, clock: Clock::Stacked },
    Layout { own_hours: false, people: false, peers: false, clock: Clock::Dated },
    Layout { own_hours: false, people: false, peers: false, clock: Clock::Undated },
];

#[derive(Clone, Copy, Debug)]
struct Layout {
    /// The hours after the shift.
    own_hours: bool,
    /// How many live there.
    people: bool,
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
    regions: Vec<(&'r Region, &'r Inhabitants)>,
}

/// What the tables of all bands share.
struct View<'v> {
    opening: &'v Opening,
    shown: Shown,
    people: People<'v>,
    pods: PodColumns,
}

pub(super) fn print(document: &RegionsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RegionsDocument { opening, regions: Regions { hours, regions, sort, shown, .. }, context, .. } =
        *document;
    head::print(page, opening.prepared(), context)?;
    page.blank()?;
    let bands = [
        (FitResult::Fits, "Natural overlap", "Nowhere as the days are."),
        (FitResult::FitsWithShift, "Overlap with an affordable shift", "Nowhere else."),
        (FitResult::FitsAsync, "Async only", "Nowhere."),
    ];
    let bands = bands.map(|(result, title, nowhere)| {
        let regions = document.named().filter(|(region, _)| region.fit.result == result).collect();
        Band { title, nowhere, result, regions }
    });
    head::verdict(page, &heading(&bands), opening.policy().target())?;
    page.paragraph(2, &judged(hours, sort, regions.iter()).into())?;
    if opening.prepared().required_members() == 0 {
        page.paragraph(2, &"Nobody is on the team: there is nobody to share hours with.".into())?;
    }
    if regions.is_empty() || hours.is_empty() {
        return Ok(());
    }
    let pods = PodColumns::of(opening, regions.iter().map(|region| &region.rank));
    let view = View { opening, shown, people: People::of(opening.prepared(), page.names()), pods };
    for band in &bands {
        print_band(page, &view, band)?;
    }
    if opening.prepared().required_members() == 0 {
        return Ok(());
    }
    page.blank()?;
    let mut legend = legend(opening, page.names());
    if pods.any {
        legend.push_str(&pods::legend(opening, &view.people, pods));
    }
    page.paragraph(0, &Text::new(Ink::Faint, legend))
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
pub(crate) fn judged<'r>(
    hours: &WeeklyHours,
    sort: SortBy,
    regions: impl Iterator<Item = &'r Region>,
) -> String {
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
    let first = match sort {
        SortBy::Fit => "the best come first",
        SortBy::Bridges => "those that bridge most pods come first",
    };
    format!(
        "For somebody working {}{at_night} on their own clock. Places whose clocks agree through these dates are one \
         region; {first}.",
        clock::spoken(hours)
    )
}

fn print_band(page: &mut Page<'_>, view: &View<'_>, band: &Band<'_>) -> io::Result<()> {
    page.heading(band.title)?;
    if band.regions.is_empty() {
        return page.line(&Text::from(format!("  {}", band.nowhere)));
    }
    let (listed, small, left) = band.listed(view.shown);
    let rows = listed.iter().map(|(region, people)| {
        let country = people.country.as_ref().map(|(_, name)| &**name);
        let places =
            Places::of(&region.zones, &people.places, page.names()).in_country(country, page.names());
        Row { region, places, population: people.population }
    });
    let rows: Vec<Row<'_>> = rows.collect();
    if !rows.is_empty() {
        let room = |layout: Layout| match page.is_markdown() {
            true => MOST_PLACES,
            false => page.width().saturating_sub(table(view, &rows, layout, None).width() + INDENT),
        };
        let layout = LAYOUTS.into_iter().find(|layout| room(*layout) >= PLACES);
        let layout = layout.unwrap_or(LAYOUTS[LAYOUTS.len() - 1]);
        table(view, &rows, layout, Some(room(layout).min(MOST_PLACES))).print(page, INDENT)?;
    }
    let more = |count: usize, one: &str, many: &str| dates::counted(count as u64, one, many);
    let mut not_shown = Vec::new();
    if left > 0 {
        not_shown.push(more(left, "more region", "more regions"));
    }
    if small > 0 {
        not_shown.push(more(small, "region", "regions") + " of fewer than 500,000 people");
    }
    if not_shown.is_empty() {
        return Ok(());
    }
    let text = format!("… and {} (--all shows all)", and(&not_shown));
    page.paragraph(INDENT, &Text::new(Ink::Faint, text))
}

impl<'r> Band<'r> {
    /// The regions on the page, how many are not because few live there, and how many others are not.
    fn listed(&self, shown: Shown) -> (Vec<(&'r Region, &'r Inhabitants)>, usize, usize) {
        if shown == Shown::All {
            return (self.regions.clone(), 0, 0);
        }
        let large = |people: &Inhabitants| people.population.is_none_or(|people| people >= POPULOUS);
        let mut listed: Vec<_> = self.regions.iter().copied().filter(|(_, people)| large(people)).collect();
        let (small, all) = (self.regions.len() - listed.len(), listed.len());
        let most = if self.result == FitResult::FitsAsync { MOST_ASYNC } else { MOST_FITTING };
        if all > most + 1 {
            listed.truncate(most);
        }
        let left = all - listed.len();
        (listed, small, left)
    }
}

/// A region of a table.
struct Row<'r> {
    region: &'r Region,
    places: Places,
    population: Option<u64>,
}

/// With so many columns for places; to measure the others, without any.
fn table(view: &View<'_>, rows: &[Row<'_>], layout: Layout, room: Option<usize>) -> Table {
    let prepared = view.opening.prepared();
    let required = prepared.required_members();
    let shifts = rows.iter().any(|row| row.region.fit.result == FitResult::FitsWithShift);
    let people = layout.people && rows.iter().any(|row| row.population.is_some());
    let columns = [
        ("where", Align::Left, true),
        ("people", Align::Right, people),
        ("hours", Align::Right, required > 0),
        ("peers", Align::Right, required > 1 && layout.peers),
        ("shift", Align::Left, shifts),
        ("pods", Align::Left, view.pods.any),
        ("bridges", Align::Left, view.pods.any),
        ("relieves", Align::Left, view.pods.relieves),
        ("clock", Align::Left, true),
    ];
    let mut table = Table::default();
    for (head, align, _) in columns.into_iter().filter(|(_, _, shown)| *shown) {
        table.column(head, align);
    }
    for Row { region, places, population } in rows {
        let (rank, offsets) = (&region.rank, offsets(&region.offsets, prepared.horizon()));
        let clocks = match layout.clock {
            Clock::Line => vec![offsets.join(", ")],
            Clock::Stacked => offsets,
            Clock::Dated => offsets.iter().map(|told| shortened(told)).collect(),
            Clock::Undated => {
                offsets.iter().map(|told| told.split(' ').next().unwrap_or(told).to_owned()).collect()
            }
        };
        let peers = format!("{}/{}", dates::number(rank.peers.into()), dates::number(required as u64));
        let cells: [Cell; 9] = [
            room.map_or_else(Vec::new, |room| places.show(room, clocks.len())),
            vec![population.map(millions).unwrap_or_default().into()],
            vec![rank.worst_overlap_sum.to_string().into()],
            vec![peers.into()],
            vec![shift(region, layout.own_hours)],
            vec![pods::numbers(&rank.pods).into()],
            vec![pods::numbers(&rank.bridges).into()],
            vec![pods::relieved(&view.people, &rank.relieves).into()],
            clocks.into_iter().map(Text::from).collect(),
        ];
        let shown = cells.into_iter().zip(columns).filter(|(_, (_, _, shown))| *shown);
        table.row(shown.map(|(cell, _)| cell).collect());
    }
    table
}

/// `38 M`, `1.4 M`, `0.6 M`, `12,000`.
fn millions(people: u64) -> String {
    match people {
        ..100_000 => dates::number(people),
        100_000..9_950_000 => {
            format!("{}.{} M", (people + 50_000) / 1_000_000, (people + 50_000) / 100_000 % 10)
        }
        _ => format!("{} M", dates::number((people + 500_000) / 1_000_000)),
    }
}

/// `UTC+2 28 Mar–30 Oct` of `UTC+2 from 28 Mar to 30 Oct`.
fn shortened(told: &str) -> String {
    told.replace(" from ", " ").replace(" to ", "–").replace(" on ", " ")
}

/// `1:30 later`, `1:30 later: 10:30–18:30`, `by plan`.
pub(crate) fn shift(region: &Region, own_hours: bool) -> Text {
    let Some(moved) = &region.fit.shift else {
        return if region.fit.is_by_plan() { Text::new(Ink::Warn, "by plan") } else { Text::default() };
    };
    let mut text = Text::new(Ink::Warn, clock::moved_short(moved.shift.minutes()));
    let hours: Vec<String> = moved.hours.iter().flat_map(clock::weekly).collect();
    if own_hours && let [only] = &hours[..] {
        text.plain(&format!(": {only}"));
    }
    text
}
