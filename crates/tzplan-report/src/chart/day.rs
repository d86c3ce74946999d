//! The team's day: who is at work when, as bands on one UTC axis, season by season.

use chrono::NaiveDate;
use tzplan::target::WeekWindow;
use tzplan::{PreparedTeam, ProfileId, Season, SeasonOverlap, SeasonPlan};

use super::band::{Often, Segment, segments};
use crate::plan::view::View;
use crate::words::home::HomeDates;
use crate::words::people::{and, bars, everybody};
use crate::words::verdict::shortfall;
use crate::words::{clock, dates};

/// The most profiles with a band.
const MOST_BANDS: usize = 16;
/// The most days drawn: of more, those of most dates.
const MOST_DAYS: usize = 8;
/// The most ranges of dates named.
const MOST_RANGES: usize = 3;
/// Columns of a name.
const NAME: usize = 20;
/// Quarters of an hour in a day.
pub(crate) const QUARTERS: usize = 96;

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

/// The band of a profile.
#[derive(Clone, Debug)]
pub(crate) struct DayBand {
    pub(crate) name: String,
    pub(crate) place: String,
    /// `UTC−3`.
    pub(crate) offset: String,
    /// Minutes ahead of UTC.
    pub(crate) ahead: i32,
    /// Weekly hours on the own clock.
    pub(crate) hours: String,
    pub(crate) is_optional: bool,
    pub(crate) segments: Vec<Segment>,
}

/// What everyone shares.
#[derive(Clone, Debug)]
pub(crate) struct Everyone {
    pub(crate) segments: Vec<Segment>,
    /// `4:00`.
    pub(crate) daily: String,
    /// `13:00–17:00` on the home clock; `never`.
    pub(crate) at_home: String,
    /// `12:00–16:00 UTC`; `never`.
    pub(crate) in_utc: String,
    /// `target met`, `short 1:00`.
    pub(crate) note: String,
}

impl Everyone {
    /// Of what a group shares in a season, told on a home clock so many minutes ahead.
    pub(crate) fn of(overlap: &SeasonOverlap, ahead: i32) -> Self {
        let short = shortfall(overlap);
        let note = match (overlap.meets, short.get()) {
            (true, _) => "target met".to_owned(),
            (false, 0) => "some short of their target".to_owned(),
            (false, _) => format!("short {short}"),
        };
        let told = |ahead: i32| match &overlap.windows[..] {
            [] => "never".to_owned(),
            windows => clock::joined(&clock::windows(windows, ahead)),
        };
        Self {
            segments: segments(overlap.windows.iter().map(window), overlap.daily.days),
            daily: overlap.daily.to_string(),
            at_home: told(ahead),
            in_utc: if overlap.windows.is_empty() { told(0) } else { format!("{} UTC", told(0)) },
            note,
        }
    }
}

fn window(window: &WeekWindow) -> (i32, i32) {
    (i32::from(window.start.get()), window.minutes.get() as i32)
}

impl Day {
    /// The quarter of an hour in the middle of the first stretch that everyone shares on most days.
    pub(crate) fn middle(&self) -> Option<usize> {
        let shared =
            self.everyone.as_ref()?.segments.iter().find(|segment| segment.often == Often::Usually)?;
        Some(usize::midpoint(shared.start.into(), shared.end.into()) / 15)
    }
}

impl DayBand {
    fn of(view: &View<'_>, profile: ProfileId, season: &Season) -> Self {
        let week = view.prepared.week(profile, season);
        let pattern = week.pattern().iter().map(|i| (i32::from(i.start().get()), i.length().get() as i32));
        let hours = clock::of_posts(view.prepared.posts_of(profile), view.prepared.hours_of(profile));
        let (place, offset) = (view.people.place(profile), clock::offset(week.minutes_ahead()));
        Self {
            name: view.people.label_in(profile, NAME),
            // A fixed offset is its own place.
            offset: if place.starts_with("UTC") { String::new() } else { offset },
            place,
            ahead: week.minutes_ahead(),
            hours: clock::joined(&hours),
            is_optional: view.people.is_optional(profile),
            segments: segments(pattern, week.workdays()),
        }
    }

    /// By quarter of an hour of the UTC day: `w` at work at its start on half of the workdays or more, `s` on
    /// fewer, `.` never.
    pub(crate) fn quarters(&self) -> String {
        let mark = |quarter: usize| {
            let minute = (quarter * 15) as u16;
            let here = self.segments.iter().find(|s| (s.start..s.end).contains(&minute));
            match here.map(|segment| segment.often) {
                Some(Often::Usually) => 'w',
                Some(Often::Sometimes) => 's',
                None => '.',
            }
        };
        (0..QUARTERS).map(mark).collect()
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
