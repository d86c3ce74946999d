//! Some thresholds of a policy, by their names: what a file or a command line sets.

use std::fmt::Display;
use std::str::FromStr;

use crate::clock::ClockRange;
use crate::minutes::Minutes;
use crate::policy::{Policy, PolicyError, PolicyErrorKind};

/// Some of the thresholds of a [`Policy`]; the others stay as they are. With the feature `serde` a policy is
/// read back through it, lengths in minutes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct PolicySettings {
    /// Daily overlap a team needs.
    pub target: Option<Minutes>,
    /// Daily overlap marked as comfortable.
    pub comfortable: Option<Minutes>,
    /// The furthest a day may be moved.
    pub max_shift: Option<Minutes>,
    /// Local hours that a moved day may not leave further than before.
    pub reasonable: Option<ClockRange>,
    /// Local hours counted as night work.
    pub night: Option<ClockRange>,
    /// Days in 364 that may miss the target.
    pub grace_days: Option<u32>,
    /// The p95 reply wait beyond which a wait is marked.
    pub reply_within: Option<Minutes>,
    /// Granularity of proposed moves.
    pub step: Option<Minutes>,
}

impl PolicySettings {
    /// The names of the settings, as a roster writes them.
    pub const NAMES: [&str; 8] =
        ["target", "comfortable", "max_shift", "reasonable", "night", "grace_days", "reply_within", "step"];

    /// These settings, and others where these are not set.
    #[must_use]
    pub fn or(self, others: &Self) -> Self {
        Self {
            target: self.target.or(others.target),
            comfortable: self.comfortable.or(others.comfortable),
            max_shift: self.max_shift.or(others.max_shift),
            reasonable: self.reasonable.or(others.reasonable),
            night: self.night.or(others.night),
            grace_days: self.grace_days.or(others.grace_days),
            reply_within: self.reply_within.or(others.reply_within),
            step: self.step.or(others.step),
        }
    }

    /// The default policy with these settings.
    ///
    /// ```
    /// use tzplan::{Minutes, PolicySettings};
    /// let mut settings = PolicySettings::default();
    /// settings.target = Some(Minutes::hours(3));
    /// assert_eq!(settings.policy().unwrap().target(), Minutes(180));
    /// ```
    ///
    /// # Errors
    ///
    /// [`PolicyError`] for a value out of range.
    pub fn policy(&self) -> Result<Policy, PolicyError> {
        let usual = Policy::default();
        Policy::default()
            .with_reasonable(self.reasonable.unwrap_or(usual.reasonable()))
            .with_night(self.night.unwrap_or(usual.night()))
            .with_target(self.target.unwrap_or(usual.target()))?
            .with_comfortable(self.comfortable.unwrap_or(usual.comfortable()))?
            .with_max_shift(self.max_shift.unwrap_or(usual.max_shift()))?
            .with_grace_days(self.grace_days.unwrap_or(usual.grace_days()))?
            .with_reply_within(self.reply_within.unwrap_or(usual.reply_within()))?
            .with_step(self.step.unwrap_or(usual.step()))
    }

    /// Reads one setting; `max-shift` and `Max shift` are `max_shift`.
    ///
    /// # Errors
    ///
    /// What is wrong with the value, and what to write, or that there is no setting of that name; the
    /// settings stay as they are.
    pub fn read(&mut self, name: &str, value: &str) -> Result<(), PolicyError> {
        use PolicyErrorKind as Kind;
        let folded = name.trim().to_lowercase().replace([' ', '-'], "_");
        let mut read = Self::default();
        match &*folded {
            "target" => read.target = Some(parsed(value, Kind::Target)?),
            "comfortable" => read.comfortable = Some(parsed(value, Kind::Comfortable)?),
            "max_shift" => read.max_shift = Some(parsed(value, Kind::MaxShift)?),
            "reasonable" => read.reasonable = Some(parsed(value, Kind::Reasonable)?),
            "night" => read.night = Some(parsed(value, Kind::Night)?),
            "grace_days" => {
                let wrong = |_| format!("`{value}` is no number of days; write one like 7");
                let days = value.trim().parse().map_err(wrong);
                read.grace_days = Some(days.map_err(|wrong| PolicyError::new(Kind::GraceDays, wrong))?);
            }
            "reply_within" => read.reply_within = Some(parsed(value, Kind::ReplyWithin)?),
            "step" => read.step = Some(parsed(value, Kind::Step)?),
            _ => {
                let known = Self::NAMES.join(", ");
                let message = format!("`{name}` is no setting of the policy; settings are {known}");
                return Err(PolicyError::new(Kind::Unknown, message));
            }
        }
        read.policy()?;
        *self = read.or(self);
        Ok(())
    }
}

/// A value of a setting.
fn parsed<T: FromStr<Err: Display>>(value: &str, kind: PolicyErrorKind) -> Result<T, PolicyError> {
    value.parse().map_err(|error: T::Err| PolicyError::new(kind, error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read() {
        let mut settings = PolicySettings::default();
        let values = ["3h", "5h", "1h", "08:00-20:00", "23-5", "9", "2h", "30m"];
        for (name, value) in PolicySettings::NAMES.into_iter().zip(values) {
            assert_eq!(settings.read(name, value), Ok(()), "{name}");
        }
        let policy = settings.policy().expect("in range");
        assert_eq!((policy.target(), policy.max_shift()), (Minutes(180), Minutes(60)));
        assert_eq!((policy.grace_days(), policy.step()), (9, Minutes(30)));
        assert_eq!(policy.reasonable().to_string(), "08:00-20:00");
        assert_eq!(settings.read("Max-Shift", "90m"), Ok(()));
        assert_eq!(settings.max_shift, Some(Minutes(90)));
    }

    #[test]
    fn what_is_wrong_changes_nothing() {
        let mut settings = PolicySettings { step: Some(Minutes(30)), ..PolicySettings::default() };
        let before = settings.clone();
        for (name, value, part) in [
            ("tarket", "3h", "settings are target, comfortable"),
            ("target", "4", "write it like 4h"),
            ("target", "25h", "out of range"),
            ("step", "7m", "does not divide"),
            ("grace_days", "a week", "no number of days"),
            ("night", "22:00", "no range"),
        ] {
            let error = settings.read(name, value).expect_err("a fault").to_string();
            assert!(error.contains(part), "{error}");
        }
        assert_eq!(settings, before);
    }
}
