//! Which dates are alike to those with a schedule, so that a meeting on them asks the same.

use super::Occurrence;
use super::workday::{Crowd, PostDays, Workday};
use crate::minutes::DAY;

/// Days around those looked at on which one clock has to be in force: no two clocks differ by as many.
const ONE_CLOCK: i32 = 3;

/// All that decides what a meeting asks which starts some minutes after a midnight of the anchor: for each
/// post what its clock reads at that midnight, and the days to which the meeting may belong.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) struct Shape {
    /// Of the first post, and of further ones, which few have.
    first: PostShape,
    others: Vec<PostShape>,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct PostShape {
    /// Minutes since the clock's own midnight.
    reads: i32,
    /// Those that begin on the date before, on that date and on the next; in minutes from the anchor's
    /// midnight.
    days: [Workday; 3],
}

impl Crowd {
    /// Around a midnight of the anchor, for meetings that start and end within so many minutes after it.
    /// `None` where a clock changes in that time, or a stay abroad begins or ends about then: no other date
    /// is like that one.
    pub(super) fn shape(&self, midnight: i32, within: i32) -> Option<Shape> {
        let mut posts = self.posts.iter().map(|post| post.shape(midnight, within));
        let first = posts.next()??;
        Some(Shape { first, others: posts.collect::<Option<_>>()? })
    }

    /// Whether a midnight of the anchor is known to have the shape of an earlier one, which has one: a cheap
    /// test for those with one post and no stay abroad. `false` says nothing.
    pub(super) fn has_the_shape_of(&self, before: i32, midnight: i32, within: i32) -> bool {
        let [post] = &self.posts[..] else { return false };
        let [clock] = post.clock.clocks() else { return false };
        let (later, here) = (midnight - before, clock.piece_of(before, midnight + within));
        let Some(here) = here else { return false };
        let date = (before + here.ahead).div_euclid(DAY);
        later > 0
            && later % DAY == 0
            && (date - 1..=date + 1)
                .all(|date| post.day(date).later_by(later) == post.day(date + later / DAY))
    }

    /// Whether an occurrence is known to ask the same as an earlier one, days off aside, at the same time and
    /// on the same weekday of their clock: a cheap test for those with one post and no stay abroad. `false`
    /// says nothing.
    pub(super) fn asks_again(&self, before: &Occurrence, occurrence: &Occurrence) -> bool {
        let [post] = &self.posts[..] else { return false };
        let [clock] = post.clock.clocks() else { return false };
        let (from, until) = (before.start.0, occurrence.end.0);
        let (later, here) = (occurrence.start.0 - from, clock.piece_of(from, until));
        let Some(here) = here else { return false };
        let date = (from + here.ahead).div_euclid(DAY);
        let ordinarily = |day: Workday| Workday { is_off: false, ..day };
        later > 0
            && later % (7 * DAY) == 0
            && later == until - before.end.0
            && [date - 1, date].into_iter().all(|date| {
                ordinarily(post.day(date).later_by(later)) == ordinarily(post.day(date + later / DAY))
            })
    }
}

impl PostDays {
    fn shape(&self, midnight: i32, within: i32) -> Option<PostShape> {
        let until = midnight + within;
        let clock_at = |at: i32, days: i32| self.clock.place_on(self.clock.date_of(at) + days);
        let clock = match self.clock.clocks() {
            [clock] => clock,
            clocks => {
                let place = clock_at(midnight, -ONE_CLOCK);
                (place == clock_at(until, ONE_CLOCK)).then(|| &clocks[place])?
            }
        };
        let here = clock.piece_of(midnight, until)?;
        let local = midnight + here.ahead;
        let date = local.div_euclid(DAY);
        let days = [date - 1, date, date + 1].map(|date| self.day(date).later_by(-midnight));
        Some(PostShape { reads: local.rem_euclid(DAY), days })
    }
}
