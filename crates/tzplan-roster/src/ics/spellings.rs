//! How people's names may be written in a summary, word by word.

use rustc_hash::FxHashMap;

use crate::work::steps;

/// Names of more words are not looked for as a whole.
const MOST_WORDS: usize = 16;

/// The spellings of all names, sharing what they begin with: finding one takes a step a word, however many
/// people there are.
pub(super) struct Spellings<'a> {
    next: FxHashMap<(usize, &'a str), usize>,
    /// Whose name ends at each node, in their order; 0 is where all begin.
    people: Vec<Vec<usize>>,
    /// By first name.
    by_first: FxHashMap<&'a str, Vec<usize>>,
    /// By first name and the first letter of another one.
    by_initial: FxHashMap<(&'a str, char), Vec<usize>>,
}

impl<'a> Spellings<'a> {
    /// Of people's names, each as its words.
    pub(super) fn of(names: &'a [Vec<String>]) -> Self {
        let (next, by_first, by_initial) = Default::default();
        let mut all = Self { next, people: vec![Vec::new()], by_first, by_initial };
        for (person, name) in names.iter().enumerate() {
            let [first, others @ ..] = &name[..] else { continue };
            push(all.by_first.entry(first.as_str()).or_default(), person);
            for letter in others.iter().filter_map(|word| word.chars().next()) {
                push(all.by_initial.entry((first.as_str(), letter)).or_default(), person);
            }
            let Some(last) = others.last().map(String::as_str) else { continue };
            let first = first.as_str();
            // `Ana Lima`, `Lima Ana`, `Lima, Ana`
            all.add(person, [first, last]);
            all.add(person, [last, first]);
            all.add(person, [last, ",", first]);
            if name.len() <= MOST_WORDS {
                all.add(person, name.iter().map(String::as_str));
                all.add(person, others.iter().map(String::as_str).chain([first]));
            }
        }
        all
    }

    fn add(&mut self, person: usize, words: impl IntoIterator<Item = &'a str>) {
        let mut node = 0;
        for word in words {
            let new = self.people.len();
            node = *self.next.entry((node, word)).or_insert(new);
            if node == new {
                self.people.push(Vec::new());
            }
        }
        push(&mut self.people[node], person);
    }

    /// Whose whole name is the longest one with which a text begins, and of how many words.
    pub(super) fn longest(&self, text: &'a [String]) -> Option<(&[usize], usize)> {
        let (mut node, mut found) = (0, None);
        for (place, word) in text.iter().enumerate() {
            steps(1);
            let Some(next) = self.next.get(&(node, word.as_str())) else { break };
            node = *next;
            if !self.people[node].is_empty() {
                found = Some((&self.people[node][..], place + 1));
            }
        }
        found
    }

    /// Who has a first name.
    pub(super) fn of_first(&self, word: &str) -> &[usize] {
        self.by_first.get(word).map_or(&[], Vec::as_slice)
    }

    /// Who has a first name, and another that begins with a letter.
    pub(super) fn of_initial(&self, word: &'a str, letter: char) -> &[usize] {
        self.by_initial.get(&(word, letter)).map_or(&[], Vec::as_slice)
    }
}

/// People come in order.
fn push(people: &mut Vec<usize>, person: usize) {
    if people.last() != Some(&person) {
        people.push(person);
    }
}
