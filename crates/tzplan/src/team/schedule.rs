//! Schedules: where, when and on which days off.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::DateRange;
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
    /// How far the day may be moved, where that is stated.
    flex: Option<Minutes>,
}

/// Weekly hours of somebody who lives by the clock of a zone, or of another one during stays. The hours are read
/// on that clock too, or on one of their own: "14:00–22:00 UTC" of somebody in New York.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Post {
    zone: Zone,
    /// The clock on which the hours are read, where it is not that of the zone or the stay.
    hours_on: Option<Zone>,
    /// As they were stated: where they overlap, the later one holds.
    stated: Arc<[Stay]>,
    /// The same as they are in force: sorted by date, disjoint.
    stays: Arc<[Stay]>,
    hours: WeeklyHours,
}

/// Local dates spent in another zone.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct Stay {
    /// The dates.
    pub dates: DateRange,
    /// The zone in force.
    pub zone: Zone,
}

impl Stay {
    /// Stays with at most so many days inside the horizon are short: exceptions, like days off.
    pub const SHORT_DAYS: u32 = 42;

    /// The last date of a stay without an end: a move for good.
    pub const FOR_GOOD: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

    /// Whether it is **short** for a horizon of these dates ([`Horizon::dates`](crate::Horizon::dates)): it has an end, and at most [`SHORT_DAYS`](Self::SHORT_DAYS) of its
    /// days lie inside. Seasons, ordinary weeks and verdicts read the zone around a short stay; dated answers
    /// (windows, coverage, waits, meetings) read the stay.
    pub fn is_short(&self, planned: DateRange) -> bool {
        self.is_short_for(&planned.day_numbers())
    }

    fn is_short_for(&self, days: &Range<i32>) -> bool {
        let own = self.dates.day_numbers();
        let inside = own.end.min(days.end) - own.start.max(days.start);
        self.dates.last() < Self::FOR_GOOD && inside <= Self::SHORT_DAYS as i32
    }
}

impl Schedule {
    /// These hours in one zone, no days off.
    pub fn new(zone: Zone, hours: WeeklyHours) -> Self {
        Self { posts: [Post::new(zone, hours)].into(), days_off: Arc::default(), flex: None }
    }

