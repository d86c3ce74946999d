//! What the text of a column of states may mean: states, and countries of the same letters or name.

/// A state.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct RegionName {
    /// The country that it is in: its two letters.
    pub(crate) country: &'static str,
    /// In words that are read as it: `Indiana, United States`.
    pub(crate) label: String,
}

/// The states and the country that letters or a name stand for; none without the feature `places`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Regions {
    pub(crate) states: Vec<RegionName>,
    pub(crate) country: Option<&'static str>,
}

/// Whether a country has a state of these letters.
pub(crate) fn is_state_of(country: &str, letters: &str) -> bool {
    #[cfg(feature = "places")]
    return super::reading::has_code(country, letters);
    #[cfg(not(feature = "places"))]
    {
        let _ = (country, letters);
        false
    }
}

#[cfg(feature = "places")]
impl Regions {
    pub(crate) fn of(text: &str) -> Self {
        use super::fold::fold;
        use super::gazetteer::{Gazetteer, Subject};
        let table = Gazetteer::get();
        let mut found = Self::default();
        let named = table.named(&fold(text)).map(|(subject, _)| subject).collect::<Vec<_>>();
        let mut all: Vec<Subject> = table.coded(text).iter().copied().chain(named).collect();
        all.sort_by_key(|subject| std::cmp::Reverse(table.population(*subject)));
        for subject in all {
            match subject {
                Subject::State(index) if table.state(index).has_letters() => {
                    let country = table.country(table.state(index).country).code;
                    let label = table.describe(subject);
                    let region = RegionName { country, label };
                    if !found.states.contains(&region) {
                        found.states.push(region);
                    }
                }
                Subject::Country(index) => found.country = Some(table.country(index).name),
                _ => {}
            }
        }
        found
    }
}

#[cfg(not(feature = "places"))]
impl Regions {
    pub(crate) fn of(_: &str) -> Self {
        Self::default()
    }
}

#[cfg(all(test, feature = "places"))]
mod tests {
    use super::*;

    #[test]
    fn letters_are_states_and_countries() {
        let found = |text: &str| {
            let Regions { states, country } = Regions::of(text);
            let states: Vec<String> = states.into_iter().map(|state| state.label).collect();
            (states.join("; "), country.unwrap_or_default())
        };
        assert_eq!(found("IN"), ("Indiana, United States".to_owned(), "India"));
        assert_eq!(found("Georgia"), ("Georgia, United States".to_owned(), "Georgia"));
        assert_eq!(found("TX"), ("Texas, United States".to_owned(), ""));
        assert_eq!(found("FR"), (String::new(), "France"));
        assert_eq!(found("WA").0, "Washington, United States; Western Australia, Australia");
    }
}
