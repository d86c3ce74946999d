//! What the files read leave open, and how it was taken.

use std::io;

use crate::context::Context;
use crate::text::Page;
use crate::words::assumed::{heading, sentences};
use crate::words::ink::Text;

/// More are counted.
const MOST: usize = 5;

/// The section behind an answer; nothing where nothing was assumed.
pub(crate) fn print(page: &mut Page<'_>, context: Context<'_>) -> io::Result<()> {
    if context.assumptions.is_empty() {
        return Ok(());
    }
    page.heading(heading(context))?;
    let (sentences, left) = sentences(context, MOST, |path| path);
    for sentence in sentences {
        page.paragraph(2, &Text::from(sentence))?;
    }
    if left > 0 {
        page.paragraph(2, &Text::from(format!("and {left} more; --format json has all")))?;
    }
    Ok(())
}
