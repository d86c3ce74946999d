//! Preparing a team: members folded into profiles, the horizon cut into seasons.

use std::collections::HashMap;

use super::Season;
use super::fold::Fold;
use super::newcomer::Newcomer;
use super::profile::{Profile, ProfileId};
use super::track::Edge;
use super::week::{Week, WeekId, WeekTable};
use crate::duration::Shift;
use crate::horizon::Horizon;
use crate::hours::WeeklyHours;
use crate::minutes::day_number;
use crate::team::{MemberRef, Post, ScheduleId, Team};

/// A team and a horizon, ready for any number of questions.
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
#[derive(Debug)]
pub struct PreparedTeam<'t> {
    team: &'t Team,
    horizon: Horizon,
    profiles: Vec<Profile>,
    /// By schedule.
    profile_of: Vec<ProfileId>,
    required: Vec<ProfileId>,
    seasons: Vec<Season>,
    classes: Vec<SeasonClass>,
    /// By season.
    class_of: Vec<usize>,
    weeks: WeekTable,
    all_count_as_required: bool,
}

/// Seasons in which every required profile's week is the same: winter before and winter after the summer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SeasonClass {
    /// The first of its seasons.
    pub(crate) season: usize,
    /// The days of all of them.
    pub(crate) days: u32,
}

impl<'t> PreparedTeam<'t> {
    /// Folds a team into profiles and finds its seasons.
    ///
    /// # Complexity
    ///
    /// Linear in the distinct schedules and their clock changes, with one look at each member.
    pub fn new(team: &'t Team, horizon: Horizon) -> Self {
        let all_count_as_required = team.all_count_as_required();
        let (from, to) = (day_number(horizon.from()), day_number(horizon.to()));
        let mut fold = Fold::new(from, to);
        let profile_of: Vec<_> = (0..)
            .map(ScheduleId)
            .zip(team.schedules())
            .map(|(id, schedule)| fold.profile_of(id, schedule))
            .collect();
        let mut heads = vec![(0, 0); team.schedules().len()];
        for (index, member) in team.members().enumerate() {
            let required = all_count_as_required || member.is_required();
            let profile = &mut fold.profiles[profile_of[member.schedule_id().index()].index()];
            if profile.required + profile.optional == 0 || (required && profile.required == 0) {
                profile.first_member = index as u32;
            }
            let (count, head) = if required {
                (&mut profile.required, &mut heads[member.schedule_id().index()].0)
            } else {
                (&mut profile.optional, &mut heads[member.schedule_id().index()].1)
            };
            *count += 1;
            *head += 1;
        }
        let Fold { mut profiles, weeks, edges, .. } = fold;
        let mut required: Vec<_> = (0..profiles.len() as u32)
            .map(ProfileId)
            .filter(|id| profiles[id.index()].required > 0)
            .collect();
        required.sort_by_key(|id| profiles[id.index()].first_member);
        for ((id, (required, optional)), edge) in profile_of.iter().zip(heads).zip(edges) {
            let profile = &mut profiles[id.index()];
            // Optional members cut no season of the required ones.
            if required > 0 || (profile.required == 0 && optional > 0) {
                profile.edge = profile.edge.nearer(edge);
            }
        }
        let mut prepared = Self {
            team,
            horizon,
            profiles,
            profile_of,
            required,
            seasons: Vec::new(),
            classes: Vec::new(),
            class_of: Vec::new(),
            weeks,
            all_count_as_required,
        };
        prepared.seasons = prepared.seasons_of(&prepared.required);
        prepared.classify_seasons();
        prepared
    }

