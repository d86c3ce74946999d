//! A verdict with its evidence.

use serde::Serialize;
use tzplan::{Flip, MemberRef, Model, Plan, PreparedTeam};

use super::moves::{MoveKeys, move_keys};
use super::night::NightKeys;
use crate::json::head::{Dates, Overlap, Spelled};
use crate::json::standing::StandingKeys;
use crate::json::who::{GroupNames, ListedPer, Names, Who};
use crate::pods::json::{BridgeKeys, bridge_keys};

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
    /// The pods of a hybrid team, of two or more each: the names in each, in roster order; pods in an order that no
    /// roster decides.
    pods: Option<Names<'a>>,
    /// Whether no better split exists; beyond 24 profiles it is the best found.
    pods_exact: bool,
    /// Of a hybrid team, who works apart from everyone, in roster order.
    isolated: GroupNames<'a>,
    /// Who shares an hour a day or more with all of another pod.
    bridges: Vec<BridgeKeys<'a>>,
    /// A season in which only shifts that cannot be asked would do.
    trap: Option<TrapKeys<'a>>,
    /// The smallest change that makes the verdict better.
    flip: Option<FlipKeys<'a>>,
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
    /// Who would have to move.
    moves: Vec<MoveKeys<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Flip"))]
enum FlipKeys<'a> {
    /// One member's day moved all year.
    Move {
        /// Whose.
        name: &'a str,
        /// By how many minutes; later is positive.
        shift: i32,
        /// The verdict then.
        model: Spelled<Model>,
    },
    /// One member made optional.
    Optional {
        /// Who.
        name: &'a str,
        /// The verdict then.
        model: Spelled<Model>,
    },
    /// The target lowered.
    Target {
        /// To so many minutes a day.
        target: u32,
        /// The verdict then.
        model: Spelled<Model>,
    },
}

impl<'a> VerdictKeys<'a> {
    pub(super) fn new(prepared: &PreparedTeam, plan: &'a Plan, who: &'a Who<'a>, per: ListedPer) -> Self {
        let verdict = plan.verdict();
        let binding = verdict.binding.iter().map(|binding| BindingKeys {
            name: who.first_name(binding.profile),
            members: who.heads(binding.profile),
            year_min_without: binding.year_min_without.into(),
        });
        let trap = verdict.trap.as_ref().map(|trap| TrapKeys {
            dates: (&prepared.seasons()[trap.season]).into(),
            moves: move_keys(&trap.moves, who, per),
        });
        let flip = verdict.flip.map(|flip| {
            let model = Spelled(flip.model());
            match flip {
                Flip::Move { profile, shift, .. } => {
                    FlipKeys::Move { name: who.first_name(profile), shift: shift.minutes(), model }
                }
                Flip::Optional { profile, .. } => FlipKeys::Optional { name: who.first_name(profile), model },
                Flip::Target { target, .. } => FlipKeys::Target { target: target.get(), model },
            }
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
            flip,
            reach: ReachKeys { natural: verdict.reach.natural.get() },
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
