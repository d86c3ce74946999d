//! The agreement as a page.

use std::io;

use super::AgreementDocument;
use super::sections::{Item, View};
use crate::text::{Page, head};
use crate::words::clean;

/// Columns of labels, and those that a long one takes.
const LABELS: std::ops::RangeInclusive<usize> = 8..=22;

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
        let mut before = String::new();
        for Item { label, text } in section.items {
            // Lines of one label stand below it; those of a list say whose each is.
            let again = label == before && !page.is_markdown();
            let shown = if again { String::new() } else { page.names().cut(&label, indent - 4) };
            page.item(&shown, indent, &text)?;
            before = label;
        }
    }
    Ok(())
}
