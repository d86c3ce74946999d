//! The verdict in capitals, and the sentences that say what it means and what to do.

use tzplan::{Minutes, Model, PerDay};

use super::facts::{Facts, when};
use super::night;
use super::shifts::{Asked, Kept, asked};
use crate::plan::view::View;
use crate::pods::rows;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;
use crate::words::{clock, dates};

/// The most names in a sentence.
const MOST_NAMES: usize = 3;

/// `OVERLAP, with shifts of 30 minutes all year`.
pub(crate) fn heading(view: &View<'_>) -> Text {
    let verdict = view.plan.verdict();
    match verdict.model {
        Model::Overlap if verdict.night.carries_overlap => {
            let mut text = Text::new(Ink::Warn, "OVERLAP");
            text.push(Ink::Strong, ", resting on night work");
            text
        }
        Model::Overlap => Text::new(Ink::Good, "OVERLAP"),
        Model::OverlapWithShifts => {
            let shifts = || {
                proposed(view).into_iter().flat_map(|asked| asked.moves).map(|one| one.shift.minutes().abs())
            };
            let (least, most) = (shifts().min().unwrap_or(0), shifts().max().unwrap_or(0));
            let up_to = if least == most { "" } else { "up to " };
            let mut text = Text::new(Ink::Warn, "OVERLAP");
            let size = clock::words(Minutes(most.unsigned_abs()));
            let kept = match view.plan.all_year() {
                Some(_) => format!(" {}", dates::span(view.prepared.horizon())),
                None => String::new(),
            };
            text.push(Ink::Strong, &format!(", with shifts of {up_to}{size}{kept}"));
            text
        }
        Model::Hybrid => {
            let mut text = Text::new(Ink::Warn, "HYBRID");
            if let Some(pods) = &verdict.pods {
                text.push(Ink::Strong, &format!(", in {}", rows::counted(&view.people, pods)));
            }
            text
        }
        Model::Async => Text::new(Ink::Bad, "ASYNC"),
    }
}

/// What everyone shares, what is missing, whose nights it takes, and what to do about it.
pub(crate) fn sentences(view: &View<'_>) -> Vec<Text> {
    if view.prepared.required_members() < 2 {
        return vec!["One person alone needs no overlap: any target is met.".into()];
    }
    let facts = Facts::of(view);
    let mut sentences = vec![Text::from(format!("{}{}", facts.shares(view), facts.shortfall(view)))];
    sentences.extend(night::in_overlap(view));
    let remedy = match view.plan.verdict().model {
        Model::Overlap => None,
        Model::OverlapWithShifts => Some(with_shifts(view, &facts)),
        Model::Hybrid => Some(hybrid(view)),
        Model::Async => Some(apart(view)),
    };
    sentences.extend(remedy.map(Text::from));
    if view.plan.verdict().model == Model::OverlapWithShifts {
        sentences.extend(night::in_moves(view, proposed(view).iter().flat_map(|asked| asked.moves)));
    }
    sentences
}

/// What is proposed first: the moves that are kept all year, else those of every season.
fn proposed<'v>(view: &View<'v>) -> Vec<Asked<'v>> {
    let mut asked = asked(view.plan);
    if matches!(asked.first(), Some(Asked { kept: Kept::AllYear, .. })) {
        asked.truncate(1);
    }
    asked
}

fn with_shifts(view: &View<'_>, facts: &Facts<'_>) -> String {
    let (proposed, span) = (proposed(view), dates::span(view.prepared.horizon()));
    let all_year = view.plan.all_year();
    let days_below = match all_year {
        Some(all_year) => all_year.days_below,
        None => facts.without_plan,
    };
    let target = PerDay::of(view.plan.policy().target());
    let met = if days_below > 0 {
        format!("the target is met but for {} of grace", dates::days(days_below))
    } else if view.plan.seasons().all(|season| season.overlap.effective_target.cmp_value(target).is_eq()) {
        format!("everyone shares {target} or more")
    } else {
        "the target is met".to_owned()
    };
    let some_seasons = facts.below_days < view.prepared.horizon().days();
    let below: Vec<_> = facts.below.iter().map(|season| season.season).collect();
    let needed = match all_year {
        Some(_) if some_seasons => format!(" That is needed only {}.", when(view, &below)),
        Some(_) => String::new(),
        None => format!(" No hours that are kept {span} do."),
    };
    let dates = match (&proposed[..], all_year) {
        (_, Some(_)) => format!(" {span}"),
        ([Asked { kept: Kept::In(seasons), .. }], None) if some_seasons => {
            format!(" {}", when(view, seasons))
        }
        _ => String::new(),
    };
    let span = if all_year.is_some() || days_below > 0 { String::new() } else { format!(" {span}") };
    if let Some(starts) = starts(view, &proposed) {
        return format!("If {}{dates}, {met}{span}.{needed}", and(&starts));
    }
    let mut movers: Vec<_> = proposed.iter().flat_map(|asked| asked.moves).map(|one| one.profile).collect();
    movers.sort_unstable();
    movers.dedup();
    let people = dates::people(view.people.heads_of(movers));
    let dates = if all_year.is_some() { dates } else { String::new() };
    format!("If {people} move their days{dates} as listed under Shifts, {met}{span}.{needed}")
}

