//! Openings: a team judged once, to judge any number of candidates.

use std::sync::{Arc, OnceLock};

use super::ladder::{Brought, Ladder};
use super::waits::TeamWaits;
use crate::lineup::Lineup;
use crate::memo::Memo;
use crate::minutes::PerDay;
use crate::pods::{self, Aim, Pods};
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Week, rotated};
use crate::shift::Plans;
use crate::verdict::{self, Model};

/// An opening in a team: the team judged once, ready to judge any number of candidates, from any number of
/// threads. It owns what it needs, so that it can live in a server's state.
///
/// ```
/// use tzplan::fit::{FitResult, Opening};
/// use tzplan::{Horizon, Member, Model, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};
///
/// let mut team = Team::new();
/// team.add(Member::new("Ana", Zone::iana("America/New_York").unwrap()));
/// team.add(Member::new("Ben", Zone::iana("America/New_York").unwrap()));
/// let horizon = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
/// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
///
/// let opening = Opening::new(&prepared, &policy);
/// let in_zone = |zone| opening.judge(&Schedule::new(Zone::iana(zone).unwrap(), WeeklyHours::default()));
/// let lima = in_zone("America/Lima"); // an hour behind New York in summer
/// assert_eq!((lima.result, lima.teammates[0].year_min.to_string()), (FitResult::Fits, "7:00".into()));
/// let kolkata = in_zone("Asia/Kolkata");
/// assert_eq!((kolkata.result, kolkata.team_after), (FitResult::FitsAsync, Model::Hybrid));
/// assert_eq!(kolkata.trap.unwrap().shift.to_string(), "+6:30"); // 15:30 to 23:30 in Kolkata would share four hours
///
/// // Shared between threads:
/// let opening = std::sync::Arc::new(opening);
/// let shared = opening.clone();
/// let judge = move || shared.judge(&Schedule::new(Zone::UTC, WeeklyHours::default())).result;
/// assert_eq!(std::thread::spawn(judge).join().unwrap(), FitResult::FitsWithShift);
/// ```
#[derive(Debug)]
pub struct Opening {
    pub(super) lineup: Lineup<'static>,
    pub(super) model: Model,
    /// The pods of a hybrid team.
    pub(super) pods: Option<Pods>,
    /// By class of seasons.
    classes: Vec<OpenClass>,
    /// By pod, then by class.
    pub(super) pod_ladders: Vec<Vec<Joinable>>,
    /// A partition in which half of the members share a pod, looked for when first needed.
    half: OnceLock<Option<HalfShared>>,
    waits: OnceLock<TeamWaits>,
}

/// A group in one class of seasons.
#[derive(Clone, Debug)]
pub(super) struct Joinable {
    /// Whether it meets the target itself.
    pub(super) meets: bool,
    pub(super) ladder: Ladder,
}

#[derive(Debug)]
struct OpenClass {
    everybody: Joinable,
    effective_target: PerDay,
    longest_span: i32,
    /// By length: the windows that hold and that everybody can afford.
    windows: Memo<i32, [TeamWindow]>,
}

/// A window that the team can afford, with everybody moved to it.
#[derive(Debug)]
pub(super) struct TeamWindow {
    /// Minutes after 00:00 UTC.
    pub(super) start: i32,
    pub(super) ladder: Ladder,
}

/// A partition in which half of the members share a pod.
#[derive(Debug)]
pub(super) struct HalfShared {
    pub(super) sharing: u32,
    /// By part, pods and isolated people, then by class.
    pub(super) ladders: Vec<Vec<Joinable>>,
}

impl Opening {
    /// Judges the team.
    ///
    /// # Complexity
    ///
    /// That of its verdict, without the evidence.
    pub fn new(prepared: &PreparedTeam, policy: &Policy) -> Self {
        let lineup = Lineup::of(prepared, policy).into_owned();
        let (standing, pods) = verdict::judged(&lineup);
        let model = standing.model;
        let classes = lineup.classes.iter().map(|class| {
            let spans = class.crowds.iter().flat_map(|crowd| crowd.week().spans());
            OpenClass {
                everybody: joinable(&lineup, class, &(0..lineup.slots.len()).collect::<Vec<_>>()),
                effective_target: class.group().effective_target(lineup.target),
                longest_span: spans.map(|span| span.length).max().unwrap_or(0),
                windows: Memo::default(),
            }
        });
        let classes = classes.collect();
        let pod_ladders = pods.as_ref().map(|pods| ladders(&lineup, &pods.pods)).unwrap_or_default();
        let (half, waits) = (OnceLock::new(), OnceLock::new());
        Self { lineup, model, pods, classes, pod_ladders, half, waits }
    }