    /// The team.
    pub fn team(&self) -> &'t Team {
        self.team
    }

    /// The planning range.
    pub fn horizon(&self) -> &Horizon {
        &self.horizon
    }

    /// The distinct profiles, in the order in which their schedules were first seen.
    pub fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// The profile of a schedule, by its place among [`Team::schedules`].
    ///
    /// # Panics
    ///
    /// When there is no such schedule.
    pub fn profile_of_schedule(&self, place: usize) -> ProfileId {
        self.profile_of[place]
    }

    /// A profile.
    pub fn profile(&self, id: ProfileId) -> &Profile {
        &self.profiles[id.index()]
    }

    /// The profiles with required members, in roster order of their first ones.
    pub fn required(&self) -> &[ProfileId] {
        &self.required
    }

    /// How many members are required.
    pub fn required_members(&self) -> usize {
        self.required.iter().map(|id| self.profile(*id).required as usize).sum()
    }

    /// Whether a member counts as required; all do where nobody is.
    pub fn is_required(&self, member: MemberRef<'_>) -> bool {
        self.all_count_as_required || member.is_required()
    }

    /// The profile of a member.
    pub fn profile_of(&self, member: MemberRef<'_>) -> ProfileId {
        self.profile_of[member.schedule_id().index()]
    }

    /// The required members of a profile, in roster order. Complexity: linear in the team.
    pub fn required_members_of(&self, id: ProfileId) -> impl Iterator<Item = MemberRef<'t>> {
        let members = self.team.members();
        members.filter(move |member| self.is_required(*member) && self.profile_of(*member) == id)
    }

    /// The seasons of the required members, in order; together they are the horizon.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }

    /// The seasons of any group of profiles, cut by their clock changes only.
    pub fn seasons_of(&self, group: &[ProfileId]) -> Vec<Season> {
        let profiles = || group.iter().map(|id| self.profile(*id));
        let changes = profiles().flat_map(|profile| profile.weeks.iter().map(|(day, _)| *day));
        let outside = profiles().map(|profile| profile.edge).fold(Edge::FAR, Edge::nearer);
        self.seasons_between(changes, outside)
    }

    /// The seasons of a group of profiles with somebody from outside.
    pub(crate) fn seasons_with(&self, group: &[ProfileId], newcomer: &Newcomer) -> Vec<Season> {
        let profiles = || group.iter().map(|id| self.profile(*id));
        let changes = profiles().flat_map(|profile| profile.weeks.iter().map(|(day, _)| *day));
        let outside = profiles().map(|profile| profile.edge).fold(newcomer.edge(), Edge::nearer);
        self.seasons_between(changes.chain(newcomer.changes()), outside)
    }

    /// The seasons that begin on these days and on the horizon's first.
    fn seasons_between(&self, changes: impl Iterator<Item = i32>, outside: Edge) -> Vec<Season> {
        let (from, to) = (day_number(self.horizon.from()), day_number(self.horizon.to()));
        let mut starts: Vec<i32> = changes.chain([from]).collect();
        starts.sort_unstable();
        starts.dedup();
        let season = |(i, first): (usize, &i32)| {
            let days = (starts.get(i + 1).copied().unwrap_or(to) - first) as u32;
            let before = if i == 0 { outside.before } else { 0 };
            let after = if i + 1 == starts.len() { outside.after } else { 0 };
            Season { first: *first, days, whole_days: days + before + after }
        };
        starts.iter().enumerate().map(season).collect()
    }

    /// The weekly hours of a profile, one entry for each post.
    pub fn hours_of(&self, profile: ProfileId) -> impl Iterator<Item = &WeeklyHours> {
        self.team.schedule(self.profile(profile).schedule).posts().iter().map(Post::hours)
    }

    /// The ordinary week of a profile in a season.
    pub fn week(&self, profile: ProfileId, season: &Season) -> &Week {
        self.weeks.get(self.week_id(profile, season))
    }

    pub(crate) fn week_id(&self, profile: ProfileId, season: &Season) -> WeekId {
        self.profile(profile).week_on(season.first_day())
    }

    pub(crate) fn week_of(&self, id: WeekId) -> &Week {
        self.weeks.get(id)
    }

    /// Whether two profiles, each moved by so many minutes, have equal offsets on every day and equal hours.
    pub(crate) fn equal_when_moved(
        &self,
        (a, moved_a): (ProfileId, i32),
        (b, moved_b): (ProfileId, i32),
    ) -> bool {
        if moved_a == moved_b {
            return a == b;
        }
        let (weeks_a, weeks_b) = (&self.profile(a).weeks, &self.profile(b).weeks);
        let same_clock = |x: &(i32, WeekId), y: &(i32, WeekId)| {
            x.0 == y.0 && self.week_of(x.1).clocks().eq(self.week_of(y.1).clocks())
        };
        weeks_a.len() == weeks_b.len()
            && weeks_a.iter().zip(weeks_b).all(|(x, y)| same_clock(x, y))
            && self
                .hours_of(a)
                .map(|hours| hours.moved(Shift::of(moved_a)))
                .eq(self.hours_of(b).map(|hours| hours.moved(Shift::of(moved_b))))
    }

    /// The place among [`seasons`](Self::seasons) of the one with a day of the horizon.
    pub(crate) fn season_on(&self, day: i32) -> usize {
        self.seasons.partition_point(|season| season.first_day() <= day).max(1) - 1
    }

    pub(crate) fn distinct_weeks(&self) -> usize {
        self.weeks.len()
    }

    pub(crate) fn classes(&self) -> &[SeasonClass] {
        &self.classes
    }

    /// The class of a season, by its place.
    pub(crate) fn class_of(&self, season: usize) -> usize {
        self.class_of[season]
    }

    fn classify_seasons(&mut self) {
        let mut known = HashMap::new();
        for (index, season) in self.seasons.iter().enumerate() {
            let weeks: Vec<_> = self.required.iter().map(|id| self.week_id(*id, season)).collect();
            let class = *known.entry(weeks).or_insert(self.classes.len());
            if class == self.classes.len() {
                self.classes.push(SeasonClass { season: index, days: 0 });
            }
            self.classes[class].days += season.days();
            self.class_of.push(class);
        }
    }
}
