//! Schedules: posts, days off, and how far the day may be moved.

use std::sync::Arc;

use chrono::NaiveDate;

use super::by_date;
use super::dated_shift::DatedShift;
use super::holidays::Holidays;
use super::post::Post;
use super::stay::Stay;
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::minutes::Minutes;
use crate::zone::Zone;

/// Everything that decides when somebody works: posts (hours in a zone), days off, and how far the day may be
/// moved. Most people have one post; somebody who fills several rows of a roster in different zones has one
/// for each. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Schedule {
    posts: Arc<[Post]>,
    /// Sorted, each date once.
    days_off: Arc<[NaiveDate]>,
    /// Those of them that have a name.
    holidays: Holidays,
    /// How far the day may be moved, where that is stated.
    flex: Option<Minutes>,
    /// How far the day is moved already.
    moved_by: Shift,
    /// On which dates it is moved otherwise: sorted by date, disjoint.
    moved_on: Arc<[DatedShift]>,
}

impl Schedule {
    /// These hours in one zone, no days off.
    pub fn new(zone: Zone, hours: WeeklyHours) -> Self {
        Self::of([Post::new(zone, hours)].into())
    }

    /// Of some posts, no days off; `None` without any.
    #[cfg(feature = "serde")]
    pub(crate) fn of_posts(posts: Vec<Post>) -> Option<Self> {
        (!posts.is_empty()).then(|| Self::of(posts.into()))
    }

    fn of(posts: Arc<[Post]>) -> Self {
        Self {
            posts,
            days_off: Arc::default(),
            holidays: Holidays::default(),
            flex: None,
            moved_by: Shift::NONE,
            moved_on: Arc::default(),
        }
    }

    /// The posts; at least one.
    pub fn posts(&self) -> &[Post] {
        &self.posts
    }

    /// The zone of the first post.
    pub fn zone(&self) -> &Zone {
        self.posts[0].zone()
    }

    /// The local dates whose shifts are cancelled, sorted.
    pub fn days_off(&self) -> &[NaiveDate] {
        &self.days_off
    }

    /// The days off that have a name.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Whether there are no hours at all.
    pub fn is_empty(&self) -> bool {
        self.posts.iter().all(|post| post.hours().is_empty())
    }

    /// The same with other hours in every post.
    #[must_use]
    pub fn with_hours(&self, hours: &WeeklyHours) -> Self {
        let posts = self.posts.iter().map(|post| post.with_hours(hours.clone()));
        Self { posts: posts.collect(), ..self.as_stated() }
    }

