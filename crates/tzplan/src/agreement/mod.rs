//! The working agreement of a team: what they keep to all year, on everybody's own clock.
//!
//! It puts together what other analyses find, season by season of everybody's clocks (optional members' too)
//! and of the horizon's home zone, and says each time as the person concerned reads it:
//!
//! | question | answer |
//! |---|---|
//! | When are all of us at work? | [`Agreement::groups`]: of everyone under the overlap models, else of each pod |
//! | Whose day is moved for that? | [`Agreement::shifts`] |
//! | When is the stand-up, and whom does it cost what? | [`Agreement::standups`] |
//! | Whom can I ask at which hour of my day? | [`Agreement::ask`]; on one clock for all who live by it [`Agreement::clocks`] |
//! | How long may a question block me? | [`Agreement::blocked`] |
//! | Who goes on when my day ends? | [`Agreement::handoffs`] |
//! | What moves for whom when clocks change? | [`Agreement::clock_changes`] |
//!
//! Where the plan of a team moves days, these *agreed shifts* are kept everywhere here: core hours, stand-ups,
//! waits, questions and hand-offs are those of the moved days. Where days move in some seasons only, they
//! are those of the hours that are kept on each date: a shift has the hours agreed for the date on which it
//! starts, on the clock on which the hours are read. What is agreed for the first and the last season holds
//! before and after the horizon, too.
//!
//! A stand-up is proposed only where its time asks no required person for a free day, for night work beyond
//! their own hours, or for a day longer by more than the policy's `max_shift`; where every time does, there
//! is none ([`Standup::least_bad`] is what it would cost).
//!
//! Seasons and ordinary weeks know no days off and no short stays, which are exceptions like them. Stand-ups
//! know days off, and are chosen as if nobody were on a short stay; waits know both.

mod ask;
mod blocked;
mod clock_change;
mod core_hours;
mod handoff;
mod kept;
mod local;
mod season;
mod shared_clock;
mod standup;

use crate::duration::Shift;
use crate::minutes::Minutes;
use crate::pods::Bridge;
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId};
use crate::verdict::{Model, Plan};
pub use ask::{Ask, AskHours};
pub use blocked::{Blocked, FewHours, Slowest};
pub use clock_change::{ClockChange, ClockMove, Moved, MovedWhat};
pub use core_hours::{CoreHours, CoreRun, Group, PersonHours};
pub use handoff::AgreedHandoff;
use kept::Kept;
pub use kept::{AgreedMove, AgreedShifts};
pub use season::AgreedSeason;
pub use shared_clock::{ClockHours, SharedClock};
pub use standup::{Standup, StandupTime};

/// What a working agreement is made for.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct AgreementOptions {
    /// How long stand-ups last: 1 minute to 24 hours. Default: 30 minutes.
    pub duration: Minutes,
    /// Whether stand-ups are looked for. Default: they are.
    pub standups: bool,
    /// Over how many weeks turns are taken where no stand-up suits everybody; fewer where the horizon is
    /// shorter. Default: 8.
    pub weeks: usize,
}

impl Default for AgreementOptions {
    fn default() -> Self {
        Self { duration: Minutes(30), standups: true, weeks: 8 }
    }
}

/// What a team agrees to keep. Profiles are those of [`prepared`](Self::prepared).
#[derive(Debug)]
#[non_exhaustive]
pub struct Agreement {
    /// The model that the team runs on.
    pub model: Model,
    /// The seasons of everybody's clocks and of the home clock, in order; together they are the horizon.
    pub seasons: Vec<AgreedSeason>,
    /// The agreed shifts: one entry that holds all year, or one for each season that needs its own.
    pub shifts: Vec<AgreedShifts>,
    /// Who overlaps: everyone required under the overlap models, each pod of a hybrid team and of an async one
    /// of which half or more share a pod, nobody of another.
    pub groups: Vec<Group>,
    /// Where there are none: what everyone required shares all the same, which is less than the target;
    /// `None` where that is nothing on all dates.
    pub together: Option<Group>,
    /// Who is in no pod where there are pods, in roster order.
    pub alone: Vec<ProfileId>,
    /// Under async: the required profiles, each with those with whom it meets the target as a pair. Its own
    /// is among them where it has two members or more.
    pub peers: Vec<(ProfileId, Vec<ProfileId>)>,
    /// Who is in another pod and shares at least an hour a day with some pod: whom to ask to carry words
    /// between the two. As under the stated hours.
    pub bridges: Vec<Bridge>,
    /// The stand-up of everyone required, then that of each pod; of one person alone there is none, and none
    /// where they are not asked for.
    pub standups: Vec<Standup>,
    /// Whom each profile can ask at which hour of their day.
    pub ask: Vec<Ask>,
    /// The clocks that people live by, with who is at work at which of their hours.
    pub clocks: Vec<SharedClock>,
    /// How long questions block whom.
    pub blocked: Vec<Blocked>,
    /// Who works few hours, in roster order of the first: questions to them wait for these.
    pub few_hours: Vec<FewHours>,
    /// Who goes on when somebody's day ends, season by season.
    pub handoffs: Vec<AgreedHandoff>,
    /// The dates on which clocks change, in order, with what moves for whom.
    pub clock_changes: Vec<ClockChange>,
    /// Who works at night, agreed shifts kept: minutes a week inside the policy's night, in roster order. Of
    /// somebody whose shifts go by season those of the season with the most.
    pub night: Vec<(ProfileId, Minutes)>,
    /// Daily overlap that was asked for.
    pub target: Minutes,
    /// By how much a stand-up may make the day of somebody required longer.
    pub max_shift: Minutes,
    /// Questions that block the asker longer, at the 95th percentile, are marked.
    pub reply_within: Minutes,
    /// How long stand-ups last.
    pub duration: Minutes,
    prepared: PreparedTeam,
}

