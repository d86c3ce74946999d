//! What if: the changes that can be tried on a team.

use chrono::NaiveDate;

use super::{Member, MemberId};
use crate::dates::DateRange;
use crate::duration::Shift;
use crate::error::error_type;
use crate::hours::WeeklyHours;
use crate::zone::Zone;

/// A change to try on a team: see [`Team::changed`](super::Team::changed). Members are named by their places
/// before any change.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Change {
    /// The member lives in a zone: all their hours, whatever posts and stays they had, are kept on its clock
    /// all year, but for hours that are read on another clock. Days off and flex stay, what their
    /// [place](Member::place) is called does not.
    Move {
        /// Who.
        member: MemberId,
        /// The zone.
        zone: Zone,
    },
    /// The member keeps these weekly hours on the clock of their first post (stays included, or the other
    /// clock on which its hours are read), and no others. Days off and flex stay.
    Hours {
        /// Who.
        member: MemberId,
        /// The hours.
        hours: WeeklyHours,
    },
    /// The same, read on the clock of a zone: see
    /// [`Schedule::with_hours_on`](super::Schedule::with_hours_on).
    HoursOn {
        /// Who.
        member: MemberId,
        /// The hours.
        hours: WeeklyHours,
        /// The zone on whose clock they are.
        clock: Zone,
    },
    /// The member's day is moved by so much all year, at most 12 hours either way, counted from the stated
    /// hours: what a [next step](crate::verdict::Step::Move) proposes. Unlike other [hours](Self::Hours) it
    /// is remembered: what a plan moves them further counts from the stated hours, for what is affordable and
    /// for what is asked. No shift: the stated hours.
    Shift {
        /// Who.
        member: MemberId,
        /// By how much, and which way.
        by: Shift,
    },
    /// The same on some dates only: on the others the day is as it was. Of several of one member the later
    /// ones hold on the dates that they share; a [shift of the whole year](Self::Shift) comes before them.
    ShiftOn {
        /// Who.
        member: MemberId,
        /// By how much, and which way.
        by: Shift,
        /// The dates on which the moved shifts start, on the clock on which the hours are read.
        dates: DateRange,
    },
    /// The member has these days off besides those they have.
    Off {
        /// Who.
        member: MemberId,
        /// The local dates.
        dates: Vec<NaiveDate>,
    },
    /// The member is optional. Where everybody counted as required, because all were optional, the others are
    /// required from then on.
    Optional {
        /// Who.
        member: MemberId,
    },
    /// The member leaves.
    Without {
        /// Who.
        member: MemberId,
    },
    /// Somebody joins at the end of the roster.
    Add(Member),
}

error_type! {
    /// Why a change cannot be tried; its message says what was seen.
    ChangeError, ChangeErrorKind
}

/// What is wrong with a change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum ChangeErrorKind {
    /// It names a member whom the roster does not have.
    NoSuchMember(MemberId),
    /// It moves a day by more than 12 hours.
    TooFar(Shift),
}
