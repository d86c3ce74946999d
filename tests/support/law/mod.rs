//! The definitions of the semantics, second edition, minute by minute and by trying everything: written to be
//! obviously right, and slow.
//!
//! Nothing here uses the library: teams are plain data, clocks are jiff's, sets are flags. Each function's
//! doc holds the sentence of the semantics that it implements; one file holds one part of them.
//!
//! # Readings
//!
//! Where the semantics are silent, this is what the reference takes them to say.
//!
//! Hours and dates
//! - A shift of hours on another clock is read on that clock's dates also during a stay: the stay changes the
//!   person's own clock alone. Workdays and spans group its shifts by the weekday on which they are stated;
//!   days off and meetings group them by the date of the person's own clock.
//! - Posts of one person on one clock are one post: nobody here has two.
//! - Night work is one number: of the offsets of the horizon's first day, short stays aside. Of hours on
//!   another clock every season has a number of its own too.
//! - Reasonable hours of somebody with two posts: the union of what is reasonable on each post's own clock.
//!
//! Seasons
//! - The zone in force on a date is sampled at 12:00 UTC of that same date.
//! - A stay is short or long by itself, whatever stays stand beside it; its days inside the horizon are
//!   counted by its own dates. "The zone around it" may be another, longer stay's.
//! - For answers that are not dated, profiles have the offsets of the zones around short stays.
//!
//! Plans
//! - A plan that is tried in every season is any list of shifts that a window of some season needs, whether
//!   or not it holds there, or a move of one profile alone that is affordable for each of its members in some
//!   season.
//! - A span longer than 24 h is the whole circle, and its length 24 h. The effective target is rounded up to
//!   a whole minute, too, where it is the length of a window.
//! - Of equal windows of two other seasons the one whose shifts are later, compared in roster order, comes
//!   first.
//! - "At most 12 h" of the shifts that windows need holds for what is affordable too: a longer flex is one of
//!   12 h.
//! - An all-year plan is affordable in every season of the horizon: it is asked for on every day. (Of hours
//!   on another clock a shift may be affordable in one season and not in another.)
//! - A plan asks somebody only if it moves them; then it asks for what they are moved by from the stated
//!   hours. A plan of a season within grace counts among those that ask if it is affordable.
//!
//! Verdict
//! - Members with equal week patterns are one in a partition even if their workdays differ: profile order has
//!   nothing else to tell them apart by.
//! - Where somebody has no hours there is no partition; then nobody shares a part, and everybody is one.
//! - Where all are optional, and so all required, making one optional leaves the others required.
//! - A reach of nothing is 0. The largest average day is looked for in every season;
//!   no target is more than 24 hours a day.
//!
//! Fit
//! - The verdict of a team is its model. The rule on what is asked holds where the semantics say "plans": a
//!   team of pods or async whose candidate needs no own shift is not asked about plans.
//! - A candidate who fits by the team's plan has no trap. Among async results shifts do not rank.
//! - Where all the team are optional they all count as required, unmarked.
//!
//! Meetings
//! - A date that the anchor's clock skips has no occurrence.
//! - Of two posts the one counts that asks for less: a workday before none, then night, unreasonable and
//!   stretch.
//! - The shifts of a day run into a meeting when their span does, the breaks between them included.
//! - The cap of a rotation says nothing about workdays: an occurrence on none is allowed, and counted.
//! - Who misses an occurrence of a rotation, by a day off or for want of a workday, gives no minutes.
//! - The nearest change of each kind: a longer day of one dated profile by the fewest minutes, then of the
//!   fewest people; one profile made optional, of the fewest people, two required ones remaining; the longest
//!   shorter meeting; another weekday. Ties in roster order; of the slots it opens the best ranked as things
//!   are.
//! - The weeks of a rotation are seven days each, from the horizon's first date on.
//! - A slot is left out of a page for a better one of its weekday that is shown and starts at most 60 minutes
//!   before or after. Weekdays cost the same when they ask the same of each person, days off aside, and as
//!   many are off.

pub mod circle;
pub mod fit;
pub mod generators;
pub mod hours;
pub mod lineup;
pub mod meeting;
pub mod opening;
pub mod own_clock;
pub mod people;
pub mod plan;
pub mod pods;
pub mod ranking;
pub mod reply;
pub mod rotation;
pub mod rules;
pub mod season;
pub mod shift;
pub mod steps;
pub mod target;
pub mod together;
pub mod verdict;
pub mod week;
