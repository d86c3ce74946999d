//! The flags that change somebody of the roster: `--move`, `--hours-of`, `--optional`, `--without`.

use chrono::WeekdaySet;
use tzplan::team::Post;
use tzplan::{Change, Minutes, Shift, Team, Zone};
use tzplan_report::Change as Shown;
use tzplan_roster::HoursCell;

use super::alike::{self, Alike};
use super::{Kind, WhatIf};
use crate::failure::Failure;
use crate::flag::Flag;
use crate::names::cut;

impl WhatIf<'_> {
    pub(super) fn moves(&mut self, flag: Flag<'_>) -> Result<(), Failure> {
        let Some((name, label)) = self.halves(flag, "'Ana=Europe/Lisbon' or 'Ana=+1h'") else {
            return Ok(());
        };
        if is_shift(label) {
            self.shifts(flag, name, label);
            return Ok(());
        }
        if let Some(why) = self.is_of_the_day(name, label) {
            self.fault(flag, &why);
            return Ok(());
        }
        if alike::name(name).is_some() {
            self.fault(
                flag,
                "of everyone like somebody only the day can be moved; write it like 'everyone like Ana=+1h'",
            );
            return Ok(());
        }
        let (member, zone) = (self.member(flag, name, Kind::Zone), self.zone(flag, label)?);
        if let (Some(member), Some(zone)) = (member, zone) {
            if is_number(label) {
                let (name, hours) = (cut(name.trim()), cut(label.trim()));
                let day = format!("a day that is moved has a unit: --move '{name}={hours}h'");
                let message = format!("`{hours}` is read as the offset {}; {day}", zone.name());
                self.cells.assume(flag, "offset", message);
            }
            self.shown.push(Shown::Move { who: self.names.who(member), zone: zone.name() });
            self.read.push((flag.name, Change::Move { member: member.into(), zone }));
        }
        Ok(())
    }

    /// What is to be written where a day is meant and no place: `Ana=1h`, `Ana=9-17`.
    fn is_of_the_day(&self, name: &str, text: &str) -> Option<String> {
        let (name, of) = (cut(name.trim()), cut(text.trim()));
        // `100 Mile House` is a place.
        if format!("+{}", text.trim()).parse::<Shift>().is_ok() {
            return Some(format!(
                "a moved day has a sign; write --move '{name}=+{of}' for later, '{name}=-{of}' for earlier"
            ));
        }
        let are_hours = self.cells.turned(text).is_some();
        are_hours
            .then(|| format!("hours are changed with --hours-of '{name}={of}'; --move takes a place or +1h"))
    }

    pub(super) fn shifts(&mut self, flag: Flag<'_>, name: &str, text: &str) {
        let (name, is_of_all) = alike::name(name).map_or((name, false), |name| (name, true));
        let member = self.member(flag, name, Kind::Shift);
        match text.parse::<Shift>() {
            Ok(by) if by == Shift::NONE => self.fault(flag, "it moves nothing; write it like +1h or -30m"),
            Ok(by) if by.length() > Minutes::hours(12) => {
                self.fault(flag, "a day is moved by 12 hours at most; write it like +1h or -30m");
            }
            Ok(by) => {
                if let Some(member) = member {
                    let shown = self.shown.len();
                    self.shown.push(Shown::Shift { who: self.names.who(member), shift: by, others: 0 });
                    match is_of_all {
                        true => {
                            self.alike.push(Alike { value: flag.value.to_owned(), like: member, by, shown });
                        }
                        false => self.read.push((flag.name, Change::Shift { member: member.into(), by })),
                    }
                }
            }
            Err(_) => self.fault(flag, &format!("`{}` is no shift; write it like +1h or -30m", text.trim())),
        }
    }

    pub(super) fn hours_of(&mut self, flag: Flag<'_>) {
        let Some((name, text)) = self.halves(flag, "'Ana=10-18'") else { return };
        let (called, value) = (cut(name.trim()), cut(text.trim()));
        if is_shift(text) || (self.cells.is_zone(text) && !self.cells.are_hours(text)) {
            let what = if is_shift(text) { "a day is moved" } else { "somebody moves to a place" };
            self.fault(
                flag,
                &format!("{what} with --move '{called}={value}'; here stand hours, as in 10-18"),
            );
            return;
        }
        let member = self.member(flag, name, Kind::Hours);
        let days = member.map(|member| working_days(self.team, member));
        let post = member.and_then(|member| first_post(self.team, member));
        let cell = self.cells.hours(flag, text, days, post.map(Post::zone));
        if let (Some(member), Some(HoursCell { hours, clock, .. })) = (member, cell) {
            let is_plain = |post: &Post| post.hours_on().is_none() && post.stays().is_empty();
            let is_own = |clock: &Zone| post.is_some_and(|post| post.zone() == clock && is_plain(post));
            let clock = clock.filter(|clock| !is_own(clock));
            // Where no clock is named they stay on the one that they are on.
            let hours_on = clock.as_ref().or(post.and_then(Post::hours_on)).map(Zone::name);
            self.shown.push(Shown::Hours { who: self.names.who(member), hours: hours.clone(), hours_on });
            let member = member.into();
            let change = match clock {
                Some(clock) => Change::HoursOn { member, hours, clock },
                None => Change::Hours { member, hours },
            };
            self.read.push((flag.name, change));
        }
    }

    pub(super) fn optional(&mut self, flag: Flag<'_>) {
        if let Some(member) = self.member(flag, flag.value, Kind::Optional) {
            self.shown.push(Shown::Optional { who: self.names.who(member) });
            self.read.push((flag.name, Change::Optional { member: member.into() }));
        }
    }

    pub(super) fn without(&mut self, flag: Flag<'_>) {
        if let Some(member) = self.member(flag, flag.value, Kind::Without) {
            self.shown.push(Shown::Without { who: self.names.who(member) });
            self.read.push((flag.name, Change::Without { member: member.into() }));
        }
    }
}

/// A sign and a unit: `+1h`, `-30m`. `+5:30` is an offset, and so a zone.
fn is_shift(text: &str) -> bool {
    let mut letters = text.trim().strip_prefix(['+', '-', '\u{2212}']).unwrap_or("").chars();
    letters.next().is_some_and(|first| first.is_ascii_digit()) && letters.any(|c| "hHmM".contains(c))
}

/// A sign and a number: `+2` may be an offset, or hours.
fn is_number(text: &str) -> bool {
    let digits = text.trim().strip_prefix(['+', '-', '\u{2212}']).unwrap_or_default();
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first post of a member.
fn first_post(team: &Team, member: usize) -> Option<&Post> {
    team.member(member)?.schedule().posts().first()
}

/// The days on which a member's shifts start.
fn working_days(team: &Team, member: usize) -> WeekdaySet {
    let posts = team.member(member).map_or(&[][..], |member| member.schedule().posts());
    posts.iter().fold(WeekdaySet::EMPTY, |days, post| days.union(post.hours().days()))
}
