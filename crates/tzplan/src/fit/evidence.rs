//! The evidence behind a fit: what everybody and each teammate shares with a candidate, season by season, and
//! which hours the candidate covers that nobody did, and when the candidate is off.

use super::Candidate;
use crate::days_off::DayOff;
use crate::interval::IntervalSet;
use crate::minutes::{Minutes, PerDay, WeekMinute};
use crate::pairs::PairOverlap;
use crate::season::{ProfileId, Season, Week};
use crate::target::{Group, SeasonOverlap, YearOverlap};

/// The common overlap of the required members, without a candidate and with them.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct TeamOverlap {
    /// The seasons of the required members and the candidate, with what is shared in each before and after.
    /// Before, in a team of nobody, nothing is.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::before_and_after"))]
    pub seasons: Vec<(Season, SeasonOverlap, SeasonOverlap)>,
    /// The year before.
    pub before: YearOverlap,
    /// The year after.
    pub after: YearOverlap,
}

/// What a candidate adds to the hours that are covered in a season.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct CoverageGained {
    /// Cut by the clock changes of everybody, optional members and the candidate included.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub season: Season,
    /// Minutes of an ordinary week in which nobody was at work, optional members included, and the candidate
    /// is.
    pub minutes_per_week: Minutes,
}

impl Candidate<'_> {
    /// The workdays of the horizon on which they are off, with what these are called. Waits count them;
    /// whether they fit is asked of ordinary weeks.
    ///
    /// ```
    /// use tzplan::fit::Opening;
    /// use tzplan::{Holidays, Horizon, Member, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::UTC));
    /// let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let opening = Opening::new(&PreparedTeam::new(&team, year), &Policy::default());
    /// let diwali = Holidays::new([("2027-10-29".parse().unwrap(), "Diwali")]);
    /// let kolkata = Zone::iana("Asia/Kolkata").unwrap();
    /// let priya = Schedule::new(kolkata, WeeklyHours::default()).with_holidays(&diwali);
    /// assert_eq!(opening.candidate(&priya).days_off()[0].holiday.as_deref(), Some("Diwali"));
    /// ```
    pub fn days_off(&self) -> Vec<DayOff> {
        DayOff::of(&self.schedule, self.opening.prepared().horizon())
    }

    /// The seasons of the required members and the candidate.
    pub fn seasons(&self) -> Vec<Season> {
        let prepared = self.opening.prepared();
        prepared.seasons_with(prepared.required(), &self.joining.newcomer)
    }

    /// What everybody required shares, without the candidate and with them, at stated hours.
    pub fn team_overlap(&self) -> TeamOverlap {
        let target = self.opening.lineup.target;
        let (mut seasons, mut before, mut after) = (Vec::new(), Vec::new(), Vec::new());
        for season in self.seasons() {
            let mut weeks = self.weeks_of(self.opening.prepared().required(), &season);
            let without = Group::new(weeks.clone()).season_overlap(target);
            weeks.push(self.week_in(&season));
            let with = Group::new(weeks).season_overlap(target);
            before.push((season, without.daily));
            after.push((season, with.daily));
            seasons.push((season, without, with));
        }
        let year =
            |daily: &[(Season, PerDay)]| YearOverlap::of(daily).expect("a horizon has at least one season");
        TeamOverlap { seasons, before: year(&before), after: year(&after) }
    }

    /// What the candidate, at stated hours, shares with a member of each profile, optional ones too, in order
    /// of [`PreparedTeam::profiles`](crate::PreparedTeam::profiles). Seasons are cut by the pair's own clock
    /// changes.
    pub fn pairs(&self) -> Vec<PairOverlap> {
        let profiles = self.opening.prepared().profiles().len() as u32;
        (0..profiles).map(|profile| self.pair(ProfileId(profile))).collect()
    }

    /// What the candidate, at stated hours, shares with a member of one profile.
    pub fn pair(&self, profile: ProfileId) -> PairOverlap {
        let (prepared, policy) = (self.opening.prepared(), self.opening.policy());
        let group = [profile];
        let seasons = prepared.seasons_with(&group, &self.joining.newcomer).into_iter().map(|season| {
            let mut weeks = self.weeks_of(&group, &season);
            weeks.push(self.week_in(&season));
            (season, Group::new(weeks).season_overlap(policy.target()))
        });
        PairOverlap::of(seasons.collect(), prepared.horizon(), policy)
    }

    /// Hours of the week, season by season, that nobody in the team covered and the candidate does.
    pub fn coverage_gained(&self) -> Vec<CoverageGained> {
        let prepared = self.opening.prepared();
        let everybody: Vec<ProfileId> = (0..prepared.profiles().len() as u32).map(ProfileId).collect();
        let seasons = prepared.seasons_with(&everybody, &self.joining.newcomer).into_iter();
        let gained = seasons.map(|season| {
            let weeks = self.weeks_of(&everybody, &season);
            let covered: IntervalSet<WeekMinute> =
                weeks.iter().flat_map(|week| week.pattern().iter()).collect();
            let own = self.week_in(&season).pattern();
            let minutes_per_week = Minutes(own.total().get() - own.shared_minutes(&covered).get());
            CoverageGained { season, minutes_per_week }
        });
        gained.collect()
    }

    fn week_in(&self, season: &Season) -> &Week {
        let newcomer = &self.joining.newcomer;
        &newcomer.weeks()[newcomer.week_on(season.first_day())]
    }

    fn weeks_of(&self, group: &[ProfileId], season: &Season) -> Vec<&Week> {
        group.iter().map(|profile| self.opening.lineup.prepared.week(*profile, season)).collect()
    }
}
