//! Files in the shape of those that programs write: their keys and headers are those of the documentation,
//! names and hosts are invented.

use tzplan_roster::ReadOptions;

use super::{hours, people, roster, roster_with};

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

/// A zone as an object in one entry and as a text in the next: no entry says it twice.
#[test]
#[cfg(feature = "structured")]
fn zones_in_different_parts() {
    let found = roster(
        r#"[{"name":"Ana","zone":{"id":"Europe/Lisbon"}},{"profile":{"name":"Ben"},"zone":"Europe/Berlin"},
            {"firstName":"Cy","lastName":"Ng","zone":"Asia/Tokyo"}]"#,
    );
    assert_eq!(
        people(&found),
        ["Ana Europe/Lisbon", "Ben Europe/Berlin", "Cy Ng Asia/Tokyo"],
        "{:#?}",
        found.diagnostics
    );
    // One that says it twice, in other words, is asked which one is meant.
    let found = roster(r#"[{"name":"Ana","zone":{"id":"Europe/Lisbon"},"timezone":"Europe/Berlin"}]"#);
    assert_eq!(super::with_code(&found, "duplicate-column").len(), 1, "{:#?}", found.diagnostics);
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

/// Workday: what people like to be called is mostly empty, places are country, state and city.
#[test]
fn export_of_workday() {
    let found = roster(
        "Employee ID,Legal Name - First Name,Legal Name - Last Name,Preferred Name,Location,Work Country\n\
         21001,Ana,Lima,,BRA-S\u{e3}o Paulo,Brazil\n\
         21002,Benjamin,Roth,Ben,DEU - Berlin - Mitte,Germany\n\
         21003,Dev,Shah,,IND-Bengaluru,India\n\
         21004,Ed,Fox,,USA - NY - New York,United States of America\n",
    );
    assert_eq!(
        people(&found),
        [
            "Ana Lima America/Sao_Paulo",
            "Ben Roth Europe/Berlin",
            "Dev Shah Asia/Kolkata",
            "Ed Fox America/New_York",
        ],
        "{:#?}",
        found.diagnostics
    );
}

/// ADP and UKG: the address of work in three columns, before a name of a site that is no place.
#[test]
fn exports_of_adp_and_ukg() {
    let adp = "Payroll Name,Location Description,Work Address: City,Work Address: State/Territory Code,\
         Work Address: Country\n\"Lima, Ana\",Remote Texas,Austin,TX,US\n\"Roth, Ben\",Remote,Boise,ID,US\n";
    let ukg = "\"Employee Name (Last Suffix, First MI)\",Location,Work Address City,Work Address State,\
         Work Address Country\n\"Lima, Ana\",HQ,Austin,TX,USA\n\"Roth, Ben\",Remote,Boise,ID,USA\n";
    for text in [adp, ukg] {
        let found = roster(text);
        let zones: Vec<String> =
            people(&found).into_iter().filter_map(|one| Some(one.rsplit_once(' ')?.1.to_owned())).collect();
        assert_eq!(zones, ["America/Chicago", "America/Boise"], "{:#?}", found.diagnostics);
    }
}

/// Gusto: a first name, one that is preferred, which may be empty, and the address of home.
#[test]
fn export_of_gusto() {
    let found = roster(
        "First name,Last name,Preferred first name,Home address city,Home address state\n\
         Ana,Lima,,San Francisco,CA\nBenjamin,Roth,Ben,Boise,ID\n",
    );
    assert_eq!(people(&found), ["Ana Lima America/Los_Angeles", "Ben Roth America/Boise"]);
}

/// Contacts of Google: a number in the header of every address.
#[test]
fn contacts_of_google() {
    let found = roster(
        "First Name,Last Name,E-mail 1 - Value,Address 1 - Label,Address 1 - Country,Address 1 - City,\
         Address 1 - Region\nAna,Lima,a@x.example,Work,Brazil,S\u{e3}o Paulo,SP\nBen,Roth,b@x.example,Work,DE,Berlin,\n",
    );
    assert_eq!(
        people(&found),
        ["Ana Lima America/Sao_Paulo", "Ben Roth Europe/Berlin"],
        "{:#?}",
        found.diagnostics
    );
}

/// Zoho People and Oyster: shifts by their names, the country of employment.
#[test]
fn exports_of_zoho_and_oyster() {
    let found = roster(
        "First Name,Last Name,Shift,Time Zone\n\
         Ana,Lima,General 9:00 AM - 6:00 PM,(GMT -3:00) Brasilia Time(America/Sao_Paulo)\n\
         Dev,Shah,Night 10:00 PM - 6:00 AM,(GMT 5:30) India Standard Time(Asia/Kolkata)\n",
    );
    assert_eq!(people(&found), ["Ana Lima America/Sao_Paulo", "Dev Shah Asia/Kolkata"]);
    let shown: Vec<String> = hours(&found).into_iter().map(|(_, hours)| hours).collect();
    assert_eq!(shown, ["09:00-18:00 Mon-Fri", "22:00-06:00 Mon-Fri"]);
    let found = roster("Team member,Country of employment\nAna Lima,Germany\n");
    assert_eq!(people(&found), ["Ana Lima Europe/Berlin"]);
}

/// Odoo: how much somebody works, where hours are looked for.
#[test]
fn export_of_odoo() {
    let found =
        roster("Employee Name,Working Hours,Timezone\nAna Lima,Standard 40 hours/week,America/Sao_Paulo\n");
    let said: Vec<&str> = found.diagnostics.iter().map(|one| &*one.message).collect();
    assert_eq!(said, ["`standard 40 hours/week` says how much, not when"]);
    assert!(found.diagnostics[0].help.contains("--column hours=none"), "{:?}", found.diagnostics);
    let none = ReadOptions { columns: vec!["hours=none".parse().unwrap()], ..ReadOptions::default() };
    let found = roster_with(
        "Employee Name,Working Hours,Timezone\nAna Lima,Standard 40 hours/week,America/Sao_Paulo\n",
        &none,
    );
    assert!(found.is_ok() && found.team.len() == 1, "{:?}", found.diagnostics);
}

/// ADP: the payroll's name of people.
#[test]
fn export_of_adp() {
    let found = roster("Payroll Name,Work Location\n\"Lima, Ana\",Lisbon\n\"Roth, Ben\",Berlin\n");
    assert_eq!(people(&found), ["Lima, Ana Europe/Lisbon", "Roth, Ben Europe/Berlin"]);
}

/// Answers of a form, whose questions begin with when.
#[test]
fn answers_to_when() {
    for question in ["When do you usually work?", "When are you online?", "When are you usually available?"] {
        let found = roster(&format!("Name,What city are you in?,{question}\nAna,Lisbon,10-18\n"));
        let shown: Vec<String> = hours(&found).into_iter().map(|(_, hours)| hours).collect();
        assert_eq!(shown, ["10:00-18:00 Mon-Fri"], "{question}");
    }
    // When somebody starts a job is no time of day.
    let found = roster("Name,City,When were you hired?\nAna,Lisbon,2024-03-01\n");
    assert!(found.is_ok(), "{:?}", found.diagnostics);
}

/// PagerDuty, Opsgenie, Zoom: teams as objects, people who may not sign in any more.
#[test]
#[cfg(feature = "structured")]
fn users_of_on_call_tools() {
    let found = roster(
        r#"{"users":[{"id":"P1","type":"user","name":"Ana Lima","time_zone":"America/Lima","role":"admin",
            "teams":[{"id":"T1","type":"team_reference","summary":"Platform"}],"contact_methods":[]},
            {"id":"P2","name":"Ben Roth","time_zone":"Europe/Berlin","teams":[]}],"limit":25,"more":false}"#,
    );
    assert_eq!(
        people(&found),
        ["Ana Lima America/Lima", "Ben Roth Europe/Berlin"],
        "{:#?}",
        found.diagnostics
    );
    assert_eq!(
        found.team.members().next().and_then(|one| one.team().map(str::to_owned)).as_deref(),
        Some("Platform")
    );
    let found = roster(
        r#"{"data":[{"id":"1","username":"ana@x.example","fullName":"Ana Lima","blocked":false,
            "timeZone":"America/Sao_Paulo","role":{"id":"User","name":"User"}},
            {"id":"2","fullName":"Ben Roth","blocked":true,"timeZone":"Europe/Berlin"}],"took":0.1}"#,
    );
    assert_eq!(people(&found), ["Ana Lima America/Sao_Paulo"], "{:#?}", found.diagnostics);
    assert!(found.diagnostics.iter().any(|one| one.code == "left-out"));
}

