//! What somebody's own clock reads at every minute around a horizon (§2): found out once for each day.

use std::cell::OnceCell;

use chrono::NaiveDate;

use super::hours::own_date;
use super::people::Post;
use crate::support::clock::{DAY, seconds_ahead};

#[derive(Debug)]
pub struct OwnClock {
    post: Post,
    /// The first of the days, since 1970.
    first: i32,
    /// For each day of UTC its minutes.
    days: Vec<OnceCell<Vec<(NaiveDate, i32)>>>,
}

impl OwnClock {
    /// From a date to another.
    pub fn of(post: &Post, first: NaiveDate, last: NaiveDate) -> Self {
        let days = (last - first).num_days() as usize + 1;
        Self { post: post.clone(), first: first.to_epoch_days(), days: vec![OnceCell::new(); days] }
    }

    /// The date to which a minute belongs, and the minute of the day that the clock reads.
    pub fn at(&self, minute: i32) -> (NaiveDate, i32) {
        let day = minute.div_euclid(DAY);
        let minutes = self.days[(day - self.first) as usize]
            .get_or_init(|| (day * DAY..(day + 1) * DAY).map(|minute| self.read(minute)).collect());
        minutes[minute.rem_euclid(DAY) as usize]
    }

    fn read(&self, minute: i32) -> (NaiveDate, i32) {
        let (date, at) = (own_date(&self.post, minute), i64::from(minute) * 60);
        let reading = at + seconds_ahead(self.post.place_on(date), at);
        (date, reading.rem_euclid(86_400) as i32 / 60)
    }
}
