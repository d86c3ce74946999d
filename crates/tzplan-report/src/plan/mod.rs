//! The plan of a team.

pub(crate) mod csv;
mod days_off;
pub(crate) mod json;
mod members;
pub(crate) mod text;
pub(crate) mod view;
