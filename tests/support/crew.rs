//! A team as plain data: what the generators make, what the reference reads, and what a `Team` is built from.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use tzplan::{Attendance, DateRange, Horizon, Member, Schedule, Stretch, Team, WeeklyHours, Zone};

use crate::support::law::people as law;

/// A zone by id, or minutes ahead of UTC.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    Iana(&'static str),
    Ahead(i32),
}

/// Weekday on which it starts (Monday is 0), start and end in minutes after 00:00 of that day.
pub type Shift = (u8, u16, u16);

/// Shifts kept on the clock of a place, or of another one during stays: dates `[from, to)`, later ones win.
#[derive(Clone, PartialEq, Debug)]
pub struct Post {
    pub place: Place,
    pub shifts: Vec<Shift>,
    pub stays: Vec<(NaiveDate, NaiveDate, Place)>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Person {
    /// One, or two: a second one has no stays.
    pub posts: Vec<Post>,
    pub days_off: Vec<NaiveDate>,
    pub attendance: Attendance,
}

/// People and the range they are planned for.
#[derive(Clone, PartialEq, Debug)]
pub struct Crew {
    pub people: Vec<Person>,
    pub from: NaiveDate,
    pub days: u32,
    pub home: Place,
}

impl Place {
    pub fn zone(&self) -> Zone {
        match self {
            Self::Iana(id) => Zone::iana(id).unwrap_or_else(|error| panic!("{error}")),
            Self::Ahead(minutes) => Zone::fixed(*minutes).expect("less than a day"),
        }
    }
}

impl Post {
    pub fn new(place: Place, shifts: Vec<Shift>) -> Self {
        Self { place, shifts, stays: Vec::new() }
    }

    /// The place whose clock counts on a date.
    pub fn place_on(&self, date: NaiveDate) -> &Place {
        let stay = self.stays.iter().rev().find(|(from, to, _)| *from <= date && date < *to);
        stay.map_or(&self.place, |(_, _, place)| place)
    }

    /// The shifts that start on a date.
    pub fn shifts_on(&self, date: NaiveDate) -> impl Iterator<Item = Shift> {
        let weekday = date.weekday().num_days_from_monday() as u8;
        self.shifts.iter().copied().filter(move |(day, _, _)| *day == weekday)
    }
}

impl Person {
    /// Somebody with one post and no days off.
    pub fn new(place: Place, shifts: Vec<Shift>) -> Self {
        Self { posts: vec![Post::new(place, shifts)], days_off: Vec::new(), attendance: Attendance::Unmarked }
    }

    pub fn member(&self, name: &str) -> Member {
        let mut member = Member::new(name, self.posts[0].place.zone()).hours(hours(&self.posts[0].shifts));
        for (from, to, place) in &self.posts[0].stays {
            member = member.stay(place.zone(), DateRange::until(*from, *to).expect("dates"));
        }
        for post in &self.posts[1..] {
            member = member.also(post.place.zone(), hours(&post.shifts));
        }
        member.days_off(self.days_off.iter().copied()).attendance(self.attendance)
    }

    fn by_the_law(&self) -> law::Person {
        let stay = |(from, to, place): &(NaiveDate, NaiveDate, Place)| law::Stay {
            from: *from,
            to: Some(*to),
            place: place.clone(),
        };
        let post = |post: &Post| law::Post {
            place: post.place.clone(),
            hours_on: None,
            shifts: post.shifts.clone(),
            stays: post.stays.iter().map(stay).collect(),
            moves: Vec::new(),
        };
        let mark = match self.attendance {
            Attendance::Required => law::Mark::Required,
            Attendance::Unmarked => law::Mark::Unmarked,
            Attendance::Optional => law::Mark::Optional,
        };
        let posts = self.posts.iter().map(post).collect();
        law::Person { posts, days_off: self.days_off.clone(), mark, flex: None }
    }

