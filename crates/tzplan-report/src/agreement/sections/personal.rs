//! What one person agrees to, on their own clock.

use chrono::{Days, NaiveDate, WeekdaySet};
use tzplan::agreement::{AgreedMove, AgreedShifts, Group, Standup};
use tzplan::meeting::{RotationWeek, Slot};
use tzplan::stays::short_stays;
use tzplan::{MemberRef, Minutes, Model, ProfileId, WeeklyHours};

use super::alike::alike;
use super::core_hours::{spoken, spoken_on};
use super::standup_costs::of_one;
use super::{Item, Section, View, blocked, handoffs, own_changes, standups};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::stays::place_of_stay;

pub(super) fn section(view: &View<'_>, member: MemberRef<'_>) -> Section {
    let one = One::of(view, member);
    let mut items = Vec::new();
    let mut add = |label: &str, texts: Vec<Text>| {
        items.extend(texts.into_iter().map(|text| Item { label: label.to_owned(), text }));
    };
    add("Moved", one.moved());
    add("Together", one.together());
    add("Stand-up", one.standups());
    add("Ask", one.ask());
    add("Blocked", one.blocked());
    add("Hand-off", one.handoffs());
    add("Clocks", one.clocks());
    add("Night", one.night());
    add("Abroad", one.abroad());
    match view.alone() {
        // The title says whose it is.
        Some(_) => Section { heading: String::new(), intro: String::new(), items },
        None => {
            Section { heading: view.roll.full_name(one.member), intro: own_hours(view, one.member), items }
        }
    }
}

/// `11:00–20:00 in Bangalore; all times on that clock`.
pub(super) fn own_hours(view: &View<'_>, member: MemberRef<'_>) -> String {
    let one = One::of(view, member);
    let prepared = view.agreement.prepared();
    let hours = clock::of_posts(prepared.posts_of(one.profile), prepared.hours_of(one.profile));
    let place = view.roll.places(&[one.member]);
    format!("{} in {place}; all times on that clock", clock::joined(&hours))
}

struct One<'v, 'a> {
    view: &'v View<'a>,
    member: MemberRef<'a>,
    profile: ProfileId,
}

impl<'v, 'a> One<'v, 'a> {
    fn of(view: &'v View<'a>, member: MemberRef<'_>) -> Self {
        let prepared = view.agreement.prepared();
        let member = prepared.team().member(member.id()).expect("a member of this team");
        Self { view, member, profile: prepared.profile_of(member) }
    }

    fn is_required(&self) -> bool {
        self.view.agreement.prepared().is_required(self.member)
    }

    fn moved(&self) -> Vec<Text> {
        let own = self.view.agreement.shifts.iter().flat_map(|shifts| {
            let moves = shifts.moves.iter().filter(|one| one.members.contains(&self.member.id()));
            moves.map(move |one| (shifts, one))
        });
        let text = |(shifts, one): (&AgreedShifts, &AgreedMove)| {
            let hours = clock::joined(&clock::of_posts(self.member.schedule().posts(), &one.asked.hours));
            let when = match shifts.all_year {
                true => "all year".to_owned(),
                false => self.view.dates.during(shifts.dates.first(), shifts.dates.last()),
            };
            Text::from(format!("{hours}, {} than stated, {when}", clock::moved(one.asked.shift.minutes())))
        };
        own.map(text).collect()
    }

    /// Core hours of everyone or the own pod; under async who is there long enough.
    fn together(&self) -> Vec<Text> {
        let (view, agreement) = (self.view, self.view.agreement);
        if agreement.model == Model::Async && !agreement.is_in_pods() {
            let with = agreement.peers.iter().find(|(profile, _)| *profile == self.profile);
            let with = with.map_or(String::new(), |(_, with)| view.roll.counting_but(with, self.member));
            let two_by_two = match with.is_empty() {
                true => Text::new(Ink::Warn, "with nobody for long enough; write"),
                false => Text::from(format!("long enough two by two with {with}; write to the others")),
            };
            let all = agreement.together.iter().filter(|_| self.is_required());
            return all.map(|group| self.hours_in(group)).chain([two_by_two]).collect();
        }
        let group = agreement.groups.iter().find(|group| group.profiles.contains(&self.profile));
        let Some(group) = group.filter(|_| self.is_required()) else {
            return vec![Text::from(match self.is_required() {
                true => "in no pod: write",
                false => "no core hours: you are optional",
            })];
        };
        vec![self.hours_in(group)]
    }

