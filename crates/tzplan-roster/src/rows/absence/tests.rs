//! Cells of the `off` column as people write them.

use super::*;

fn shown(cell: &str) -> Vec<String> {
    read(cell, None).unwrap().0.iter().map(ToString::to_string).collect()
}

/// First and last date, with the days between left out.
fn ends(cell: &str, planned: &str) -> String {
    let (dates, assumed) = read(cell, planned.parse().ok()).unwrap();
    let open = if assumed.is_empty() { "" } else { " assumed" };
    format!("{}..{}{open}", dates[0], dates[dates.len() - 1])
}

#[test]
fn dates_and_ranges_are_inclusive() {
    let new_year = ["2026-12-30", "2026-12-31", "2027-01-01"];
    for cell in [
        "2026-12-30..2027-01-01",
        "2026-12-30...2027-01-01",
        "2026-12-30 to 2027-01-01",
        "2026-12-30 until 2027-01-01",
        "2026-12-30/2027-01-01",
        "2026-12-30–2027-01-01",
        "2026-12-30 – 2027-01-01",
        "2026-12-30 - 2027-01-01",
        "2026-12-30-2027-01-01",
        "2026-12-30; 2026-12-31, 2027-01-01",
        "30 Dec 2026 – 1 Jan 2027",
        "30 Dec – 1 Jan 2027",
        "30 Dec 2026 - 1 Jan",
        "Dec 30, 2026 to Jan 1, 2027",
        "Dec 30, 2026-Jan 1, 2027",
        "30.12.2026–1.1.2027",
        "30.12.-01.01.2027",
        "30. Dezember 2026 bis 1. Januar 2027",
        "30/12/2026, 31/12/2026, Jan 1, 2027",
        "12/30/2026 - 01/01/2027",
        "2026/12/30 - 2027/01/01",
        "Wed 30 Dec 2026, Thu, 31 Dec 2026; Fri, Jan 1st, 2027",
        "30-31 December 2026; 1er janvier 2027",
        "Dec 30-31, 2026; 1-Jan-27",
        "30.12.26; 31.12.26; 1.1.27",
        "30/12/26 - 01/01/27",
        "12/30/26, 12/31/26, 1/1/27",
        "mer. 30 décembre 2026; jeu. 31 décembre 2026; ven. 1 janvier 2027",
        "Mi, 30.12.2026, Do, 31.12.2026; Fr 1.1.2027",
        "mié, 30 dic 2026; jue, 31 dic 2026; vie, 1 ene 2027",
        "środa 30 grudnia 2026; czw. 31.12.2026; piątek, 1 stycznia 2027",
        "ср, 30 декабря 2026; чт 31.12.2026; пятница 1 января 2027",
        "30.12.2026 (Mi), 31.12.2026 (Do)",
        "2026年12月30日(水)、2026年12月31日(木)、2027年1月1日(金)",
        "2026년 12월 30일 (수); 2026-12-31 (목)",
        "30 tháng 12, 2026; ngày 31 tháng 12 năm 2026",
        "30 Desember 2026 - 1 Januari 2027",
        "30 Δεκεμβρίου 2026; 31 Δεκ 2026; 1 Ιανουαρίου 2027",
        "30 ديسمبر 2026; 31 ديسمبر 2026",
        "30 दिसंबर 2026; 31 दिसंबर 2026",
        "30 בדצמבר 2026; 31 דצמבר 2026",
        "30. decembra 2026; 31. decembra 2026",
        "du mercredi 30 décembre 2026 au vendredi 1 janvier 2027",
        "2026-12-30T00:00:00; 2026-12-31 00:00:00",
    ] {
        let found = shown(cell);
        assert_eq!(found, new_year[..found.len()], "{cell}");
        assert!(found.len() > 1, "{cell}");
    }
    // The weekday tells which of two dates is meant: 4 May 2027 is a Tuesday, 5 April a Monday.
    assert_eq!(shown("Tue 04/05/2027; lundi 04/05/2027"), ["2027-05-04", "2027-04-05"]);
    // A month in a list of months and dates, and a Tuesday in front of one: `mar` is both.
    assert_eq!(shown("mar, 4 may 2027; mar 4 2027"), ["2027-05-04", "2027-03-04"]);
    // Whether the year is in front, a date beside it may say, or the calendar.
    assert_eq!(shown("30/12/26; 13/01/27"), ["2026-12-30", "2027-01-13"]);
    assert_eq!(shown("24/12/26; 25-12-26"), ["2026-12-24", "2026-12-25"]);
    assert_eq!(shown("27/12/13"), ["2027-12-13"]);
    assert_eq!(shown("2028-02-29"), ["2028-02-29"]);
    assert!(shown(" ; ").is_empty());
    // 2027-01-01 and 3659 days more: ten years with the leap days of 2028, 2032 and 2036, and a week.
    assert_eq!(shown("2027-01-01..2037-01-07").len(), 3660);
}

