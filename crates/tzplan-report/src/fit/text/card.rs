//! One candidate in labelled sentences, to stand beside others.

use tzplan::fit::{FitResult, PlanMove};
use tzplan::verdict::Standing;
use tzplan::{Minutes, Model, ProfileId};

use super::View;
use super::answer::{MOST_NAMES, sentences};
use super::evidence::{blocked, days_off, gained};
use super::hours::{at_night, shift, trap};
use super::plan::asks;
use super::team::{apart, bridges, pods, relieves, shared_at_least};
use super::teammates::failing;
use crate::words::dates::{self, Dates};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::shown_of;
use crate::words::verdict::reached;
use crate::words::{clock, people};

/// The most moves of a plan shown one by one.
const MOST_MOVES: usize = 4;
/// The most ranges of dates shown.
const MOST_RANGES: usize = 3;

/// What a card says under one label; no sentence where there is nothing to say.
pub(crate) struct Fact {
    pub(crate) label: String,
    pub(crate) sentences: Vec<Text>,
}

/// The facts of a candidate: as many for everybody, in the same order.
pub(crate) fn facts(view: &View<'_>) -> Vec<Fact> {
    let (asked, with) = (format!("Asked of {}", view.name()), format!("The team with {}", view.name()));
    let mut facts = vec![("Own hours", vec![stated_hours(view)])];
    if view.schedule().is_empty() || view.prepared.required_members() == 0 {
        facts[0].1 = sentences(view);
    }
    let met = facts[0].1.len() == 1 && view.prepared.required_members() > 0 && !view.schedule().is_empty();
    let of = |some: &dyn Fn() -> Vec<Text>| if met { some() } else { Vec::new() };
    facts.extend([
        ("Works with", of(&|| works_with(view))),
        (&asked, of(&|| asked_of_them(view))),
        ("Asked of the team", of(&|| asked_of_the_team(view))),
        ("The team now", of(&|| vec![now(view)])),
        (&with, of(&|| with_them(view))),
        ("Bridges pods", of(&|| bridges(view).map(Text::from).into_iter().collect())),
        ("Relieves", of(&|| relieves(view).map(Text::from).into_iter().collect())),
        ("Being blocked", of(&|| blocked(view).into())),
        ("Hours gained", of(&|| vec![gained(view).into()])),
        ("Days off", of(&|| days_off(view).map(Text::from).into_iter().collect())),
    ]);
    facts.into_iter().map(|(label, sentences)| Fact { label: label.to_owned(), sentences }).collect()
}

/// `09:00–17:00 Mon–Fri in Tokyo, none of it at night.`
fn stated_hours(view: &View<'_>) -> Text {
    let posts: Vec<String> = view.schedule().posts().iter().map(|post| view.at(post, post.hours())).collect();
    let night = view.fit.stated_night_minutes_per_week;
    let mut text = Text::new(Ink::Strong, people::and(&posts));
    text.plain(", ");
    text.push(if night > Minutes::ZERO { Ink::Bad } else { Ink::Plain }, &at_night(night));
    text.plain(".");
    text
}

/// With whom the target is met two by two, with which pods as a whole, and what is shared with the others.
fn works_with(view: &View<'_>) -> Vec<Text> {
    let required = view.prepared.required();
    let peers: Vec<ProfileId> = required.iter().copied().filter(|id| view.pair(*id).meets).collect();
    let (count, all) = (view.fit.peers().into(), view.prepared.required_members() as u64);
    let count = if count == 0 { "None".to_owned() } else { dates::number(count) };
    let ink = if peers.is_empty() { Ink::Bad } else { Ink::Strong };
    let mut text = Text::new(ink, format!("{count} of {}", dates::number(all)));
    if !peers.is_empty() {
        text.plain(&format!(": {}", view.people.list(&peers, MOST_NAMES)));
    }
    text.plain(".");
    let mut all = vec![text];
    if !view.fit.pods.is_empty() {
        all.push(format!("Can join {}", pods(view)).into());
    }
    let failing = failing(view);
    if !failing.is_empty() {
        all.push(format!("Shares {}", failing.words()).into());
    }
    all
}

/// The shift, the moves of the plan, or the trap.
fn asked_of_them(view: &View<'_>) -> Vec<Text> {
    let own = |one: &PlanMove| one.profile.is_none();
    match (view.fit.result, &view.fit.shift) {
        (FitResult::FitsAsync, _) => vec![trap(view)],
        (_, Some(moved)) => vec![shift(view, moved)],
        (_, None) => match moves(view, own) {
            none if none.is_empty() => vec!["Nothing: these hours will do.".into()],
            moves => moves,
        },
    }
}

