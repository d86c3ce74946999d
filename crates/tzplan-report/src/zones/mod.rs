//! What is known of zones.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod markdown;
