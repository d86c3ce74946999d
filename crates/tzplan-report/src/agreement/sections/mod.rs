//! What an agreement says to people, part by part: text, Markdown and the page show the same, but that on a
//! terminal whom to ask is that of most dates.

mod alike;
mod ask;
mod blocked;
mod changes;
mod core_hours;
mod handoffs;
mod instead;
mod own_changes;
mod personal;
mod short_stays;
mod standup_costs;
mod standups;
mod turns;
mod when;
mod who;

use tzplan::agreement::{AgreedSeason, Agreement, CoreHours, Group};
use tzplan::stays::{LongStay, long_stays};
use tzplan::{MemberId, MemberRef, Minutes, PerDay};

use super::AgreementDocument;
use super::roll::Roll;
use crate::pods::rows;
use crate::words::dates::Dates;
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::length::{at_least, length};
use crate::words::people::{Names, stays};
use crate::words::shared::{Shared, few_days};
use crate::words::{clock, people};
use alike::alike;

/// A part of an agreement.
pub(crate) struct Section {
    pub(crate) heading: String,
    /// What it is, or that there is nothing.
    pub(crate) intro: String,
    pub(crate) items: Vec<Item>,
}

/// A line of a part: who or when, and what.
pub(crate) struct Item {
    pub(crate) label: String,
    pub(crate) text: Text,
}

/// What the parts are made with.
pub(crate) struct View<'a> {
    agreement: &'a Agreement,
    /// For whom it is; empty: for everybody.
    people: &'a [MemberId],
    /// On a terminal first names will do: who is who stands in the opening.
    roll: Roll<'a>,
    /// The same with whole names.
    in_full: Roll<'a>,
    /// Of the team, short ones aside.
    stays: Vec<LongStay>,
    home: Home<'a>,
    dates: Dates,
}

impl<'a> View<'a> {
    pub(crate) fn of(document: &AgreementDocument<'a>, names: Names) -> Self {
        let agreement = document.agreement;
        let horizon = agreement.prepared().horizon();
        Self {
            agreement,
            people: document.people,
            roll: match (document.people, names) {
                ([], Names::Whole) => Roll::of(agreement.prepared(), names),
                _ => Roll::of(agreement.prepared(), names).by_first_names(),
            },
            in_full: Roll::of(agreement.prepared(), names),
            stays: long_stays(agreement.prepared()),
            home: Home::of(horizon),
            dates: Dates::of(horizon),
        }
    }

    /// `everyone`, `pod 2`.
    fn group(&self, pod: Option<usize>) -> String {
        pod.map_or("everyone".to_owned(), |pod| format!("pod {}", pod + 1))
    }

    /// Whether it is to be short: on a terminal, where nothing is kept.
    fn is_brief(&self) -> bool {
        self.roll.names() == Names::Cut
    }

    /// Whether somebody is called by less than their name.
    fn calls_by_first_names(&self) -> bool {
        let mut members = self.agreement.prepared().team().members();
        members.any(|member| self.roll.name(member) != self.in_full.name(member))
    }

