//! Where in the world to hire.

pub(crate) mod text;
