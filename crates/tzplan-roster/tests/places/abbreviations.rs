//! Abbreviations of times, whatever stands around them: they mean what they mean alone, agree with the place
//! beside them, or are refused. They never become a country, a state or a town.

use tzplan::Tzdb;
use tzplan_roster::places::resolve;

use crate::support::{found, refused};

/// Words and brackets that say nothing: `{}` is where the abbreviation stands.
const FILLERS: [&str; 86] = [
    "Remote ({})",
    "Remote, {}",
    "Remote - {}",
    "Remote – {}",
    "Remote / {}",
    "Remote | {}",
    "Remote: {}",
    "Remote; {}",
    "Remote {}",
    "{} Remote",
    "{} (Remote)",
    "[{}]",
    "({})",
    "{{}}",
    "<{}>",
    "«{}»",
    "\"{}\"",
    "**{}**",
    "`{}`",
    "_{}_",
    "[{}](https://example.org/{})",
    "[{}][{}]",
    "[{}][1]",
    "{} time",
    "{} timezone",
    "{} time zone",
    "{}-based",
    "{} hours",
    "{} (flexible)",
    "flexible, {}",
    "fully remote, {}",
    "Fully Remote – {} time zone",
    "Remote only ({} timezone)",
    "WFH {}",
    "WFH ({})",
    "Work from home, {}",
    "working from home ({})",
    "Home office ({})",
    "Telecommute {}",
    "Telework – {}",
    "100% remote, {}",
    "Anywhere ({})",
    "Anywhere in {}",
    "Time zone: {}",
    "TZ: {}",
    "TZ={}",
    "timezone {}",
    "my time zone is {}",
    "Based in {}",
    "based on {}",
    "Hybrid, {}",
    "Distributed ({})",
    "Nomad ({})",
    "Worldwide, {}",
    "Local time {}",
    "{} local time",
    "{} business hours",
    "mostly {}",
    "approx. {}",
    "~{}",
    "🌍 {}",
    "{} ⏰",
    "prefers {}",
    "{} preferred",
    "EMEA ({})",
    "Global, {}",
    "télétravail ({})",
    "à distance, {}",
    "fuseau horaire {}",
    "heure {}",
    "Zeitzone {}",
    "zona horaria: {}",
    "teletrabajo, {}",
    "fuso horário {}",
    "zdalnie, {}",
    "strefa czasowa {}",
    "uzaktan ({})",
    "удалённо ({})",
    "Часовой пояс: {}",
    "віддалено, {}",
    "远程（{}）",
    "时区：{}",
    "リモート（{}）",
    "재택근무 ({})",
    "عن بعد ({})",
    "दूरस्थ ({})",
];

/// The abbreviations of both tables, each once.
fn abbreviations() -> Vec<&'static str> {
    let tables =
        [include_str!("../../data/abbreviations.tsv"), include_str!("../../data/ambiguous_times.tsv")];
    let rows = tables.into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#'));
    let mut words: Vec<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
    words.retain(|word| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase()));
    words.dedup();
    words
}