    /// For whom it is, where it is not for everybody.
    fn members(&self) -> impl Iterator<Item = MemberRef<'a>> {
        let team = self.agreement.prepared().team();
        self.people.iter().filter_map(|id| team.member(*id))
    }

    /// The one person whose page fits on a terminal without a heading of its own.
    fn alone(&self) -> Option<MemberRef<'a>> {
        match self.people {
            [_] if self.is_brief() => self.members().next(),
            _ => None,
        }
    }

    /// What the team agrees on, in one line.
    pub(crate) fn title(&self) -> Text {
        let agreement = self.agreement;
        if !self.people.is_empty() {
            let names: Vec<String> = self.members().map(|member| self.roll.full_name(member)).collect();
            let mut text = Text::new(Ink::Strong, format!("WORKING AGREEMENT for {}", people::and(&names)));
            if let Some(one) = self.alone() {
                text.plain(&format!(": {}", personal::own_hours(self, one)));
            }
            return text;
        }
        let shared = || agreement.groups.iter().flat_map(|group| &group.core).map(|core| &core.overlap);
        let even = shared().all(|overlap| Shared::of(overlap, 0).is_even());
        let least = shared().map(|overlap| overlap.daily).reduce(PerDay::min_value);
        let days = agreement.groups.iter().map(|group| self.few_days(group)).collect::<Vec<_>>();
        let days = rows::on_few_days(&days);
        let required = agreement.prepared().required();
        let words = match least {
            _ if agreement.prepared().required_members() < 2 => {
                let one =
                    required.first().map_or("nobody".to_owned(), |one| self.in_full.counting_of(&[*one]));
                format!("{one} alone is required; with others when they are there, else in writing")
            }
            None => match self.together() {
                Some(least) => format!("in writing; everyone together {least}"),
                None => "in writing, whenever somebody is at work".to_owned(),
            },
            Some(least) if agreement.is_in_pods() => {
                let pods = agreement.groups.len();
                let within =
                    if pods == 1 { "within one pod".to_owned() } else { format!("within {pods} pods") };
                format!("together {within}, {}{days}; in writing beyond", at_least(least, even))
            }
            Some(least) => format!("everyone together, {}{days}", at_least(least, even)),
        };
        Text::new(Ink::Strong, format!("WORKING AGREEMENT: {words}"))
    }

    /// `2 h a day or more`: what everyone shares on all dates where it is less than the target.
    fn together(&self) -> Option<String> {
        let group = self.agreement.together.as_ref()?;
        let even = group.core.iter().all(|core| Shared::of(&core.overlap, 0).is_even());
        let least = group.core.iter().map(|core| core.overlap.daily).reduce(PerDay::min_value)?;
        let days = rows::on_few_days(&[self.few_days(group)]);
        (least.minutes_per_week > 0).then(|| at_least(least, even) + &days)
    }

    fn few_days(&self, group: &Group) -> Option<String> {
        let of = |(season, core): (&AgreedSeason, &CoreHours)| {
            Shared::of(&core.overlap, season.home_minutes_ahead)
        };
        let shared: Vec<Shared> = self.agreement.seasons.iter().zip(&group.core).map(of).collect();
        few_days(&shared)
    }

    /// Who is in which pod, whose day is moved, who works at night.
    pub(crate) fn opening(&self) -> Vec<Text> {
        let mut lines = Vec::new();
        if !self.people.is_empty() {
            return lines;
        }
        for group in self.agreement.groups.iter().filter(|group| group.pod.is_some()) {
            let names = self.in_full.counting_of(&group.profiles);
            lines.push(Text::from(format!("Pod {}: {names}.", group.pod.unwrap_or_default() + 1)));
        }
        if !self.agreement.alone.is_empty() {
            let names = self.in_full.counting_of(&self.agreement.alone);
            lines.push(Text::from(format!("In no pod: {names}.")));
        }
        if self.agreement.groups.iter().all(|group| group.pod.is_none()) && self.calls_by_first_names() {
            let team = self.agreement.prepared().team();
            let names = self.in_full.list(&team.members().collect::<Vec<_>>());
            lines.push(Text::from(format!("Between: {names}.")));
        }
        lines.extend(self.shifts());
        lines.push(self.night());
        lines.extend(stays::line(self.agreement.prepared(), self.roll.names()));
        lines
    }

    fn shifts(&self) -> Vec<Text> {
        let team = self.agreement.prepared().team();
        let sentence = |shifts: &tzplan::agreement::AgreedShifts| {
            let words = shifts.moves.iter().map(|one| {
                let members: Vec<MemberRef<'a>> =
                    one.members.iter().filter_map(|id| team.member(*id)).collect();
                let posts = members.first().map_or(&[][..], |member| member.schedule().posts());
                let by = one.asked.shift.minutes();
                let way = if by < 0 { "earlier" } else { "later" };
                let hours = clock::joined(&clock::of_posts(posts, &one.asked.hours));
                let night = match one.asked.night_minutes_per_week {
                    Minutes::ZERO => String::new(),
                    night => format!(", {} a week of it at night", length(night)),
                };
                let names = self.roll.list(&members);
                format!("{names} {hours} ({} {way}{night})", length(Minutes(by.unsigned_abs())))
            });
            let when = match shifts.all_year {
                true => ", all year".to_owned(),
                false => format!(" {}", self.dates.during(shifts.dates.first(), shifts.dates.last())),
            };
            (when, people::and(&words.collect::<Vec<_>>()))
        };
        // Seasons that ask the same are one line.
        let mut told: Vec<(Vec<String>, String)> = Vec::new();
        for (when, what) in self.agreement.shifts.iter().map(sentence) {
            match told.iter_mut().find(|(_, known)| *known == what) {
                Some((dates, _)) => dates.push(when.trim_start().to_owned()),
                None => told.push((vec![when], what)),
            }
        }
        let text = |(dates, what): (Vec<String>, String)| {
            Text::from(format!("Agreed shifts{}: {what}.", people::and(&dates)))
        };
        told.into_iter().map(text).collect()
    }

    fn night(&self) -> Text {
        let who = alike(self.agreement.night.iter().copied()).into_iter().map(|(profiles, minutes)| {
            let heads: usize = profiles.iter().map(|profile| self.roll.members(*profile).len()).sum();
            let each = if heads > 1 { " each" } else { "" };
            format!("{} {} a week{each}", self.roll.list_of(&profiles), length(minutes))
        });
        match &who.collect::<Vec<_>>()[..] {
            [] => Text::from("Nobody works at night."),
            who => Text::new(Ink::Warn, format!("Work at night: {}.", people::and(who))),
        }
    }

    /// The parts, in order.
    pub(crate) fn sections(&self) -> Vec<Section> {
        if !self.people.is_empty() {
            return self.members().map(|member| personal::section(self, member)).collect();
        }
        let parts = [
            core_hours::section(self),
            standups::section(self),
            blocked::section(self),
            changes::section(self),
            short_stays::section(self),
            ask::section(self),
            handoffs::section(self),
            who::section(self),
        ];
        parts.into_iter().flatten().collect()
    }
}