    /// Of some posts, no days off; `None` without any.
    #[cfg(feature = "serde")]
    pub(crate) fn of_posts(posts: Vec<Post>) -> Option<Self> {
        (!posts.is_empty()).then(|| Self { posts: posts.into(), days_off: Arc::default(), flex: None })
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

    /// Whether there are no hours at all.
    pub fn is_empty(&self) -> bool {
        self.posts.iter().all(|post| post.hours.is_empty())
    }

    /// The same with other hours in every post.
    #[must_use]
    pub fn with_hours(&self, hours: &WeeklyHours) -> Self {
        let posts = self.posts.iter().map(|post| Post { hours: hours.clone(), ..post.clone() });
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// The same with the hours of every post read on the clock of a zone, weekdays too, wherever the person is:
    /// they move on their own clock when either clock changes. A day off cancels the shifts that start on that
    /// date of the person's own clock; night and reasonable hours are on it, too.
    ///
    /// ```
    /// use tzplan::{Interval, Schedule, UtcMinute, Zone, availability};
    /// // Two to ten by the clock of Greenwich, from New York: 09:00–17:00 in winter, 10:00–18:00 in summer.
    /// let new_york = Schedule::new(Zone::iana("America/New_York").unwrap(), "14-22".parse().unwrap());
    /// let desk = new_york.with_hours_on(&Zone::UTC);
    /// let instant = |text: &str| UtcMinute::floor(text.parse().unwrap());
    /// let monday = Interval::new(instant("2027-07-05T00:00:00Z"), instant("2027-07-06T00:00:00Z")).unwrap();
    /// assert_eq!(availability(&desk, monday).iter().next().unwrap().start(), instant("2027-07-05T14:00:00Z"));
    /// ```
    #[must_use]
    pub fn with_hours_on(&self, clock: &Zone) -> Self {
        let posts = self.posts.iter().map(|post| Post { hours_on: Some(clock.clone()), ..post.clone() });
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// At home in one zone, without stays: all hours on its clock, but for those that are read on another.
    pub(super) fn moved_to(&self, zone: &Zone) -> Self {
        let moved = self.posts.iter().map(|post| {
            let home = Post::new(zone.clone(), post.hours.clone());
            Self { posts: [Post { hours_on: post.hours_on.clone(), ..home }].into(), ..self.clone() }
        });
        moved.reduce(|one, other| one.union(&other)).expect("at least one post")
    }

    /// The first post alone, with other hours.
    pub(super) fn with_only(&self, hours: WeeklyHours) -> Self {
        let post = Post { hours, ..self.posts[0].clone() };
        Self { posts: [post].into(), ..self.clone() }
    }

    /// The same with these days off as well.
    #[must_use]
    pub fn with_days_off(&self, dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut all: Vec<_> = self.days_off.iter().copied().chain(dates).collect();
        all.sort_unstable();
        all.dedup();
        Self { days_off: all.into(), ..self.clone() }
    }

    /// The same without any days off.
    pub(super) fn without_days_off(&self) -> Self {
        Self { days_off: Arc::default(), ..self.clone() }
    }

    /// How far the day may be moved as a favour, where that is stated: then it stands for the policy's
    /// `max_shift`, be it shorter or longer. 0: the day does not move.
    pub fn flex(&self) -> Option<Minutes> {
        self.flex
    }

    /// The same with a day that may be moved by so much: 0 for one that does not move. No day is moved by more
    /// than 12 hours, whatever is stated.
    #[must_use]
    pub fn with_flex(&self, flex: Minutes) -> Self {
        Self { flex: Some(flex), ..self.clone() }
    }

    /// The same without the stays that are [short](Stay::is_short) for a horizon of these dates: the zone around
    /// them is in force.
    #[must_use]
    pub fn settled(&self, planned: DateRange) -> Self {
        let days = planned.day_numbers();
        let posts = self.posts.iter().map(|post| post.settled(&days).into_owned());
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// The same with these local dates spent in another zone; where stays overlap, the later call holds. Dates
    /// up to [`Stay::FOR_GOOD`] are a move for good.
    #[must_use]
    pub fn with_stay(&self, zone: &Zone, dates: DateRange) -> Self {
        let posts = self.posts.iter().map(|post| post.with_stay(zone, dates));
        Self { posts: posts.collect(), ..self.clone() }
    }

    /// The hours and the days off of both, and the smaller flex where both state one. Posts on the same clock
    /// are joined.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let mut posts = self.posts.to_vec();
        for post in &*other.posts {
            match posts.iter_mut().find(|known| known.keeps_clocks_of(post)) {
                Some(known) => known.hours = known.hours.union(&post.hours),
                None => posts.push(post.clone()),
            }
        }
        let flex = self.flex.into_iter().chain(other.flex).min();
        let joined = Self { posts: posts.into(), days_off: self.days_off.clone(), flex };
        if other.days_off.is_empty() { joined } else { joined.with_days_off(other.days_off.iter().copied()) }
    }
}

impl Post {
    pub(crate) fn new(zone: Zone, hours: WeeklyHours) -> Self {
        Self { zone, hours_on: None, stated: Arc::default(), stays: Arc::default(), hours }
    }

    /// The same with hours read on the clock of a zone.
    #[cfg(feature = "serde")]
    pub(crate) fn with_hours_on(self, hours_on: Option<Zone>) -> Self {
        Self { hours_on, ..self }
    }

    /// The zone where no stay says otherwise.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The zone on whose clock the hours are read, where that is not the clock the person lives by.
    pub fn hours_on(&self) -> Option<&Zone> {
        self.hours_on.as_ref()
    }

    /// The stays abroad as they are in force: by date, disjoint.
    pub fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// The stays as they were stated, in that order: where two overlap, the later one holds.
    pub fn stated_stays(&self) -> &[Stay] {
        &self.stated
    }

    /// The same without the stays that are short for a horizon of these days.
    pub(crate) fn settled(&self, days: &Range<i32>) -> Cow<'_, Self> {
        if !self.stated.iter().any(|stay| stay.is_short_for(days)) {
            return Cow::Borrowed(self);
        }
        let unsettled = Self { stated: Arc::default(), stays: Arc::default(), ..self.clone() };
        let longer = self.stated.iter().filter(|stay| !stay.is_short_for(days));
        Cow::Owned(longer.fold(unsettled, |post, Stay { dates, zone }| post.with_stay(zone, *dates)))
    }

    /// The weekly hours.
    pub fn hours(&self) -> &WeeklyHours {
        &self.hours
    }

    /// Whether the clocks are the same on every date.
    fn keeps_clocks_of(&self, other: &Self) -> bool {
        self.zone == other.zone && self.hours_on == other.hours_on && self.stated == other.stated
    }

    /// The zones on whose clocks the hours are read over the days `[from, to)` (since 1970), in order.
    pub(crate) fn clocks_between(&self, from: i32, to: i32) -> Vec<(&Zone, i32, i32)> {
        match &self.hours_on {
            Some(clock) => vec![(clock, from, to)],
            None => self.zones_between(from, to),
        }
    }

    /// The zones that the person lives by over the days `[from, to)` (since 1970), in order.
    pub(crate) fn zones_between(&self, from: i32, to: i32) -> Vec<(&Zone, i32, i32)> {
        let mut zones = Vec::with_capacity(1 + 2 * self.stays.len());
        let mut next = from;
        for stay in &*self.stays {
            let days = stay.dates.day_numbers();
            let (start, end) = (days.start.clamp(next, to), days.end.clamp(next, to));
            zones.extend([(&self.zone, next, start), (&stay.zone, start, end)]);
            next = end;
        }
        zones.push((&self.zone, next, to));
        zones.retain(|(_, start, end)| start < end);
        zones
    }

    pub(crate) fn with_stay(&self, zone: &Zone, dates: DateRange) -> Self {
        let mut stays = Vec::with_capacity(self.stays.len() + 2);
        for stay in &*self.stays {
            let before = DateRange::until(stay.dates.first(), stay.dates.after().min(dates.first()));
            let after = DateRange::until(stay.dates.first().max(dates.after()), stay.dates.after());
            let kept = [before, after].into_iter().flatten();
            stays.extend(kept.map(|dates| Stay { dates, zone: stay.zone.clone() }));
        }
        stays.push(Stay { dates, zone: zone.clone() });
        stays.sort_by_key(|stay| stay.dates);
        let stated = self.stated.iter().cloned().chain([Stay { dates, zone: zone.clone() }]);
        Self { stated: stated.collect(), stays: stays.into(), ..self.clone() }
    }
}
