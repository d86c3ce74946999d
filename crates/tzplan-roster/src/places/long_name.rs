//! Names of times in words: `Central European Time`.

/// Folded names without `standard`, `daylight`, `summer` and `time`, the zone, and what the writer may not have
/// meant.
const NAMES: &[(&str, &str, Option<&str>)] = &[
    ("alaska", "America/Anchorage", None),
    ("alaskan", "America/Anchorage", None),
    ("amsterdam berlin bern rome stockholm vienna", "Europe/Berlin", None),
    ("arabia", "Asia/Riyadh", None),
    ("arabian", "Asia/Dubai", Some("this is Windows' name of the time of the Emirates")),
    ("argentina", "America/Argentina/Buenos_Aires", None),
    ("atlantic", "America/Halifax", Some("this is read as the time of Atlantic Canada")),
    ("atlantic time canada", "America/Halifax", None),
    ("australian western", "Australia/Perth", None),
    ("bangladesh", "Asia/Dhaka", None),
    ("brasilia", "America/Sao_Paulo", None),
    ("brazil", "America/Sao_Paulo", Some("this is read as the time of Brasília")),
    ("british", "Europe/London", None),
    ("central", "America/Chicago", Some("this is read as the Central Time of the US")),
    ("central africa", "Africa/Maputo", None),
    ("central europe", "CET", None),
    ("central european", "CET", None),
    ("central time us and canada", "America/Chicago", None),
    ("china", "Asia/Shanghai", None),
    ("colombia", "America/Bogota", None),
    ("coordinated universal", "UTC", None),
    ("east africa", "Africa/Nairobi", None),
    ("eastern", "America/New_York", Some("this is read as the Eastern Time of the US and Canada")),
    ("eastern european", "EET", None),
    ("eastern time us and canada", "America/New_York", None),
    (
        "greenwich mean",
        "UTC",
        Some("Greenwich Mean Time is UTC all year; London's clocks change: write Europe/London for them"),
    ),
    ("gulf", "Asia/Dubai", None),
    ("hawaii", "Pacific/Honolulu", None),
    ("hawaii aleutian", "Pacific/Honolulu", None),
    ("hong kong", "Asia/Hong_Kong", None),
    ("india", "Asia/Kolkata", None),
    ("indian", "Asia/Kolkata", None),
    ("indochina", "Asia/Bangkok", None),
    ("irish", "Europe/Dublin", None),
    ("israel", "Asia/Jerusalem", None),
    ("japan", "Asia/Tokyo", None),
    ("korea", "Asia/Seoul", None),
    ("korean", "Asia/Seoul", None),
    ("malaysia", "Asia/Kuala_Lumpur", None),
    ("moscow", "Europe/Moscow", None),
    (
        "mountain",
        "America/Denver",
        Some("this is read as the Mountain Time of the US, which Arizona does not keep"),
    ),
    ("mountain time us and canada", "America/Denver", None),
    ("nepal", "Asia/Kathmandu", None),
    ("new zealand", "Pacific/Auckland", None),
    ("newfoundland", "America/St_Johns", None),
    ("pacific", "America/Los_Angeles", Some("this is read as the Pacific Time of the US")),
    ("pacific time us and canada", "America/Los_Angeles", None),
    ("pakistan", "Asia/Karachi", None),
    ("philippine", "Asia/Manila", None),
    ("singapore", "Asia/Singapore", None),
    ("south africa", "Africa/Johannesburg", None),
    ("turkey", "Europe/Istanbul", None),
    ("universal", "UTC", None),
    ("us alaska", "America/Anchorage", None),
    ("us central", "America/Chicago", None),
    ("us eastern", "America/New_York", None),
    ("us hawaii", "Pacific/Honolulu", None),
    (
        "us mountain",
        "America/Denver",
        Some("this is read as the Mountain Time of the US, which Arizona does not keep"),
    ),
    ("us pacific", "America/Los_Angeles", None),
    ("west africa", "Africa/Lagos", None),
    ("western european", "WET", None),
    ("western indonesia", "Asia/Jakarta", None),
];

const US_EASTERN: &str = "this is read as the Eastern Time of the US";
const US_CENTRAL: &str = "this is read as the Central Time of the US";
const US_MOUNTAIN: &str = "this is read as the Mountain Time of the US, which Arizona does not keep";
const US_PACIFIC: &str = "this is read as the Pacific Time of the US";

