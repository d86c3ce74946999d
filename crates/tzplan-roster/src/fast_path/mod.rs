//! What only makes reading fast. Without it the rest of the crate would read the same rosters, several times
//! slower.
//!
//! - `cutter` and `records` cut rows eight bytes at a time and leave the cells where they stand: `csv_core`
//!   for every row would copy them.
//! - `tape` is a window on the input that holds the present row whole, in place of a buffered reader and a
//!   copy of every row.
//! - `combinations` finds the cells that decide a schedule as one slice of bytes, in place of a map by
//!   strings; those of a whole batch at a time, as below.
//! - `ahead` lets a second core work on the input, and `record_batch` is what that hands on: a part of the
//!   input as it stands, where the rows in it are cut, whether they are clean, and the hashes of the cells
//!   that decide their schedules.
//! - `addresses`, `labels`, `slots` and `row_block` keep a few bytes for each e-mail address and each label
//!   of a team, and look those of 256 rows up at a time: first their places in memory, which the processor
//!   fetches side by side, in place of maps by strings that are asked row by row.
//!
//! The bench `roster` (`cargo bench --bench roster`) holds the sum of it against a bare pass of the `csv`
//! crate over the same bytes: `worldwide-1000000-no-addresses` shows the first four, `worldwide-1000000` the
//! last as well. The example `throughput` gives both in nanoseconds a row.
//!
//! The face of this module is a [`Tape`] and its [`Records`], [`Combinations`] that are numbered, [`Labels`],
//! a [`RowBlock`] that hands its rows out again, and an `Ahead` that gives `RecordBatch`es. How these work is
//! not known outside.

mod addresses;
#[cfg(feature = "threads")]
mod ahead;
mod combinations;
mod cutter;
mod labels;
#[cfg(feature = "threads")]
mod record_batch;
mod records;
mod row_block;
mod slots;
mod tape;

pub(crate) use addresses::MemberAddresses;
#[cfg(feature = "threads")]
pub(crate) use ahead::{Ahead, Help};
pub(crate) use combinations::Combinations;
#[cfg(feature = "threads")]
pub(crate) use combinations::KeyColumns;
pub(crate) use labels::Labels;
#[cfg(feature = "threads")]
pub(crate) use record_batch::RecordBatch;
pub(crate) use records::{RecordEnd, Records};
pub(crate) use row_block::{LookedUp, RowBlock};
pub(crate) use tape::{LONGEST_RECORD, Tape};
