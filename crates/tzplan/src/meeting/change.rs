//! The nearest change that opens a slot.

use chrono::{NaiveDate, WeekdaySet};

use super::lacking::{Lacking, SlotsLacking, candidates};
use super::{Asked, Meetings, Occurrence, Slot};
use crate::minutes::Minutes;
use crate::team::ScheduleId;

/// What has to change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(tag = "kind", rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum ChangeKind {
    /// All who are with a schedule work longer, at one end of their day, on the days of the meeting.
    LongerDay {
        /// Whose.
        schedule: ScheduleId,
        /// By so much at most.
        #[cfg_attr(feature = "serde", serde(rename = "minutes"))]
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
        #[cfg_attr(feature = "serde", serde(rename = "minutes"))]
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
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub kind: ChangeKind,
    /// The slot it opens.
    pub slot: Slot,
    /// The dates of the occurrences that days off spoil all the same, and that can be left out.
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
    /// A change opens a slot when, with it, the slot is clean: days off spoil no occurrence of a slot that
    /// recurs, but those they touch are listed. The kinds, in order:
    ///
    /// 1. Those with one schedule work longer on the days of the meeting, at most the policy's `max_shift`:
    ///    the least stretch, then the fewest people, the fewest dates off, the order of schedules, the
    ///    earliest slot.
    /// 2. Those with one schedule become optional (with a quorum: are no longer marked), two required members
    ///    remaining (with a quorum: any number): the fewest people, the fewest dates off, the order of
    ///    schedules, the earliest slot.
    /// 3. A shorter meeting: the longest multiple of `step` below the duration, the fewest dates off, the
    ///    earliest slot.
    /// 4. A weekday that was not looked at: the fewest dates off, the earliest slot.
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
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// assert_eq!(meetings.obstacles().unwrap().reason, Reason::OutsideHours);
    /// // They share 16:30 to 17:00.
    /// let changes = meetings.changes();
    /// assert_eq!(changes[0].kind, ChangeKind::LongerDay { schedule: ana, stretch: Minutes(30) });
    /// assert_eq!(changes[0].slot.time.to_string(), "16:30");
    /// assert_eq!(changes[1].kind, ChangeKind::Shorter { duration: Minutes(30) });
    /// ```
    pub fn changes(&self) -> Vec<SlotChange> {
        let (usual, days) = (Terms::of(self), self.days);
        let slots = self.lacking(days, usual.duration);
        if candidates(&slots, None).any(|slot| self.left_out(slot, &usual).is_some()) {
            return Vec::new();
        }
        let other_days = self.lacking(days.symmetric_difference(WeekdaySet::ALL), usual.duration);
        let kinds = [
            self.longer_day(&slots),
            self.optional(&slots),
            self.shorter(),
            self.fewest_left_out(&other_days, &usual, ChangeKind::OtherDay),
        ];
        kinds.into_iter().flatten().collect()
    }

    /// The dates of a clean slot on which days off spoil it; `None` where it is not clean. The only date of a
    /// meeting that happens once cannot be left out.
    pub(super) fn left_out(&self, slot: Slot, terms: &Terms) -> Option<Vec<NaiveDate>> {
        let occurrences = self.occurrences_lasting(slot, terms.duration);
        if !occurrences.iter().all(|occurrence| self.suits(occurrence, terms, Asked::ordinarily)) {
            return None;
        }
        let spoilt = occurrences.iter().filter(|occurrence| !self.suits(occurrence, terms, |asked| asked));
        let dates: Vec<NaiveDate> = spoilt.map(|occurrence| occurrence.date).collect();
        (slot.date.is_none() || dates.is_empty()).then_some(dates)
    }

    /// Whether everybody required attends an occurrence within their hours, and enough of all do: by what it
    /// asks of them, or what it would ask.
    pub(super) fn suits(
        &self,
        occurrence: &Occurrence,
        terms: &Terms,
        asked: impl Fn(Asked) -> Asked,
    ) -> bool {
        let mut attending = 0;
        for (place, crowd) in self.crowds.iter().enumerate() {
            let asked = asked(crowd.asked(occurrence, &self.outside));
            let longer = terms.longer.filter(|(longer, _)| *longer == place).map_or(0, |(_, by)| by);
            if !asked.is_missed() && asked.stretch.get() <= longer {
                attending += crowd.heads.all();
            } else if crowd.heads.required > 0 && terms.excused != Some(place) {
                return false;
            }
        }
        attending >= self.quorum()
    }

    fn fewest_left_out(&self, slots: &SlotsLacking, terms: &Terms, kind: ChangeKind) -> Option<SlotChange> {
        let found = candidates(slots, terms.excused)
            .filter_map(|slot| Some(SlotChange { kind, slot, left_out: self.left_out(slot, terms)? }));
        // Of equal ones the first.
        found.min_by_key(|change| change.left_out.len())
    }

    fn longer_day(&self, slots: &SlotsLacking) -> Option<SlotChange> {
        let mut best: Option<((u32, u64, usize, usize), SlotChange)> = None;
        for &(slot, lacking) in slots {
            // Where only a quorum is lacking, anybody may help.
            let may_help = match lacking {
                Lacking::Nobody => 0..self.crowds.len(),
                Lacking::One(place) => place..place + 1,
                Lacking::Several => continue,
            };
            let occurrences = self.occurrences(slot);
            for (place, crowd) in may_help.map(|place| (place, &self.crowds[place])) {
                let Some(stretch) = self.missing_stretch(&occurrences, place) else { continue };
                let least = best.as_ref().map_or(self.policy.max_shift().get(), |((least, ..), _)| *least);
                if stretch > least {
                    continue;
                }
                let terms = Terms { longer: Some((place, stretch)), ..Terms::of(self) };
                let Some(left_out) = self.left_out(slot, &terms) else { continue };
                let key = (stretch, crowd.heads.all(), left_out.len(), place);
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
            let asked = self.crowds[place].asked(occurrence, &self.outside);
            let needed = asked.stretch.get();
            // Somebody who does not come at all may not be needed.
            let is_enough = !asked.no_workday && needed <= stretch;
            if is_enough || self.suits(occurrence, &Terms::of(self), Asked::ordinarily) {
                continue;
            }
            let terms = Terms { longer: Some((place, needed)), ..Terms::of(self) };
            if asked.no_workday || !self.suits(occurrence, &terms, Asked::ordinarily) {
                return None;
            }
            stretch = needed;
        }
        (stretch > 0).then_some(stretch)
    }

    fn optional(&self, slots: &SlotsLacking) -> Option<SlotChange> {
        let required: u64 = self.crowds.iter().map(|crowd| crowd.heads.required).sum();
        let mut best: Option<((u64, usize, usize), SlotChange)> = None;
        for (place, crowd) in self.crowds.iter().enumerate() {
            let enough_remain = self.quorum() > 0 || required >= crowd.heads.required + 2;
            if crowd.heads.required == 0 || !enough_remain {
                continue;
            }
            let terms = Terms { excused: Some(place), ..Terms::of(self) };
            let kind = ChangeKind::Optional { schedule: crowd.schedule };
            let Some(change) = self.fewest_left_out(slots, &terms, kind) else { continue };
            let key = (crowd.heads.required, change.left_out.len(), place);
            if best.as_ref().is_none_or(|(best, _)| key < *best) {
                best = Some((key, change));
            }
        }
        best.map(|(_, change)| change)
    }

    /// What suits a meeting suits a shorter one at the same time, so that the longest is found by halving.
    fn shorter(&self) -> Option<SlotChange> {
        let opened = |steps: u32| {
            let duration = Minutes(steps * self.policy.step().get());
            let terms = Terms { duration, ..Terms::of(self) };
            let slots = self.lacking(self.days, duration);
            self.fewest_left_out(&slots, &terms, ChangeKind::Shorter { duration })
        };
        let (mut known, mut best) = (0, None);
        let mut too_long = self.duration().get().div_ceil(self.policy.step().get());
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
