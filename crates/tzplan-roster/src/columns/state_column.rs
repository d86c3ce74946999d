//! Columns of states, and whose states their headers mean.

use super::meaning::meaning;
use super::synonym::fold;

/// Whose states stand below a header.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum StateColumn {
    /// States and provinces, in English.
    #[default]
    English,
    /// Those of Brazil: `UF`.
    Brazil,
    /// States of one of these countries, by their codes: `Bundesland`.
    Of(&'static [&'static str]),
    /// Regions, which may be countries, too.
    Region,
}

/// Headers of states that name their countries, folded.
const COUNTRIES: [(&str, &[&str]); 6] = [
    ("bundesland", &["DE"]),
    ("kanton", &["CH"]),
    ("canton", &["CH"]),
    ("provincia", &["IT"]),
    ("provinz", &["CH", "IT"]),
    ("राज्य", &["IN"]),
];

impl StateColumn {
    pub(crate) fn of(header: &str) -> Self {
        let folded = fold(header);
        if matches!(&*folded, "uf" | "estado") {
            return Self::Brazil;
        }
        if let Some((_, countries)) = COUNTRIES.iter().find(|(known, _)| *known == folded) {
            return Self::Of(countries);
        }
        let is_vague = meaning(header).is_some_and(|(_, rank)| rank > 0);
        let is_region = ["reg", "rég", "рег"].iter().any(|word| folded.contains(word));
        if is_vague || is_region { Self::Region } else { Self::English }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_whose_states_are_below() {
        for (header, expected) in [
            ("State", StateColumn::English),
            ("State/Province", StateColumn::English),
            ("UF", StateColumn::Brazil),
            ("Bundesland", StateColumn::Of(&["DE"])),
            ("Region", StateColumn::Region),
            ("Région", StateColumn::Region),
        ] {
            assert_eq!(StateColumn::of(header), expected, "{header}");
        }
    }
}
