//! Whom the events of a team's calendar are about.
//!
//! The name in an event's summary decides, whole names before first names; else the addresses of who attends
//! it, or of who organised it. Two people whom a first name may mean are told apart by these addresses, or
//! not at all.

use rustc_hash::FxHashMap;

use super::event::Event;
use super::person::IcsPerson;
use super::words::{is_no_absence, is_word_of_every_day, joins_names, says_nothing_of_names, words};

/// Whom an event is about, as places among the people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meant {
    These(Vec<usize>),
    /// One of them, or none.
    OneOf(Vec<usize>),
    Nobody,
    /// The event is about somebody, but no absence.
    NoAbsence,
    /// They declined it.
    Declined,
}

/// The people of a team by the words of their names, and by their addresses.
pub(super) struct People<'a> {
    names: Vec<Vec<String>>,
    /// By any word of the name.
    by_word: FxHashMap<&'a str, Vec<usize>>,
    by_email: FxHashMap<String, usize>,
}

/// Names that begin at a word of a summary: whose they may be, how sure that is, and how many words they
/// take.
struct Named {
    people: Vec<usize>,
    at: usize,
    words: usize,
    /// More than a first name.
    is_whole: bool,
}

/// The words of the people's names, to be kept while they are [looked up](People).
pub(super) fn words_of(people: &[IcsPerson<'_>]) -> Vec<Vec<String>> {
    people.iter().map(|person| words(person.name)).collect()
}

impl<'a> People<'a> {
    pub(super) fn new(people: &[IcsPerson<'_>], names: &'a [Vec<String>]) -> Self {
        let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (place, name) in names.iter().enumerate() {
            for word in name {
                let known = by_word.entry(word).or_default();
                if known.last() != Some(&place) {
                    known.push(place);
                }
            }
        }
        let emails = people.iter().enumerate().filter_map(|(place, person)| Some((person.email?, place)));
        let by_email = emails.map(|(email, place)| (folded(email), place)).collect();
        Self { names: names.to_vec(), by_word, by_email }
    }

    /// Whom an event is about.
    pub(super) fn of(&self, event: &Event) -> Meant {
        let text = words(&event.title);
        let declined = |person: &usize| {
            event.attendees.iter().any(|(email, declined)| *declined && self.email(email) == Some(*person))
        };
        let meant = match self.named(&text) {
            Meant::Nobody => self.invited(event),
            Meant::OneOf(people) => {
                let invited = match self.invited(event) {
                    Meant::These(invited) => invited,
                    _ => Vec::new(),
                };
                match people.iter().filter(|person| invited.contains(person)).collect::<Vec<_>>().as_slice() {
                    [only] => Meant::These(vec![**only]),
                    _ => Meant::OneOf(people),
                }
            }
            meant => meant,
        };
        match meant {
            Meant::These(_) if is_no_absence(&text) => Meant::NoAbsence,
            Meant::These(mut people) => {
                people.retain(|person| !declined(person));
                if people.is_empty() { Meant::Declined } else { Meant::These(people) }
            }
            meant => meant,
        }
    }

    /// Whom the words of a summary name.
    fn named(&self, text: &[String]) -> Meant {
        let mut found: Vec<Named> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            match self.at(text, at) {
                Some(named) => {
                    at += named.words;
                    found.push(named);
                }
                None => at += 1,
            }
        }
        // A whole name is surer than first names beside it, which may be of whoever covers.
        let joined = |one: &Named, next: &Named| {
            text[one.at + one.words..next.at].iter().all(|word| joins_names(word))
        };
        let all_joined = found.windows(2).all(|pair| joined(&pair[0], &pair[1]));
        let everybody = || {
            let mut people: Vec<usize> = found.iter().flat_map(|named| named.people.clone()).collect();
            people.sort_unstable();
            people.dedup();
            people
        };
        // A first name beside a word that is unknown may be that of somebody who is not on the team.
        let stands_alone = |named: &Named| {
            let before = named.at.checked_sub(1).and_then(|at| text.get(at));
            let beside = [before, text.get(named.at + named.words)];
            let is_word = is_word_of_every_day(&text[named.at]);
            !is_word && beside.into_iter().flatten().all(|word| says_nothing_of_names(word))
        };
        let is_sure = |named: &Named| named.people.len() == 1 && (named.is_whole || stands_alone(named));
        match found.as_slice() {
            [] => Meant::Nobody,
            found if all_joined && found.iter().all(is_sure) => Meant::These(everybody()),
            _ if everybody().len() == 1 && found.iter().any(is_sure) => Meant::These(everybody()),
            _ => Meant::OneOf(everybody()),
        }
    }

    /// The longest name that begins at a word.
    fn at(&self, text: &[String], at: usize) -> Option<Named> {
        let known = self.by_word.get(text[at].as_str())?;
        let rest = &text[at..];
        let begins = |name: &[String]| rest.len() >= name.len() && rest[..name.len()] == *name;
        let whole = |person: &usize| -> usize {
            let name = &self.names[*person];
            let (Some(first), Some(last)) = (name.first(), name.last()) else { return 0 };
            if name.len() < 2 {
                return 0;
            }
            let turned: Vec<String> = name[1..].iter().chain([first]).cloned().collect();
            let short = [first.clone(), last.clone()];
            let backwards = [last.clone(), first.clone()];
            let listed = [last.clone(), ",".to_owned(), first.clone()];
            let spellings: [&[String]; 5] = [name, &turned, &short, &backwards, &listed];
            spellings.into_iter().filter(|name| begins(name)).map(<[String]>::len).max().unwrap_or(0)
        };
        let longest = known.iter().map(whole).max().unwrap_or(0);
        if longest > 0 {
            let people = known.iter().filter(|person| whole(person) == longest).copied().collect();
            return Some(Named { people, at, words: longest, is_whole: true });
        }
        let is_first = |person: &&usize| self.names[**person].first() == Some(&text[at]);
        let people: Vec<usize> = known.iter().filter(is_first).copied().collect();
        // `Ana S` and `Ana S.`
        let letter = rest.get(1).filter(|word| word.chars().count() == 1);
        let initial = letter.map_or_else(Vec::new, |letter| {
            let has = |person: &&usize| {
                self.names[**person][1..].iter().any(|word| word.starts_with(letter.as_str()))
            };
            people.iter().filter(has).copied().collect::<Vec<_>>()
        });
        match (initial.is_empty(), people.is_empty()) {
            (false, _) => Some(Named { people: initial, at, words: 2, is_whole: true }),
            (true, false) => Some(Named { people, at, words: 1, is_whole: false }),
            (true, true) => None,
        }
    }

    /// Who attends an event, or who organised it where none of them is known.
    fn invited(&self, event: &Event) -> Meant {
        let mut people: Vec<usize> =
            event.attendees.iter().filter_map(|(email, _)| self.email(email)).collect();
        if people.is_empty() {
            people.extend(event.organizer.as_deref().and_then(|email| self.email(email)));
        }
        people.sort_unstable();
        people.dedup();
        if people.is_empty() { Meant::Nobody } else { Meant::These(people) }
    }

    fn email(&self, email: &str) -> Option<usize> {
        self.by_email.get(&folded(email)).copied()
    }
}

fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}
