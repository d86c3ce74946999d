//! Meetings (§10): what an occurrence asks of each person, minute by minute; the ranking of slots.

use std::collections::BTreeSet;
use std::rc::Rc;

use chrono::{Datelike, Days, NaiveDate};

use super::circle::DAY;
use super::hours::{DatedShift, dated_shifts};
use super::own_clock::OwnClock;
use super::people::{Crew, Place, Post};
use super::rules::Rules;
use crate::support::clock::first_minute_reading;

/// "A weekday and a wall-clock time in an anchor zone": Monday is 0, minutes after 00:00.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Slot {
    pub weekday: u32,
    pub time: i32,
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Question {
    pub crew: Crew,
    pub anchor: Place,
    pub duration: i32,
    pub rules: Rules,
    /// The anchor's dates within the horizon, but for one that its clock skips.
    dates: Vec<NaiveDate>,
    /// Of each person's posts; people who keep the same hours have the same.
    around: Vec<Rc<Vec<Around>>>,
    /// The same as slots are ranked, where that is of others.
    usual: Option<Rc<Question>>,
}

/// What there is of a post around the horizon: all shifts, days off too, and what its own clock reads.
#[derive(Debug)]
struct Around {
    shifts: Vec<DatedShift>,
    clock: OwnClock,
}

/// What an occurrence asks of a person as if nobody were off. Less is kinder.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Asks {
    /// Minutes.
    Workday { night: u32, unreasonable: u32, stretch: u32 },
    /// "No workday when no shift starts on that date."
    NoWorkday,
}

/// And whether they miss it: "that date's shifts are cancelled by a day off".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Demand {
    pub asks: Asks,
    pub off: bool,
}

/// What the occurrence on a date asks of everybody, in roster order.
#[derive(Clone, PartialEq, Debug)]
pub struct Occurrence {
    pub date: NaiveDate,
    pub demands: Vec<Demand>,
}

/// What a slot costs some people over the horizon, in the order in which slots are ranked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Burden {
    pub no_workday: u32,
    pub night: u32,
    pub unreasonable: u32,
    pub worst: u32,
    pub total: u32,
    pub off: u32,
}

impl Question {
    pub fn new(crew: Crew, anchor: Place, duration: i32, rules: Rules) -> Self {
        let usual = crew.as_usual();
        let usual = (usual.people != crew.people)
            .then(|| Rc::new(Self::of(usual, anchor.clone(), duration, rules.clone())));
        Self { usual, ..Self::of(crew, anchor, duration, rules) }
    }

    fn of(crew: Crew, anchor: Place, duration: i32, rules: Rules) -> Self {
        let (first, last) = (crew.from - Days::new(7), crew.from + Days::new(u64::from(crew.days) + 7));
        let of_post = |post: &Post| Around {
            shifts: dated_shifts(post, first, last),
            clock: OwnClock::of(post, first, last),
        };
        let mut around: Vec<Rc<Vec<Around>>> = Vec::new();
        for (one, person) in crew.people.iter().enumerate() {
            let alike = crew.people[..one].iter().position(|other| other.posts == person.posts);
            let own = || Rc::new(person.posts.iter().map(of_post).collect());
            around.push(alike.map_or_else(own, |other| around[other].clone()));
        }
        let midnight = |date: NaiveDate| first_minute_reading(&anchor, date.to_epoch_days() * DAY);
        let exists = |date: &NaiveDate| midnight(*date) < midnight(*date + Days::new(1));
        let dates = crew.dates().filter(exists).collect();
        Self { crew, anchor, duration, rules, dates, around, usual: None }
    }

    /// The same with another duration.
    pub fn lasting(&self, duration: i32) -> Self {
        let usual = self.usual.as_ref().map(|usual| Rc::new(usual.lasting(duration)));
        Self { duration, usual, ..self.clone() }
    }

    /// As slots are ranked: short stays aside.
    pub fn judged(&self) -> &Self {
        self.usual.as_deref().unwrap_or(self)
    }

    /// "Candidate slots start on multiples of `step` of the anchor's clock", on some weekdays.
    pub fn slots(&self, weekdays: &[u32]) -> Vec<Slot> {
        let times = || (0..DAY).step_by(self.rules.step as usize);
        weekdays.iter().flat_map(|weekday| times().map(|time| Slot { weekday: *weekday, time })).collect()
    }

    /// "An occurrence is the slot on one date": the anchor's dates within the horizon, but for one that its
    /// clock skips.
    pub fn occurrences(&self, slot: Slot) -> Vec<Occurrence> {
        let on = |date: &NaiveDate| date.weekday().num_days_from_monday() == slot.weekday;
        let occurrence = |date: NaiveDate| {
            let start = first_minute_reading(&self.anchor, date.to_epoch_days() * DAY + slot.time);
            Occurrence { date, demands: self.demands(start) }
        };
        self.dates.iter().copied().filter(on).map(occurrence).collect()
    }

