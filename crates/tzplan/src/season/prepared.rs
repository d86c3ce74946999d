//! Preparing a team: members folded into profiles, the horizon cut into seasons.

use std::sync::{Arc, OnceLock};

use super::Season;
use super::folded::{Folded, SeasonClass, seasons_of};
use super::members::MembersByProfile;
use super::newcomer::Newcomer;
use super::profile::{Profile, ProfileId};
use super::week::Week;
use super::week_table::WeekId;
use crate::duration::Shift;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::minutes::Minutes;
use crate::policy::Policy;
use crate::team::{MemberRef, Post, Schedule, Team};

/// A team and a horizon, ready for any number of questions: the door to every analysis.
///
/// ```
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
/// team.add(Member::new("Paul", Zone::iana("Europe/Paris").unwrap()));
/// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
/// let from = "2026-01-01".parse().unwrap();
/// let prepared = PreparedTeam::new(&team, Horizon::year(from, Zone::UTC).unwrap());
/// assert_eq!(prepared.profiles().len(), 2); // Berlin and Paris keep the same clock
/// assert_eq!(prepared.seasons().len(), 5);  // winter, US ahead, summer, EU back, winter
/// ```
///
/// It owns what it needs, is cheap to clone (clones share the work) and may be asked from any number of
/// threads, so that it can live in a server's state. Nothing is computed before it is asked for: questions
/// about instants ([`overlap`](crate::overlap), [`coverage`](crate::coverage), [`reply`](crate::reply),
/// [`meeting`](crate::meeting)) do not pay for the profiles and seasons that verdicts need.
///
/// ```
/// use std::sync::OnceLock;
/// use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
///
/// static OFFICE: OnceLock<PreparedTeam> = OnceLock::new();
/// OFFICE.get_or_init(|| {
///     let mut team = Team::new();
///     team.add(Member::new("Ben", Zone::UTC));
///     PreparedTeam::new(&team, Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap())
/// });
/// let model = || Plan::of(OFFICE.get().unwrap(), &Policy::default()).verdict().model;
/// let asked = std::thread::spawn(model);
/// assert_eq!(asked.join().unwrap().to_string(), "overlap");
/// ```
#[derive(Clone, Debug)]
pub struct PreparedTeam(Arc<Prepared>);

#[derive(Debug)]
struct Prepared {
    team: Team,
    horizon: Horizon,
    folded: OnceLock<Folded>,
    members: OnceLock<MembersByProfile>,
}

impl PreparedTeam {
    /// A team and the dates to look at.
    pub fn new(team: &Team, horizon: Horizon) -> Self {
        let (folded, members) = (OnceLock::new(), OnceLock::new());
        Self(Arc::new(Prepared { team: team.clone(), horizon, folded, members }))
    }

    /// The profiles and seasons, found when first needed.
    ///
    /// # Complexity
    ///
    /// Linear in the distinct schedules and their clock changes, with one look at each member.
    fn folded(&self) -> &Folded {
        self.0.folded.get_or_init(|| Folded::of(&self.0.team, &self.0.horizon))
    }

    pub(super) fn members_by_profile(&self) -> &MembersByProfile {
        self.0.members.get_or_init(|| MembersByProfile::of(self))
    }

    /// The team.
    pub fn team(&self) -> &Team {
        &self.0.team
    }

    /// The planning range.
    pub fn horizon(&self) -> &Horizon {
        &self.0.horizon
    }

    /// The distinct profiles, in the order in which their schedules were first seen.
    pub fn profiles(&self) -> &[Profile] {
        &self.folded().profiles
    }

    /// The profile of a schedule, by its place among [`Team::schedules`].
    ///
    /// # Panics
    ///
    /// When there is no such schedule.
    pub fn profile_of_schedule(&self, place: usize) -> ProfileId {
        self.folded().profile_of[place]
    }

    /// A profile.
    ///
    /// # Panics
    ///
    /// Here, and wherever a profile is asked about, when the id is another team's and this one has fewer.
    pub fn profile(&self, id: ProfileId) -> &Profile {
        &self.folded().profiles[id.index()]
    }

    /// The profiles with required members, in roster order of their first ones.
    pub fn required(&self) -> &[ProfileId] {
        &self.folded().required
    }

    /// How many members are required.
    pub fn required_members(&self) -> usize {
        self.folded().required.iter().map(|id| self.profile(*id).required as usize).sum()
    }

    /// Whether a member counts as required; all do where nobody is.
    pub fn is_required(&self, member: MemberRef<'_>) -> bool {
        member.counts_as_required()
    }

    /// The profile of a member of this team.
    ///
    /// # Panics
    ///
    /// When the member is another team's, with a schedule beyond those of this one.
    pub fn profile_of(&self, member: MemberRef<'_>) -> ProfileId {
        self.folded().profile_of[member.schedule_id().index()]
    }