/// Folded names of regions and of pairs of abbreviations, which stand without the word `time`.
const REGIONS: &[(&str, &str, &str)] = &[
    ("aest aedt", "Australia/Sydney", "this is read as the time of Sydney, summer time included"),
    ("aedt aest", "Australia/Sydney", "this is read as the time of Sydney, summer time included"),
    ("benelux", "Europe/Brussels", "the clocks of Belgium, the Netherlands and Luxembourg agree"),
    ("bst gmt", "Europe/London", "this is read as the time of the United Kingdom, summer time included"),
    ("cdt cst", "America/Chicago", US_CENTRAL),
    ("central", "America/Chicago", US_CENTRAL),
    ("cst cdt", "America/Chicago", US_CENTRAL),
    ("dach", "Europe/Berlin", "the clocks of Germany, Austria and Switzerland agree"),
    ("east coast", "America/New_York", US_EASTERN),
    ("eastern", "America/New_York", US_EASTERN),
    ("edt est", "America/New_York", US_EASTERN),
    ("est edt", "America/New_York", US_EASTERN),
    ("gmt bst", "Europe/London", "this is read as the time of the United Kingdom, summer time included"),
    ("mountain", "America/Denver", US_MOUNTAIN),
    ("mdt mst", "America/Denver", US_MOUNTAIN),
    ("mst mdt", "America/Denver", US_MOUNTAIN),
    ("pacific", "America/Los_Angeles", US_PACIFIC),
    ("pdt pst", "America/Los_Angeles", US_PACIFIC),
    ("pst pdt", "America/Los_Angeles", US_PACIFIC),
    ("scandinavia", "Europe/Stockholm", "the clocks of Sweden, Norway and Denmark agree"),
    ("east coast us", "America/New_York", US_EASTERN),
    ("east coast usa", "America/New_York", US_EASTERN),
    ("west coast us", "America/Los_Angeles", US_PACIFIC),
    ("west coast usa", "America/Los_Angeles", US_PACIFIC),
    ("us central", "America/Chicago", US_CENTRAL),
    ("us east", "America/New_York", US_EASTERN),
    ("us east coast", "America/New_York", US_EASTERN),
    ("us eastern", "America/New_York", US_EASTERN),
    ("us mountain", "America/Denver", US_MOUNTAIN),
    ("us pacific", "America/Los_Angeles", US_PACIFIC),
    ("us west", "America/Los_Angeles", US_PACIFIC),
    ("us west coast", "America/Los_Angeles", US_PACIFIC),
    ("new england", "America/New_York", "New England keeps the Eastern Time of the US"),
    ("pst or pdt", "America/Los_Angeles", US_PACIFIC),
    ("pdt or pst", "America/Los_Angeles", US_PACIFIC),
    ("mst or mdt", "America/Denver", US_MOUNTAIN),
    ("mdt or mst", "America/Denver", US_MOUNTAIN),
    ("est or edt", "America/New_York", US_EASTERN),
    ("edt or est", "America/New_York", US_EASTERN),
    ("cst or cdt", "America/Chicago", US_CENTRAL),
    ("cdt or cst", "America/Chicago", US_CENTRAL),
    ("west coast", "America/Los_Angeles", US_PACIFIC),
];

/// Names of times that several places keep differently, likeliest first.
type Meanings = &'static [(&'static str, &'static str)];
const SEVERAL: &[(&str, Meanings)] = &[
    (
        "australian central",
        &[("Australia/Adelaide", "South Australia"), ("Australia/Darwin", "Northern Territory")],
    ),
    (
        "australian eastern",
        &[("Australia/Sydney", "New South Wales, Victoria"), ("Australia/Brisbane", "Queensland")],
    ),
    ("amazon", &[("America/Manaus", "Amazonas"), ("America/Cuiaba", "Mato Grosso")]),
];

/// The zone of a folded long name, and a note.
pub(super) fn one(folded: &str) -> Option<(&'static str, Option<&'static str>)> {
    if let Some((_, zone, note)) = REGIONS.iter().find(|(name, ..)| *name == folded) {
        return Some((zone, Some(note)));
    }
    let stem = stem(folded)?;
    let found = NAMES.binary_search_by(|(name, ..)| (*name).cmp(&stem));
    let found = found.or_else(|_| NAMES.binary_search_by(|(name, ..)| (*name).cmp(folded)));
    found.ok().map(|at| (NAMES[at].1, NAMES[at].2))
}

/// The zones of a folded long name with several meanings.
pub(super) fn several(folded: &str) -> Option<Meanings> {
    let stem = stem(folded)?;
    SEVERAL.iter().find(|(name, _)| *name == stem).map(|(_, meanings)| *meanings)
}

/// The name without the words that all such names have; `None` where `time` is not among them.
fn stem(folded: &str) -> Option<String> {
    let mut words: Vec<&str> = folded.split(' ').collect();
    let count = words.len();
    words.retain(|word| *word != "time");
    if words.len() == count {
        return None;
    }
    words.retain(|word| !matches!(*word, "standard" | "daylight" | "summer" | "zone"));
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use tzplan::Tzdb;

    use super::*;

    #[test]
    fn every_zone_named_here_exists() {
        assert!(NAMES.is_sorted_by_key(|(name, ..)| *name));
        for (name, zone, _) in NAMES {
            assert!(Tzdb::bundled().parse(zone).is_ok(), "{name}");
        }
        for (name, zone, _) in REGIONS {
            assert!(Tzdb::bundled().zone(zone).is_ok(), "{name}");
        }
        for (zone, _) in SEVERAL.iter().flat_map(|(_, meanings)| *meanings) {
            assert!(Tzdb::bundled().zone(zone).is_ok(), "{zone}");
        }
    }
}
