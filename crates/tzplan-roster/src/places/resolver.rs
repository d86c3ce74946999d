//! One label from its text to its zone: what is tried, in which order.

use tzplan::Tzdb;

use super::clocks::Years;
use super::error::{Candidate, PlaceError, Reason};
use super::fold::fold;
use super::links::without_links;
use super::place_words::{WordKind, is_no_place};
use super::resolution::{Answer, Resolution, ResolveOptions};
use super::{label, offset, suggestion};

/// Resolves labels. What is a code, what the table of places knows, and what stands beside a place are read
/// in files of their own.
pub(super) struct Resolver<'a> {
    pub(super) tzdb: &'a Tzdb,
    pub(super) years: Years,
    /// What labels mean by the caller's word.
    pub(super) read_as: &'a [(String, String)],
    /// Whether the names are looked for that a label without a meaning resembles, which takes time.
    pub(super) suggests: bool,
}

/// Longer labels are no zones, and are not compared with any.
const LONGEST_LABEL: usize = 128;

impl<'a> Resolver<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, options: &'a ResolveOptions) -> Self {
        Self { tzdb, years: Years::of(options.years, tzdb), read_as: &options.read_as, suggests: true }
    }

    pub(super) fn resolve(&self, label: &str) -> Result<Resolution, PlaceError> {
        let label = crate::text::clean(label);
        self.answer(&label).map_err(|(reason, candidates)| {
            let (reason, candidates) = match reason {
                Reason::SeveralTimes | Reason::Unknown => match self.offset_ranges(&label) {
                    ranges if ranges.is_empty() => (reason, candidates),
                    ranges => (Reason::Range(ranges), Vec::new()),
                },
                reason => (reason, candidates),
            };
            let label = crate::text::shorten(&label, LONGEST_LABEL).into_owned();
            PlaceError { label, reason, candidates }
        })
    }

    fn answer(&self, label: &str) -> Answer {
        if label.is_empty() {
            return Err((Reason::Empty, Vec::new()));
        }
        if label.len() > LONGEST_LABEL {
            return Err((Reason::Unknown, Vec::new()));
        }
        // Signs and slashes of ids and offsets are punctuation elsewhere: as written first.
        if let Some(found) = self.code(label) {
            return found;
        }
        if let Some(hours) = label::hours_beside(label) {
            return Err((Reason::WithHours(hours.to_owned()), Vec::new()));
        }
        let text = label::plain(&label::without_based(&without_links(&label::half_width(label))));
        let text = offset::from_moscow(&text).unwrap_or(text);
        let answer = if text == label { None } else { self.code(&text) };
        let inner = text.trim_matches(['(', ')', '[', ']', '{', '}', '`']);
        let answer = if inner == text { answer } else { answer.or_else(|| self.code(inner)) };
        let answer = answer.or_else(|| self.one(&text));
        let answer =
            answer.or_else(|| self.several_places(&text)).unwrap_or_else(|| Err(self.unknown(&text)));
        answer.or_else(|refusal| self.listed_under_a_time(&text).unwrap_or(Err(refusal)))
    }

    /// What a label means when it names one thing.
    pub(super) fn one(&self, text: &str) -> Option<Answer> {
        let folded = fold(text);
        // `Branch office` is in no town of that name.
        if is_no_place(&folded) || WordKind::Site.has(&text.to_lowercase()) {
            return Some(Err((Reason::Nowhere, Vec::new())));
        }
        self.windows(&folded)
            .or_else(|| self.long_name(&folded))
            .or_else(|| self.with_times(text))
            .or_else(|| self.place(text))
            .or_else(|| self.airport(text))
            .or_else(|| self.place(label::without_frills(text)?))
            .or_else(|| self.one(&label::without_postcode(text)?))
            .or_else(|| self.part_of_a_city(text))
            .or_else(|| self.native_address(text))
    }

    /// The names that a label without a meaning resembles.
    fn unknown(&self, text: &str) -> (Reason, Vec<Candidate>) {
        if !self.suggests {
            return (Reason::Unknown, Vec::new());
        }
        // The table of places has the cities that ids are named after.
        let is_place = cfg!(feature = "places") && !text.contains('/');
        let mut candidates =
            if is_place { self.near_places(text) } else { suggestion::candidates(self.tzdb, text) };
        // `Asia/Bangalore`: the right city in an id that does not exist.
        if candidates.is_empty()
            && let Some((_, last)) = text.rsplit_once('/')
            && let Some(Ok(found)) = self.place(&last.replace('_', " "))
        {
            let label = found.place.map(|place| place.name).unwrap_or_default();
            candidates.push(Candidate { zone: found.zone.name(), label });
        }
        (Reason::Unknown, candidates)
    }
}
