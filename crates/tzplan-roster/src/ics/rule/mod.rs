//! Rules of repetition (RFC 5545, 3.3.10), date by date.

mod parse;
mod periods;
mod starts;
#[cfg(test)]
mod tests;

pub(super) use parse::Rule;
#[cfg(test)]
pub(super) use starts::START;
