//! Where a document comes from.

use crate::words::change::Change;

/// What every document says about where it comes from.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The roster's name, as the user gave it.
    pub source: &'a str,
    /// The version of the tz database in use.
    pub tzdb: &'a str,
    /// What was changed about the roster, in the order in which it is told.
    pub changes: &'a [Change],
}
