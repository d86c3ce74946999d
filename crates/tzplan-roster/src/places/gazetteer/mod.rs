//! The table of places: cities, states, countries, Windows names and airports, with their zones.
//!
//! `scripts/places.py` writes it from open data and says what its lines hold. It is kept compressed, and read
//! into memory when the first label asks for it.

mod load;
mod names;
mod subject;
mod table;

pub(super) use subject::Subject;
pub(super) use table::Gazetteer;
