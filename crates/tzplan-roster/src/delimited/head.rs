//! The start of a file: byte order mark, `sep=` line, blank and comment lines, and the header.

use std::io;

use memchr::memchr2;

use super::sniff::{names_columns, separator_of_byte, separator_of_header};
use crate::fast_path::Tape;
use crate::separator::Separator;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Finds the header and the separator it shows, and leaves the tape where the table starts. `None` when the
/// file holds nothing but blank lines and comments.
pub(super) fn read_head(tape: &mut Tape<'_>) -> io::Result<Option<Separator>> {
    let mut more = true;
    loop {
        let text = tape.rest();
        let mark = text.chunks(3).take_while(|chunk| *chunk == BYTE_ORDER_MARK).count() * 3;
        let (length, named) = named_separator(&text[mark..]);
        match header(&text[mark + length..]) {
            Some(header) if header.complete || !more => {
                let table = &text[mark + length..];
                let separator = named.unwrap_or_else(|| separator_of_table(table, header.bytes));
                tape.advance(mark + length, 0);
                return Ok(Some(separator));
            }
            None if !more => return Ok(None),
            _ => more = tape.fill()?,
        }
    }
}

/// Titles above a header are no more than these lines.
pub(crate) const MOST_TITLES: usize = 20;

/// The separator of the first line that names columns, which titles may stand above; else that of the first
/// line.
fn separator_of_table(text: &[u8], first: &[u8]) -> Separator {
    let lines = text.split(|byte| matches!(byte, b'\n' | b'\r')).filter(|line| !line.trim_ascii().is_empty());
    let mut headers = lines.take(MOST_TITLES).filter(|line| names_columns(line));
    if names_columns(first) {
        separator_of_header(first)
    } else {
        separator_of_header(headers.next().unwrap_or(first))
    }
}

/// The separator that a first line `sep=;` names for spreadsheet programs, and where that line ends.
fn named_separator(bytes: &[u8]) -> (usize, Option<Separator>) {
    let end = memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    let line = bytes[..end].trim_ascii_end();
    let named = line.get(..4).filter(|start| start.eq_ignore_ascii_case(b"sep=")).map(|_| &line[4..]);
    match named {
        // A tab has been trimmed away.
        Some([]) if bytes[..end].ends_with(b"\t") => (end, Some(Separator::Tab)),
        Some([byte]) => (end, separator_of_byte(*byte)),
        _ => (0, None),
    }
}

struct Header<'a> {
    bytes: &'a [u8],
    /// Whether its line end is there too.
    complete: bool,
}

/// The first line, quotes respected, that is neither blank nor a comment.
fn header(bytes: &[u8]) -> Option<Header<'_>> {
    let mut rest = bytes;
    loop {
        let blank = rest.iter().take_while(|byte| is_blank(**byte)).count();
        let line = &rest[memchr::memrchr2(b'\n', b'\r', &rest[..blank]).map_or(0, |end| end + 1)..];
        if blank == rest.len() {
            return None;
        }
        if line.trim_ascii_start().starts_with(b"#") {
            rest = &line[memchr2(b'\n', b'\r', line)?..];
            continue;
        }
        let mut quoted = false;
        let end = line.iter().position(|byte| {
            quoted ^= *byte == b'"';
            !quoted && matches!(byte, b'\n' | b'\r')
        });
        return Some(Header { bytes: &line[..end.unwrap_or(line.len())], complete: end.is_some() });
    }
}

/// Bytes of lines that hold nothing: blanks, separators, line ends.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b',' | b';' | b'|' | b'\n' | b'\r')
}