    /// How many minutes of a slot required people have at night on their (first) clock, on workdays.
    fn nights(&self, slot: Slot) -> usize {
        let (required, occurrences) = (self.crew.required(), self.occurrences(slot));
        let of_one = |one: usize, occurrence: &Occurrence| {
            let start = first_minute_reading(&self.anchor, occurrence.date.to_epoch_days() * DAY + slot.time);
            let clock = &self.around[one][0].clock;
            let night = |minute: &i32| self.rules.is_night(clock.at(*minute).1);
            match occurrence.demands[one].asks {
                Asks::NoWorkday => 0,
                Asks::Workday { .. } => (start..start + self.duration).filter(night).count(),
            }
        };
        let of_all = |one: usize| occurrences.iter().map(move |occurrence| (one, occurrence));
        required.iter().flat_map(|one| of_all(*one)).map(|(one, occurrence)| of_one(one, occurrence)).sum()
    }

    /// What an occurrence that starts at a minute asks of everybody; of people who are alike it is found out
    /// once.
    fn demands(&self, start: i32) -> Vec<Demand> {
        let mut demands: Vec<Demand> = Vec::new();
        for (one, person) in self.crew.people.iter().enumerate() {
            let is_alike = |other: &usize| {
                Rc::ptr_eq(&self.around[*other], &self.around[one])
                    && self.crew.people[*other].days_off == person.days_off
            };
            let known = (0..one).find(is_alike).map(|other| demands[other]);
            demands.push(known.unwrap_or_else(|| self.demand(one, start)));
        }
        demands
    }

    /// Of somebody; of two posts the one that asks for less.
    fn demand(&self, one: usize, start: i32) -> Demand {
        let (person, end) = (&self.crew.people[one], start + self.duration);
        let of_post = |around: &Around| {
            let (date, shifts) = workday(around, start, end);
            let off = !shifts.is_empty() && person.days_off.contains(&date);
            Demand { asks: asks(&around.clock, &shifts, start, end, &self.rules), off }
        };
        self.around[one].iter().map(of_post).min().expect("a post")
    }

    /// For required members, then "the same for optional ones".
    pub fn burdens(&self, occurrences: &[Occurrence]) -> (Burden, Burden) {
        let required = self.crew.required();
        let is_required = |one: &usize| required.contains(one);
        let everybody = || 0..self.crew.people.len();
        let optional: Vec<usize> = everybody().filter(|one| !is_required(one)).collect();
        (Burden::of(occurrences, &required), Burden::of(occurrences, &optional))
    }

    /// Slots with what they cost: the best first, "then weekday and time". One without a date is none.
    pub fn ranked(&self, slots: &[Slot]) -> Vec<(Slot, Burden, Burden)> {
        let judged = |slot: &Slot| {
            let occurrences = self.judged().occurrences(*slot);
            let (required, optional) = self.burdens(&occurrences);
            (!occurrences.is_empty()).then_some((*slot, required, optional))
        };
        let mut ranked: Vec<_> = slots.iter().filter_map(judged).collect();
        ranked.sort_by_key(|(slot, required, optional)| (*required, *optional, *slot));
        ranked
    }
}

impl Burden {
    /// "Over the horizon, as if nobody were off: no-workday occurrences, night minutes, unreasonable minutes,
    /// the worst stretch, the total stretch; then occurrences off (one a member and date)."
    pub fn of(occurrences: &[Occurrence], people: &[usize]) -> Self {
        let mut sum = Self::default();
        for demand in
            occurrences.iter().flat_map(|occurrence| people.iter().map(|one| occurrence.demands[*one]))
        {
            match demand.asks {
                Asks::NoWorkday => sum.no_workday += 1,
                Asks::Workday { night, unreasonable, stretch } => {
                    sum.night += night;
                    sum.unreasonable += unreasonable;
                    sum.worst = sum.worst.max(stretch);
                    sum.total += stretch;
                }
            }
            sum.off += u32::from(demand.off);
        }
        sum
    }

    /// "Clean when nobody required has, as if nobody were off, a no-workday occurrence or a stretch."
    pub fn is_clean(&self) -> bool {
        self.no_workday == 0 && self.worst == 0
    }
}

/// "It belongs to the local date on which it starts, or to the day before where a shift of that day
/// (cancelled or not) runs into it": the date, and the shifts that start on it.
fn workday(around: &Around, start: i32, end: i32) -> (NaiveDate, Vec<DatedShift>) {
    let (date, _) = around.clock.at(start);
    let shifts = || around.shifts.iter().copied();
    // "Samoa's skipped 2011-12-30 holds no work": of a date that the clock skips no shift has a minute.
    let of = |date: NaiveDate| -> Vec<DatedShift> {
        let shifts: Vec<DatedShift> = shifts().filter(|shift| shift.date == date).collect();
        if shifts.iter().any(|shift| shift.start < shift.end) { shifts } else { Vec::new() }
    };
    let before = date - Days::new(1);
    let shifts = of(before);
    let (begins, ends) =
        (shifts.iter().any(|shift| shift.start < end), shifts.iter().any(|shift| start < shift.end));
    let runs_into_it = begins && ends;
    if runs_into_it { (before, shifts) } else { (date, of(date)) }
}

