//! Hours as people write them, with what each stands for.

use tzplan::WeeklyHours;
use tzplan::hours::HoursText;

fn read(text: &str) -> WeeklyHours {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

#[test]
fn punctuation_of_other_scripts_is_that_of_ascii() {
    // Commas, semicolons, stops, colons and dashes of full width, and of Arabic.
    let plain = read("Mon,Tue,Wed 9:00-17:30; Thu 8.30-12; Fri 9-13");
    assert_eq!(
        read("Mon\u{ff0c}Tue\u{60c}Wed 9\u{ff1a}00-17:30\u{ff1b} Thu 8\u{ff0e}30-12\u{61b} Fri 9\u{ff0d}13"),
        plain
    );
}

#[test]
fn an_end_beyond_the_next_day_has_minutes_below_sixty() {
    // Shown so where the stretches of several days touch; 33:00 is 9:00 of the next day.
    let end = |text: &str| read(text).stretches().last().map(|stretch| (stretch.day(), stretch.end()));
    assert_eq!(end("09:00-33:00 Mon"), Some((chrono::Weekday::Mon, 33 * 60)));
    for text in ["09:00-33:60 Mon", "09:00-33:99 Mon", "00:00-72:00 Mon"] {
        assert!(text.parse::<WeeklyHours>().is_err(), "{text}");
    }
}

#[test]
fn columns_of_a_start_and_an_end_take_the_half_of_the_day_from_each_other() {
    let columns = |start: &str, end: &str| {
        HoursText::from_columns(start, end).map(|hours| hours.stretches().collect::<Vec<_>>())
    };
    let at = |hour: u16| hour * 60;
    assert_eq!(columns("9", "5pm").expect("hours"), [(at(9), at(17))]);
    // An evening of two hours, unless the next day is meant.
    assert_eq!(columns("11", "1am").expect("hours"), [(at(23), at(25))]);
    assert_eq!(columns("11", "1am+1").expect("hours"), [(at(11), at(25))]);
    assert_eq!(columns("9;14", "12;18").expect("hours"), [(at(9), at(12)), (at(14), at(18))]);
    assert!(columns("9;14", "12").is_err());
    // As in one text.
    let stretch = |text: &str| read(text).stretches().first().map(|stretch| (stretch.start(), stretch.end()));
    assert_eq!(stretch("11-1am Mon"), Some((at(23), at(25))));
    assert_eq!(stretch("11-1am+1 Mon"), Some((at(11), at(25))));
}

#[test]
fn a_range_behind_another_is_in_the_afternoon_unless_the_next_day_is_meant() {
    assert_eq!(read("9-12,1-5").to_string(), "09:00-12:00,13:00-17:00 Mon-Fri");
    // From 1:00 to 5:00 of the next day are 28 hours.
    assert!("9-12,1-5+1".parse::<WeeklyHours>().is_err());
}
