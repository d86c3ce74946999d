//! The tags of a page and the text between them.

use std::borrow::Cow;

/// A part of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Piece<'t> {
    /// A tag that is known, in small letters, and its attributes.
    Open(&'static str, &'t str),
    Close(&'static str),
    Text(&'t str),
}

/// The tags that say something of tables; others stand for nothing.
const KNOWN: [&str; 9] = ["table", "tr", "td", "th", "br", "p", "div", "li", ""];
/// What stands in these is no text.
const SILENT: [&str; 2] = ["script", "style"];

/// The parts of a page in their order, each with the line on which it begins, from 0.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = (usize, Piece<'_>)> {
    let (mut at, mut line) = (0, 0);
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let (length, piece) = first(rest);
        let begins = line;
        line += rest[..length].matches('\n').count();
        at += length;
        Some((begins, piece))
    })
}

/// The first part of a text, and its length.
fn first(rest: &str) -> (usize, Piece<'_>) {
    if !begins_tag(rest) {
        let signs = rest.char_indices().skip(1);
        let end = signs.filter(|(_, c)| *c == '<').map(|(at, _)| at).find(|at| begins_tag(&rest[*at..]));
        let end = end.unwrap_or(rest.len());
        return (end, Piece::Text(&rest[..end]));
    }
    if let Some(behind) = rest.strip_prefix("<!--") {
        let end = behind.find("-->").map_or(rest.len(), |end| end + "<!---->".len());
        return (end, Piece::Open("", ""));
    }
    let end = tag_end(rest);
    let inner = rest[1..end].trim_end_matches('>');
    let (is_close, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let (name, attributes) = inner.split_at(length);
    let silent = SILENT.iter().find(|silent| !is_close && name.eq_ignore_ascii_case(silent));
    if let Some(silent) = silent {
        let is_closed = |at: &usize| {
            let name = rest.as_bytes().get(at + 2..at + 2 + silent.len());
            name.is_some_and(|name| name.eq_ignore_ascii_case(silent.as_bytes()))
        };
        let closing = rest[end..].match_indices("</").map(|(at, _)| end + at).find(is_closed);
        return (closing.unwrap_or(rest.len()), Piece::Open("", ""));
    }
    let known = KNOWN.iter().find(|known| name.eq_ignore_ascii_case(known)).copied().unwrap_or_default();
    (end, if is_close { Piece::Close(known) } else { Piece::Open(known, attributes) })
}

/// Whether a text begins with a tag: `<` alone may stand in a text.
fn begins_tag(text: &str) -> bool {
    let second = text.as_bytes().get(1).copied();
    text.starts_with('<')
        && second.is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'))
}

/// The length of a tag: a `>` in quotes does not end it.
fn tag_end(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' | b'\'' if quote == Some(byte) => quote = None,
            // Behind a `=` alone: `<p title=Ana's>` has no quotes.
            b'"' | b'\'' if quote.is_none() && text[..at].trim_end().ends_with('=') => quote = Some(byte),
            b'>' if quote.is_none() => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The letters from U+00C0 on, as pages name them.
const LATIN: &str = "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute \
    Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc \
    Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
    ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide \
    oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other names.
const NAMED: [(&str, &str); 11] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ndash", "\u{2013}"),
    ("mdash", "\u{2014}"),
    ("hellip", "\u{2026}"),
    ("lsquo", "\u{2018}"),
    ("rsquo", "\u{2019}"),
];

/// A text with the characters that it names: `&amp;`, `&#233;`, `&eacute;`. Others stay as they are.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    /// No name is longer.
    const LONGEST: usize = 10;
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut parts = text.split('&');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let name = part.bytes().take(LONGEST).position(|byte| byte == b';').map(|end| &part[..end]);
        match name.and_then(|name| Some((name, named(name)?))) {
            Some((name, character)) => {
                plain.push_str(&character);
                plain.push_str(&part[name.len() + 1..]);
            }
            None => {
                plain.push('&');
                plain.push_str(part);
            }
        }
    }
    Cow::Owned(plain)
}

fn named(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number).map(String::from);
    }
    if let Some((_, text)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    let place = LATIN.split_whitespace().position(|known| known == name)?;
    char::from_u32(0xc0 + u32::try_from(place).ok()?).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_characters() {
        for (text, expected) in [
            ("Zo&euml; &amp; Andr&#233; &#xd8;", "Zo\u{eb} & Andr\u{e9} \u{d8}"),
            ("9&ndash;17 &lt; &yuml;&Agrave;", "9\u{2013}17 < \u{ff}\u{c0}"),
            ("R&D; &unknown; &#x110000; &", "R&D; &unknown; &#x110000; &"),
        ] {
            assert_eq!(decoded(text), expected, "{text}");
        }
    }

    #[test]
    fn tags_and_texts() {
        let all: Vec<_> =
            pieces("a <b\n<TD class=\"x>y\" >c</td><!-- <td> -->\n<script>if (a<b) '</b' {}</SCRIPT>d")
                .collect();
        let expected = [
            (0, Piece::Text("a ")),
            (0, Piece::Open("", "\n<TD class=\"x>y\" ")),
            (1, Piece::Text("c")),
            (1, Piece::Close("td")),
            (1, Piece::Open("", "")),
            (1, Piece::Text("\n")),
            (2, Piece::Open("", "")),
            (2, Piece::Close("")),
            (2, Piece::Text("d")),
        ];
        assert_eq!(all, expected);
        let quotes: Vec<_> = pieces("<td title=Ana's>1 < 2</td").collect();
        assert_eq!(
            quotes,
            [(0, Piece::Open("td", " title=Ana's")), (0, Piece::Text("1 < 2")), (0, Piece::Close("td"))]
        );
    }
}
