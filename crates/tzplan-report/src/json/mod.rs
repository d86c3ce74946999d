//! Results as JSON, version 1: structs of their own, apart from the core's types.
//!
//! Lists keep roster or time order. An `overlap` is the exact pair `{"minutes_per_week", "days"}`; minutes are
//! integers except means and percentiles, which are decimal; dates are civil and `last` is inclusive, while the
//! horizon's `to` is the first date not planned; a week minute counts from Monday 00:00 UTC; instants are
//! RFC 3339. Keys may be added; a change of meaning raises `schema`.

mod check;
mod coverage;
mod days_off;
mod fit;
pub(crate) mod head;
mod meet;
mod members;
mod pairs;
mod plan;
mod pods;
mod pool;
mod regions;
mod teammates;
mod wait;
pub(crate) mod who;
mod zones;

use std::io;

use serde::Serialize;

pub use check::{Check, Fault, check};
pub use coverage::{coverage, windows};
pub use fit::fit;
pub use meet::meet;
pub use pairs::{PAIRS_UP_TO, pairs};
pub use plan::{plan, year};
pub use pods::pods;
pub use pool::pool;
pub use regions::regions;
pub use who::LISTED_PER_MEMBER_UP_TO;
pub use zones::{Offset, ZoneAnswer, ZoneCandidate, ZonePlace, zone_list, zones};

/// The version of the documents' shape.
pub const SCHEMA: u32 = 1;

/// Writes the text of an example roster: `{"schema", "roster"}`.
///
/// # Errors
///
/// Those of the writer.
pub fn example(out: &mut dyn io::Write, roster: &str) -> io::Result<()> {
    #[derive(Serialize)]
    struct Example<'a> {
        schema: u32,
        roster: &'a str,
    }
    write(out, &Example { schema: SCHEMA, roster })
}

fn write(out: &mut dyn io::Write, document: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, document)?;
    out.write_all(b"\n")
}
