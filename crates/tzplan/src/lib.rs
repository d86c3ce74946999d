//! tzplan (guide to be written)
#![forbid(unsafe_code)]

pub mod availability;
pub mod coverage;
pub mod horizon;
pub mod hours;
pub mod interval;
mod lineup;
mod minutes;
pub mod overlap;
pub mod pairs;
pub mod pods;
pub mod policy;
pub mod reply;
pub mod season;
pub mod shift;
pub mod target;
pub mod team;
pub mod verdict;
pub mod zone;

pub use availability::{availability, first_instant_at};
pub use horizon::{Horizon, HorizonError};
pub use hours::{HoursError, Stretch, WeeklyHours};
pub use interval::{Interval, IntervalSet};
pub use minutes::{Minutes, PerDay, UtcMinute, WeekMinute};
pub use policy::{ClockRange, Policy, PolicyError};
pub use season::{PreparedTeam, Profile, ProfileId, Season, Week};
pub use target::{SeasonOverlap, YearOverlap};
pub use team::{Attendance, Member, MemberRef, Schedule, ScheduleId, Team};
pub use verdict::{Flip, Model, Plan, SeasonPlan, Verdict};
pub use zone::{Tzdb, Zone, ZoneError};
