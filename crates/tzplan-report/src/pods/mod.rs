//! The pods of a team.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod rows;
pub(crate) mod text;
