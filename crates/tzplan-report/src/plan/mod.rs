//! The plan of a team.

pub(crate) mod text;
