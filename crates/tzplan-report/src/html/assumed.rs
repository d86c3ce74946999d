//! How a roster and flags were read, at the end of a page.

use super::file_name;
use super::rich::Rich;
use crate::context::Context;
use crate::words::assumed::{heading, sentences};

/// The most assumptions shown.
const MOST: usize = 20;

/// The section; nothing of it is shown where nothing was assumed.
pub(crate) struct Assumed {
    pub(crate) heading: &'static str,
    /// A sentence for each assumption.
    pub(crate) sentences: Vec<Rich>,
    /// How many are not shown.
    pub(crate) left: usize,
}

impl Assumed {
    pub(crate) fn of(context: Context<'_>) -> Self {
        let (shown, left) = sentences(context, MOST, file_name);
        let sentences = shown.iter().map(|sentence| Rich::plain(sentence)).collect();
        Self { heading: heading(context), sentences, left }
    }
}
