//! The windows that are open to a team, whoever joins it.

use super::Cost;
use crate::memo::Memo;

/// The windows that are open to a team in a class of seasons, whoever joins: by length the starts for which
/// everybody has a shift that they can afford in some season, with what these cost; each length looked up
/// once.
#[derive(Debug, Default)]
pub(crate) struct OpenWindows(pub(crate) Memo<i32, [(usize, Cost)]>);
