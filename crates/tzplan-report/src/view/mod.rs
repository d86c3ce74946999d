//! What charts and the page show: ordered, labelled, with units, made once from results. Renderers lay it out.

mod band;
pub(crate) mod day;
pub(crate) mod pairs;
pub(crate) mod week;
pub(crate) mod world;
pub(crate) mod year;

pub(crate) use band::{Often, Segment};
pub(crate) use day::{Day, DayBand, Days};
pub(crate) use pairs::Pairs;
pub(crate) use week::Week;
pub(crate) use world::World;
pub(crate) use year::Year;