#[test]
fn dates_of_one_meaning_are_read() {
    for (cell, date) in [
        ("5 Jan 2027", "2027-01-05"),
        ("Jan 5, 2027", "2027-01-05"),
        ("January 5th, 2027", "2027-01-05"),
        ("5th of January 2027", "2027-01-05"),
        ("2027 Jan 5", "2027-01-05"),
        ("5 de enero de 2027", "2027-01-05"),
        ("24/12/2026", "2026-12-24"),
        ("12/24/2026", "2026-12-24"),
        ("24-12-2026", "2026-12-24"),
        ("24.12.2026", "2026-12-24"),
        ("5.6.2027", "2027-06-05"),
        ("05/05/2027", "2027-05-05"),
        ("2026/12/24", "2026-12-24"),
        ("2026.12.24", "2026-12-24"),
        ("24. 12. 2026", "2026-12-24"),
        ("24-Dec-26", "2026-12-24"),
    ] {
        assert_eq!(shown(cell), [date], "{cell}");
    }
}

#[test]
fn a_word_for_none_is_no_date() {
    for cell in [
        "-", "\u{2013}", "\u{2014}", "none", "None", "n/a", "N/A", "no", "nein", "não", "0", "nenhuma",
        "ninguna",
    ] {
        assert!(matches!(read(cell, None), Ok((dates, _)) if dates.is_empty()), "{cell}");
    }
    for cell in ["unlimited", "vacation", "yes", "tbd", "x", "20"] {
        assert!(read(cell, None).is_err(), "{cell}");
    }
}

#[test]
fn without_a_year_the_next_dates_that_are_planned_are_assumed() {
    for (cell, planned, expected) in [
        ("24 Dec", "2026-11-29", "2026-12-24..2026-12-24 assumed"),
        ("24 Dec – 2 Jan", "2026-11-29", "2026-12-24..2027-01-02 assumed"),
        ("24 Dec – 2 Jan", "2026-12-28", "2026-12-24..2027-01-02 assumed"),
        ("24 Dec – 2 Jan", "2027-01-03", "2027-12-24..2028-01-02 assumed"),
        // Half a year is the longest.
        ("15 Sep – 10 Mar", "2026-08-01", "2026-09-15..2027-03-10 assumed"),
        ("24.12. a 2.1.", "2026-11-29", "2026-12-24..2027-01-02 assumed"),
        ("del 24.12.2026 al 2.1.2027", "2026-11-29", "2026-12-24..2027-01-02"),
        ("du 24 décembre au 2 janvier", "2026-11-29", "2026-12-24..2027-01-02 assumed"),
        ("vom 24.12. bis 2.1.", "2026-11-29", "2026-12-24..2027-01-02 assumed"),
        ("desde 24.12.2026 hasta 2.1.2027", "2026-11-29", "2026-12-24..2027-01-02"),
        ("24 dec t/m 2 jan", "2026-11-29", "2026-12-24..2027-01-02 assumed"),
        ("od 24.12.2026 do 2.1.2027", "2026-11-29", "2026-12-24..2027-01-02"),
        ("с 24.12.2026 по 02.01.2027", "2026-11-29", "2026-12-24..2027-01-02"),
        ("2026/12/24~2027/01/02", "2026-11-29", "2026-12-24..2027-01-02"),
        ("1.5.", "2026-11-29", "2027-05-01..2027-05-01 assumed"),
        ("24.12.–31.12.", "2026-11-29", "2026-12-24..2026-12-31 assumed"),
        ("Lunes 3 de mayo", "2026-11-29", "2027-05-03..2027-05-03 assumed"),
        // That of 2026 was a Friday, that of 2027 is none.
        ("Fri 27 Nov", "2026-11-29", "2026-11-27..2026-11-27 assumed"),
        ("29 Feb", "2026-11-29", "2028-02-29..2028-02-29 assumed"),
        ("24–31 Dec 2026", "2030-01-01", "2026-12-24..2026-12-31"),
    ] {
        assert_eq!(ends(cell, planned), expected, "{cell} from {planned}");
    }
    assert_eq!(read("24 Dec", None).unwrap_err()[0].code, "bad-date");
}

