//! What a cell of the `holidays` column means.

use super::calendar::{HolidayCalendar, Years};
use super::error::{HolidayLabelError, LabelFault};
use super::index::{Label, as_code, by_code, fold, listed, named, near};
use super::kinds::with_kinds;
use super::table::{HolidayRow, has_differing_regions, rows};
use crate::text::clean;
use crate::wording::Quoted;

/// The most codes listed in a message.
const MOST: usize = 8;

impl HolidayCalendar {
    /// The calendar of a country or a region: a code such as `DE` or `DE-BY`, or the English name of a
    /// country. It has the days on which offices there close to everybody; `US-TX+optional`,
    /// `DE-BY+catholic` and the like have other kinds of days besides, each as a whole day.
    ///
    /// # Errors
    ///
    /// [`HolidayLabelError`] when the label names none, or two.
    pub fn of(label: &str) -> Result<Self, HolidayLabelError> {
        find(label, &[])
    }

    /// Whether regions of this country keep other days than all of it.
    pub(crate) fn has_regions(&self) -> bool {
        self.years != Years::All && has_differing_regions(&self.code)
    }

    /// The code of a region of this country by its name, as a table of places has it: `State of Berlin`.
    pub(crate) fn region(&self, name: &str) -> Option<&'static str> {
        let folded = fold(name);
        let short = folded.strip_prefix("stateof").unwrap_or(&folded);
        let short = ["region", "district", "province"]
            .iter()
            .find_map(|end| short.strip_suffix(end))
            .unwrap_or(short);
        let of_it =
            |code: &&'static str| code.split_once('-').is_some_and(|(country, _)| *country == *self.code);
        [folded.as_str(), short].into_iter().find_map(|name| {
            let meant = match listed(name) {
                Some(Label::Region(code)) => Some(*code),
                _ => None,
            };
            meant.into_iter().chain(named(name).map(|row| row.code)).find(of_it)
        })
    }
}

/// Why a code may be that of a country, and of a region of another one in which the person lives: `CA` in San
/// Francisco.
pub(crate) fn region_or_country(label: &str, home: &str) -> Option<HolidayLabelError> {
    let code = as_code(&clean(label));
    let home = home.to_ascii_uppercase();
    if code.contains('-') || code == home {
        return None;
    }
    let (country, region) = (by_code(&code)?, by_code(&format!("{home}-{code}"))?);
    let message =
        format!("{} may be {} or {}", Quoted(&clean(label)), described(country.code), described(region.code));
    let help = format!("write {}, or {} for that country", region.code, country.name());
    Some(HolidayLabelError { message, help, kind: LabelFault::Ambiguous })
}

/// The calendar that a label means: one of one's own, by its code, or one of the table.
pub(crate) fn find(label: &str, own: &[HolidayCalendar]) -> Result<HolidayCalendar, HolidayLabelError> {
    let label = clean(label);
    let folded = fold(&label);
    // The later of two of one code.
    if let Some(calendar) = own.iter().rev().find(|calendar| fold(calendar.code()) == folded) {
        return Ok(calendar.clone());
    }
    if rows().is_empty() {
        return Err(HolidayLabelError {
            message: format!("{} cannot be looked up: this build has no public holidays", Quoted(&label)),
            help: "write the dates that matter into a column `off`, as in 2026-12-25;2027-01-01".to_owned(),
            kind: LabelFault::NotBuilt,
        });
    }
    if let Some((base, kinds)) = label.split_once('+') {
        return with_kinds(find(base, &[])?, kinds);
    }
    let code = as_code(&label);
    if let Some(row) = by_code(&code) {
        return Ok(own_or(row, own));
    }
    if let Some(Label::Ambiguous(one, other)) = listed(&folded) {
        let message = format!("{} may be {} or {}", Quoted(&label), described(one), described(other));
        let help = format!("write {one} or {other}");
        return Err(HolidayLabelError { message, help, kind: LabelFault::Ambiguous });
    }
    match named(&folded).find(|row| !row.code.contains('-')) {
        Some(row) => Ok(own_or(row, own)),
        None => Err(unknown(&label, &code, &folded)),
    }
}

