//! Week patterns: one flag for each minute of the circular UTC week.

use super::season::offsets_on;
use crate::support::crew::{Person, Post};
use chrono::NaiveDate;

/// Minutes in the circular week.
pub const WEEK: i32 = 10_080;

/// A person's ordinary week while their offsets stay the same, perhaps with their day moved.
#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedWeek {
    /// By minute from Monday 00:00 UTC.
    pub at_work: Vec<bool>,
    /// The same for each post, with the minutes its clock is ahead of UTC.
    pub posts: Vec<(Vec<bool>, i32)>,
    pub workdays: u32,
    /// Minutes by which the day has been moved from the stated hours.
    pub moved: i32,
    /// For each workday of each post, its span as flags on the 24 h circle of UTC, and the clock's lead.
    pub spans: Vec<(Vec<bool>, i32)>,
}

impl ExpectedWeek {
    /// The week that a person keeps in the season of a date.
    pub fn of(person: &Person, date: NaiveDate) -> Self {
        let leads = offsets_on(person, date);
        let posts: Vec<_> =
            person.posts.iter().zip(&leads).map(|(post, ahead)| (pattern(post, *ahead), *ahead)).collect();
        let mut starts_on = [false; 7];
        person.posts.iter().flat_map(|post| &post.shifts).for_each(|s| starts_on[usize::from(s.0)] = true);
        let mut spans = Vec::new();
        for (post, ahead) in person.posts.iter().zip(leads) {
            spans.extend((0..7).filter_map(|day| Some((span(post, day, ahead)?, ahead))));
        }
        spans.sort_unstable();
        spans.dedup();
        Self {
            at_work: either(&posts),
            posts,
            workdays: starts_on.iter().filter(|starts| **starts).count() as u32,
            moved: 0,
            spans,
        }
    }

    /// The week with every minute of work moved around the circle.
    pub fn moved_by(&self, by: i32) -> Self {
        Self {
            at_work: turned(&self.at_work, by),
            posts: self.posts.iter().map(|(flags, ahead)| (turned(flags, by), *ahead)).collect(),
            workdays: self.workdays,
            moved: self.moved + by,
            spans: self.spans.iter().map(|(flags, ahead)| (turned(flags, by), *ahead)).collect(),
        }
    }

    pub fn minutes(&self) -> u32 {
        count(&self.at_work)
    }

    /// Minutes of work at which the clock of a post at work passes a test (given the minute of its day).
    pub fn minutes_when(&self, test: impl Fn(i32) -> bool) -> u32 {
        let passes = |minute: &i32| {
            self.posts
                .iter()
                .any(|(at_work, ahead)| at_work[*minute as usize] && test((minute + ahead).rem_euclid(1440)))
        };
        (0..WEEK).filter(passes).count() as u32
    }
}

fn pattern(post: &Post, ahead: i32) -> Vec<bool> {
    let mut flags = vec![false; WEEK as usize];
    for (day, start, end) in &post.shifts {
        for minute in *start..*end {
            let local = i32::from(*day) * 1440 + i32::from(minute);
            flags[(local - ahead).rem_euclid(WEEK) as usize] = true;
        }
    }
    flags
}

/// A day from its first start to its last end, on the 24 h circle of UTC; `None` where no shift starts.
fn span(post: &Post, day: u8, ahead: i32) -> Option<Vec<bool>> {
    let today = || post.shifts.iter().filter(|(on, _, _)| *on == day);
    let (start, end) = (today().map(|s| s.1).min()?, today().map(|s| s.2).max()?);
    let mut flags = vec![false; 1440];
    (start..end).for_each(|minute| flags[(i32::from(minute) - ahead).rem_euclid(1440) as usize] = true);
    Some(flags)
}

fn either(posts: &[(Vec<bool>, i32)]) -> Vec<bool> {
    (0..WEEK as usize).map(|minute| posts.iter().any(|(flags, _)| flags[minute])).collect()
}

/// Flags moved later by so many minutes around their circle.
pub fn turned(flags: &[bool], by: i32) -> Vec<bool> {
    let mut turned = flags.to_vec();
    turned.rotate_right(by.rem_euclid(flags.len() as i32) as usize);
    turned
}

pub fn count(flags: &[bool]) -> u32 {
    flags.iter().filter(|flag| **flag).count() as u32
}

/// The windows of flags on their circle, `(start, length)`: one that runs over the end counts as one.
pub fn windows(flags: &[bool]) -> Vec<(u16, u32)> {
    let all = flags.len();
    if flags.iter().all(|flag| *flag) {
        return vec![(0, all as u32)];
    }
    let starts = (0..all).filter(|minute| flags[*minute] && !flags[(minute + all - 1) % all]);
    starts.map(|start| (start as u16, (start..).take_while(|m| flags[m % all]).count() as u32)).collect()
}
