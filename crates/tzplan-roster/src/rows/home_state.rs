//! A state that stands alone: `IN` in a column of states is Indiana, and no country.

use std::sync::Arc;

use crate::columns::StateColumn;
use crate::faults::Fault;
use crate::places::{Regions, is_state_of};
use crate::wording::{Listed, Quoted};

/// What the cell of a column of states means, where no country stands beside it.
#[derive(Debug)]
pub(super) enum StateMeaning {
    /// What it says.
    AsWritten,
    /// A state in words, and what else it may be.
    Known { label: String, note: Option<Arc<str>> },
    /// A state and a country, or two states.
    Unclear(Fault),
}

/// Countries whose states people keep in a column called `state` or `province`.
const ENGLISH: [&str; 3] = ["US", "CA", "AU"];
/// Longer texts are names, of which every column means the same.
const LONGEST_CODE: usize = 3;

impl StateMeaning {
    pub(super) fn of(state: &str, column: StateColumn) -> Self {
        if state.is_empty() {
            return Self::AsWritten;
        }
        let Regions { states, country } = Regions::of(state);
        let is_code = state.chars().count() <= LONGEST_CODE;
        let other = |label: &str| {
            let others = states.iter().map(|state| &*state.label).chain(country);
            others.filter(|other| *other != label).map(str::to_owned).collect::<Vec<_>>()
        };
        let expected: &[&str] = match column {
            StateColumn::English => &ENGLISH,
            StateColumn::Brazil => &["BR"],
            StateColumn::Of(countries) => return of_country(state, countries, country),
            StateColumn::Region => {
                let several = is_code && (states.len() > 1 || country.is_some() && !states.is_empty());
                return if several { unclear(state, &other("")) } else { Self::AsWritten };
            }
        };
        let found: Vec<&str> = states
            .iter()
            .filter(|state| expected.contains(&state.country))
            .map(|state| &*state.label)
            .collect();
        match found[..] {
            [label] => {
                let others = other(label);
                let note = (!others.is_empty()).then(|| read_as(state, label, &others));
                Self::Known { label: label.to_owned(), note }
            }
            [] if is_code && country.is_some() && !states.is_empty() => unclear(state, &other("")),
            [] => Self::AsWritten,
            _ => unclear(state, &found.iter().map(|label| (*label).to_owned()).collect::<Vec<_>>()),
        }
    }
}

/// The letters of a state of one country, which keeps one time in all of them.
fn of_country(state: &str, countries: &[&str], namesake: Option<&'static str>) -> StateMeaning {
    let having: Vec<&str> = countries.iter().copied().filter(|country| is_state_of(country, state)).collect();
    let name = |code: &str| Regions::of(code).country;
    match having[..] {
        [country] => match name(country) {
            Some(label) => {
                let note = namesake.map(|other| {
                    let label = format!("a part of {label}");
                    read_as(state, &label, &[other.to_owned()])
                });
                StateMeaning::Known { label: label.to_owned(), note }
            }
            None => StateMeaning::AsWritten,
        },
        [] => StateMeaning::AsWritten,
        _ => {
            let names: Vec<String> = having.into_iter().filter_map(name).map(str::to_owned).collect();
            unclear(state, &names)
        }
    }
}

fn read_as(state: &str, label: &str, others: &[String]) -> Arc<str> {
    let others = Listed::new(others, " and ");
    format!("{} is read as {label}; there is also {others}", Quoted(state)).into()
}

fn unclear(state: &str, several: &[String]) -> StateMeaning {
    let message = format!("{} may be {}", Quoted(state), Listed::new(several, " or "));
    let help = "write the name instead of letters, or name the country in a column `country`";
    StateMeaning::Unclear(Fault::error("ambiguous-zone", message, help))
}

#[cfg(all(test, feature = "places"))]
mod tests {
    use super::*;

    #[test]
    fn letters_below_a_header_of_states_are_those_of_a_state() {
        let read = |state: &str, column: StateColumn| match StateMeaning::of(state, column) {
            StateMeaning::AsWritten => "as written".to_owned(),
            StateMeaning::Known { label, note } => {
                format!("{label}{}", if note.is_some() { ", said" } else { "" })
            }
            StateMeaning::Unclear(fault) => fault.message.to_string(),
        };
        let english = StateColumn::English;
        for (state, column, expected) in [
            ("IN", english, "Indiana, United States, said"),
            ("DE", english, "Delaware, United States, said"),
            ("GA", english, "Georgia, United States, said"),
            ("Georgia", english, "Georgia, United States, said"),
            ("TX", english, "Texas, United States"),
            ("CT", english, "Connecticut, United States"),
            ("NL", english, "Newfoundland and Labrador, Canada, said"),
            ("ON", english, "Ontario, Canada"),
            ("NSW", english, "New South Wales, Australia"),
            ("WA", english, "`WA` may be Washington, United States or Western Australia, Australia"),
            ("SP", english, "as written"),
            ("ES", english, "`ES` may be Espírito Santo, Brazil or Spain"),
            ("FR", english, "as written"),
            ("ES", StateColumn::Brazil, "Espírito Santo, Brazil, said"),
            ("IN", StateColumn::Region, "`IN` may be Indiana, United States or India"),
            ("FR", StateColumn::Region, "as written"),
            ("TX", StateColumn::Region, "as written"),
            ("TH", StateColumn::Of(&["DE"]), "Germany, said"),
            ("BY", StateColumn::Of(&["DE"]), "Germany, said"),
            ("TO", StateColumn::Of(&["IT"]), "Italy, said"),
            ("Bayern", StateColumn::Of(&["DE"]), "as written"),
        ] {
            assert_eq!(read(state, column), expected, "{state} {column:?}");
        }
    }
}
