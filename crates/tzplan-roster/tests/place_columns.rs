//! Columns that tell together where somebody is: a zone, a city, a state, a country.

#![cfg(feature = "places")]

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, Severity, read};

fn roster(text: &str) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

fn zones(roster: &Roster) -> Vec<String> {
    roster.team.members().map(|member| member.schedule().zone().name()).collect()
}

/// Code, row, column and value.
fn said(roster: &Roster) -> Vec<(&str, u64, &str, &str)> {
    let of = |d: &'_ tzplan_roster::Diagnostic| d.severity != Severity::Note;
    let told = roster.diagnostics.iter().filter(|d| of(d));
    told.map(|d| (d.code, d.row, d.column.as_deref().unwrap_or(""), &*d.value)).collect()
}

#[test]
fn city_state_and_country_are_one_label() {
    let found = roster(
        "name,city,state,country\n\
         A,Portland,Maine,USA\n\
         B,Portland,OR,USA\n\
         C,Valencia,,Spain\n\
         D,London,,Canada\n\
         E,Doha,,doha\n\
         F,,New Jersey,USA\n\
         G,,,Norway\n\
         H,Berlin; Bangkok from 2027-02-01 to 2027-03-15,,Germany\n",
    );
    assert_eq!(said(&found), []);
    let expected = [
        "America/New_York",
        "America/Los_Angeles",
        "Europe/Madrid",
        "America/Toronto",
        "Asia/Qatar",
        "America/New_York",
        "Europe/Oslo",
        "Europe/Berlin",
    ];
    assert_eq!(zones(&found), expected);
    let labels: Vec<_> = found.zone_labels.iter().map(|label| &*label.label).collect();
    let expected = [
        "Portland, Maine, USA",
        "Portland, OR, USA",
        "Valencia, Spain",
        "London, Canada",
        "Doha",
        "New Jersey, USA",
        "Norway",
        "Berlin, Germany",
        "Bangkok",
    ];
    assert_eq!(labels, expected);
    assert_eq!(found.unused_columns().count(), 0);
}

#[test]
fn a_place_is_one_in_its_country_whatever_its_column_is_called() {
    let found = roster("name,zone,country\nA,London,Canada\nB,Portland,USA\nC,IST,India\nD,London,Germany\n");
    assert_eq!(
        said(&found),
        [("ambiguous-zone", 3, "zone", "Portland"), ("zone-differs", 5, "zone", "London")]
    );
    assert_eq!(zones(&found), ["America/Toronto", "Asia/Kolkata", "Europe/London"]);
    let found = roster("name,location,country\nA,London,Canada\n");
    assert_eq!(zones(&found), ["America/Toronto"]);
}

#[test]
fn a_filled_zone_wins_and_is_held_against_the_place() {
    let found = roster(
        "name,timezone,city,country\n\
         A,Asia/Tokyo,Berlin,\n\
         B,,Berlin,Germany\n\
         C,Europe/Paris,Berlin,Germany\n\
         D,UTC,,Germany\n\
         E,Europe/London,Qqqville,\n\
         F,America/New_York,,USA\n",
    );
    assert_eq!(
        said(&found),
        [("zone-differs", 2, "timezone", "Asia/Tokyo"), ("zone-differs", 5, "timezone", "UTC")]
    );
    let message = &found.diagnostics[0].message;
    assert_eq!(
        &**message,
        "the zone is Asia/Tokyo, but `Berlin` is Europe/Berlin: their clocks differ; Asia/Tokyo holds"
    );
    let expected =
        ["Asia/Tokyo", "Europe/Berlin", "Europe/Paris", "UTC", "Europe/London", "America/New_York"];
    assert_eq!(zones(&found), expected);
}

#[test]
fn faults_point_at_the_cell_that_leads() {
    let found = roster(
        "name,country,city,state\n\
         A,USA,Portland,\n\
         B,,Berln,\n\
         C,,,\n\
         D,Australia,,\n\
         E,Germany,from 2027-02-01,\n",
    );
    let expected = [
        ("ambiguous-zone", 2, "city", "Portland"),
        ("unknown-zone", 3, "city", "Berln"),
        ("missing-zone", 4, "city", ""),
        ("ambiguous-zone", 5, "country", "Australia"),
        ("no-home", 6, "city", "from 2027-02-01"),
    ];
    assert_eq!(said(&found), expected);
    let source = found.diagnostics[0].source.as_ref().expect("a line");
    assert_eq!(&source.text[source.span.clone()], "Portland");
}

#[test]
fn codes_of_states_are_told_as_they_are_read() {
    // The ISO code of the state of Berlin is one of its own country's; QX is nobody's.
    for (row, note) in [
        ("Berlin,BE,DE", "`BE` is read as a part of Germany"),
        ("Berlin,QX,DE", "`QX` is not among the places known"),
    ] {
        let found = roster(&format!("city,state,country\n{row}\n{row}\n"));
        assert_eq!(zones(&found), ["Europe/Berlin", "Europe/Berlin"]);
        let notes: Vec<_> =
            found.diagnostics.iter().map(|d| (d.severity, &*d.message, d.column.as_deref())).collect();
        assert_eq!(notes, [(Severity::Note, note, Some("city"))]);
    }
}