/// "Its stretch is the least number of minutes by which that day's span would have to be extended, at one
/// end, to hold it; a meeting longer than the span at both ends adds both extensions. Its night the minutes
/// of it inside `night` and outside that day's span, its unreasonable the minutes of it outside both
/// `reasonable` and that span, on the member's clock."
fn asks(clock: &OwnClock, shifts: &[DatedShift], start: i32, end: i32, rules: &Rules) -> Asks {
    let span = shifts.iter().map(|shift| shift.start).min().zip(shifts.iter().map(|shift| shift.end).max());
    let Some((first, last)) = span else { return Asks::NoWorkday };
    let count = |test: &dyn Fn(i32) -> bool| {
        let outside = (start..end).filter(|minute| !(first..last).contains(minute));
        outside.filter(|minute| test(clock.at(*minute).1)).count() as u32
    };
    Asks::Workday {
        night: count(&|minute| rules.is_night(minute)),
        unreasonable: count(&|minute| !rules.is_reasonable(minute)),
        stretch: ((first - start).max(0) + (end - last).max(0)) as u32,
    }
}

/// Some weekdays at one clock time.
pub type Choice = (Vec<u32>, i32);

/// "Weekdays with equal cost and clock time are one line, and a slot that starts within an hour of a better
/// one on the same weekdays is left out." The best first: what a line costs as if nobody were off, then more
/// weekdays before fewer, then less of the night of required people, whatever their hours. "Dates off are
/// told beside it, and spoil nothing"; neither they nor the free weekdays of optional people choose a
/// weekday.
pub fn choices(question: &Question, ranked: &[(Slot, Burden, Burden)]) -> Vec<Choice> {
    let mut lines: Vec<(Choice, Vec<BTreeSet<Asks>>, [Burden; 2])> = Vec::new();
    for (slot, required, optional) in ranked {
        let (asks, cost) =
            (asks_of_each(question, *slot), [*required, *optional].map(|cost| Burden { off: 0, ..cost }));
        match lines.iter_mut().find(|((_, time), known, _)| *time == slot.time && *known == asks) {
            Some(((weekdays, _), _, known)) => {
                weekdays.push(slot.weekday);
                *known = (*known).min(cost);
            }
            None => lines.push(((vec![slot.weekday], slot.time), asks, cost)),
        }
    }
    lines.iter_mut().for_each(|((weekdays, _), ..)| weekdays.sort_unstable());
    let mut keyed: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let ((weekdays, time), _, cost) = &line;
            let first = Slot { weekday: weekdays[0], time: *time };
            ((*cost, usize::MAX - weekdays.len(), question.judged().nights(first), first), line)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    let lines = keyed.into_iter().map(|(_, line)| line);
    let mut kept: Vec<Slot> = Vec::new();
    let mut shown = Vec::new();
    for ((weekdays, time), ..) in lines {
        let near =
            |better: &Slot, weekday: u32| better.weekday == weekday && (better.time - time).abs() <= 60;
        let left: Vec<u32> =
            weekdays.into_iter().filter(|day| !kept.iter().any(|better| near(better, *day))).collect();
        kept.extend(left.iter().map(|weekday| Slot { weekday: *weekday, time }));
        if !left.is_empty() {
            shown.push((left, time));
        }
    }
    shown
}

/// What the dates of a slot ask of each person as if nobody were off; of optional people on their workdays.
fn asks_of_each(question: &Question, slot: Slot) -> Vec<BTreeSet<Asks>> {
    let (occurrences, required) = (question.judged().occurrences(slot), question.crew.required());
    let of_one = |one: usize| {
        let asks = occurrences.iter().map(|occurrence| occurrence.demands[one].asks);
        let counts = |asks: &Asks| required.contains(&one) || *asks != Asks::NoWorkday;
        let asks: BTreeSet<Asks> = asks.filter(counts).collect();
        let nothing = Asks::Workday { night: 0, unreasonable: 0, stretch: 0 };
        if asks.is_empty() { BTreeSet::from([nothing]) } else { asks }
    };
    (0..question.crew.people.len()).map(of_one).collect()
}

/// Why no slot is clean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    NoSharedWeekday,
    OutsideHours,
}

/// "No slot is an answer too, with its reasons: outside hours, no shared weekday." A weekday is shared when
/// on every date of some slot of it everybody required has a workday.
pub fn reason(ranked: &[(Slot, Burden, Burden)]) -> Option<Reason> {
    if ranked.is_empty() || ranked.iter().any(|(_, required, _)| required.is_clean()) {
        return None;
    }
    let shared = ranked.iter().any(|(_, required, _)| required.no_workday == 0);
    Some(if shared { Reason::OutsideHours } else { Reason::NoSharedWeekday })
}
