//! Dated windows.

pub(crate) mod text;
