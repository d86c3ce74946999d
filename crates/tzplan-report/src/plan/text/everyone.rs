//! Who is in which row and pod, in full.

use std::io;

use tzplan::ProfileId;

use crate::pods::rows;
use crate::text::Page;
use crate::view::View;
use crate::words::Everyone;
use crate::words::ink::{Ink, Text};
use crate::words::people::{People, everybody};

/// Where it is asked for: the pods, then every schedule, each with the names of all who are in it.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>, everyone: Everyone) -> io::Result<()> {
    if everyone == Everyone::Grouped {
        return Ok(());
    }
    if let Some(pods) = &view.plan.verdict().pods {
        rows::print_members(page, &view.people, pods)?;
    }
    schedules(page, &view.people, &everybody(view.prepared))
}

fn schedules(page: &mut Page<'_>, people: &People<'_>, profiles: &[ProfileId]) -> io::Result<()> {
    page.heading("Who keeps which hours")?;
    for profile in profiles {
        let mut line = Text::new(Ink::Strong, people.what(*profile));
        line.plain(&format!(": {}", people.everybody_of(&[*profile]).join(", ")));
        page.paragraph(2, &line)?;
    }
    Ok(())
}
