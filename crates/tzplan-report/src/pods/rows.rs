//! The pods of a team: who is in them and what they share.

use std::io;

use tzplan::pods::{Bridge, Pods};
use tzplan::target::shared_by;
use tzplan::{Policy, PreparedTeam, ProfileId, Season, SeasonOverlap};

use crate::text::page::Page;
use crate::words::amounts::Amounts;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::at_least;
use crate::words::people::{People, and};
use crate::words::shared::{Shared, few_days};
use crate::words::shown_of;

/// The most pods listed.
pub(crate) const MOST_PODS: usize = 12;
/// The most names of a pod.
const MOST_NAMES: usize = 8;
/// The most names of the bridges to a pod.
const MOST_BRIDGES: usize = 4;

/// The pods, each with what it shares where that is known; who is in none; the bridges.
pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam,
    pods: &Pods,
    hours: &[String],
    bridges: &[Bridge],
) -> io::Result<()> {
    let people = People::of(prepared, page.names());
    let count = pods.pods.len();
    let shown = shown_of(count, MOST_PODS);
    for place in 0..shown {
        let mut text = Text::new(Ink::Strong, people.group(&pods.pods[place], MOST_NAMES));
        let heads = people.heads_of(pods.pods[place].iter().copied());
        text.push(Ink::Faint, &format!(" · {}", dates::people(heads)));
        match hours.get(place) {
            Some(hours) => text.plain(&format!(" · {hours}")),
            None => {
                let shared = Shared::among(prepared, &pods.pods[place]);
                let days = few_days(&shared).map_or(String::new(), |days| format!(", on {days}"));
                text.plain(&match shared.iter().all(Shared::is_even) {
                    true => format!(" · {}{days}", at_least(pods.year_min[place], true)),
                    // A mean says nothing of days that are not alike.
                    false => format!(" · {}", through_the_year(prepared, &pods.pods[place])),
                });
            }
        }
        page.item(&format!("Pod {}", place + 1), 12, &text)?;
    }
    if shown < count {
        let left = pods.pods[shown..].iter().flatten().copied();
        let text = format!(
            "  … and {} with {} (--everyone lists them)",
            dates::counted((count - shown) as u64, "more pod", "more pods"),
            dates::people(people.heads_of(left)),
        );
        page.line(&Text::new(Ink::Faint, text))?;
    }
    if !pods.isolated.is_empty() {
        let mut text = Text::new(Ink::Strong, people.group(&pods.isolated, MOST_NAMES));
        text.push(Ink::Faint, " · in no pod");
        page.item("Isolated", 12, &text)?;
    }
    print_bridges(page, &people, bridges)?;
    if !pods.exact {
        let found = format!("The best split found; none has fewer parts than {}.", pods.lower_bound);
        page.paragraph(2, &Text::new(Ink::Faint, found))?;
    }
    Ok(())
}

/// `5 h 15 min on Mon–Thu in winter and 6 h 15 min on Mon–Thu in summer (28 Mar – 30 Oct)`.
fn through_the_year(prepared: &PreparedTeam, pod: &[ProfileId]) -> String {
    // What is shared depends on no target.
    let of = |season: &Season| shared_by(prepared, pod, season, &Policy::default());
    let shared: Vec<(Season, SeasonOverlap)> =
        prepared.seasons().iter().map(|season| (*season, of(season))).collect();
    let amounts = Amounts::of(prepared.horizon(), shared.iter().map(|(season, overlap)| (*season, overlap)));
    amounts.words(prepared.horizon()).unwrap_or_else(|| "nothing".to_owned())
}

/// Everybody of each pod by name, and who is in none.
pub(crate) fn print_members(page: &mut Page<'_>, people: &People<'_>, pods: &Pods) -> io::Result<()> {
    page.heading("Who is in which pod")?;
    for (place, pod) in pods.pods.iter().enumerate() {
        let names = people.everybody_of(pod).join(", ");
        page.item(&format!("Pod {}", place + 1), 12, &names.into())?;
    }
    if !pods.isolated.is_empty() {
        page.item("Isolated", 12, &people.everybody_of(&pods.isolated).join(", ").into())?;
    }
    Ok(())
}

/// `, pod 2 on Mon, Tue and Thu only`: the pods that share on fewer than five days of the week, each with
/// these; nothing where none does.
pub(crate) fn on_few_days(pods: &[Option<String>]) -> String {
    let named = pods.iter().enumerate().filter_map(|(place, days)| Some((place, days.as_ref()?)));
    let told: Vec<String> = match pods {
        [Some(days)] => vec![format!("on {days} only")],
        _ => named.map(|(place, days)| format!("pod {} on {days} only", place + 1)).collect(),
    };
    if told.is_empty() { String::new() } else { format!(", {}", and(&told)) }
}

/// `2 pods`, `1 pod, 1 person isolated`.
pub(crate) fn counted(people: &People<'_>, pods: &Pods) -> String {
    let apart = people.heads_of(pods.isolated.iter().copied());
    let count = dates::counted(pods.pods.len() as u64, "pod", "pods");
    if apart == 0 { count } else { format!("{count}, {} isolated", dates::people(apart)) }
}

/// `Joy is isolated: in no pod`.
pub(crate) fn apart(people: &People<'_>, pods: &Pods) -> Option<String> {
    let verb = match people.heads_of(pods.isolated.iter().copied()) {
        0 => return None,
        1 => "is",
        _ => "are",
    };
    Some(format!("{} {verb} isolated: in no pod", people.list(&pods.isolated, MOST_NAMES)))
}

/// Who overlaps with all of another pod, pod by pod.
fn print_bridges(page: &mut Page<'_>, people: &People<'_>, bridges: &[Bridge]) -> io::Result<()> {
    if bridges.is_empty() {
        return Ok(());
    }
    page.line(&Text::new(Ink::Strong, "  Bridges (an hour a day or more with all of another pod)"))?;
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
