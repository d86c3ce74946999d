//! From the parts of a label to what they may mean: `Portland, OR`, `India, Bangalore`, `Seattle WA`.

mod bare;
mod choice;
#[cfg(test)]
mod every_city;
mod fit;
mod guard;
mod local;
mod near;
mod parts;
mod population;
mod reader;
mod rest;
mod unknown;
mod weigh;
mod words;

pub(super) use local::has_code;
pub(super) use near::places as near_places;
pub(super) use reader::PlaceReader;
