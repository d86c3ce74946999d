//! Files made to do harm: refused, and never a panic. That they take little memory and work is counted in
//! `bounded`.

#![cfg(all(feature = "structured", feature = "workbook", feature = "encodings"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::io::{Cursor, Read, Write};
use std::path::Path;

use proptest::prelude::*;
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const FIXTURES: [&str; 12] = [
    "team.csv",
    "team.json",
    "team.toml",
    "team.xlsx",
    "since-1904.xlsx",
    "sheets.xlsx",
    "faults.xlsx",
    "libreoffice.ods",
    "libreoffice.xlsx",
    "odfpy.ods",
    "utf-16le.txt",
    "windows-1252.csv",
];

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)).unwrap()
}

fn small() -> ReadOptions {
    ReadOptions { most_bytes: 1 << 20, most_unpacked: 4 << 20, most_cells: 100_000, ..ReadOptions::default() }
}

/// Reads what may be anything; what comes back holds together.
fn survives(bytes: &[u8]) -> Roster {
    let roster = read("any", bytes, Tzdb::bundled(), &small()).unwrap();
    assert!(roster.is_ok() || !roster.diagnostics.is_empty());
    assert!(roster.team.len() <= roster.rows);
    for found in &roster.diagnostics {
        let texts = [Some(&*found.message), Some(&*found.help), Some(&*found.value), found.place.as_deref()];
        for text in texts.into_iter().flatten().chain(found.source.as_ref().map(|source| &*source.text)) {
            assert!(!text.chars().any(char::is_control), "{text:?}");
        }
        if let Some(source) = &found.source {
            assert!(source.text.get(source.span.clone()).is_some(), "{source:?}");
        }
    }
    roster
}

fn code(bytes: &[u8]) -> &'static str {
    survives(bytes).diagnostics[0].code
}

/// The parts of an archive.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = zip.len();
    let part = |index| {
        let mut file = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(part).collect()
}

fn archive<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A fixture of which one part is replaced.
fn replaced(name: &str, part: &str, content: &str) -> Vec<u8> {
    let parts = parts(&fixture(name));
    assert!(parts.iter().any(|(name, _)| name == part), "{part}");
    let parts = parts.iter().map(|(name, bytes)| {
        (name.as_str(), if name == part { content.as_bytes() } else { bytes.as_slice() })
    });
    archive(parts)
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

fn sheet_of(rows: &str) -> String {
    format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
}

fn ods_of(rows: &str) -> String {
    format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    )
}

#[test]
fn a_workbook_that_explodes_is_refused() {
    // Five megabytes of blanks take five kilobytes.
    let blanks = " ".repeat(5 << 20);
    let bomb = replaced("team.xlsx", SHEET, &sheet_of(&blanks));
    assert!(bomb.len() < 20_000);
    assert_eq!(code(&bomb), "too-large");
    assert_eq!(code(&replaced("odfpy.ods", "content.xml", &ods_of(&blanks))), "too-large");
    // One that says that it is small.
    let mut liar = bomb;
    let (said, size) = ((5_u32 << 20) + sheet_of("").len() as u32, 100_u32);
    let said = said.to_le_bytes();
    let places: Vec<_> = (0..liar.len() - 4).filter(|at| liar[*at..at + 4] == said).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&size.to_le_bytes());
    }
    assert!(["too-large", "bad-workbook"].contains(&code(&liar)), "{}", code(&liar));
    // A part that nobody reads counts too.
    let stuffed = archive([("[Content_Types].xml", &b"<Types/>"[..]), ("media/a.png", blanks.as_bytes())]);
    assert_eq!(code(&stuffed), "too-large");
}

