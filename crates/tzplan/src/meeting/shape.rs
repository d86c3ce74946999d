//! Which dates are alike to those with a schedule, so that a meeting on them asks the same.

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
        let piece = clock.piece_at(midnight);
        let here = clock.pieces[piece];
        // The last piece goes on.
        if until >= here.end && piece + 1 < clock.pieces.len() {
            return None;
        }
        let local = midnight + here.ahead;
        let date = local.div_euclid(DAY);
        let days = [date - 1, date, date + 1].map(|date| match self.day(date) {
            Workday::NONE => Workday::NONE,
            day => Workday { start: day.start - midnight, end: day.end - midnight, ..day },
        });
        Some(PostShape { reads: local.rem_euclid(DAY), days })
    }
}
