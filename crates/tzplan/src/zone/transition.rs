//! Changes of a zone's offset.

/// From `at` (seconds since 1970) on, clocks run `offset` seconds ahead of UTC.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Transition {
    pub(super) at: i64,
    pub(super) offset: i32,
}

/// Offsets reach less than a day; chrono relies on it.
pub(super) fn valid_offset(seconds: i32) -> Result<i32, String> {
    if -86_400 < seconds && seconds < 86_400 {
        Ok(seconds)
    } else {
        Err(format!("it has an offset of {seconds} seconds, a day or more"))
    }
}
