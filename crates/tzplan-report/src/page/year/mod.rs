//! The year of everyone, or of each pod: what they share, when that is on whose clock, and when clocks
//! change.

mod changes;
mod table;

use tzplan::days_off::DaysOff;
use tzplan::{Model, ProfileId, SeasonOverlap, SeasonPlan};

use crate::chart::day::Days;
use crate::chart::drawing::Frame;
use crate::chart::rows::{Group, GroupKind, Row};
use crate::chart::year::{Drift, Year};
use crate::chart::year_svg::draw_year;
use crate::html::day::{is_split, name};
use crate::html::rich::Rich;
use crate::view::View;
use crate::words::home::HomeDates;
use crate::words::people::stays::place_on;
use crate::words::people::{Names, and};
use crate::words::shared::is_even;
use crate::words::verdict::shortfall;
use crate::words::{clock, dates, length};
use changes::{ChangeRow, changes};
use table::{Said, SeasonRow};

/// Columns of a place.
const PLACE: usize = 32;
/// The most parts with a table, and clocks that are read.
const MOST_PARTS: usize = 8;
const MOST_CLOCKS: usize = 5;

/// The section.
pub(super) struct YearSection {
    pub(super) teaser: String,
    pub(super) parts: Vec<Part>,
    pub(super) notes: Vec<String>,
    pub(super) changes: Vec<ChangeRow>,
    pub(super) changes_left: Option<String>,
}

/// The year of everyone or of a pod.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) charts: Vec<Rich>,
    pub(super) caption: String,
    pub(super) rows: Vec<SeasonRow>,
    pub(super) left_out: Option<String>,
}

impl YearSection {
    /// `None` of one person alone.
    pub(super) fn of(view: &View<'_>, days: &Days, off: &DaysOff) -> Option<Self> {
        if view.prepared.required_members() < 2 {
            return None;
        }
        let split = is_split(&days.rows);
        let kinds: Vec<&Group> = days.rows.groups.iter().collect();
        let wanted = |group: &&&Group| match group.kind {
            GroupKind::Everyone => true,
            GroupKind::Pod(place) => place < MOST_PARTS,
            GroupKind::Apart | GroupKind::Optional => false,
        };
        let parts: Vec<Part> = kinds.iter().filter(wanted).map(|group| part(view, group, off)).collect();
        let mut notes = Vec::new();
        let year = view.plan.year();
        if split {
            notes.push(match year.max.floor().get() {
                0 => "Everyone together: never, on any date.".to_owned(),
                _ => format!(
                    "Everyone together: {} at least, {} at most.",
                    length::each_day(year.min, view.is_even()),
                    length::daily(year.max)
                ),
            });
            let left = view.plan.pod_years().len().saturating_sub(MOST_PARTS) as u64;
            if left > 0 {
                notes.push(format!(
                    "And {}; all are in --format json.",
                    dates::counted(left, "more pod", "more pods")
                ));
            }
        }
        let (changes, changes_left) = changes(view, days);
        let years = if split { view.plan.pod_years() } else { std::slice::from_ref(year) };
        let even = if split { view.pods_are_even() } else { view.is_even() };
        Some(Self { teaser: teaser(years, split, even), parts, notes, changes, changes_left })
    }
}

/// `usually 4 h a day, 3 h at least`.
fn teaser(years: &[tzplan::YearOverlap], split: bool, even: bool) -> String {
    let of_one = |year: &tzplan::YearOverlap| {
        let (usual, least) = (length::each_day(year.usual, even), length::daily(year.min));
        match year.usual.floor() == year.min.floor() {
            true => usual,
            false => format!("usually {usual}, {least} at least"),
        }
    };
    match years {
        [only] if !split => of_one(only),
        several if several.len() <= 3 => {
            let named = several
                .iter()
                .enumerate()
                .map(|(place, year)| format!("pod {}: {}", place + 1, of_one(year)));
            named.collect::<Vec<_>>().join(" · ")
        }
        several => format!("{} pods, season by season", several.len()),
    }
}