    /// The same with the hours of every post read on the clock of a zone, weekdays too, wherever the person
    /// is: they move on their own clock when either clock changes. A day off cancels the shifts that start on
    /// that date of the person's own clock; night and reasonable hours are on it, too.
    ///
    /// ```
    /// use tzplan::{Interval, Schedule, UtcMinute, Zone, availability};
    /// // Two to ten by the clock of Greenwich, from New York: 09:00–17:00 in winter, 10:00–18:00 in summer.
    /// let new_york = Schedule::new(Zone::iana("America/New_York").unwrap(), "14-22".parse().unwrap());
    /// let desk = new_york.with_hours_on(&Zone::UTC);
    /// let instant = |text: &str| UtcMinute::floor(text.parse().unwrap());
    /// let monday = Interval::new(instant("2027-07-05T00:00:00Z"), instant("2027-07-06T00:00:00Z")).unwrap();
    /// let at_work = availability(&desk, monday);
    /// assert_eq!(at_work.iter().next().unwrap().start(), instant("2027-07-05T14:00:00Z"));
    /// ```
    #[must_use]
    pub fn with_hours_on(&self, clock: &Zone) -> Self {
        let posts = self.posts.iter().map(|post| post.clone().with_hours_on(Some(clock.clone())));
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// At home in one zone, without stays: all hours on its clock, but for those that are read on another.
    pub(super) fn moved_to(&self, zone: &Zone) -> Self {
        let moved = self.posts.iter().map(|post| {
            let home = Post::new(zone.clone(), post.stated_hours().clone());
            let home = home.with_hours_on(post.hours_on().cloned());
            Self { posts: [home].into(), ..self.as_stated() }
        });
        let home = moved.reduce(|one, other| one.union(&other)).expect("at least one post");
        let home = home.with_shift(self.moved_by);
        self.moved_on.iter().fold(home, |home, shift| home.with_shift_on(shift.dates, shift.by))
    }

    /// The same with no word of a move: for posts whose hours are those stated.
    fn as_stated(&self) -> Self {
        Self { moved_by: Shift::NONE, moved_on: Arc::default(), ..self.clone() }
    }

    /// The first post alone, with other hours.
    pub(super) fn with_only(&self, hours: WeeklyHours) -> Self {
        Self { posts: [self.posts[0].with_hours(hours)].into(), ..self.as_stated() }
    }

    /// The same with the stated hours of every post moved by so much, all year; by nothing: as stated.
    pub(crate) fn with_shift(&self, by: Shift) -> Self {
        if by == self.moved_by && self.moved_on.is_empty() {
            return self.clone();
        }
        let posts = self.posts.iter().map(|post| post.with_shift(by));
        Self { posts: posts.collect(), moved_by: by, ..self.as_stated() }
    }

    /// The same with the stated hours of every post moved by so much on some dates, whatever they were moved
    /// by on these.
    pub(crate) fn with_shift_on(&self, dates: DateRange, by: Shift) -> Self {
        let posts = self.posts.iter().map(|post| post.with_shift_on(dates, by));
        let known = self.moved_on.iter().map(|shift| (shift.dates, shift.by));
        let moved_on = by_date::with(known, dates, by).into_iter();
        let moved_on = moved_on.map(|(dates, by)| DatedShift { dates, by }).collect();
        Self { posts: posts.collect(), moved_on, ..self.clone() }
    }

    /// How far the day is moved from the stated hours, all year: by a [what-if](super::Change::Shift). What a
    /// plan moves it further counts from the [stated hours](Post::stated_hours), for what is affordable and
    /// for what is asked.
    pub fn moved_by(&self) -> Shift {
        self.moved_by
    }

    /// The dates on which the day is moved by something else, in order and disjoint; each counts from the
    /// [stated hours](Post::stated_hours). A shift is moved that starts on one of them after the move, on the
    /// clock on which the hours are read. To a plan the hours of these dates are as good as stated.
    pub fn moved_on(&self) -> &[DatedShift] {
        &self.moved_on
    }

    /// By how much it is moved on each of the days `[from, to)` (since 1970), in order.
    pub(crate) fn moved_between(&self, from: i32, to: i32) -> Vec<(Shift, i32, i32)> {
        by_date::between(self.moved_by, self.moved_on.iter().map(|shift| (shift.dates, shift.by)), (from, to))
    }

    /// The same with these days off as well.
    #[must_use]
    pub fn with_days_off(&self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut all: Vec<_> = self.days_off.iter().copied().chain(dates).collect();
        all.sort_unstable();
        all.dedup();
        Self { days_off: all.into(), ..self.clone() }
    }

    /// The same with these days off as well, and their names.
    #[must_use]
    pub fn with_holidays(&self, holidays: &Holidays) -> Self {
        let with_dates = self.with_days_off(holidays.iter().map(|(date, _)| date));
        Self { holidays: self.holidays.union(holidays), ..with_dates }
    }

    /// The same without any days off.
    pub(crate) fn without_days_off(&self) -> Self {
        Self { days_off: Arc::default(), holidays: Holidays::default(), ..self.clone() }
    }

    /// How far the day may be moved as a favour, where that is stated: then it stands for the policy's
    /// `max_shift`, be it shorter or longer. 0: the day does not move.
    pub fn flex(&self) -> Option<Minutes> {
        self.flex
    }

    /// The same with a day that may be moved by so much: 0 for one that does not move. No day is moved by
    /// more than 12 hours, whatever is stated.
    #[must_use]
    pub fn with_flex(&self, flex: Minutes) -> Self {
        Self { flex: Some(flex), ..self.clone() }
    }

    /// The same without the stays that are [short](super::Stay::is_short) for a horizon of these dates: the
    /// zone around them is in force.
    #[must_use]
    pub fn settled(&self, planned: DateRange) -> Self {
        let days = planned.day_numbers();
        let posts = self.posts.iter().map(|post| post.settled(&days).into_owned());
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// The same with these local dates spent in another zone; where stays overlap, the later call holds.
    /// Dates up to [`Stay::FOR_GOOD`](super::Stay::FOR_GOOD) are a move for good.
    #[must_use]
    pub fn with_stay(&self, zone: &Zone, dates: DateRange) -> Self {
        self.staying(&Stay::new(zone.clone(), dates))
    }

    /// The same of a stay with its place.
    #[must_use]
    pub fn staying(&self, stay: &Stay) -> Self {
        let posts = self.posts.iter().map(|post| post.with_stay(stay));
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// The hours and the days off of both, and the smaller flex where both state one. Posts on the same clock
    /// are joined. The hours of a day that was moved count as stated from then on, and shifts of some dates
    /// are forgotten.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let as_kept = |post: &Post| post.with_hours(post.hours().clone());
        let mut posts: Vec<Post> = self.posts.iter().map(as_kept).collect();
        for post in &*other.posts {
            match posts.iter_mut().find(|known| known.keeps_clocks_of(post)) {
                Some(known) => *known = known.with_hours(known.hours().union(post.hours())),
                None => posts.push(as_kept(post)),
            }
        }
        let flex = self.flex.into_iter().chain(other.flex).min();
        let joined = Self { posts: posts.into(), flex, ..self.as_stated() };
        if other.days_off.is_empty() {
            return joined;
        }
        joined.with_days_off(other.days_off.iter().copied()).with_holidays(&other.holidays)
    }
}
