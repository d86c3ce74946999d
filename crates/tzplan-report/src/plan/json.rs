//! The plan and the year.

use std::io;
use std::rc::Rc;

use serde::Serialize;
use tzplan::shift::ProfileMove;
use tzplan::{Flip, MemberRef, Model, Plan, PreparedTeam, SeasonPlan};

use super::days_off::DaysOffKeys;
use super::members::write_around_members;
use crate::context::Context;
use crate::json::head::{Dates, Head, Overlap, PolicyKeys, Spelled, YearKeys};
use crate::json::who::{ListedPer, Names, Who};
use crate::json::write::write;

/// The plan of a team: the verdict, the seasons of the year with what everyone shares, and what to do.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "plan")]
#[expect(dead_code, reason = "only described: it is written in three parts")]
pub(crate) struct PlanDocument<'a> {
    #[schemars(flatten)]
    before: BeforeMembers<'a>,
    /// Everybody, in roster order.
    members: Vec<super::members::MemberKeys<'a>>,
    #[schemars(flatten)]
    after: AfterMembers<'a>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct BeforeMembers<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AfterMembers<'a> {
    /// How the team can work, and why.
    verdict: VerdictKeys<'a>,
    /// What everyone required shares through the year.
    year: YearKeys,
    /// What days off cost; verdicts are about ordinary weeks.
    days_off: DaysOffKeys<'a>,
    /// Whether moves and bridges name members, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Maximal runs of dates on which everybody required keeps one offset from UTC, in order.
    seasons: Vec<SeasonKeys<'a>>,
}

/// The seasons of a year, and the drift weeks between clock changes.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "year"))]
pub(crate) struct YearDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// What everyone required shares through the year.
    year: YearKeys,
    /// Whether moves name members, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Maximal runs of dates on which everybody required keeps one offset from UTC, in order.
    seasons: Vec<SeasonKeys<'a>>,
}

/// How a team can work, with its evidence.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Verdict"))]
struct VerdictKeys<'a> {
    /// The first that holds.
    model: Spelled<Model>,
    /// The profiles whose absence would raise the least of the year, by how much, then in roster order.
    binding: Vec<BindingKeys<'a>>,
    /// The pods of a hybrid team: the names in each, in roster order.
    pods: Option<Names<'a>>,
    /// Whether no better split exists; beyond 24 profiles it is the best found.
    pods_exact: bool,
    /// Who shares an hour a day or more with all of another pod.
    bridges: Vec<crate::pods::json::BridgeKeys<'a>>,
    /// A season in which only shifts that cannot be asked would do.
    trap: Option<TrapKeys<'a>>,
    /// The smallest change that makes the verdict better.
    flip: Option<FlipKeys<'a>>,
    /// The highest daily target that still holds, in minutes; null also where not even the next step does.
    headroom: Option<u32>,
    /// Of an async team, who meets the target with nobody, not even in a pair.
    no_peer: Vec<&'a str>,
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

/// A season of the team.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Season"))]
struct SeasonKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    /// How many dates those are.
    days: u32,
    /// What everyone required shares.
    overlap: Overlap,
    /// What the season asks of this team a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether they meet the target naturally, part-timers held to their own.
    meets: bool,
    /// When, in the UTC week.
    windows: Vec<WindowKeys>,
    /// The cheapest window; null where the target is met naturally, and where no window holds.
    plan: Option<WindowPlanKeys<'a>>,
}

/// A window of the UTC week; it may run over the end of it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Window"))]
struct WindowKeys {
    /// Minutes after Monday 00:00 UTC.
    #[cfg_attr(feature = "schema", schemars(range(max = 10079)))]
    start: u16,
    /// How long it is, in minutes.
    minutes: u32,
}

/// A window of every UTC workday, and who moves for it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "WindowPlan"))]
struct WindowPlanKeys<'a> {
    /// Minutes after 00:00 UTC.
    #[cfg_attr(feature = "schema", schemars(range(max = 1439)))]
    window_start: u32,
    /// How long it is, in minutes.
    window_minutes: u32,
    /// Whether every move can be asked.
    affordable: bool,
    /// Those who move, in roster order.
    moves: Vec<MoveKeys<'a>>,
}