#[test]
fn every_wrong_date_is_named() {
    let cases: &[(&str, &[&str])] = &[
        ("05/06/2027", &["ambiguous-date"]),
        ("5-6-2027", &["ambiguous-date"]),
        ("05/06/2027 - 07/08/2027", &["ambiguous-date"]),
        ("12.24.2026", &["bad-date"]),
        ("04/05/27", &["ambiguous-date"]),
        ("27/12/26", &["ambiguous-date"]), // or 26 December 2027
        ("30-12-26", &["ambiguous-date"]),
        ("27/12/13; 24/12/26", &["bad-date"]), // of 2013, as the other is of 2026
        ("24/13/27", &["bad-date"]),
        ("24/12/19", &["bad-date"]),
        ("03/05/2027 al 07/05/2027", &["ambiguous-date"]),
        ("lun. 5 janvier 2027", &["impossible-date"]),
        ("Tue 3 May", &["impossible-date"]), // a Monday in 2027, a Sunday in 2026
        ("Christmas; 2026-02-30", &["bad-date", "impossible-date"]),
        ("2027-02-29", &["impossible-date"]),
        ("31 Apr 2027", &["impossible-date"]),
        ("Mon 5 Jan 2027", &["impossible-date"]), // a Tuesday
        ("2026-13-01..2027-01-01", &["bad-date"]),
        ("2027-01-02..2026-12-24", &["reversed-range"]),
        ("5 Jan 2027 – 24 Dec 2026", &["reversed-range"]),
        ("2027-01-01..2037-01-08", &["long-range"]),
        ("0001-01-01..9999-12-31", &["long-range"]),
        ("2026-12-24..", &["bad-date"]),
        ("31-24 Dec 2026", &["reversed-range"]),
        ("2 Mar – 1 Feb 2027", &["reversed-range"]),
        ("2 Mar – 1 Feb", &["reversed-range"]),
        ("2027", &["bad-date"]),
        ("24", &["bad-date"]),
        ("24-31", &["bad-date"]),
    ];
    for (cell, codes) in cases {
        let found: Vec<_> =
            read(cell, "2026-11-29".parse().ok()).unwrap_err().iter().map(|fault| fault.code).collect();
        assert_eq!(found, *codes, "{cell}");
    }
    let reversed = &read("2027-01-02..2026-12-24", None).unwrap_err()[0];
    assert_eq!(&*reversed.help, "write 2026-12-24..2027-01-02");
    let ambiguous = &read("05/06/2027", None).unwrap_err()[0];
    assert_eq!(&*ambiguous.message, "`05/06/2027` may be 5 June 2027 or 6 May 2027");
    assert_eq!(&*ambiguous.help, "write 2027-06-05 or 2027-05-06");
}

#[test]
fn all_of_a_month_or_a_week_is_assumed() {
    assert_eq!(ends("August 2027", "2026-11-29"), "2027-08-01..2027-08-31 assumed");
    assert_eq!(ends("KW 52/2026; 2027-01-02", "2026-11-29"), "2026-12-21..2027-01-02 assumed");
    let (_, assumed) = read("2027-08", None).unwrap();
    assert_eq!(&*assumed[0].1, "`2027-08` is read as 2027-08-01..2027-08-31");
}

#[test]
fn no_cell_breaks_it() {
    for cell in [
        "-",
        "/",
        "..",
        "–",
        ",",
        ",,",
        "é – ß",
        "1/",
        "-1",
        "24–",
        "–24",
        "1.",
        ".",
        "Jan",
        "May – Jun",
        "12/",
        "0/0",
        "00/00/0000",
        "9999-12-31",
        "31.12.9999–1.1.",
        "’26",
    ] {
        let _ = read(cell, "2026-11-29".parse().ok());
        let _ = read(cell, NaiveDate::MAX.into());
        let _ = read(cell, NaiveDate::MIN.into());
    }
}

