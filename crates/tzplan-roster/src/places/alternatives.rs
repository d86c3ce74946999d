//! Several places in one label.

use super::error::Reason;
use super::label;
use super::resolution::Answer;
use super::resolver::Resolver;

impl Resolver<'_> {
    /// `UK, Ireland, Lisbon Time`, `(UTC+02:00) Athens, Bucharest`: places of one clock, as calendars list
    /// them under the name of a time. Without such a name they are places of which somebody is in one.
    pub(super) fn listed_under_a_time(&self, text: &str) -> Option<Answer> {
        let behind = text.strip_suffix(" Time").map(|list| (list, None));
        let offset = || {
            let (offset, list) = text.strip_prefix('(')?.split_once(')')?;
            let found = self.time_label(offset);
            (found.times.len() == 1 && found.rest.is_empty()).then_some((list, Some(found)))
        };
        let (list, time) = behind.or_else(offset)?;
        let pieces: Vec<&str> = list.split(',').map(str::trim).collect();
        let mut places = Vec::new();
        for piece in pieces.iter().filter(|_| pieces.len() > 1) {
            places.push(match (self.one(piece)?, &time) {
                (Ok(place), _) => place,
                // `Athens` is in Georgia, too, but not at UTC+2.
                (Err((Reason::Ambiguous, several)), Some(time)) => {
                    self.of_one_clock(piece, self.that_fit(&several, time)).ok()?
                }
                _ => return None,
            });
        }
        let (first, others) = places.split_first()?;
        let is_one_clock = others.iter().all(|other| self.years.agree(&first.zone, &other.zone));
        let fits = time.is_none_or(|time| self.fits_all(&first.zone, &time));
        (is_one_clock && fits).then(|| Ok(first.clone()))
    }

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
