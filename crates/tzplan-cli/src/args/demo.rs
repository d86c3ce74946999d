//! Arguments of `tzplan demo`.

use clap::Args;

use super::roster::ReadingArguments;
use super::{CommonArguments, Source, WhatIfArguments};

#[derive(Args, Debug)]
pub(crate) struct DemoArguments {
    #[command(flatten)]
    pub(crate) what_if: WhatIfArguments,

    #[command(flatten)]
    pub(crate) common: CommonArguments,
}

/// The built-in roster is read as it is.
static AS_IT_IS: ReadingArguments = ReadingArguments { sheet: None, column: Vec::new(), read_as: Vec::new() };

impl DemoArguments {
    pub(crate) fn source(&self) -> Source<'_> {
        Source { path: None, example: true, hubs: &[], reading: &AS_IT_IS }
    }
}
