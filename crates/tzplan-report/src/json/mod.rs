//! Results as JSON, version 1: structs of their own, apart from the core's types.
//!
//! Lists keep roster or time order. An `overlap` is the exact pair `{"minutes_per_week", "days"}`; minutes are
//! integers except means and percentiles, which are decimal; dates are civil and `last` is inclusive, while the
//! horizon's `to` is the first date not planned; a week minute counts from Monday 00:00 UTC; instants are
//! RFC 3339. Keys may be added; a change of meaning raises `schema`.

mod check;
mod coverage;
mod days_off;
mod example;
mod fit;
pub(crate) mod head;
mod meet;
mod members;
mod pairs;
mod plan;
mod pods;
mod pool;
mod regions;
mod rotation;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
mod spelled;
mod teammates;
mod wait;
pub(crate) mod who;
mod write;
mod zones;

pub use check::{Check, Fault, check};
pub use coverage::{coverage, windows};
pub use example::example;
pub use fit::fit;
pub use head::SCHEMA;
pub use meet::meet;
pub use pairs::{PAIRS_UP_TO, pairs};
pub use plan::{plan, year};
pub use pods::pods;
pub use pool::pool;
pub use regions::regions;
pub use rotation::rotation;
pub use who::LISTED_PER_MEMBER_UP_TO;
pub use zones::{Offset, ZoneAnswer, ZoneCandidate, ZonePlace, zone_list, zones};
