//! The team's day: who is at work when, as bands on one UTC axis, season by season.

use chrono::NaiveDate;
use tzplan::{PreparedTeam, ProfileId, Season, SeasonPlan};

use super::band::Often;
use super::day_bands::{DayBand, Everyone, QUARTERS};
use crate::plan::view::View;
use crate::words::dates;
use crate::words::home::HomeDates;
use crate::words::people::{and, bars, everybody};

/// The most profiles with a band.
const MOST_BANDS: usize = 16;
/// The most days drawn: of more, those of most dates.
const MOST_DAYS: usize = 8;
/// The most ranges of dates named.
const MOST_RANGES: usize = 3;

/// The days of a plan.
#[derive(Clone, Debug)]
pub(crate) struct Days {
    /// Distinct ones, in order of their first dates.
    pub(crate) days: Vec<Day>,
    /// The profiles with a band, in order.
    pub(crate) profiles: Vec<ProfileId>,
    /// Profiles and seasons that are not drawn, in words.
    pub(crate) left_out: Vec<String>,
}

/// The day in some seasons, in which everybody's band is the same.
#[derive(Clone, Debug)]
pub(crate) struct Day {
    /// `23 Nov – 27 Mar 2027 and 31 Oct – 21 Nov 2027`.
    pub(crate) dates: String,
    /// The season of the plan that it is in, by its place: the first of them.
    pub(crate) season: usize,
    /// A season of everybody with a band in which it is.
    piece: Season,
    /// How many dates it has.
    pub(crate) count: u32,
    /// The home clock's place and the minutes it is ahead of UTC.
    pub(crate) home: (String, i32),
    pub(crate) bands: Vec<DayBand>,
    /// What all required members share; `None` where fewer than two are required.
    pub(crate) everyone: Option<Everyone>,
}

impl Day {
    /// The quarter of an hour in the middle of the first stretch that everyone shares on most days.
    pub(crate) fn middle(&self) -> Option<usize> {
        let shared =
            self.everyone.as_ref()?.segments.iter().find(|segment| segment.often == Often::Usually)?;
        Some(usize::midpoint(shared.start.into(), shared.end.into()) / 15)
    }
}

impl Days {
    pub(crate) fn of(view: &View<'_>) -> Self {
        let (profiles, left) = bars(view.prepared, MOST_BANDS);
        let seasons: Vec<SeasonPlan<'_>> = view.plan.seasons().collect();
        let pieces = pieces(view, &profiles, &seasons);
        // Pieces alike in everything that is drawn.
        let mut groups: Vec<Vec<Piece>> = Vec::new();
        for piece in &pieces {
            let alike = |other: &Piece| {
                other.ahead == piece.ahead
                    && seasons[other.place].overlap == seasons[piece.place].overlap
                    && profiles.iter().all(|id| {
                        view.prepared.week(*id, &other.season) == view.prepared.week(*id, &piece.season)
                    })
            };
            match groups.iter_mut().find(|group| alike(&group[0])) {
                Some(group) => group.push(*piece),
                None => groups.push(vec![*piece]),
            }
        }
        let days_of = |group: &[Piece]| group.iter().map(Piece::days).sum::<u32>();
        let all = groups.len();
        if all > MOST_DAYS + 1 {
            // Stable: the earlier of equals.
            groups.sort_by_key(|group| std::cmp::Reverse(days_of(group)));
            groups.truncate(MOST_DAYS);
            groups.sort_by_key(|group| group[0].first);
        }
        let days = groups.iter().map(|group| {
            let first = group[0];
            Day {
                dates: dates_of(view, group),
                season: first.place,
                piece: first.season,
                count: days_of(group),
                home: (view.home.place(), first.ahead),
                bands: profiles.iter().map(|id| DayBand::of(view, *id, &first.season)).collect(),
                everyone: (view.prepared.required_members() > 1)
                    .then(|| Everyone::of(seasons[first.place].overlap, first.ahead)),
            }
        });
        let mut left_out = Vec::new();
        if !left.is_empty() {
            left_out.push(format!(
                "{} with {} have no band here",
                dates::counted(left.len() as u64, "more profile", "more profiles"),
                dates::people(view.people.heads_of(left.iter().copied())),
            ));
        }
        if all > groups.len() {
            let seasons = pieces.len() - groups.iter().map(Vec::len).sum::<usize>();
            left_out.push(format!(
                "{} of fewer days are not drawn",
                dates::counted(seasons as u64, "season", "seasons")
            ));
        }
        Self { days: days.collect(), profiles, left_out }
    }
}

/// Dates on which no clock that is shown changes: neither that of anybody with a band nor that of home.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// The season of the plan that it is in, by its place.
    place: usize,
    /// The season of everybody with a band.
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
    // Required profiles without a band count too: what everyone shares is theirs.
    let mut shown: Vec<ProfileId> = profiles.iter().chain(view.prepared.required()).copied().collect();
    shown.sort_unstable();
    shown.dedup();
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
    view.prepared.seasons_of(&shown).into_iter().flat_map(of).collect()
}

/// The dates of some pieces, or how many they are.
fn dates_of(view: &View<'_>, pieces: &[Piece]) -> String {
    if pieces.len() > MOST_RANGES {
        let days = dates::days(pieces.iter().map(Piece::days).sum());
        return format!("{days} in {} parts of the year", pieces.len());
    }
    let mut words = view.dates;
    and(&pieces.iter().map(|piece| words.next(piece.first, piece.last)).collect::<Vec<_>>())
}

/// How many people are at work at the start of each quarter of an hour of the UTC day in a season, on half of
/// their workdays or more; everybody counts, with a band or without.
pub(crate) fn heads_by_quarter(prepared: &PreparedTeam, view: &View<'_>, day: &Day) -> Vec<u32> {
    let mut counts = vec![0; QUARTERS];
    for id in everybody(prepared) {
        let profile = prepared.profile(id);
        let heads = profile.required() + profile.optional();
        let quarters = DayBand::of(view, id, &day.piece).quarters();
        for (count, mark) in counts.iter_mut().zip(quarters.chars()) {
            *count += if mark == 'w' { heads } else { 0 };
        }
    }
    counts
}
