//! The answer in capitals, and the sentences that say what it means, what it takes, and what it does to the team.

use tzplan::fit::{FitResult, ProposedMove};
use tzplan::{Minutes, Model};

use super::View;
use super::hours::at_night;
use super::teammates::{Failing, failing};
use crate::words::ink::{Ink, Text};
use crate::words::verdict::reached;
use crate::words::{clock, dates};

/// The most names of a list in a sentence.
const MOST_NAMES: usize = 6;
/// The most pods named.
const MOST_PODS: usize = 3;

/// `FITS WITH A SHIFT of 30 minutes`.
pub(super) fn heading(view: &View<'_>) -> Text {
    match view.fit.result {
        FitResult::Fits => Text::new(Ink::Good, "FITS"),
        FitResult::FitsWithShift => {
            let mut text = Text::new(Ink::Warn, "FITS WITH A SHIFT");
            if let Some(moved) = &view.fit.shift {
                let length = clock::words(Minutes(moved.shift.unsigned_abs()));
                text.push(Ink::Strong, &format!(" of {length}"));
            }
            text
        }
        FitResult::FitsAsync => Text::new(Ink::Bad, "FITS ASYNC ONLY"),
    }
}

pub(super) fn sentences(view: &View<'_>) -> Vec<Text> {
    if view.candidate.schedule().is_empty() {
        return vec![format!("{} has no working hours.", view.subject()).into()];
    }
    if view.prepared.required_members() == 0 {
        let text =
            format!("{} would be the first: nobody is on the team to share hours with.", view.subject());
        return vec![text.into()];
    }
    let failing = failing(view);
    let mut sentences = answered(view, &failing);
    sentences.extend(best_found(view));
    sentences
}

fn answered(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    match (view.fit.result, view.fit.team_before) {
        (FitResult::Fits, Model::Hybrid) => joins(view, failing),
        (FitResult::Fits, Model::Async) => improves(view, failing),
        (FitResult::Fits, _) => vec![shares(view, failing).into(), team(view).into()],
        (FitResult::FitsWithShift, _) => with_shift(view, failing),
        (FitResult::FitsAsync, _) => async_only(view, failing),
    }
}

/// Into a pod of a hybrid team.
fn joins(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![format!("{} can join {}", view.introduction(), pods(view)).into()];
    if !failing.is_empty() {
        let rest = format!(
            "{} shares {} Work with them is async, as between pods.",
            view.subject(),
            failing.words()
        );
        sentences.push(rest.into());
    }
    sentences.push(team(view).into());
    sentences
}

/// To an async team, which gets a better model.
fn improves(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let (before, after) = (reached(view.fit.team_before), reached(view.fit.team_after));
    let mut sentences =
        vec![format!("{} takes the team from {before} to {after}.", view.introduction()).into()];
    let peers = view.prepared.required().iter().copied().filter(|id| view.pair(*id).meets);
    let peers: Vec<_> = peers.collect();
    if !peers.is_empty() {
        let names = view.people.list(&peers, MOST_NAMES);
        sentences.push(format!("The target is met with {names}.").into());
    }
    if !failing.is_empty() {
        sentences.push(format!("{} shares {}", view.subject(), failing.words()).into());
    }
    sentences
}

fn with_shift(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![Text::from(shares(view, failing))];
    sentences.extend(view.fit.shift.as_ref().map(|moved| shift(view, moved)));
    let (before, after) = (view.fit.team_before, view.fit.team_after);
    if before == Model::Hybrid {
        sentences.push(format!("With it {} can join {}", view.name(), pods(view)).into());
    }
    if let Some(with) = view.fit.team_after_shift {
        let change = match with == before {
            true => format!("With it the team stays {}.", reached(before)),
            false => format!("With it the team goes from {} to {}.", reached(before), reached(with)),
        };
        sentences.push(change.into());
    }
    if after > before {
        let change = format!("Without it the team would go from {} to {}.", reached(before), reached(after));
        sentences.push(change.into());
    }
    sentences
}

fn async_only(view: &View<'_>, failing: &Failing<'_>) -> Vec<Text> {
    let mut sentences = vec![Text::from(shares(view, failing))];
    if let Some(pods) = view.candidate.opening().pods() {
        let count = pods.count();
        let none = format!("Of the {count} pods of the team the target is met with none as a whole.");
        sentences.push(none.into());
    }
    sentences.extend([team(view).into(), apart(view, failing).into(), trap(view)]);
    sentences
}

/// What they share with the teammates, pair by pair.
fn shares(view: &View<'_>, failing: &Failing<'_>) -> String {
    let start = view.introduction();
    if !failing.is_empty() {
        return format!("{start} shares {}", failing.words());
    }
    let shown = |year: tzplan::PerDay| year.floor();
    let least = view.fit.teammates.iter().map(|mate| shown(mate.year_min)).min().unwrap_or_default();
    let always = view
        .prepared
        .required()
        .iter()
        .all(|id| shown(view.pair(*id).year.min) == least && shown(view.pair(*id).year.max) == least);
    let or_more = if always { "" } else { " or more" };
    let enough = match (least >= view.policy.target(), view.prepared.required()) {
        (true, _) => "",
        (false, required) => {
            let in_grace = |id: &tzplan::ProfileId| view.pair(*id).seasons.iter().any(|(_, s)| !s.meets);
            match required.iter().any(in_grace) {
                true => ": the target is met but for days of grace",
                false => ": all that is asked of such short days",
            }
        }
    };
    format!("{start} shares {least} a day{or_more} with {}{enough}.", view.everybody())
}

