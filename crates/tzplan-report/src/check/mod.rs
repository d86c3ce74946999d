//! What was read of a roster, and its faults.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
