//! The agreement as a page.

use std::io;

use super::AgreementDocument;
use super::sections::{Item, View};
use crate::text::{Page, head};
use crate::words::clean;

/// Columns of labels, and those that a long one takes.
const LABELS: std::ops::RangeInclusive<usize> = 8..=17;

pub(super) fn print(document: &AgreementDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let view = View::of(document, page.names());
    head::print(page, document.agreement.prepared(), document.context)?;
    page.blank()?;
    page.title(&view.title())?;
    for line in view.opening() {
        page.paragraph(2, &line)?;
    }
    for section in view.sections() {
        page.heading(section.heading)?;
        page.paragraph(2, &section.intro.into())?;
        let widest = section.items.iter().map(|item| clean::width(&item.label)).max().unwrap_or(0);
        let indent = (widest + 4).clamp(*LABELS.start(), *LABELS.end());
        for Item { label, text } in section.items {
            let label = page.names().cut(&label, indent - 3);
            page.item(&label, indent, &text)?;
        }
    }
    Ok(())
}
