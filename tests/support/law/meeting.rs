//! Meetings (§10): what an occurrence asks of each person, minute by minute; the ranking of slots.

use chrono::{Datelike, Days, NaiveDate};

use super::circle::DAY;
use super::hours::{DatedShift, dated_shifts, own_date};
use super::people::{Crew, Person, Place, Post};
use super::rules::Rules;
use crate::support::clock::{first_minute_reading, seconds_ahead};

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
    /// Of each person's posts all shifts around the horizon, days off too.
    shifts: Vec<Vec<Vec<DatedShift>>>,
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
        let (first, last) = (crew.from - Days::new(7), crew.from + Days::new(u64::from(crew.days) + 7));
        let of = |person: &Person| person.posts.iter().map(|post| dated_shifts(post, first, last)).collect();
        let shifts = crew.people.iter().map(of).collect();
        Self { crew, anchor, duration, rules, shifts }
    }

    /// The same with another duration.
    pub fn lasting(&self, duration: i32) -> Self {
        Self { duration, ..self.clone() }
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
        let midnight = |date: NaiveDate| first_minute_reading(&self.anchor, date.to_epoch_days() * DAY);
        let exists = |date: &NaiveDate| midnight(*date) < midnight(*date + Days::new(1));
        let occurrence = |date: NaiveDate| {
            let start = first_minute_reading(&self.anchor, date.to_epoch_days() * DAY + slot.time);
            let everybody = 0..self.crew.people.len();
            Occurrence { date, demands: everybody.map(|one| self.demand(one, start)).collect() }
        };
        self.crew.dates().filter(on).filter(exists).map(occurrence).collect()
    }

    /// What an occurrence that starts at a minute asks of somebody; of two posts the one that asks for less.
    fn demand(&self, one: usize, start: i32) -> Demand {
        let (person, end) = (&self.crew.people[one], start + self.duration);
        let of_post = |(post, around): (&Post, &Vec<DatedShift>)| {
            let (date, shifts) = workday(post, around, start, end);
            let off = !shifts.is_empty() && person.days_off.contains(&date);
            Demand { asks: asks(post, &shifts, start, end, &self.rules), off }
        };
        person.posts.iter().zip(&self.shifts[one]).map(of_post).min().expect("a post")
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
            let occurrences = self.occurrences(*slot);
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
fn workday(post: &Post, around: &[DatedShift], start: i32, end: i32) -> (NaiveDate, Vec<DatedShift>) {
    let date = own_date(post, start);
    let of =
        |date: NaiveDate| -> Vec<DatedShift> { around.iter().copied().filter(|s| s.date == date).collect() };
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
fn asks(post: &Post, shifts: &[DatedShift], start: i32, end: i32, rules: &Rules) -> Asks {
    let span = shifts.iter().map(|shift| shift.start).min().zip(shifts.iter().map(|shift| shift.end).max());
    let Some((first, last)) = span else { return Asks::NoWorkday };
    let count = |test: &dyn Fn(i32) -> bool| {
        let outside = (start..end).filter(|minute| !(first..last).contains(minute));
        outside.filter(|minute| test(own_minute_of_day(post, *minute))).count() as u32
    };
    Asks::Workday {
        night: count(&|minute| rules.is_night(minute)),
        unreasonable: count(&|minute| !rules.is_reasonable(minute)),
        stretch: ((first - start).max(0) + (end - last).max(0)) as u32,
    }
}

/// What the person's own clock reads, as a minute of its day.
fn own_minute_of_day(post: &Post, minute: i32) -> i32 {
    let at = i64::from(minute) * 60;
    let ahead = seconds_ahead(post.place_on(own_date(post, minute)), at);
    (at + ahead).rem_euclid(86_400) as i32 / 60
}

/// Some weekdays at one clock time.
pub type Choice = (Vec<u32>, i32);

/// "Weekdays with equal cost and clock time are one line, and a slot that starts within an hour of a better
/// one on the same weekdays is left out." The best first.
pub fn choices(question: &Question, ranked: &[(Slot, Burden, Burden)]) -> Vec<Choice> {
    let mut kept: Vec<Slot> = Vec::new();
    for (slot, ..) in ranked {
        let near = |better: &Slot| better.weekday == slot.weekday && (better.time - slot.time).abs() <= 60;
        if !kept.iter().any(near) {
            kept.push(*slot);
        }
    }
    let mut lines: Vec<(Choice, _)> = Vec::new();
    for slot in kept {
        let cost = cost_of_each(question, slot);
        match lines.iter_mut().find(|(choice, known)| choice.1 == slot.time && *known == cost) {
            Some((choice, _)) => choice.0.push(slot.weekday),
            None => lines.push(((vec![slot.weekday], slot.time), cost)),
        }
    }
    lines.iter_mut().for_each(|(choice, _)| choice.0.sort_unstable());
    lines.into_iter().map(|(choice, _)| choice).collect()
}

/// What a slot costs each person as if nobody were off, and how often somebody required and somebody optional
/// is.
fn cost_of_each(question: &Question, slot: Slot) -> (Vec<Burden>, [u32; 2]) {
    let occurrences = question.occurrences(slot);
    let each =
        (0..question.crew.people.len()).map(|one| Burden { off: 0, ..Burden::of(&occurrences, &[one]) });
    let (required, optional) = question.burdens(&occurrences);
    (each.collect(), [required.off, optional.off])
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
