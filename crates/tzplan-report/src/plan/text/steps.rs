//! What the team could do next: one change of one person, what it reaches, and the flag that shows it.

use std::io;

use tzplan::shift::ProfileMove;
use tzplan::verdict::{AllYearPlan, Step};
use tzplan::{MemberId, Minutes, Model, ProfileId, SeasonPlan, Standing};

use super::gains::{out_of_reach, who_gains};
use super::price::price;
pub(crate) use super::reach::reach;
use crate::text::page::Page;
use crate::view::View;
use crate::words::ink::{Ink, Text};
use crate::words::length::{at_least, length, on_average};
use crate::words::shared::Shared;
use crate::words::shell::{flag_name, group_flag, move_flag, quoted};
use crate::words::verdict::reached;
use crate::words::{clock, dates};

/// The most steps listed.
const MOST: usize = 3;
/// The most people, or groups of people alike, whose new hours are one step.
const MOST_MOVED: usize = 6;

/// A next step in words.
pub(crate) struct StepLine {
    /// What to do, and how the team stands then.
    pub(crate) text: Text,
    /// The flag that shows the team after it; `None` where no flag says so.
    pub(crate) flag: Option<String>,
    /// The same flags one by one.
    flags: Vec<String>,
}

/// What to do: the plan that is kept all year, then the best steps, each with what it reaches.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let reach = reach(view);
    let model = view.plan.verdict().model;
    if model == Model::Overlap || reach.is_none() {
        return Ok(());
    }
    let lines: Vec<StepLine> = kept_all_year(view).into_iter().chain(lines(view)).collect();
    let is_listed_below = lines.is_empty() && model == Model::OverlapWithShifts;
    page.heading(if is_listed_below {
        "You could work the new hours below, each in its season"
    } else {
        "You could"
    })?;
    for (number, line) in (1..).zip(&lines) {
        page.item(&format!("{number}"), 5, &line.text)?;
        for flag in &line.flags {
            page.paragraph(5, &Text::new(Ink::Faint, flag.clone()))?;
        }
    }
    // Shifts by season are shown as new hours.
    if lines.is_empty() && model != Model::OverlapWithShifts {
        page.paragraph(2, &none(view).into())?;
    }
    if let Some(unsure) = unsure(view) {
        page.paragraph(2, &unsure.into())?;
    }
    if let Some(left_out) = out_of_reach(view).filter(|_| !lines.is_empty()) {
        page.paragraph(2, &left_out.into())?;
    }
    match reach {
        Some(reach) => page.paragraph(2, &reach.into()),
        None => Ok(()),
    }
}

/// The steps that are shown, in words.
pub(crate) fn lines(view: &View<'_>) -> Vec<StepLine> {
    shown(view).iter().map(|step| line(view, step)).collect()
}

/// The best of the next steps that are advice, beside hours that are kept all year: where the model stays,
/// somebody made optional changes nobody's work, only how many people are counted. Behind a move stands one
/// that is as good and ends somebody's night work, if that does not.
pub(crate) fn shown(view: &View<'_>) -> Vec<Step> {
    let verdict = view.plan.verdict();
    let is_advice = |step: &&Step| match step {
        Step::Optional { reaches, .. } => reaches.model != verdict.model,
        _ => true,
    };
    let mut steps = Vec::new();
    for step in verdict.steps.iter().filter(is_advice) {
        steps.push(step.clone());
        if matches!(step, Step::Move { .. }) {
            steps.extend(view.plan.move_ending_night(view.prepared));
        }
    }
    steps.truncate(MOST - usize::from(view.plan.all_year().is_some()));
    steps
}

/// Whether the hours that are kept all year are shown as a step: where few people move.
pub(super) fn tells_all_year(view: &View<'_>) -> bool {
    let movers = |plan: &AllYearPlan| view.people.heads_of(plan.plan.moves.iter().map(|one| one.profile));
    view.plan.all_year().is_some_and(|plan| movers(plan) <= MOST_MOVED)
}

/// The plan whose hours are kept all year: `Ana 08:30–16:30 and Ben 09:30–17:30, kept all year → …`.
fn kept_all_year(view: &View<'_>) -> Option<StepLine> {
    let all_year = view.plan.all_year()?;
    let moves = &all_year.plan.moves;
    let mut text = Text::default();
    let heads = view.people.heads_of(moves.iter().map(|one| one.profile));
    if tells_all_year(view) {
        for (place, one) in moves.iter().enumerate() {
            text.plain(match place {
                0 => "",
                last if last + 1 == moves.len() => " and ",
                _ => ", ",
            });
            text.push(Ink::Strong, &view.people.label(one.profile));
            let hours = clock::of_posts(view.prepared.posts_of(one.profile), &one.hours);
            text.plain(&format!(" {}", clock::joined(&hours)));
        }
    } else {
        text.push(Ink::Strong, &dates::people(heads));
        text.plain(" work the new hours below");
    }
    text.plain(&format!(", kept {} → ", dates::span(view.prepared.horizon())));
    let target = view.plan.policy().target();
    let lowered = |season: SeasonPlan<'_>| season.overlap.effective_target.floor() < target;
    let reached = match all_year.days_below {
        0 if view.plan.seasons().any(lowered) => "the target is met".to_owned(),
        0 => format!("everyone shares {} or more{}", length(target), on_average(view.is_even())),
        days => format!("the target is met but for {} of grace", dates::days(days)),
    };
    text.push(Ink::Strong, &reached);
    let flags = if tells_all_year(view) { move_flags(view, moves) } else { group_flags(view, moves) };
    Some(StepLine { text, flag: (!flags.is_empty()).then(|| flags.join(" ")), flags })
}

