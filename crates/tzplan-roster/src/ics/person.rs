//! Who has a calendar.

use tzplan::Schedule;

/// Somebody whom the events of a calendar may be about.
#[derive(Clone, Copy, Debug)]
pub struct IcsPerson<'a> {
    /// The name, as in the roster.
    pub name: &'a str,
    /// The e-mail address, in any case.
    pub email: Option<&'a str>,
    /// Whose clock and shifts decide which days are off.
    pub schedule: &'a Schedule,
}
