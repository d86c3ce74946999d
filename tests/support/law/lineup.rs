//! The required people with their weeks in every season: what plans and verdicts are made of (§4).

use std::rc::Rc;

use super::circle::{Circle, DAY, WEEK};
use super::people::{Crew, Mark, Person, Shift};
use super::rules::Rules;
use super::season::{Lead, Season, leads_on, seasons};
use super::target::{Daily, Year, daily_overlap, effective_target, meets, year};
use super::week::Week;

#[derive(Clone, Debug)]
pub struct Someone {
    /// In the roster.
    pub place: usize,
    pub marked: bool,
    pub flex: Option<i32>,
    /// Minutes by which the day has been moved from the stated hours.
    pub moved: i32,
    /// Of the hours as moved.
    pub profile: Rc<Profile>,
    /// One a season, as moved.
    pub weeks: Vec<Rc<Week>>,
}

/// "Equal offsets on every day of the horizon, equal weekly hours": flex aside. For each post.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Profile {
    posts: Vec<(Vec<Lead>, Vec<Shift>)>,
}

#[derive(Clone, Debug)]
pub struct Lineup {
    /// Of the horizon.
    pub days: u32,
    pub seasons: Vec<Season>,
    /// In roster order.
    pub people: Vec<Someone>,
}

impl Lineup {
    /// The required people of a crew.
    pub fn of(crew: &Crew) -> Self {
        Self::of_group(crew, &crew.required())
    }

    /// Some people of a crew, with seasons of their own. "Seasons, patterns and verdict read the zone around"
    /// short stays.
    pub fn of_group(crew: &Crew, group: &[usize]) -> Self {
        let crew = crew.settled();
        let seasons = seasons(&crew, group);
        let someone = |place: &usize| {
            let person = &crew.people[*place];
            Someone {
                place: *place,
                marked: person.mark == Mark::Required,
                flex: person.flex,
                moved: 0,
                profile: Rc::new(Profile::of(&crew, person)),
                weeks: seasons.iter().map(|season| Rc::new(Week::of(person, season.first))).collect(),
            }
        };
        Self { days: crew.days, people: group.iter().map(someone).collect(), seasons }
    }

    pub fn everybody(&self) -> Vec<usize> {
        (0..self.people.len()).collect()
    }

    /// The weeks of some of the people in a season.
    pub fn weeks(&self, season: usize, group: &[usize]) -> Vec<&Week> {
        group.iter().map(|one| &*self.people[*one].weeks[season]).collect()
    }

    /// "In seasons making up all but `grace_days × days / 364` of the horizon's days".
    pub fn all_but_grace(&self, rules: &Rules, passes: impl Fn(usize) -> bool) -> bool {
        let failing = (0..self.seasons.len()).filter(|season| !passes(*season));
        failing.map(|season| self.seasons[season].days).sum::<u32>() <= rules.grace_of(self.days)
    }

    /// Whether everybody meets the target in a season as they work now.
    pub fn natural(&self, season: usize, rules: &Rules) -> bool {
        meets(&self.weeks(season, &self.everybody()), rules.target)
    }

    /// "A group meets the target over a horizon".
    pub fn meet(&self, group: &[usize], rules: &Rules) -> bool {
        self.all_but_grace(rules, |season| meets(&self.weeks(season, group), rules.target))
    }

    /// Daily overlap of some of the people, by season.
    pub fn overlaps(&self, group: &[usize]) -> Vec<Daily> {
        (0..self.seasons.len()).map(|season| daily_overlap(&self.weeks(season, group))).collect()
    }

    /// Effective target of some of the people, by season.
    pub fn effective_targets(&self, group: &[usize], rules: &Rules) -> Vec<Daily> {
        let seasons = 0..self.seasons.len();
        seasons.map(|season| effective_target(&self.weeks(season, group), rules.target)).collect()
    }

    pub fn year_min(&self, group: &[usize]) -> Daily {
        self.overlaps(group).into_iter().min().expect("a season")
    }

    pub fn year(&self, group: &[usize]) -> Year {
        let seasons: Vec<_> = self.seasons.iter().cloned().zip(self.overlaps(group)).collect();
        year(&seasons)
    }

    /// Groups of people with one profile and one thing to compare beside it, by their first one.
    pub fn grouped<K: PartialEq>(&self, beside: impl Fn(&Someone) -> K) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        for one in self.everybody() {
            let alike = |other: usize| {
                let (a, b) = (&self.people[one], &self.people[other]);
                a.profile == b.profile && beside(a) == beside(b)
            };
            match groups.iter_mut().find(|group| alike(group[0])) {
                Some(group) => group.push(one),
                None => groups.push(vec![one]),
            }
        }
        groups
    }

    /// "Equal offsets, equal weekly hours and equal flex are one profile."
    pub fn profiles(&self) -> Vec<Vec<usize>> {
        self.grouped(|one| one.flex)
    }

    /// One of the people with the day moved all year.
    pub fn with_one_moved(&self, one: usize, by: i32) -> Self {
        let mut moved = self.clone();
        let someone = &mut moved.people[one];
        someone.moved += by;
        someone.weeks = someone.weeks.iter().map(|week| Rc::new(week.moved_by(by))).collect();
        someone.profile = Rc::new(someone.profile.moved_by(by));
        moved
    }

    /// The others, with seasons of their own.
    pub fn without(crew: &Crew, one: usize) -> Self {
        let others: Vec<usize> = crew.required().into_iter().filter(|other| *other != one).collect();
        Self::of_group(crew, &others)
    }
}

impl Profile {
    fn of(settled: &Crew, person: &Person) -> Self {
        let leads: Vec<Vec<Lead>> = settled.dates().map(|date| leads_on(person, date)).collect();
        let of_post = |post: usize| leads.iter().map(|leads| leads[post]).collect();
        let posts = person.posts.iter().enumerate();
        let mut posts: Vec<_> = posts.map(|(i, post)| (of_post(i), merged(&post.shifts))).collect();
        posts.sort();
        Self { posts }
    }

    fn moved_by(&self, by: i32) -> Self {
        let moved = |(day, start, end): &Shift| {
            let at = (i32::from(*day) * DAY + i32::from(*start) + by).rem_euclid(WEEK);
            ((at / DAY) as u8, (at % DAY) as u16, (at % DAY) as u16 + (end - start))
        };
        let post = |(leads, shifts): &(Vec<Lead>, Vec<Shift>)| {
            (leads.clone(), merged(&shifts.iter().map(moved).collect::<Vec<_>>()))
        };
        let mut posts: Vec<_> = self.posts.iter().map(post).collect();
        posts.sort();
        Self { posts }
    }
}

/// "Stretches of a day that touch or overlap merge."
fn merged(shifts: &[Shift]) -> Vec<Shift> {
    let of_day = |day: u8| {
        // A day's shifts run two days at most.
        let mut minutes = Circle::empty(3 * DAY);
        for (_, start, end) in shifts.iter().filter(|shift| shift.0 == day) {
            (*start..*end).for_each(|minute| minutes.add(minute.into()));
        }
        minutes.runs().into_iter().map(move |(start, end)| (day, start as u16, end as u16))
    };
    (0..7).flat_map(of_day).collect()
}
