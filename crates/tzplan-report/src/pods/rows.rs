//! The pods of a team: who is in them and what they share.

use std::io;

use tzplan::pods::{Bridge, Pods};
use tzplan::{PerDay, Policy, PreparedTeam, ProfileId, pairs};

use crate::text::page::Page;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::People;

/// The most pods listed.
const MOST_PODS: usize = 12;
/// The most names of a pod.
const MOST_NAMES: usize = 8;
/// The most names of the bridges to a pod.
const MOST_BRIDGES: usize = 4;

pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    pods: &Pods,
    bridges: &[Bridge],
) -> io::Result<()> {
    let people = People::of(prepared, page.names());
    let shown = if pods.count() <= MOST_PODS + 1 { pods.count() } else { MOST_PODS };
    for (index, pod) in pods.pods.iter().enumerate().take(shown) {
        page.item(&name(index), 10, &members(prepared, &people, pod))?;
    }
    if shown < pods.count() {
        let left = pods.pods[shown..].iter().flatten().copied();
        let text = format!(
            "  … and {} with {} (all in --format json)",
            dates::counted((pods.count() - shown) as u64, "more pod", "more pods"),
            dates::people(people.heads_of(left)),
        );
        page.line(&Text::new(Ink::Faint, text))?;
    }
    print_bridges(page, &people, bridges)?;
    if !pods.exact {
        let found = format!("The best split found; none has fewer than {}.", pods.lower_bound);
        page.paragraph(2, &Text::new(Ink::Faint, found))?;
    }
    Ok(())
}

fn name(index: usize) -> String {
    format!("Pod {}", index + 1)
}

/// Who is in a pod, and what they share.
pub(crate) fn members(prepared: &PreparedTeam<'_>, people: &People<'_>, pod: &[ProfileId]) -> Text {
    let heads = people.heads_of(pod.iter().copied());
    let mut text = Text::default();
    text.push(Ink::Strong, &people.list(pod, MOST_NAMES));
    if heads < 2 {
        text.push(Ink::Faint, " · alone");
        return text;
    }
    let least = prepared
        .seasons()
        .iter()
        // What is shared does not depend on the policy.
        .map(|season| pairs::shared_by(prepared, pod, season, &Policy::default()).daily)
        .reduce(PerDay::min_value);
    let least = least.map_or(String::new(), |daily| format!(", {daily} a day or more"));
    text.push(Ink::Faint, &format!(" · {}{least}", dates::people(heads)));
    text
}

/// Who overlaps with all of another pod, pod by pod.
fn print_bridges(page: &mut Page<'_>, people: &People<'_>, bridges: &[Bridge]) -> io::Result<()> {
    if bridges.is_empty() {
        return Ok(());
    }
    page.line(&Text::new(Ink::Strong, "  Bridges, an hour a day or more with all of another pod"))?;
    let mut left = 0;
    for (place, bridges) in bridges.chunk_by(|a, b| a.to_pod == b.to_pod).enumerate() {
        if place >= MOST_PODS {
            left += 1;
            continue;
        }
        let profiles: Vec<ProfileId> = bridges.iter().map(|bridge| bridge.profile).collect();
        let label = format!("to pod {}", bridges[0].to_pod + 1);
        page.item(&label, 13, &people.list(&profiles, MOST_BRIDGES).into())?;
    }
    if left > 0 {
        let more = dates::counted(left, "more pod", "more pods");
        page.line(&Text::new(Ink::Faint, format!("  … and bridges to {more} (all in --format json)")))?;
    }
    Ok(())
}
