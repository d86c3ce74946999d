//! Abbreviations: those that mean one zone, and those that mean several.

use super::error::Candidate;

/// Abbreviations in use in several places whose clocks differ, likeliest first. `EST` and `MST` are refused
/// although the tz database has ids of those names: they stand for Panama and Phoenix there, which is not what
/// most people who write them mean.
const SEVERAL: &[(&str, &[(&str, &str)])] = &[
    ("ACST", &[("Australia/Adelaide", "South Australia"), ("Australia/Darwin", "Northern Territory")]),
    ("ACT", &[("Australia/Sydney", "Australian Capital Territory"), ("America/Rio_Branco", "Acre")]),
    ("ADT", &[("America/Halifax", "Atlantic Canada"), ("Atlantic/Bermuda", "Bermuda")]),
    ("AEST", &[("Australia/Sydney", "New South Wales, Victoria"), ("Australia/Brisbane", "Queensland")]),
    ("AEDT", &[("Australia/Sydney", "New South Wales, Victoria"), ("Australia/Hobart", "Tasmania")]),
    ("AMT", &[("America/Manaus", "Amazonas"), ("Asia/Yerevan", "Armenia")]),
    (
        "AST",
        &[
            ("America/Halifax", "Atlantic Canada"),
            ("America/Puerto_Rico", "Caribbean"),
            ("Asia/Riyadh", "Arabia"),
        ],
    ),
    (
        "BST",
        &[
            ("Europe/London", "Britain"),
            ("Asia/Dhaka", "Bangladesh"),
            ("Pacific/Bougainville", "Bougainville"),
        ],
    ),
    ("BDT", &[("Asia/Dhaka", "Bangladesh"), ("Asia/Brunei", "Brunei")]),
    ("CDT", &[("America/Chicago", "US Central"), ("America/Havana", "Cuba")]),
    (
        "CST",
        &[
            ("America/Chicago", "US Central"),
            ("America/Mexico_City", "Mexico"),
            ("Asia/Shanghai", "China"),
            ("America/Havana", "Cuba"),
        ],
    ),
    ("CT", &[("America/Chicago", "US Central"), ("America/Winnipeg", "Manitoba")]),
    ("ECT", &[("America/Guayaquil", "Ecuador"), ("America/St_Lucia", "Eastern Caribbean")]),
    ("EDT", &[("America/New_York", "US Eastern"), ("America/Toronto", "Ontario")]),
    (
        "EST",
        &[
            ("America/New_York", "US Eastern"),
            ("America/Panama", "Panama"),
            ("America/Cancun", "Quintana Roo"),
            ("Australia/Sydney", "Australia Eastern"),
        ],
    ),
    ("ET", &[("America/New_York", "US Eastern"), ("America/Toronto", "Ontario")]),
    ("GST", &[("Asia/Dubai", "Gulf"), ("Atlantic/South_Georgia", "South Georgia")]),
    ("IST", &[("Asia/Kolkata", "India"), ("Asia/Jerusalem", "Israel"), ("Europe/Dublin", "Ireland")]),
    ("MDT", &[("America/Denver", "US Mountain"), ("America/Edmonton", "Alberta")]),
    (
        "MST",
        &[
            ("America/Denver", "US Mountain"),
            ("America/Phoenix", "Arizona"),
            ("America/Edmonton", "Alberta"),
            ("Asia/Kuala_Lumpur", "Malaysia"),
        ],
    ),
    ("MT", &[("America/Denver", "US Mountain"), ("America/Phoenix", "Arizona")]),
    ("NST", &[("America/St_Johns", "Newfoundland"), ("Asia/Kathmandu", "Nepal")]),
    ("PDT", &[("America/Los_Angeles", "US Pacific"), ("America/Tijuana", "Baja California")]),
    (
        "PST",
        &[
            ("America/Los_Angeles", "US Pacific"),
            ("America/Vancouver", "British Columbia"),
            ("Asia/Manila", "Philippines"),
            ("Pacific/Pitcairn", "Pitcairn"),
        ],
    ),
    ("PT", &[("America/Los_Angeles", "US Pacific"), ("America/Vancouver", "British Columbia")]),
    ("SCT", &[("Indian/Mahe", "Seychelles"), ("Europe/London", "Scotland")]),
    ("SST", &[("Pacific/Pago_Pago", "Samoa"), ("Asia/Singapore", "Singapore")]),
    ("WST", &[("Australia/Perth", "Western Australia"), ("Pacific/Apia", "Samoa")]),
];

