//! Whom the events of a team's calendar are about.
//!
//! The name in an event's summary decides, whole names before first names; else the addresses of who attends
//! it, or of who organised it. Two people whom a first name may mean are told apart by these addresses, or
//! not at all.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::event::Event;
use super::person::IcsPerson;
use super::spellings::Spellings;
use super::words::{
    is_away, is_between, is_no_absence, is_word_of_every_day, joins_names, says_nothing_of_names, words,
    words_for_being_there,
};
use crate::work::steps;

/// Whom an event is about, as places among the people.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Meant<'s> {
    These(Vec<usize>),
    /// One of them, or none.
    OneOf(Cow<'s, [usize]>),
    Nobody,
    /// The event is about somebody, but no absence.
    NoAbsence,
    /// They declined it.
    Declined,
}

/// The people of a team by the words of their names, and by their addresses.
pub(super) struct People<'a> {
    spellings: Spellings<'a>,
    by_email: FxHashMap<String, usize>,
}

/// Names that begin at a word of a summary: whose they may be, how sure that is, and how many words they
/// take.
struct Named<'s> {
    /// In their order.
    people: &'s [usize],
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
        let emails = people.iter().enumerate().filter_map(|(place, person)| Some((person.email?, place)));
        let by_email = emails.map(|(email, place)| (folded(email), place)).collect();
        Self { spellings: Spellings::of(names), by_email }
    }

    /// Whom an event is about; `text` are the words of its summary.
    pub(super) fn of<'s>(&'s self, event: &Event, text: &'s [String]) -> Meant<'s> {
        let meant = match self.named(text) {
            Meant::Nobody => match self.invited(event) {
                invited if invited.is_empty() => Meant::Nobody,
                invited => Meant::These(invited),
            },
            Meant::OneOf(people) => {
                let mut invited = self.invited(event);
                invited.retain(|person| people.binary_search(person).is_ok());
                if invited.len() == 1 { Meant::These(invited) } else { Meant::OneOf(people) }
            }
            meant => meant,
        };
        match meant {
            Meant::These(_) if is_no_absence(text) || self.are_there(text) => Meant::NoAbsence,
            Meant::These(mut people) => {
                let declined = event.attendees.iter().filter(|(_, declined)| *declined);
                let declined: FxHashSet<usize> =
                    declined.filter_map(|(email, _)| self.email(email)).collect();
                people.retain(|person| !declined.contains(person));
                if people.is_empty() { Meant::Declined } else { Meant::These(people) }
            }
            meant => meant,
        }
    }

    /// Whether a summary says that somebody is there, and nothing else: `Ana: first day`, but not `Ana skiing,
    /// first day`.
    fn are_there(&self, text: &[String]) -> bool {
        let (mut at, mut is_said) = (0, false);
        while at < text.len() {
            at += match words_for_being_there(&text[at..]) {
                Some(words) => {
                    is_said = true;
                    words
                }
                None if is_between(&text[at]) => 1,
                None => match self.at(text, at) {
                    Some(named) => named.words,
                    None => return false,
                },
            };
        }
        is_said
    }

    /// Whether a summary says that somebody is away, or nothing but who: `Ana out`, `Ana & Ben (2 days)`, but
    /// not `Ana: conference`.
    pub(super) fn are_away(&self, text: &[String]) -> bool {
        let (mut at, mut is_all_read) = (0, true);
        while at < text.len() {
            if is_away(&text[at]) {
                return true;
            }
            let named = self.at(text, at).map(|named| named.words);
            is_all_read &= named.is_some() || says_nothing_of_names(&text[at]);
            at += named.unwrap_or(1);
        }
        is_all_read
    }

    /// Whom the words of a summary name.
    fn named<'s>(&'s self, text: &'s [String]) -> Meant<'s> {
        let mut found: Vec<Named<'s>> = Vec::new();
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
        let joined = |one: &Named<'_>, next: &Named<'_>| {
            text[one.at + one.words..next.at].iter().all(|word| joins_names(word))
        };
        let all_joined = found.windows(2).all(|pair| joined(&pair[0], &pair[1]));
        // A first name beside a word that is unknown may be that of somebody who is not on the team.
        let stands_alone = |named: &Named<'_>| {
            let before = named.at.checked_sub(1).and_then(|at| text.get(at));
            let beside = [before, text.get(named.at + named.words)];
            let is_word = is_word_of_every_day(&text[named.at]);
            !is_word && beside.into_iter().flatten().all(|word| says_nothing_of_names(word))
        };
        let is_sure = |named: &Named<'_>| named.people.len() == 1 && (named.is_whole || stands_alone(named));
        let people = everybody(&found);
        match found.as_slice() {
            [] => Meant::Nobody,
            found if all_joined && found.iter().all(is_sure) => Meant::These(people.into_owned()),
            _ if people.len() == 1 && found.iter().any(is_sure) => Meant::These(people.into_owned()),
            _ => Meant::OneOf(people),
        }
    }

    /// The longest name that begins at a word.
    fn at<'s>(&'s self, text: &'s [String], at: usize) -> Option<Named<'s>> {
        let (word, rest) = (text[at].as_str(), &text[at..]);
        if let Some((people, words)) = self.spellings.longest(rest) {
            return Some(Named { people, at, words, is_whole: true });
        }
        // `Ana S` and `Ana S.`
        let mut letters = rest.get(1).into_iter().flat_map(|word| word.chars());
        let initial = match (letters.next(), letters.next()) {
            (Some(letter), None) => self.spellings.of_initial(word, letter),
            _ => &[],
        };
        if !initial.is_empty() {
            return Some(Named { people: initial, at, words: 2, is_whole: true });
        }
        let people = self.spellings.of_first(word);
        (!people.is_empty()).then_some(Named { people, at, words: 1, is_whole: false })
    }

    /// Who attends an event, or who organised it where none of them is known: in their order.
    fn invited(&self, event: &Event) -> Vec<usize> {
        let mut people: Vec<usize> =
            event.attendees.iter().filter_map(|(email, _)| self.email(email)).collect();
        if people.is_empty() {
            people.extend(event.organizer.as_deref().and_then(|email| self.email(email)));
        }
        people.sort_unstable();
        people.dedup();
        people
    }

    fn email(&self, email: &str) -> Option<usize> {
        self.by_email.get(&folded(email)).copied()
    }
}

/// All of some names' people, in their order. Many names of a summary may be one.
fn everybody<'s>(found: &[Named<'s>]) -> Cow<'s, [usize]> {
    let mut lists: Vec<&[usize]> = found.iter().map(|named| named.people).collect();
    lists.sort_by_key(|list| list.as_ptr());
    lists.dedup_by_key(|list| list.as_ptr());
    match lists[..] {
        [] => Cow::Borrowed(&[]),
        [only] => Cow::Borrowed(only),
        _ => {
            let mut people = lists.concat();
            steps(people.len());
            // Which merges lists that are in order.
            people.sort();
            people.dedup();
            Cow::Owned(people)
        }
    }
}

fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}
