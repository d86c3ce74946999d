//! The pods of a team.

pub(crate) mod rows;
pub(crate) mod text;