/// Abbreviations with one meaning, the zone, and what the writer may not have meant.
const ONE: &[(&str, &str, Option<&str>)] = &[
    ("UTC", "UTC", None),
    ("UCT", "UTC", None),
    ("Z", "UTC", None),
    ("GMT", "UTC", Some("GMT is UTC all year; London's clocks change: write Europe/London for them")),
    ("CET", "CET", Some("CET is read as Central European time with its summer time")),
    ("CEST", "CET", Some("CEST is read as Central European time, which is CET in winter")),
    ("MET", "MET", Some("MET is read as Central European time with its summer time")),
    ("EET", "EET", Some("EET is read as Eastern European time with its summer time")),
    ("EEST", "EET", Some("EEST is read as Eastern European time, which is EET in winter")),
    ("WET", "WET", Some("WET is read as Western European time with its summer time")),
    ("WEST", "WET", Some("WEST is read as Western European time, which is WET in winter")),
    ("HST", "Pacific/Honolulu", Some("HST is read as the time of Hawaii")),
    ("JST", "Asia/Tokyo", Some("JST is read as the time of Japan")),
    ("KST", "Asia/Seoul", Some("KST is read as the time of Korea")),
    ("HKT", "Asia/Hong_Kong", Some("HKT is read as the time of Hong Kong")),
    ("SGT", "Asia/Singapore", Some("SGT is read as the time of Singapore")),
    ("PKT", "Asia/Karachi", Some("PKT is read as the time of Pakistan")),
    ("NPT", "Asia/Kathmandu", Some("NPT is read as the time of Nepal")),
    ("WIB", "Asia/Jakarta", Some("WIB is read as the time of western Indonesia")),
    ("MSK", "Europe/Moscow", Some("MSK is read as the time of Moscow")),
    ("AKST", "America/Anchorage", Some("AKST is read as the time of Alaska, which is AKDT in summer")),
    ("AKDT", "America/Anchorage", Some("AKDT is read as the time of Alaska, which is AKST in winter")),
    ("ART", "America/Argentina/Buenos_Aires", Some("ART is read as the time of Argentina")),
    ("AWST", "Australia/Perth", Some("AWST is read as the time of Western Australia")),
    ("BRT", "America/Sao_Paulo", Some("BRT is read as the time of Brasília")),
    ("CAT", "Africa/Maputo", Some("CAT is read as the time of Central Africa")),
    ("CLT", "America/Santiago", Some("CLT is read as the time of Chile, which is CLST in summer")),
    ("COT", "America/Bogota", Some("COT is read as the time of Colombia")),
    ("EAT", "Africa/Nairobi", Some("EAT is read as the time of East Africa")),
    ("ICT", "Asia/Bangkok", Some("ICT is read as the time of Thailand and Vietnam")),
    ("IDT", "Asia/Jerusalem", Some("IDT is read as the time of Israel, which is IST in winter")),
    ("MYT", "Asia/Kuala_Lumpur", Some("MYT is read as the time of Malaysia")),
    ("NDT", "America/St_Johns", Some("NDT is read as the time of Newfoundland, which is NST in winter")),
    ("PET", "America/Lima", Some("PET is read as the time of Peru")),
    ("PHT", "Asia/Manila", Some("PHT is read as the time of the Philippines")),
    ("TRT", "Europe/Istanbul", Some("TRT is read as the time of Turkey")),
    ("WAT", "Africa/Lagos", Some("WAT is read as the time of West Africa")),
    ("WIT", "Asia/Jayapura", Some("WIT is read as the time of eastern Indonesia")),
    ("WITA", "Asia/Makassar", Some("WITA is read as the time of central Indonesia")),
    ("SAST", "Africa/Johannesburg", Some("SAST is read as the time of South Africa")),
    ("NZST", "Pacific/Auckland", Some("NZST is read as the time of New Zealand, which is NZDT in summer")),
    ("NZDT", "Pacific/Auckland", Some("NZDT is read as the time of New Zealand, which is NZST in winter")),
    (
        "ACDT",
        "Australia/Adelaide",
        Some("ACDT is read as the time of South Australia, which is ACST in winter"),
    ),
    ("AFT", "Asia/Kabul", Some("AFT is read as the time of Afghanistan")),
    ("AZT", "Asia/Baku", Some("AZT is read as the time of Azerbaijan")),
    ("BNT", "Asia/Brunei", Some("BNT is read as the time of Brunei")),
    ("BOT", "America/La_Paz", Some("BOT is read as the time of Bolivia")),
    ("BTT", "Asia/Thimphu", Some("BTT is read as the time of Bhutan")),
    ("CHST", "Pacific/Guam", Some("CHST is read as the time of Guam")),
    ("CVT", "Atlantic/Cape_Verde", Some("CVT is read as the time of Cape Verde")),
    ("FJT", "Pacific/Fiji", Some("FJT is read as the time of Fiji")),
    ("GET", "Asia/Tbilisi", Some("GET is read as the time of Georgia")),
    ("GYT", "America/Guyana", Some("GYT is read as the time of Guyana")),
    ("IRST", "Asia/Tehran", Some("IRST is read as the time of Iran")),
    ("KGT", "Asia/Bishkek", Some("KGT is read as the time of Kyrgyzstan")),
    ("MMT", "Asia/Yangon", Some("MMT is read as the time of Myanmar")),
    ("MUT", "Indian/Mauritius", Some("MUT is read as the time of Mauritius")),
    ("MVT", "Indian/Maldives", Some("MVT is read as the time of the Maldives")),
    ("PGT", "Pacific/Port_Moresby", Some("PGT is read as the time of Papua New Guinea")),
    ("PYT", "America/Asuncion", Some("PYT is read as the time of Paraguay")),
    ("SLST", "Asia/Colombo", Some("SLST is read as the time of Sri Lanka")),
    ("SRT", "America/Paramaribo", Some("SRT is read as the time of Suriname")),
    ("TJT", "Asia/Dushanbe", Some("TJT is read as the time of Tajikistan")),
    ("TLT", "Asia/Dili", Some("TLT is read as the time of East Timor")),
    ("TMT", "Asia/Ashgabat", Some("TMT is read as the time of Turkmenistan")),
    ("ULAT", "Asia/Ulaanbaatar", Some("ULAT is read as the time of Ulaanbaatar")),
    ("UYT", "America/Montevideo", Some("UYT is read as the time of Uruguay")),
    ("UZT", "Asia/Tashkent", Some("UZT is read as the time of Uzbekistan")),
    ("VET", "America/Caracas", Some("VET is read as the time of Venezuela")),
    ("YEKT", "Asia/Yekaterinburg", Some("YEKT is read as the time of Yekaterinburg")),
    ("VLAT", "Asia/Vladivostok", Some("VLAT is read as the time of Vladivostok")),
    ("NOVT", "Asia/Novosibirsk", Some("NOVT is read as the time of Novosibirsk")),
    ("PMST", "America/Miquelon", Some("PMST is read as the time of Saint Pierre and Miquelon")),
    ("CHAST", "Pacific/Chatham", Some("CHAST is read as the time of the Chatham Islands")),
    ("GFT", "America/Cayenne", Some("GFT is read as the time of French Guiana")),
    ("GALT", "Pacific/Galapagos", Some("GALT is read as the time of the Galápagos")),
];