#[test]
fn few_bytes_make_no_great_table() {
    let header = "<row r=\"1\"><c t=\"inlineStr\"><is><t>zone</t></is></c></row>";
    let far = format!("{header}<row r=\"4000000000\"><c r=\"XFD4000000000\" t=\"str\"><v>x</v></c></row>");
    assert_eq!(code(&replaced("team.xlsx", SHEET, &sheet_of(&far))), "no-rows");
    for place in ["ZZZZZZZZZZZZZZ99999999999999999999", "A0", "0", "", "é1"] {
        let cell = format!(
            "{header}<row r=\"{place}\"><c r=\"{place}\" s=\"99999999999\" t=\"s\"><v>-1</v></c></row>"
        );
        survives(&replaced("team.xlsx", SHEET, &sheet_of(&cell)));
    }
    let strings = "<sst uniqueCount=\"18446744073709551615\" count=\"99\"><si><t>zone</t></si></sst>";
    survives(&replaced("libreoffice.xlsx", "xl/sharedStrings.xml", strings));
    // A long text in many cells.
    let long = format!(
        "<sst><si><t>zone</t></si><si><t>name</t></si><si><t>UTC</t></si><si><t>{}</t></si></sst>",
        "x".repeat(30_000)
    );
    let rows: String = (2..3000)
        .map(|row| format!("<row r=\"{row}\"><c t=\"s\"><v>2</v></c><c t=\"s\"><v>3</v></c></row>"))
        .collect();
    let rows = format!("<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>{rows}");
    let parts = parts(&fixture("libreoffice.xlsx"));
    let sheet = sheet_of(&rows);
    let parts = parts.iter().map(|(name, bytes)| match name.as_str() {
        SHEET => (SHEET, sheet.as_bytes()),
        "xl/sharedStrings.xml" => ("xl/sharedStrings.xml", long.as_bytes()),
        name => (name, bytes.as_slice()),
    });
    let roster = survives(&archive(parts));
    assert_eq!(roster.diagnostics[0].code, "too-large");
    assert!(roster.team.len() < 200);
}

#[test]
fn repeated_cells_and_rows_stay_few() {
    let cell = |text: &str, times: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"{times}\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str, times: &str| {
        format!("<table:table-row table:number-rows-repeated=\"{times}\">{cells}</table:table-row>")
    };
    let head = row(&cell("zone", "1"), "1");
    let read = |rows: String| code(&replaced("odfpy.ods", "content.xml", &ods_of(&rows)));
    assert_eq!(read(head.clone() + &row(&cell("UTC", "1"), "4000000000")), "too-large");
    assert_eq!(
        read(head.clone() + &row(&cell("UTC", "1"), "90000") + &row(&cell("UTC", "1"), "90000")),
        "too-large"
    );
    assert_eq!(read(row(&cell(&"x".repeat(1000), "99999999999"), "1") + &head), "no-zone-column");
    assert_eq!(
        read(
            head.clone()
                + &row(
                    "<table:table-cell table:number-columns-repeated=\"18446744073709551615\"/>",
                    "18446744073709551615"
                )
        ),
        "no-rows"
    );
    let spaces = "<table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"99999999999\"/></text:p></table:table-cell>";
    assert_eq!(read(head.clone() + &row(spaces, "1")), "no-rows");
    // A few copies are people.
    let twice =
        survives(&replaced("odfpy.ods", "content.xml", &ods_of(&(head + &row(&cell("UTC", "1"), "3")))));
    assert_eq!((twice.team.len(), twice.row(2)), (3, Some(4)));
}

#[test]
fn xml_that_is_cut_short_or_refers_to_itself() {
    let laughs = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;&b;\">]>";
    let rows = "<row><c t=\"inlineStr\"><is><t>zone</t></is></c></row><row><c t=\"inlineStr\"><is><t>&c;UTC</t></is></c></row>";
    let roster = survives(&replaced("team.xlsx", SHEET, &format!("{laughs}{}", sheet_of(rows))));
    assert_eq!(roster.team.len(), 1);
    for (name, part) in
        [("team.xlsx", SHEET), ("odfpy.ods", "content.xml"), ("libreoffice.ods", "content.xml")]
    {
        let whole = parts(&fixture(name)).into_iter().find(|(name, _)| name == part).unwrap().1;
        let whole = String::from_utf8(whole).unwrap();
        let end = whole.find("</sheetData>").or(whole.rfind("</table:table>")).unwrap();
        for cut in (0..whole.len()).step_by(whole.len() / 60).filter(|at| whole.is_char_boundary(*at)) {
            // What stands behind the cells is not needed.
            let roster = survives(&replaced(name, part, &whole[..cut]));
            assert!(!roster.is_ok() || cut > end, "{name} {cut}");
        }
    }
    let deep = format!("{}{}", "<a>".repeat(200_000), "</a>".repeat(200_000));
    survives(&replaced("team.xlsx", SHEET, &deep));
}