fn part(view: &View<'_>, group: &Group, off: &DaysOff) -> Part {
    let pod = match group.kind {
        GroupKind::Pod(place) => Some(place),
        _ => None,
    };
    let year = Year::of(view, off, pod);
    let id = pod.map_or("year-all".to_owned(), |pod| format!("year-pod-{pod}"));
    let chart = |frame: Frame| {
        Rich::drawing(draw_year(&year, frame).inline(&format!("{id}-{}", frame.name()), frame))
    };
    let seasons: Vec<(SeasonPlan<'_>, HomeDates)> = view
        .plan
        .seasons()
        .flat_map(|season| view.home.dates(&season.season).into_iter().map(move |home| (season, home)))
        .collect();
    let clocks = clocks(view, group, &seasons);
    let said = seasons.iter().enumerate().map(|(index, (season, home))| {
        let overlap = pod.and_then(|pod| season.pods.get(pod)).unwrap_or(season.overlap);
        let said = Said {
            daily: length::daily(overlap.daily) + length::on_average(is_even(overlap, home.ahead)),
            times: on_clocks(overlap, &clocks, index),
            meets: overlap.meets,
            drift: Drift::of(view, &season.season, pod).map(Drift::weeks),
            note: note(view, overlap),
        };
        (home, said)
    });
    let said: Vec<(&HomeDates, Said)> = said.collect();
    let (rows, left_out) = table::rows(view, &said);
    Part {
        title: match group.kind {
            GroupKind::Everyone => "What everyone shares".to_owned(),
            kind => format!("{}: {}", name(kind), people_of(group)),
        },
        charts: Frame::BOTH.map(chart).into(),
        caption: year.caption(),
        rows,
        left_out,
    }
}

/// Who is in a group: everybody of a small one, else how many.
fn people_of(group: &Group) -> String {
    match group.people() {
        few if few <= 8 => and(&group.rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>()),
        many => dates::people(many),
    }
}

fn note(view: &View<'_>, overlap: &SeasonOverlap) -> String {
    if overlap.meets {
        return String::new();
    }
    let grace = if view.plan.verdict().model == Model::Overlap { ", within grace" } else { "" };
    match shortfall(overlap) {
        short if short.get() > 0 => format!("{} less{grace}", length::length(short)),
        _ => format!("some share less{grace}"),
    }
}

/// A clock that is read.
struct Clock {
    /// By season, where it stands.
    places: Vec<String>,
    /// By season, minutes ahead of UTC.
    ahead: Vec<i32>,
}

/// When something is shared in a season, on each clock: those that read the same together. Nothing where
/// nothing is shared.
fn on_clocks(overlap: &SeasonOverlap, clocks: &[Clock], season: usize) -> Vec<(Rich, String)> {
    let mut told: Vec<(i32, Vec<&str>)> = Vec::new();
    for clock in clocks.iter().filter(|_| !overlap.windows.is_empty()) {
        let (place, ahead) = (clock.places[season].as_str(), clock.ahead[season]);
        match told.iter_mut().find(|(known, _)| *known == ahead) {
            // `Berlin time` says Berlin.
            Some((_, places)) if places.iter().any(|known| known.starts_with(place)) => {}
            Some((_, places)) => places.push(place),
            None => told.push((ahead, vec![place])),
        }
    }
    let reads = |(ahead, places): (i32, Vec<&str>)| {
        let times = clock::joined(&clock::windows(&overlap.windows, ahead));
        (Rich::name(&places.join(", ")), times)
    };
    told.into_iter().map(reads).collect()
}

/// The home clock, then those of a group's people, where they are few.
fn clocks(view: &View<'_>, group: &Group, seasons: &[(SeasonPlan<'_>, HomeDates)]) -> Vec<Clock> {
    let own = |id: ProfileId| -> Vec<i32> {
        seasons.iter().map(|(season, _)| view.prepared.week(id, &season.season).minutes_ahead()).collect()
    };
    let home = Clock {
        places: vec![view.home.time(); seasons.len()],
        ahead: seasons.iter().map(|(_, home)| home.ahead).collect(),
    };
    // Of somebody who moves: where they are then.
    let place = |row: &Row, season: &SeasonPlan<'_>| {
        let only = row.members.first().and_then(|id| view.prepared.team().member(*id));
        match only.filter(|_| !row.place.is_empty()) {
            Some(member) => Names::Cut.fit(&place_on(view.prepared, member, season.season.first()), PLACE),
            None => row.name.clone(),
        }
    };
    let mut clocks = vec![home];
    for row in &group.rows {
        let ahead = own(row.profile);
        if clocks.iter().all(|clock| clock.ahead != ahead) {
            let places = seasons.iter().map(|(season, _)| place(row, season)).collect();
            clocks.push(Clock { places, ahead });
        }
    }
    if clocks.len() > MOST_CLOCKS {
        clocks.truncate(1);
    }
    clocks
}
