//! Results as JSON, version 2: structs of their own, apart from the core's types.
//!
//! Lists keep roster or time order. An `overlap` is the exact pair `{"minutes_per_week", "days"}`; minutes are
//! integers except means and percentiles, which are decimal; dates are civil and `last` is inclusive, while the
//! horizon's `to` is the first date not planned; a week minute counts from Monday 00:00 UTC; instants are
//! RFC 3339. Keys may be added; a change of meaning raises `schema`.

pub(crate) mod example;
pub(crate) mod head;
pub(crate) mod wait;
pub(crate) mod who;
pub(crate) mod write;

pub use crate::check::json::{Check, Fault, check};
pub use crate::coverage::json::coverage;
pub use crate::fit::json::fit;
pub use crate::meet::json::meet;
pub use crate::meet::rotation_json::rotation;
pub use crate::pairs::json::{PAIRS_UP_TO, pairs};
pub use crate::plan::json::{plan, year};
pub use crate::pods::json::pods;
pub use crate::pool::json::pool;
pub use crate::regions::json::regions;
#[cfg(feature = "schema")]
pub use crate::schema;
pub use crate::windows::json::windows;
pub use crate::zones::json::{Offset, ZoneAnswer, ZoneCandidate, ZonePlace, zone_list, zones};
pub use example::example;
pub use head::SCHEMA;
pub use who::LISTED_PER_MEMBER_UP_TO;
