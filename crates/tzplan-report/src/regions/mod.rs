//! Where in the world to hire.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod text;