    /// The seasons of the required members, in order; together they are the horizon.
    pub fn seasons(&self) -> &[Season] {
        &self.folded().seasons
    }

    /// The seasons of any group of profiles, cut by their clock changes only.
    pub fn seasons_of(&self, group: &[ProfileId]) -> Vec<Season> {
        let profiles = group.iter().map(|id| self.profile(*id));
        seasons_of(profiles, None, &self.0.horizon)
    }

    /// The seasons of a group of profiles with somebody from outside.
    pub(crate) fn seasons_with(&self, group: &[ProfileId], newcomer: &Newcomer) -> Vec<Season> {
        let profiles = group.iter().map(|id| self.profile(*id));
        seasons_of(profiles, Some(newcomer), &self.0.horizon)
    }

    /// The posts of a profile: those of one of its members, whose zones stand for equal clocks.
    pub fn posts_of(&self, profile: ProfileId) -> &[Post] {
        self.schedule_of(profile).posts()
    }

    pub(crate) fn schedule_of(&self, profile: ProfileId) -> &Schedule {
        self.0.team.schedule(self.profile(profile).schedule)
    }

    /// The weekly hours that a profile keeps, one entry for each post: those of a moved day after the move.
    pub fn hours_of(&self, profile: ProfileId) -> impl Iterator<Item = &WeeklyHours> {
        self.posts_of(profile).iter().map(Post::hours)
    }

    /// The same before the day was moved.
    pub(crate) fn stated_hours_of(&self, profile: ProfileId) -> impl Iterator<Item = &WeeklyHours> {
        self.posts_of(profile).iter().map(Post::stated_hours)
    }

    /// Minutes by which a profile's day is moved from the stated hours, all year.
    pub(crate) fn moved(&self, profile: ProfileId) -> i32 {
        self.profile(profile).moved
    }

    /// How far the day of a profile's members may be moved, where that is stated for them.
    pub fn flex_of(&self, profile: ProfileId) -> Option<Minutes> {
        self.schedule_of(profile).flex()
    }

    /// The ordinary week of a profile in a season, as its day is moved.
    pub fn week(&self, profile: ProfileId, season: &Season) -> &Week {
        self.folded().weeks.get(self.week_id(profile, season))
    }

    /// Night work of a profile: minutes of work a week inside the policy's night, on the own clock, as stated
    /// or as the day is moved.
    /// Of somebody who changes zones the clock of the horizon's first day counts; a minute at work on two
    /// posts counts once, and is night if it is on either clock.
    pub fn night_minutes_per_week(&self, profile: ProfileId, policy: &Policy) -> Minutes {
        self.week(profile, &self.seasons()[0]).minutes_within(policy.night(), Shift::NONE)
    }

    pub(crate) fn week_id(&self, profile: ProfileId, season: &Season) -> WeekId {
        self.profile(profile).week_on(season.first_day())
    }

    /// The week of a profile in a season on its stated hours.
    pub(crate) fn stated_week_id(&self, profile: ProfileId, season: &Season) -> WeekId {
        self.profile(profile).stated_week_on(season.first_day())
    }

    pub(crate) fn week_of(&self, id: WeekId) -> &Week {
        self.folded().weeks.get(id)
    }

    /// Whether two profiles, each moved by this many minutes from the stated hours, have equal offsets on
    /// every day and equal hours; flex aside.
    pub(crate) fn equal_when_moved(
        &self,
        (a, moved_a): (ProfileId, i32),
        (b, moved_b): (ProfileId, i32),
    ) -> bool {
        if (a, moved_a) == (b, moved_b) {
            return true;
        }
        let (weeks_a, weeks_b) = (&self.profile(a).weeks, &self.profile(b).weeks);
        let same_clock = |x: &(i32, WeekId), y: &(i32, WeekId)| {
            x.0 == y.0 && self.week_of(x.1).clocks().eq(self.week_of(y.1).clocks())
        };
        weeks_a.len() == weeks_b.len()
            && weeks_a.iter().zip(weeks_b).all(|(x, y)| same_clock(x, y))
            && self.schedule_of(a).moved_on() == self.schedule_of(b).moved_on()
            && self
                .stated_hours_of(a)
                .map(|hours| hours.moved(Shift::of(moved_a)))
                .eq(self.stated_hours_of(b).map(|hours| hours.moved(Shift::of(moved_b))))
    }

    /// The place among [`seasons`](Self::seasons) of the one with a day of the horizon.
    pub(crate) fn season_on(&self, day: i32) -> usize {
        self.folded().seasons.partition_point(|season| season.first_day() <= day).max(1) - 1
    }

    pub(crate) fn distinct_weeks(&self) -> usize {
        self.folded().weeks.len()
    }

    pub(crate) fn classes(&self) -> &[SeasonClass] {
        &self.folded().classes
    }

    /// The class of a season, by its place.
    pub(crate) fn class_of(&self, season: usize) -> usize {
        self.folded().class_of[season]
    }
}
