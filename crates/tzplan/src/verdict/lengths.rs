//! The lengths of the windows that plans look at: whose day makes one that nobody else's does.

use std::collections::HashMap;

use crate::lineup::{Crowd, Lineup, WeekClass};
use crate::minutes::{Minutes, PerDay};
use crate::season::Week;

/// The days of the crowds of each class of weeks.
pub(super) struct Lengths {
    step: u32,
    target: PerDay,
    classes: Vec<OfClass>,
}

/// What a crowd's day is compared with in a class.
struct OfClass {
    /// By crowd.
    average: Vec<Option<PerDay>>,
    longest: Vec<Option<i32>>,
    /// How many crowds have an average day of this length, minutes begun counted whole.
    crowds_of: HashMap<Minutes, u32>,
    /// The crowds with the shortest average days, at most two.
    shortest: Vec<usize>,
    /// The crowds with the longest stretches, at most two.
    longest_two: Vec<usize>,
}

impl Lengths {
    pub(super) fn of(lineup: &Lineup<'_>) -> Self {
        let classes = lineup.classes.iter().map(OfClass::of).collect();
        Self { step: lineup.policy.step().get(), target: PerDay::of(lineup.target), classes }
    }

    /// Whether windows of other lengths are looked at without a slot's only member, in some season.
    pub(super) fn are_made_by(&self, lineup: &Lineup<'_>, slot: usize) -> bool {
        let mut classes = self.classes.iter().zip(&*lineup.classes);
        classes.any(|(days, class)| days.are_made_by(class.crowd_of[slot], self))
    }
}

impl OfClass {
    fn of(class: &WeekClass<'_>) -> Self {
        let weeks = || class.crowds.iter().map(Crowd::week);
        let average: Vec<_> = weeks().map(Week::average_day).collect();
        let longest: Vec<_> = weeks().map(|week| week.spans().iter().map(|span| span.length).max()).collect();
        let mut crowds_of = HashMap::new();
        for day in average.iter().flatten() {
            *crowds_of.entry(day.ceil()).or_insert(0) += 1;
        }
        let mut with_average: Vec<usize> =
            (0..average.len()).filter(|crowd| average[*crowd].is_some()).collect();
        let day = |crowd: &usize| average[*crowd].unwrap_or(PerDay::of(Minutes::ZERO));
        with_average.sort_by(|one, other| day(one).cmp_value(day(other)));
        with_average.truncate(2);
        let mut by_longest: Vec<usize> = (0..longest.len()).collect();
        by_longest.sort_by_key(|crowd| std::cmp::Reverse(longest[*crowd]));
        by_longest.truncate(2);
        Self { crowds_of, shortest: with_average, longest_two: by_longest, average, longest }
    }

    fn are_made_by(&self, own: usize, all: &Lengths) -> bool {
        let Some(average) = self.average[own] else { return true };
        let length = average.ceil();
        let same_length = length.get() % all.step == 0 || self.crowds_of[&length] > 1;
        let first_other = |crowds: &[usize]| crowds.iter().copied().find(|crowd| *crowd != own);
        let shortest = first_other(&self.shortest).and_then(|crowd| self.average[crowd]);
        let is_short =
            !average.reaches(all.target) && shortest.is_none_or(|shortest| !average.reaches(shortest));
        let longest = first_other(&self.longest_two).and_then(|crowd| self.longest[crowd]);
        !same_length || is_short || longest < self.longest[own]
    }
}
