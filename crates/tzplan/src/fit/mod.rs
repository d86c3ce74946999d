//! Hire fit: what a candidate does to a team, and what the team does to the candidate, before the offer is
//! made.
//!
//! An [`Opening`] is a team judged once. A [`Candidate`] is somebody with a schedule, judged on it.
//!
//! They **fit** when the team's verdict with them, at stated hours, is no worse, and its plans ask them for
//! no more than was [asked of anybody](Asked) before. To fit a team in pods is to meet the target naturally
//! with all members of some pod as a group, an isolated person being no pod; to fit an async team is to make
//! its verdict better.
//!
//! They **fit with a shift** when the same holds after one affordable shift of their own day, the same all
//! year, and the plans then ask nobody for more than was asked of anybody before. Where no own shift does,
//! they fit a team of *overlap* or *overlap with shifts* **by the team's plan** when the verdict with them is
//! still one of the two, whoever then has to move ([`Fit::is_by_plan`], [`Fit::plan`]).
//!
//! They fit **async only** otherwise; if an unaffordable shift would make them fit, that is the trap.
//!
//! So whoever works as a member of a team of *overlap* or *overlap with shifts* does, or as a member of a
//! pod, fits as that member does. One more of somebody isolated does not: they [relieve](Fit::relieves) them.
//!
//! - The candidate counts as required, and as marked where everybody required is. Where all teammates are
//!   optional they all count as required, unmarked, and go on doing so.
//! - "The team's verdict with the candidate" ([`Fit::team_after`]) is that at the hours stated, also when
//!   they fit with a shift.
//! - What plans ask counts from the stated hours, for somebody whose own day is moved already as well: so
//!   does what is affordable. A team in pods or async whose candidate needs no own shift is not asked about
//!   plans.
//! - Beyond 24 distinct profiles the pods of a team are the best found, and so is who fits them.

mod after;
mod beside;
mod candidate;
mod evidence;
mod hubs;
mod judge;
mod near;
mod opening;
mod overlapping;
mod rank;
mod ranking;
mod reach;
mod shortlist;
mod team_plan;
mod together;
mod waits;

use crate::duration::Shift;
use crate::minutes::{Minutes, PerDay};
use crate::season::ProfileId;
use crate::team::PostHours;
use crate::verdict::Standing;
use crate::words::words;
pub use beside::{Beside, TeamWithCandidates};
pub use candidate::Candidate;
pub use evidence::{CoverageGained, TeamOverlap};
pub use hubs::best_of;
pub use opening::Opening;
pub use rank::{DailySum, Rank, SortBy};
pub use ranking::Ranking;
pub use shortlist::{Results, Shortlist};
pub use team_plan::{PlanMove, SeasonMoves};
pub use waits::CandidateWaits;

/// Whether somebody fits a team; better answers first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum FitResult {
    /// As they are.
    Fits,
    /// After one affordable shift of their own day, the same all year, or by the plan of the team with them.
    FitsWithShift,
    /// Only if work with them is asynchronous.
    FitsAsync,
}

words!(FitResult { Fits = "fits", FitsWithShift = "fits-with-shift", FitsAsync = "fits-async" });

