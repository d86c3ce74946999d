//! The agreement as a page.

use std::io;

use super::AgreementDocument;
use super::sections::{Item, View};
use crate::text::{Page, head};
use crate::words::clean;

/// Columns of labels that stand in a column of their own, and of what hangs below a longer one.
const LABELS: std::ops::RangeInclusive<usize> = 4..=8;
const BELOW: usize = 4;

pub(super) fn print(document: &AgreementDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let view = View::of(document, page.names());
    head::print(page, document.agreement.prepared(), document.context)?;
    page.blank()?;
    page.title(&view.title())?;
    for line in view.opening() {
        page.paragraph(2, &line)?;
    }
    for section in view.sections() {
        if !section.heading.is_empty() {
            page.heading_and(&section.heading, &section.intro)?;
        }
        let widest = section.items.iter().map(|item| clean::width(&item.label)).max().unwrap_or(0);
        let columns = widest <= *LABELS.end() && !page.is_markdown();
        let indent = if columns { widest.max(*LABELS.start()) + 4 } else { BELOW };
        let mut before = String::new();
        for Item { label, text } in section.items {
            // Lines of one label stand below it; those of a list say whose each is.
            let again = label == before && !page.is_markdown();
            match () {
                () if again => page.item("", indent, &text)?,
                () if columns || page.is_markdown() => page.item(&label, indent, &text)?,
                () => page.item(&format!("{label}: "), indent, &text)?,
            }
            before = label;
        }
    }
    Ok(())
}