    pub fn schedule(&self) -> Schedule {
        Team::new().add(self.member("")).schedule().clone()
    }
}

impl Crew {
    /// The same for the reference of the second edition: nobody has flex, or hours on another clock.
    pub fn by_the_law(&self) -> law::Crew {
        let people = self.people.iter().map(Person::by_the_law).collect();
        law::Crew { people, from: self.from, days: self.days, home: self.home.clone() }
    }

    /// The crew without short stays, those of at most 42 days inside the range: what ordinary weeks read.
    pub fn settled(&self) -> Self {
        let short = |(from, to, _): &(NaiveDate, NaiveDate, Place)| {
            from.iter_days()
                .take_while(|date| date < to)
                .filter(|date| self.from <= *date && *date < self.to())
                .count()
                <= 42
        };
        let mut settled = self.clone();
        for post in settled.people.iter_mut().flat_map(|person| &mut person.posts) {
            post.stays.retain(|stay| !short(stay));
        }
        settled
    }

    /// The crew as weekly meetings are judged: without the short stays of those who spend less than half of
    /// the range on such.
    pub fn as_usual(&self) -> Self {
        let settled = self.settled();
        let mut usual = self.clone();
        for (person, home) in usual.people.iter_mut().zip(settled.people) {
            let left =
                |one: &Person| one.posts.iter().flat_map(|post| post.stays.clone()).collect::<Vec<_>>();
            let (all, longer) = (left(person), left(&home));
            let short: Vec<_> = all.into_iter().filter(|stay| !longer.contains(stay)).collect();
            let on_one = |date: &NaiveDate| short.iter().any(|(from, to, _)| from <= date && date < to);
            let away = self.from.iter_days().take(self.days as usize).filter(on_one).count();
            if 2 * away < self.days as usize {
                *person = home;
            }
        }
        usual
    }

    /// People named A, B, C … in roster order.
    pub fn team(&self) -> Team {
        let mut team = Team::new();
        for (person, letter) in self.people.iter().zip('A'..) {
            team.add(person.member(&letter.to_string()));
        }
        team
    }

    pub fn horizon(&self) -> Horizon {
        Horizon::of_days(self.from, self.days, self.home.zone()).expect("a range of the tests")
    }

    /// The others as a team that the last one may join.
    pub fn with_candidate(mut self) -> (Self, Person) {
        let candidate = self.people.pop().expect("somebody");
        (self, candidate)
    }

    /// The first date after the range.
    pub fn to(&self) -> NaiveDate {
        self.from + Days::new(self.days.into())
    }

    /// Everybody required, so that a change of one person is not one of who counts.
    pub fn all_required(mut self) -> Self {
        self.people.iter_mut().for_each(|person| person.attendance = Attendance::Unmarked);
        self
    }

    /// Who counts as required: all but optional people, and all where everybody is optional.
    pub fn required(&self) -> Vec<usize> {
        let everybody = 0..self.people.len();
        let required: Vec<usize> =
            everybody.clone().filter(|i| self.people[*i].attendance != Attendance::Optional).collect();
        if required.is_empty() { everybody.collect() } else { required }
    }
}

/// The hours made of these shifts.
pub fn hours(shifts: &[Shift]) -> WeeklyHours {
    WeeklyHours::new(shifts.iter().map(|(day, start, end)| {
        let weekday = Weekday::try_from(*day).expect("a weekday");
        Stretch::new(weekday, *start, *end).unwrap_or_else(|error| panic!("{day} {start}-{end}: {error}"))
    }))
}

/// Monday to Friday from one hour to another.
pub fn weekdays(start: u16, end: u16) -> Vec<Shift> {
    (0..5).map(|day| (day, start * 60, end * 60)).collect()
}

/// Every day from one hour to another.
pub fn daily(start: u16, end: u16) -> Vec<Shift> {
    (0..7).map(|day| (day, start * 60, end * 60)).collect()
}
