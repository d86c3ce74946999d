//! When each pod could meet by itself, for a team that no slot suits.

use std::io;

use tzplan::ProfileId;
use tzplan::meeting::PodMeeting;

use super::choice::when;
use crate::meet::{InPods, MeetDocument};
use crate::pods::rows::apart;
use crate::text::page::Page;
use crate::words::dates::Dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::People;
use crate::words::pod_meeting::{OnClocks, kept_on};

/// The most names of a pod.
const MOST_NAMES: usize = 8;
/// The most pods.
const MOST_PODS: usize = 6;

/// Where what follows a time starts, if there is room.
const AFTER_WHEN: usize = 16;

/// A line for each pod, and who is in none.
pub(super) fn print(document: &MeetDocument<'_>, dates: &Dates, page: &mut Page<'_>) -> io::Result<()> {
    let Some(InPods { pods, meetings }) = document.in_pods.filter(|in_pods| !in_pods.pods.pods.is_empty())
    else {
        return Ok(());
    };
    let people = People::of(document.prepared, page.names());
    let names = page.names();
    let clock_of =
        |pod: &[ProfileId], meeting: &PodMeeting| kept_on(document.prepared, pod, &meeting.anchor, names);
    let lead = "Each pod (a group that shares the target) by itself could meet, at a fixed time of a clock in \
                it (no other clock moves it):";
    page.paragraph(2, &lead.into())?;
    for (pod, meeting) in pods.pods.iter().zip(meetings).take(MOST_PODS) {
        let mut text = Text::new(Ink::Strong, people.group(pod, MOST_NAMES));
        let on_clocks = meeting.as_ref().map(|one| OnClocks::of(document.prepared, one));
        let own = on_clocks.as_ref().and_then(|one| one.own_clocks(names));
        text.plain(&own.map_or(String::new(), |own| format!(" ({own})")));
        text.plain(&format!(" · {}", how_it_suits(meeting.as_ref())));
        if let Some(who) = on_clocks.and_then(|one| one.at_night(names)) {
            text.push(Ink::Warn, &format!(", at night for {who}"));
        }
        let at = meeting.as_ref().map_or("never".to_owned(), |meeting| {
            format!("{} {}", when(&meeting.choice, dates), clock_of(pod, meeting))
        });
        page.item(&at, AFTER_WHEN.max(crate::words::clean::width(&at) + 3), &text)?;
    }
    let left = pods.pods.len().saturating_sub(MOST_PODS);
    if left > 0 {
        page.line(&Text::new(Ink::Faint, format!("  … and {left} more (all in --format json)")))?;
    }
    match apart(&people, pods) {
        Some(apart) => page.paragraph(2, &format!("{apart}.").into()),
        None => Ok(()),
    }
}

fn how_it_suits(meeting: Option<&PodMeeting>) -> &'static str {
    match meeting.map(|meeting| (meeting.choice.plan.is_clean(), meeting.choice.plan.required.off)) {
        None => "no such day in these dates",
        Some((false, _)) => "outside somebody's hours",
        Some((true, 0)) => "within everybody's hours",
        Some((true, _)) => "within everybody's hours, now and then with somebody off",
    }
}