/// Who starts by how much earlier or later, where those are few and each moves one way.
fn starts(view: &View<'_>, asked: &[Asked<'_>]) -> Option<Vec<String>> {
    let mut movers: Vec<(tzplan::ProfileId, i32, bool)> = Vec::new();
    for one in asked.iter().flat_map(|asked| asked.moves) {
        match movers.iter_mut().find(|(profile, _, _)| *profile == one.profile) {
            Some((_, shift, _)) if *shift == one.shift.minutes() => {}
            Some((_, shift, varies)) if shift.signum() == one.shift.minutes().signum() => {
                *varies = true;
                if one.shift.minutes().abs() > shift.abs() {
                    *shift = one.shift.minutes();
                }
            }
            Some(_) => return None,
            None => movers.push((one.profile, one.shift.minutes(), false)),
        }
    }
    let sentence = |(profile, shift, varies): (tzplan::ProfileId, i32, bool)| {
        let verb = if view.people.heads(profile) > 1 { "start" } else { "starts" };
        let up_to = if varies { "up to " } else { "" };
        format!("{} {verb} {up_to}{}", view.people.label(profile), clock::moved(shift))
    };
    (movers.len() <= MOST_NAMES).then(|| movers.into_iter().map(sentence).collect())
}

fn hybrid(view: &View<'_>) -> String {
    let Some(pods) = &view.plan.verdict().pods else { return String::new() };
    let sharing = if pods.sharing == pods.members {
        "everybody shares".to_owned()
    } else {
        format!(
            "{} of {} people share",
            dates::number(pods.sharing.into()),
            dates::number(pods.members.into())
        )
    };
    let daily = pods.worst_year_min.map_or(String::new(), |daily| format!(" {daily} a day or more"));
    let split = match (pods.pods.len(), rows::apart(&view.people, pods)) {
        (1, None) => format!("In one pod, {sharing}{daily}."),
        (1, Some(apart)) => format!("In one pod, {sharing}{daily}. {apart}: with them, work is async."),
        (many, apart) => {
            let apart = apart.map_or(String::new(), |apart| format!(" {apart}."));
            format!(
                "In {many} pods, {sharing}{daily} with their own pod; between pods, work is async.{apart}"
            )
        }
    };
    format!("{} {split}", no_move(view))
}

fn apart(view: &View<'_>) -> String {
    let exact = view.prepared.required().len() <= tzplan::pods::Pods::EXACT_PROFILES;
    let found = if exact { "leaves" } else { "was found that leaves" };
    let (sharing, members) =
        (view.plan.verdict().standing.sharing.unwrap_or(0), view.prepared.required_members());
    let rest = match members {
        2 => "Work between the two is async.".to_owned(),
        // Half of them share already: what is missing is somebody for those who are marked.
        _ if 2 * sharing as usize >= members => format!(
            "{} of {} people could share the target in pods, but not everybody who is marked as required: work is async.",
            dates::number(sharing.into()),
            dates::number(members as u64),
        ),
        _ => format!(
            "No split into pods {found} half of the people with somebody to share the target with: work is async."
        ),
    };
    format!("{} {rest}", no_move(view))
}

/// That moving days as a favour does not help.
fn no_move(view: &View<'_>) -> String {
    let policy = view.plan.policy();
    format!(
        "Moving days as a favour ({}, and not out of {}) does not close that.",
        view.farthest_move(),
        policy.reasonable().to_string().replace('-', "–"),
    )
}
