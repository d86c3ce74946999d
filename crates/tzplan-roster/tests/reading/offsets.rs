//! Offsets and abbreviations in place of zones.

use crate::{assumed, roster, with_code};

fn zones(text: &str) -> Vec<String> {
    let roster = roster(text);
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    let members = roster.team.members();
    members.map(|member| member.schedule().posts()[0].zone().name()).collect()
}

#[test]
fn an_offset_of_the_place_beside_it_is_that_of_a_season() {
    let text = "name,location,UTC offset\nA,Berlin,+1\nB,\"Portland, Oregon\",UTC-8\nC,New York,-4\nD,Dubai,4\nE,Kathmandu,5.75\n\
                F,Lisbon,GMT+01:00\n";
    let expected = [
        "Europe/Berlin",
        "America/Los_Angeles",
        "America/New_York",
        "Asia/Dubai",
        "Asia/Kathmandu",
        "Europe/Lisbon",
    ];
    assert_eq!(zones(text), expected);
    let said = assumed(&roster(text), "offset-of-place");
    // Where clocks never change nothing is taken for anything.
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[0].0, "`+1` is an offset of `Berlin`, which is read");
}

#[test]
fn an_offset_that_the_place_never_has_is_told() {
    assert_eq!(
        zones("name,location,timezone\nA,London,GMT\nB,Lisbon,UTC\n"),
        ["Europe/London", "Europe/Lisbon"]
    );
    let roster = roster("name,location,timezone\nA,Lisbon,UTC+3\nB,Berlin,UTC\n");
    assert_eq!(with_code(&roster, "zone-differs").len(), 2, "{:?}", roster.diagnostics);
    assert!(assumed(&roster, "offset-of-place").is_empty());
}

#[test]
fn numbers_below_an_offset_are_hours() {
    let text = "name,UTC offset\nA,0\nB,5.5\nC,\u{2212}3.5\nD,\"5,75\"\nE,+9\n";
    assert_eq!(zones(text), ["UTC", "UTC+05:30", "UTC-03:30", "UTC+05:45", "UTC+09:00"]);
    // Minutes stay refused, and so are numbers below another header.
    for text in ["name,UTC offset\nA,-300\n", "name,UTC offset\nA,330\n", "name,zone\nA,5\n"] {
        assert!(!roster(text).is_ok(), "{text}");
    }
}

#[test]
fn an_abbreviation_means_what_the_place_beside_it_keeps() {
    let text = "name,city,timezone\nA,New York,EST\nB,Mumbai,IST\nC,Tel Aviv,IST\nD,Chicago,CST\nE,Shanghai,CST\n\
                F,London,BST\n";
    let expected = [
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Jerusalem",
        "America/Chicago",
        "Asia/Shanghai",
        "Europe/London",
    ];
    assert_eq!(zones(text), expected);
    let said = assumed(&roster(text), "time-of-place");
    assert_eq!(said.len(), 6, "{said:?}");
    assert_eq!(said[1].0, "`IST` is read as the time of `Mumbai`");
    assert_eq!(zones("name,country,timezone\nA,USA,CST\nB,India,IST\n"), ["America/Chicago", "Asia/Kolkata"]);
    // Nobody in Berlin keeps any of them; two zones of Canada change their clocks and go by `EST`.
    for text in ["name,city,timezone\nA,Berlin,IST\n", "name,country,timezone\nA,Canada,EST\n"] {
        assert!(!roster(text).is_ok(), "{text}");
    }
}
