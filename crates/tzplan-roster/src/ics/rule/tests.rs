use chrono::NaiveDate;

use super::Rule;

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn within(rule: &str, start: &str, from: &str, to: &str) -> Vec<String> {
    let rule = Rule::read(rule).expect("a rule");
    rule.starts(date(start), &(date(from)..date(to)), &mut 1_000_000)
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn starts(rule: &str, start: &str) -> Vec<String> {
    within(rule, start, "2027-01-01", "2029-01-01")
}

#[test]
fn yearly_rules_by_hand() {
    assert_eq!(starts("FREQ=YEARLY", "2020-12-25"), ["2027-12-25", "2028-12-25"]);
    assert_eq!(starts("FREQ=YEARLY", "2020-02-29"), ["2028-02-29"]);
    assert_eq!(starts("FREQ=YEARLY;INTERVAL=2", "2026-05-01"), ["2028-05-01"]);
    assert_eq!(starts("FREQ=YEARLY;COUNT=2", "2026-05-01"), ["2027-05-01"]);
    assert_eq!(starts("FREQ=YEARLY;UNTIL=20280501", "2026-05-01"), ["2027-05-01", "2028-05-01"]);
    assert_eq!(starts("FREQ=YEARLY;UNTIL=20280430T235959Z", "2026-05-01"), ["2027-05-01"]);
    // Thanksgiving; Memorial Day.
    assert_eq!(starts("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "2020-11-26"), ["2027-11-25", "2028-11-23"]);
    assert_eq!(starts("FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", "2020-05-25"), ["2027-05-31", "2028-05-29"]);
    assert_eq!(starts("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "2020-02-29"), ["2027-02-28", "2028-02-29"]);
}

#[test]
fn weekly_and_daily_rules_by_hand() {
    // Every other week from Friday 25 December 2026 on.
    assert_eq!(
        starts("FREQ=WEEKLY;INTERVAL=2;COUNT=4", "2026-12-25"),
        ["2027-01-08", "2027-01-22", "2027-02-05"]
    );
    assert_eq!(
        starts("freq=weekly;byday=mo,fr;until=20270111", "2026-12-30"),
        ["2027-01-01", "2027-01-04", "2027-01-08", "2027-01-11"]
    );
    assert_eq!(starts("FREQ=DAILY;INTERVAL=3;COUNT=3", "2026-12-31"), ["2027-01-03", "2027-01-06"]);
    assert_eq!(
        starts("FREQ=DAILY;BYDAY=SA,SU;UNTIL=20270109", "2026-01-01"),
        ["2027-01-02", "2027-01-03", "2027-01-09"]
    );
}

/// The examples of RFC 5545, 3.8.5.3.
#[test]
fn rules_of_the_standard() {
    let days = |rule: &str, start: &str, months: [u32; 2]| {
        let [from, to] = months.map(|month| format!("{:04}-{:02}-01", month / 100, month % 100));
        within(rule, start, &from, &to).iter().map(|date| date[5..].to_owned()).collect::<Vec<_>>().join(" ")
    };
    for (week_start, expected) in [("MO", "08-05 08-10 08-19 08-24"), ("SU", "08-05 08-17 08-19 08-31")] {
        let rule = format!("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST={week_start}");
        assert_eq!(days(&rule, "1997-08-05", [199_708, 199_801]), expected);
    }
    let cases = [
        ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", [199_709, 199_801], "09-05 10-03 11-07 12-05"),
        (
            "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
            "1997-09-07",
            [199_709, 199_804],
            "09-07 09-28 11-02 11-30 01-04 01-25 03-01 03-29",
        ),
        ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", [199_709, 199_801], "09-22 10-20 11-17 12-22"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-3",
            "1997-09-28",
            [199_709, 199_803],
            "09-28 10-29 11-28 12-29 01-29 02-26",
        ),
        (
            "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
            "1997-09-30",
            [199_709, 199_712],
            "09-30 10-01 10-31 11-01 11-30",
        ),
        ("FREQ=YEARLY;COUNT=4;BYMONTH=6,7", "1997-06-10", [199_706, 199_901], "06-10 07-10 06-10 07-10"),
        ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", [199_701, 200_001], "05-19 05-18 05-17"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "1997-03-13", [199_703, 199_704], "03-13 03-20 03-27"),
        // Friday the 13th.
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
            "1997-09-02",
            [199_709, 200_011],
            "02-13 03-13 11-13 08-13 10-13",
        ),
        // Election day.
        (
            "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
            "1996-11-05",
            [199_601, 200_501],
            "11-05 11-07 11-02",
        ),
        (
            "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
            "1997-09-04",
            [199_709, 199_901],
            "09-04 10-07 11-06",
        ),
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
            "1997-09-29",
            [199_709, 199_801],
            "09-29 10-30 11-27 12-30",
        ),
        // An invalid date is skipped.
        (
            "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
            "2007-01-15",
            [200_701, 200_801],
            "01-15 01-30 02-15 03-15 03-30",
        ),
        ("FREQ=MONTHLY", "2027-01-31", [202_701, 202_707], "01-31 03-31 05-31"),
    ];
    for (rule, start, months, expected) in cases {
        assert_eq!(days(rule, start, months), expected, "{rule}");
    }
}

#[test]
fn other_rules_are_not_read() {
    for rule in [
        "FREQ=HOURLY",
        "FREQ=YEARLY;BYWEEKNO=20",
        "FREQ=YEARLY;BYYEARDAY=100",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=YEARLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYSETPOS=0",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=YEARLY;UNTIL=soon",
        "INTERVAL=2",
        "YEARLY",
        "",
    ] {
        assert_eq!(Rule::read(rule), None, "{rule}");
    }
}

#[test]
fn hostile_rules_end() {
    for rule in
        ["FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;INTERVAL=10000;COUNT=18446744073709551615"]
    {
        assert!(starts(rule, "0001-01-01").is_empty(), "{rule}");
    }
    assert!(starts("FREQ=DAILY;COUNT=0", "2027-01-01").is_empty());
}
