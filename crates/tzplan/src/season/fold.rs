//! Folding schedules into profiles.

use std::collections::HashMap;

use super::Season;
use super::profile::{Profile, ProfileId};
use super::track::{Clocks, Edge, Lead, Track, track_of};
use super::week_table::{WeekId, WeekTable};
use crate::duration::Shift;
use crate::minutes::Minutes;
use crate::team::{Post, Schedule, ScheduleId};
use crate::zone::Zone;

/// The weeks in force, each from a day on, and the flex.
type ProfileKey = (Vec<(i32, WeekId)>, Option<Minutes>);

/// Folds schedules into profiles.
pub(super) struct Fold {
    from: i32,
    to: i32,
    /// Tracks over the horizon and its surroundings, kept once per zone.
    by_zone: HashMap<Zone, Track>,
    known: HashMap<ProfileKey, ProfileId>,
    pub(super) profiles: Vec<Profile>,
    pub(super) weeks: WeekTable,
    /// By schedule.
    pub(super) edges: Vec<Edge>,
}

impl Fold {
    pub(super) fn new(from: i32, to: i32) -> Self {
        Self {
            from,
            to,
            by_zone: HashMap::new(),
            known: HashMap::new(),
            profiles: Vec::new(),
            weeks: WeekTable::default(),
            edges: Vec::new(),
        }
    }

    pub(super) fn profile_of(&mut self, id: ScheduleId, schedule: &Schedule) -> ProfileId {
        let around = Season::DRIFT_DAYS as i32;
        let (first, end) = (self.from - around, self.to + around);
        let tracks: Vec<Track> = schedule
            .posts()
            .iter()
            .map(|post| {
                let post = &*post.settled(&(self.from..self.to));
                if !post.stays().is_empty() || post.hours_on().is_some() {
                    return track_of(post, first, end);
                }
                match self.by_zone.get(post.zone()) {
                    Some(track) => track.clone(),
                    None => {
                        self.by_zone.entry(post.zone().clone()).or_insert(track_of(post, first, end)).clone()
                    }
                }
            })
            .collect();
        let moves = schedule.moved_between(self.from, self.to);
        let starts = moves.iter().map(|(_, start, _)| *start);
        let Clocks { changes, edge } = Clocks::of(&tracks, self.from, self.to, starts);
        self.edges.push(edge);
        let mut intern = |leads: &[Lead]| {
            let posts: Vec<_> =
                schedule.posts().iter().map(Post::stated_hours).zip(leads.iter().copied()).collect();
            self.weeks.intern(&posts)
        };
        let mut weeks: Vec<(i32, WeekId)> =
            changes.iter().map(|(day, leads)| (*day, intern(leads))).collect();
        let (moved, mut stated_weeks) = (schedule.moved_by().minutes(), Vec::new());
        if moved != 0 {
            stated_weeks = weeks.iter().map(|(_, week)| *week).collect();
        }
        for (by, start, end) in moves.into_iter().filter(|(by, ..)| *by != Shift::NONE) {
            for (_, week) in weeks.iter_mut().filter(|(day, _)| (start..end).contains(day)) {
                *week = self.weeks.moved(*week, by.minutes());
            }
        }
        let key = (weeks, schedule.flex());
        if let Some(profile) = self.known.get(&key) {
            return *profile;
        }
        let profile = ProfileId(self.profiles.len() as u32);
        self.profiles.push(Profile {
            schedule: id,
            first_member: 0,
            required: 0,
            marked: 0,
            optional: 0,
            weeks: key.0.clone(),
            stated_weeks,
            moved,
            edge: Edge::FAR,
        });
        self.known.insert(key, profile);
        profile
    }
}
