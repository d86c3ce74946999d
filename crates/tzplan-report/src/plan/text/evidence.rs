//! The evidence: the trap, who binds, what targets can be had, night work, drift weeks, days off, stays,
//! peers, hand-offs, replies.

use std::io;

use tzplan::absence::Absence;
use tzplan::days_off::{DaysOff, PeopleOff};
use tzplan::reply::Replies;
use tzplan::stays::ShortStay;
use tzplan::target::shared_by;
use tzplan::verdict::Binding;
use tzplan::{MemberId, Minutes, Model, ProfileId, Season, SeasonOverlap};

use super::{night, reach, stays};
use crate::coverage::handoffs;
use crate::text::page::Page;
use crate::view::View;
use crate::words::absent::dated;
use crate::words::amounts::Amounts;
use crate::words::ink::{Ink, Text};
use crate::words::length::{daily, each_day, length};
use crate::words::people::{self, and};
use crate::words::shared::Shared;
use crate::words::shown_of;
use crate::words::{dates, replies};

/// The most entries of a line.
const MOST: usize = 4;

pub(super) fn print(
    page: &mut Page<'_>,
    view: &View<'_>,
    off: &DaysOff,
    stays: &[ShortStay],
) -> io::Result<()> {
    let lines = lines(view, off, stays, &Replies::new(view.prepared));
    if lines.iter().any(|(_, text)| text.is_some()) {
        page.blank()?;
    }
    for (label, text) in lines {
        if let Some(text) = text {
            page.labelled(label, &text)?;
        }
    }
    Ok(())
}

