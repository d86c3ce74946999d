//! The verdict as one sentence, and the sentences that say what it means.

use tzplan::pairs::pairs;
use tzplan::{Lowered, Model, PerDay, ProfileId};

use super::facts::Facts;
use super::moving::{by_season, condition, proposed};
use super::{night, pod_amounts};
use crate::pods::rows;
use crate::view::View;
use crate::words::amounts::{Amounts, when};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::{at_least, daily};
use crate::words::people::everybody;

/// The most names in a sentence.
const MOST_NAMES: usize = 3;
/// The most optional people, or groups of them, with what they share with the only person required.
const MOST_OTHERS: usize = 4;

/// `OVERLAP, if Ana starts ½ h earlier all year`.
pub(crate) fn heading(view: &View<'_>) -> Text {
    let verdict = view.plan.verdict();
    let (ink, model, rest) = match verdict.model {
        Model::Overlap if verdict.night.carries_overlap => {
            (Ink::Warn, "OVERLAP", ", resting on night work".to_owned())
        }
        Model::Overlap => (Ink::Good, "OVERLAP", String::new()),
        Model::OverlapWithShifts => (Ink::Warn, "OVERLAP", format!(", if {}", condition(view))),
        Model::Hybrid => {
            let pods = verdict.pods.as_ref();
            (
                Ink::Warn,
                "HYBRID",
                pods.map_or(String::new(), |pods| format!(", in {}", rows::counted(&view.people, pods))),
            )
        }
        Model::Async => (Ink::Bad, "ASYNC", ": work together in writing".to_owned()),
    };
    let mut text = Text::new(ink, model);
    if !rest.is_empty() {
        text.push(Ink::Strong, &rest);
    }
    text
}

/// What everyone shares, what is missing, whose nights it takes, and what to do about it.
pub(crate) fn sentences(view: &View<'_>) -> Vec<Text> {
    if view.prepared.required_members() < 2 {
        return vec![alone(view).into()];
    }
    let facts = Facts::of(view);
    let mut sentences = Vec::new();
    let model = view.plan.verdict().model;
    let everyone = format!("{}{}", facts.shares(view), facts.against_target(view));
    if model != Model::Hybrid {
        sentences.push(Text::from(everyone));
    } else {
        sentences.extend(hybrid(view).map(Text::from));
        sentences.push(together(view, &facts, &everyone));
    }
    sentences.extend(night::in_overlap(view));
    match model {
        Model::Overlap | Model::Hybrid => {}
        Model::OverlapWithShifts => {
            sentences.push(with_shifts(view, &facts).into());
            sentences.extend(night::in_moves(view, proposed(view).iter().flat_map(|asked| asked.moves)));
        }
        Model::Async => sentences.push(apart(view).into()),
    }
    sentences
}

/// Of one person required: what the others share with them, two by two.
fn alone(view: &View<'_>) -> String {
    let prepared = view.prepared;
    let (Some(&one), 2..) = (prepared.required().first(), prepared.team().len()) else {
        return "One person alone needs no overlap: any target is met.".to_owned();
    };
    let others: Vec<ProfileId> =
        everybody(prepared).into_iter().filter(|id| prepared.profile(*id).optional() > 0).collect();
    let shared = |other: &ProfileId| {
        let pair = pairs(prepared, one, *other, view.plan.policy());
        let seasons = pair.seasons.iter().map(|(season, overlap)| (*season, overlap));
        let amounts = Amounts::of(prepared.horizon(), seasons).words(prepared.horizon());
        let who = view.people.optional_of(*other);
        format!("{who} {}", amounts.unwrap_or_else(|| "nothing".to_owned()))
    };
    let mut told: Vec<String> = others.iter().take(MOST_OTHERS).map(shared).collect();
    if others.len() > MOST_OTHERS {
        told.push("others (`pairs` lists them)".to_owned());
    }
    format!(
        "Only {} is required, so that any target is met. With the optional people they share, two by two: \
         {}.",
        view.people.label(one),
        told.join("; ")
    )
}

