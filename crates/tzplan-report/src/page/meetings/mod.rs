//! Meetings proposed: for everyone and for each pod, with everybody's own time and what it costs them.

mod choice;

use std::collections::{BTreeMap, BTreeSet};

use tzplan::meeting::{Choice, MeetingOptions, Meetings};
use tzplan::{MemberRef, ProfileId, ScheduleId};

use crate::chart::rows::{Group, GroupKind, MOST_NAMED, Rows};
use crate::html::day::name;
use crate::view::View;
use crate::words::dates::{Dates, counted};
use crate::words::length;
use crate::words::people::Names;
use crate::words::pod_meeting::kept_on;
use choice::{About, ChoiceRow};

/// The most pods with meetings; and choices of each, as many as `tzplan meet` tells: the best and two real
/// alternatives.
const MOST_PARTS: usize = 8;
const MOST_CHOICES: usize = 3;

/// The section.
pub(super) struct MeetingSection {
    pub(super) teaser: String,
    pub(super) about: String,
    pub(super) parts: Vec<Part>,
    pub(super) left_out: Option<String>,
}

/// The meetings of everyone or of a pod.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) choices: Vec<ChoiceRow>,
}

impl MeetingSection {
    /// `None` of one person alone.
    pub(super) fn of(view: &View<'_>, rows: &Rows) -> Option<Self> {
        if view.prepared.required_members() < 2 {
            return None;
        }
        let options = MeetingOptions::default();
        let mut place = 0;
        let mut parts = vec![part(view, "Everyone".to_owned(), None, &options, &mut place)];
        let pods = rows.groups.iter().filter(|group| matches!(group.kind, GroupKind::Pod(_)));
        for pod in pods.clone().take(MOST_PARTS) {
            parts.push(part(view, name(pod.kind), Some(pod), &options, &mut place));
        }
        parts.retain(|part| !part.choices.is_empty());
        let left = pods.count().saturating_sub(MOST_PARTS) as u64;
        let teaser = parts.first().and_then(|part| Some((&part.title, part.choices.first()?)));
        let teaser = teaser.map(|(title, choice)| format!("{title}: {}, {}", choice.when, choice.summary));
        Some(Self {
            teaser: teaser.unwrap_or_else(|| "there is no date for one".to_owned()),
            about: format!(
                "{} every week at a fixed time, everyone’s on the home clock ({}), a pod’s on a clock in it; \
                 the best first, then others more than an hour apart. What is outside somebody’s hours or at \
                 night is said; dates off spoil nothing and are told.",
                length::length(options.duration),
                view.home.time()
            ),
            parts,
            left_out: (left > 0).then(|| format!("And those of {}.", counted(left, "more pod", "more pods"))),
        })
    }
}

/// The best choices for everyone, or for a pod alone.
fn part(
    view: &View<'_>,
    title: String,
    pod: Option<&Group>,
    options: &MeetingOptions,
    place: &mut usize,
) -> Part {
    let team = view.prepared.team();
    let (prepared, members): (_, Vec<MemberRef<'_>>) = match pod {
        None => (view.prepared.clone(), team.members().collect()),
        Some(pod) => {
            let profiles: BTreeSet<ProfileId> = pod.rows.iter().map(|row| row.profile).collect();
            let is_in = |member: &MemberRef<'_>| {
                view.prepared.is_required(*member) && profiles.contains(&view.prepared.profile_of(*member))
            };
            let only = view.prepared.only(&profiles.iter().copied().collect::<Vec<_>>());
            (only, team.members().filter(is_in).collect())
        }
    };
    // Members keep their order: whom each of the part is on the team.
    let mut people: BTreeMap<ScheduleId, Vec<MemberRef<'_>>> = BTreeMap::new();
    for (own, whole) in prepared.team().members().zip(members) {
        people.entry(own.schedule_id()).or_default().push(whole);
    }
    let everyones = Meetings::new(&prepared, view.plan.policy(), options);
    let meetings = if pod.is_some() { everyones.of_part(&prepared) } else { everyones };
    let kept_on = (meetings.anchor() != view.prepared.horizon().home()).then(|| {
        let profiles: Vec<ProfileId> =
            pod.iter().flat_map(|pod| pod.rows.iter().map(|row| row.profile)).collect();
        kept_on(view.prepared, &profiles, meetings.anchor(), Names::Whole)
    });
    let ranked = meetings.ranked();
    let choices = meetings.first_choices(&ranked, MOST_CHOICES);
    let dates = Dates::of(view.prepared.horizon());
    let row = |choice: &Choice| {
        let kept_on = kept_on.as_deref();
        let about = About { meetings: &meetings, choice, people: &people, dates: &dates, kept_on };
        *place += 1;
        about.row(*place - 1, team.len() <= MOST_NAMED)
    };
    let shown = Meetings::alternatives(&choices).into_iter().take(MOST_CHOICES);
    Part { title, choices: shown.map(row).collect() }
}