    /// The team.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.lineup.prepared
    }

    /// The thresholds.
    pub fn policy(&self) -> &Policy {
        &self.lineup.policy
    }

    /// The team's model without anybody joining.
    pub fn team_before(&self) -> Model {
        self.model
    }

    /// The best partition of a hybrid team.
    pub fn partition(&self) -> Option<&Pods> {
        self.pods.as_ref()
    }

    /// The pods of a hybrid team, of two people or more each: [`Fit::pods`](super::Fit::pods) and
    /// [`Fit::bridges`](super::Fit::bridges) are places among them. None for any other team.
    pub fn pods(&self) -> &[Vec<ProfileId>] {
        self.pods.as_ref().map_or(&[], |partition| &partition.pods)
    }

    /// The profiles of those in a hybrid team who share a pod with nobody.
    pub fn isolated(&self) -> &[ProfileId] {
        self.pods.as_ref().map_or(&[], |partition| &partition.isolated)
    }

    pub(super) fn everybody(&self, class: usize) -> &Joinable {
        &self.classes[class].everybody
    }

    /// The lengths of the windows to try in a class when somebody joins.
    pub(super) fn window_lengths(&self, class: usize, joins: &Week) -> impl Iterator<Item = i32> + use<> {
        let class = &self.classes[class];
        let target =
            joins.average_day().map_or(class.effective_target, |day| class.effective_target.min_value(day));
        let longest = joins.spans().iter().map(|span| span.length).max().unwrap_or(0);
        let step = self.lineup.policy.step().get() as usize;
        (target.ceil().get() as i32..=longest.max(class.longest_span)).step_by(step)
    }

    /// The windows of a length in a class that hold for the team and that everybody in it can afford.
    pub(super) fn affordable_windows(&self, class: usize, length: i32) -> Arc<[TeamWindow]> {
        self.classes[class].windows.get_or_make(length, |length| {
            let weeks = &self.lineup.classes[class];
            let stated: Vec<&Week> = weeks.crowd_of.iter().map(|crowd| weeks.crowds[*crowd].week()).collect();
            let windows = Plans::of(&self.lineup).affordable_windows_of(class, *length).into_iter();
            let window = |(start, shifts): (i32, Vec<i32>)| {
                let moved: Vec<_> =
                    stated.iter().zip(shifts).map(|(week, shift)| rotated(week.pattern(), shift)).collect();
                TeamWindow { start, ladder: Ladder::of(&stated, |slot| &moved[slot], self.lineup.target) }
            };
            windows.map(window).collect()
        })
    }

    /// A partition of the team in which half of the members share a pod, if there is any.
    pub(super) fn half_shared(&self) -> Option<&HalfShared> {
        let find = || {
            let found = match self.model {
                Model::Hybrid | Model::Async => self.pods.clone(),
                Model::Overlap | Model::OverlapWithShifts => pods::partition(&self.lineup, Aim::Hybrid),
            };
            found.map(|pods| {
                // Whoever joins somebody isolated shares a part with them.
                let mut ladders = ladders(&self.lineup, &pods.pods);
                let isolated: Vec<_> = pods.isolated.iter().map(|profile| vec![*profile]).collect();
                ladders.extend(self::ladders(&self.lineup, &isolated));
                HalfShared { sharing: pods.sharing, ladders }
            })
        };
        self.half.get_or_init(find).as_ref()
    }

    /// When the required members ask and answer.
    pub(super) fn team_waits(&self) -> &TeamWaits {
        self.waits.get_or_init(|| TeamWaits::new(&self.lineup.prepared))
    }
}

/// Groups of profiles, by group, then by class.
fn ladders(lineup: &Lineup<'_>, groups: &[Vec<ProfileId>]) -> Vec<Vec<Joinable>> {
    let slots_of = |group: &Vec<ProfileId>| lineup.slots_of(group).collect();
    let by_class =
        |slots: Vec<usize>| lineup.classes.iter().map(|class| joinable(lineup, class, &slots)).collect();
    groups.iter().map(|group| by_class(slots_of(group))).collect()
}

/// Some slots in a class, ready to be joined.
fn joinable(lineup: &Lineup<'_>, class: &crate::lineup::WeekClass<'_>, slots: &[usize]) -> Joinable {
    let mut crowds: Vec<usize> = slots.iter().map(|slot| class.crowd_of[*slot]).collect();
    crowds.sort_unstable();
    crowds.dedup();
    let weeks: Vec<&Week> = crowds.iter().map(|crowd| class.crowds[*crowd].week()).collect();
    Joinable {
        meets: class.group_of(slots.iter().copied()).meets(lineup.target),
        ladder: Ladder::of(&weeks, |member| weeks[member].pattern(), lineup.target),
    }
}

impl Joinable {
    /// Whether the group meets the target with somebody who joins.
    pub(super) fn meets_with(&self, joins: Brought<'_>) -> bool {
        self.meets && self.ladder.meets_with(joins)
    }

    /// Whether somebody who joins shares an hour a day with all of the group, as a bridge does.
    pub(super) fn is_reached_by(&self, joins: Brought<'_>) -> bool {
        self.ladder.is_reached_by(joins)
    }
}
