//! Work and memory by counting what is allocated, not by a clock: twice the input allocates at most twice as
//! much, and no file is held in more than eight times its bytes and 64 MiB.
//!
//! One test alone: the allocator counts for the whole process.

#![cfg(all(feature = "structured", feature = "workbook"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::alloc::System;
use std::io::{Cursor, Write};

use cap::Cap;
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const MIB: usize = 1 << 20;

fn roster(bytes: &[u8]) -> Roster {
    let is_yaml = ["list: ", "usual: ", "- "].iter().any(|start| bytes.starts_with(start.as_bytes()));
    read(if is_yaml { "a.yaml" } else { "a" }, bytes, Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

/// The bytes that reading allocates in all.
fn allocated(bytes: &[u8]) -> usize {
    let before = ALLOCATOR.total_allocated();
    drop(roster(bytes));
    ALLOCATOR.total_allocated() - before
}

/// Reads a file while no more memory is to be had than it may take: more would end the process.
#[allow(clippy::print_stderr, reason = "what was read when the process ended")]
fn is_held_in_little(what: &str, bytes: &[u8], code: Option<&str>) {
    let most = 8 * bytes.len() + 64 * MIB;
    eprintln!("{what}: {} bytes are read with {} MiB", bytes.len(), most / MIB);
    ALLOCATOR.set_limit(ALLOCATOR.allocated() + most).unwrap();
    let roster = roster(bytes);
    ALLOCATOR.set_limit(usize::MAX).unwrap();
    let found = roster.diagnostics.iter().find(|found| Some(found.code) == code);
    assert_eq!(found.map(|found| found.code), code, "{what}: {:?}", roster.diagnostics.first());
}

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of a sheet, of shared texts and of more parts that it names.
fn xlsx(rows: &str, strings: &str, more: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"x/{kind}\" Target=\"{target}\"/>")
    };
    let relations = relation("r1", "worksheet", "s.xml") + &relation("r2", "sharedStrings", "t.xml");
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", &format!("<Relationships>{relations}{more}</Relationships>")),
        ("xl/s.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
        ("xl/t.xml", &format!("<sst>{strings}</sst>")),
    ])
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:spreadsheet><table:table table:name=\"a\">{rows}</table:table>\
         </office:spreadsheet></office:document-content>"
    );
    archive(&[("content.xml", &content)])
}

fn ods_cell(content: &str) -> String {
    format!("<table:table-cell office:value-type=\"string\"><text:p>{content}</text:p></table:table-cell>")
}

#[test]
fn work_is_linear_and_memory_is_bounded() {
    let _warm = roster(b"name,zone\nAna,Lisbon\nBen,Nowhere at all\n");
    memory();
    linearity();
}

fn memory() {
    let head = "<row><c t=\"str\"><v>name</v></c><c t=\"str\"><v>zone</v></c></row>";
    let of_shared = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>";
    let long = "x".repeat(MIB - 100);
    let two = format!("<si><t>{long}</t></si><si><t>UTC</t></si>");
    let many = |text: &str, count: usize| text.repeat(count);
    let cells = |rows: &str| format!("{head}{rows}");
    is_held_in_little(
        "shared texts",
        &xlsx(&cells(of_shared), &many("<si/>", 5_000_000), ""),
        Some("too-large"),
    );
    let texts = format!("{}<si><t>UTC</t></si>", many(&format!("<si><t>{long}</t></si>"), 40));
    is_held_in_little("long shared texts", &xlsx(&cells(of_shared), &texts, ""), Some("too-large"));
    let bytes = xlsx(&cells(&many(of_shared, 500)), &two, "");
    is_held_in_little("a long text in many cells", &bytes, Some("too-large"));
    let row = format!("<row>{}</row>", many("<c r=\"A1\" t=\"str\"><v>x</v></c>", 500_000));
    is_held_in_little("a column named many times", &xlsx(&cells(&row), "", ""), Some("too-large"));
    let row = format!("<row>{}</row>", many(&format!("<c t=\"str\"><v>{long}</v></c>"), 60));
    is_held_in_little("a row of long cells", &xlsx(&cells(&row), "", ""), Some("too-large"));
    let parts = many("<Relationship Id=\"x\" Type=\"y/worksheet\" Target=\"z\"/>", 500_000);
    is_held_in_little("parts", &xlsx(&cells(of_shared), &two, &parts), Some("bad-workbook"));
    let titles = many("<row><c r=\"XFD1\" t=\"str\"><v>title</v></c></row>", 100_000);
    is_held_in_little("titles far to the right", &xlsx(&titles, "", ""), Some("no-zone-column"));
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let head = row(&(ods_cell("name") + &ods_cell("zone")));
    let spaces = ods_cell(&many("<text:s text:c=\"100\"/>", 1_000_000));
    is_held_in_little("spaces", &ods(&format!("{head}{}", row(&spaces))), Some("bad-workbook"));
    let copies = "<table:table-row table:number-rows-repeated=\"100000\">";
    let copies = format!("{head}{copies}{}{}</table:table-row>", ods_cell("Ana"), ods_cell("UTC"));
    is_held_in_little("copies of a row", &ods(&copies), None);
    let yaml = yaml_of_merges(4000, 4000);
    is_held_in_little("merges", yaml.as_bytes(), Some("bad-yaml"));
    let yaml = format!("usual: &usual [{}]\nlist: [{}]\n", "x, ".repeat(10_000), "*usual, ".repeat(10_000));
    is_held_in_little("aliases", yaml.as_bytes(), Some("bad-yaml"));
}

