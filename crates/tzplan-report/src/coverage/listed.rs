//! The long lists of the JSON document: their entries are made as they are written, and never stand in memory
//! together.

use serde::{Serialize, Serializer};
use tzplan::coverage::{Gap, HeadCount};
use tzplan::{Team, UtcMinute};

use super::groups::Groups;
use super::json::{GapKeys, GroupKeys, SegmentKeys};
use crate::json::ready::{ReadyList, push_number};
use crate::words::instant::InstantText;

/// How many are at work.
pub(super) struct Segments<'a>(pub(super) &'a [HeadCount]);

impl Serialize for Segments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = ReadyList::of(serializer.serialize_seq(Some(self.0.len()))?);
        let mut stretch = StretchText::default();
        for segment in self.0 {
            if !stretch.turn_to(segment.start, segment.end) {
                list.element(&SegmentKeys::of(segment))?;
                continue;
            }
            list.entry(|text| {
                text.extend_from_slice(&stretch.text);
                text.extend_from_slice(br#""count":"#);
                push_number(segment.count, text);
                text.push(b'}');
            })?;
        }
        list.end()
    }
}

/// The gaps of a team.
pub(super) struct Gaps<'a>(pub(super) &'a [Gap], pub(super) &'a Team);

impl Serialize for Gaps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = ReadyList::of(serializer.serialize_seq(Some(self.0.len()))?);
        let mut stretch = StretchText::default();
        for gap in self.0 {
            // A gap with names in it is for the serializer.
            if !gap.off.is_empty() || !stretch.turn_to(gap.start, gap.end) {
                list.element(&GapKeys::of(gap, self.1))?;
                continue;
            }
            list.entry(|text| {
                text.extend_from_slice(&stretch.text);
                text.extend_from_slice(br#""cause":""#);
                text.extend_from_slice(gap.cause.as_str().as_bytes());
                text.extend_from_slice(br#"","days_off_minutes":"#);
                push_number(gap.for_days_off.get(), text);
                text.extend_from_slice(br#","off":[]}"#);
            })?;
        }
        list.end()
    }
}

/// The beginning of an object: its start and its end, and the comma behind them.
struct StretchText {
    text: [u8; 61],
    start: InstantText,
    end: InstantText,
}

impl Default for StretchText {
    fn default() -> Self {
        let text = *br#"{"start":"1970-01-01T00:00:00Z","end":"1970-01-01T00:00:00Z","#;
        Self { text, start: InstantText::default(), end: InstantText::default() }
    }
}

impl StretchText {
    /// Turns to a stretch; says whether the years of both instants are ones that are written with four
    /// digits.
    fn turn_to(&mut self, start: UtcMinute, end: UtcMinute) -> bool {
        // The next one mostly starts where this one ends.
        self.start = self.end;
        let is_short = self.start.turn_to(start) && self.end.turn_to(end);
        self.text[10..30].copy_from_slice(&self.start.text);
        self.text[39..59].copy_from_slice(&self.end.text);
        is_short
    }
}

/// The groups, each by itself.
pub(super) struct GroupList<'a>(pub(super) &'a Groups<'a>);

impl GroupList<'_> {
    pub(super) fn is_empty(list: &Option<Self>) -> bool {
        list.as_ref().is_none_or(|list| list.0.is_empty())
    }
}

impl Serialize for GroupList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;
        let mut entries = serializer.serialize_seq(None)?;
        self.0.each().try_for_each(|group| entries.serialize_element(&GroupKeys::of(&group)))?;
        entries.end()
    }
}
