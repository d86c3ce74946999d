//! Pods as a page.

use std::io;

use super::{PodsDocument, rows};
use crate::text::{Page, head};
use crate::words::dates;
use crate::words::ink::{Ink, Text};

pub(super) fn print(document: &PodsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PodsDocument { prepared, pods, bridges, context } = *document;
    head::print(page, prepared, context)?;
    page.blank()?;
    page.title(&Text::new(Ink::Strong, format!("{} PODS", pods.count())))?;
    let who = if pods.sharing == pods.members {
        "Everybody shares".to_owned()
    } else {
        format!("{} of {} share", dates::number(pods.sharing.into()), dates::people(pods.members as usize))
    };
    let daily = pods.worst_year_min.map_or(String::new(), |daily| format!(": {daily} a day or more"));
    let few = if pods.half_share() { "" } else { " Less than half of them is too few for a hybrid model." };
    let sentence = format!("{who} a pod that meets the target{daily}.{few}");
    page.paragraph(2, &Text::from(sentence))?;
    page.blank()?;
    rows::print(page, prepared, pods, bridges)
}