/// The calendar of a row, or one's own of the same code.
fn own_or(row: &HolidayRow, own: &[HolidayCalendar]) -> HolidayCalendar {
    let mine = own.iter().rev().find(|calendar| fold(calendar.code()) == fold(row.code));
    mine.cloned().unwrap_or_else(|| row.calendar(&[]))
}

fn unknown(label: &str, code: &str, folded: &str) -> HolidayLabelError {
    let shown = Quoted(label);
    let mut codes: Vec<&str> = named(folded).map(|row| row.code).take(MOST).collect();
    if let Some(Label::Region(code)) = listed(folded) {
        codes.extend(by_code(code).map(|row| row.code));
    }
    codes.dedup();
    if !codes.is_empty() {
        let message = format!("{shown} is the name of a region; regions are written by their codes");
        return HolidayLabelError::unknown(message, format!("write {}", codes.join(" or ")));
    }
    let codes = region_within(label);
    if !codes.is_empty() {
        let message = format!("{shown} names a region; regions are written by their codes");
        return HolidayLabelError::unknown(message, format!("write {}", codes.join(" or ")));
    }
    if let Some(country) = code.split_once('-').and_then(|(country, _)| by_code(country)) {
        let of_it = |row: &&HolidayRow| row.code.split_once('-').is_some_and(|(one, _)| one == country.code);
        let mut regions: Vec<&str> = rows().iter().filter(of_it).map(|row| row.code).collect();
        let message = format!("{shown} is no region of {}", country.name());
        if regions.is_empty() {
            return HolidayLabelError::unknown(message, format!("write {} for all of it", country.code));
        }
        // Stable: by code among equals.
        regions.sort_by_cached_key(|region| strsim::osa_distance(region, code));
        let more = if regions.len() > MOST { ", …" } else { "" };
        regions.truncate(MOST);
        let help = format!("write {} for all of it, or a region: {}{more}", country.code, regions.join(", "));
        return HolidayLabelError::unknown(message, help);
    }
    let message = format!("{shown} is no country or region whose public holidays are known");
    let near: Vec<String> = near(folded).iter().map(|row| described(row.code)).collect();
    let help = match near.as_slice() {
        [] => "write a code such as DE, DE-BY or US-CA, or the English name of a country".to_owned(),
        near => format!("did you mean {}?", near.join(" or ")),
    };
    HolidayLabelError::unknown(message, help)
}

/// The codes of the region in a label of several parts: of Bavaria in `Germany (Bavaria)`, `Germany -
/// Bavaria` and `Feiertage Bayern`. Where a part is a country, of a region of it.
fn region_within(label: &str) -> Vec<&'static str> {
    let parts = label.split(['(', ')', '/', '|', ':', '\u{2013}']).flat_map(|part| part.split(" - "));
    let mut parts: Vec<&str> = parts.map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() == 1 {
        parts = label.split(' ').filter(|word| word.len() > 3).collect();
    }
    let mut codes: Vec<&'static str> = Vec::new();
    let mut countries: Vec<&str> = Vec::new();
    for part in parts {
        let folded = fold(part);
        let meant = named(&folded).map(|row| row.code).chain(match listed(&folded) {
            Some(Label::Region(code)) => Some(*code),
            _ => None,
        });
        let (regions, whole): (Vec<_>, Vec<_>) = meant.partition(|code| code.contains('-'));
        codes.extend(regions);
        countries.extend(whole);
        countries.extend(by_code(&as_code(part)).map(|row| row.code));
    }
    let is_within = |code: &&str| {
        countries.is_empty() || code.split_once('-').is_some_and(|(country, _)| countries.contains(&country))
    };
    codes.retain(is_within);
    codes.sort_unstable();
    codes.dedup();
    codes.truncate(MOST);
    codes
}

