//! The named thresholds as plain numbers of minutes.

use crate::support::reference::target;

#[derive(Clone, PartialEq, Debug)]
pub struct Rules {
    pub target: u32,
    pub max_shift: i32,
    pub reasonable: (i32, i32),
    pub night: (i32, i32),
    pub grace_days: u32,
    pub step: i32,
}

impl Default for Rules {
    fn default() -> Self {
        let (reasonable, night) = ((7 * 60, 21 * 60), (22 * 60, 6 * 60));
        Self { target: 240, max_shift: 120, reasonable, night, grace_days: 7, step: 15 }
    }
}

impl Rules {
    pub fn with_target(&self, target: u32) -> Self {
        Self { target, ..self.clone() }
    }

    /// "All but `grace_days × days / 364` of the horizon's days (rounded to the nearest day, halves up)".
    pub fn grace_of(&self, days: u32) -> u32 {
        let (whole, rest) = (self.grace_days * days / 364, self.grace_days * days % 364);
        if 2 * rest >= 364 { whole + 1 } else { whole }
    }

    pub fn is_night(&self, minute_of_day: i32) -> bool {
        in_clock_range(minute_of_day, self.night)
    }

    pub fn is_reasonable(&self, minute_of_day: i32) -> bool {
        in_clock_range(minute_of_day, self.reasonable)
    }

    /// Steps of up to so many minutes: the smallest first, later before earlier.
    pub fn moves_up_to(&self, most: i32) -> Vec<i32> {
        (1..=most / self.step).flat_map(|n| [n * self.step, -n * self.step]).collect()
    }
}

impl From<&target::Rules> for Rules {
    fn from(rules: &target::Rules) -> Self {
        let target::Rules { target, max_shift, reasonable, night, grace_days, step } = *rules;
        Self { target, max_shift, reasonable, night, grace_days, step }
    }
}

/// "`reasonable` and `night` may cross midnight."
fn in_clock_range(minute: i32, (start, end): (i32, i32)) -> bool {
    if start < end { start <= minute && minute < end } else { minute >= start || minute < end }
}
