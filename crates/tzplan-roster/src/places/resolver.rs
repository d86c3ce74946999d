//! One label from its text to its zone: what is tried, in which order.

use tzplan::{Tzdb, Zone};

use super::clocks::Years;
use super::error::{Candidate, PlaceError, Reason};
use super::fold::fold;
#[cfg(feature = "places")]
use super::gazetteer::{Gazetteer, Subject};
#[cfg(feature = "places")]
use super::reading::{Reader, near_places};
use super::{How, Resolution, ResolveOptions, abbreviation, label, long_name, nowhere, offset, suggestion};

/// What a label means, or what stands against it and what it may mean.
pub(super) type Answer = Result<Resolution, (Reason, Vec<Candidate>)>;

pub(super) struct Resolver<'a> {
    pub(super) tzdb: &'a Tzdb,
    pub(super) years: Years,
}

/// Longer labels are no zones, and are not compared with any.
const LONGEST_LABEL: usize = 128;
/// Parts of cities of so many people go by sides: `North London`.
#[cfg(feature = "places")]
const LARGE_CITY: u64 = 500_000;

impl<'a> Resolver<'a> {
    pub(super) fn new(tzdb: &'a Tzdb, options: &ResolveOptions) -> Self {
        Self { tzdb, years: Years::of(options.years, tzdb) }
    }

    pub(super) fn resolve(&self, label: &str) -> Result<Resolution, PlaceError> {
        let label = crate::text::clean(label);
        self.answer(&label).map_err(|(reason, candidates)| {
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
        let text = label::plain(&label::half_width(label));
        let answer = if text == label { None } else { self.code(&text) };
        let answer = answer.or_else(|| self.code(text.strip_prefix(['(', '['])?.strip_suffix([')', ']'])?));
        let answer = answer.or_else(|| self.one(&text));
        answer.or_else(|| self.several_places(&text)).unwrap_or_else(|| Err(self.unknown(&text)))
    }

    /// Abbreviations, ids and offsets.
    pub(super) fn code(&self, text: &str) -> Option<Answer> {
        if let Some(several) = abbreviation::several(text) {
            return Some(self.of_one_clock(text, several));
        }
        if let Some((id, note)) = abbreviation::one(text)
            && let Ok(zone) = self.tzdb.parse(id)
        {
            return Some(Ok(found(zone, How::Abbreviation, note)));
        }
        let id = text.contains('/').then(|| as_id(text));
        let parsed = self.tzdb.parse(text).or_else(|error| match id {
            Some(id) if error.is_unknown() => self.tzdb.parse(&id),
            _ => Err(error),
        });
        match parsed {
            Ok(_) if text.eq_ignore_ascii_case("Factory") => None,
            Ok(zone) => Some(Ok(as_written(zone, text))),
            Err(error) if error.is_unknown() => {
                self.code(&offset::usual(text).filter(|usual| usual != text)?)
            }
            Err(other) => Some(Err((Reason::Unusable(other.to_string()), Vec::new()))),
        }
    }

    /// The meanings of an abbreviation, if the clocks of all agree: the first.
    pub(super) fn of_one_clock(&self, text: &str, several: Vec<Candidate>) -> Answer {
        let zones: Vec<Zone> =
            several.iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok()).collect();
        match zones.split_first() {
            Some((first, others)) if others.iter().all(|other| self.years.agree(first, other)) => {
                let note = format!("`{}` is read as the time of {}", text, first);
                Ok(found(first.clone(), How::Abbreviation, Some(&note)))
            }
            _ => Err((Reason::Ambiguous, several)),
        }
    }

    /// What a label means when it names one thing.
    pub(super) fn one(&self, text: &str) -> Option<Answer> {
        let folded = fold(text);
        if nowhere::is_no_place(&folded) {
            return Some(Err((Reason::Nowhere, Vec::new())));
        }
        if let Some(answer) = self.time_twice(text) {
            return Some(answer);
        }
        if let Some((offset, rest)) = label::offset_in_front(text) {
            let rest = label::plain(rest.trim_matches(['(', ')']));
            let answer = self.one(&rest).or_else(|| self.several_places(&rest))?;
            return Some(answer.and_then(|found| self.at_offset(found, offset)));
        }
        self.windows(&folded)
            .or_else(|| self.long_name(&folded))
            .or_else(|| self.with_hints(text))
            .or_else(|| self.place(text))
            .or_else(|| self.airport(text))
            .or_else(|| self.place(label::without_frills(text)?))
            .or_else(|| self.one(&label::without_postcode(text)?))
            .or_else(|| self.part_of_a_city(text))
    }

    fn long_name(&self, folded: &str) -> Option<Answer> {
        if let Some(several) = long_name::several(folded) {
            let candidate =
                |(zone, label): &(&str, &str)| Candidate { zone: (*zone).into(), label: (*label).into() };
            return Some(Err((Reason::Ambiguous, several.iter().map(candidate).collect())));
        }
        let (id, note) = long_name::one(folded)?;
        self.tzdb.parse(id).ok().map(|zone| Ok(found(zone, How::Name, note)))
    }

    #[cfg(feature = "places")]
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader { tzdb: self.tzdb, years: self.years, table: Gazetteer::get() }
    }

