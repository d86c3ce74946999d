//! The distinct choices among ranked slots.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Burden, Meetings, Slot, SlotPlan};

/// A slot that starts at most this many minutes before or after a better one on the same weekday is no choice
/// of its own.
const NEIGHBOURS: u16 = 60;

/// Slots that are one choice: at one time, on weekdays (of a meeting that happens once, dates) that cost
/// everybody the same.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The first of them in the ranking, with its costs, which are those of each.
    pub plan: SlotPlan,
    /// All of them, in order.
    pub slots: Vec<Slot>,
}

impl Meetings {
    /// The distinct choices among slots, which are ranked: in the order of the ranking.
    ///
    /// A slot that starts at most an hour before or after a better one on the same weekday (of a meeting that
    /// happens once, date) is left out where that better one is not left out itself. Of what remains, slots
    /// at one time are joined when they ask the same of everybody with each schedule, days off aside, and on
    /// as many dates somebody is off.
    ///
    /// # Complexity
    ///
    /// That of [`Meetings::plan`] for each slot that remains.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// let ranked = meetings.ranked();
    /// // 480 slots: 15:00 to 16:00 on five days are clean, and the first of these hours is one choice.
    /// let choices = meetings.choices(&ranked);
    /// let first = &choices[0];
    /// assert_eq!((ranked.len(), first.slots.len(), first.plan.slot.time.to_string()), (480, 5, "15:00".into()));
    /// assert_eq!(choices[1].plan.slot.time.to_string(), "16:15");
    /// ```
    pub fn choices(&self, ranked: &[SlotPlan]) -> Vec<Choice> {
        let mut kept: HashMap<(Option<NaiveDate>, chrono::Weekday), Vec<u16>> = HashMap::new();
        let mut choices: Vec<(Choice, Vec<Burden>)> = Vec::new();
        for plan in ranked {
            let times = kept.entry((plan.slot.date, plan.slot.day())).or_default();
            if times.iter().any(|time| time.abs_diff(plan.slot.time.minutes()) <= NEIGHBOURS) {
                continue;
            }
            times.push(plan.slot.time.minutes());
            let each = self.asked_of_each(plan.slot);
            let same = |(choice, of_each): &&mut (Choice, Vec<Burden>)| {
                let (a, b) = (choice.plan, plan);
                let costs = |plan: &SlotPlan| (plan.without_quorum, plan.required, plan.optional);
                a.slot.time == b.slot.time && costs(&a) == costs(b) && *of_each == each
            };
            match choices.iter_mut().find(same) {
                Some((choice, _)) => choice.slots.push(plan.slot),
                None => choices.push((Choice { plan: *plan, slots: vec![plan.slot] }, each)),
            }
        }
        let mut choices: Vec<Choice> = choices.into_iter().map(|(choice, _)| choice).collect();
        choices.iter_mut().for_each(|choice| choice.slots.sort_unstable());
        choices
    }

    /// What a slot asks of one of those with each schedule, days off aside.
    fn asked_of_each(&self, slot: Slot) -> Vec<Burden> {
        let mut each = vec![Burden::default(); self.crowds.len()];
        for occurrence in self.occurrences(slot) {
            for (burden, crowd) in each.iter_mut().zip(&self.crowds) {
                burden.add(crowd.asked(&occurrence, &self.outside).ordinarily(), 1);
            }
        }
        each
    }
}
