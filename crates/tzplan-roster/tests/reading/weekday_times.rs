//! Two columns for each weekday, of its start and of its end.

use crate::{first, roster, with_code};

#[test]
fn weekdays_are_read_from_their_starts_and_ends() {
    let cases = [
        (
            "name,zone,Monday start,Monday end,Friday start,Friday end",
            "A,UTC,09:00,17:00,9,12",
            "09:00-17:00 Mon; 09:00-12:00 Fri",
        ),
        ("name,zone,mon_from,mon_to,tue_from,tue_to", "A,UTC,8am,4pm,off,off", "08:00-16:00 Mon"),
        ("name,zone,Mon In,Mon Out,Tue In,Tue Out", "A,UTC,22:00,06:00,,", "22:00-06:00 Mon"),
        ("name,zone,saturday.start,saturday.end", "A,UTC,10:00,14:00", "10:00-14:00 Sat"),
        // Half a pair is no pair, and `Friend` no end of Fridays.
        ("name,zone,hours,Mon start,Friend", "A,UTC,9-17,x,y", "09:00-17:00 Mon-Fri"),
    ];
    for (header, row, expected) in cases {
        assert_eq!(first(&format!("{header}\n{row}\n")), expected, "{header}");
    }
}

#[test]
fn half_a_weekday_is_an_error_of_its_column() {
    let roster = roster("name,zone,Mon start,Mon end\nA,UTC,09:00,\n");
    let [found] = with_code(&roster, "bad-weekday")[..] else { panic!("{:?}", roster.diagnostics) };
    assert_eq!((found.row, found.column.as_deref()), (2, Some("Mon start")));
}