#[test]
fn an_abbreviation_means_what_it_means_alone_whatever_filler_stands_around_it() {
    let zone = |label: &str| resolve(Tzdb::bundled(), label).ok().map(|found| found.zone.name());
    let mut wrong = Vec::new();
    let (mut read, mut all) = (0, 0);
    for word in abbreviations() {
        let alone = zone(word);
        for filler in FILLERS {
            let label = filler.replace("{}", word);
            let found = zone(&label);
            all += 1;
            read += usize::from(found == alone);
            if found.is_some() && found != alone {
                wrong.push(format!("{label} -> {}", found.unwrap_or_default()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {all} wrong: {wrong:#?}", wrong.len());
    assert!(read * 20 >= all * 19, "only {read} of {all} are read as the abbreviation is alone");
}

#[test]
fn small_letters_mean_no_place_either() {
    let zone = |label: &str| resolve(Tzdb::bundled(), label).ok().map(|found| found.zone.name());
    for word in abbreviations() {
        for filler in
            ["remote ({})", "{} time", "{} timezone", "remote, {}", "remote {}", "wfh - {}", "удалённо {}"]
        {
            let label = filler.replace("{}", &word.to_lowercase());
            let found = zone(&label);
            assert!(found.is_none() || found == zone(word), "{label}: {found:?}");
        }
    }
}

#[test]
fn a_time_beside_an_offset() {
    for (label, zone) in [
        ("EDT UTC-4", "America/New_York"),
        ("UTC +8 SGT", "Asia/Singapore"),
        ("Remote (JST, UTC+9)", "Asia/Tokyo"),
        ("GMT+2 CEST", "CET"),
        ("IST +5:30", "Asia/Kolkata"),
        ("BST GMT+1", "Europe/London"),
        ("ART -3", "America/Argentina/Buenos_Aires"),
        ("UTC−3 (BRT)", "America/Sao_Paulo"),
    ] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
    for label in ["EST -5", "EST GMT-5", "UTC -5 EST", "JST -3", "CET +9", "MYT (UTC-5)"] {
        refused(label);
    }
}

#[test]
fn a_place_beside_its_time() {
    for (label, zone) in [
        ("Toronto (EST/EDT)", "America/Toronto"),
        ("Vienna, Austria (CET/CEST)", "Europe/Vienna"),
        ("Montréal (ET)", "America/Toronto"),
        ("Miami, ET", "America/New_York"),
        ("Portland (PT)", "America/Los_Angeles"),
        ("Dallas (CT)", "America/Chicago"),
        ("Salt Lake City (MT)", "America/Denver"),
        ("Boston or Remote (ET)", "America/New_York"),
        ("Denver MST", "America/Denver"),
        ("AST (Halifax)", "America/Halifax"),
        ("Oslo UTC+1", "Europe/Oslo"),
        ("Cali Colombia UTC-05:00", "America/Bogota"),
        ("Porto (UTC+0/+1)", "Europe/Lisbon"),
        ("Hamburg (GMT+1/+2)", "Europe/Berlin"),
        ("USA (PST)", "America/Los_Angeles"),
        ("US - Eastern Time", "America/New_York"),
        ("Remote (UTC+3:30)", "UTC+03:30"),
        ("Helsinki, EET", "Europe/Helsinki"),
    ] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
    for label in ["Osaka (PST)", "Chicago (EST)", "Berlin UTC+5", "Atlanta (MT)", "Porto (UTC-5/-4)"] {
        refused(label);
    }
}

#[test]
fn codes_of_states_and_countries_stay_codes_behind_their_cities() {
    for (label, zone) in [
        ("Hartford, CT", "America/New_York"),
        ("New Haven CT", "America/New_York"),
        ("Stamford, CT, USA", "America/New_York"),
        ("Bozeman, MT", "America/Denver"),
        ("Lisbon, PT", "Europe/Lisbon"),
        ("Addis Ababa, ET", "Africa/Addis_Ababa"),
        ("Canberra, ACT", "Australia/Sydney"),
        ("US-CT", "America/New_York"),
        ("MT VERNON, NY", "America/New_York"),
        ("WEST CHESTER PA", "America/New_York"),
        ("WEST VIRGINIA", "America/New_York"),
    ] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
    // A town of Connecticut, or the one that everybody knows, on Central Time?
    assert!(refused("Madison (CT)").is_ambiguous());
    assert!(refused("US, CT").is_ambiguous() && refused("USA - MT").is_ambiguous());
    refused("Smallville, CT");
    refused("Remote West");
}

#[test]
fn names_of_calendars_say_the_place_last() {
    for (label, zone) in [
        ("(GMT-08:00) Pacific Time - Los Angeles", "America/Los_Angeles"),
        ("(GMT-07:00) Mountain Standard Time - Phoenix", "America/Phoenix"),
        ("(GMT+08:00) China Standard Time - Shanghai", "Asia/Shanghai"),
        ("(GMT-03:00) Argentina Standard Time - Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("(GMT+09:00) Japan Standard Time - Tokyo", "Asia/Tokyo"),
        ("(GMT+03:00) East Africa Time - Nairobi", "Africa/Nairobi"),
        ("(GMT+01:00) Central European Standard Time - Madrid", "Europe/Madrid"),
        ("(GMT+01:00) Amsterdam", "Europe/Amsterdam"),
        ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("Pacific Time - US & Canada", "America/Los_Angeles"),
    ] {
        assert_eq!(found(label).zone.name(), zone, "{label}");
    }
}

#[test]
fn ranges_and_parts_of_the_world_are_no_place_and_get_no_suggestion() {
    for label in [
        "CET -3 / +3 timezone",
        "CET +/- 2h",
        "CET ± 3 hours",
        "UTC-8 to UTC+2",
        "GMT-1 – GMT+4",
        "Pacific Time (PST) to Central European Time (CET)",
        "between EST and CET",
        "EST or GMT hours",
        "Remote (EMEA)",
        "EMEA region",
        "APAC timezone",
        "Remote - LATAM only",
        "Americas time zones",
    ] {
        let error = refused(label);
        assert!(error.candidates().is_empty(), "{label}: {error}");
        assert!(!error.to_string().contains("did you mean"), "{label}: {error}");
        assert!(!error.to_string().contains("unknown zone"), "{label}: {error}");
    }
}

#[test]
fn two_offsets_are_a_winter_and_a_summer() {
    for (label, zone) in [
        ("UTC+1/+2", "Europe/Berlin"),
        ("UTC-5/-4", "America/New_York"),
        ("UTC-8 (-7)", "America/Los_Angeles"),
        ("GMT+2 (summer)", "Europe/Berlin"),
        ("UTC+0 (+1)", "Europe/London"),
    ] {
        let error = refused(label);
        let named = error.candidates().iter().any(|candidate| candidate.zone == zone);
        assert!(named && error.to_string().contains("summer"), "{label}: {error}");
    }
    assert_eq!(found("UTC+6 (no DST)").zone.name(), "UTC+06:00");
    assert_eq!(found("GMT+7, no daylight saving").zone.name(), "UTC+07:00");
}

#[test]
fn two_letters_beside_nothing_are_refused_where_two_regions_have_them() {
    for label in [
        "Remote, NE",
        "Remote, SD",
        "Remote (CO)",
        "Remote - GA",
        "Remote, PA",
        "Remote, MA",
        "Remote / MD",
        "WFH, AL",
    ] {
        assert!(refused(label).is_ambiguous(), "{label}");
    }
    assert_eq!(found("Remote, JP").zone.name(), "Asia/Tokyo");
    assert_eq!(found("Remote, NY").zone.name(), "America/New_York");
}
