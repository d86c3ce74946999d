//! Labels without commas: `Brooklyn NY USA`, `Berlin Germany`.

use super::super::gazetteer::Subject;
use super::super::label::{Part, alternatives, without_frills};
use super::super::place_words::WordKind;
use super::super::script::is_native;
use super::reader::{Meaning, PlaceReader};

impl PlaceReader<'_> {
    /// `Brooklyn NY USA` as its parts, where the words behind are a state or a country.
    pub(crate) fn words(&self, part: Part) -> Vec<Part> {
        if self.is_known(&part) {
            return vec![part];
        }
        if let Some(known) = self.spelled_out(&part) {
            return vec![known];
        }
        let words: Vec<&str> = part.text.split(' ').collect();
        if words.len() < 2 || alternatives(&part.text).len() > 1 {
            return vec![part];
        }
        if let Some(plain) = without_frills(&part.text).map(Part::new).filter(|plain| self.is_known(plain)) {
            return vec![plain];
        }
        for at in 1..words.len() {
            // `New England` is in no England, `Easter Island` is no Iceland.
            if words[..at].iter().all(|word| is_no_name(word)) || is_kind(words[at]) && words.len() - at == 1
            {
                continue;
            }
            let behind = Part::new(&words[at..].join(" "));
            // `Южная Георгия`: words of other scripts are not known for what they are.
            if is_native(&part.text) && !self.is_known(&Part::new(&words[..at].join(" "))) {
                continue;
            }
            let is_region = if behind.is_capitals() || behind.text.len() > 3 {
                !self.regions(&behind).is_empty()
            } else {
                // `austin tx`, but not `London or`.
                let front = Part::new(&words[..at].join(" "));
                self.meanings(&behind).iter().any(|m| matches!(m.subject, Subject::Country(_)))
                    || self
                        .fitting(&front, std::slice::from_ref(&behind))
                        .iter()
                        .any(|m| matches!(m.subject, Subject::City(_)))
            };
            if is_region {
                let mut parts = self.words(Part::new(&words[..at].join(" ")));
                parts.push(behind);
                return parts;
            }
        }
        for at in (1..words.len()).rev() {
            if is_kind(words[0]) || words[at..].iter().any(|word| is_kind(word)) {
                continue;
            }
            let front = Part::new(&words[..at].join(" "));
            let is_country = |meaning: &Meaning| matches!(meaning.subject, Subject::Country(_));
            if self.meanings(&front).iter().any(is_country) {
                return vec![front, Part::new(&words[at..].join(" "))];
            }
        }
        vec![part]
    }

    /// `Mt. View`, `Solomon Is.`, `Midway Island`: an unknown name, where another spelling of its first or
    /// last word makes it known.
    fn spelled_out(&self, part: &Part) -> Option<Part> {
        let others = [
            part.folded.strip_prefix("mount ").map(|rest| format!("mountain {rest}")),
            part.folded.strip_suffix(" is").map(|rest| format!("{rest} islands")),
            part.folded.strip_suffix(" island").map(|rest| format!("{rest} islands")),
            part.folded.strip_suffix(" islands").map(|rest| format!("{rest} island")),
        ];
        let parts = others.into_iter().flatten().map(|folded| Part { text: part.text.clone(), folded });
        parts.into_iter().find(|part| self.is_known(part))
    }
}

fn is_no_name(word: &str) -> bool {
    // `LA California`
    let capitals = word.bytes().all(|b| b.is_ascii_uppercase());
    !capitals && WordKind::Particle.has(&word.to_lowercase())
}

fn is_kind(word: &str) -> bool {
    WordKind::Kind.has(&word.to_lowercase())
}
