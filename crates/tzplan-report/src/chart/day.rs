//! The team's day: who is at work when on the home clock, in each part of the year in which clocks stand
//! alike.

use chrono::NaiveDate;
use tzplan::{DateRange, ProfileId, Season, SeasonOverlap, SeasonPlan};

use super::band::{Segment, segments};
use super::rows::{GroupKind, Rows};
use crate::view::View;
use crate::words::home::HomeDates;
use crate::words::length;
use crate::words::people::{and, everybody};
use crate::words::shared::is_even;
use crate::words::{clock, dates};

/// The most ranges of dates named.
const MOST_RANGES: usize = 3;

/// The days of a plan.
#[derive(Clone, Debug)]
pub(crate) struct Days {
    /// Distinct ones, in order of their first dates.
    pub(crate) days: Vec<Day>,
    /// Stretches of dates in order, each with the place of its day.
    pub(crate) stretches: Vec<(NaiveDate, usize)>,
    pub(crate) rows: Rows,
    /// Everybody's profiles, required ones first, in roster order.
    pub(crate) profiles: Vec<ProfileId>,
}

/// The day on some dates, on which everybody's is the same.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    /// `23 Nov – 27 Mar 2027 and 31 Oct – 21 Nov 2027`.
    pub(crate) dates: String,
    /// The first of them.
    pub(crate) first: NaiveDate,
    /// How many dates it has.
    pub(crate) count: u32,
    /// A season of everybody in which it is.
    pub(crate) piece: Season,
    /// Minutes the home clock is ahead of UTC.
    pub(crate) ahead: i32,
    /// What everyone required shares; `None` where fewer than two are required.
    pub(crate) everyone: Option<Shared>,
    /// What each pod shares, in their order.
    pub(crate) pods: Vec<Shared>,
}

/// What a group shares on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Shared {
    /// In minutes of the UTC day.
    pub(crate) segments: Vec<Segment>,
    /// `4 h`.
    pub(crate) daily: String,
    /// `13:00–17:00` on the home clock; `never`.
    pub(crate) times: String,
    pub(crate) meets: bool,
}

impl Shared {
    fn of(overlap: &SeasonOverlap, ahead: i32) -> Self {
        let windows =
            overlap.windows.iter().map(|window| (i32::from(window.start.get()), window.minutes.get() as i32));
        let times = match &overlap.windows[..] {
            [] => "never".to_owned(),
            windows => clock::joined(&clock::windows(windows, ahead)),
        };
        Self {
            segments: segments(windows, overlap.daily.days),
            daily: length::daily(overlap.daily) + length::on_average(is_even(overlap, ahead)),
            times,
            meets: overlap.meets,
        }
    }
}

impl Day {
    /// What the people of a group share.
    pub(crate) fn shared_by(&self, kind: GroupKind) -> Option<&Shared> {
        match kind {
            GroupKind::Everyone => self.everyone.as_ref(),
            GroupKind::Pod(place) => self.pods.get(place),
            GroupKind::Apart | GroupKind::Optional => None,
        }
    }

    /// When somebody is at work, in minutes of the UTC day.
    pub(crate) fn work_of(&self, view: &View<'_>, profile: ProfileId) -> Vec<Segment> {
        let week = view.prepared.week(profile, &self.piece);
        let pattern = week.pattern().iter().map(|i| (i32::from(i.start().get()), i.length().get() as i32));
        segments(pattern, week.workdays())
    }
}

impl Days {
    pub(crate) fn of(view: &View<'_>) -> Self {
        Self::with_rows_of(view, view.prepared.team().len())
    }

