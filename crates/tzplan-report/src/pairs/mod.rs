//! Who overlaps with whom, and how long they wait for each other.

pub(crate) mod answerers;
mod answers;
pub(crate) mod csv;
pub(crate) mod json;
mod layout;
pub(crate) mod text;
mod waits;

pub use answerers::{Answerers, ChosenBy};
