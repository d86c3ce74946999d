//! Why hours cannot be read.

use crate::clock::ClockError;
use crate::error::error_type;

error_type! {
    /// Why a text or a pair of times is not working hours. Its message says what is wrong and what to write.
    HoursError, HoursErrorKind
}

/// What is wrong with working hours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum HoursErrorKind {
    /// The text has no times.
    NoTimes,
    /// The text is no time of day.
    NotATime,
    /// The text is no range of times.
    NotARange,
    /// A stretch starts and ends at the same time.
    EqualEnds,
    /// A stretch starts at or after 24:00.
    StartsTooLate,
    /// A stretch is empty or lasts longer than 24 hours.
    Length,
    /// A stretch over midnight lasts longer than 16 hours and does not say that it is meant.
    LongNight,
    /// The text names no days, or something that is no weekday.
    NotADay,
    /// The days are others in another language: `di` is a Tuesday in German, and a Sunday in French.
    AmbiguousDays,
    /// A group of hours names its days twice.
    DaysTwice,
    /// There are not as many starts as ends.
    UnevenColumns,
}

impl From<ClockError> for HoursError {
    fn from(error: ClockError) -> Self {
        Self::new(HoursErrorKind::NotATime, error.to_string())
    }
}