    /// The same with rows for the first this many members only; the days are cut by everybody's clocks.
    pub(crate) fn with_rows_of(view: &View<'_>, members: usize) -> Self {
        let profiles = everybody(view.prepared);
        let seasons: Vec<SeasonPlan<'_>> = view.plan.seasons().collect();
        let pieces = pieces(view, &profiles, &seasons);
        // Pieces alike in everything that is drawn.
        let mut groups: Vec<Vec<Piece>> = Vec::new();
        let mut stretches = Vec::with_capacity(pieces.len());
        for piece in &pieces {
            let alike = |other: &Piece| {
                other.ahead == piece.ahead
                    && profiles.iter().all(|id| {
                        view.prepared.week(*id, &other.season) == view.prepared.week(*id, &piece.season)
                    })
            };
            let place = groups.iter().position(|group| alike(&group[0])).unwrap_or_else(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[place].push(*piece);
            stretches.push((piece.first, place));
        }
        let together = view.prepared.required_members() > 1;
        let days = groups.iter().map(|group| {
            let first = group[0];
            let season = &seasons[first.place];
            Day {
                dates: dates_of(view, group),
                first: first.first,
                count: group.iter().map(Piece::days).sum(),
                piece: first.season,
                ahead: first.ahead,
                everyone: together.then(|| Shared::of(season.overlap, first.ahead)),
                pods: season.pods.iter().map(|pod| Shared::of(pod, first.ahead)).collect(),
            }
        });
        Self {
            days: days.collect(),
            stretches,
            rows: Rows::of(view.prepared, view.plan.verdict().pods.as_ref(), members),
            profiles,
        }
    }

    /// The day that stands on most of some dates, by its place; of equals the earliest. Within a season of
    /// those who are required others may move.
    pub(crate) fn mostly(&self, dates: DateRange) -> usize {
        let ends = self.stretches.iter().skip(1).map(|(first, _)| *first).chain([dates.after()]);
        let stretches = self.stretches.iter().zip(ends);
        let within = |((first, _), end): &(&(NaiveDate, usize), NaiveDate)| {
            (*end.min(&dates.after()) - *first.max(&dates.first())).num_days()
        };
        // `max_by_key` takes the last of equals, hence from the end.
        let longest = stretches.collect::<Vec<_>>().into_iter().rev().max_by_key(within);
        longest.map_or(0, |((_, place), _)| *place)
    }

    /// The place of the day with the most dates, of equals the earliest.
    pub(crate) fn usual(&self) -> usize {
        // `max_by_key` takes the last of equals, hence from the end.
        let most = self.days.iter().enumerate().rev().max_by_key(|(_, day)| day.count);
        most.map_or(0, |(place, _)| place)
    }
}

/// Dates on which no clock that is shown changes: neither anybody's nor that of home.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// The season of the plan that it is in, by its place.
    place: usize,
    /// The season of everybody.
    season: Season,
    first: NaiveDate,
    last: NaiveDate,
    /// Minutes the home clock is ahead of UTC.
    ahead: i32,
}

impl Piece {
    fn days(&self) -> u32 {
        (self.last - self.first).num_days() as u32 + 1
    }
}

/// The pieces of the horizon, in order.
fn pieces(view: &View<'_>, profiles: &[ProfileId], seasons: &[SeasonPlan<'_>]) -> Vec<Piece> {
    let place = |date| seasons.iter().position(|season| season.season.contains(date)).unwrap_or_default();
    let of = |season: Season| {
        view.home.dates(&season).into_iter().map(move |HomeDates { first, last, ahead }| Piece {
            place: place(first),
            season,
            first,
            last,
            ahead,
        })
    };
    view.prepared.seasons_of(profiles).into_iter().flat_map(of).collect()
}

/// The dates of some pieces, or how many they are.
fn dates_of(view: &View<'_>, pieces: &[Piece]) -> String {
    if pieces.len() > MOST_RANGES {
        let days = dates::days(pieces.iter().map(Piece::days).sum());
        return format!("{days} in {} stretches", pieces.len());
    }
    let mut words = view.dates;
    and(&pieces.iter().map(|piece| words.next(piece.first, piece.last)).collect::<Vec<_>>())
}