impl View<'_> {
    /// `Ana`, `both teammates`, `each of 12 required teammates`.
    fn everybody(&self) -> String {
        let required = self.prepared.required_members();
        match (required, self.prepared.required()) {
            (1, [only]) => self.people.first(*only),
            (2, _) => format!("both{} teammates", self.required_word()),
            (many, _) => format!("each of {}{} teammates", dates::number(many as u64), self.required_word()),
        }
    }

    /// Says that only some teammates are meant, where there are others.
    pub(super) fn required_word(&self) -> &'static str {
        if self.prepared.required_members() < self.prepared.team().len() { " required" } else { "" }
    }
}

/// Where the pods of the team may not be the best ones there are.
fn best_found(view: &View<'_>) -> Option<Text> {
    let pods = view.candidate.opening().pods().filter(|pods| !pods.exact)?;
    let text = format!("The {} pods are the best split found; there may be a better one.", pods.count());
    Some(Text::new(Ink::Faint, text))
}

/// The pods of a hybrid team that they can join: `pod 1 (Ana and Ben): the target is met with all of it.`
fn pods(view: &View<'_>) -> String {
    let Some(pods) = view.candidate.opening().pods() else { return String::new() };
    let joined = &view.fit.pods;
    let pod =
        |place: &usize| format!("pod {} ({})", place + 1, view.people.list(&pods.pods[*place], MOST_NAMES));
    let mut words: Vec<String> = joined.iter().take(MOST_PODS).map(pod).collect();
    if joined.len() > MOST_PODS {
        words.push(format!("{} more", joined.len() - MOST_PODS));
    }
    let all_of = if joined.len() == 1 { "it" } else { "each" };
    format!("{}: the target is met with all of {all_of}.", words.join(" or "))
}

/// `Starting 1:30 hours later all year makes it fit: …`
fn shift(view: &View<'_>, moved: &ProposedMove) -> Text {
    let mut text = Text::new(Ink::Strong, format!("Starting {}", clock::moved(moved.shift)));
    let span = dates::span(view.prepared.horizon());
    text.plain(&format!(" {span} makes it fit: own hours {}", view.moved_hours(moved)));
    if moved.night_minutes_per_week > Minutes::ZERO {
        text.plain(", ");
        text.push(Ink::Bad, &at_night(moved.night_minutes_per_week));
    }
    text.plain(".");
    text
}

/// The team's model before and after, and what everyone shares.
fn team(view: &View<'_>) -> String {
    let (before, after) = (view.fit.team_before, view.fit.team_after);
    let fits = view.fit.result == FitResult::Fits;
    let change = match (before == after, fits) {
        (true, true) => format!("The team stays {}", reached(before)),
        (true, false) => format!("The team would stay {}", reached(before)),
        (false, true) => format!("The team goes from {} to {}", reached(before), reached(after)),
        (false, false) => format!("The team would go from {} to {}", reached(before), reached(after)),
    };
    if view.prepared.required_members() < 2 {
        return format!("{change}.");
    }
    let everyone = view.candidate.team_overlap();
    let (least, with) = (everyone.before.min.floor(), everyone.after.min.floor());
    let shares = if fits { "shares" } else { "would share" };
    match with {
        Minutes::ZERO if least == Minutes::ZERO => format!("{change}."),
        Minutes::ZERO => {
            let never = everyone.after.max.floor() == Minutes::ZERO;
            let at_times = if never { "" } else { "at times " };
            format!("{change}: {at_times}everyone {shares} nothing, where now it is {least} a day or more.")
        }
        with if with == least => format!("{change}: everyone {shares} {with} a day or more, as now."),
        with => format!("{change}: everyone {shares} {with} a day or more, now {least}."),
    }
}

/// With whom work would be async.
fn apart(view: &View<'_>, failing: &Failing<'_>) -> String {
    if failing.is_empty() {
        return "With each teammate alone the target is met; with all of them at once it is not, and work with \
                everyone together would have to be async."
            .to_owned();
    }
    // A team that overlaps with shifts moves them, where the answer is about the candidate's day alone.
    let unless = match view.fit.team_after {
        Model::Overlap | Model::OverlapWithShifts => ", unless teammates move their days as well",
        Model::Hybrid | Model::Async => "",
    };
    format!("Work with {} would have to be async{unless}.", failing.names(MOST_NAMES))
}

/// The shift that would make them fit and cannot be asked of them.
fn trap(view: &View<'_>) -> Text {
    let Some(trap) = &view.fit.trap else {
        let step = view.policy.step();
        return format!(
            "No shift of their own day makes it fit: none of up to 12 hours, in steps of {step}."
        )
        .into();
    };
    let mut text = Text::new(Ink::Bad, "Shift trap");
    let most = view.policy.max_shift();
    let beyond = if trap.shift.unsigned_abs() > most.get() {
        format!("{} at most may be asked", clock::words(most))
    } else {
        format!("further out of {} than may be asked", view.policy.reasonable().to_string().replace('-', "–"))
    };
    text.plain(": to fit would mean working ");
    text.push(Ink::Strong, &view.moved_hours(trap));
    text.plain(&format!(", {} than stated", clock::moved(trap.shift)));
    text.plain(&format!(" ({beyond}), "));
    let night = trap.night_minutes_per_week;
    text.push(if night > Minutes::ZERO { Ink::Bad } else { Ink::Plain }, &at_night(night));
    text.plain(".");
    text
}
