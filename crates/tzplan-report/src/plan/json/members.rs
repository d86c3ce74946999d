//! The list of members, which is most of a large document: a million rows that differ in little but the name.

use std::io::{self, Write};

use serde::Serialize;
use tzplan::{Policy, PreparedTeam};

/// How much is collected before it is handed on.
const BLOCK: usize = 1 << 16;

/// A member of the team.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "Member")]
#[expect(dead_code, reason = "only described: it is written in two parts")]
pub(super) struct MemberKeys<'a> {
    /// Their name; empty where the roster gives none.
    name: &'a str,
    /// Where they live, as the roster has it; null where it names a zone or an offset.
    place: Option<&'a str>,
    #[schemars(flatten)]
    rest: AfterName<'a>,
}

/// What follows the name in a member's entry; the same for everybody with one schedule and attendance.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AfterName<'a> {
    /// Their zone; the first one of somebody with several.
    zone: &'a str,
    /// The zone on whose clock their hours are read, where that is not their own; of the first post.
    hours_on: Option<&'a str>,
    /// Whether they count as required, as everybody does where nobody is marked.
    required: bool,
    /// Working minutes a week, in the first season.
    minutes_per_week: u32,
    /// Workdays a week, in the first season.
    workdays: u32,
    /// Minutes a week of the hours stated that are night work, on their clock of the first day.
    night_minutes_per_week: u32,
    /// Minutes by which their day may be moved, where the roster says so; otherwise `policy.max_shift`
    /// counts.
    flex: Option<u32>,
}

/// Writes a document of three parts: the keys of `before`, `"members": [{"name", "place", "zone", "hours_on",
/// "required", "minutes_per_week", "workdays", "night_minutes_per_week", "flex"} …]`, the keys of `after`.
/// Minutes are those of the first season: they differ by season only for somebody with posts on several
/// clocks.
pub(super) fn write_around_members(
    out: &mut dyn Write,
    before: &impl Serialize,
    (prepared, policy): (&PreparedTeam, &Policy),
    after: &impl Serialize,
) -> io::Result<()> {
    let mut block = serde_json::to_vec(before)?;
    block.pop();
    block.extend_from_slice(b",\"members\":[");
    let tails = tails(prepared, policy)?;
    for (index, member) in prepared.team().members().enumerate() {
        block.extend_from_slice(if index == 0 { b"{\"name\":" } else { b",{\"name\":" });
        push_string(&mut block, member.name())?;
        block.extend_from_slice(b",\"place\":");
        match member.place() {
            Some(place) => push_string(&mut block, place)?,
            None => block.extend_from_slice(b"null"),
        }
        block.extend_from_slice(
            &tails[member.schedule_id().index()][usize::from(prepared.is_required(member))],
        );
        if block.len() >= BLOCK {
            out.write_all(&block)?;
            block.clear();
        }
    }
    block.extend_from_slice(b"],");
    out.write_all(&block)?;
    serde_json::to_writer(WithoutFirst { out: &mut *out, started: false }, after)?;
    out.write_all(b"\n")
}

/// By schedule, for members who are optional and who are required.
fn tails(prepared: &PreparedTeam, policy: &Policy) -> io::Result<Vec<[Vec<u8>; 2]>> {
    let first_season = &prepared.seasons()[0];
    let of = |(place, schedule): (usize, &tzplan::Schedule)| -> io::Result<[Vec<u8>; 2]> {
        let profile = prepared.profile_of_schedule(place);
        let week = prepared.week(profile, first_season);
        let zone = schedule.zone().name();
        let hours_on = schedule.posts()[0].hours_on().map(tzplan::Zone::name);
        let tail = |required: bool| -> io::Result<Vec<u8>> {
            let mut json = serde_json::to_vec(&AfterName {
                zone: &zone,
                hours_on: hours_on.as_deref(),
                required,
                minutes_per_week: week.minutes().get(),
                workdays: week.workdays(),
                night_minutes_per_week: prepared.night_minutes_per_week(profile, policy).get(),
                flex: schedule.flex().map(tzplan::Minutes::get),
            })?;
            json[0] = b',';
            Ok(json)
        };
        Ok([tail(false)?, tail(true)?])
    };
    prepared.team().schedules().iter().enumerate().map(of).collect()
}

/// A JSON string; most names need no escape.
fn push_string(block: &mut Vec<u8>, text: &str) -> io::Result<()> {
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        block.push(b'"');
        block.extend_from_slice(text.as_bytes());
        block.push(b'"');
        return Ok(());
    }
    Ok(serde_json::to_writer(block, text)?)
}

/// Drops the brace that opens an object, to continue one that is open already.
struct WithoutFirst<'a> {
    out: &'a mut dyn Write,
    started: bool,
}

impl Write for WithoutFirst<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.started || bytes.is_empty() {
            return self.out.write(bytes);
        }
        self.started = true;
        self.out.write_all(&bytes[1..])?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped_as_json_wants() {
        for text in ["Ana", "", "Zoë 🌍", "a\"b", "back\\slash", "tab\tnewline\n\u{1}", "\u{7f}\u{2028}"] {
            let mut block = Vec::new();
            push_string(&mut block, text).expect("writing to memory");
            assert_eq!(block, serde_json::to_vec(text).expect("a string"), "{text:?}");
        }
    }
}
