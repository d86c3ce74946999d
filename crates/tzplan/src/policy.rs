//! The named thresholds of a plan, each with its default and its reason.

use crate::clock::ClockRange;
use crate::error::error_type;
use crate::minutes::{DAY, Minutes};

/// Thresholds by which a team is judged. [`Policy::default`] holds the defaults below; the `with_…` methods
/// change one at a time and refuse values out of range.
///
/// | threshold | default | why |
/// |---|---|---|
/// | `target` | 4 h a day | an overlap model needs 4–6 h of natural overlap; practitioners say 2–4, 3–5, 4–6, no study proves a number |
/// | `comfortable` | 6 h a day | top of that range; marks an overlap as comfortable, decides nothing |
/// | `max_shift` | 2 h | what may be asked of a person's day as a favour, where they state no flex; a 6 h shift burns people out within months |
/// | `reasonable` | 07:00–21:00 local | hours a moved day may not leave further than it did before |
/// | `night` | 22:00–06:00 local | minutes of work counted as night work |
/// | `grace_days` | 7 in 364 days | a clock-change mismatch shorter than this is a warning, not a verdict |
/// | `reply_within` | 4 h (p95) | a blocked person should hear back within hours of their own day; marks blocked time beyond it, decides nothing |
/// | `step` | 15 min | granularity of a proposed move; divides 1440 |
///
/// ```
/// use tzplan::{Minutes, Policy};
/// let policy = Policy::default().with_target(Minutes::hours(3)).unwrap();
/// assert_eq!(policy.target(), Minutes(180));
/// assert!(Policy::default().with_step(Minutes(7)).is_err()); // 7 does not divide a day
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Policy {
    target: Minutes,
    comfortable: Minutes,
    max_shift: Minutes,
    reasonable: ClockRange,
    night: ClockRange,
    grace_days: u32,
    reply_within: Minutes,
    step: Minutes,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            target: Minutes::hours(4),
            comfortable: Minutes::hours(6),
            max_shift: Minutes::hours(2),
            reasonable: ClockRange::of_hours(7, 21),
            night: ClockRange::of_hours(22, 6),
            grace_days: 7,
            reply_within: Minutes::hours(4),
            step: Minutes(15),
        }
    }
}

impl Policy {
    /// Daily overlap a team needs.
    pub fn target(&self) -> Minutes {
        self.target
    }

    /// Daily overlap marked as comfortable.
    pub fn comfortable(&self) -> Minutes {
        self.comfortable
    }

    /// The furthest a day may be moved, of those who state no flex of their own.
    pub fn max_shift(&self) -> Minutes {
        self.max_shift
    }

    /// Local hours that a moved day may not leave further than before.
    pub fn reasonable(&self) -> ClockRange {
        self.reasonable
    }

    /// Local hours counted as night work.
    pub fn night(&self) -> ClockRange {
        self.night
    }

    /// Days in 364 that may miss the target.
    pub fn grace_days(&self) -> u32 {
        self.grace_days
    }

    /// The p95 reply wait beyond which a wait is marked.
    pub fn reply_within(&self) -> Minutes {
        self.reply_within
    }

    /// Granularity of proposed moves.
    pub fn step(&self) -> Minutes {
        self.step
    }

    /// Grace days of a horizon of that many days: `grace_days × days / 364`, rounded to the nearest, halves
    /// up.
    pub fn grace_of(&self, days: u32) -> u32 {
        let scaled = 2 * u64::from(self.grace_days) * u64::from(days) + 364;
        u32::try_from(scaled / 728).unwrap_or(u32::MAX)
    }

    /// Sets the target: 1 minute to 24 hours a day.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] out of that range.
    pub fn with_target(mut self, target: Minutes) -> Result<Self, PolicyError> {
        self.target = in_range(PolicyErrorKind::Target, "target", target, 1, DAY)?;
        Ok(self)
    }

