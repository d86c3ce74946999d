//! What stands beside a place: a time it is held to, or another place.

use tzplan::Zone;

use super::error::{Candidate, Reason};
use super::resolution::{Answer, How, Resolution};
use super::resolver::Resolver;
use super::{label, time_names};

impl Resolver<'_> {
    /// `Berlin (CET)`, `India, UTC+5:30`: the place, held to what stands beside it.
    pub(super) fn with_hints(&self, text: &str) -> Option<Answer> {
        let parts = label::parts(text);
        let named = parts.first().is_some_and(|part| time_names::of_long_name(&part.folded).is_some());
        let is_hint = |part: &label::Part| {
            // `ET` is Ethiopia's code too, but not behind `Eastern Time`.
            let least = if named { 2 } else { 3 };
            let letters = part.text.len() >= least && part.text.bytes().all(|b| b.is_ascii_uppercase());
            (letters || part.text.contains(|c: char| c.is_ascii_digit()))
                && matches!(
                    self.code(&part.text),
                    Some(Ok(Resolution { how: How::Abbreviation | How::Offset, .. }) | Err(_))
                )
        };
        let (hints, rest): (Vec<_>, Vec<_>) = parts.into_iter().partition(is_hint);
        if hints.is_empty() || rest.is_empty() {
            return None;
        }
        let rest: Vec<String> = rest.into_iter().map(|part| part.text).collect();
        let answer = self.one(&rest.join(", "))?;
        Some(
            hints
                .iter()
                .fold(answer, |answer, hint| answer.and_then(|found| self.at_offset(found, &hint.text))),
        )
    }

    /// `UTC+5:30 (IST)`: of the meanings of the abbreviation, those that are ever at the offset.
    pub(super) fn time_twice(&self, text: &str) -> Option<Answer> {
        let parts = label::parts(text);
        let [one, other] = &parts[..] else { return None };
        let offset_and_name = |a: &label::Part, b: &label::Part| match self.code(&a.text)? {
            Ok(offset) if offset.how == How::Offset => {
                Some((offset.zone.fixed_offset_seconds()?, self.code(&b.text)?))
            }
            _ => None,
        };
        let (first, second) = (offset_and_name(one, other), offset_and_name(other, one));
        let (seconds, named) = first.or(second)?;
        let fits = |zone: &Zone| self.years.has_offset(zone, seconds);
        match named {
            Ok(found) if found.how == How::Abbreviation => Some(if fits(&found.zone) {
                Ok(found)
            } else {
                Err((Reason::Contradiction, vec![found.candidate()]))
            }),
            Err((Reason::Ambiguous, several)) => {
                let zone = |candidate: &Candidate| self.tzdb.zone(&candidate.zone).ok();
                let left: Vec<Candidate> = several
                    .iter()
                    .filter(|candidate| zone(candidate).is_some_and(|zone| fits(&zone)))
                    .cloned()
                    .collect();
                Some(match left.is_empty() {
                    true => Err((Reason::Contradiction, several)),
                    false => self.of_one_clock(text, left),
                })
            }
            _ => None,
        }
    }

    /// A zone that is ever at the offset, or keeps the time, that the label also gives.
    pub(super) fn at_offset(&self, found: Resolution, hint: &str) -> Answer {
        let zones = match self.code(hint) {
            Some(Ok(other)) => vec![other.zone],
            Some(Err((Reason::Ambiguous, several))) => {
                several.iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok()).collect()
            }
            _ => return Ok(found),
        };
        let fits = |zone: &Zone| match zone.fixed_offset_seconds() {
            Some(seconds) => self.years.has_offset(&found.zone, seconds),
            None => self.years.agree(zone, &found.zone),
        };
        if zones.iter().any(fits) {
            return Ok(found);
        }
        Err((Reason::Contradiction, vec![found.candidate()]))
    }

    /// `Berlin / Lisbon`: refused, unless the clocks of all agree.
    #[cfg(feature = "places")]
    pub(super) fn several_places(&self, text: &str) -> Option<Answer> {
        let pieces = label::alternatives(text);
        let area = text.split_once('/').map(|(area, _)| format!("{}/", area.trim().to_lowercase()));
        let is_area = |area: String| self.tzdb.ids().any(|id| id.to_lowercase().starts_with(&area));
        if area.is_some_and(is_area) {
            return None;
        }
        if let [only] = &pieces[..] {
            return if only == text { None } else { self.code(only).or_else(|| self.one(only)) };
        }
        let reader = self.reader();
        let parts: Vec<label::Part> = pieces.iter().map(|piece| label::Part::new(piece)).collect();
        if let Some(strict) = reader.read_strictly(text, &parts) {
            return Some(strict);
        }
        let found: Vec<Answer> =
            pieces.iter().filter_map(|piece| self.code(piece).or_else(|| self.one(piece))).collect();
        if found.is_empty() {
            return None;
        }
        if found.len() < pieces.len() {
            let answer = reader.several(found);
            let candidates = match answer {
                Ok(found) => vec![found.candidate()],
                Err((_, candidates)) => candidates,
            };
            return Some(Err((Reason::SeveralPlaces, candidates)));
        }
        Some(reader.several(found))
    }
}
