//! The definitions of the semantics, minute by minute: written to be obviously right, and slow.
//!
//! Nothing here uses the library's own algorithms, sets or zones: sets are arrays of flags, clocks are
//! jiff's.

pub mod availability;
pub mod coverage;
pub mod flip;
pub mod meeting;
pub mod meeting_change;
pub mod pods;
pub mod reply;
pub mod season;
pub mod service;
pub mod target;
pub mod verdict;
pub mod week;
pub mod window;
