//! What kind of file the first bytes announce.

use crate::list_line::begins_list;
use crate::yaml_beginning::{is_flow_of_yaml, is_key, is_yaml};

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// A zip archive: a workbook (`.xlsx`, `.ods`), or something else.
    Archive,
    /// A workbook of the old binary kind (`.xls`), or one with a password.
    OldWorkbook,
    /// Text in UTF-16.
    WideText,
    /// Text: [`Notation::of`] says of which kind.
    Text,
}

impl Format {
    /// Told by the first eight bytes.
    pub(crate) fn of(first: &[u8]) -> Self {
        match first {
            [b'P', b'K', 3, 4, ..] | [b'P', b'K', 5, 6, ..] => Self::Archive,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Self::OldWorkbook,
            // Its mark, or the zeros that letters of ASCII have in it.
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Self::WideText,
            [1..=0xff, 0, 1..=0xff, 0, ..] | [0, 1..=0xff, 0, 1..=0xff, ..] => Self::WideText,
            _ => Self::Text,
        }
    }
}

/// A kind of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Notation {
    /// Separated text.
    Delimited,
    /// JSON.
    Json,
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
    /// A list with a line for each person, behind bullets.
    PlainList,
    /// One without bullets, which more than its first line tells.
    #[cfg(feature = "structured")]
    BareList,
}

impl Notation {
    /// Its name in messages.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Delimited => "separated text",
            Self::Json => "JSON",
            Self::Toml => "TOML",
            Self::Yaml => "YAML",
            Self::PlainList => "list",
            #[cfg(feature = "structured")]
            Self::BareList => "list",
        }
    }

    /// The notation of a text by its beginning; `None` when that does not decide it and `more` follows.
    pub(crate) fn of(beginning: &[u8], more: bool) -> Option<Self> {
        let mut rest = beginning;
        while let Some(behind) = rest.strip_prefix(b"\xef\xbb\xbf") {
            rest = behind;
        }
        loop {
            rest = rest.trim_ascii_start();
            let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let line = &rest[..end.unwrap_or(rest.len())];
            match line.first() {
                None if more => return None,
                None => return Some(Self::Delimited),
                Some(b'{') => match is_flow_of_yaml(&rest[1..]) {
                    None if more => return None,
                    Some(true) => return Some(Self::Yaml),
                    _ => return Some(Self::Json),
                },
                Some(b'[') => {}
                Some(_) if end.is_none() && more => return None,
                Some(b'#') => {
                    rest = &rest[line.len()..];
                    continue;
                }
                Some(_) if is_assignment(line) => return Some(Self::Toml),
                Some(_) if line.trim_ascii_end() == b"---" => {
                    rest = &rest[line.len()..];
                    continue;
                }
                Some(_) => {
                    let behind = &rest[line.len()..];
                    match begins_list(line, behind) {
                        None if more => return None,
                        Some(true) | None => return Some(Self::PlainList),
                        Some(false) => {}
                    }
                    return match is_yaml(line, behind) {
                        None if more => None,
                        Some(true) => Some(Self::Yaml),
                        _ => Some(Self::Delimited),
                    };
                }
            }
            // An array, or the header of a table.
            let inner = rest[1..].trim_ascii_start();
            let is_word = [&b"null"[..], b"true", b"false"].iter().any(|word| inner.starts_with(word));
            return match inner.first() {
                None if more => None,
                Some(b'{') => match is_flow_of_yaml(&inner[1..]) {
                    None if more => None,
                    Some(true) => Some(Self::Yaml),
                    _ => Some(Self::Json),
                },
                Some(b']' | b'"' | b'-' | b'0'..=b'9') | None => Some(Self::Json),
                Some(_) if end.is_none() && more => None,
                Some(_) if is_word => Some(Self::Json),
                Some(_) if is_table_header(line) => Some(Self::Toml),
                Some(b'[') => Some(Self::Json),
                Some(_) => Some(Self::Delimited),
            };
        }
    }
}

/// `target = "4h"`: a TOML key with a value. The line `sep=;` of spreadsheet programs has none that TOML
/// knows.
fn is_assignment(line: &[u8]) -> bool {
    let Some(equals) = memchr::memchr(b'=', line) else { return false };
    let value = line[equals + 1..].trim_ascii();
    is_key(&line[..equals])
        && match value.first() {
            Some(b'"' | b'\'' | b'[' | b'{' | b'+' | b'-' | b'0'..=b'9') => true,
            _ => value.starts_with(b"true") || value.starts_with(b"false"),
        }
}