#[test]
fn a_month_that_is_named_once_is_that_of_all_days() {
    let read_from = |cell: &str| {
        let found = read(cell, "2026-11-30".parse().ok());
        found.map(|(dates, _)| dates.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    };
    for (cell, dates) in [
        ("Dec 24 & 31", "2026-12-24 2026-12-31"),
        ("Dec 24 and 31", "2026-12-24 2026-12-31"),
        ("Dec 24, 31", "2026-12-24 2026-12-31"),
        ("Dec 24 & 31, 2027", "2027-12-24 2027-12-31"),
        ("December 24th and 31st 2027", "2027-12-24 2027-12-31"),
        ("Dec 24 and Dec 31, 2027", "2027-12-24 2027-12-31"),
        ("31 Dec and 1 Jan 2028", "2027-12-31 2028-01-01"),
        ("24 & 31 Dec", "2026-12-24 2026-12-31"),
        ("24 und 31 Dez 2027", "2027-12-24 2027-12-31"),
        ("24., 25. und 31.12.", "2026-12-24 2026-12-25 2026-12-31"),
        ("24.+31.12.2027", "2027-12-24 2027-12-31"),
        ("24-26, 31 Dec", "2026-12-24 2026-12-25 2026-12-26 2026-12-31"),
        ("Dec 24-25, 31; Jan 2, 4", "2026-12-24 2026-12-25 2026-12-31 2027-01-02 2027-01-04"),
        ("2026-12-24, 31", "2026-12-24 2026-12-31"),
        ("24 et 31 d\u{e9}cembre", "2026-12-24 2026-12-31"),
        ("24/12/2026-02/01/2027; 05/02/2027", "2026-12-24..2027-01-02 2027-02-05"),
        ("12/24/2026-01/02/2027; 02/05/2027", "2026-12-24..2027-01-02 2027-02-05"),
        ("05/06/2027 - 24/12/2027", "2027-06-05..2027-12-24"),
        // No year in two digits.
        ("Dec 24-26", "2026-12-24..2026-12-26"),
        ("24-Dec-26", "2026-12-24"),
        ("24/12-2/1", "2026-12-24..2027-01-02"),
        ("24.12.-2.1.", "2026-12-24..2027-01-02"),
        ("KW 52 + 53", "2026-12-21..2026-12-27 2026-12-28..2027-01-03"),
        ("12\u{6708}24\u{65e5}\u{301c}26\u{65e5}\u{3001}31\u{65e5}", "2026-12-24..2026-12-26 2026-12-31"),
        ("KW 52; August", "2026-12-21..2026-12-27 2027-08-01..2027-08-31"),
    ] {
        let days: Vec<String> = dates
            .split(' ')
            .flat_map(|part| {
                let (first, last) = part.split_once("..").unwrap_or((part, part));
                let date = |text: &str| text.parse::<NaiveDate>().unwrap();
                let last = date(last);
                date(first).iter_days().take_while(move |day| *day <= last).map(|day| day.to_string())
            })
            .collect();
        assert_eq!(read_from(cell).unwrap(), days.join(" "), "{cell}");
    }
    for cell in [
        "24, 31",
        "24 & x Dec",
        "between Dec 24 and Jan 2",
        "05/06/2027 & 07/08/2027",
        "24/12/2026, 12/31/2026, 05/06/2027",
    ] {
        assert!(read_from(cell).is_err(), "{cell}");
    }
}

#[test]
fn one_end_of_a_range_is_no_date() {
    for cell in [
        "15 Dec 2026 -",
        "- 15 Dec 2026",
        "until 10 Jan 2027",
        "bis 5.1.2027",
        "from 15 Dec 2026",
        "15 Dec 2026 onwards",
        "ab 15.12.2026",
    ] {
        let faults = read(cell, "2026-11-30".parse().ok()).unwrap_err();
        assert_eq!(faults[0].code, "bad-date", "{cell}");
        assert!(
            faults[0].message.ends_with("gives one end of a range and not the other"),
            "{cell}: {faults:?}"
        );
    }
}

#[test]
fn half_a_day_is_no_day_off() {
    for cell in
        ["24 Dec 2026 (half)", "2026-12-24 pm", "half day 24 Dec 2026", "24. Dezember 2026 nachmittags"]
    {
        let faults = read(cell, None).unwrap_err();
        assert!(faults[0].message.ends_with("is a part of a day, which is no day off"), "{cell}: {faults:?}");
    }
}

/// The word for year behind the number.
#[test]
fn years_are_called_so_in_slavic_languages() {
    let week = "2027-05-03..2027-05-07";
    for cell in ["отпуск с 3 по 7 мая 2027 г.", "с 3 по 7 мая 2027 года", "od 3 do 7 maja 2027 roku"]
    {
        assert_eq!(ends(cell, "2026-11-30"), week, "{cell}");
    }
}

/// A date beside them tells in which order the numbers are.
#[test]
fn the_order_of_dates_with_dashes_is_told_by_another() {
    assert_eq!(ends("24-12-2026 t/m 02-01-2027", "2026-11-30"), "2026-12-24..2027-01-02");
    assert_eq!(ends("12-24-2026 to 01-02-2027", "2026-11-30"), "2026-12-24..2027-01-02");
    assert_eq!(read("02-01-2027", None).unwrap_err()[0].code, "ambiguous-date");
}
