//! Whether candidates fit.

use serde::{Serialize, Serializer};

use crate::dates::DateRange;
use crate::duration::Shift;
use crate::fit::{
    Asked, DailySum, Fit, FitResult, PlanMove, ProposedMove, Rank, Ranking, SeasonMoves, Teammate,
};
use crate::minutes::{Minutes, PerDay};
use crate::season::{ProfileId, Season};
use crate::target::SeasonOverlap;
use crate::team::{MemberId, PostHours};
use crate::verdict::Standing;

impl Serialize for Fit {
    /// `hours` are those after the shift, where there is one, like the night work in them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'f> {
            result: FitResult,
            shift: Option<Shift>,
            hours: &'f PostHours,
            stated_night_minutes_per_week: Minutes,
            night_minutes_per_week: Minutes,
            trap: Option<&'f ProposedMove>,
            team_before: Standing,
            team_after: Standing,
            team_after_shift: Option<Standing>,
            asked: &'f Asked,
            plan: Option<&'f [SeasonMoves]>,
            pods: &'f [usize],
            bridges: &'f [usize],
            relieves: &'f [ProfileId],
            peers: u32,
            worst_overlap_sum: DailySum,
            teammates: &'f [Teammate],
        }
        let moved = self.shift.as_ref();
        let stated = self.stated_night_minutes_per_week;
        let keys = Keys {
            result: self.result,
            shift: moved.map(|moved| moved.shift),
            hours: moved.map_or(&self.stated_hours, |moved| &moved.hours),
            stated_night_minutes_per_week: stated,
            night_minutes_per_week: moved.map_or(stated, |moved| moved.night_minutes_per_week),
            trap: self.trap.as_ref(),
            team_before: self.team_before,
            team_after: self.team_after,
            team_after_shift: self.team_after_shift,
            asked: &self.asked,
            plan: self.plan.as_deref(),
            pods: &self.pods,
            bridges: &self.bridges,
            relieves: &self.relieves,
            peers: self.peers(),
            worst_overlap_sum: self.worst_overlap_sum(),
            teammates: &self.teammates,
        };
        keys.serialize(serializer)
    }
}

impl Serialize for SeasonMoves {
    /// Null where nobody moves.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'m> {
            #[serde(flatten)]
            dates: DateRange,
            moves: &'m [PlanMove],
        }
        let keys = Keys { dates: self.dates, moves: &self.moves };
        Some(keys).filter(|keys| !keys.moves.is_empty()).serialize(serializer)
    }
}

/// Whom plans ask for more, and how much.
pub(crate) fn others<S: Serializer>(
    others: &[(ProfileId, Minutes)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        profile: ProfileId,
        minutes: Minutes,
    }
    serializer
        .collect_seq(others.iter().map(|(profile, minutes)| Keys { profile: *profile, minutes: *minutes }))
}

/// The least of a year, as a part of it.
pub(crate) fn year<S: Serializer>(min: &PerDay, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        min: PerDay,
    }
    Keys { min: *min }.serialize(serializer)
}

/// Seasons with what is shared in each before and after.
pub(crate) fn before_and_after<S: Serializer>(
    seasons: &[(Season, SeasonOverlap, SeasonOverlap)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        #[serde(flatten)]
        season: Season,
        before: PerDay,
        after: PerDay,
        effective_target: Minutes,
        meets: bool,
    }
    let keys = |(season, before, after): &(Season, SeasonOverlap, SeasonOverlap)| Keys {
        season: *season,
        before: before.daily,
        after: after.daily,
        effective_target: after.effective_target.ceil(),
        meets: after.meets,
    };
    serializer.collect_seq(seasons.iter().map(keys))
}

impl Serialize for Ranking<'_> {
    /// The candidates listed, the best first, each with where they stand; `member` is the place in the pool.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Ranked<'s> {
            member: MemberId,
            #[serde(flatten)]
            rank: &'s Rank,
        }
        serializer.collect_seq(self.iter().map(|(who, rank)| Ranked { member: who.id(), rank }))
    }
}
