//! Reach: what a team could share at the very most, whatever affordable plan moves whom.
//!
//! The search for a plan tries hundreds of windows for each season. One intersection tells most candidates,
//! and most moves of their day, apart from those for whom it is worth while. Let everybody be at work on
//! every minute that some shift they can be asked for would bring them to: their day *stretched* both ways.
//! Whatever a plan makes everybody share lies inside what the stretched days share, for a plan moves each day
//! to one of the places over which it is stretched. So where the stretched days of the team and of a
//! candidate share too little for the target, no plan holds. What the team's share is found once, by season;
//! a candidate costs one intersection more.
//!
//! It only ever rules out. Where it does not, plans are looked for, and decide.

use crate::interval::IntervalSet;
use crate::lineup::Lineup;
use crate::minutes::{PerDay, WeekMinute};
use crate::season::Week;
use crate::shift_tables::Affordable;

/// What everybody of a team shares by class of seasons when all days are stretched as far as plans may move
/// them.
#[derive(Debug)]
pub(super) struct Reach {
    classes: Vec<Stretched>,
    /// The most minutes that may be asked of anybody.
    pub(super) most: i32,
}

#[derive(Debug)]
struct Stretched {
    common: IntervalSet<WeekMinute>,
    fewest_workdays: u32,
    /// The target, or the shortest average day where that is less; `None` where somebody has no hours.
    goal: Option<PerDay>,
}

impl Reach {
    /// Of the required members, nobody being asked for more than this many minutes.
    ///
    /// # Complexity
    ///
    /// An intersection for each distinct week and kind of season.
    pub(super) fn of(lineup: &Lineup<'_>, most: i32) -> Self {
        let classes = lineup.classes.iter().map(|class| {
            let stretched = class.crowds.iter().map(|crowd| {
                let affordable = &lineup.shifts_of(crowd).affordable;
                stretched(&crowd.stated, affordable, crowd.moved, most)
            });
            let group = class.group();
            let has_hours = class.crowds.iter().all(|crowd| crowd.week().workdays() > 0);
            Stretched {
                common: crate::target::common(stretched.collect::<Vec<_>>().iter()),
                fewest_workdays: group.fewest_workdays(),
                goal: has_hours.then(|| group.effective_target(lineup.target)),
            }
        });
        Self { classes: classes.collect(), most }
    }

    /// Whether everybody in a class of seasons may come to meet the target with somebody whose day is moved
    /// by this many minutes already.
    pub(super) fn meets_with(&self, class: usize, week: &Week, affordable: &Affordable, moved: i32) -> bool {
        let team = &self.classes[class];
        let (Some(goal), Some(average)) = (team.goal, week.average_day()) else { return false };
        let own = stretched(week, affordable, moved, self.most);
        let minutes_per_week = team.common.shared_minutes(&own).get();
        let days = team.fewest_workdays.min(week.workdays());
        PerDay { minutes_per_week, days }.reaches(goal.min_value(average))
    }
}

/// The pattern of the stated hours over all places to which a day may be moved, asked for no more than so
/// many minutes, and over the one where it is.
fn stretched(stated: &Week, affordable: &Affordable, moved: i32, most: i32) -> IntervalSet<WeekMinute> {
    let farthest = |(first, last): (i32, i32), by: i32| (first.min(by), last.max(by));
    let asked = affordable.all().filter(|by| by.abs() <= most);
    let (first, last) = asked.fold((moved, moved), farthest);
    stated.stretched(-first, last)
}
