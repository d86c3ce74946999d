//! Policies and ranges of the clock.

use serde::{Deserialize, Deserializer, de};

use super::named::named;
use super::{Fault, within};
use crate::clock::{ClockRange, ClockTime};
use crate::minutes::Minutes;
use crate::policy::{Policy, PolicyError, PolicyErrorKind};

/// Minutes after 00:00.
struct ClockRangeParts {
    start: i64,
    end: i64,
}

named!(ClockRangeParts: start, end);

impl ClockRangeParts {
    fn read(self) -> Result<ClockRange, Fault> {
        let time = |field, minutes| {
            let time = u16::try_from(minutes).ok().and_then(ClockTime::from_minutes);
            time.ok_or_else(|| format!("{field}: {minutes} is no time of day; give 0 to 1440 minutes"))
        };
        within("end", ClockRange::new(time("start", self.start)?, time("end", self.end)?))
    }
}

impl<'de> Deserialize<'de> for ClockRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ClockRangeParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}

/// Thresholds in minutes; what is left out is as usual.
struct PolicyParts {
    target: Option<i64>,
    comfortable: Option<i64>,
    max_shift: Option<i64>,
    reasonable: Option<ClockRangeParts>,
    night: Option<ClockRangeParts>,
    grace_days: Option<i64>,
    reply_within: Option<i64>,
    step: Option<i64>,
}

named!(PolicyParts: target, comfortable, max_shift, reasonable, night, grace_days, reply_within, step);

impl PolicyParts {
    fn read(self) -> Result<Policy, PolicyError> {
        use PolicyErrorKind as Kind;
        let number = |kind: Kind, name: &str, value: i64| {
            let wrong = |_| PolicyError::new(kind, format!("{name}: {value} is out of range"));
            u32::try_from(value).map_err(wrong)
        };
        let range = |kind: Kind, name: &str, parts: ClockRangeParts| {
            parts.read().map_err(|fault| PolicyError::new(kind, format!("{name}.{fault}")))
        };
        let mut policy = Policy::default();
        if let Some(target) = self.target {
            policy = policy.with_target(Minutes(number(Kind::Target, "target", target)?))?;
        }
        if let Some(comfortable) = self.comfortable {
            policy =
                policy.with_comfortable(Minutes(number(Kind::Comfortable, "comfortable", comfortable)?))?;
        }
        if let Some(max_shift) = self.max_shift {
            policy = policy.with_max_shift(Minutes(number(Kind::MaxShift, "max_shift", max_shift)?))?;
        }
        if let Some(reply_within) = self.reply_within {
            policy = policy.with_reply_within(Minutes(number(
                Kind::ReplyWithin,
                "reply_within",
                reply_within,
            )?))?;
        }
        if let Some(step) = self.step {
            policy = policy.with_step(Minutes(number(Kind::Step, "step", step)?))?;
        }
        if let Some(days) = self.grace_days {
            policy = policy.with_grace_days(number(Kind::GraceDays, "grace_days", days)?)?;
        }
        if let Some(parts) = self.reasonable {
            policy = policy.with_reasonable(range(Kind::Reasonable, "reasonable", parts)?);
        }
        if let Some(parts) = self.night {
            policy = policy.with_night(range(Kind::Night, "night", parts)?);
        }
        Ok(policy)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        PolicyParts::deserialize(deserializer)?.read().map_err(de::Error::custom)
    }
}
