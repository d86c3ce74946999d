//! Pods as a page.

use std::io;

use tzplan::{Pods, PreparedTeam, ProfileId};

use super::{PodsDocument, rows};
use crate::text::{Page, head};
use crate::words::Everyone;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::at_least;
use crate::words::people::People;
use crate::words::shared::{Shared, few_days};

/// The most names in a sentence.
const MOST_NAMES: usize = 6;

pub(super) fn print(document: &PodsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PodsDocument { prepared, pods, bridges, everyone, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let people = People::of(prepared, page.names());
    if prepared.required_members() == 1 {
        return page
            .paragraph(0, &"One person alone is required: there is nobody to share a pod with.".into());
    }
    page.title(&Text::new(Ink::Strong, rows::counted(&people, pods).to_uppercase()))?;
    let who = if pods.sharing == pods.members {
        "Everybody shares".to_owned()
    } else {
        format!("{} of {} share", dates::number(pods.sharing.into()), dates::people(pods.members as usize))
    };
    let shared: Vec<Vec<Shared>> = pods.pods.iter().map(|pod| Shared::among(prepared, pod)).collect();
    let even = shared.iter().flatten().all(Shared::is_even);
    let days = rows::on_few_days(&shared.iter().map(few_days).collect::<Vec<_>>());
    let daily = pods.worst_year_min.map_or(String::new(), |least| format!(" {}", at_least(least, even)));
    let few = match (pods.half_share(), marked_apart(prepared, pods)) {
        (false, _) => " Less than half of them is too few for a hybrid model.".to_owned(),
        (true, apart) if !apart.is_empty() => format!(
            " That is no hybrid model: {} marked as required and in no pod.",
            match people.heads_of(apart.iter().copied()) {
                1 => format!("{} is", people.list(&apart, MOST_NAMES)),
                _ => format!("{} are", people.list(&apart, MOST_NAMES)),
            }
        ),
        _ => String::new(),
    };
    let apart = rows::apart(&people, pods).map_or(String::new(), |apart| format!(" {apart}."));
    let sentence = format!("{who}{daily} in a pod (a group that meets the target){days}.{apart}{few}");
    page.paragraph(2, &Text::from(sentence))?;
    page.blank()?;
    rows::print(page, prepared, pods, &[], bridges)?;
    match everyone {
        Everyone::Named => rows::print_members(page, &people, pods),
        Everyone::Grouped => Ok(()),
    }
}

/// Those in no pod who are marked as required where not everybody is: a hybrid team has none.
fn marked_apart(prepared: &PreparedTeam, pods: &Pods) -> Vec<ProfileId> {
    let marked = |id: &ProfileId| prepared.profile(*id).marked() > 0;
    let all: u32 = prepared.profiles().iter().map(tzplan::season::Profile::marked).sum();
    if all as usize == prepared.required_members() {
        return Vec::new();
    }
    pods.isolated.iter().copied().filter(marked).collect()
}
