//! Hand-offs: who goes on when somebody's day ends.

use tzplan::agreement::AgreedHandoff;

use super::when::lead;
use super::{Item, Section, View};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;

/// The most people who go on, in a line.
const MOST_WHO_GO_ON: usize = 4;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let prepared = view.agreement.prepared();
    if prepared.required_members() < 2 {
        return None;
    }
    let mut items = Vec::new();
    for from in prepared.required() {
        let own = |season: usize| -> Vec<(&AgreedHandoff, Key)> {
            let all = view.agreement.handoffs.iter();
            let own = all.filter(|one| one.season == season && one.from == *from);
            own.map(|one| (one, (one.ends, one.days, one.to, one.there))).collect()
        };
        let values = view.by_value(|season| own(season).into_iter().map(|(_, key)| key).collect::<Vec<_>>());
        for (value, places) in values {
            let mut text = Text::from(lead(&view.when(&places)));
            if value.is_empty() {
                text.push(Ink::Warn, "nobody goes on; leave it in writing");
            } else {
                text.plain(&words(view, &own(places[0])));
            }
            items.push(Item { label: view.counting(*from), text });
        }
    }
    let intro = "When a day ends, who is still at work, or just begins.".to_owned();
    Some(Section { heading: "Hand-offs", intro, items })
}

type Key = (tzplan::ClockTime, chrono::WeekdaySet, tzplan::ProfileId, tzplan::ClockTime);

/// `17:30 to Ana (12:30 there) and Chloé (16:30)`, by the times at which the day ends.
fn words(view: &View<'_>, handoffs: &[(&AgreedHandoff, Key)]) -> String {
    let mut ends: Vec<_> = handoffs.iter().map(|(one, _)| (one.days, one.ends)).collect();
    ends.sort_by_key(|(days, ends)| (days.first().map(|day| day.num_days_from_monday()), *ends));
    ends.dedup();
    let one_end = ends.len() == 1;
    let told = ends.into_iter().map(|(days, time)| {
        let to: Vec<String> = handoffs
            .iter()
            .filter(|(one, _)| (one.days, one.ends) == (days, time))
            .map(|(one, _)| format!("{} ({} there)", view.counting(one.to), one.there))
            .collect();
        let shown = if to.len() <= MOST_WHO_GO_ON + 1 { to.len() } else { MOST_WHO_GO_ON };
        let more = (shown < to.len()).then(|| format!("{} more", to.len() - shown));
        let names: Vec<String> = to.into_iter().take(shown).chain(more).collect();
        let days = if one_end && clock::days(days) == "Mon–Fri" {
            String::new()
        } else {
            format!("{} ", clock::days(days))
        };
        format!("{days}{time} to {}", and(&names))
    });
    told.collect::<Vec<_>>().join(" · ")
}