fn with_shifts(view: &View<'_>, facts: &Facts<'_>) -> String {
    let span = dates::span(view.prepared.horizon());
    let all_year = view.plan.all_year();
    let days_below = match all_year {
        Some(all_year) => all_year.days_below,
        None => facts.without_plan,
    };
    let target = PerDay::of(view.plan.policy().target());
    let met = if days_below > 0 {
        format!("the target is met but for {} of grace", dates::days(days_below))
    } else if view.plan.seasons().all(|season| season.overlap.effective_target.cmp_value(target).is_eq()) {
        format!("everyone shares {} {span}", at_least(target, view.is_even()))
    } else {
        format!("the target is met {span}")
    };
    let some_seasons = facts.below_days < view.prepared.horizon().days();
    let below: Vec<_> = facts.below.iter().map(|season| season.season).collect();
    let needed = match all_year {
        Some(all_year) if some_seasons => {
            let needed = when(view.prepared.horizon(), &below);
            format!(" That is needed only {needed}.{}", all_year.lowers.map_or(String::new(), lowered))
        }
        Some(_) => String::new(),
        None => format!(" No hours that are kept {span} do{}.", by_season(view)),
    };
    format!("With the new hours {met}.{needed}")
}

/// What is lost where hours that are needed on some dates are kept on all.
fn lowered(Lowered { stated, kept, .. }: Lowered) -> String {
    let [stated, kept] = [stated, kept].map(daily);
    format!(
        " Kept on other dates too, they leave {kept} a day there, where it is {stated} now: agree on the dates as \
         well as on the hours."
    )
}

/// What the pods have.
fn hybrid(view: &View<'_>) -> Option<String> {
    let pods = view.plan.verdict().pods.as_ref()?;
    let (who, verb) = if pods.sharing == pods.members {
        ("Everybody".to_owned(), "shares")
    } else {
        let (sharing, members) = (dates::number(pods.sharing.into()), dates::number(pods.members.into()));
        (format!("{sharing} of {members} people"), "share")
    };
    let daily = pods
        .worst_year_min
        .map_or(String::new(), |daily| format!(" {}", at_least(daily, view.pods_are_even())));
    let (pod, between) = match pods.pods.len() {
        1 => ("one pod (a group that meets the target)", "with others"),
        _ => ("a pod (a group that meets the target)", "between pods"),
    };
    let days: Vec<Option<String>> = pod_amounts(view).iter().map(Amounts::few_days).collect();
    let days = rows::on_few_days(&days);
    // Of many the row below says who they are, and that they are in no pod.
    let isolated = view.people.heads_of(pods.isolated.iter().copied());
    let apart = rows::apart(&view.people, pods).filter(|_| isolated <= MOST_NAMES);
    let apart = apart.map_or(String::new(), |apart| format!(" {apart}."));
    Some(format!("{who} {verb}{daily} in {pod}{days}; {between}, work is async: in writing.{apart}"))
}

/// What everyone has, in a team in pods: one line.
fn together(view: &View<'_>, facts: &Facts<'_>, everyone: &str) -> Text {
    let no_move = no_move(view);
    if facts.shares(view).starts_with("At no time") {
        return format!("Everyone together: never. {no_move}").into();
    }
    format!("{everyone} {no_move}").into()
}

fn apart(view: &View<'_>) -> String {
    let exact = view.prepared.required().len() <= tzplan::pods::Pods::EXACT_PROFILES;
    let found = if exact { "leaves" } else { "was found that leaves" };
    let (sharing, members) =
        (view.plan.verdict().standing.sharing.unwrap_or(0), view.prepared.required_members());
    let rest = match members {
        2 => "Work between the two is async: in writing.".to_owned(),
        // Half of them share already: what is missing is somebody for those who are marked.
        _ if 2 * sharing as usize >= members => format!(
            "{} of {} people could share the target in pods, but not everybody who is marked as \
             required: work is async (in writing).",
            dates::number(sharing.into()),
            dates::number(members as u64),
        ),
        _ => format!(
            "No split into pods (groups that meet the target) {found} half of the people with somebody \
             to share it with: work is async, in writing."
        ),
    };
    format!("{} {rest}", no_move(view))
}

/// That moving days as a favour does not help, or not enough.
fn no_move(view: &View<'_>) -> String {
    let (policy, reach) = (view.plan.policy(), view.plan.verdict().reach);
    let helps = match reach.with_plans > reach.natural {
        true => "does not get to the target",
        false => "does not change that",
    };
    format!(
        "Moving days as a favour (somebody begins and ends earlier or later: {}, and not out of {}) {helps}.",
        view.farthest_move(),
        policy.reasonable().to_string().replace('-', "–"),
    )
}