/// The candidates of an abbreviation with several meanings; any case.
pub(super) fn several(label: &str) -> Option<Vec<Candidate>> {
    let (_, meanings) = SEVERAL.iter().find(|(name, _)| name.eq_ignore_ascii_case(label))?;
    let candidate = |(zone, label): &(&str, &str)| Candidate { zone: (*zone).into(), label: (*label).into() };
    Some(meanings.iter().map(candidate).collect())
}

/// The zone of an abbreviation with one meaning, and a note; any case.
pub(super) fn one(label: &str) -> Option<(&'static str, Option<&'static str>)> {
    let (_, zone, note) = ONE.iter().find(|(name, _, _)| name.eq_ignore_ascii_case(label))?;
    Some((zone, *note))
}

#[cfg(test)]
mod tests {
    use tzplan::Tzdb;

    use super::*;

    #[test]
    fn every_zone_named_here_exists() {
        for (name, meanings) in SEVERAL {
            assert!(meanings.len() > 1 && one(name).is_none(), "{name}");
            for (zone, _) in *meanings {
                assert_eq!(Tzdb::bundled().zone(zone).map(|zone| zone.name()).as_deref(), Ok(*zone));
            }
        }
        for (name, zone, _) in ONE {
            assert!(several(name).is_none() && Tzdb::bundled().parse(zone).is_ok(), "{name}");
        }
    }
}
