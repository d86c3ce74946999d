//! A verdict with its evidence.

use serde::Serialize;
use tzplan::verdict::Step;
use tzplan::{MemberRef, Model, Plan, PreparedTeam};

use super::moves::{MoveKeys, move_keys};
use super::night::NightKeys;
use crate::json::head::{Dates, Overlap, Spelled};
use crate::json::standing::StandingKeys;
use crate::json::who::{GroupNames, ListedPer, Names, Who};
use crate::pods::json::{BridgeKeys, bridge_keys};
use crate::words::people::MOST_BY_NAME;

/// How a team can work, with its evidence.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Verdict"))]
pub(super) struct VerdictKeys<'a> {
    /// The first that holds.
    model: Spelled<Model>,
    /// How well the team stands, to compare with what a change makes of it.
    standing: StandingKeys,
    /// The profiles whose absence would raise the least of the year, by how much, then in roster order.
    binding: Vec<BindingKeys<'a>>,
    /// The pods of a hybrid team, of two or more each: the names in each, in roster order; pods in an order
    /// that no roster decides.
    pods: Option<Names<'a>>,
    /// Whether no better split exists; beyond 24 profiles it is the best found.
    pods_exact: bool,
    /// Of a hybrid team, who works apart from everyone, in roster order.
    isolated: GroupNames<'a>,
    /// Who shares an hour a day or more with all of another pod.
    bridges: Vec<BridgeKeys<'a>>,
    /// A season in which only shifts that cannot be asked would do.
    trap: Option<TrapKeys<'a>>,
    /// The next steps: the best move of one member's day and the best member to make optional, each where it
    /// makes the team stand better; the better one first. Empty where no single step helps, and where none is
    /// needed.
    steps: Vec<StepKeys<'a>>,
    /// Whether there can be no better steps; beyond 24 profiles steps that change pods are looked for among
    /// isolated people only.
    steps_exact: bool,
    /// A move as good as the one among the steps, which ends somebody's night work where that one does not.
    /// Null of more than 15 people: not looked for.
    ends_night: Option<StepKeys<'a>>,
    /// Of a hybrid team of up to 15 people, the isolated whom no affordable move of one day, theirs or
    /// another's, brings together with anybody; in roster order. Null of larger teams: not looked for.
    out_of_reach: Option<Vec<&'a str>>,
    /// The highest targets that the team can have.
    reach: ReachKeys,
    /// Of an async team, who meets the target with nobody, not even in a pair.
    no_peer: Vec<&'a str>,
    /// Night work as stated, and what everyone would share without it.
    night: NightKeys<'a>,
}

/// The highest targets that a team can have: multiples of the step, in minutes a day; 0 is none.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Reach"))]
struct ReachKeys {
    /// Met naturally; the headroom of a team whose verdict is overlap.
    natural: u32,
    /// Met naturally or with affordable plans.
    with_plans: u32,
}

/// A profile that binds the team.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Binding"))]
struct BindingKeys<'a> {
    /// The name of its first member.
    name: &'a str,
    /// How many members of the same profile go with the one named.
    members: u32,
    /// The least of the year without them.
    year_min_without: Overlap,
}

/// The season of a shift trap.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Trap"))]
struct TrapKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    /// The sum of the squared shifts over members, in minutes².
    burden: u64,
    /// Who would have to move.
    moves: Vec<MoveKeys<'a>>,
}

/// A change of one member that makes the team stand better.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Step"))]
enum StepKeys<'a> {
    /// One member's day moved all year, as far as may be asked.
    Move {
        /// Whose.
        name: &'a str,
        /// By how many minutes; later is positive.
        shift: i32,
        /// The hours they would keep on their own clock, as a roster writes them; those of several posts
        /// joined by ` + `.
        hours: String,
        /// Minutes a week of those hours that are night work.
        night_minutes_per_week: u32,
        /// How the team stands then.
        reaches: StandingKeys,
    },
    /// One member made optional.
    Optional {
        /// Who.
        name: &'a str,
        /// What the others share at the least of the year.
        year_min: Overlap,
        /// How the team stands then.
        reaches: StandingKeys,
    },
}

fn step_keys<'a>(step: &Step, prepared: &'a PreparedTeam) -> Option<StepKeys<'a>> {
    let member = prepared.team().member(step.member())?;
    let name = member.name();
    let reaches = step.reaches().into();
    match step {
        Step::Move { shift, hours, night_minutes_per_week, .. } => Some(StepKeys::Move {
            name,
            shift: shift.minutes(),
            hours: hours.to_string(),
            night_minutes_per_week: night_minutes_per_week.get(),
            reaches,
        }),
        Step::Optional { year_min, .. } => {
            Some(StepKeys::Optional { name, year_min: (*year_min).into(), reaches })
        }
        _ => None,
    }
}

impl<'a> VerdictKeys<'a> {
    pub(super) fn new(prepared: &'a PreparedTeam, plan: &'a Plan, who: &'a Who<'a>, per: ListedPer) -> Self {
        let verdict = plan.verdict();
        let binding = verdict.binding.iter().map(|binding| BindingKeys {
            name: who.first_name(binding.profile),
            members: who.heads(binding.profile),
            year_min_without: binding.year_min_without.into(),
        });
        let trap = verdict.trap.as_ref().map(|trap| TrapKeys {
            dates: trap.dates.into(),
            burden: trap.burden,
            moves: move_keys(&trap.moves, who, per),
        });
        let few = prepared.team().len() <= MOST_BY_NAME;
        let ends_night = if few { plan.move_ending_night(prepared) } else { None };
        let out_of_reach = few.then(|| {
            let stay = plan.out_of_reach(prepared);
            let mut members: Vec<MemberRef<'a>> = stay.iter().flat_map(|id| who.of(*id)).collect();
            members.sort_unstable_by_key(|member| member.index());
            members.into_iter().map(MemberRef::name).collect()
        });
        Self {
            model: Spelled(verdict.model),
            standing: verdict.standing.into(),
            binding: binding.collect(),
            pods: verdict.pods.as_ref().map(|pods| Names { who, groups: &pods.pods }),
            pods_exact: verdict.pods.as_ref().is_none_or(|pods| pods.exact),
            isolated: GroupNames { who, profiles: verdict.pods.as_ref().map_or(&[], |pods| &pods.isolated) },
            bridges: bridge_keys(&verdict.bridges, who, per),
            trap,
            steps: verdict.steps.iter().filter_map(|step| step_keys(step, prepared)).collect(),
            steps_exact: verdict.steps_exact,
            ends_night: ends_night.and_then(|step| step_keys(&step, prepared)),
            out_of_reach,
            reach: ReachKeys {
                natural: verdict.reach.natural.get(),
                with_plans: verdict.reach.with_plans.get(),
            },
            no_peer: verdict
                .no_peer
                .iter()
                .flat_map(|profile| who.of(*profile))
                .map(MemberRef::name)
                .collect(),
            night: NightKeys::new(&verdict.night, who, per),
        }
    }
}
