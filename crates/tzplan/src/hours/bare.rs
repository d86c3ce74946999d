//! Hours that say neither am nor pm.

/// Bare hours that were taken to mean the afternoon: `9-5` as 9:00 to 17:00.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct BareHours {
    /// As they are written.
    pub written: String,
    /// The start, in minutes after 00:00.
    pub start: u16,
    /// The end, in minutes after 00:00.
    pub end: u16,
}
