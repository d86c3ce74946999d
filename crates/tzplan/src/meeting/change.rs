//! The nearest change that opens a slot.

use chrono::{NaiveDate, WeekdaySet};

use super::{Demand, Meetings, Occurrence, Slot};
use crate::minutes::Minutes;
use crate::team::ScheduleId;

/// What has to change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum ChangeKind {
    /// Nothing but the occurrences left out.
    LeaveOut,
    /// All who are with a schedule work longer, at one end of their day, on the days of the meeting.
    LongerDay {
        /// Whose.
        schedule: ScheduleId,
        /// By so much at most.
        stretch: Minutes,
    },
    /// All who are with a schedule become optional.
    Optional {
        /// Whose.
        schedule: ScheduleId,
    },
    /// The meeting is shorter.
    Shorter {
        /// How long it lasts then.
        duration: Minutes,
    },
    /// It is on the slot's weekday, which was not looked at.
    OtherDay,
}

/// A change that opens a slot.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SlotChange {
    /// What has to change.
    pub kind: ChangeKind,
    /// The slot it opens.
    pub slot: Slot,
    /// The dates of the occurrences that days off spoil all the same.
    pub left_out: Vec<NaiveDate>,
}

/// What a slot is held against, other than what is asked for.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    duration: Minutes,
    /// Who is not required, by the place of their schedule.
    excused: Option<usize>,
    /// Who works longer, and by how much.
    longer: Option<(usize, u32)>,
}

impl Terms {
    pub(super) fn of(meetings: &Meetings) -> Self {
        Self { duration: meetings.duration(), excused: None, longer: None }
    }
}