/// The flags that show everybody on their moved day; none where flags cannot say so.
fn move_flags(view: &View<'_>, moves: &[ProfileMove]) -> Vec<String> {
    let team = view.prepared.team();
    let members = moves.iter().flat_map(|one| {
        view.people.members_of(one.profile).map(move |member| move_flag(team, member.id(), one.from_stated))
    });
    members.collect::<Option<Vec<String>>>().unwrap_or_default()
}

/// The same of many people: a flag for all who are alike.
fn group_flags(view: &View<'_>, moves: &[ProfileMove]) -> Vec<String> {
    let team = view.prepared.team();
    let of_group = |one: &ProfileMove| {
        let mut members = view.people.members_of(one.profile);
        let named = members.find(|member| flag_name(team, member.id()).is_some())?;
        match view.people.heads(one.profile) {
            1 => move_flag(team, named.id(), one.from_stated),
            _ => group_flag(team, named.id(), one.from_stated),
        }
    };
    match moves.len() {
        few if few <= MOST_MOVED => moves.iter().map(of_group).collect::<Option<_>>().unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// Where no single step helps.
pub(crate) fn none(view: &View<'_>) -> String {
    let profiles = view.prepared.profiles().iter();
    let (required, marked) = profiles.fold((0, 0), |(required, marked), profile| {
        (required + profile.required(), marked + profile.marked())
    });
    let whom = if (1..required).contains(&marked) { " (of those not marked as required)" } else { "" };
    format!(
        "No single step helps: neither one day moved as a favour nor one person made optional{whom} makes \
         this better."
    )
}

/// Where there may be better steps.
pub(crate) fn unsure(view: &View<'_>) -> Option<String> {
    let most = tzplan::Pods::EXACT_PROFILES;
    let words = format!(
        "Beyond {most} different weeks, steps that change pods are looked for among people in no pod \
         only: there may be better ones."
    );
    (!view.plan.verdict().steps_exact).then_some(words)
}

fn line(view: &View<'_>, step: &Step) -> StepLine {
    let who = |member: MemberId| view.people.member(member.index());
    let members = view.prepared.required_members();
    let (mut text, then, flag) = match step {
        Step::Move { member, shift, hours, night_minutes_per_week, reaches, .. } => {
            let mut text = Text::new(Ink::Strong, who(*member));
            let spoken: Vec<String> = hours.iter().map(clock::spoken).collect();
            let by = clock::moved(shift.minutes());
            text.plain(&format!(" works {}, {by} all year", spoken.join(" and ")));
            if *night_minutes_per_week > Minutes::ZERO {
                let night = format!(", {} a week of it at night", length(*night_minutes_per_week));
                text.push(Ink::Warn, &night);
            } else if let Some(now) = night_now(view, *member) {
                text.push(Ink::Good, &format!(", none of it at night (now {} a week)", length(now)));
            }
            (text, standing(*reaches, members), move_flag(view.prepared.team(), *member, *shift))
        }
        Step::Optional { member, year_min, reaches, .. } => {
            let mut text = Text::new(Ink::Strong, who(*member));
            text.plain(" optional: the others meet without");
            let then = standing(*reaches, members.saturating_sub(1));
            let then = match reaches.model {
                Model::Overlap => format!("{then}, {}", at_least(*year_min, others_are_even(view, *member))),
                _ => then,
            };
            let then = then + &price(view, step);
            let flag =
                flag_name(view.prepared.team(), *member).map(|name| format!("--optional {}", quoted(name)));
            (text, then, flag)
        }
        _ => (Text::default(), String::new(), None),
    };
    text.plain(" → ");
    text.push(Ink::Strong, &then);
    text.plain(&who_gains(view, step));
    StepLine { text, flags: flag.iter().cloned().collect(), flag }
}

/// Whether the others, who meet without somebody, share the same on each of their days.
fn others_are_even(view: &View<'_>, left_out: MemberId) -> bool {
    let Some(member) = view.prepared.team().member(left_out) else { return true };
    let own = view.prepared.profile_of(member);
    let stays = |id: &ProfileId| *id != own || view.prepared.profile(*id).required() > 1;
    let others: Vec<ProfileId> = view.prepared.required().iter().copied().filter(stays).collect();
    Shared::among(view.prepared, &others).iter().all(Shared::is_even)
}

/// What somebody works at night as stated; nothing where they do not.
fn night_now(view: &View<'_>, member: MemberId) -> Option<Minutes> {
    let profile = view.prepared.profile_of(view.prepared.team().member(member)?);
    let night = view.plan.verdict().night.profiles.iter().find(|one| one.profile == profile)?;
    (night.minutes_per_week > Minutes::ZERO).then_some(night.minutes_per_week)
}

/// How a team of this many required people stands: `OVERLAP`, `HYBRID, 8 of 9 people in 3 pods`.
fn standing(standing: Standing, members: usize) -> String {
    let model = reached(standing.model);
    let (Some(sharing), Some(parts)) = (standing.sharing, standing.parts) else { return model.to_owned() };
    // A part is a pod or one isolated person.
    let isolated = (members as u32).saturating_sub(sharing);
    let pods = dates::counted(parts.saturating_sub(isolated).into(), "pod", "pods");
    let sharing = format!("{} of {} people", dates::number(sharing.into()), dates::number(members as u64));
    match standing.model {
        Model::Async => format!("{model} still, but {sharing} could share {pods}"),
        _ => format!("{model}, {sharing} in {pods}"),
    }
}
