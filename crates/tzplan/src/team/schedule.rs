//! Schedules: where, when and on which days off.

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

/// Weekly hours kept on the clock of a zone, or of another one during stays.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Post {
    zone: Zone,
    /// Sorted by date, disjoint.
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

    /// All hours on the clock of one zone, without stays.
    pub(super) fn moved_to(&self, zone: Zone) -> Self {
        let hours = self.posts.iter().map(|post| post.hours.clone()).reduce(|a, b| a.union(&b));
        let moved = Self::new(zone, hours.expect("at least one post"));
        Self { posts: moved.posts, ..self.clone() }
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

    /// The same with these local dates spent in another zone; where stays overlap, the later call holds.
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
            match posts.iter_mut().find(|known| known.zone == post.zone && known.stays == post.stays) {
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
        Self { zone, stays: Arc::default(), hours }
    }

    /// The zone where no stay says otherwise.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The stays abroad, by date, disjoint.
    pub fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// The weekly hours.
    pub fn hours(&self) -> &WeeklyHours {
        &self.hours
    }

    /// The zones in force over the days `[from, to)` (since 1970), in order.
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
        Self { stays: stays.into(), ..self.clone() }
    }
}