impl Meetings {
    /// The nearest change of each kind that opens a slot, the nearest kind first. Where a slot is clean
    /// already, and where no single change opens one, there is none.
    ///
    /// # The nearest change
    ///
    /// A change opens a slot when, with it, the slot is clean on every occurrence but those that days off
    /// spoil, which are left out; one occurrence at least remains. The kinds, in order:
    ///
    /// 1. Leaving out alone: the fewest occurrences, then the earliest slot. Where it opens one, nothing else
    ///    is tried.
    /// 2. Those with one schedule work longer on the days of the meeting, at most the policy's `max_shift`:
    ///    the least stretch, then the fewest people, the fewest left out, the order of schedules, the
    ///    earliest slot.
    /// 3. Those with one schedule become optional (with a quorum: are no longer marked), two required members
    ///    remaining (with a quorum: any number): the fewest people, the fewest left out, the order of
    ///    schedules, the earliest slot.
    /// 4. A shorter meeting: the longest multiple of `step` below the duration, the fewest left out, the
    ///    earliest slot.
    /// 5. A weekday that was not looked at: the fewest left out, the earliest slot.
    ///
    /// # Complexity
    ///
    /// A few times that of [`Meetings::ranked`] at worst; most slots are given up at their first occurrence.
    ///
    /// ```
    /// use tzplan::meeting::{ChangeKind, MeetingOptions, Meetings, Reason};
    /// use tzplan::{Horizon, Member, Minutes, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// let ana = team.add(Member::new("Ana", Zone::UTC)).schedule_id();
    /// team.add(Member::new("Ben", Zone::UTC).hours("16:30-23:00".parse().unwrap()));
    /// let horizon = Horizon::of_days("2026-11-23".parse().unwrap(), 28, Zone::UTC).unwrap();
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &MeetingOptions::default());
    /// assert_eq!(meetings.obstacles().unwrap().reason, Reason::OutsideHours);
    /// // They share 16:30 to 17:00.
    /// let changes = meetings.changes();
    /// assert_eq!(changes[0].kind, ChangeKind::LongerDay { schedule: ana, stretch: Minutes(30) });
    /// assert_eq!(changes[0].slot.time.to_string(), "16:30");
    /// assert_eq!(changes[1].kind, ChangeKind::Shorter { duration: Minutes(30) });
    /// ```
    pub fn changes(&self) -> Vec<SlotChange> {
        let usual = Terms::of(self);
        if let Some(change) = self.fewest_left_out(self.options().days, &usual, ChangeKind::LeaveOut) {
            return if change.left_out.is_empty() { Vec::new() } else { vec![change] };
        }
        let other_days = self.options().days.symmetric_difference(WeekdaySet::ALL);
        let kinds = [
            self.longer_day(),
            self.optional(),
            self.shorter(),
            self.fewest_left_out(other_days, &usual, ChangeKind::OtherDay),
        ];
        kinds.into_iter().flatten().collect()
    }

    /// The dates on which a slot is not clean for days off alone; `None` where something else spoils it, or
    /// where no occurrence would remain.
    pub(super) fn left_out(&self, slot: Slot, terms: &Terms) -> Option<Vec<NaiveDate>> {
        let occurrences = self.occurrences_lasting(slot, terms.duration);
        if !occurrences.iter().all(|occurrence| self.suits(occurrence, terms, DaysOff::Ignored)) {
            return None;
        }
        let spoilt = occurrences.iter().filter(|occurrence| !self.suits(occurrence, terms, DaysOff::Counted));
        let dates: Vec<NaiveDate> = spoilt.map(|occurrence| occurrence.date).collect();
        (dates.len() < occurrences.len()).then_some(dates)
    }

    /// The occurrences of a slot that days off spoil, by date: somebody required misses them, or they lack
    /// their quorum, who or which would not if there were no days off.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings, Slot};
    /// use tzplan::{ClockTime, Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ana", Zone::UTC).days_off(["2026-11-30".parse().unwrap()]));
    /// let horizon = Horizon::of_days("2026-11-23".parse().unwrap(), 28, Zone::UTC).unwrap();
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &MeetingOptions::default());
    /// let spoilt = meetings.exceptions(Slot::weekly(chrono::Weekday::Mon, ClockTime::at(9, 0)));
    /// assert_eq!(spoilt.iter().map(|occurrence| occurrence.date.to_string()).collect::<Vec<_>>(), ["2026-11-30"]);
    /// ```
    pub fn exceptions(&self, slot: Slot) -> Vec<Occurrence> {
        let spoilt = |occurrence: &Occurrence| {
            let (mut attending, mut ordinarily) = (0, 0);
            for crowd in &self.crowds {
                let (demand, ordinary) = (crowd.demand(occurrence), crowd.ordinary(occurrence));
                if crowd.required > 0 && demand == Demand::Missed && ordinary != Demand::Missed {
                    return true;
                }
                attending += if demand == Demand::Stretch(0) { crowd.heads() } else { 0 };
                ordinarily += if ordinary == Demand::Stretch(0) { crowd.heads() } else { 0 };
            }
            attending < self.quorum() && self.quorum() <= ordinarily
        };
        self.occurrences(slot).into_iter().filter(spoilt).collect()
    }

    /// Whether everybody required attends an occurrence within their hours, and enough of all do.
    fn suits(&self, occurrence: &Occurrence, terms: &Terms, days_off: DaysOff) -> bool {
        let mut attending = 0;
        for (place, crowd) in self.crowds.iter().enumerate() {
            let demand = match days_off {
                DaysOff::Ignored => crowd.ordinary(occurrence),
                DaysOff::Counted => crowd.demand(occurrence),
            };
            let longer = terms.longer.filter(|(longer, _)| *longer == place).map_or(0, |(_, by)| by);
            if demand <= Demand::Stretch(longer) {
                attending += crowd.heads();
            } else if crowd.required > 0 && terms.excused != Some(place) {
                return false;
            }
        }
        attending >= self.quorum()
    }

    fn fewest_left_out(&self, days: WeekdaySet, terms: &Terms, kind: ChangeKind) -> Option<SlotChange> {
        let mut best: Option<SlotChange> = None;
        for slot in self.slots_on(days) {
            let Some(left_out) = self.left_out(slot, terms) else { continue };
            if best.as_ref().is_none_or(|best| left_out.len() < best.left_out.len()) {
                best = Some(SlotChange { kind, slot, left_out });
            }
        }
        best
    }

    fn longer_day(&self) -> Option<SlotChange> {
        let mut best: Option<((u32, u64, usize, usize), SlotChange)> = None;
        for slot in self.slots() {
            let occurrences = self.occurrences(slot);
            for (place, crowd) in self.crowds.iter().enumerate() {
                let Some(stretch) = self.missing_stretch(&occurrences, place) else { continue };
                let least = best.as_ref().map_or(self.max_stretch.get(), |((least, ..), _)| *least);
                if stretch > least {
                    continue;
                }
                let terms = Terms { longer: Some((place, stretch)), ..Terms::of(self) };
                let Some(left_out) = self.left_out(slot, &terms) else { continue };
                let key = (stretch, crowd.heads(), left_out.len(), place);
                if best.as_ref().is_none_or(|(best, _)| key < *best) {
                    let kind = ChangeKind::LongerDay { schedule: crowd.schedule, stretch: Minutes(stretch) };
                    best = Some((key, SlotChange { kind, slot, left_out }));
                }
            }
        }
        best.map(|(_, change)| change)
    }

    /// By how much those with one schedule would have to work longer for every occurrence to suit, days off
    /// aside; `None` where that does not help, or is not needed.
    fn missing_stretch(&self, occurrences: &[Occurrence], place: usize) -> Option<u32> {
        let mut stretch = 0;
        for occurrence in occurrences {
            let demand = self.crowds[place].ordinary(occurrence);
            let Demand::Stretch(needed) = demand else {
                // Somebody who does not come at all may not be needed.
                if self.suits(occurrence, &Terms::of(self), DaysOff::Ignored) {
                    continue;
                } else {
                    return None;
                }
            };
            if needed <= stretch || self.suits(occurrence, &Terms::of(self), DaysOff::Ignored) {
                continue;
            }
            let terms = Terms { longer: Some((place, needed)), ..Terms::of(self) };
            if !self.suits(occurrence, &terms, DaysOff::Ignored) {
                return None;
            }
            stretch = needed;
        }
        (stretch > 0).then_some(stretch)
    }

    fn optional(&self) -> Option<SlotChange> {
        let required: u64 = self.crowds.iter().map(|crowd| crowd.required).sum();
        let mut best: Option<((u64, usize, usize), SlotChange)> = None;
        for (place, crowd) in self.crowds.iter().enumerate() {
            let enough_remain = self.quorum() > 0 || required >= crowd.required + 2;
            if crowd.required == 0 || !enough_remain {
                continue;
            }
            let terms = Terms { excused: Some(place), ..Terms::of(self) };
            let kind = ChangeKind::Optional { schedule: crowd.schedule };
            let Some(change) = self.fewest_left_out(self.options().days, &terms, kind) else { continue };
            let key = (crowd.required, change.left_out.len(), place);
            if best.as_ref().is_none_or(|(best, _)| key < *best) {
                best = Some((key, change));
            }
        }
        best.map(|(_, change)| change)
    }

    /// What suits a meeting suits a shorter one at the same time, so that the longest is found by halving.
    fn shorter(&self) -> Option<SlotChange> {
        let opened = |steps: u32| {
            let duration = Minutes(steps * self.step.get());
            let terms = Terms { duration, ..Terms::of(self) };
            self.fewest_left_out(self.options().days, &terms, ChangeKind::Shorter { duration })
        };
        let (mut known, mut best) = (0, None);
        let mut too_long = self.duration().get().div_ceil(self.step.get());
        while known + 1 < too_long {
            let middle = known.midpoint(too_long);
            match opened(middle) {
                Some(change) => (known, best) = (middle, Some(change)),
                None => too_long = middle,
            }
        }
        best
    }
}

/// Whether days off count.
#[derive(Clone, Copy)]
enum DaysOff {
    Counted,
    Ignored,
}