/// The moves of others in the plan with the candidate, or with whom work would be async.
fn asked_of_the_team(view: &View<'_>) -> Vec<Text> {
    if view.fit.result == FitResult::FitsAsync {
        return vec![apart(&failing(view)).into()];
    }
    let mut all = moves(view, |one| one.profile.is_some());
    if !view.fit.asked.others.is_empty() {
        all.extend(asks(view));
    } else if all.is_empty() {
        all.push("Nothing: nobody has to move.".into());
    } else {
        let most = length(view.fit.asked.anybody);
        all.push(format!("As without {}: nobody moves by more than {most}.", view.name()).into());
    }
    all
}

/// Moves of the plan with the candidate: `Ana 08:30–16:30, ½ h earlier, 28 Mar – 30 Oct`.
fn moves(view: &View<'_>, whose: impl Fn(&PlanMove) -> bool) -> Vec<Text> {
    let mut moves: Vec<(&PlanMove, Vec<String>)> = Vec::new();
    let mut written = Dates::of(view.prepared.horizon());
    for season in view.fit.plan.iter().flatten() {
        for one in season.moves.iter().filter(|one| whose(one)) {
            let dates = written.next(season.dates.first(), season.dates.last());
            let alike = |other: &&mut (&PlanMove, Vec<String>)| {
                other.0.profile == one.profile && other.0.moved == one.moved
            };
            match moves.iter_mut().find(alike) {
                Some((_, known)) => known.push(dates),
                None => moves.push((one, vec![dates])),
            }
        }
    }
    let shown = shown_of(moves.len(), MOST_MOVES);
    let mut lines: Vec<Text> = moves[..shown].iter().map(|(one, dates)| line(view, one, dates)).collect();
    if shown < moves.len() {
        let more = dates::counted((moves.len() - shown) as u64, "more move", "more moves");
        lines.push(Text::new(Ink::Faint, format!("And {more}.")));
    }
    lines
}

fn line(view: &View<'_>, one: &PlanMove, dates: &[String]) -> Text {
    let mut text = match one.profile {
        Some(profile) => Text::new(Ink::Strong, view.people.list(&[profile], 1)),
        None => Text::default(),
    };
    let hours: Vec<String> = one.moved.hours.iter().flat_map(clock::weekly).collect();
    if !text.is_empty() {
        text.plain(" ");
    }
    text.push(Ink::Strong, &clock::joined(&hours));
    text.plain(&format!(", {}", clock::moved(one.moved.shift.minutes())));
    if one.moved.night_minutes_per_week > Minutes::ZERO {
        text.plain(", ");
        text.push(Ink::Bad, &at_night(one.moved.night_minutes_per_week));
    }
    let when = match dates.len() {
        many if many > MOST_RANGES => format!("in {many} parts of the year"),
        _ => people::and(dates),
    };
    text.plain(&format!("; {when}."));
    text
}

/// How the team stands without the candidate.
fn now(view: &View<'_>) -> Text {
    let members = view.prepared.required_members();
    let shares = view.document.everyone.before.min.floor() > Minutes::ZERO;
    let least = (members > 1 && shares).then(|| shared_at_least(view).0);
    standing(view.fit.team_before, members, least)
}

/// How it stands with them, at the hours with which they fit; and without the shift where that is worse.
fn with_them(view: &View<'_>) -> Vec<Text> {
    let members = view.prepared.required_members() + 1;
    let shares = view.document.everyone.after.min.floor() > Minutes::ZERO;
    let stated = || standing(view.fit.team_after, members, shares.then(|| shared_at_least(view).1));
    match view.fit.team_after_shift {
        None => vec![stated()],
        Some(with) => {
            let mut text = standing(with, members, None);
            if with.model != view.fit.team_after.model {
                text.plain(&format!(" Without the shift {}.", reached(view.fit.team_after.model)));
            }
            vec![text]
        }
    }
}

/// `OVERLAP: everyone shares 5 h a day or more.`, `HYBRID: 6 of 9 share a pod.`
fn standing(standing: Standing, members: usize, least: Option<String>) -> Text {
    let ink = match standing.model {
        Model::Overlap => Ink::Good,
        Model::OverlapWithShifts | Model::Hybrid => Ink::Warn,
        Model::Async => Ink::Bad,
    };
    let mut text = Text::new(ink, reached(standing.model));
    match (standing.sharing, least) {
        (Some(0), _) => text.plain(": nobody shares a pod."),
        (Some(sharing), _) => {
            let (sharing, all) = (dates::number(sharing.into()), dates::number(members as u64));
            text.plain(&format!(": {sharing} of {all} share a pod."));
        }
        (None, Some(least)) => text.plain(&format!(": everyone shares {least}.")),
        _ => text.plain("."),
    }
    text
}
