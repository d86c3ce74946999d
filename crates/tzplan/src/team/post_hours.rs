//! The hours of somebody's posts, as a move would leave them.

use std::fmt;
use std::ops::Deref;

use super::Post;
use crate::duration::Shift;
use crate::hours::WeeklyHours;
use crate::zone::Zone;

/// Weekly hours on the own clock of somebody, one entry for each of their posts.
///
/// Shown as a roster writes them, with the clock behind hours that are read on another one: `14:00-22:00
/// Mon-Fri (UTC)`; those of several posts joined by ` + `.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostHours {
    hours: Vec<WeeklyHours>,
    /// On which clocks they are read, by post; empty where none is read on another one.
    clocks: Vec<Option<Zone>>,
}

impl PostHours {
    /// The hours stated, moved by so much.
    pub(crate) fn stated(posts: &[Post], by: Shift) -> Self {
        Self::of(posts, |post| post.stated_hours().moved(by))
    }

    /// The hours kept, moved by so much.
    pub(crate) fn kept(posts: &[Post], by: Shift) -> Self {
        Self::of(posts, |post| match by {
            Shift::NONE => post.hours().clone(),
            by => post.hours().moved(by),
        })
    }

    fn of(posts: &[Post], hours: impl Fn(&Post) -> WeeklyHours) -> Self {
        let hours = posts.iter().map(hours).collect();
        if posts.iter().all(|post| post.hours_on().is_none()) {
            return Self { hours, clocks: Vec::new() };
        }
        Self { hours, clocks: posts.iter().map(|post| post.hours_on().cloned()).collect() }
    }
}

impl Deref for PostHours {
    type Target = [WeeklyHours];

    fn deref(&self) -> &[WeeklyHours] {
        &self.hours
    }
}

impl<'h> IntoIterator for &'h PostHours {
    type Item = &'h WeeklyHours;
    type IntoIter = std::slice::Iter<'h, WeeklyHours>;

    fn into_iter(self) -> Self::IntoIter {
        self.hours.iter()
    }
}

impl fmt::Display for PostHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, hours) in self.hours.iter().enumerate() {
            let join = if place == 0 { "" } else { " + " };
            match self.clocks.get(place) {
                Some(Some(clock)) => write!(f, "{join}{hours} ({clock})")?,
                _ => write!(f, "{join}{hours}")?,
            }
        }
        Ok(())
    }
}

/// Written as it is shown.
#[cfg(feature = "serde")]
impl serde::Serialize for PostHours {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
