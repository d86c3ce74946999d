//! Reads TZif, the compiled form of a zone's rules (RFC 9636), versions 2 and later.
//!
//! Own code instead of a crate: it is short, needs no dependency, and the tail rule after the last listed transition is
//! kept apart, which the season search needs.

use super::posix::TailRule;
use super::rules::Rules;
use super::transition::{Transition, valid_offset};

const HEADER: usize = 44;

/// Why bytes are not a usable TZif file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum TzifFault {
    /// No `TZif` magic.
    NotTzif,
    /// Version 1 only: 32-bit times, no tail rule.
    TooOld,
    /// A count or an index points outside the file.
    Truncated,
    /// The tail rule is not a POSIX TZ string.
    Footer,
    /// An offset of a day or more.
    Offset,
}

/// The rules in a TZif file.
pub(super) fn parse(name: &str, bytes: &[u8]) -> Result<Rules, TzifFault> {
    let first = Header::read(bytes)?;
    if bytes[4] < b'2' {
        return Err(TzifFault::TooOld);
    }
    let bytes = bytes.get(HEADER + first.body(4)..).ok_or(TzifFault::Truncated)?;
    let header = Header::read(bytes)?;
    let body = bytes.get(HEADER..HEADER + header.body(8)).ok_or(TzifFault::Truncated)?;
    let (times, rest) = body.split_at(header.transitions * 8);
    let (kinds, rest) = rest.split_at(header.transitions);
    let offset_of = |kind: u8| -> Result<i32, TzifFault> {
        let record = rest[..header.types * 6].chunks_exact(6).nth(kind.into()).ok_or(TzifFault::Truncated)?;
        valid_offset(be_i32(record)).ok_or(TzifFault::Offset)
    };

    let first_offset = offset_of(0)?;
    let mut transitions = Vec::with_capacity(header.transitions);
    let mut offset = first_offset;
    for (time, &kind) in times.chunks_exact(8).zip(kinds) {
        let next = offset_of(kind)?;
        if next != offset {
            let high = i64::from(be_i32(time)) << 32;
            transitions.push(Transition { at: high | i64::from(be_u32(&time[4..])), offset: next });
        }
        offset = next;
    }
    let last_listed =
        times.chunks_exact(8).next_back().map(|t| (i64::from(be_i32(t)) << 32) | i64::from(be_u32(&t[4..])));
    let footer = bytes.get(HEADER + header.body(8)..).ok_or(TzifFault::Truncated)?;
    let tail = footer_rule(footer)?;
    Ok(Rules::new(name, first_offset, transitions, last_listed, tail))
}

fn footer_rule(footer: &[u8]) -> Result<Option<TailRule>, TzifFault> {
    let text = std::str::from_utf8(footer).map_err(|_| TzifFault::Footer)?;
    // Without the closing newline the file was cut, and what is left of a rule may read as another one.
    let (text, _) =
        text.strip_prefix('\n').and_then(|text| text.split_once('\n')).ok_or(TzifFault::Footer)?;
    if text.is_empty() {
        return Ok(None);
    }
    TailRule::parse(text).map(Some).ok_or(TzifFault::Footer)
}

struct Header {
    ut_indicators: usize,
    standard_indicators: usize,
    leap_seconds: usize,
    transitions: usize,
    types: usize,
    characters: usize,
}

impl Header {
    fn read(bytes: &[u8]) -> Result<Self, TzifFault> {
        if !bytes.starts_with(b"TZif") {
            return Err(TzifFault::NotTzif);
        }
        let counts = bytes.get(20..HEADER).ok_or(TzifFault::Truncated)?;
        let count = |n: usize| be_u32(&counts[n * 4..]) as usize;
        Ok(Self {
            ut_indicators: count(0),
            standard_indicators: count(1),
            leap_seconds: count(2),
            transitions: count(3),
            types: count(4),
            characters: count(5),
        })
    }

    /// Bytes of the data block, whose times are 4 or 8 bytes long.
    fn body(&self, time: usize) -> usize {
        self.transitions * (time + 1)
            + self.types * 6
            + self.characters
            + self.leap_seconds * (time + 4)
            + self.standard_indicators
            + self.ut_indicators
    }
}

fn be_u32(bytes: &[u8]) -> u32 {
    u32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

fn be_i32(bytes: &[u8]) -> i32 {
    i32::from_be_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}
