//! Pods as a page.

use std::io;

use super::{PodsDocument, rows};
use crate::text::{Page, head};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::People;

pub(super) fn print(document: &PodsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PodsDocument { prepared, pods, bridges, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    let people = People::of(prepared, page.names());
    page.title(&Text::new(Ink::Strong, rows::counted(&people, pods).to_uppercase()))?;
    let who = if pods.sharing == pods.members {
        "Everybody shares".to_owned()
    } else {
        format!("{} of {} share", dates::number(pods.sharing.into()), dates::people(pods.members as usize))
    };
    let daily = pods.worst_year_min.map_or(String::new(), |daily| format!(": {daily} a day or more"));
    let few = if pods.half_share() { "" } else { " Less than half of them is too few for a hybrid model." };
    let apart = rows::apart(&people, pods).map_or(String::new(), |apart| format!(" {apart}."));
    let sentence = format!("{who} a pod that meets the target{daily}.{apart}{few}");
    page.paragraph(2, &Text::from(sentence))?;
    page.blank()?;
    rows::print(page, prepared, pods, &[], bridges)
}
