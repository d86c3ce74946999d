//! What only makes reading fast.

mod addresses;
mod cutter;
mod labels;
mod tape;

pub(crate) use addresses::{Address, Persons};
pub(crate) use cutter::{Bounds, Line, close, cut};
pub(crate) use labels::Labels;
pub(crate) use tape::{LONGEST_RECORD, Tape};