/// Spreadsheets of teams in seven languages, with what people write into them.
#[test]
fn spreadsheets_of_many_languages() {
    let german = "Name;Standort;Arbeitszeit;Arbeitstage;Urlaub\n\
         J\u{fc}rgen;M\u{fc}nchen;8:30\u{2013}17 Uhr;Mo\u{2013}Do;24.12.\u{2013}6.1.2027\nMax;Z\u{fc}rich;8h\u{2013}17h;Mo, Di, Do;August 2027\n";
    let spanish = "Nombre,Apellidos,Ciudad,Horario,D\u{ed}as\nLuis,Gil,Madrid (teletrabajo),de 9 a 14 y de 16 a 19,L a J\n";
    let portuguese = "Nome,Cidade,UF,Hor\u{e1}rio,Dias da semana\nJo\u{e3}o,S\u{e3}o Paulo,SP,9h \u{e0}s 18h,2\u{aa} a 6\u{aa}\n\
         Ana,Rio Branco,AC,08:00-12:00 e 14:00-18:00,\"2\u{aa}, 4\u{aa} e 6\u{aa}\"\n";
    let polish = "Imi\u{119},Nazwisko,Miasto,Godziny pracy,Dni\nOla,Nowak,Wroc\u{142}aw (zdalnie),od 9 do 17,pon.\u{2013}czw.\n";
    let japanese = "\u{6c0f}\u{540d},\u{52e4}\u{52d9}\u{5730},\u{52e4}\u{52d9}\u{6642}\u{9593},\u{66dc}\u{65e5}\n\
         \u{4f50}\u{85e4},\u{6771}\u{4eac},9\u{6642}\u{301c}18\u{6642},\u{6708}\u{301c}\u{91d1}\n";
    for (text, expected) in [
        (german, vec!["J\u{fc}rgen 08:30-17:00 Mon-Thu", "Max 08:00-17:00 Mon,Tue,Thu"]),
        (spanish, vec!["Luis Gil 09:00-14:00,16:00-19:00 Mon-Thu"]),
        (portuguese, vec!["Jo\u{e3}o 09:00-18:00 Mon-Fri", "Ana 08:00-12:00,14:00-18:00 Mon,Wed,Fri"]),
        (polish, vec!["Ola Nowak 09:00-17:00 Mon-Thu"]),
        (japanese, vec!["\u{4f50}\u{85e4} 09:00-18:00 Mon-Fri"]),
    ] {
        let found = roster(text);
        let shown: Vec<String> =
            hours(&found).into_iter().map(|(name, hours)| format!("{name} {hours}")).collect();
        assert_eq!(shown, expected, "{:#?}", found.diagnostics);
    }
}
