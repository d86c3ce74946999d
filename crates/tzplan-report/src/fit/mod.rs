//! Whether a candidate fits.

pub(crate) mod text;
