//! Places: which zone a label means.
//!
//! A label is an IANA id, an offset, an abbreviation or a long name with one meaning (`CET`, `Eastern Time`),
//! and with the feature `places` a city, a state, a country, a Windows name or an airport code, as people
//! write them:
//!
//! | label | is |
//! |---|---|
//! | `Bangalore`, `München`, `Saigon`, `東京` | a city by any of its names, accents or not, in its own script |
//! | `Portland, OR`, `Austin, TX, USA 🇺🇸`, `India, Bangalore`, `Seattle WA` | a city in a state or country |
//! | `Rajasthan, India`, `New Jersey`, `Poland`, `日本` | a state or country that keeps one time |
//! | `Essex`, `Bretagne`, `Tenerife` | a county, region or island that people name |
//! | `W. Europe Standard Time`, `(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi` | what Windows says |
//! | `SFO` | an airport, in capitals, where nothing else has that name |
//!
//! What has several meanings is refused with its candidates, best known first: namesakes, unless their clocks
//! agree or one has ten times the people of all others, which the note then says; regions of several times,
//! unless twenty live by one for each who does not; several places in one cell; a town that nobody knows in
//! `CO`, which is Colorado and Colombia. A well-known city beside another, or beside a state it is not in, is
//! no namesake in a village. A small town by its name alone is noted, a village refused. What has no meaning
//! is answered with the names it resembles, and what is no place (`Remote`) with what to write. Nothing is
//! guessed in silence.

#[cfg(feature = "places")]
mod alternatives;
mod beside;
mod clocks;
mod code;
mod cut_clock;
mod error;
mod fold;
#[cfg(feature = "places")]
mod gazetteer;
#[cfg(feature = "places")]
mod known_places;
mod label;
mod links;
mod long_name;
#[cfg(feature = "places")]
mod native_address;
#[cfg(not(feature = "places"))]
mod no_places;
mod offset;
mod offset_range;
mod place_words;
#[cfg(feature = "places")]
mod reading;
mod regions;
mod resolution;
mod resolver;
mod script;
mod season;
mod suggestion;
mod time_label;
mod time_names;
mod time_names_languages;
mod time_pieces;
mod token;

use tzplan::{OffsetRange, Tzdb};

pub(crate) use clocks::Years;
pub(crate) use cut_clock::cut_clock;
pub use error::{Candidate, PlaceError};
#[cfg(feature = "structured")]
pub(crate) use label::hours_beside;
pub(crate) use links::without_links;
pub(crate) use regions::{Regions, is_state_of};
pub use resolution::{How, Place, Resolution, ResolveOptions};
pub(crate) use token::is_abbreviation;

/// Finds the zone that a label means.
///
/// ```
/// use tzplan::Tzdb;
/// use tzplan_roster::places::{How, resolve};
///
/// let kolkata = resolve(Tzdb::bundled(), "asia/kolkata").unwrap();
/// assert_eq!((kolkata.zone.name(), kolkata.how), ("Asia/Kolkata".to_owned(), How::Iana));
///
/// let error = resolve(Tzdb::bundled(), "IST").unwrap_err();
/// assert!(error.is_ambiguous());
/// assert_eq!(
///     error.to_string(),
///     "`IST` may be India (Asia/Kolkata), Israel (Asia/Jerusalem) or Ireland (Europe/Dublin)"
/// );
/// ```
///
/// # Errors
///
/// [`PlaceError`] when the label is empty, means nothing, or means several things.
///
/// # Complexity
///
/// A microsecond or so for what resolves; a name that nothing has is compared with all, in less than a
/// millisecond. With the feature `places` the first call for a name that is no id reads the table, in some
/// milliseconds.
pub fn resolve(tzdb: &Tzdb, label: &str) -> Result<Resolution, PlaceError> {
    resolve_with(tzdb, label, &ResolveOptions::default())
}

/// [`resolve`] with options.
///
/// # Errors
///
/// As [`resolve`].
pub fn resolve_with(tzdb: &Tzdb, label: &str, options: &ResolveOptions) -> Result<Resolution, PlaceError> {
    resolver::Resolver::new(tzdb, options).resolve(label)
}

