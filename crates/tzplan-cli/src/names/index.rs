//! The members of a team by their names: each look-up takes as long in a team of a million as in one of ten.

use std::collections::HashMap;

use tzplan::Team;

/// Places of members, by name.
pub(super) struct Index<'a> {
    exact: HashMap<&'a str, Vec<usize>>,
    /// Names in small letters, every blank alike, in order; of equal ones in roster order.
    folded: Vec<(String, usize)>,
}

impl<'a> Index<'a> {
    pub(super) fn of(team: &'a Team) -> Self {
        let mut exact: HashMap<&str, Vec<usize>> = HashMap::new();
        for member in team.members() {
            exact.entry(member.name()).or_default().push(member.index());
        }
        let mut folded: Vec<(String, usize)> =
            team.members().map(|member| (fold(member.name()), member.index())).collect();
        folded.sort_unstable();
        Self { exact, folded }
    }

    /// All who have exactly this name, in roster order.
    pub(super) fn exact(&self, name: &str) -> &[usize] {
        self.exact.get(name).map_or(&[], Vec::as_slice)
    }

    /// All who have it whatever its case, in roster order.
    pub(super) fn whatever_the_case(&self, name: &str) -> impl ExactSizeIterator<Item = usize> {
        let name = fold(name);
        let first = self.folded.partition_point(|(known, _)| *known < name);
        let count = self.folded[first..].partition_point(|(known, _)| *known == name);
        self.folded[first..first + count].iter().map(|(_, place)| *place)
    }

    /// All whose names begin with these words, whatever the case; in no order.
    pub(super) fn of_first_name(&self, words: &str) -> impl ExactSizeIterator<Item = usize> {
        let words = fold(words) + " ";
        let first = self.folded.partition_point(|(known, _)| *known < words);
        let count = self.folded[first..].partition_point(|(known, _)| known.starts_with(&words));
        self.folded[first..first + count].iter().map(|(_, place)| *place)
    }
}

fn fold(name: &str) -> String {
    name.to_lowercase().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use tzplan::{Member, Zone};

    use super::*;

    #[test]
    fn names_are_found_exactly_by_case_and_by_first_name() {
        let mut team = Team::new();
        for name in ["Ana Lima", "ana lima", "ANA Roth", "Anabel", "Ana\u{a0}Sá", "Bo"] {
            team.add(Member::new(name, Zone::UTC));
        }
        let index = Index::of(&team);
        assert_eq!((index.exact("Ana Lima"), index.exact("ANA LIMA")), (&[0][..], &[][..]));
        assert_eq!(index.whatever_the_case("ANA LIMA").collect::<Vec<_>>(), [0, 1]);
        assert_eq!((index.whatever_the_case("an").len(), index.whatever_the_case("bo").len()), (0, 1));
        let mut first: Vec<usize> = index.of_first_name("ana").collect();
        first.sort_unstable();
        assert_eq!(first, [0, 1, 2, 4]);
        assert_eq!((index.of_first_name("ana l").len(), index.of_first_name("bo").len()), (0, 0));
    }
}