/// Whether a candidate fits, with the reasons.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Fit {
    /// The answer.
    pub result: FitResult,
    /// The smallest affordable shift that makes them fit (later before earlier); `None` unless it takes one,
    /// and where the team's plan makes them fit.
    pub shift: Option<ProposedMove>,
    /// The smallest shift of at most 24 hours that would make them fit (later before earlier), where only
    /// shifts that cannot be asked of them would.
    pub trap: Option<ProposedMove>,
    /// The hours stated, one entry for each post: those that are judged.
    pub stated_hours: PostHours,
    /// Minutes of work a week at stated hours inside the policy's night, on their own clock of the horizon's
    /// first day.
    pub stated_night_minutes_per_week: Minutes,
    /// How the team stands without them.
    pub team_before: Standing,
    /// How it stands with them, at stated hours.
    pub team_after: Standing,
    /// How it stands with them after the [`shift`](Self::shift), where it takes one.
    pub team_after_shift: Option<Standing>,
    /// What the plans of the team with them ask of whom, at the hours with which they fit.
    pub asked: Asked,
    /// Where the team with them overlaps with shifts, at the hours with which they fit: who moves, season by
    /// season, whoever it is. Together with [`FitResult::FitsWithShift`] and no [`shift`](Self::shift) they
    /// fit by that plan.
    pub plan: Option<Vec<SeasonMoves>>,
    /// For a hybrid team: the places among [`Opening::pods`] of those all of whose members they meet the
    /// target with as a group, at the hours with which they fit.
    pub pods: Vec<usize>,
    /// For a hybrid team: the places among [`Opening::pods`] of those with whose common minutes they share an
    /// hour a day in every season, at stated hours: 60 minutes × the larger of their own workdays and the
    /// pod's fewest, a week. Whatever the answer: a hire between two pods can be worth more than one inside.
    pub bridges: Vec<usize>,
    /// For a hybrid team: the profiles of isolated people ([`Opening::isolated`]) with whom they meet the
    /// target as a pair, at stated hours; in roster order, whatever the answer.
    pub relieves: Vec<ProfileId>,
    /// What they share with the required members at stated hours: one entry for each profile, in roster order
    /// of their first members.
    pub teammates: Vec<Teammate>,
}

impl Fit {
    /// How many required teammates meet the target with them, pair by pair, at stated hours.
    pub fn peers(&self) -> u32 {
        peers(&self.teammates)
    }

    /// Each required teammate's least daily overlap of the year with them, at stated hours, added up.
    pub fn worst_overlap_sum(&self) -> DailySum {
        worst_overlap_sum(&self.teammates)
    }

    /// Whether they fit by a plan that moves others too, or them by season, and by no shift of their own day
    /// alone.
    pub fn is_by_plan(&self) -> bool {
        self.result == FitResult::FitsWithShift && self.shift.is_none()
    }
}

fn peers(teammates: &[Teammate]) -> u32 {
    teammates.iter().filter(|mate| mate.meets).map(|mate| mate.members).sum()
}

fn worst_overlap_sum(teammates: &[Teammate]) -> DailySum {
    teammates.iter().map(|mate| (mate.year_min, mate.members)).collect()
}

/// What is asked of people, by season, counted from the stated hours: by the affordable plans of the team,
/// which ask nothing but under *overlap with shifts*, and of the candidate by the move of their own day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Asked {
    /// Of anybody at most, before the candidate joins.
    pub anybody: Minutes,
    /// Of the candidate at most: the [shift](Fit::shift) of their own day with what the plans with them move
    /// them further.
    pub candidate: Minutes,
    /// Of whom else the plans with them ask for more than anybody was asked for before, and how much at most;
    /// in roster order of the profiles.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::others"))]
    pub others: Vec<(ProfileId, Minutes)>,
}

impl Asked {
    /// Of [others](Self::others) at most; `None` where there are none.
    pub fn others_at_most(&self) -> Option<Minutes> {
        self.others.iter().map(|(_, minutes)| *minutes).max()
    }

    /// Of the candidate and of those who are asked for more than anybody was before, at most.
    pub fn most(&self) -> Minutes {
        self.others.iter().map(|(_, minutes)| *minutes).fold(self.candidate, Minutes::max)
    }
}

/// What a candidate shares with required members of one profile.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Teammate {
    /// Their profile.
    pub profile: ProfileId,
    /// How many required members have it.
    pub members: u32,
    /// Whether each of them meets the target with the candidate as a pair, over the horizon but for grace
    /// days.
    pub meets: bool,
    /// The least daily overlap of any season.
    #[cfg_attr(feature = "serde", serde(rename = "year", serialize_with = "crate::output::year"))]
    pub year_min: PerDay,
}

/// A move of the candidate's own day, all year.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ProposedMove {
    /// By how much, and which way.
    pub shift: Shift,
    /// The hours they would keep on their own clock, one entry for each post.
    pub hours: PostHours,
    /// Minutes of moved work a week inside the policy's night.
    pub night_minutes_per_week: Minutes,
}