/// `[policy]`, `[[member]]`.
fn is_table_header(line: &[u8]) -> bool {
    let end = memchr::memchr(b']', line).unwrap_or(0);
    let behind = line[end..].iter().position(|byte| *byte != b']').map_or(&[][..], |at| &line[end + at..]);
    let behind = behind.trim_ascii_start();
    let inner = line[..end].trim_ascii_start();
    let inner = inner.strip_prefix(b"[[").or_else(|| inner.strip_prefix(b"["));
    (behind.is_empty() || behind.starts_with(b"#"))
        && inner.is_some_and(|key| is_key(key) && key.iter().any(u8::is_ascii_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_tells() {
        let cases = [
            ("name,zone\nAna,UTC\n", Notation::Delimited),
            ("# who\n\nname;zone\n", Notation::Delimited),
            ("sep=;\nname;zone\n", Notation::Delimited),
            ("sep=,\nname,zone\n", Notation::Delimited),
            ("a=b,zone\n", Notation::Delimited),
            ("[name],[zone]\n", Notation::Delimited),
            ("", Notation::Delimited),
            ("# only\n", Notation::Delimited),
            ("{\"members\":[]}", Notation::Json),
            ("\u{feff} \n {", Notation::Json),
            ("[{\"zone\":\"UTC\"}]", Notation::Json),
            ("[\n\n  {\"zone\":\"UTC\"}]", Notation::Json),
            ("[]", Notation::Json),
            ("[", Notation::Json),
            ("[[1]]", Notation::Json),
            ("[null]", Notation::Json),
            ("[[member]]\nzone = \"UTC\"\n", Notation::Toml),
            ("# who\r\n[ policy ] # how\n", Notation::Toml),
            ("title = \"x\"\n", Notation::Toml),
            ("members = [\n", Notation::Toml),
            ("a.\"b c\" = true", Notation::Toml),
            ("- name: Ana\n  zone: UTC\n", Notation::Yaml),
            ("---\n- name: Ana\n", Notation::Yaml),
            ("# who\nmembers:\n  - name: Ana\n", Notation::Yaml),
            ("team:\n- zone: UTC\n", Notation::Yaml),
            ("ana:   # lead\n\n  zone: UTC\n", Notation::Yaml),
            ("-\n  name: Ana\n", Notation::Yaml),
            ("- {name: Ana, zone: Lisbon}\n", Notation::Yaml),
            ("- { \"name\": Ana }\n", Notation::Yaml),
            ("- {\n    name: Ana,\n  }\n", Notation::Yaml),
            ("[{name: Ana, zone: Lisbon}, {name: Ben}]\n", Notation::Yaml),
            ("[\n  {name: Ana}\n]\n", Notation::Yaml),
            ("{team: [{name: Ana}]}\n", Notation::Yaml),
            ("# who\n{ana: {zone: Lisbon}}", Notation::Yaml),
            ("{'name': 'Ana'}", Notation::Yaml),
            ("{имя: Ана}", Notation::Yaml),
            ("{", Notation::Json),
            ("{}", Notation::Json),
            ("{name, zone}\n", Notation::Json),
            ("Team: Platform\nname,zone\n", Notation::Delimited),
            ("Team:\nname,zone\n", Notation::Delimited),
            ("- Ana, Lisbon\n", Notation::PlainList),
            ("# Team\n\n* Ana: Lisbon\n* Ben: Berlin\n", Notation::PlainList),
            ("1. Ana (Lisbon)\n2. Ben (Berlin)\n", Notation::PlainList),
            ("- Ana: Lisbon\n  hours: 9-17\n", Notation::Yaml),
            ("- Ana, name\n", Notation::Delimited),
            ("-,-\n", Notation::Delimited),
            ("---\nname,zone\n", Notation::Delimited),
            ("name\n", Notation::Delimited),
        ];
        for (text, notation) in cases {
            assert_eq!(Notation::of(text.as_bytes(), false), Some(notation), "{text}");
            // However little is at hand at first.
            let told = (0..text.len()).find_map(|end| Notation::of(&text.as_bytes()[..end], true));
            assert_eq!(told.unwrap_or(notation), notation, "{text}");
        }
    }

    #[test]
    fn archives_and_old_workbooks_are_told_by_their_first_bytes() {
        assert_eq!(Format::of(b"PK\x03\x04\x14\0\0\0"), Format::Archive);
        assert_eq!(Format::of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Format::OldWorkbook);
        assert_eq!(Format::of(b"PK,zone\n"), Format::Text);
        assert_eq!(Format::of(b""), Format::Text);
        assert_eq!(Format::of(b"\xff\xfen\0"), Format::WideText);
        assert_eq!(Format::of(b"\0n\0a"), Format::WideText);
    }
}
