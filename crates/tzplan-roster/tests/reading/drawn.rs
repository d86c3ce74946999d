//! Tables that are drawn with characters, and tables of wikis. Each says the same of two people.

use tzplan_roster::Severity;

use crate::{hours, people, roster, with_code};

#[test]
fn a_drawing_is_read_as_its_table() {
    for text in [
        // reStructuredText: a grid and a simple table.
        "Team\n====\n\n+------+----------+-------+\n| Name | Zone     | Hours |\n+======+==========+=======+\n\
         | Ana  | Lisbon,  | 9-17  |\n|      | Portugal |       |\n+------+----------+-------+\n\
         | Ben  | Tokyo    | 10-18 |\n+------+----------+-------+\n",
        "====  ======  =====\nName  Zone    Hours\n====  ======  =====\nAna   Lisbon  9-17\nBen   Tokyo   10-18\n====  ======  =====\n",
        // A database, a box, what a shell lists.
        "+------+--------+-------+\n| name | zone   | hours |\n+------+--------+-------+\n| Ana  | Lisbon | 9-17  |\n\
         | Ben  | Tokyo  | 10-18 |\n+------+--------+-------+\n2 rows in set (0.00 sec)\n",
        "\u{250c}──────┬────────┬───────┐\n│ name │ zone   │ hours │\n├──────┼────────┼───────┤\n│ Ana  │ Lisbon │ 9-17  │\n\
         │ Ben  │ Tokyo  │ 10-18 │\n└──────┴────────┴───────┘\n",
        "Name Zone   Hours\n---- ----   -----\nAna  Lisbon 9-17\nBen  Tokyo  10-18\n",
        // Columns that stand apart, in a mail.
        "Who is where\n\nName   Zone     Hours\nAna    Lisbon   9-17\nBen    Tokyo    10-18\n",
        // MediaWiki, with a cell a line and in one line.
        "{| class=\"wikitable\"\n! Name !! Zone !! Hours\n|-\n| '''Ana'''\n| [[Lisbon]]\n| 9-17\n|-\n| Ben || [[Tokyo|Tokyo]] || 10-18\n|}\n",
        // A web page: as it is copied, and with all that stands around a table.
        "<table>\n<tr><th>Name</th><th>Zone</th><th>Hours</th></tr>\n<tr><td>Ana</td><td>Lisbon</td><td>9&ndash;17</td></tr>\n\
         <tr><td>Ben</td><td>Tokyo</td><td>10-18</td></tr></table>",
        "<!DOCTYPE html>\n<html><head><title>Who</title><style>td > a { }</style></head><body><h1>Team</h1><table><tr><td>Menu</td></tr></table>\n\
         <table class=\"t\"><thead><tr><th>Name<th>Zone<th>Hours</thead><tbody><tr><td><a href=\"/ana\">Ana</a><td>Lisbon<br>Portugal<td>9-17\n\
         <tr><td>B&#101;n<td>Tokyo<td>10-18</table></body></html>",
        // AsciiDoc.
        "[cols=\"1,1,1\"]\n|===\n|Name |Zone |Hours\n\n|Ana\n|Lisbon\n|9-17\n\n|Ben |Tokyo |10-18\n|===\n",
    ] {
        let found = roster(text);
        assert!(found.is_ok(), "{text}\n{:?}", found.diagnostics);
        assert_eq!(people(&found), ["Ana Europe/Lisbon", "Ben Asia/Tokyo"], "{text}");
        let expected = [("Ana", "09:00-17:00 Mon-Fri"), ("Ben", "10:00-18:00 Mon-Fri")];
        assert_eq!(
            hours(&found),
            expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())),
            "{text}"
        );
    }
}

#[test]
fn an_empty_cell_moves_no_other() {
    let text = "Name   Hours   Zone\nAna            Lisbon\nBen    10-18   Tokyo\n";
    let found = roster(text);
    assert!(found.is_ok(), "{:?}", found.diagnostics);
    let expected = [("Ana", "09:00-17:00 Mon-Fri"), ("Ben", "10:00-18:00 Mon-Fri")];
    assert_eq!(hours(&found), expected.map(|(name, hours)| (name.to_owned(), hours.to_owned())));
    // Where it is not told which cell is empty, the row is refused.
    let found = roster("Name   Hours   Zone\nAna      Lisbon\nBen    10-18   Tokyo\n");
    assert_eq!((found.diagnostics[0].code, found.diagnostics[0].row), ("missing-zone", 2));
    // East Asian letters take two columns of a terminal.
    let found = roster("Name    Hours   Zone\n\u{7530}\u{4e2d}            Tokyo\nBen     10-18   Tokyo\n");
    assert_eq!(people(&found), ["\u{7530}\u{4e2d} Asia/Tokyo", "Ben Asia/Tokyo"], "{:?}", found.diagnostics);
}

