//! Where to hire: the world strip and the bands of regions.

use tzplan::fit::{FitResult, Opening, SortBy};
use tzplan::regions::Region;

use super::report::Hiring;
use crate::chart::drawing::Frame;
use crate::chart::world::World;
use crate::chart::world_svg::draw_world;
use crate::html::rich::Rich;
use crate::regions;
use crate::words::dates;
use crate::words::ink::Text;
use crate::words::length::long;
use crate::words::people::Names;
use crate::words::places::{PeopleOf, Places, offsets};
use crate::words::ranks::titles;
use crate::words::shown_of;

/// The most rows of a band where somebody fits, and of the other one.
const MOST_FITTING: usize = 14;
const MOST_ASYNC: usize = 8;
/// Columns for places.
const PLACES: usize = 64;

/// The section.
pub(super) struct Hire {
    pub(super) teaser: String,
    pub(super) charts: Vec<Rich>,
    pub(super) judged: String,
    pub(super) legend: String,
    pub(super) bands: Vec<Band>,
    pub(super) has_peers: bool,
}

/// Regions of one result.
pub(super) struct Band {
    /// For links.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) regions: usize,
    pub(super) has_shifts: bool,
    pub(super) rows: Vec<Row>,
    /// How many are not listed, in words.
    pub(super) more: Option<String>,
}

/// A region.
pub(super) struct Row {
    pub(super) places: Rich,
    /// A day with a required teammate, on average over them.
    pub(super) shared: String,
    pub(super) peers: String,
    pub(super) shift: Rich,
    pub(super) clock: String,
}

impl Hire {
    /// `None` where there is nobody to share hours with, or nothing to judge.
    pub(super) fn of(hiring: &Hiring<'_>) -> Option<Self> {
        let required = hiring.opening.prepared().required_members();
        if required == 0 || hiring.regions.is_empty() || hiring.hours.is_empty() {
            return None;
        }
        let world = World::of(hiring.regions, hiring.people_of);
        let chart = |frame: Frame| {
            Rich::drawing(draw_world(&world, frame).inline(&format!("world-{}", frame.name()), frame))
        };
        let [fitting, shifted] = titles(hiring.opening.team_before().model);
        let bands = [
            ("fits", fitting, FitResult::Fits),
            ("shifts", shifted, FitResult::FitsWithShift),
            ("apart", "Async only", FitResult::FitsAsync),
        ];
        let bands = bands.map(|(id, title, result)| {
            let some: Vec<&Region> =
                hiring.regions.iter().filter(|region| region.fit.result == result).collect();
            band(hiring.opening, hiring.people_of, (id, title, result), &some)
        });
        let fitting: usize = bands[..2].iter().map(|band| band.regions).sum();
        Some(Self {
            teaser: dates::counted(fitting as u64, "region fits", "regions fit"),
            charts: Frame::BOTH.map(chart).into(),
            judged: regions::text::judged(hiring.hours, None, SortBy::Fit, hiring.regions.iter()),
            legend: regions::text::legend(hiring.opening, Names::Cut, true),
            bands: bands.into(),
            has_peers: required > 1,
        })
    }
}

fn band(
    opening: &Opening,
    people_of: PeopleOf<'_>,
    (id, title, result): (&'static str, &'static str, FitResult),
    regions: &[&Region],
) -> Band {
    let most = if result == FitResult::FitsAsync { MOST_ASYNC } else { MOST_FITTING };
    let shown = shown_of(regions.len(), most);
    let left = (regions.len() - shown) as u64;
    Band {
        id,
        title,
        regions: regions.len(),
        has_shifts: regions.iter().any(|region| regions::text::is_moved(region)),
        rows: regions[..shown].iter().map(|region| row(opening, region, people_of)).collect(),
        more: (left > 0).then(|| format!("And {}.", dates::counted(left, "more region", "more regions"))),
    }
}

fn row(opening: &Opening, region: &Region, people_of: PeopleOf<'_>) -> Row {
    let prepared = opening.prepared();
    let mut places = Text::default();
    for line in Places::of(&region.zones, &people_of(&region.zones).places, Names::Cut).show(PLACES, 1) {
        places.plain(if places.is_empty() { "" } else { " " });
        places.append(&line);
    }
    let required = dates::number(prepared.required_members() as u64);
    Row {
        places: Rich::from(&places),
        shared: long(region.rank.worst_overlap_sum.for_each_of(prepared.required_members())),
        peers: format!("{} of {required}", dates::number(region.rank.peers.into())),
        shift: Rich::from(&regions::text::shift(region, true)),
        clock: offsets(&region.offsets, prepared.horizon()).join(", "),
    }
}
