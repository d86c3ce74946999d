//! The cells that decide a schedule, and what one combination of them says.

use std::borrow::Cow;

use tzplan::Schedule;

use super::news::{unchecked, usual_week};
use super::settled::About;
use super::{ReadSchedule, Schedules};
use crate::assumption::Assumed;
use crate::cells::Cells;
use crate::columns::Field;
use crate::diagnostic::Severity;
use crate::faults::Fault;
use crate::rows::free_days::FreeDays;
use crate::rows::hours_clock::ClockReading;
use crate::rows::long_cell::{LONGEST_CELL, overlong};
use crate::rows::unread::Amount;
use crate::rows::written::Writing;
use crate::rows::{absence, flex, home, hours_clock, weekdays, working_hours};
use crate::working_week::{monday_to_friday, usual_in};

/// The cells that decide a schedule.
pub(super) const DECIDING: [Field; 21] = [
    Field::Zone,
    Field::City,
    Field::Location,
    Field::State,
    Field::Country,
    Field::Hours,
    Field::Start,
    Field::End,
    Field::Clock,
    Field::Days,
    Field::NonWorking,
    Field::Off,
    Field::Holidays,
    Field::Flex,
    Field::Monday,
    Field::Tuesday,
    Field::Wednesday,
    Field::Thursday,
    Field::Friday,
    Field::Saturday,
    Field::Sunday,
];

