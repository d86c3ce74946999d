//! Offsets beside a place or a time that hold in one season only.

use tzplan::Zone;

use super::resolution::Resolution;
use super::resolver::Resolver;
use super::time_label::TimeLabel;
use super::time_pieces::NamedTime;

impl Resolver<'_> {
    /// `CET (UTC+2)`, `Berlin (UTC+1)`: that the offset is that of a part of the year. Programs put the standard
    /// one in front of all names, in brackets.
    pub(super) fn with_season(&self, one: Resolution, text: &str, found: &TimeLabel) -> Resolution {
        let offsets = found.times.iter().filter(|time| matches!(time, NamedTime::Offset(_)));
        let seconds = offsets.filter_map(|time| self.meaning(time)?.ok()?.zone.fixed_offset_seconds());
        let said: Vec<i32> = seconds.collect();
        let own = self.years.offsets(&one.zone);
        let is_whole = own.iter().all(|offset| said.contains(offset));
        let is_of_program = text.starts_with('(') && own.first() == said.first();
        let (Some(offset), false) = (said.first(), is_whole || is_of_program) else { return one };
        let shown = |seconds: &i32| Zone::fixed(*seconds / 60).map(|zone| zone.name()).unwrap_or_default();
        let other: Vec<String> = own.iter().filter(|other| *other != offset).map(shown).collect();
        let note = format!(
            "{} is at {} in a part of the year only, and at {} in the rest",
            one.zone,
            shown(offset),
            other.join(" and ")
        );
        Resolution { is_seasonal: true, ..one.noted(&note) }
    }
}
