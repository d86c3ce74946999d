//! Rosters as people keep them: separators, line ends, comments, headers, persons.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::io::Read;

use proptest::prelude::*;
use tzplan::{Attendance, MemberRef, Tzdb};
use tzplan_roster::places::How;
use tzplan_roster::{ColumnUse, Field, ReadOptions, Roster, Separator, example_roster, read};

fn roster(text: impl AsRef<[u8]>) -> Roster {
    read("team.csv", text.as_ref(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

fn names(roster: &Roster) -> Vec<&str> {
    roster.team.members().map(MemberRef::name).collect()
}

fn hours(roster: &Roster, member: usize) -> String {
    let posts = roster.team.member(member).unwrap().schedule().posts();
    let posts = posts.iter().map(|post| format!("{} {}", post.zone(), post.hours()));
    posts.collect::<Vec<_>>().join(" + ")
}

#[test]
fn the_example_reads_clean() {
    let roster = roster(example_roster());
    // A build without public holidays says so.
    assert!(roster.diagnostics.is_empty() || !cfg!(feature = "holidays"), "{:#?}", roster.diagnostics);
    assert_eq!(names(&roster), ["Ana", "Ben", "Chloé", "Dalia", "Eiji"]);
    assert_eq!(roster.unknown_columns().count(), 0);
    assert_eq!(hours(&roster, 1), "Europe/Berlin 09:00-12:00,13:00-17:00 Mon-Thu");
    assert_eq!(roster.team.member(1).unwrap().schedule().days_off().len(), 10);
    assert_eq!(hours(&roster, 3), "Asia/Dubai 09:00-18:00 Mon-Thu; 09:00-13:00 Fri");
}

#[test]
fn any_separator_is_found() {
    let table = [["name", "zone", "hours"], ["Ana", "Europe/Berlin", "9-17"], ["Ben", "UTC", "22-06"]];
    let kinds = [
        (Separator::Comma, ","),
        (Separator::Semicolon, ";"),
        (Separator::Tab, "\t"),
        (Separator::Pipe, "|"),
    ];
    for (separator, text) in kinds {
        for line_end in ["\n", "\r\n", "\r"] {
            let lines: Vec<_> = table.iter().map(|row| row.join(text)).collect();
            let roster = roster(lines.join(line_end));
            assert_eq!(roster.separator, Some(separator));
            assert_eq!(names(&roster), ["Ana", "Ben"], "{separator} {line_end:?}");
            assert_eq!((roster.row(0), roster.row(1), roster.row(2)), (Some(2), Some(3), None));
            assert!(roster.diagnostics.is_empty());
        }
    }
    let options = ReadOptions { separator: Some(Separator::Pipe), ..ReadOptions::default() };
    let told = read("x", "name,x|zone\nAna|UTC\n".as_bytes(), Tzdb::bundled(), &options).unwrap();
    assert_eq!(names(&told), ["row 2"]);
    assert_eq!(names(&roster("sep=;\nname;zone\nAna;UTC\n")), ["Ana"]);
}

#[test]
fn rows_are_lines_of_the_file() {
    // Line numbers by hand: comments, blank lines, line breaks inside quotes, every kind of line end.
    let text = "\u{feff}# comment with a \"quote\r\n\
                \r\n\
                 name , zone , note \r\n\
                Ana,nowhere1,x\r\n\
                \r\n\
                # comment\r\n\
                  # behind blanks\r\n\
                \"B\r\ne\nn\",nowhere2,\"two\r\nlines\"\r\n\
                ,,\r\n\
                   \r\n\
                \"# no comment\",nowhere3,\n\
                Cy,\"nowhere4\",\"# no comment\r\n# either\"\r\
                Di,nowhere5,\n\n\n\
                Ed,nowhere6";
    for text in [text.to_owned(), text.replace("\r\n", "\n"), text.replace("\r\n", "\r")] {
        let found = roster(&text);
        let rows: Vec<_> = found.diagnostics.iter().map(|found| (&*found.value, found.row)).collect();
        let expected = [
            ("nowhere1", 4),
            ("nowhere2", 8),
            ("nowhere3", 14),
            ("nowhere4", 15),
            ("nowhere5", 17),
            ("nowhere6", 20),
        ];
        assert_eq!(rows, expected);
        // The cell of the second fault stands two lines below the start of its record.
        let source = found.diagnostics[1].source.as_ref().unwrap();
        assert_eq!((source.line, &*source.text, source.span.clone()), (10, "n\",nowhere2,\"two", 3..11));
        assert_eq!(
            found.columns.iter().map(|column| &*column.header).collect::<Vec<_>>(),
            ["name", "zone", "note"]
        );
    }
}

#[test]
fn lines_stay_right_however_the_input_comes() {
    struct Pieces<'a>(&'a [u8], usize);
    impl Read for Pieces<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let length = self.0.len().min(self.1).min(buffer.len());
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }
    let mut text = String::from("name,zone\r\n");
    for row in 0..9000 {
        // Every third record has a line break inside, every 50th is wrong, every 70th has a comment before
        // it.
        text.push_str(if row % 70 == 0 { "# comment\r\n\r\n" } else { "" });
        // No two rows of a name follow one another.
        text.push_str(["\"A\r\nna\",", "Ben,", "Cy,"][row % 3]);
        text.push_str(if row % 50 == 0 { "nowhere\r\n" } else { "Europe/Berlin\r\n" });
    }
    let lines: Vec<&str> = text.split("\r\n").collect();
    for piece in [1, 2, 7, 4096, 65_536, usize::MAX] {
        let found =
            read("x", Pieces(text.as_bytes(), piece), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        assert_eq!(found.diagnostics.len(), 180);
        for fault in &found.diagnostics {
            let source = fault.source.as_ref().unwrap();
            assert_eq!(source.text, lines[source.line as usize - 1], "{piece}");
            assert!(source.text.ends_with("nowhere") && source.line - fault.row <= 1, "{piece}");
        }
        for (member, name) in names(&found).iter().enumerate().step_by(97) {
            let line = lines[found.row(member).unwrap() as usize - 1];
            let expected = match *name {
                "Ben" | "Cy" => format!("{name},Europe/Berlin"),
                _ => "\"A".to_owned(),
            };
            assert_eq!(line, expected);
        }
    }
}

#[test]
fn headers_are_recognised_and_the_better_one_wins() {
    let found =
        roster("UTC offset,TIME-ZONE,E-Mail,Full Name,shoe size,Office\n+9,Asia/Tokyo,a@x,Ana,38,Mars\n");
    assert!(found.diagnostics.is_empty());
    assert_eq!(hours(&found, 0), "Asia/Tokyo 09:00-17:00 Mon-Fri");
    let uses: Vec<_> = found.columns.iter().map(|column| column.usage).collect();
    let expected = [
        ColumnUse::Outranked(Field::Zone),
        ColumnUse::Read(Field::Zone),
        ColumnUse::Read(Field::Email),
        ColumnUse::Read(Field::Name),
        ColumnUse::Unknown,
        ColumnUse::Read(Field::Location),
    ];
    assert_eq!(uses, expected);
    assert_eq!(found.unknown_columns().collect::<Vec<_>>(), ["shoe size"]);
    assert_eq!(found.unused_columns().collect::<Vec<_>>(), ["UTC offset", "shoe size"]);
}

#[test]
fn hours_and_days_are_read_from_any_of_their_columns() {
    let cases = [
        ("hours", "9-17", "09:00-17:00 Mon-Fri"),
        ("hours", "", "09:00-17:00 Mon-Fri"),
        ("hours", "Mon-Thu 9-17; Fri 9-13", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
        ("hours,days", "Mon-Thu 9-17; Fri 9-13,Mon-Fri", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
        ("hours,days", "9-17; Sat 10-12,Mon-Fri", "09:00-17:00 Mon-Fri; 10:00-12:00 Sat"),
        ("hours,days", "22-06,Sun-Thu", "22:00-06:00 Sun-Thu"),
        ("hours,days", ",Sat-Mon", "09:00-17:00 Sat-Mon"),
        ("start,end", "08:00;16:00,12:00;20:00", "08:00-12:00,16:00-20:00 Mon-Fri"),
        ("start,end,days", "9am,5:30pm,Mon;Wed;Fri", "09:00-17:30 Mon,Wed,Fri"),
        ("hours,start,end", "9-17,09:00,17:00", "09:00-17:00 Mon-Fri"),
        ("hours,start,end,days", "Mon-Thu 9-17,9,17,Mon-Thu", "09:00-17:00 Mon-Thu"),
    ];
    for (header, row, expected) in cases {
        let found = roster(format!("zone,{header}\nUTC,{row}\n"));
        assert!(found.diagnostics.is_empty(), "{row}: {:?}", found.diagnostics);
        assert_eq!(hours(&found, 0), format!("UTC {expected}"), "{row}");
    }
}

#[test]
fn required_is_read_and_blank_is_neither() {
    let cases = [
        ("yes", Attendance::Required),
        ("Y", Attendance::Required),
        ("TRUE", Attendance::Required),
        ("1", Attendance::Required),
        ("required", Attendance::Required),
        ("x", Attendance::Required),
        ("no", Attendance::Optional),
        ("N", Attendance::Optional),
        ("false", Attendance::Optional),
        ("0", Attendance::Optional),
        ("Optional", Attendance::Optional),
        (" ", Attendance::Unmarked),
    ];
    for (cell, attendance) in cases {
        let found = roster(format!("zone,required\nUTC,{cell}\n"));
        assert_eq!(found.team.member(0).unwrap().attendance(), attendance, "{cell}");
    }
}

#[test]
fn rows_of_one_address_are_one_person() {
    let found = roster(
        "name,email,zone,hours,required,team\n\
         Ana, Ana@Example.com ,Europe/Berlin,9-12,no,red\n\
         Ben,,UTC,9-17,,\n\
         Ana P.,ana@example.COM,Europe/Berlin,14-18,,red\n\
         Ana,ANA@example.com,America/New_York,9-10,yes,\n\
         Ben,,UTC,9-17,,\n\
         Ana,ana@example.com,nowhere,9-10,,\n\
         Cy,cy@example.com,UTC,9-17,no,\n\
         Cy,cy@example.com,UTC,9-17,no,\n\
         Dé,DÉ@example.com,UTC,9-17,,\n\
         De,dé@example.com,UTC,9-17,no,\n",
    );
    assert_eq!(names(&found), ["Ana", "Ben", "Ben", "Cy", "Dé"]);
    assert_eq!(
        hours(&found, 0),
        "Europe/Berlin 09:00-12:00,14:00-18:00 Mon-Fri + America/New_York 09:00-10:00 Mon-Fri"
    );
    let attendance: Vec<_> = found.team.members().map(MemberRef::attendance).collect();
    use Attendance::{Optional, Required, Unmarked};
    assert_eq!(attendance, [Required, Unmarked, Unmarked, Optional, Unmarked]);
    assert_eq!(found.team.member(0).unwrap().team(), Some("red"));
    assert_eq!(found.errors, 1);
    let said: Vec<_> = found.diagnostics.iter().map(|found| (found.row, found.code)).collect();
    let expected = [
        (4, "one-person-two-names"),
        (5, "required-differs"),
        (7, "unknown-zone"),
        (11, "one-person-two-names"),
    ];
    assert_eq!(said, expected);
    assert_eq!((0..5).map(|member| found.row(member).unwrap()).collect::<Vec<_>>(), [2, 3, 6, 8, 10]);
    // Ana's, and the ordinary day in UTC that all others have.
    assert_eq!(found.profiles(), 2);
}

#[test]
fn many_persons_with_many_rows_are_joined_across_blocks() {
    let mut text = String::from("email,name,zone,hours\n");
    for row in 0..3000 {
        let hour = 8 + row / 1000 * 4;
        text += &format!("p{}@x,P{},Europe/Berlin,{hour}-{}\n", row % 1000, row % 1000, hour + 2);
    }
    let found = roster(text);
    assert_eq!((found.team.len(), found.profiles(), found.rows), (1000, 1, 3000));
    assert_eq!(hours(&found, 999), "Europe/Berlin 08:00-10:00,12:00-14:00,16:00-18:00 Mon-Fri");
}

#[test]
fn zone_labels_are_listed_with_how_they_were_read() {
    let found = roster("zone\neurope/berlin\nUTC+5:30\nCET\nEurope/Berlin\neurope/berlin\nUTC\nnowhere\n");
    let labels: Vec<_> = found
        .zone_labels
        .iter()
        .map(|label| (&*label.label, label.zone.name(), label.how, label.rows))
        .collect();
    let expected = [
        ("europe/berlin", "Europe/Berlin", How::Iana, 2),
        ("UTC+5:30", "UTC+05:30", How::Offset, 1),
        ("CET", "CET", How::Abbreviation, 1),
        ("Europe/Berlin", "Europe/Berlin", How::Iana, 1),
        ("UTC", "UTC", How::Abbreviation, 1),
    ];
    assert_eq!(labels, expected.map(|(label, zone, how, rows)| (label, zone.to_owned(), how, rows)));
}

#[test]
fn nameless_rows_are_named_by_their_line() {
    assert_eq!(names(&roster("# x\nzone,name\nUTC,\n\nUTC,Ana\nUTC,\"\u{0}\"\n")), ["row 3", "Ana", "row 6"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        roster(&bytes);
        roster([b"name,zone,hours,days,off,required,email,start,end\n", &*bytes].concat());
    }

    #[test]
    fn no_cells_make_it_panic(
        cells in proptest::collection::vec(
            "[-0-9a-zé:;,./ –\"#\n\r\tUTC+]{0,12}|Europe/Berlin|9-17|Mon-Fri|2026-12-24|[0-9]{1,2}(am|pm|:[0-9]{2})?-[0-9]{1,2}",
            0..40,
        ),
        separator in prop_oneof![Just(","), Just(";"), Just("|"), Just("\t")],
    ) {
        let header = ["zone", "hours", "days", "off", "required", "start", "end", "name"].join(separator);
        let mut text = header + "\n";
        for (index, cell) in cells.iter().enumerate() {
            text.push_str(cell);
            text.push_str(if index % 8 == 7 { "\n" } else { separator });
        }
        let found = roster(&text);
        prop_assert!(found.team.members().all(|member| !member.name().chars().any(char::is_control)));
        let lines = text.split('\n').count() as u64 + text.matches('\r').count() as u64;
        for fault in &found.diagnostics {
            prop_assert!(fault.row >= 1 && fault.row <= lines);
            let source = fault.source.as_ref();
            prop_assert!(source.is_none_or(|source| source.text.get(source.span.clone()).is_some()));
        }
    }
}