    /// Sets what counts as comfortable: 1 minute to 24 hours a day.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] out of that range.
    pub fn with_comfortable(mut self, comfortable: Minutes) -> Result<Self, PolicyError> {
        self.comfortable = in_range(PolicyErrorKind::Comfortable, "comfortable", comfortable, 1, DAY)?;
        Ok(self)
    }

    /// Sets the furthest affordable move: 0 to 12 hours.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] out of that range.
    pub fn with_max_shift(mut self, max_shift: Minutes) -> Result<Self, PolicyError> {
        self.max_shift = in_range(PolicyErrorKind::MaxShift, "max shift", max_shift, 0, DAY / 2)?;
        Ok(self)
    }

    /// Sets the reasonable local hours; they may cross midnight.
    pub fn with_reasonable(mut self, reasonable: ClockRange) -> Self {
        self.reasonable = reasonable;
        self
    }

    /// Sets the local hours counted as night; they may cross midnight.
    pub fn with_night(mut self, night: ClockRange) -> Self {
        self.night = night;
        self
    }

    /// Sets the days in 364 that may miss the target: 0 to 364.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] beyond 364.
    pub fn with_grace_days(mut self, grace_days: u32) -> Result<Self, PolicyError> {
        if grace_days > 364 {
            let message = format!("grace days: {grace_days} of 364 days; write 0 to 364");
            return Err(PolicyError::new(PolicyErrorKind::GraceDays, message));
        }
        self.grace_days = grace_days;
        Ok(self)
    }

    /// Sets the p95 wait that is still fine: 0 minutes to 31 days.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] beyond that.
    pub fn with_reply_within(mut self, reply_within: Minutes) -> Result<Self, PolicyError> {
        self.reply_within =
            in_range(PolicyErrorKind::ReplyWithin, "reply within", reply_within, 0, 31 * DAY)?;
        Ok(self)
    }

    /// Sets the granularity of proposed moves: a divisor of 1440 minutes.
    ///
    /// # Errors
    ///
    /// [`PolicyError`] when it does not divide a day.
    pub fn with_step(mut self, step: Minutes) -> Result<Self, PolicyError> {
        if step.0 == 0 || DAY as u32 % step.0 != 0 {
            let message = format!("step: {step} does not divide 24 hours; write 5m, 10m, 15m, 30m or 1h");
            return Err(PolicyError::new(PolicyErrorKind::Step, message));
        }
        self.step = step;
        Ok(self)
    }
}

fn in_range(
    kind: PolicyErrorKind,
    name: &str,
    value: Minutes,
    least: i32,
    most: i32,
) -> Result<Minutes, PolicyError> {
    if (least as u32..=most as u32).contains(&value.0) {
        return Ok(value);
    }
    let (least, most) = (Minutes(least as u32), Minutes(most as u32));
    Err(PolicyError::new(kind, format!("{name}: {value} is out of range; write {least} to {most} (h:mm)")))
}

error_type! {
    /// Why a threshold is refused; its message names it, with the value, and says what to write instead.
    PolicyError, PolicyErrorKind
}

/// Which threshold is refused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum PolicyErrorKind {
    /// The target is not 1 minute to 24 hours.
    Target,
    /// The comfortable overlap is not 1 minute to 24 hours.
    Comfortable,
    /// The furthest move is longer than 12 hours.
    MaxShift,
    /// The grace days are more than 364.
    GraceDays,
    /// The wait is longer than 31 days.
    ReplyWithin,
    /// The step does not divide a day.
    Step,
    /// The reasonable hours are no range of the clock.
    Reasonable,
    /// The night is no range of the clock.
    Night,
    /// There is no threshold of that name.
    Unknown,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grace_rounds_to_the_nearest_day_halves_up() {
        let policy = Policy::default();
        // 7 × 26 / 364 = 0.5, 7 × 25 / 364 = 0.48, 7 × 364 / 364 = 7, 7 × 78 / 364 = 1.5.
        assert_eq!([26, 25, 364, 78].map(|days| policy.grace_of(days)), [1, 0, 7, 2]);
    }
}
