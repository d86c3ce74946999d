//! Judging a pool: each distinct profile once, however many schedules and people have it.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Opening, Rank};
use crate::hours::WeeklyHours;
use crate::interval::Interval;
use crate::minutes::{Minutes, UtcMinute};
use crate::team::{Schedule, ScheduleId};
use crate::wait::ANSWERS_WITHIN;
use crate::zone::{Zone, minute_pieces};

/// What decides where somebody stands: the clocks of their posts, as far as waits look, with the hours kept
/// on them, the days off and the flex. Zones with equal clocks are one.
#[derive(PartialEq, Eq, Hash, Debug)]
struct ProfileKey {
    /// With the clock on which the hours are read, where that is another.
    posts: Vec<(u32, Option<u32>, WeeklyHours)>,
    days_off: Box<[NaiveDate]>,
    flex: Option<Minutes>,
}

/// Standings for an opening, each found once.
#[derive(Debug)]
pub(super) struct Judge<'o> {
    opening: &'o Opening,
    clocks: HashMap<Zone, u32>,
    /// By the offsets from the horizon's start on.
    known_clocks: HashMap<Vec<(i32, i32)>, u32>,
    profiles: HashMap<ProfileKey, Rank>,
    /// By schedule of the pool.
    schedules: Vec<Option<Rank>>,
    /// Profiles of people with stays, which are told apart by their schedules.
    moving: usize,
}

impl<'o> Judge<'o> {
    pub(super) fn new(opening: &'o Opening) -> Self {
        let (clocks, known_clocks, profiles) = Default::default();
        Self { opening, clocks, known_clocks, profiles, schedules: Vec::new(), moving: 0 }
    }

    /// Where those with a schedule of a pool stand; always of the same pool.
    pub(super) fn rank(&mut self, id: ScheduleId, schedule: &Schedule) -> &Rank {
        if self.schedules.len() <= id.index() {
            self.schedules.resize(id.index() + 1, None);
        }
        if self.schedules[id.index()].is_none() {
            self.schedules[id.index()] = Some(self.of_profile(schedule));
        }
        self.schedules[id.index()].as_ref().expect("just judged")
    }

    /// How many profiles were judged.
    pub(super) fn judged(&self) -> usize {
        self.profiles.len() + self.moving
    }

    fn of_profile(&mut self, schedule: &Schedule) -> Rank {
        let goes_by_date = !schedule.moved_on().is_empty();
        if goes_by_date || schedule.posts().iter().any(|post| !post.stays().is_empty()) {
            self.moving += 1;
            return self.opening.rank(schedule);
        }
        let posts = schedule.posts().iter().map(|post| {
            let hours_on = post.hours_on().map(|zone| self.clock(zone));
            (self.clock(post.zone()), hours_on, post.hours().clone())
        });
        let posts = posts.collect();
        let key = ProfileKey { posts, days_off: schedule.days_off().into(), flex: schedule.flex() };
        let opening = self.opening;
        self.profiles.entry(key).or_insert_with(|| opening.rank(schedule)).clone()
    }

    /// The number of a zone's clock.
    fn clock(&mut self, zone: &Zone) -> u32 {
        if let Some(known) = self.clocks.get(zone) {
            return *known;
        }
        let next = self.known_clocks.len() as u32;
        let horizon = self.opening.prepared().horizon().range();
        // Seasons look at offsets around the horizon too; they decide drift weeks, which no rank knows.
        let (start, end) = (horizon.start().epoch_minutes() - DAYS_BEFORE, horizon.end().epoch_minutes());
        let seen = Interval::new(
            UtcMinute::from_epoch_minutes(start),
            UtcMinute::from_epoch_minutes(end + ANSWERS_WITHIN + DAYS_BEFORE),
        );
        let seen = seen.expect("an end after the start");
        let offsets = minute_pieces(zone, seen).map(|piece| (piece.start, piece.ahead)).collect();
        let clock = *self.known_clocks.entry(offsets).or_insert(next);
        self.clocks.insert(zone.clone(), clock);
        clock
    }
}

/// Shifts of a few days before the horizon can reach into it, and those of the last day out of what is seen.
const DAYS_BEFORE: i32 = 4 * 24 * 60;