/// `GE (Georgia)`.
fn described(code: &str) -> String {
    by_code(code).map_or_else(|| code.to_owned(), |row| format!("{code} ({})", row.name()))
}

#[cfg(all(test, feature = "holidays"))]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_as_people_write_them() {
        for (label, code) in [
            ("DE", "DE"),
            (" de ", "DE"),
            ("de-by", "DE-BY"),
            ("DE_BY", "DE-BY"),
            ("DE/BY", "DE-BY"),
            ("DE–BY", "DE-BY"),
            ("us ca", "US-CA"),
            ("UK", "GB"),
            ("uk-eng", "GB-ENG"),
            ("Germany", "DE"),
            ("united states", "US"),
            ("USA", "US"),
            ("DEU", "DE"),
            ("Türkiye", "TR"),
            ("Turkey", "TR"),
            ("Czech Republic", "CZ"),
            ("Trinidad & Tobago", "TT"),
            ("Trinidad and Tobago", "TT"),
            ("FR-971", "FR-971"),
        ] {
            assert_eq!(find(label, &[]).unwrap().code(), code, "{label}");
        }
    }

    #[test]
    fn every_code_and_every_name_of_a_country_is_found() {
        for row in rows() {
            assert_eq!(find(row.code, &[]).unwrap().code(), row.code);
            if !row.code.contains('-') {
                for name in row.names().filter(|name| *name != "Georgia") {
                    assert_eq!(find(name, &[]).unwrap().code(), row.code, "{name}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_calendar_says_what_to_write() {
        for (label, message, help) in [
            ("Georgia", "`Georgia` may be GE (Georgia) or US-GA (Georgia)", "write GE or US-GA"),
            ("Bayern", "`Bayern` is the name of a region", "write DE-BY"),
            ("Germany (Bavaria)", "names a region", "write DE-BY"),
            ("Germany - Bavaria", "names a region", "write DE-BY"),
            ("UK (Scotland)", "names a region", "write GB-SCT"),
            ("Feiertage Bayern", "names a region", "write DE-BY"),
            ("France (Bavaria)", "no country or region", "write a code such as DE"),
            ("Germny", "no country or region", "did you mean DE (Germany)?"),
            ("DE-BX", "`DE-BX` is no region of Germany", "write DE for all of it, or a region: DE-BB"),
            ("IL-X", "`IL-X` is no region of Israel", "write IL for all of it"),
            ("Atlantis", "no country or region", "write a code such as DE"),
            ("yes", "no country or region", "write a code such as DE"),
        ] {
            let error = find(label, &[]).unwrap_err();
            assert!(error.to_string().contains(message), "{label}: {error}");
            assert!(error.help().starts_with(help), "{label}: {}", error.help());
        }
    }

    #[test]
    fn every_english_name_of_a_region_is_recognised() {
        for (name, label) in super::super::index::LABELS.rows() {
            let Label::Region(code) = label else { continue };
            for name in
                [(*name).to_owned(), name.to_uppercase(), name.replace(' ', "-"), name.replace(' ', "")]
            {
                let error = find(&name, &[]).unwrap_err();
                assert!(
                    error
                        .to_string()
                        .ends_with("is the name of a region; regions are written by their codes"),
                    "{error}"
                );
                assert_eq!(error.help(), format!("write {code}"), "{name}");
            }
        }
        assert_eq!(find("Lower Saxony", &[]).unwrap_err().help(), "write DE-NI");
    }

    #[test]
    fn ones_own_calendars_come_first_and_the_later_wins() {
        let date = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
        let own = [
            HolidayCalendar::new("ACME", [date("2027-03-01")]),
            HolidayCalendar::new("DE", []),
            HolidayCalendar::new("acme", [date("2027-03-02")]),
        ];
        assert_eq!(find("Acme", &own).unwrap().dates(), [date("2027-03-02")]);
        assert!(find("de", &own).unwrap().dates().is_empty() && find("Germany", &own).unwrap().knows(1999));
        assert_eq!(find("DE-BY", &own).unwrap().name(), "Bayern");
    }
}
