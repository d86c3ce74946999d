//! Files in the shape of those that programs write: their keys and headers are those of the documentation, names
//! and hosts are invented.

use super::{hours, people, roster};

#[test]
#[cfg(feature = "structured")]
fn people_who_name_themselves_in_different_parts() {
    let found = roster(
        r#"[{"fullName":{"first":"Ana","last":"Lima"},"timezone":"Europe/Berlin"},
            {"name":{"display":"Ben Roth"},"timezone":"Asia/Tokyo"},
            {"name":{"display":"","given":"Cy"},"timezone":"America/Lima"}]"#,
    );
    assert_eq!(people(&found), ["Ana Lima Europe/Berlin", "Ben Roth Asia/Tokyo", "Cy America/Lima"]);
    assert!(found.assumptions.iter().all(|assumed| !assumed.message.contains("no name")));
}

#[test]
#[cfg(feature = "structured")]
fn keys_of_one_field_in_different_entries() {
    // Hours on another clock are no other spelling of local ones.
    let found = roster(
        r#"[{"name":"Ana","tz":"Europe/Berlin","hours":"8-12"},
            {"name":"Ben","tz":"Europe/Berlin","availability":"10-14"},
            {"name":"Cy","tz":"Europe/Berlin","hours_utc":"9-13"}]"#,
    );
    let hours: Vec<String> = hours(&found).into_iter().map(|(_, hours)| hours).collect();
    assert_eq!(hours, ["08:00-12:00 Mon-Fri", "10:00-14:00 Mon-Fri", "09:00-13:00 Mon-Fri on UTC"]);
}

#[test]
#[cfg(feature = "structured")]
fn zones_with_parts() {
    // Calendly, Deputy, When I Work: an id and a name, a number and a name, a name and an offset.
    let found = roster(
        r#"[{"name":"Ana","timezone":{"id":"Europe/Berlin","name":"CET"}},
            {"name":"Ben","timezone":{"id":37,"name":"America/Chicago"}},
            {"name":"Cy","timezone":{"name":"Asia/Kolkata","offset":"+05:30"}},
            {"name":"Di","timezone_id":12,"timezone_name":"America/Lima"},
            {"name":"Ed","timezone":{"value":"Asia/Tokyo","label":"(GMT+9:00) Tokyo"}}]"#,
    );
    let expected =
        ["Ana Europe/Berlin", "Ben America/Chicago", "Cy Asia/Kolkata", "Di America/Lima", "Ed Asia/Tokyo"];
    assert_eq!(people(&found), expected);
    // What contradicts itself is said.
    let found = roster(r#"[{"name":"Ana","timezone":{"id":"Europe/Berlin","name":"America/New_York"}}]"#);
    assert!(found.diagnostics.iter().any(|one| one.code == "unread-place"), "{:#?}", found.diagnostics);
}

#[test]
#[cfg(feature = "structured")]
fn places_with_parts_and_in_lists() {
    // Google's directory, SCIM, schema.org, Greenhouse's offices.
    let found = roster(
        r#"{"users":[
            {"name":{"fullName":"Ana Lima"},"addresses":[{"type":"work","locality":"Berlin","country":"Germany"}]},
            {"name":{"fullName":"Ben Roth"},"addresses":[{"type":"home","locality":"Paris"},
                {"type":"work","locality":"Portland","region":"Maine","country":"US"}]},
            {"name":{"fullName":"Cy Ito"},"addresses":[{"type":"home","locality":"Tokyo","primary":true},
                {"type":"other","locality":"Lima"}]},
            {"name":{"fullName":"Di Roy"},"address":{"addressLocality":"Pune","addressCountry":"IN"}},
            {"name":{"fullName":"Ed Fox"},"location":{"name":"Lisbon, Portugal"}},
            {"name":{"fullName":"Flo Weiss"},"offices":[{"name":"Vienna"}]},
            {"name":{"fullName":"Gil Cohen"},"locations":["Haifa"]}]}"#,
    );
    let expected = [
        "Ana Lima Europe/Berlin",
        "Ben Roth America/New_York",
        "Cy Ito Asia/Tokyo",
        "Di Roy Asia/Kolkata",
        "Ed Fox Europe/Lisbon",
        "Flo Weiss Europe/Vienna",
        "Gil Cohen Asia/Jerusalem",
    ];
    assert_eq!(people(&found), expected, "{:#?}", found.diagnostics);
    // Of two homes none is told from the other.
    let found = roster(
        r#"[{"name":"Ana","tz":"UTC"},
            {"name":"Ben","addresses":[{"locality":"Lima"},{"locality":"Rome"}]}]"#,
    );
    assert!(found.diagnostics.iter().any(|one| one.code == "missing-zone"), "{:#?}", found.diagnostics);
}

#[test]
#[cfg(feature = "structured")]
fn people_of_a_list_below_their_names() {
    let yaml = "- Ana: {zone: Berlin, hours: 8-16}\n- Ben:\n    zone: Tokyo\n- name: Cy\n  zone: Lima\n";
    let json =
        r#"{"members":[{"Ana":{"zone":"Berlin"}},{"Ben":{"zone":"Tokyo"}},{"name":"Cy","zone":"Lima"}]}"#;
    for text in [yaml, json] {
        let found = roster(text);
        assert_eq!(people(&found), ["Ana Europe/Berlin", "Ben Asia/Tokyo", "Cy America/Lima"], "{text}");
    }
}

#[test]
fn tables_of_a_wiki() {
    let text = "h2. Team\n||Name||Zone||Hours||\n|Ana|Berlin|8-16|\n|Ben|Tokyo| |\n\nEnd of it.\n";
    let found = roster(text);
    assert_eq!(people(&found), ["Ana Europe/Berlin", "Ben Asia/Tokyo"], "{:#?}", found.diagnostics);
    // A separator that stands twice by chance is none.
    let found = roster("||name|zone|\n||Ana|UTC|\n");
    assert_eq!(people(&found), ["Ana UTC"], "{:#?}", found.diagnostics);
}
