//! Reads TZif, the compiled form of a zone's rules (RFC 9636), versions 2 and later.
//!
//! jiff-core reads the data with an empty footer; the rule of the footer is read by itself. Otherwise any
//! crate of a build that switches on jiff-core's feature `tz-fat` would change answers: the rule is then
//! written out to 2037 before it is seen here, and wrongly for daylight time all year long (see
//! [`TailRule`]).

use jiff_core::tz::tzif::{TimeZone, Timestamp};

use super::rules::Rules;
use super::tail::TailRule;
use super::transition::{Transition, valid_offset};

/// The rules in a TZif file, or what is wrong with it.
///
/// jiff-core's instants end with the years −9999 and 9999. A change of offset before them counts as having
/// always been; a file with one after them is refused.
pub(super) fn parse(name: &str, bytes: &[u8]) -> Result<Rules, String> {
    if bytes.get(4).is_some_and(|version| *version < b'2') {
        return Err("it is of version 1, which has no rule for the years to come".to_owned());
    }
    let (data, rule) = split_footer(bytes).ok_or("its end is missing")?;
    let file = TimeZone::parse(&[data, b"\n\n"].concat()).map_err(|fault| fault.to_string())?;
    if file.posix_tz.is_some() {
        return Err("it goes on after its footer".to_owned());
    }

    // The first entry is jiff-core's own: type 0, from the year −9999 on.
    let (times, kinds) = (&file.transitions.timestamps, &file.transitions.infos);
    if !times.is_sorted() {
        return Err("its changes of offset are not in order".to_owned());
    }
    if times.last() == Some(&Timestamp::MAX) {
        return Err("it has a change of offset after the year 9999".to_owned());
    }
    let mut first_offset = 0;
    let mut transitions: Vec<Transition> = Vec::with_capacity(times.len());
    for (time, kind) in times.iter().zip(kinds.iter()) {
        let offset = valid_offset(file.types[usize::from(kind.type_index)].offset.seconds())?;
        if *time == Timestamp::MIN {
            first_offset = offset;
        } else if offset != transitions.last().map_or(first_offset, |earlier| earlier.offset) {
            transitions.push(Transition { at: time.as_second(), offset });
        }
    }
    let last_listed = times.last().filter(|time| **time > Timestamp::MIN).map(|time| time.as_second());
    let tail = if rule.is_empty() { None } else { Some(TailRule::parse(rule)?) };
    let last_offset = transitions.last().map_or(first_offset, |last| last.offset);
    if last_listed.zip(tail.as_ref()).is_some_and(|(at, rule)| rule.offset_at(at) != last_offset) {
        return Err("its footer contradicts its last change of offset".to_owned());
    }
    Ok(Rules::new(name, first_offset, transitions, last_listed, tail))
}

/// What stands before the footer, and the rule in it: the text between the last two newlines.
///
/// A file that was cut has no newline at its end, or one that is part of the data, which is then too short.
fn split_footer(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let before_end = bytes.strip_suffix(b"\n")?;
    let start = before_end.iter().rposition(|byte| *byte == b'\n')?;
    Some((&bytes[..start], &before_end[start + 1..]))
}
