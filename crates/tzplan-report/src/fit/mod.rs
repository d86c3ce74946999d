//! Whether a candidate fits.

pub(crate) mod csv;
pub(crate) mod json;
mod teammates;
pub(crate) mod text;
