//! Kinds of files that are no rosters, told by how they begin: what such a file is and what to hand over
//! instead is more help than a table that is not found in it.

use crate::faults::Fault;

/// How a kind begins, what it is, and what to hand over instead.
struct Kind {
    beginnings: &'static [&'static [u8]],
    name: &'static str,
    help: &'static str,
}

const PEOPLE_AS_CSV: &str =
    "export the people as CSV instead, with a column for their city, country or time zone";
const AS_TABLE: &str = "open it in a spreadsheet program and save the table as CSV or XLSX";
const COPY: &str = "copy the table into a spreadsheet, or save it as CSV";

const WEB_PAGE: &str = "a web page";

const KINDS: [Kind; 13] = [
    Kind { beginnings: &[b"begin:vcard"], name: "a vCard of an address book", help: PEOPLE_AS_CSV },
    Kind {
        beginnings: &[b"begin:vcalendar"],
        name: "a calendar",
        help: "name it beside a roster, as --off-ics NAME=FILE, or as --holidays-ics CODE=FILE",
    },
    Kind {
        beginnings: &[
            b"dn: ",
            b"dn:: ",
            b"version: 1\ndn:",
            b"version: 1\n\ndn:",
            b"# extended ldif",
            b"# ldif",
        ],
        name: "an LDIF export of a directory",
        help: PEOPLE_AS_CSV,
    },
    Kind {
        beginnings: &[
            b"<!doctype html",
            b"<html",
            b"<table",
            b"<head",
            b"<body",
            b"<div",
            b"<!--",
            b"<section",
            b"<tr>",
            b"<tbody",
            b"<ul>",
            b"<p>",
        ],
        name: WEB_PAGE,
        help: "hand over a page with a table that has a header, as Name and Time zone",
    },
    Kind { beginnings: &[b"<?xml"], name: "XML", help: AS_TABLE },
    Kind { beginnings: &[b"%pdf-"], name: "a PDF", help: COPY },
    Kind { beginnings: &[b"{\\rtf"], name: "a text with formatting (RTF)", help: COPY },
    Kind { beginnings: &[b".. list-table::", b".. csv-table::"], name: "reStructuredText", help: COPY },
    Kind { beginnings: &[b"\\begin{", b"\\documentclass"], name: "LaTeX", help: COPY },
    Kind {
        beginnings: &[b"\x89png", b"\xff\xd8\xff", b"gif8", b"riff"],
        name: "a picture or a recording",
        help: "type the table into a spreadsheet and save it as CSV",
    },
    Kind {
        beginnings: &[
            b"\x1f\x8b",
            b"7z\xbc\xaf\x27\x1c",
            b"rar!\x1a",
            b"\x28\xb5\x2f\xfd",
            b"\xfd7zxz",
            b"bzh91ay&sy",
        ],
        name: "a packed file",
        help: "unpack it first",
    },
    Kind {
        beginnings: &[b"sqlite format 3\0"],
        name: "a database of SQLite",
        help: "export the table of people as CSV",
    },
    Kind { beginnings: &[b"par1"], name: "a Parquet file", help: "export the table of people as CSV" },
];

/// How many bytes [`refusal`] wants to see.
pub(crate) const ENOUGH: usize = 64;

/// Whether a file that begins so is a web page, in which there may be a table.
pub(crate) fn is_web_page(beginning: &[u8]) -> bool {
    kind(beginning).is_some_and(|kind| kind.name == WEB_PAGE)
}

/// Why a file that begins so is not read, where it is of a kind that is no roster.
pub(crate) fn refusal(beginning: &[u8]) -> Option<Fault> {
    let kind = kind(beginning)?;
    let message = match kind.name {
        WEB_PAGE => "the file is a web page, and no table in it names people and places".to_owned(),
        name => format!("the file is {name}, which is no list of people"),
    };
    Some(Fault::error("other-kind", message, kind.help))
}

fn kind(beginning: &[u8]) -> Option<&'static Kind> {
    let beginning = &beginning[..beginning.len().min(ENOUGH)];
    let text = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning).trim_ascii_start();
    // Lines may end in other ways.
    let mut lower = text.to_ascii_lowercase();
    lower.retain(|byte| *byte != b'\r');
    let begins = |kind: &&Kind| {
        kind.beginnings.iter().any(|beginning| {
            // `PAR1,…` and `RIFF;…` head tables, as may any word: bytes of no text have to follow.
            let is_word = beginning.iter().all(u8::is_ascii_alphanumeric);
            let is_text = |byte: &u8| *byte >= b' ' || matches!(byte, b'\n' | b'\t');
            let behind = lower.strip_prefix(*beginning);
            behind.is_some_and(|behind| !is_word || !behind.iter().take(4).all(is_text))
        })
    };
    KINDS.iter().find(begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_roster_is_called_by_its_kind() {
        let cases: [(&[u8], &str); 18] = [
            (b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\n", "vCard"),
            (b"\xef\xbb\xbfbegin:vcard\n", "vCard"),
            (b"BEGIN:VCALENDAR\nVERSION:2.0\n", "calendar"),
            (b"dn: cn=Ana,dc=example,dc=org\ncn: Ana\n", "LDIF"),
            (b"version: 1\r\n\r\ndn: cn=Ana\r\n", "LDIF"),
            (b"# extended LDIF\n#\n# LDAPv3\n", "LDIF"),
            (b"\n<!DOCTYPE html>\n<html>", "web page"),
            (b"<table><tr><td>Name</td>", "web page"),
            (b"<div class=\"team\">\n<table>", "web page"),
            (b"\\begin{tabular}{ll}\n", "LaTeX"),
            (b"<?xml version=\"1.0\"?>\n<people/>", "XML"),
            (b"%PDF-1.7\n", "PDF"),
            (b"{\\rtf1\\ansi Name}", "RTF"),
            (b".. list-table:: Team\n", "reStructuredText"),
            (b"\x89PNG\r\n\x1a\n", "picture"),
            (b"\x1f\x8b\x08\0", "packed"),
            (b"SQLite format 3\0\x10", "SQLite"),
            (b"PAR1\x15\x04\x15\x10", "Parquet"),
        ];
        for (beginning, kind) in cases {
            let fault = refusal(beginning);
            assert!(fault.is_some_and(|fault| fault.message.contains(kind)), "{kind}");
        }
    }

    #[test]
    fn a_table_that_begins_alike_is_none() {
        for text in [
            "name,zone\nAna,Europe/Lisbon\n",
            "PAR1,zone\nAna,UTC\n",
            "riff;zone\n",
            "gif8\tzone\n",
            "dn,zone\nAna,UTC\n",
            "version: 1\npeople:\n  - name: Ana\n",
            "# people\nname,zone\n",
            "{\"name\": 1}",
            "<name>,zone\n",
            "BEGIN,END\n",
        ] {
            assert!(refusal(text.as_bytes()).is_none(), "{text}");
        }
    }
}
