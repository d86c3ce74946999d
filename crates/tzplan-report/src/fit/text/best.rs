//! The first of several candidates: what hiring them reaches, and their days on the team's.

use std::io;

use tzplan::Minutes;
use tzplan::fit::FitResult;

use super::answer::moved_by_plan;
use super::{View, day};
use crate::fit::FitDocument;
use crate::text::Page;
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{and, or};
use crate::words::ranks::peers;
use crate::words::shell::quoted;
use crate::words::verdict::reached;

/// The most of them.
pub(crate) const MOST: usize = 3;
/// The most people of the team who are named in a step.
const MOST_NAMES: usize = 3;

/// Those who fit, each with what hiring them reaches and the command that shows it, or what to do where
/// nobody does; who is as good as the last of them; then the day of all.
pub(crate) fn print(
    page: &mut Page<'_>,
    documents: &[FitDocument<'_>],
    otherwise: Option<(&Text, &str)>,
    as_good: Option<Text>,
) -> io::Result<()> {
    let views: Vec<View<'_>> = documents.iter().map(|one| View::of(one, page.names())).collect();
    let fitting: Vec<&View<'_>> = views.iter().filter(|one| one.fit.result != FitResult::FitsAsync).collect();
    let otherwise = otherwise.filter(|_| fitting.is_empty());
    if otherwise.is_some() || !fitting.is_empty() {
        page.heading("You could")?;
    }
    if let Some((step, command)) = otherwise {
        page.item("1", 5, step)?;
        page.paragraph(5, &Text::new(Ink::Faint, command))?;
    }
    for (number, view) in (1..).zip(fitting) {
        page.item(&format!("{number}"), 5, &step(view))?;
        if let Some(command) = command(view) {
            page.paragraph(5, &Text::new(Ink::Faint, command))?;
        }
    }
    if let Some(text) = as_good {
        page.paragraph(2, &text)?;
    }
    day::print_several(page, &views)
}

/// `hire Ana, 08:00–16:00 Mon–Fri in São Paulo → the team stays OVERLAP, works with 2 of 2`.
fn step(view: &View<'_>) -> Text {
    let stated: Vec<String> =
        view.schedule().posts().iter().map(|post| view.at(post, post.hours())).collect();
    let mut text = Text::from("hire ");
    text.push(Ink::Strong, if view.name.is_empty() { "somebody" } else { &view.name });
    let mut night = view.fit.stated_night_minutes_per_week;
    match &view.fit.shift {
        Some(moved) => {
            let by = clock::moved(moved.shift.minutes());
            text.plain(&format!(", who works {by} all year: {}", view.moved_hours(moved)));
            night = moved.night_minutes_per_week;
        }
        None => text.plain(&format!(", {}", and(&stated))),
    }
    if view.fit.is_by_plan() {
        text.plain(", and move days as the plan of the team asks");
    }
    if let Some(by) = moved_by_plan(view) {
        text.plain(&format!(", whose day the plan of the team moves by up to {}", length(by)));
    }
    if night > Minutes::ZERO {
        text.plain(", ");
        text.push(Ink::Warn, &format!("{} a week of it at night", length(night)));
    }
    text.plain(" → ");
    text.push(Ink::Strong, &reaches(view));
    text
}

/// What the team has then.
fn reaches(view: &View<'_>) -> String {
    let fit = view.fit;
    let (before, after) = (fit.team_before.model, fit.team_after_shift.unwrap_or(fit.team_after).model);
    let team = match (&fit.pods[..], before == after) {
        ([], true) => format!("the team stays {}", reached(before)),
        ([], false) => format!("the team goes from {} to {}", reached(before), reached(after)),
        _ => {
            let pods: Vec<String> = fit.pods.iter().map(|pod| (pod + 1).to_string()).collect();
            format!("can join pod {}", or(&pods))
        }
    };
    let team = format!("{team}{}", others_asked(view));
    match fit.shift {
        // With whom they work is about the hours stated.
        Some(_) => team,
        None => format!("{team}; {}", peers(fit.peers(), view.prepared.required_members())),
    }
}

/// ` if Ana moves by up to 45 min (now ½ h)`, of whom the plans then ask for more than of anybody before.
fn others_asked(view: &View<'_>) -> String {
    let asked = &view.fit.asked;
    let Some(most) = asked.others_at_most() else { return String::new() };
    let whom: Vec<_> = asked.others.iter().map(|(profile, _)| *profile).collect();
    let verb = if view.people.heads_of(whom.iter().copied()) == 1 { "moves" } else { "move" };
    let who = view.people.list(&whom, MOST_NAMES);
    format!(" if {who} {verb} by up to {} (now {})", length(most), length(asked.anybody))
}

/// `tzplan fit team.csv --name Ana --zone America/Sao_Paulo --hours '08:00-16:00 Mon-Fri'`; `None` where no
/// flags say the same.
fn command(view: &View<'_>) -> Option<String> {
    let [post] = view.schedule().posts() else { return None };
    if !post.stays().is_empty() {
        return None;
    }
    let name = view.document.name;
    let is_plain = |text: &str| !text.starts_with('-') && !text.chars().any(char::is_control);
    if !is_plain(name) {
        return None;
    }
    let hours = post.hours().to_string();
    let mut flags = vec![("--zone", post.zone().name()), ("--hours", hours)];
    if !name.is_empty() {
        flags.insert(0, ("--name", name.to_owned()));
    }
    flags.extend(post.hours_on().map(|clock| ("--hours-in", clock.name())));
    flags.extend(view.schedule().flex().map(|flex| ("--flex", format!("{}m", flex.get()))));
    let flags: Vec<String> = flags.iter().map(|(flag, value)| format!(" {flag} {}", quoted(value))).collect();
    Some(view.document.context.next_step("fit", flags.concat().trim_start()))
}
