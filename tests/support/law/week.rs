//! Week patterns (§4), and what of them is night work or within reasonable hours (§2).

use chrono::NaiveDate;

use super::circle::{Circle, DAY, WEEK};
use super::people::{Person, Post};
use super::rules::Rules;
use super::season::leads_on;

/// A person's ordinary week while all offsets stay the same, perhaps with the day moved.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Week {
    /// By minute from Monday 00:00 UTC.
    pub at_work: Circle,
    /// The same for each post, with the minutes the person's own clock is ahead of UTC.
    pub posts: Vec<(Circle, i32)>,
    pub workdays: u32,
    /// For each workday of each post its span on the 24 h circle of UTC, and the own clock's lead.
    pub spans: Vec<(Circle, i32)>,
}

impl Week {
    /// "With the season's offsets fixed, each member's weekly hours become a subset of the circular week of
    /// UTC minutes." No days off here.
    pub fn of(person: &Person, date: NaiveDate) -> Self {
        let leads = leads_on(person, date);
        let with_leads = || person.posts.iter().zip(&leads);
        let posts: Vec<_> = with_leads().map(|(post, lead)| (pattern(post, lead.shifts), lead.own)).collect();
        let starts_on =
            |day: &u8| person.posts.iter().flat_map(|post| &post.shifts).any(|shift| shift.0 == *day);
        let mut spans = Vec::new();
        for (post, lead) in with_leads() {
            spans.extend((0..7).filter_map(|day| Some((span(post, day, lead.shifts)?, lead.own))));
        }
        Self {
            at_work: union(&posts),
            posts,
            workdays: (0..7).filter(starts_on).count() as u32,
            spans: once(spans),
        }
    }

    /// "Every week pattern moved by its shift around the circular week".
    pub fn moved_by(&self, by: i32) -> Self {
        let turned = |circles: &[(Circle, i32)]| -> Vec<(Circle, i32)> {
            circles.iter().map(|(circle, lead)| (circle.turned(by), *lead)).collect()
        };
        Self {
            at_work: self.at_work.turned(by),
            posts: turned(&self.posts),
            workdays: self.workdays,
            spans: turned(&self.spans),
        }
    }

    /// "Minutes a week of hours inside `night`, on the member's clock (a minute at work on two posts counts
    /// once, and is night if it is on either clock)."
    pub fn night_minutes(&self, rules: &Rules) -> u32 {
        let at_night = |(circle, lead): &(Circle, i32)| {
            (circle.filter(|minute| rules.is_night((minute + lead).rem_euclid(DAY))), *lead)
        };
        union(&self.posts.iter().map(at_night).collect::<Vec<_>>()).count()
    }

    /// "Reasonable hours: stated hours ∩ `reasonable`, local"; workdays as stated.
    pub fn within_reasonable(&self, rules: &Rules) -> Self {
        let kept = |(circle, lead): &(Circle, i32)| {
            (circle.filter(|minute| rules.is_reasonable((minute + lead).rem_euclid(DAY))), *lead)
        };
        let posts: Vec<_> = self.posts.iter().map(kept).collect();
        Self { at_work: union(&posts), posts, ..self.clone() }
    }
}

/// "Night work of a member: of stated hours; of somebody who changes zones the clock of the horizon's first
/// day."
pub fn night_work(settled: &Person, horizon_first: NaiveDate, rules: &Rules) -> u32 {
    Week::of(settled, horizon_first).night_minutes(rules)
}

fn pattern(post: &Post, ahead: i32) -> Circle {
    let mut pattern = Circle::empty(WEEK);
    for (day, start, end) in &post.shifts {
        let midnight = i32::from(*day) * DAY - ahead;
        (*start..*end).for_each(|minute| pattern.add(midnight + i32::from(minute)));
    }
    pattern
}

/// "Span of a day: from its first start to its last end, breaks included"; `None` where no shift starts.
fn span(post: &Post, day: u8, ahead: i32) -> Option<Circle> {
    let today = || post.shifts.iter().filter(|(on, _, _)| *on == day);
    let (start, end) = (today().map(|shift| shift.1).min()?, today().map(|shift| shift.2).max()?);
    Some(Circle::arc(DAY, i32::from(start) - ahead, i32::from(end - start)))
}

fn union(posts: &[(Circle, i32)]) -> Circle {
    posts.iter().fold(Circle::empty(WEEK), |union, (circle, _)| union.or(circle))
}

/// Equal days ask the same: each stands once.
fn once(spans: Vec<(Circle, i32)>) -> Vec<(Circle, i32)> {
    let mut once: Vec<(Circle, i32)> = Vec::new();
    for span in spans {
        if !once.contains(&span) {
            once.push(span);
        }
    }
    once
}
