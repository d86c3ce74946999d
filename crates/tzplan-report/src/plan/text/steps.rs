//! What the team could do next: one change of one person, what it reaches, and the flag that shows it.

use std::io;

use tzplan::verdict::Step;
use tzplan::{MemberId, MemberRef, Minutes, Model, Shift, Standing};

use crate::plan::view::View;
use crate::text::page::Page;
use crate::words::ink::{Ink, Text};
use crate::words::verdict::reached;
use crate::words::{clock, dates};

/// The most steps listed.
const MOST: usize = 3;

/// A next step in words.
pub(crate) struct StepLine {
    /// What to do, and how the team stands then.
    pub(crate) text: Text,
    /// The flag that shows the team after it; `None` where no flag says so.
    pub(crate) flag: Option<String>,
}

pub(crate) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let (lines, reach) = (lines(view), reach(view));
    if view.plan.verdict().model == Model::Overlap || reach.is_none() {
        return Ok(());
    }
    page.heading("You could")?;
    for (number, line) in (1..).zip(&lines) {
        page.item(&format!("{number}"), 5, &line.text)?;
        if let Some(flag) = &line.flag {
            page.paragraph(5, &Text::new(Ink::Faint, flag.clone()))?;
        }
    }
    if lines.is_empty() {
        page.paragraph(2, &none().into())?;
    }
    if let Some(unsure) = unsure(view) {
        page.paragraph(2, &unsure.into())?;
    }
    match reach {
        Some(reach) => page.paragraph(2, &reach.into()),
        None => Ok(()),
    }
}

/// The best of the next steps.
pub(crate) fn lines(view: &View<'_>) -> Vec<StepLine> {
    view.plan.verdict().steps.iter().take(MOST).map(|step| line(view, step)).collect()
}

/// Where no single step helps.
pub(crate) fn none() -> &'static str {
    "No single step helps: neither one day moved as a favour nor one person made optional makes this better."
}

/// Where there may be better steps.
pub(crate) fn unsure(view: &View<'_>) -> Option<String> {
    let most = tzplan::Pods::EXACT_PROFILES;
    let words = format!(
        "Beyond {most} different weeks, steps that change pods are looked for among people in no pod only: there may be \
         better ones."
    );
    (!view.plan.verdict().steps_exact).then_some(words)
}

/// The highest targets that this team can have; `None` for one person.
pub(crate) fn reach(view: &View<'_>) -> Option<String> {
    if view.prepared.required_members() < 2 {
        return None;
    }
    let (verdict, policy) = (view.plan.verdict(), view.plan.policy());
    let reach = verdict.reach;
    let favours = format!("with favours of {} at most", clock::words(policy.max_shift()));
    let as_it_is = match (verdict.model, reach.natural) {
        (_, Minutes::ZERO) => "As it is, everyone together meets no target at all".to_owned(),
        (Model::Overlap, most) => format!("Holds up to a target of {most} a day"),
        (_, most) => format!("As it is, everyone together meets a target of up to {most} a day"),
    };
    Some(match reach.with_plans {
        most if most > reach.natural => format!("{as_it_is}; {favours}, up to {most}."),
        Minutes::ZERO => format!("{as_it_is}, not even {favours}."),
        _ if verdict.model == Model::Overlap => format!("{as_it_is}."),
        _ => format!("{as_it_is}, and no more {favours}."),
    })
}

fn line(view: &View<'_>, step: &Step) -> StepLine {
    let who = |member: MemberId| view.people.member(member.index(), 0);
    let (mut text, then, flag) = match step {
        Step::Move { member, shift, hours, night_minutes_per_week, reaches, .. } => {
            let mut text = Text::new(Ink::Strong, who(*member));
            let spoken: Vec<String> = hours.iter().map(clock::spoken).collect();
            let by = clock::moved(shift.minutes());
            text.plain(&format!(" works {}, {by} all year", spoken.join(" and ")));
            if *night_minutes_per_week > Minutes::ZERO {
                let night = format!(", {} a week of it at night", clock::in_hours(*night_minutes_per_week));
                text.push(Ink::Warn, &night);
            }
            (text, standing(*reaches), move_flag(view, *member, *shift))
        }
        Step::Optional { member, year_min, reaches, .. } => {
            let mut text = Text::new(Ink::Strong, who(*member));
            text.plain(" is optional: the others meet without");
            let then = match reaches.model {
                Model::Overlap => format!("{}, {year_min} a day or more", standing(*reaches)),
                _ => standing(*reaches),
            };
            (text, then, named(view, *member).map(|name| format!("--optional {}", quoted(name))))
        }
        _ => (Text::default(), String::new(), None),
    };
    text.plain(" → ");
    text.push(Ink::Strong, &then);
    StepLine { text, flag }
}

/// How a team stands: `OVERLAP`, `HYBRID, 5 people in pods, 2 parts in all`.
fn standing(standing: Standing) -> String {
    let model = reached(standing.model);
    match (standing.sharing, standing.parts) {
        (Some(sharing), Some(parts)) => {
            let parts = dates::counted(parts.into(), "part", "parts");
            let sharing = dates::people(sharing as usize);
            match standing.model {
                Model::Async => format!("{model} still, but {sharing} could share pods, {parts} in all"),
                _ => format!("{model}, {sharing} in pods, {parts} in all"),
            }
        }
        _ => model.to_owned(),
    }
}

/// `--move 'Ben=+1h'`.
fn move_flag(view: &View<'_>, member: MemberId, shift: Shift) -> Option<String> {
    let name = named(view, member)?;
    Some(format!("--move {}", quoted(&format!("{name}={}", clock::as_flag(shift)))))
}

/// A name that is one person's, as flags find people.
fn named<'v>(view: &View<'v>, member: MemberId) -> Option<&'v str> {
    let team = view.prepared.team();
    let name = team.member(member).map(MemberRef::name)?;
    let same = |other: &MemberRef<'_>| other.name().to_lowercase() == name.to_lowercase();
    let is_plain = !name.is_empty() && !name.starts_with(['#', '-']) && !name.chars().any(char::is_control);
    (is_plain && team.members().filter(same).count() == 1).then_some(name)
}

/// As a shell reads it.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.:/,=".contains(c);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}
