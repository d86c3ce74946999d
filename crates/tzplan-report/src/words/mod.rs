//! The parts that sentences are made of: names and people, clocks and dates, places, waits, changes,
//! meetings.

pub(crate) mod amounts;
pub(crate) mod assumed;
pub(crate) mod change;
pub(crate) mod changes;
pub(crate) mod city;
pub(crate) mod clean;
pub(crate) mod clock;
pub(crate) mod cost;
pub(crate) mod crowds;
pub(crate) mod dates;
pub(crate) mod home;
pub(crate) mod ink;
pub(crate) mod length;
pub(crate) mod people;
pub(crate) mod periods;
pub(crate) mod places;
pub(crate) mod pods;
pub(crate) mod replies;
pub(crate) mod runs;
pub(crate) mod shared;
pub(crate) mod slots;
pub(crate) mod verdict;
