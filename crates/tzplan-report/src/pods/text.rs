//! Pods as a page.

use std::io;

use super::{PodsDocument, rows};
use crate::text::{Page, head};
use crate::words::Everyone;
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::length::at_least;
use crate::words::people::People;
use crate::words::shared::{Shared, few_days};

pub(super) fn print(document: &PodsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PodsDocument { prepared, pods, bridges, everyone, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let people = People::of(prepared, page.names());
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
    let few = if pods.half_share() { "" } else { " Less than half of them is too few for a hybrid model." };
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