/// The lines of evidence with their labels; `None` where there is nothing to say.
pub(crate) fn lines(
    view: &View<'_>,
    off: &DaysOff,
    stays: &[ShortStay],
    waits: &Replies,
) -> [(&'static str, Option<Text>); 12] {
    let verdict = view.plan.verdict().model;
    [
        ("Who holds it back", binding(view)),
        ("Could have", reach(view)),
        ("Night work", night::line(view)),
        ("Drift weeks", drift(view)),
        ("Days off", days_off(view, off)),
        ("Short stays", stays::line(view, stays)),
        ("Long stays", people::stays::line(view.prepared, view.people.names)),
        ("No peer", no_peer(view)),
        (
            "Hand-offs",
            if verdict == Model::Async { handoffs::line(view.prepared, view.people.names) } else { None },
        ),
        ("Being blocked", replies::line(view.prepared, waits, view.plan.policy(), view.people.names)),
        ("No hours", no_hours(view)),
        ("Optional", optional(view)),
    ]
}

/// Whose leaving lengthens what everyone shares.
fn binding(view: &View<'_>) -> Option<Text> {
    let all = view.prepared.required_members();
    // Somebody who is left alone shares with nobody.
    let leaves_some = |one: &&Binding| view.people.heads(one.profile) as usize + 2 <= all;
    let binding: Vec<&Binding> = view.plan.verdict().binding.iter().filter(leaves_some).collect();
    if binding.is_empty() {
        return None;
    }
    let mut text = Text::default();
    for (index, one) in binding.iter().take(MOST).enumerate() {
        text.plain(if index == 0 { "Without " } else { "; without " });
        text.push(Ink::Strong, &view.people.label(one.profile));
        text.plain(if index == 0 { " the others share " } else { " " });
        let least = daily(one.year_min_without);
        text.plain(&match (day_by_day(view, one.profile), index) {
            (Some(days), _) => days,
            (None, 0) => format!("{least} a day or more"),
            (None, _) => least,
        });
    }
    if binding.len() > MOST {
        text.plain(&format!("; {} more", dates::number((binding.len() - MOST) as u64)));
    }
    text.plain(&match view.plan.year().min.floor() {
        _ if !view.is_even() => ".".to_owned(),
        Minutes::ZERO => " (now nothing).".to_owned(),
        least => format!(" (now {}).", length(least)),
    });
    Some(text)
}

/// What the others share through the year, where it is not the same on each of their days.
fn day_by_day(view: &View<'_>, without: ProfileId) -> Option<String> {
    let others: Vec<ProfileId> =
        view.prepared.required().iter().copied().filter(|other| *other != without).collect();
    let seasons = view.plan.seasons().map(|season| season.season);
    let shared = |season| (season, shared_by(view.prepared, &others, &season, view.plan.policy()));
    let seasons: Vec<(Season, SeasonOverlap)> = seasons.map(shared).collect();
    if seasons.iter().all(|(_, overlap)| Shared::of(overlap, 0).is_even()) {
        return None;
    }
    let horizon = view.prepared.horizon();
    Amounts::of(horizon, seasons.iter().map(|(season, overlap)| (*season, overlap))).words(horizon)
}

/// Of a team that overlaps; others are told with the next steps.
fn reach(view: &View<'_>) -> Option<Text> {
    let overlaps = view.plan.verdict().model == Model::Overlap;
    reach::reach(view).filter(|_| overlaps).map(Text::from)
}

pub(crate) fn drift(view: &View<'_>) -> Option<Text> {
    let year = view.plan.year();
    if year.drift.is_empty() || year.max.floor() == Minutes::ZERO {
        return None;
    }
    let mut text = Text::from(format!("Usually {}, but ", each_day(year.usual, view.is_even())));
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for weeks in year.drift.iter().take(MOST) {
        let (amount, dates) =
            (daily(weeks.daily), view.dates.during(weeks.dates.first(), weeks.dates.last()));
        match told.iter_mut().find(|(known, _)| *known == amount) {
            Some((_, all)) => all.push(dates),
            None => told.push((amount, vec![dates])),
        }
    }
    let told: Vec<String> = told.iter().map(|(amount, dates)| format!("{amount} {}", and(dates))).collect();
    text.plain(&told.join(", "));
    if year.drift.len() > MOST {
        text.plain(&format!(", and {} more times", year.drift.len() - MOST));
    }
    text.plain(&format!(", {}.", why_they_drift(view)));
    Some(text)
}

/// Some clocks have changed and others have not, or somebody goes to live elsewhere just then.
fn why_they_drift(view: &View<'_>) -> String {
    let weeks = view.plan.year().drift.iter();
    let stays = weeks.map(|weeks| people::stays::that_part(view, weeks.dates, None));
    let (by_clocks, by_stays): (Vec<_>, Vec<_>) = stays.partition(Vec::is_empty);
    let mut told = Vec::new();
    if !by_clocks.is_empty() {
        told.push("when some clocks have changed and others have not yet".to_owned());
    }
    let mut who: Vec<(MemberId, usize)> = Vec::new();
    for stay in by_stays.iter().flatten().map(|stay| (stay.first_member, stay.members)) {
        if !who.contains(&stay) {
            who.push(stay);
        }
    }
    if !who.is_empty() {
        let names = who.iter().map(|(first, members)| view.people.members_like(first.index(), *members));
        let names = and(&names.collect::<Vec<_>>());
        let (go, come) = if matches!(who[..], [(_, 1)]) { ("goes", "comes") } else { ("go", "come") };
        told.push(format!("around the days on which {names} {go} to live elsewhere or {come} back"));
    }
    told.join(", and ")
}

/// This many dates, or ranges of them, are named, of so many that are looked at.
const MOST_DATES: usize = 5;
const MOST_LOOKED_AT: usize = 60;

/// Workdays that are not ordinary ones, which verdicts are about.
fn days_off(view: &View<'_>, off: &DaysOff) -> Option<Text> {
    if off.dates.is_empty() || view.prepared.required_members() < 2 {
        return None;
    }
    let days = dates::counted(off.dates.len() as u64, "workday", "workdays");
    let mut text = Text::from(format!("On {days} somebody required is off: "));
    let shown = shown_of(off.people.len(), MOST);
    let one = |who: &PeopleOff| {
        let name = view.people.members_like(who.first_member.index(), who.members);
        format!("{name} on {}", dates::number(who.days as u64))
    };
    let mut names: Vec<String> = off.people[..shown].iter().map(one).collect();
    let left: usize = off.people[shown..].iter().map(|who| who.members).sum();
    if left > 0 {
        names.push(dates::counted(left as u64, "other", "others"));
    }
    text.plain(&and(&names));
    match off.in_drift_weeks(view.plan.year()) {
        0 => {}
        days => text.plain(&format!("; {} of them in drift weeks", dates::number(days as u64))),
    }
    let near = off.dates.len().min(MOST_LOOKED_AT);
    let absences: Vec<Absence> = off.dates[..near].iter().flat_map(|date| off.absences_on(*date)).collect();
    let named = dated(view.prepared.team(), &absences, &view.dates, view.people.names, MOST_DATES);
    let are = match off.dates.len() {
        1 => "It is",
        all if all <= MOST_DATES => "They are",
        _ => "The first are",
    };
    let more = match off.dates.len() - near {
        0 => String::new(),
        more => format!(", then {}", dates::counted(more as u64, "more", "more")),
    };
    text.plain(&format!(". {are} {named}{more}."));
    Some(text)
}

fn no_peer(view: &View<'_>) -> Option<Text> {
    let alone = &view.plan.verdict().no_peer;
    if alone.is_empty() {
        return None;
    }
    let mut text = Text::default();
    text.push(Ink::Strong, &view.people.list(alone, MOST));
    let one = view.people.heads_of(alone.iter().copied()) == 1;
    let verb = if one { "has" } else { "have" };
    text.plain(&format!(
        " {verb} nobody to share {} a day with, even in twos.",
        length(view.plan.policy().target())
    ));
    Some(text)
}

fn no_hours(view: &View<'_>) -> Option<Text> {
    let idle = |id: &&tzplan::ProfileId| view.prepared.hours_of(**id).all(tzplan::WeeklyHours::is_empty);
    let idle: Vec<_> = view.prepared.required().iter().filter(idle).copied().collect();
    if idle.is_empty() {
        return None;
    }
    let verb = if view.people.heads_of(idle.iter().copied()) == 1 { "has" } else { "have" };
    let names = view.people.list(&idle, MOST);
    Some(Text::new(Ink::Bad, format!("{names} {verb} no working hours: no group with them meets a target.")))
}

fn optional(view: &View<'_>) -> Option<Text> {
    let team = view.prepared.team();
    if team.all_count_as_required() {
        return Some("Everybody is marked optional, so that everybody counts.".into());
    }
    let optional = team.len() - view.prepared.required_members();
    let verb = if optional == 1 { "does" } else { "do" };
    (optional > 0).then(|| {
        Text::from(format!("{} {verb} not count towards what everyone shares.", dates::people(optional)))
    })
}