#[test]
fn what_is_wrong_keeps_its_line() {
    let found = roster(
        "Team\n\n+------+---------+\n| Name | Zone    |\n+------+---------+\n| Ana  | Nowhere |\n+------+---------+\n",
    );
    let wrong: Vec<(&str, u64)> = found.diagnostics.iter().map(|found| (found.code, found.row)).collect();
    assert_eq!(wrong, [("titles", 4), ("unknown-zone", 6)]);
}

/// A fault shows the user's own line, and the cell in it.
#[test]
fn what_is_wrong_is_shown_as_it_is_drawn() {
    for (text, place, line) in [
        (
            "+-------+---------+\n| Name  | Zone    |\n+-------+---------+\n| Now   | Nowhere |\n+-------+---------+\n",
            "line 4, column 11",
            "| Now   | Nowhere |",
        ),
        ("Name   Zone\n-----  -------\nNow    Nowhere\n", "line 3, column 8", "Now    Nowhere"),
        ("{|\n! Name !! Zone\n|-\n| Now\n| Nowhere\n|}\n", "line 5, column 3", "| Nowhere"),
        ("|===\n|Name |Zone\n\n|Now\n|Nowhere\n|===\n", "line 5, column 2", "|Nowhere"),
        (
            "<table>\n<tr><th>Name<th>Zone\n<tr><td>Now<td>Nowhere</table>",
            "line 3, column 16",
            "<tr><td>Now<td>Nowhere</table>",
        ),
    ] {
        let found = roster(text);
        let [fault] = with_code(&found, "unknown-zone")[..] else {
            panic!("{text}: {:?}", found.diagnostics)
        };
        let source = fault.source.as_ref().expect("a line");
        assert_eq!((fault.place.as_deref(), &*source.text), (Some(place), line), "{text}");
        assert_eq!(&source.text[source.span.clone()], "Nowhere", "{text}");
    }
}

#[test]
fn what_stands_below_is_not_dropped_in_silence() {
    let table = "+------+-----+\n| Name | Zone|\n+------+-----+\n| Ana  | UTC |\n+------+-----+\n";
    let found = roster(&format!("{table}\nAsk Ida.\n"));
    let [note] = with_code(&found, "below-table")[..] else { panic!("{:?}", found.diagnostics) };
    assert_eq!((note.row, note.severity), (7, Severity::Note));
    let found = roster(&format!("{table}\n{table}"));
    let [fault] = with_code(&found, "further-table")[..] else { panic!("{:?}", found.diagnostics) };
    assert_eq!((fault.row, fault.severity), (7, Severity::Error));
}

#[test]
fn bars_in_cells_stay_in_them() {
    let text = "Name      Zone\nAna | Bo  UTC\n";
    // A bar in the first lines is that of another table; below them it is one of a cell.
    let found = roster(text);
    assert_eq!(people(&found), ["Ana | Bo UTC"], "{:?}", found.diagnostics);
}

#[test]
fn cells_that_span_others_are_refused() {
    for (text, line) in [
        (
            "{|\n! Name !! Zone !! Team !! Hours\n|-\n| Ana || UTC || rowspan=2 | A || 9-13\n|-\n| Ben || UTC || 9-13\n|}\n",
            4,
        ),
        ("|===\n|Name |Zone |Team |Hours\n\n|Ana |UTC .2+|A |9-13\n|Ben |UTC |9-13\n|===\n", 4),
        (
            "+-----+-----+\n|Name |Zone |\n+=====+=====+\n| Ana | UTC |\n+-----+     |\n| Ben |     |\n+-----+-----+\n",
            5,
        ),
    ] {
        let found = roster(text);
        let [fault] = with_code(&found, "spanning-cell")[..] else { panic!("{:?}", found.diagnostics) };
        assert_eq!((fault.row, fault.severity), (line, Severity::Error), "{text}");
    }
}

/// The hours of Ben have two blanks in them, and no team stands below its header.
#[test]
fn as_many_cells_as_headers_are_not_always_theirs() {
    let found = roster(
        "Name    Zone     Team     Hours\nAna     Porto    Core     9-17\nIda     Oslo     Core     9-17\n\
         Ben     Oslo              9-12  13-17\n",
    );
    assert!(!found.is_ok());
    let faults: Vec<(&str, u64)> = found.diagnostics.iter().map(|found| (found.code, found.row)).collect();
    assert_eq!(faults, [("missing-zone", 4)]);
}
