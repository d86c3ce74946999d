//! Several places in one label.

use super::error::Reason;
use super::label;
use super::resolution::Answer;
use super::resolver::Resolver;

impl Resolver<'_> {
    /// `Berlin / Lisbon`: refused, unless the clocks of all agree.
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
            let mut candidates = match answer {
                Ok(found) => vec![found.candidate()],
                Err((_, candidates)) => candidates,
            };
            let unknown =
                pieces.iter().filter(|piece| self.code(piece).or_else(|| self.one(piece)).is_none());
            candidates.extend(unknown.filter_map(|piece| self.near_places(piece).into_iter().next()));
            return Some(Err((Reason::SeveralPlaces, candidates)));
        }
        Some(reader.several(found))
    }
}