#[test]
fn large_files_that_are_read_whole_are_refused() {
    for start in ["[", "{\"members\": [", "[[member]]\n#", "PK\u{3}\u{4}"] {
        let text = start.to_owned() + &" ".repeat(2 << 20);
        assert_eq!(code(text.as_bytes()), "too-large", "{start:?}");
        // Also where they never end.
        let endless = start.as_bytes().chain(std::io::repeat(b' '));
        let roster = read("any", endless, Tzdb::bundled(), &small()).unwrap();
        assert_eq!(roster.diagnostics[0].code, "too-large", "{start:?}");
    }
    // Text has no limit.
    let text = "zone\n".to_owned() + &"UTC\n".repeat(1 << 20);
    assert_eq!(survives(text.as_bytes()).team.len(), 1 << 20);
}

/// Changes of a file.
fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, Vec<u8>, usize)>> {
    let change = (any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 0..4), 0_usize..8);
    prop::collection::vec(change, 1..6)
}

fn changed(mut bytes: Vec<u8>, changes: Vec<(prop::sample::Index, Vec<u8>, usize)>) -> Vec<u8> {
    for (at, new, dropped) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + dropped).min(bytes.len());
        bytes.splice(at..end, new);
    }
    bytes
}

proptest! {
    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for start in [&b""[..], b"name,zone\n", b"[[member]]\n", b"[{", b"\xff\xfe", b"PK\x03\x04", b"\xe9,zone\n"] {
            survives(&[start, &bytes].concat());
        }
    }

    #[test]
    fn changed_files_are_read(name in prop::sample::select(FIXTURES.to_vec()), changes in changes()) {
        survives(&changed(fixture(name), changes));
    }

    #[test]
    fn changed_parts_of_workbooks_are_read(
        name in prop::sample::select(FIXTURES.iter().filter(|name| name.ends_with('s') || name.ends_with('x')).collect::<Vec<_>>()),
        part in any::<prop::sample::Index>(),
        changes in changes(),
    ) {
        let mut parts = parts(&fixture(name));
        let part = part.index(parts.len());
        parts[part].1 = changed(std::mem::take(&mut parts[part].1), changes);
        survives(&archive(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))));
    }
}

/// Two megabytes of one letter take two kilobytes.
#[test]
fn a_cell_of_a_workbook_has_a_limit() {
    let long = "x".repeat(2 << 20);
    let cell = |text: &str| format!("<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>");
    let many = |text: &str| format!("<row><c t=\"inlineStr\"><is>{}</is></c></row>", text.repeat(3));
    let runs = many(&format!("<r><t>{}</t></r>", &long[..600 << 10]));
    for rows in [cell(&long), cell(&"<![CDATA[xxxxxxxxxxxxxxxxxxxx]]>".repeat(100_000)), runs] {
        let bytes = replaced("team.xlsx", SHEET, &sheet_of(&rows));
        assert!(bytes.len() < 40_000);
        let roster = survives(&bytes);
        let found = &roster.diagnostics[0];
        assert_eq!(found.code, "bad-workbook");
        assert!(found.message.contains("longer than 1 MiB"), "{found}");
    }
    let text = format!(
        "<table:table-row><table:table-cell><text:p>{long}</text:p></table:table-cell></table:table-row>"
    );
    assert_eq!(code(&replaced("odfpy.ods", "content.xml", &ods_of(&text))), "bad-workbook");
}

/// What comes to a hundred times its length, and is long, is none that people made.
#[test]
fn a_small_workbook_does_not_become_a_large_one() {
    let rows = format!("<row><c><v>{}</v></c></row>", " ".repeat(1000)).repeat(120_000);
    let bytes = replaced("team.xlsx", SHEET, &sheet_of(&rows));
    assert!(bytes.len() < 400_000, "{}", bytes.len());
    let roster = read("any", &bytes[..], Tzdb::bundled(), &ReadOptions::default()).unwrap();
    assert_eq!(roster.diagnostics[0].code, "too-large");
}