    /// The hours of a group, of everyone or of the own pod.
    fn hours_in(&self, group: &Group) -> Text {
        let (view, agreement) = (self.view, self.view.agreement);
        let others = view.roll.counting_but(&group.profiles, self.member);
        if others.is_empty() {
            return Text::from("with others when they are there, else in writing: you alone are required");
        }
        let place = group.profiles.iter().position(|one| *one == self.profile).unwrap_or_default();
        let held = group.held(&agreement.seasons);
        let times = view.by_value(|season| &group.core[held[season]].people[place].hours);
        let mut text = Text::new(Ink::Strong, self.view.by_dates(times, spoken));
        let pod = group.pod.map_or(String::new(), |pod| format!(" (pod {}); write to the others", pod + 1));
        text.plain(&format!(" with {others}{pod}"));
        text
    }

    fn standups(&self) -> Vec<Text> {
        let standups = self.view.agreement.standups.iter();
        let own = standups.filter(|one| one.pod.is_none() || self.is_required());
        let (held, not_held): (Vec<&Standup>, Vec<&Standup>) = own.partition(|one| one.choice.is_some());
        let told = held.into_iter().filter_map(|standup| {
            let place = standup.profiles.iter().position(|one| *one == self.profile)?;
            self.standup(standup, place)
        });
        let mut told: Vec<Text> = told.collect();
        for standup in not_held.into_iter().filter(|one| one.least_bad.is_some()) {
            let none = format!("no time suits {}", self.view.group(standup.pod));
            match told.last_mut() {
                Some(last) => last.plain(&format!("; {none}")),
                None => told.push(Text::from(format!("{none}: any asks too much of somebody"))),
            }
        }
        told
    }

    fn standup(&self, standup: &Standup, place: usize) -> Option<Text> {
        let label = self.view.group(standup.pod);
        let choice = standup.choice.as_ref()?;
        if let Some(rotation) = standup.in_turn() {
            let turns: Vec<String> =
                rotation.weeks.iter().filter_map(|week| self.turn(standup, week)).collect();
            return Some(Text::from(format!("{label}, in turns: {}", turns.join(", "))));
        }
        let days: WeekdaySet = choice.slots.iter().map(Slot::day).collect();
        let mut text = Text::from(format!("{label}: "));
        text.push(
            Ink::Strong,
            &format!("{} {}", clock::days(days), standups::times(self.view, standup, place)),
        );
        if let Some(cost) = of_one(self.view, standup, choice, place) {
            text.push(Ink::Warn, &format!(" ({cost})"));
        }
        Some(text)
    }

    /// `Mon 30 Nov 20:30 (½ h longer)`, the date on the home clock.
    fn turn(&self, standup: &Standup, week: &RotationWeek) -> Option<String> {
        let who = standup.meetings.prepared().team().member(self.member.id())?;
        let time = standup.meetings.occurrence_for(&week.occurrence, who.schedule_id())?;
        let (_, asked) = week.asked.iter().find(|(schedule, _)| *schedule == who.schedule_id())?;
        let home: NaiveDate = week.occurrence.date;
        let date = match (home.succ_opt(), week.slot.day()) {
            (_, day) if day == time.day => home,
            (Some(next), day) if day.succ() == time.day => next,
            _ => home - Days::new(1),
        };
        let costs = match (asked.is_missed(), asked.stretch) {
            (true, _) => " (off)".to_owned(),
            (_, Minutes::ZERO) => String::new(),
            (_, stretch) => format!(" ({} longer)", length(stretch)),
        };
        Some(format!("{} {} {}{costs}", time.day, self.view.dates.day(date), time.time))
    }

