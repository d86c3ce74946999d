//! A team as plain data: what the generators make and what the reference reads.

use chrono::{Datelike, Days, NaiveDate};

use tzplan::Attendance;

use crate::support::crew;
pub use crate::support::crew::{Place, Shift};

/// The `required` cell of a roster: yes, blank, no.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    Required,
    Unmarked,
    Optional,
}

/// The dates `[from, to)` on which somebody lives by another clock; without an end a move for good.
#[derive(Clone, PartialEq, Debug)]
pub struct Stay {
    pub from: NaiveDate,
    pub to: Option<NaiveDate>,
    pub place: Place,
}

/// The dates `[from, to)` on which shifts are moved by so many minutes.
#[derive(Clone, PartialEq, Debug)]
pub struct Moved {
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub by: i32,
}

/// Shifts, and the clock of the one who keeps them: that of a place, or of another one during stays, of which
/// later ones win.
#[derive(Clone, PartialEq, Debug)]
pub struct Post {
    pub place: Place,
    /// The clock on which the shifts are read, where it is not the own one.
    pub hours_on: Option<Place>,
    pub shifts: Vec<Shift>,
    pub stays: Vec<Stay>,
    /// Of which later ones win.
    pub moves: Vec<Moved>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    pub posts: Vec<Post>,
    pub days_off: Vec<NaiveDate>,
    pub mark: Mark,
    /// Minutes by which their day may be moved.
    pub flex: Option<i32>,
}

/// People and the range they are planned for. They have no names: a place in the roster is enough.
#[derive(Clone, PartialEq, Debug)]
pub struct Crew {
    pub people: Vec<Person>,
    pub from: NaiveDate,
    pub days: u32,
    pub home: Place,
}

impl Stay {
    /// "A short stay (with an end, of at most 42 days inside the horizon)".
    pub fn is_short(&self, crew: &Crew) -> bool {
        self.to.is_some() && crew.dates().filter(|date| self.covers(*date)).count() <= 42
    }

    pub fn covers(&self, date: NaiveDate) -> bool {
        self.from <= date && self.to.is_none_or(|to| date < to)
    }
}

impl Post {
    pub fn new(place: Place, shifts: Vec<Shift>) -> Self {
        Self { place, hours_on: None, shifts, stays: Vec::new(), moves: Vec::new() }
    }

    /// "A member may have several zones by date": the place whose clock is their own on a date.
    pub fn place_on(&self, date: NaiveDate) -> &Place {
        let stay = self.stays.iter().rev().find(|stay| stay.covers(date));
        stay.map_or(&self.place, |stay| &stay.place)
    }

    /// "Each shift uses the zone in force on its local start date", or the other clock on which it is read.
    pub fn clock_of_shifts_on(&self, date: NaiveDate) -> &Place {
        self.hours_on.as_ref().unwrap_or_else(|| self.place_on(date))
    }

    /// The shifts of a date of their clock: of the stated week, or of the week that it is on this date after
    /// a move. "Stretches of a day that touch or overlap merge."
    pub fn shifts_on(&self, date: NaiveDate) -> Vec<Shift> {
        let weekday = date.weekday().num_days_from_monday() as u8;
        let moved = self.moves.iter().rev().find(|moved| moved.from <= date && date < moved.to);
        let mut week = merged(self.shifts.clone());
        if let Some(Moved { by, .. }) = moved {
            let later = |(day, start, end): Shift| {
                let at = (i32::from(day) * 1440 + i32::from(start) + by).rem_euclid(7 * 1440);
                ((at / 1440) as u8, (at % 1440) as u16, (at % 1440) as u16 + (end - start))
            };
            week = merged(week.into_iter().map(later).collect());
        }
        week.retain(|(day, ..)| *day == weekday);
        week
    }
}

fn merged(mut week: Vec<Shift>) -> Vec<Shift> {
    week.sort_unstable();
    let mut merged: Vec<Shift> = Vec::new();
    for (day, start, end) in week {
        match merged.last_mut() {
            Some(last) if last.0 == day && start <= last.2 => last.2 = last.2.max(end),
            _ => merged.push((day, start, end)),
        }
    }
    merged
}