impl Schedules<'_> {
    pub(super) fn parse(&mut self, cells: Cells<'_>) -> (ReadSchedule, About) {
        let mut faults: Vec<(Option<Field>, Fault)> = Vec::new();
        let mut content = |index: usize| {
            let content = self.places[index].map_or("", |place| cells.text(place));
            if content.len() > LONGEST_CELL && !Field::OF_PLACES.contains(&DECIDING[index]) {
                faults.push((Some(DECIDING[index]), overlong()));
                return "";
            }
            content
        };
        let contents: [&str; DECIDING.len()] = std::array::from_fn(&mut content);
        let halves = self.halves.map(|place| place.map_or("", |place| cells.text(place)));
        let [
            zone,
            city,
            location,
            state,
            country,
            hours,
            start,
            end,
            clock,
            days,
            free,
            off,
            holidays,
            flex,
            week @ ..,
        ] = contents;
        let state_column = self.state_column;
        let ends = self.weekday_ends.map(|place| place.map(|place| cells.text(place)));
        let week: [Cow<'_, str>; 7] = std::array::from_fn(|day| match ends[day] {
            Some(end) => weekdays::joined(week[day], end),
            None => week[day].into(),
        });
        let week: [&str; 7] = std::array::from_fn(|day| &*week[day]);
        let [start, end] = [(start, halves[0]), (end, halves[1])].map(|(time, half)| match time.is_empty() {
            false if !half.is_empty() => Cow::Owned(format!("{time} {half}")),
            _ => Cow::Borrowed(time),
        });
        let are_offsets = self.are_offsets;
        let home = home::HomeCells { zone, city, location, state, country, state_column, are_offsets };
        let home::Home { whereabouts, place, field, is_unchecked } = home.read(&mut self.zones);
        let zone_field = field.or(self.of_place);
        faults.extend(
            whereabouts.faults.iter().map(|(of, fault)| (field.map(|_| *of).or(zone_field), fault.clone())),
        );
        if is_unchecked {
            self.remarks.say("", (zone_field, unchecked()));
        }
        let mut assumed: Vec<Assumed> =
            whereabouts.assumed.iter().map(|place| ("place", place.clone())).collect();
        assumed.extend(whereabouts.taken.iter().cloned());
        let is_vague = |hours: &str| self.vague_hours.is_some() && !working_hours::may_be_hours(hours);
        let [hours, start, end] = match &mut self.chosen_hours {
            Some(chosen) => chosen.choose([hours, &start, &end], !is_vague(hours), &mut assumed),
            None => [hours, &start, &end],
        };
        let mut in_place = None;
        if let Some(other) = &mut self.other_hours {
            in_place = other.in_place_of([hours, start, end], cells, &mut assumed);
            let home = whereabouts.home.as_ref();
            faults.extend(other.contradiction([hours, start, end], cells, home, &self.zones));
        }
        let hours = in_place.as_deref().unwrap_or(hours);
        let ClockReading { cells: [hours, start, end], clock, assumed: clocks } = hours_clock::read(
            [hours, start, end],
            clock,
            &week,
            &mut self.clocks,
            whereabouts.home.as_ref(),
            &self.zones,
            &mut faults,
        );
        assumed.extend(clocks);
        let week_columns = self.week_columns;
        let mut cells =
            working_hours::HoursCells { hours: &hours, start: &start, end: &end, days, week, week_columns };
        if let Some(header) =
            self.vague_hours.as_ref().filter(|_| !hours.is_empty() && !working_hours::may_be_hours(&hours))
        {
            assumed.push(working_hours::no_hours_in(header));
            cells.hours = "";
        }
        if let Some(header) =
            self.vague_days.as_ref().filter(|_| !days.is_empty() && !working_hours::may_be_days(days))
        {
            assumed.push(working_hours::no_days_in(header));
            cells.days = "";
        }
        let usual = whereabouts.home.as_ref().and_then(|zone| usual_in(zone, whereabouts.within.country));
        let days = usual.map_or_else(monday_to_friday, |week| week.days);
        let read = self.known_hours.read(&cells, days, &mut faults);
        let are_days_open = read.as_ref().is_some_and(|read| read.are_days_open);
        if let Some(week) = usual.filter(|week| !week.is_monday_to_friday() && are_days_open) {
            let has_days = self.column_of(Field::Days).is_some();
            let field = if has_days { Some(Field::Days) } else { zone_field };
            let remark = usual_week(&week);
            assumed.push((remark.code, remark.message.clone()));
            self.remarks.say(week.country, (field, remark));
        }
        let mut writing = Writing::default();
        let mut amount = Amount::default();
        let free_days = FreeDays::read(free, off, self.off_is_open, &mut faults, &mut assumed);
        let hours = read.and_then(|read| {
            let has_hours = read.assumed.iter().all(|(code, _)| *code != working_hours::DEFAULT_HOURS);
            assumed.extend(read.assumed);
            // Hours that are read again by those of other rows would be those of all days.
            let nights = read.nights.filter(|_| free_days.weekly.is_empty());
            writing = Writing { is_on_24_hours: read.is_on_24_hours, nights };
            let hours = free_days.taken_from(read.hours, are_days_open, &mut faults, &mut assumed)?;
            amount = Amount::of(&hours, are_days_open || !has_hours);
            Some(hours)
        });
        let dates = [free, off].into_iter().zip(free_days.has_dates);
        let off = dates.filter(|(_, has)| *has).map(|(cell, _)| cell).collect::<Vec<_>>().join("; ");
        let (mut days_off, open) = absence::read(&off, self.zones.planned_from()).unwrap_or_else(|wrong| {
            faults.extend(wrong.into_iter().map(|fault| (Some(Field::Off), fault)));
            Default::default()
        });
        assumed.extend(open);
        for (code, message) in assumed.iter().filter(|(code, _)| *code == absence::OPEN_YEAR) {
            let note = Fault::note(code, message.clone(), "write the year to be sure");
            let field = if off.is_empty() { zone_field } else { Some(Field::Off) };
            self.remarks.say(message, (field, note));
        }
        for (code, message) in assumed.iter().filter(|(code, _)| matches!(*code, "bare-hours" | "full-day")) {
            let note = Fault::note(
                code,
                message.clone(),
                "write both ends on the 24-hour clock, as in 09:00-17:00, to be sure",
            );
            self.remarks.say("", (Some(if start.is_empty() { Field::Hours } else { Field::End }), note));
        }
        let mut wrong = Vec::new();
        let (public, named) =
            self.holidays.read(holidays, whereabouts.within, whereabouts.home.as_ref(), &mut wrong);
        days_off.extend(public);
        faults.extend(wrong.into_iter().map(|fault| (Some(Field::Holidays), fault)));
        let flex = flex::read(flex).unwrap_or_else(|fault| {
            faults.push((Some(Field::Flex), fault));
            None
        });
        let sound = faults.iter().all(|(_, fault)| fault.severity != Severity::Error);
        let schedule = match (whereabouts.home.clone(), hours) {
            (Some(home), Some(hours)) if sound => {
                // The clock of the place itself is no other one.
                let clock = clock.filter(|clock| whereabouts.has_stays() || !self.zones.agree(&home, clock));
                let schedule = whereabouts.in_schedule(Schedule::new(home, hours)).with_days_off(days_off);
                let schedule = schedule.with_holidays(&named);
                let schedule = match &clock {
                    Some(clock) => schedule.with_hours_on(clock),
                    None => schedule,
                };
                Some(match flex {
                    Some(flex) => schedule.with_flex(flex),
                    None => schedule,
                })
            }
            _ => None,
        };
        let assumed = assumed.into_iter().filter_map(|assumed| self.assumptions.place(assumed)).collect();
        let (label, abroad) = (whereabouts.listed, whereabouts.abroad);
        let place = place.map(Into::into);
        let about = About { label, are_days_open, amount, home: whereabouts.home };
        (
            ReadSchedule { schedule, id: None, place, kept_place: None, faults, abroad, assumed, writing },
            about,
        )
    }

    /// Where a deciding field stands in the file.
    fn column_of(&self, field: Field) -> Option<usize> {
        DECIDING.iter().zip(self.places).find(|(known, _)| **known == field)?.1
    }
}
