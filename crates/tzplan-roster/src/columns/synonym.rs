//! What people call their columns.

use super::field::Field;

/// Headers, folded, with the field they name and how vague they are: of two columns for one field the less
/// vague is read.
const SYNONYMS: &[(Field, u8, &[&str])] = &[
    (Field::Name, 0, &["name", "fullname", "displayname", "membername", "employeename", "names"]),
    (
        Field::Name,
        1,
        &["member", "person", "employee", "who", "teammember", "colleague", "people", "teammate"],
    ),
    (Field::Name, 2, &["firstname", "givenname", "nickname"]),
    (Field::Name, 3, &["user", "username", "handle", "login"]),
    (
        Field::Zone,
        0,
        &[
            "zone",
            "timezone",
            "timezones",
            "tz",
            "iana",
            "ianazone",
            "ianatimezone",
            "timezoneiana",
            "ianatz",
            "tzid",
            "timezoneid",
            "zoneid",
            "tzname",
            "timezonename",
            "tzdb",
            "olson",
            "localtimezone",
            "hometimezone",
        ],
    ),
    (Field::Zone, 1, &["utcoffset", "gmtoffset", "offset", "utc", "gmt", "timezoneoffset"]),
    (Field::City, 0, &["city", "town", "citycountry", "homecity"]),
    (
        Field::Location,
        0,
        &["location", "place", "office", "basedin", "base", "where", "site", "residence", "worklocation"],
    ),
    (Field::State, 0, &["state", "province", "stateprovince", "stateorprovince", "federalstate"]),
    (Field::State, 1, &["region", "stateregion"]),
    (Field::Country, 0, &["country", "countryname", "homecountry", "countryofresidence"]),
    (Field::Country, 1, &["countrycode", "countryregion"]),
    (Field::Hours, 0, &["hours", "workinghours", "workhours", "workinghour", "localhours"]),
    (
        Field::Hours,
        1,
        &[
            "workingtime",
            "worktime",
            "workingtimes",
            "schedule",
            "workschedule",
            "shift",
            "shifts",
            "availability",
            "corehours",
            "officehours",
            "businesshours",
        ],
    ),
    (
        Field::Start,
        0,
        &[
            "start",
            "starttime",
            "starts",
            "startsat",
            "from",
            "begin",
            "begins",
            "workstart",
            "shiftstart",
            "starthour",
            "daystart",
        ],
    ),
    (
        Field::End,
        0,
        &[
            "end",
            "endtime",
            "ends",
            "endsat",
            "to",
            "until",
            "till",
            "finish",
            "finishes",
            "finishtime",
            "stop",
            "workend",
            "shiftend",
            "endhour",
            "dayend",
        ],
    ),
    (
        Field::Days,
        0,
        &["days", "workdays", "workingdays", "weekdays", "daysofweek", "workday", "weekday", "workingday"],
    ),
    (Field::Days, 1, &["week", "workweek", "workingweek"]),
    (Field::Team, 0, &["team", "teamname", "teams"]),
    (Field::Team, 1, &["squad", "group", "pod", "crew", "tribe", "chapter"]),
    (Field::Team, 2, &["department", "dept", "division", "unit", "org", "organisation", "organization"]),
    (Field::Role, 0, &["role", "roles", "jobrole"]),
    (Field::Role, 1, &["title", "jobtitle", "position", "job", "function"]),
    (Field::Email, 0, &["email", "emailaddress", "mail", "mailaddress", "emails", "workemail"]),
    (
        Field::Required,
        0,
        &["required", "require", "isrequired", "mandatory", "mustattend", "requirement", "attendance"],
    ),
    (
        Field::Holidays,
        0,
        &[
            "holidays",
            "holiday",
            "publicholidays",
            "bankholidays",
            "holidaycalendar",
            "holidayregion",
            "holidaycountry",
            "nationalholidays",
        ],
    ),
    (
        Field::Off,
        0,
        &[
            "off",
            "daysoff",
            "dayoff",
            "timeoff",
            "leave",
            "leaves",
            "vacation",
            "vacations",
            "pto",
            "ooo",
            "outofoffice",
            "absence",
            "absences",
            "away",
            "datesoff",
        ],
    ),
];

impl Field {
    /// The field a header names, however it is spelt: `Time Zone`, `time_zone` and `TZ` are the zone.
    ///
    /// ```
    /// use tzplan_roster::Field;
    /// assert_eq!(Field::of("Time-Zone (IANA)"), Some(Field::Zone));
    /// assert_eq!(Field::of("shoe size"), None);
    /// ```
    pub fn of(header: &str) -> Option<Self> {
        meaning(header).map(|(field, _)| field)
    }
}

/// The field a header names and how vague the header is about it; smaller is better.
pub(crate) fn meaning(header: &str) -> Option<(Field, u8)> {
    let named = |header: &str| {
        let folded = fold(header);
        let found = SYNONYMS.iter().find(|(_, _, synonyms)| synonyms.contains(&&*folded));
        found.map(|(field, rank, _)| (*field, *rank))
    };
    // "Hours (local time)" says hours; the remark in brackets is looked at only as part of the whole.
    named(header).or_else(|| named(header.split(['(', '[']).next().unwrap_or_default()))
}

/// Whether a header looks like a misspelt header of the zone.
pub(super) fn resembles_zone(header: &str) -> bool {
    let folded = fold(header);
    let zone = SYNONYMS.iter().filter(|(field, _, _)| Field::OF_PLACES.contains(field));
    let mut long = zone.flat_map(|(_, _, synonyms)| *synonyms).filter(|synonym| synonym.len() >= 6);
    (5..=20).contains(&folded.len()) && long.any(|synonym| strsim::osa_distance(synonym, &folded) <= 2)
}

/// Letters and digits in lower case, nothing else.
fn fold(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_synonym_is_listed_twice_and_all_are_folded() {
        let mut all: Vec<_> = SYNONYMS.iter().flat_map(|(_, _, synonyms)| *synonyms).collect();
        assert!(all.iter().all(|synonym| fold(synonym) == **synonym));
        let before = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), before);
    }

    #[test]
    fn every_field_is_named_by_its_own_header() {
        for field in Field::ALL {
            assert_eq!(meaning(field.as_str()), Some((field, 0)));
        }
    }

    #[test]
    fn headers_are_read_however_they_are_spelt() {
        let cases = [
            ("Time Zone", Some(Field::Zone)),
            ("TIME_ZONE", Some(Field::Zone)),
            ("time-zone", Some(Field::Zone)),
            ("E-Mail", Some(Field::Email)),
            ("Working Hours (local)", Some(Field::Hours)),
            ("Days off", Some(Field::Off)),
            ("Name*", Some(Field::Name)),
            ("zone_label", None),
            ("start date", None),
            ("", None),
            ("(zone)", Some(Field::Zone)),
            ("State/Province", Some(Field::State)),
            ("Country", Some(Field::Country)),
            ("Office", Some(Field::Location)),
        ];
        for (header, field) in cases {
            assert_eq!(meaning(header).map(|(field, _)| field), field, "{header}");
        }
    }

    #[test]
    fn misspelt_zone_headers_are_noticed() {
        assert!(resembles_zone("Timzone") && resembles_zone("Locaton"));
        assert!(!resembles_zone("name") && !resembles_zone("favourite colour"));
    }
}
