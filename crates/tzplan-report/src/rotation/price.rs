//! What turns cost, beside one time for all weeks, in words: whether they spare anybody, and who pays for
//! which.

use tzplan::meeting::{Entry, Ledger, Meetings, Rotation};
use tzplan::{PreparedTeam, ScheduleId};

use crate::words::cost::{member_name, name};
use crate::words::crowds::Crowds;
use crate::words::dates::{self, counted};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, long};
use crate::words::people::{Names, and};
use crate::words::slots::clock_of;

/// The most people named.
const MOST_NAMED: usize = 3;

pub(super) struct Price<'a> {
    pub(super) meetings: &'a Meetings,
    pub(super) rotation: &'a Rotation,
    pub(super) crowds: &'a Crowds<'a>,
    pub(super) names: Names,
}

impl Price<'_> {
    /// `TAKE TURNS OVER 8 WEEKS: nobody gives more than 4 h, instead of 8 h with one time`.
    pub(super) fn title(&self) -> Text {
        let (turns, one) = (self.rotation, &self.rotation.single);
        let weeks = counted(turns.weeks.len() as u64, "WEEK", "WEEKS");
        if turns.total == 0 {
            let what = match (turns.no_workday, self.is_asked_of_optional()) {
                (0, false) => ": within everybody's hours",
                (0, true) => ": within the hours of everybody required",
                _ => ", on somebody's free days",
            };
            return Text::new(Ink::Strong, format!("ROTATION OVER {weeks}{what}"));
        }
        if self.is_one_time() {
            let fair = match turns.exact {
                true => "every week is as fair as any turns",
                false => "every week: nothing fairer was found",
            };
            let mut text = Text::new(Ink::Strong, format!("NO TURNS OVER {weeks}"));
            let slot = turns.weeks.first().map_or(one.slot, |week| week.slot);
            text.push(Ink::Strong, &format!(": {} {} {fair}", slot.day(), slot.time));
            return text;
        }
        if self.is_dear() {
            let mut text = Text::new(Ink::Warn, format!("TURNS OVER {weeks} ARE DEAR"));
            let [now, then] = self.in_all();
            text.push(Ink::Strong, &format!(": {now} in all; one time costs {then}{}", self.most()));
            return text;
        }
        let mut text = Text::new(Ink::Good, format!("TAKE TURNS OVER {weeks}"));
        let [most_now, most_then] = [self.largest(), one.largest];
        text.push(
            Ink::Strong,
            &match most_now < most_then {
                true => format!(
                    ": nobody works more than {} longer, instead of {} at one time",
                    long(most_now),
                    long(most_then)
                ),
                false => ": they cost no more than one time for all".to_owned(),
            },
        );
        text
    }

    /// Whether it is outside the hours of somebody who is optional.
    fn is_asked_of_optional(&self) -> bool {
        let mut asked = self.rotation.weeks.iter().flat_map(|week| &week.asked);
        asked.any(|(schedule, asked)| self.crowds.required(*schedule) == 0 && !asked.is_within_hours())
    }

    /// `For 1 h, one slot a week on Berlin's clock, of 480 slots.`
    pub(super) fn kind(&self, candidates: usize) -> String {
        let (lasts, clock) = (length(self.meetings.duration()), clock_of(self.meetings));
        let slots = counted(candidates as u64, "slot", "slots");
        format!("For {lasts}, one slot a week on {clock}'s clock, of {slots}.")
    }

    /// What turns cost in all beside the best single slot in the same weeks, and who bears the night under
    /// each; nothing where they are one.
    pub(super) fn beside_one_time(&self) -> Option<String> {
        let (turns, one) = (self.rotation, &self.rotation.single);
        if self.is_one_time() || turns.total == 0 {
            return None;
        }
        let at = format!("{} {}", one.slot.day(), one.slot.time);
        let nights = match (self.heads(&turns.at_night), self.heads(&one.at_night)) {
            (0, 0) => "nobody is at night either way".to_owned(),
            (now, then) => {
                let night = |schedules: &[ScheduleId], heads: u64, minutes: u64| match heads {
                    0 => "nobody".to_owned(),
                    _ => format!("{} ({})", self.named(schedules), long(minutes)),
                };
                format!(
                    "at night {} in turns, {} at one time",
                    night(&turns.at_night, now, turns.total_night),
                    night(&one.at_night, then, one.total_night)
                )
            }
        };
        let [all_now, all_then] = self.in_all();
        let rather = match self.is_dear() {
            true => {
                " Decide with those who bear it: turns share it, one time costs less in all; or those whom it \
                 costs most are optional."
            }
            false => "",
        };
        Some(format!(
            "Turns cost {all_now} in all; {at} every week would cost {all_then}{}; {nights}.{rather}",
            self.most()
        ))
    }

    /// What turns ask of anybody at most.
    pub(super) fn summary(&self, ledger: &Ledger) -> String {
        let rotation = self.rotation;
        let misses = match rotation.no_workday + rotation.off {
            0 => "Nobody required misses it".to_owned(),
            missed => {
                let then = rotation.single.no_workday + rotation.single.off;
                let then = if then == missed { String::new() } else { format!(" ({then} at one time)") };
                format!("It is missed {}{then}, which no rotation avoids", counted(missed, "time", "times"))
            }
        };
        if rotation.total == 0 {
            return match rotation.no_workday + rotation.off {
                0 => "Nobody required misses it or works longer for it.".to_owned(),
                _ => format!("{misses}. Nobody works longer for it."),
            };
        }
        let carried = |entry: &Entry| entry.carried > 0 || entry.carried_night > 0;
        let carried = if ledger.entries.iter().any(carried) { ", what they carry in included" } else { "" };
        let night = match rotation.largest_night {
            0 => "nobody at night".to_owned(),
            minutes => format!("nobody more than {} at night", long(minutes)),
        };
        let best = match (rotation.exact, rotation.bound < rotation.largest) {
            (true, _) => ": no rotation is fairer".to_owned(),
            (false, true) => format!(
                ". That is the best found; in any rotation somebody works {} longer or more",
                long(rotation.bound)
            ),
            (false, false) => ": the best found".to_owned(),
        };
        let limit = rotation.limit;
        let at_night = match limit.night.get() {
            0 => "at night".to_owned(),
            _ => format!("for more than {} at night", length(limit.night)),
        };
        format!(
            "{misses}. Nobody works more than {} longer in all, {night}{carried}{best}. No meeting asks anybody \
             for more than {} or {at_night}.",
            long(rotation.largest),
            length(limit.stretch),
        )
    }

    /// `Ravi (optional) works 12 h longer, 4 h at night.`
    pub(super) fn optional(&self, prepared: &PreparedTeam, ledger: &Ledger) -> Option<String> {
        let team = prepared.team();
        let gives = |entry: &&Entry| {
            let counts = team.member(entry.member).is_some_and(tzplan::MemberRef::counts_as_required);
            !counts && (entry.after() > entry.carried || entry.night_after() > entry.carried_night)
        };
        let mut told: Vec<String> = Vec::new();
        let all: Vec<&Entry> = ledger.entries.iter().filter(gives).collect();
        for entry in all.iter().take(MOST_NAMED) {
            let Some(member) = team.member(entry.member) else { continue };
            let night = match entry.night_after() - entry.carried_night {
                0 => String::new(),
                night => format!(", {} at night", long(night)),
            };
            let longer = long(entry.after() - entry.carried);
            told.push(format!("{} (optional) works {longer} longer{night}", member_name(member, self.names)));
        }
        if all.len() > MOST_NAMED {
            told.push(format!("{} more give something", dates::number((all.len() - MOST_NAMED) as u64)));
        }
        let more = "turns are taken among those required; without --rotate optional people are weighed, too";
        (!told.is_empty()).then(|| format!("{}: {more}.", and(&told)))
    }

    /// Whether turns cost more than sharing is worth: more than half as much again in all as one time would,
    /// or more night; but never where they are on fewer free days.
    fn is_dear(&self) -> bool {
        let (turns, one) = (self.rotation, &self.rotation.single);
        let dearer = 2 * turns.total > 3 * one.total || turns.total_night > one.total_night;
        dearer && turns.no_workday >= one.no_workday
    }

    fn is_one_time(&self) -> bool {
        let mut slots = self.rotation.weeks.iter().map(|week| week.slot);
        let first = slots.next();
        slots.all(|slot| Some(slot) == first)
    }

    /// The most that anybody required works longer in these weeks.
    fn largest(&self) -> u64 {
        let of = |schedule: ScheduleId| -> u64 {
            let asked = self.rotation.weeks.iter().filter_map(|week| week.asked_of(schedule));
            asked.map(|asked| u64::from(asked.given().stretch.get())).sum()
        };
        let asked = self.rotation.weeks.first().map_or(&[][..], |week| &week.asked);
        let required = asked.iter().filter(|(schedule, _)| self.crowds.required(*schedule) > 0);
        required.map(|(schedule, _)| of(*schedule)).max().unwrap_or_default()
    }

    /// All that turns and one time cost.
    fn in_all(&self) -> [String; 2] {
        [self.rotation.total, self.rotation.single.total].map(long)
    }

    /// `, 60 h of it Olivia's`: who gives most to one time for all weeks.
    fn most(&self) -> String {
        let one = &self.rotation.single;
        match self.heads(&one.most) {
            0 => String::new(),
            1 => format!(", {} of it {}'s", long(one.largest), self.named(&one.most)),
            _ => format!(", {} of it each by {}", long(one.largest), self.named(&one.most)),
        }
    }

    fn heads(&self, schedules: &[ScheduleId]) -> u64 {
        schedules.iter().map(|schedule| self.crowds.members(*schedule)).sum()
    }

    /// `Ana and Ben`, `9 people`.
    fn named(&self, schedules: &[ScheduleId]) -> String {
        match self.heads(schedules) {
            few if few <= MOST_NAMED as u64 => {
                and(&schedules.iter().map(|one| name(self.crowds, *one, self.names)).collect::<Vec<_>>())
            }
            many => dates::people(many as usize),
        }
    }
}
