//! Any bytes as the part of a workbook that holds the cells: behind the archive's checksums, where mutations
//! of a whole file seldom get. The first byte says which part of which kind.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = "<Types/>";
const BOOK: &str = "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";
const RELATED: &str = "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/>\
    <Relationship Id=\"r2\" Type=\"x/sharedStrings\" Target=\"t.xml\"/>\
    <Relationship Id=\"r3\" Type=\"x/styles\" Target=\"f.xml\"/></Relationships>";
const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
    <row r=\"2\"><c t=\"s\"><v>2</v></c><c s=\"1\"><v>0.375</v></c></row></sheetData></worksheet>";
const STRINGS: &str = "<sst><si><t>zone</t></si><si><t>start</t></si><si><t>UTC</t></si></sst>";
const FORMATS: &str = "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"20\"/></cellXfs></styleSheet>";

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, part)) = bytes.split_first() else { return };
    let archive = match kind % 6 {
        0 => archive(&[("content.xml", part)]),
        kind => {
            let names =
                ["[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/s.xml", "xl/t.xml", "xl/f.xml"];
            let texts = [TYPES, BOOK, RELATED, SHEET, STRINGS, FORMATS].map(str::as_bytes);
            let mut parts: Vec<_> = names.into_iter().zip(texts).collect();
            parts[usize::from(kind)].1 = part;
            archive(&parts)
        }
    };
    let options = ReadOptions { most_cells: 200_000, ..ReadOptions::default() };
    let roster = read("fuzz", archive.as_slice(), Tzdb::bundled(), &options).expect("bytes can be read");
    assert!(roster.is_ok() || !roster.diagnostics.is_empty());
});

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("memory can be written");
        zip.write_all(bytes).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}
