//! Content lines: folded, escaped, ended by CRLF.

use std::io;

use crate::words::clean;

/// The most octets in a line, its end not counted (RFC 5545, section 3.1).
const MOST_OCTETS: usize = 75;

/// A writer of content lines.
pub(super) struct Lines<'w> {
    out: &'w mut dyn io::Write,
}

impl<'w> Lines<'w> {
    pub(super) fn new(out: &'w mut dyn io::Write) -> Self {
        Self { out }
    }

    /// A line that is made of nothing but the program's own words and values.
    pub(super) fn plain(&mut self, line: &str) -> io::Result<()> {
        let mut room = MOST_OCTETS;
        let mut rest = line;
        while rest.len() > room {
            let end = (0..=room).rev().find(|end| rest.is_char_boundary(*end)).unwrap_or(room);
            self.out.write_all(&rest.as_bytes()[..end])?;
            self.out.write_all(b"\r\n ")?;
            rest = &rest[end..];
            // A further line begins with a blank.
            room = MOST_OCTETS - 1;
        }
        self.out.write_all(rest.as_bytes())?;
        self.out.write_all(b"\r\n")
    }

    /// A property with a text of its own: `SUMMARY:Team meeting`.
    pub(super) fn text(&mut self, name: &str, value: &str) -> io::Result<()> {
        self.plain(&format!("{name}:{}", escaped(value)))
    }
}

/// A text as a value. What is left of line breaks are those that the program made.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// A title as it is shown: one line, without what steers a reader.
pub(super) fn title(text: &str) -> String {
    clean::fit(text, 200)
}

/// A UID that only depends on the parts: FNV-1a of 128 bits over them, each closed by a zero octet.
pub(super) fn uid(parts: &[&str]) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let octets = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let hash = octets.fold(BASIS, |hash, octet| (hash ^ u128::from(octet)).wrapping_mul(PRIME));
    format!("{hash:032x}@tzplan")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(write: impl FnOnce(&mut Lines<'_>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Lines::new(&mut out)).expect("a vector takes everything");
        String::from_utf8(out).expect("lines never end inside a character")
    }

    #[test]
    fn long_lines_fold_at_75_octets_between_characters() {
        for text in [
            "x".repeat(500),
            "é".repeat(200),
            "山田".repeat(100),
            "🙂".repeat(90),
            format!("x{}", "🙂".repeat(90)),
        ] {
            let written = lines(|lines| lines.text("SUMMARY", &text));
            assert!(written.ends_with("\r\n"));
            for line in written.strip_suffix("\r\n").expect("an end").split("\r\n") {
                assert!(line.len() <= 75, "{}", line.len());
            }
            assert_eq!(written.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
        assert_eq!(lines(|lines| lines.plain(&"x".repeat(75))), format!("{}\r\n", "x".repeat(75)));
    }

    #[test]
    fn no_line_is_a_strangers() {
        let hostile = "x\r\nATTENDEE:mailto:a@b\r\n;,\\\u{7}\u{85}y";
        assert_eq!(
            lines(|lines| lines.text("SUMMARY", hostile)),
            "SUMMARY:x\\nATTENDEE:mailto:a@b\\n\\;\\,\\\\y\r\n"
        );
        assert_eq!(title(hostile), "x ATTENDEE:mailto:a@b ;,\\\u{fffd} y");
    }

    #[test]
    fn uids_follow_the_published_hash() {
        // The FNV reference: 128 bits of "a" are d228cb696f1a8caf78912b704e4a8964; here a zero octet follows.
        let of_a: u128 = 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964;
        let closed = of_a.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        assert_eq!(uid(&["a"]), format!("{closed:032x}@tzplan"));
        assert_ne!(uid(&["a", "b"]), uid(&["ab", ""]));
    }
}