impl Agreement {
    /// The agreement that a team's plan allows.
    ///
    /// ```
    /// use tzplan::agreement::{Agreement, AgreementOptions};
    /// use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", "Europe/Berlin".parse()?));
    /// team.add(Member::new("Nia", "America/New_York".parse()?).hours("8-16".parse()?));
    /// let horizon = Horizon::year("2026-11-23".parse()?, "Europe/Berlin".parse()?)?;
    /// let prepared = PreparedTeam::new(&team, horizon);
    /// let plan = Plan::of(&prepared, &Policy::default());
    /// let agreement = Agreement::of(&prepared, &plan, &AgreementOptions::default());
    ///
    /// // 08:00 in New York is 14:00 in Berlin: three hours. Half an hour from each makes it four, all year.
    /// let shifts: Vec<String> = agreement.shifts[0].moves.iter().map(|one| one.asked.shift.to_string()).collect();
    /// assert_eq!(shifts, ["+0:30", "-0:30"]);
    /// let core = &agreement.groups[0].core[0];
    /// let own: Vec<String> = core.people.iter().map(|person| person.hours.to_string()).collect();
    /// assert_eq!(own, ["13:30-17:30 Mon-Fri", "07:30-11:30 Mon-Fri"]);
    /// // From 14 March, when New York is an hour ahead, they are an hour earlier for Ben, whose clock stays.
    /// assert_eq!(agreement.clock_changes[0].date.to_string(), "2027-03-14");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Panics
    ///
    /// When the plan is not of this team, or a stand-up lasts no time or longer than 24 hours.
    ///
    /// # Complexity
    ///
    /// For each season, a sweep over the profiles' weeks; every pair of them once for waits; and the search
    /// for [`Meetings`](crate::meeting::Meetings) of everyone and of each pod.
    pub fn of(prepared: &PreparedTeam, plan: &Plan, options: &AgreementOptions) -> Self {
        let kept = Kept::of(prepared, plan);
        let policy = plan.policy();
        let pods = core_hours::pods_of(&kept, plan);
        let groups = core_hours::groups(&kept, plan, pods.as_ref());
        let together = core_hours::together(&kept, plan, &groups);
        let standups = standup::standups(&kept, &groups, policy, options);
        let (blocked, few_hours) = blocked::blocked(&kept, policy);
        Self {
            model: plan.verdict().model,
            ask: ask::ask(&kept),
            clocks: shared_clock::clocks(&kept),
            blocked,
            few_hours,
            handoffs: handoff::handoffs(&kept),
            clock_changes: clock_change::clock_changes(&kept, &groups, &standups),
            alone: pods.iter().flat_map(|pods| pods.isolated.iter().copied()).collect(),
            peers: peers(&kept, plan),
            bridges: match plan.verdict().model {
                Model::Async => pods.map_or_else(Vec::new, |pods| pods.bridges(&kept.prepared, policy)),
                _ => plan.verdict().bridges.clone(),
            },
            night: night(&kept, policy),
            target: policy.target(),
            max_shift: policy.max_shift(),
            reply_within: policy.reply_within(),
            duration: options.duration,
            seasons: kept.seasons,
            shifts: kept.shifts,
            prepared: kept.prepared,
            groups,
            together,
            standups,
        }
    }

    /// Whether there are pods, each with hours of its own.
    pub fn is_in_pods(&self) -> bool {
        self.groups.iter().any(|group| group.pod.is_some())
    }

    /// The team as it keeps the agreement: the days of the members who move are moved, all year or on the
    /// dates on which they agreed to.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.prepared
    }
}

/// Under async, with whom each required profile meets the target as a pair.
fn peers(kept: &Kept, plan: &Plan) -> Vec<(ProfileId, Vec<ProfileId>)> {
    if plan.verdict().model != Model::Async {
        return Vec::new();
    }
    let prepared = &kept.prepared;
    let is_peer = |a: ProfileId, b: ProfileId| match a == b {
        true => prepared.profile(a).required() > 1,
        false => crate::pairs::pairs(prepared, a, b, plan.policy()).meets,
    };
    let required = prepared.required();
    let of_one = |a: &ProfileId| (*a, required.iter().copied().filter(|b| is_peer(*a, *b)).collect());
    required.iter().map(of_one).collect()
}

fn night(kept: &Kept, policy: &Policy) -> Vec<(ProfileId, Minutes)> {
    let minutes = |profile: &ProfileId| {
        let as_begun = kept.prepared.night_minutes_per_week(*profile, policy);
        let on_some_dates = || {
            let seasons = (0..kept.seasons.len()).map(|season| kept.week(season, *profile));
            seasons.map(|week| week.minutes_within(policy.night(), Shift::NONE)).max()
        };
        let goes_by_season = !kept.prepared.schedule_of(*profile).moved_on().is_empty();
        (*profile, goes_by_season.then(on_some_dates).flatten().unwrap_or(as_begun))
    };
    kept.everybody.iter().map(minutes).filter(|(_, minutes)| *minutes > Minutes::ZERO).collect()
}