impl Person {
    /// Somebody with one post, nothing marked, no days off.
    pub fn new(place: Place, shifts: Vec<Shift>) -> Self {
        let posts = vec![Post::new(place, shifts)];
        Self { posts, days_off: Vec::new(), mark: Mark::Unmarked, flex: None }
    }

    pub fn marked(self, mark: Mark) -> Self {
        Self { mark, ..self }
    }

    pub fn flex(self, minutes: i32) -> Self {
        Self { flex: Some(minutes), ..self }
    }

    pub fn off(mut self, dates: &[NaiveDate]) -> Self {
        self.days_off.extend(dates);
        self
    }

    pub fn stay(mut self, from: NaiveDate, to: Option<NaiveDate>, place: Place) -> Self {
        self.posts[0].stays.push(Stay { from, to, place });
        self
    }

    /// Their day is moved on some dates.
    pub fn moved(mut self, from: NaiveDate, to: NaiveDate, by: i32) -> Self {
        self.posts.iter_mut().for_each(|post| post.moves.push(Moved { from, to, by }));
        self
    }

    /// The hours are read on another clock than their own.
    pub fn hours_on(mut self, clock: Place) -> Self {
        self.posts[0].hours_on = Some(clock);
        self
    }
}

impl Crew {
    pub fn new(people: Vec<Person>, from: NaiveDate, days: u32) -> Self {
        Self { people, from, days, home: Place::Iana("UTC") }
    }

    /// The horizon's dates.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> {
        let from = self.from;
        (0..u64::from(self.days)).map(move |days| from + Days::new(days))
    }

    /// "Optional members never block. With nobody required, all are."
    pub fn required(&self) -> Vec<usize> {
        let everybody = 0..self.people.len();
        let required: Vec<usize> =
            everybody.clone().filter(|one| self.people[*one].mark != Mark::Optional).collect();
        if required.is_empty() { everybody.collect() } else { required }
    }

    /// The crew without short stays: "seasons, patterns and verdict read the zone around it".
    pub fn settled(&self) -> Self {
        let mut settled = self.clone();
        for post in settled.people.iter_mut().flat_map(|person| &mut person.posts) {
            post.stays.retain(|stay| !stay.is_short(self));
        }
        settled
    }

    /// The crew as weekly meetings are ranked: "a short stay is an exception, like a day off", but of
    /// somebody who is on such for half of the dates or more.
    pub fn as_usual(&self) -> Self {
        let mut usual = self.clone();
        for (person, settled) in usual.people.iter_mut().zip(self.settled().people) {
            let short =
                || person.posts.iter().flat_map(|post| &post.stays).filter(|stay| stay.is_short(self));
            let away = self
                .dates()
                .filter(|date| short().any(|stay| stay.from <= *date && stay.to.is_none_or(|to| *date < to)));
            if 2 * away.count() < self.days as usize {
                *person = settled;
            }
        }
        usual
    }

    /// The same people in another order: place `i` is taken by who stood at `order[i]`.
    pub fn reordered(&self, order: &[usize]) -> Self {
        let people = order.iter().map(|one| self.people[*one].clone()).collect();
        Self { people, ..self.clone() }
    }
}

/// The same people with what the second edition adds left out: no flex, no hours on another clock.
impl From<&crew::Crew> for Crew {
    fn from(crew: &crew::Crew) -> Self {
        let people = crew.people.iter().map(Person::from).collect();
        Self { people, from: crew.from, days: crew.days, home: crew.home.clone() }
    }
}

impl From<&crew::Person> for Person {
    fn from(person: &crew::Person) -> Self {
        let mark = match person.attendance {
            Attendance::Required => Mark::Required,
            Attendance::Unmarked => Mark::Unmarked,
            Attendance::Optional => Mark::Optional,
        };
        let posts = person.posts.iter().map(Post::from).collect();
        Self { posts, days_off: person.days_off.clone(), mark, flex: None }
    }
}

impl From<&crew::Post> for Post {
    fn from(post: &crew::Post) -> Self {
        let stay = |(from, to, place): &(NaiveDate, NaiveDate, Place)| Stay {
            from: *from,
            to: Some(*to),
            place: place.clone(),
        };
        let stays = post.stays.iter().map(stay).collect();
        Self { stays, ..Self::new(post.place.clone(), post.shifts.clone()) }
    }
}