    /// Who else is at work, in the order in which they begin.
    fn ask(&self) -> Vec<Text> {
        let (view, agreement) = (self.view, self.view.agreement);
        let Some(ask) = agreement.ask.iter().find(|ask| ask.profile == self.profile) else {
            return Vec::new();
        };
        let own = agreement.prepared().hours_of(self.profile);
        let days = own.fold(WeekdaySet::EMPTY, |days, hours| days.union(hours.days()));
        let others = agreement.ask.iter().map(|other| other.profile);
        let each = others.map(|other| {
            let hours: Vec<WeeklyHours> =
                (0..agreement.seasons.len()).map(|season| ask.hours_with(season, other)).collect();
            (other, hours)
        });
        let mut told: Vec<(Option<u16>, String)> = Vec::new();
        for (profiles, hours) in alike(each) {
            let names = view.roll.list_but(&profiles, self.member);
            if names.is_empty() || hours.iter().all(WeeklyHours::is_empty) {
                continue;
            }
            let begins = hours.iter().flat_map(WeeklyHours::stretches).map(|stretch| stretch.start()).min();
            let held = view.held(|season| &hours[season]);
            let times = view.by_value(|season| held[season]);
            told.push((
                begins,
                format!("{names} {}", self.view.by_dates(times, |hours| spoken_on(hours, days))),
            ));
        }
        told.sort_by_key(|(begins, _)| *begins);
        let told: Vec<String> = told.into_iter().map(|(_, one)| one).collect();
        vec![match told.is_empty() {
            true => Text::new(Ink::Warn, "nobody else is at work in your hours; write"),
            false => Text::from(told.join(" · ")),
        }]
    }

    fn blocked(&self) -> Vec<Text> {
        let own = self.view.agreement.blocked.iter().find(|one| one.members.contains(&self.member.id()));
        let own = own.filter(|_| self.view.agreement.prepared().team().len() > 1);
        let own = own.map(|own| blocked::words(self.view, own)).into_iter();
        own.chain(blocked::few_hours_for(self.view, self.member.id())).collect()
    }

    fn handoffs(&self) -> Vec<Text> {
        if !self.is_required() || self.view.agreement.prepared().required_members() < 2 {
            return Vec::new();
        }
        let givers = handoffs::givers(self.view, self.profile);
        let mut told = vec![handoffs::words(self.view, self.profile, handoffs::Clocks::Own)];
        if !givers.is_empty() {
            told.push(Text::from(format!("from {givers}")));
        }
        told
    }

    fn clocks(&self) -> Vec<Text> {
        let told = own_changes::of_one(self.view, self.profile);
        match told.is_empty() {
            true => vec![Text::from(match own_changes::reached(self.view, self.profile).is_empty() {
                true => "your clock, core hours and stand-ups stay",
                false => "your clock, core hours and stand-ups stay, and so do those whom you reach",
            })],
            false => told.into_iter().map(|(when, what)| Text::from(format!("{when}: {what}"))).collect(),
        }
    }

    fn night(&self) -> Vec<Text> {
        let own = self.view.agreement.night.iter().find(|(profile, _)| *profile == self.profile);
        let night = |minutes: Minutes| Text::new(Ink::Warn, format!("{} a week", length(minutes)));
        own.map(|(_, minutes)| vec![night(*minutes)]).unwrap_or_default()
    }

    fn abroad(&self) -> Vec<Text> {
        let own = short_stays(self.view.agreement.prepared()).into_iter();
        let own = own.filter(|stay| stay.schedule == self.member.schedule_id());
        let text = |stay: tzplan::stays::ShortStay| {
            let when = self.view.dates.during(stay.dates.first(), stay.dates.last());
            let place = place_of_stay(stay.place.as_deref(), &stay.zone, self.view.roll.names());
            Text::from(format!("in {place} {when}: your clock is another then, what is agreed stays"))
        };
        own.map(text).collect()
    }
}
