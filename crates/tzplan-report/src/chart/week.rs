//! The week: how many are at work in each hour of it.

use chrono::Weekday;
use tzplan::Horizon;
use tzplan::coverage::Coverage;

use crate::words::dates;
use crate::words::home::Home;
use crate::words::length::length;

/// Shades beside the one for nobody.
const SHADES: u32 = 4;

/// An ordinary week on the home clock.
#[derive(Clone, Debug)]
pub(crate) struct Week {
    /// `Berlin time`.
    pub(crate) clock: String,
    /// Monday first, each with the hours of its day.
    pub(crate) days: Vec<(String, Vec<Hour>)>,
    /// What the shades mean, from nobody on.
    pub(crate) legend: Vec<(u32, String)>,
    /// How much of the time somebody is at work.
    pub(crate) covered: String,
}

/// An hour of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Hour {
    /// The fewest at work in it; `None` where the horizon has no such hour.
    pub(crate) count: Option<u32>,
    /// `0` for nobody, up to 4.
    pub(crate) shade: u32,
}

impl Hour {
    /// The count as it is shown: `3`, `1.2k` from ten thousand on, `·` for nobody.
    pub(crate) fn shown(self) -> String {
        match self.count {
            None => String::new(),
            Some(0) => "·".to_owned(),
            Some(count) if count >= 10_000 => format!("{}k", count / 1000),
            Some(count) => count.to_string(),
        }
    }
}

impl Week {
    pub(crate) fn of(horizon: &Horizon, coverage: &Coverage) -> Self {
        let usual = coverage.ordinary_week(horizon);
        let most = usual.iter().flatten().flatten().max().copied().unwrap_or(0);
        let shade = |count: u32| u32::try_from(shade(count, most)).unwrap_or(SHADES);
        let days = usual.iter().enumerate().map(|(day, hours)| {
            let weekday = Weekday::try_from(day as u8).unwrap_or(Weekday::Mon);
            let hour = |count: &Option<u32>| Hour { count: *count, shade: count.map_or(0, shade) };
            (weekday.to_string(), hours.iter().map(hour).collect())
        });
        let (covered, all) = coverage.covered();
        let gaps = coverage.gaps().count() as u64;
        let covered = match gaps {
            0 => "Somebody is at work around the clock, holidays and leave included.".to_owned(),
            gaps => format!(
                "Through these dates somebody is at work for {} of {}; for the rest, in {}, nobody is.",
                length(covered),
                length(all),
                dates::counted(gaps, "gap", "gaps"),
            ),
        };
        Self { clock: Home::of(horizon).time(), days: days.collect(), legend: legend(most), covered }
    }

    /// The chart in a sentence.
    pub(crate) fn described(&self) -> String {
        format!(
            "How many are at work in each hour of an ordinary week, in {}: the fewest at any time of the hour; \
            of the weeks of these dates, days off counted, half have as many or more. {}",
            self.clock, self.covered
        )
    }
}

/// `0` for nobody, then quarters of the most, the last one full.
fn shade(count: u32, most: u32) -> u64 {
    (u64::from(count) * u64::from(SHADES)).div_ceil(u64::from(most.max(1)))
}

/// The counts of each shade that some count can have.
fn legend(most: u32) -> Vec<(u32, String)> {
    let mut legend = vec![(0, "nobody".to_owned())];
    for step in 1..=SHADES {
        // The counts of a shade: more than the quarters before, up to this one.
        let upto = |step: u32| (u64::from(most) * u64::from(step) / u64::from(SHADES)) as u32;
        let (low, high) = (upto(step - 1) + 1, upto(step));
        if low < high {
            legend.push((step, format!("{}–{}", dates::number(low.into()), dates::number(high.into()))));
        } else if low == high {
            legend.push((step, dates::number(low.into())));
        }
    }
    legend
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legend_says_what_the_shades_mean() {
        for most in [0_u32, 1, 2, 3, 4, 5, 7, 8, 100, 5000] {
            let legend = legend(most);
            for count in 0..=most {
                let shade = shade(count, most) as u32;
                let (_, label) = legend.iter().find(|(known, _)| *known == shade).expect("a label");
                let number = |text: &str| text.replace(',', "").parse::<u32>().expect("a number");
                let said = match label.split_once('–') {
                    _ if label == "nobody" => count == 0,
                    Some((low, high)) => (number(low)..=number(high)).contains(&count),
                    None => number(label) == count,
                };
                assert!(said, "{count} of {most}: {label}");
            }
        }
    }
}
