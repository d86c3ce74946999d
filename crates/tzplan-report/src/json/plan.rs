//! The plan and the year.

use std::io;
use std::rc::Rc;

use serde::Serialize;
use tzplan::shift::ProfileMove;
use tzplan::{Flip, MemberRef, Plan, PreparedTeam, SeasonPlan};

use super::days_off::DaysOffKeys;
use super::head::{Dates, Head, Overlap, PolicyKeys, YearKeys};
use super::members::write_around_members;
use super::who::{ListedPer, Names, Who};
use crate::Context;

#[derive(Serialize)]
struct BeforeMembers<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyKeys,
}

#[derive(Serialize)]
struct AfterMembers<'a> {
    verdict: VerdictKeys<'a>,
    year: YearKeys,
    days_off: DaysOffKeys<'a>,
    listed_per: ListedPer,
    seasons: Vec<SeasonKeys<'a>>,
}

#[derive(Serialize)]
struct YearDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    year: YearKeys,
    listed_per: ListedPer,
    seasons: Vec<SeasonKeys<'a>>,
}

#[derive(Serialize)]
struct VerdictKeys<'a> {
    model: String,
    binding: Vec<BindingKeys<'a>>,
    pods: Option<Names<'a>>,
    pods_exact: bool,
    bridges: Vec<super::pods::BridgeKeys<'a>>,
    trap: Option<TrapKeys<'a>>,
    flip: Option<FlipKeys<'a>>,
    headroom: Option<u32>,
    no_peer: Vec<&'a str>,
}

#[derive(Serialize)]
struct BindingKeys<'a> {
    name: &'a str,
    /// How many members of the same profile go with the one named.
    members: u32,
    year_min_without: Overlap,
}

#[derive(Serialize)]
struct TrapKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    moves: Vec<MoveKeys<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum FlipKeys<'a> {
    Move { name: &'a str, shift: i32, model: String },
    Optional { name: &'a str, model: String },
    Target { target: u32, model: String },
}

#[derive(Serialize)]
struct SeasonKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    days: u32,
    overlap: Overlap,
    /// In whole minutes, rounded up.
    effective_target: u32,
    meets: bool,
    windows: Vec<WindowKeys>,
    plan: Option<WindowPlanKeys<'a>>,
}

#[derive(Serialize)]
struct WindowKeys {
    start: u16,
    minutes: u32,
}

#[derive(Serialize)]
struct WindowPlanKeys<'a> {
    window_start: u32,
    window_minutes: u32,
    affordable: bool,
    moves: Vec<MoveKeys<'a>>,
}

#[derive(Serialize)]
struct MoveKeys<'a> {
    name: &'a str,
    shift: i32,
    hours: Rc<str>,
    night_minutes_per_week: u32,
    share: f64,
    /// Only where moves are listed for profiles.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    super::write(out, &document)
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
        let model = flip.model().to_string();
        match flip {
            Flip::Move { profile, shift, .. } => {
                FlipKeys::Move { name: who.first_name(profile), shift, model }
            }
            Flip::Optional { profile, .. } => FlipKeys::Optional { name: who.first_name(profile), model },
            Flip::Target { target, .. } => FlipKeys::Target { target: target.get(), model },
        }
    });
    VerdictKeys {
        model: verdict.model.to_string(),
        binding: binding.collect(),
        pods: verdict.pods.as_ref().map(|pods| Names { who, groups: &pods.pods }),
        pods_exact: verdict.pods.as_ref().is_none_or(|pods| pods.exact),
        bridges: super::pods::bridge_keys(&verdict.bridges, who, per),
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
