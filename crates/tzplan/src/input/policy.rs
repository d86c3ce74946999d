//! Policies and ranges of the clock.

use serde::{Deserialize, Deserializer, de};

use super::named::named;
use super::{Fault, within};
use crate::clock::{ClockRange, ClockTime};
use crate::policy::Policy;
use crate::settings::PolicySettings;

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

named!(
    PolicySettings: target, comfortable, max_shift, reasonable, night, grace_days, reply_within, step
);

impl<'de> Deserialize<'de> for Policy {
    /// Of [`PolicySettings`]: what is left out is as usual.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let settings = PolicySettings::deserialize(deserializer)?;
        settings.policy().map_err(|error| {
            // The message begins with the name for people.
            let text = error.to_string();
            let (name, what) = text.split_once(": ").unwrap_or(("", &text));
            de::Error::custom(format!("{}: {what}", name.replace(' ', "_")))
        })
    }
}
