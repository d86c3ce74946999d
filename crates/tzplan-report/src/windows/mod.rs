//! Dated windows.

pub(crate) mod csv;
pub(crate) mod json;
pub(crate) mod text;
