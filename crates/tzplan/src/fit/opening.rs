//! Openings: a team judged once, to judge any number of candidates.

use std::sync::OnceLock;

use super::near::is_torn;
use super::reach::Reach;
use super::waits::TeamWaits;
use crate::lineup::Lineup;
use crate::minutes::Minutes;
use crate::pods::{self, Aim, Pods, TeamParts};
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Week};
use crate::shift::{Plans, TeamMoves};
use crate::target::{Brought, Ladder};
use crate::verdict::{self, Model, Standing};

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
/// assert_eq!((kolkata.result, kolkata.team_after.model), (FitResult::FitsAsync, Model::Hybrid));
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
    pub(super) standing: Standing,
    /// The most that the plans ask of anybody, in minutes: nothing but under *overlap with shifts*.
    pub(super) asked_of_anybody: i32,
    /// The parts of a hybrid team.
    pub(super) pods: Option<Pods>,
    /// Everybody, by class of seasons.
    classes: Vec<Joinable>,
    torn: OnceLock<bool>,
    /// What plans may ask of the team, whoever joins.
    moves: OnceLock<TeamMoves>,
    parts: OnceLock<TeamParts>,
    /// Where plans can move everybody, and where such plans can that ask nobody for more than they do now.
    reach: OnceLock<[Reach; 2]>,
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
        let lineup = Lineup::of(prepared, policy).into_owned().prepared_for_plans();
        let (standing, pods) = verdict::judged(&lineup);
        let asked_of_anybody = match standing.model {
            Model::OverlapWithShifts => Plans::of(&lineup).asked().into_iter().max().unwrap_or(0),
            _ => 0,
        };
        let everybody: Vec<usize> = (0..lineup.slots.len()).collect();
        let classes = lineup.classes.iter().map(|class| joinable(&lineup, class, &everybody)).collect();
        let pod_ladders = pods.as_ref().map(|pods| ladders(&lineup, &pods.pods)).unwrap_or_default();
        let (torn, moves, parts) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let (reach, half, waits) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self {
            lineup,
            standing,
            asked_of_anybody,
            pods,
            classes,
            torn,
            moves,
            parts,
            reach,
            pod_ladders,
            half,
            waits,
        }
    }

    /// The team.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.lineup.prepared
    }

    /// The thresholds.
    pub fn policy(&self) -> &Policy {
        &self.lineup.policy
    }

    /// How the team stands without anybody joining.
    pub fn team_before(&self) -> Standing {
        self.standing
    }

    /// The most that the team's affordable plans ask of anybody; nothing but under *overlap with shifts*.
    pub fn asked_of_anybody(&self) -> Minutes {
        Minutes(self.asked_of_anybody as u32)
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
        &self.classes[class]
    }

    /// Whether no plan brings everybody together, whoever joins.
    pub(super) fn is_torn(&self) -> bool {
        *self.torn.get_or_init(|| is_torn(&self.lineup))
    }

    /// What plans may ask of the team.
    pub(super) fn moves(&self) -> &TeamMoves {
        self.moves.get_or_init(|| TeamMoves::of(&self.lineup))
    }

    /// What groups of the team can do without whoever joins.
    pub(super) fn parts(&self) -> &TeamParts {
        self.parts.get_or_init(|| TeamParts::of(&self.lineup))
    }

    /// Where affordable plans can move everybody.
    pub(super) fn everybody_reaches(&self) -> &Reach {
        &self.reach()[0]
    }

    /// The same of plans that ask nobody for more than was asked of anybody before.
    pub(super) fn reaches_modestly(&self) -> &Reach {
        &self.reach()[1]
    }

    fn reach(&self) -> &[Reach; 2] {
        self.reach.get_or_init(|| [i32::MAX, self.asked_of_anybody].map(|most| Reach::of(&self.lineup, most)))
    }

    /// A partition of the team in which half of the members share a pod, if there is any.
    pub(super) fn half_shared(&self) -> Option<&HalfShared> {
        let find = || {
            let found = match self.standing.model {
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
    let by_class =
        |slots: Vec<usize>| lineup.classes.iter().map(|class| joinable(lineup, class, &slots)).collect();
    lineup.slots_of_each(groups).into_iter().map(by_class).collect()
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
