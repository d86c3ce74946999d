//! Results as JSON, version 2: structs of their own, apart from the core's types.
//!
//! Lists keep roster or time order. An `overlap` is the exact pair `{"minutes_per_week", "days"}`; minutes
//! are integers except means and percentiles, which are decimal; dates are civil and `last` is inclusive,
//! while the horizon's `to` is the first date not planned; a week minute counts from Monday 00:00 UTC;
//! instants are RFC 3339. Keys may be added; a change of meaning raises `schema`.

pub(crate) mod absent;
pub(crate) mod day_off;
pub(crate) mod head;
pub(crate) mod joined;
pub(crate) mod offset;
pub(crate) mod ready;
pub(crate) mod slot;
pub(crate) mod standing;
pub(crate) mod stays;
pub(crate) mod wait;
pub(crate) mod who;
pub(crate) mod write;

pub use head::SCHEMA;
pub use who::LISTED_PER_MEMBER_UP_TO;