#[test]
fn two_offices_are_a_fault_only_where_they_are_needed() {
    let codes = |header: &str| roster(&format!("{header}\nUTC,Berlin,Berlin\n")).diagnostics.len();
    assert_eq!(codes("zone,office,site"), 1); // UTC is not Berlin's time
    let found = roster("name,office,site\nA,Berlin,Berlin\n");
    assert_eq!(said(&found), [("duplicate-column", 1, "site", "site")]);
    let found = roster("name,city,office,site\nA,Berlin,Madrid,Lima\n");
    // Clocks of Berlin and Madrid agree; the second office is not read, and that is shown.
    let elsewhere = ("unread-place", 1, "site", "site");
    assert_eq!((said(&found), found.unused_columns().collect()), (vec![elsewhere], vec!["site"]));
}

/// Letters in a column of states are those of a state, whatever country has them.
#[test]
fn letters_of_states_are_no_countries() {
    let found = roster("name,state\nA,GA\nB,Georgia\nC,TX\nD,DE\nE,NL\n");
    let expected =
        ["America/New_York", "America/New_York", "America/Chicago", "America/New_York", "America/St_Johns"];
    assert_eq!((said(&found), zones(&found)), (vec![], expected.map(str::to_owned).to_vec()));
    let taken: Vec<&str> =
        found.assumptions.iter().filter(|one| one.code == "place").map(|one| &*one.message).collect();
    assert!(taken.contains(&"`GA` is read as Georgia, United States; there is also Gabon"), "{taken:?}");
    assert!(taken.contains(&"`DE` is read as Delaware, United States; there is also Germany"), "{taken:?}");
    // Indiana keeps two times; it is not India.
    for header in ["state", "State/Province", "province"] {
        let found = roster(&format!("name,{header}\nA,IN\n"));
        let message = &found.diagnostics[0].message;
        assert!(message.contains("Indiana keeps several times"), "{header}: {message}");
    }
    for (text, zone) in [
        ("name,state,country\nA,MN,US\n", "America/Chicago"),
        ("name,region,country\nA,GA,US\n", "America/New_York"),
        ("name,UF\nA,PA\n", "America/Belem"),
        ("name,Bundesland\nA,TH\n", "Europe/Berlin"),
        ("name,region\nA,FR\n", "Europe/Paris"),
    ] {
        assert_eq!(zones(&roster(text)), [zone], "{text}");
    }
    for (text, several) in [
        ("name,region\nA,IN\n", "`IN` may be Indiana, United States or India"),
        ("name,state\nA,WA\n", "`WA` may be Washington, United States or Western Australia, Australia"),
        ("name,state\nA,SE\n", "`SE` may be Sergipe, Brazil or Sweden"),
    ] {
        let found = roster(text);
        assert_eq!(said(&found)[0].0, "ambiguous-zone", "{text}");
        assert_eq!(&*found.diagnostics[0].message, several, "{text}");
    }
    // Beside a zone they are held against it as states.
    let found = roster(
        "name,timezone,state\nA,America/New_York,GA\nB,America/Chicago,IN\nC,Europe/Berlin,IN\n\
         D,Africa/Libreville,GA\n",
    );
    assert_eq!(
        said(&found),
        [
            ("zone-differs", 4, "timezone", "Europe/Berlin"),
            ("zone-differs", 5, "timezone", "Africa/Libreville")
        ]
    );
}

