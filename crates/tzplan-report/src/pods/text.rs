//! Pods as a page of their own.

use std::io;

use tzplan::PreparedTeam;
use tzplan::pods::{Bridge, Pods};

use super::rows;
use crate::context::Context;
use crate::text::head;
use crate::text::page::Page;
use crate::words::dates;
use crate::words::ink::{Ink, Text};

pub(crate) fn print(
    page: &mut Page<'_>,
    prepared: &PreparedTeam<'_>,
    pods: Option<&Pods>,
    bridges: &[Bridge],
    context: Context<'_>,
) -> io::Result<()> {
    head::print(page, prepared, context)?;
    page.blank()?;
    let Some(pods) = pods else {
        let one =
            "One profile only: everybody keeps the same hours on the same clock, there is nothing to split.";
        return page.paragraph(0, &Text::from(one));
    };
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
