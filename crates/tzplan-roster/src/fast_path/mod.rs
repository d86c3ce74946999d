//! What only makes reading fast. Without it the rest of the crate would read the same rosters, several times slower.
//!
//! | file | buys | in place of |
//! |---|---|---|
//! | `cutter`, `records` | rows cut eight bytes at a time, their cells left where they stand | `csv_core` for all records, with copies |
//! | `tape` | a window on the input that holds the present row whole | a buffered reader, and a copy of every row |
//! | `combinations` | the cells that decide a schedule found as one slice of bytes | a map by strings |
//! | `labels` | no look-up in the team for a label seen before | [`Team::label`](tzplan::Team::label) for every row |
//! | `addresses`, `row_block` | 256 addresses looked up at a time, a few bytes for each | a map by strings, asked row by row |
//!
//! The bench `roster` (`cargo bench --bench roster`) holds the sum of it against a bare pass of the `csv` crate over the
//! same bytes: `worldwide-1000000-no-addresses` shows the first four, `worldwide-1000000` the last as well. The example
//! `throughput` gives both in nanoseconds a row.
//!
//! The face of this module is a [`Tape`] and its [`Records`], [`Combinations`] that are numbered, [`Labels`], and a
//! [`RowBlock`] that hands its rows out again. How these work is not known outside.

mod addresses;
mod combinations;
mod cutter;
mod labels;
mod records;
mod row_block;
mod tape;

pub(crate) use combinations::Combinations;
pub(crate) use labels::Labels;
pub(crate) use records::Records;
pub(crate) use row_block::{LookedUp, RowBlock};
pub(crate) use tape::{LONGEST_RECORD, Tape};