/// A second place, an offset and a journey beside the zone: what contradicts it is said in every answer.
#[test]
fn other_places_than_the_zone_are_said() {
    let said_of = |header: &str, cell: &str| {
        let found = roster(&format!("name,timezone,{header}\nAna,Europe/Berlin,{cell}\n"));
        assert_eq!(zones(&found), ["Europe/Berlin"], "{header} {cell}");
        let of = |d: &tzplan_roster::Diagnostic| (d.code, d.message.to_string());
        found.diagnostics.iter().filter(|d| d.code.starts_with("unread-")).map(of).next()
    };
    for (header, cell, expected) in [
        ("Lives in", "Tokyo", "unread-place"),
        ("Lives in", "Munich", ""),
        ("Lives in", "with her parents", ""),
        ("Remote from", "Bali", "unread-place"),
        ("Remote from", "no", ""),
        ("Currently in", "Lima", "unread-place"),
        ("Wohnt in", "Lissabon", "unread-place"),
        ("Réside à", "Montréal", "unread-place"),
        ("city,Home city", "Berlin,Lima", "unread-place"),
        ("city,location", "Berlin,Tokyo", "unread-place"),
        ("UTC offset", "+9", "unread-place"),
        ("UTC offset", "1", ""),
        ("UTC offset", "UTC+2", ""),
        ("tz_offset", "3600", ""),
        ("tz_offset", "-18000", "unread-place"),
        ("offset", "120", ""),
        ("offset", "-300", "unread-place"),
        ("When (UTC)", "04:30-12:30", "unread-hours"),
        ("When (UTC)", "8 to 16", "unread-hours"),
        ("When (UTC)", "9\u{2013}5", "unread-hours"),
        ("Home zone", "08:00 - 16:00", "unread-hours"),
        ("Travels to", "Tokyo in March", "unread-travel"),
        ("Moves to", "Lima", "unread-travel"),
        ("Umzug", "1.3.2027", "unread-travel"),
        ("Travels to", "Paris", ""),
        ("Travels", "no", ""),
        ("Place of birth", "Lima", ""),
        ("Client city", "Lima", ""),
    ] {
        let found = said_of(header, cell);
        assert_eq!(found.as_ref().map_or("", |(code, _)| code), expected, "{header} {cell}: {found:?}");
    }
    let (_, message) = said_of("Lives in", "Tokyo").expect("it is said");
    assert_eq!(
        message,
        "`Lives in` is not read: it puts Ana (Tokyo) on another clock than the zone that is read, which holds"
    );
    let (_, message) = said_of("Travels to", "Tokyo in March").expect("it is said");
    assert_eq!(message, "`Travels to` is not read: Ana (Tokyo in March) counts as at home on all dates");
}

#[test]
#[cfg(feature = "structured")]
fn entries_are_read_alike() {
    let found = roster(
        r#"[{"name":"A","city":"Portland","state":"Maine"},{"timezone":"Asia/Tokyo","city":"Berlin"},{"city":"Portland"}]"#,
    );
    assert_eq!(zones(&found), ["America/New_York", "Asia/Tokyo"]);
    let places: Vec<_> =
        found.diagnostics.iter().map(|d| (d.code, d.place.as_deref().unwrap_or(""))).collect();
    assert_eq!(places, [("zone-differs", "[1].timezone"), ("ambiguous-zone", "[2].city")]);
    let found = roster("[[member]]\ncity = \"Valencia\"\ncountry = \"Spain\"\n");
    assert_eq!(zones(&found), ["Europe/Madrid"]);
}

#[test]
fn many_places_that_mean_nothing_do_not_hold_a_file_up() {
    let mut text = String::from("zone,location\n");
    (0..5000).for_each(|row| text.push_str(&format!("Europe/Berlin,Floor {row} of the tower\n")));
    let found = roster(&text);
    let notes: Vec<_> = found.diagnostics.iter().map(|d| d.code).collect();
    assert_eq!((found.team.len(), notes), (5000, vec!["places-not-compared"]));
}

#[test]
fn cells_of_many_columns_are_told_apart() {
    // Eleven columns side by side, which differ only in where one ends and the next begins.
    let header = "zone,city,location,state,country,hours,start,end,days,off,holidays";
    let found =
        roster(&format!("{header}\nUTC,,,,,9,,,,,\nUTC,,,,,,9,,,,\n,UTC,,,,9-17,,,,,\nUTC,,,,,9-17,,,,,\n"));
    let codes: Vec<_> = said(&found).iter().map(|(code, row, ..)| (*code, *row)).collect();
    assert_eq!(codes, [("bad-hours", 2), ("half-hours", 3)]);
}

#[test]
fn a_time_and_a_place_of_several_meanings_tell_each_other() {
    let found = roster(
        "name,zone,city\nA,AST,Halifax\nB,CST,Chicago\nC,IST,Hyderabad\nD,IST,Dublin\nE,CST,Springfield\n\
         F,AST,Halifax; Lima from 2027-02-01 to 2027-03-15\n",
    );
    // Springfield in Illinois and in Missouri keep one clock, that in Massachusetts another.
    assert_eq!(said(&found), []);
    let expected = [
        "America/Halifax",
        "America/Chicago",
        "Asia/Kolkata",
        "Europe/Dublin",
        "America/Chicago",
        "America/Halifax",
    ];
    assert_eq!(zones(&found), expected);
    // Neither tells the other: no Halifax keeps Japan's time, none of the meanings of EST is at Berlin.
    for (cells, codes) in [
        ("JST,Halifax", vec![("zone-differs", 2, "zone", "JST")]),
        // There is a Richmond in New South Wales, too.
        ("EST,Richmond", vec![("ambiguous-zone", 2, "zone", "EST")]),
        ("EST,Berlin", vec![("ambiguous-zone", 2, "zone", "EST")]),
        ("IST,hybrid", vec![("ambiguous-zone", 2, "zone", "IST")]),
    ] {
        assert_eq!(said(&roster(&format!("name,zone,city\nA,{cells}\n"))), codes, "{cells}");
    }
}