    #[cfg(feature = "places")]
    fn place(&self, text: &str) -> Option<Answer> {
        let answer = self.reader().read(text)?;
        // `ORD` is no village of Nebraska.
        if matches!(&answer, Err((Reason::Ambiguous, only)) if only.len() == 1)
            && Gazetteer::get().airport(text).is_some()
        {
            return None;
        }
        // Three letters of a country that are an airport's too: `IND` is India and Indianapolis.
        if let (Ok(place), Some(airport)) = (&answer, Gazetteer::get().airport(text))
            && place.how == How::Country
            && let Ok(zone) = self.tzdb.zone(airport)
            && !self.years.agree(&zone, &place.zone)
        {
            let name = place.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            let country = Candidate { zone: place.zone.name(), label: name };
            let airport = Candidate { zone: airport.to_owned(), label: format!("the airport {text}") };
            return Some(Err((Reason::Ambiguous, vec![country, airport])));
        }
        Some(answer)
    }

    #[cfg(feature = "places")]
    fn windows(&self, folded: &str) -> Option<Answer> {
        let table = Gazetteer::get();
        let zone = table.named(folded).find_map(|(subject, _)| match subject {
            Subject::Windows(zone) => Some(table.zone(zone as u16)),
            _ => None,
        })?;
        let note = WINDOWS_NOTES.iter().find(|(name, _)| *name == folded).map(|(_, note)| *note);
        self.tzdb.zone(zone).ok().map(|zone| Ok(found(zone, How::Windows, note)))
    }

    #[cfg(feature = "places")]
    fn airport(&self, text: &str) -> Option<Answer> {
        let zone = self.tzdb.zone(Gazetteer::get().airport(text)?).ok()?;
        let note = format!("`{text}` is read as an airport in {zone}");
        Some(Ok(found(zone, How::Airport, Some(&note))))
    }

    /// `North London`: a large city without the side of it.
    #[cfg(feature = "places")]
    fn part_of_a_city(&self, text: &str) -> Option<Answer> {
        let city = label::without_side(text)?;
        let Ok(found) = self.place(city)? else { return None };
        let people = found.place.as_ref().and_then(|place| place.population)?;
        let note = format!("`{text}` is read as {city}");
        (found.how == How::City && people >= LARGE_CITY).then(|| {
            let note = found.note.as_ref().map_or(note.clone(), |known| format!("{note}; {known}"));
            Ok(Resolution { note: Some(note), ..found })
        })
    }

    /// The names that a label without a meaning resembles.
    fn unknown(&self, text: &str) -> (Reason, Vec<Candidate>) {
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

    #[cfg(feature = "places")]
    fn near_places(&self, text: &str) -> Vec<Candidate> {
        let parts = label::parts(text);
        let whole = near_places(Gazetteer::get(), text);
        match parts.first() {
            Some(first) if whole.is_empty() && parts.len() > 1 => near_places(Gazetteer::get(), &first.text),
            _ => whole,
        }
    }
}

/// Without the table of places, what only it knows is unknown.
#[cfg(not(feature = "places"))]
impl Resolver<'_> {
    fn several_places(&self, _: &str) -> Option<Answer> {
        None
    }

    fn place(&self, _: &str) -> Option<Answer> {
        None
    }

    fn near_places(&self, _: &str) -> Vec<Candidate> {
        Vec::new()
    }

    fn windows(&self, _: &str) -> Option<Answer> {
        None
    }

    fn part_of_a_city(&self, _: &str) -> Option<Answer> {
        None
    }

    fn airport(&self, _: &str) -> Option<Answer> {
        None
    }
}

/// Windows names that mean something else where they are not Windows'.
#[cfg(feature = "places")]
const WINDOWS_NOTES: [(&str, &str); 6] = [
    ("atlantic standard time", "this is Windows' name of the time of Atlantic Canada, summer time included"),
    ("central standard time", "this is Windows' name of the Central Time of the US, summer time included"),
    ("eastern standard time", "this is Windows' name of the Eastern Time of the US, summer time included"),
    ("gmt standard time", "this is Windows' name of the time of London, summer time included"),
    ("mountain standard time", "this is Windows' name of the Mountain Time of the US, summer time included"),
    ("pacific standard time", "this is Windows' name of the Pacific Time of the US, summer time included"),
];

fn found(zone: Zone, how: How, note: Option<&str>) -> Resolution {
    Resolution { zone, how, note: note.map(str::to_owned), place: None }
}

/// `america / new york` as `america/new_york`.
fn as_id(text: &str) -> String {
    let parts = text.split('/').map(|part| part.trim().replace(' ', "_"));
    parts.collect::<Vec<_>>().join("/")
}

/// Ids such as `Etc/GMT+5` are offsets too, with the sign the other way round.
fn as_written(zone: Zone, label: &str) -> Resolution {
    let inverted = label.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("Etc/GMT"))
        && label[7..].starts_with(['+', '-'])
        && !label.ends_with(['+', '-'])
        && label[8..] != *"0";
    if inverted {
        let sign = if label[7..].starts_with('+') { '-' } else { '+' };
        let note = format!("{zone} is UTC{sign}{}: such ids count hours west of Greenwich", &label[8..]);
        return found(zone, How::Offset, Some(&note));
    }
    let how = if zone.fixed_offset_seconds().is_some() { How::Offset } else { How::Iana };
    found(zone, how, None)
}