/// A mapping of so many keys, merged so many times into one.
fn yaml_of_merges(keys: usize, merges: usize) -> String {
    let pairs: String = (0..keys).map(|key| format!("  k{key}: 1\n")).collect();
    format!("usual: &usual\n{pairs}ana:\n{}", "  <<: *usual\n".repeat(merges))
}

/// What a file holds, how many of it, and the file.
type File<'f> = (&'f str, usize, &'f dyn Fn(usize) -> String);

fn linearity() {
    let header = |name: fn(usize) -> String, count: usize| {
        let names: Vec<String> = (0..count).map(name).collect();
        format!("{}\nx\n", names.join(","))
    };
    let page = |inside: String| format!("<table><tr><th>name<th>zone</tr>{inside}</table>");
    let files: [File<'_>; 12] = [
        ("faults on one line", 1000, &|n| {
            let entry = |n| format!("{{\"hours\":\"{n:05}x\",\"zone\":\"Qwxyzzyville {n:05}\"}}");
            format!("[{}]", (0..n).map(entry).collect::<Vec<_>>().join(","))
        }),
        ("equal headers", 16_000, &|n| header(|_| "name".to_owned(), n)),
        ("equal headers of zones", 16_000, &|n| header(|_| "zone".to_owned(), n)),
        ("unknown headers", 16_000, &|n| header(|n| format!("column {n:05}"), n)),
        ("unknown labels", 1000, &|n| {
            let rows: String = (0..n).map(|n| format!("Ana,Qwxyzzyville {n:05}\n")).collect();
            format!("name,zone\n{rows}")
        }),
        ("labels with unknown parts", 1000, &|n| {
            let rows: String = (0..n).map(|n| format!("Ana,\"Lisbon, flat {n:05}\"\n")).collect();
            format!("name,zone\n{rows}")
        }),
        ("keys of a mapping merged into one of as many", 4000, &|n| {
            let pairs = |of: &str| (0..n).map(|key| format!("  {of}{key:05}: 1\n")).collect::<String>();
            format!("usual: &usual\n{}ana:\n  <<: *usual\n{}", pairs("a"), pairs("b"))
        }),
        ("merges", 1000, &|n| {
            let rows: String = (0..n).map(|n| format!("- {{<<: *usual, name: p{n:05}}}\n")).collect();
            format!("- &usual {{zone: UTC, hours: 9-17, name: a}}\n{rows}")
        }),
        ("scripts in a page", 4000, &|n| page("<script>x</script>".repeat(n))),
        ("faults of a page", 1000, &|n| {
            page((0..n).map(|n| format!("<tr><td>Ana<td>Qwxyzzyville {n:05}")).collect())
        }),
        ("faults of a drawing", 1000, &|n| {
            let rows: String = (0..n).map(|n| format!("| Ana | Qwxyzzyville {n:05} |\n")).collect();
            format!("| name | zone |\n|---|---|\n{rows}")
        }),
        ("one line of YAML", 1000, &|n| format!("list: [{}]", "{zone: UTC, name: é}, ".repeat(n))),
    ];
    for (what, count, file) in files {
        let (once, twice) = (allocated(file(count).as_bytes()), allocated(file(2 * count).as_bytes()));
        // A vector that grows may double at either.
        assert!(twice <= 2 * once + once / 4 + MIB, "{what}: {once} bytes, and {twice} for twice as much");
    }
}

/// What a merged cell says stands in its first row alone: whoever is in the others would lack it in silence.
#[test]
fn cells_merged_over_several_people_are_refused() {
    let cell = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let row =
        |cells: &[&str]| format!("<row>{}</row>", cells.iter().map(|text| cell(text)).collect::<String>());
    let rows = [
        row(&["Who is where"]),
        row(&["Team", "Name", "City", "Note"]),
        row(&["Core", "Ana", "Lisbon", "x"]),
        row(&["", "Ben", "Tokyo", ""]),
    ];
    let found = |merged: &str| {
        let merged = format!("</sheetData><mergeCells><mergeCell ref=\"{merged}\"/></mergeCells><sheetData>");
        let found = roster(&xlsx(&(rows.concat() + &merged), "", ""));
        found
            .diagnostics
            .iter()
            .filter(|fault| fault.code == "merged-cells")
            .map(|fault| fault.message.to_string())
            .collect::<Vec<_>>()
    };
    let refused = "the cells A3:A4 are merged, and only the first row has what they say";
    assert_eq!(found("A3:A4"), [refused]);
    // A title, a cell of one row, a column that is not read, rows of nobody.
    for harmless in ["A1:D1", "A1:A2", "A3:B3", "D3:D4", "A4:A9", "nowhere", "A4", ""] {
        assert!(found(harmless).is_empty(), "{harmless}");
    }
    let spanning = "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>Core</text:p></table:table-cell>";
    let row = |first: &str, cells: &[&str]| {
        let cells: String = cells.iter().map(|text| ods_cell(text)).collect();
        format!("<table:table-row>{first}{cells}</table:table-row>")
    };
    let rows = [
        row("", &["Team", "Name", "City"]),
        row(spanning, &["Ana", "Lisbon"]),
        row("<table:covered-table-cell/>", &["Ben", "Tokyo"]),
    ];
    let found = roster(&ods(&rows.concat()));
    let fault = found.diagnostics.iter().find(|fault| fault.code == "merged-cells").unwrap();
    assert_eq!(&*fault.message, "the cells A2:A3 are merged, and only the first row has what they say");
}