/// [`resolve_with`] without the names that a label resembles which means nothing: comparing it with all takes
/// most of the time.
pub(crate) fn resolve_without_suggestions(
    tzdb: &Tzdb,
    label: &str,
    options: &ResolveOptions,
) -> Result<Resolution, PlaceError> {
    let resolver = resolver::Resolver::new(tzdb, options);
    resolver::Resolver { suggests: false, ..resolver }.resolve(label)
}

/// Whether a text names a place or a time, or several: what tells lists of people from other texts asks.
pub(crate) fn names_a_place(text: &str) -> bool {
    at_a_glance(text).map_or_else(|error| error.is_ambiguous(), |_| true)
}

/// Whether it names one: then it is hardly somebody's name.
pub(crate) fn names_one_place(text: &str) -> bool {
    at_a_glance(text).is_ok()
}

fn at_a_glance(text: &str) -> Result<Resolution, PlaceError> {
    resolve_without_suggestions(Tzdb::bundled(), text, &ResolveOptions::default())
}

/// The ranges of offsets that a text may name, as job posts write them, the likeliest first: `UTC-8 to
/// UTC+2`, `CET +/- 2h`, `PST to EST`, `within 3 hours of EST`. Several where an abbreviation in it has
/// several meanings; none for any other text. A named time counts as its standard time: in summer, too, `CET`
/// is one hour ahead.
///
/// ```
/// use tzplan::Tzdb;
/// use tzplan_roster::places::{ResolveOptions, offset_ranges};
/// let ranges = |text| {
///     let found = offset_ranges(Tzdb::bundled(), text, &ResolveOptions::default());
///     found.iter().map(ToString::to_string).collect::<Vec<_>>()
/// };
/// assert_eq!(ranges("CET +/- 2h"), ["-1..+3"]);
/// // Eastern time of the US, or of Australia.
/// assert_eq!(ranges("EST ± 3h"), ["-8..-2", "+7..+13"]);
/// assert!(ranges("EMEA").is_empty());
/// ```
pub fn offset_ranges(tzdb: &Tzdb, text: &str, options: &ResolveOptions) -> Vec<OffsetRange> {
    resolver::Resolver::new(tzdb, options).offset_ranges(&crate::text::clean(text))
}

/// Who lives by the clocks of some zones: [`people_of`].
#[derive(Clone, PartialEq, Eq, Debug, Default)]
#[non_exhaustive]
pub struct PeopleOf {
    /// The most populous places, each name once, the largest first.
    pub places: Vec<&'static str>,
    /// The country of the largest place: its ISO 3166 code and its name.
    pub country: Option<(&'static str, &'static str)>,
    /// The people of all places of the table in these zones, not only of those named.
    pub population: u64,
}

/// Who lives by the clocks of some zones together, with at most `most` places; nobody without the feature
/// `places`. What stands for a region of several zones.
///
/// Places of fewer than 500 people and the countryside are not counted: populations are those of the table's
/// places (GeoNames), good for comparing regions.
///
/// # Complexity
///
/// Linear in the places of the table.
///
/// ```
/// # #[cfg(feature = "places")] {
/// let people = tzplan_roster::places::people_of(&["Europe/Andorra", "Europe/Berlin"], 2);
/// assert_eq!(people.places, ["Berlin", "Hamburg"]);
/// assert_eq!(people.country, Some(("DE", "Germany")));
/// assert!(people.population > 30_000_000);
/// # }
/// ```
pub fn people_of(zones: &[&str], most: usize) -> PeopleOf {
    #[cfg(feature = "places")]
    return gazetteer::Gazetteer::get().people_of(zones, most);
    #[cfg(not(feature = "places"))]
    {
        let _ = (zones, most);
        PeopleOf::default()
    }
}

/// The most populous places of a zone, at most three; none for ids that no place is listed under, and none
/// without the feature `places`.
///
/// ```
/// # #[cfg(feature = "places")]
/// assert_eq!(tzplan_roster::places::best_known("Europe/Lisbon")[0], "Lisbon");
/// ```
pub fn best_known(zone: &str) -> &'static [&'static str] {
    #[cfg(feature = "places")]
    return gazetteer::Gazetteer::get().best_known(zone);
    #[cfg(not(feature = "places"))]
    {
        let _ = zone;
        &[]
    }
}