/// A day that is moved.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Move"))]
struct MoveKeys<'a> {
    /// Who moves.
    name: &'a str,
    /// By how many minutes; later is positive.
    shift: i32,
    /// The hours they would keep on their own clock, as a roster writes them; those of several posts joined by ` + `.
    hours: Rc<str>,
    /// Minutes a week of those hours that are night work.
    night_minutes_per_week: u32,
    /// Their part of all the moving, 0 to 1.
    share: f64,
    /// How many members move alike; only where moves are listed per profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    members: Option<u32>,
}

/// Writes the plan.
///
/// # Errors
///
/// Those of the writer.
pub fn plan(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    let who = Who::new(prepared);
    let per = who.listed_per();
    let before = BeforeMembers {
        head: Head::new(context, prepared.horizon()),
        policy: PolicyKeys::new(plan.policy()),
    };
    let after = AfterMembers {
        verdict: verdict(prepared, plan, &who, per),
        year: plan.year().into(),
        days_off: DaysOffKeys::of(prepared, plan),
        listed_per: per,
        seasons: plan.seasons().map(|season| season_keys(&season, &who, per)).collect(),
    };
    write_around_members(out, &before, prepared, &after)
}

/// Writes the seasons and the statistics of the year.
///
/// # Errors
///
/// Those of the writer.
pub fn year(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    plan: &Plan,
    context: Context<'_>,
) -> io::Result<()> {
    let who = Who::new(prepared);
    let per = who.listed_per();
    let document = YearDocument {
        head: Head::new(context, prepared.horizon()),
        year: plan.year().into(),
        listed_per: per,
        seasons: plan.seasons().map(|season| season_keys(&season, &who, per)).collect(),
    };
    write(out, &document)
}

fn verdict<'a>(
    prepared: &PreparedTeam<'_>,
    plan: &'a Plan,
    who: &'a Who<'a>,
    per: ListedPer,
) -> VerdictKeys<'a> {
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
                FlipKeys::Move { name: who.first_name(profile), shift, model }
            }
            Flip::Optional { profile, .. } => FlipKeys::Optional { name: who.first_name(profile), model },
            Flip::Target { target, .. } => FlipKeys::Target { target: target.get(), model },
        }
    });
    VerdictKeys {
        model: Spelled(verdict.model),
        binding: binding.collect(),
        pods: verdict.pods.as_ref().map(|pods| Names { who, groups: &pods.pods }),
        pods_exact: verdict.pods.as_ref().is_none_or(|pods| pods.exact),
        bridges: crate::pods::json::bridge_keys(&verdict.bridges, who, per),
        trap,
        flip,
        headroom: verdict.headroom.map(tzplan::Minutes::get),
        no_peer: verdict.no_peer.iter().flat_map(|profile| who.of(*profile)).map(MemberRef::name).collect(),
    }
}

fn season_keys<'a>(season: &SeasonPlan<'_>, who: &Who<'a>, per: ListedPer) -> SeasonKeys<'a> {
    let windows = season.overlap.windows.iter();
    let plan = season.window.map(|window| WindowPlanKeys {
        window_start: window.start.get(),
        window_minutes: window.length.get(),
        affordable: window.affordable,
        moves: move_keys(&window.moves, who, per),
    });
    SeasonKeys {
        dates: (&season.season).into(),
        days: season.season.days(),
        overlap: season.overlap.daily.into(),
        effective_target: season.overlap.effective_target.ceil().get(),
        meets: season.overlap.meets,
        windows: windows.map(|w| WindowKeys { start: w.start.get(), minutes: w.minutes.get() }).collect(),
        plan,
    }
}

/// One entry for each member who moves, in roster order; for each profile where there are too many.
fn move_keys<'a>(moves: &[ProfileMove], who: &Who<'a>, per: ListedPer) -> Vec<MoveKeys<'a>> {
    let keys = |one: &ProfileMove, name: &'a str, members: Option<u32>| MoveKeys {
        name,
        shift: one.shift,
        hours: who.spelled(&one.hours),
        night_minutes_per_week: one.night_minutes_per_week.get(),
        share: one.share,
        members,
    };
    match per {
        ListedPer::Profile => {
            moves.iter().map(|m| keys(m, who.first_name(m.profile), Some(who.heads(m.profile)))).collect()
        }
        ListedPer::Member => {
            let members = moves.iter().flat_map(|one| who.of(one.profile).map(move |member| (member, one)));
            let mut members: Vec<_> = members.collect();
            members.sort_unstable_by_key(|(member, _)| member.index());
            members.into_iter().map(|(member, one)| keys(one, member.name(), None)).collect()
        }
    }
}
