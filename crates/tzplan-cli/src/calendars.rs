//! `--off-ics` and `--holidays-ics`: days off that stand in iCalendar files.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDate};
use tzplan::{Change, Horizon, Tzdb};
use tzplan_report::Assumption;
use tzplan_roster::{
    HolidayCalendar, IcsClock, IcsDays, IcsPerson, IcsTeamDays, ReadOptions, Roster, Severity, clean,
    read_ics, read_team_ics,
};

use crate::args::CalendarArguments;
use crate::diagnostics;
use crate::failure::Failure;
use crate::input::open;
use crate::names::{Names, cut};

/// Answers are waited for so long after a horizon.
const AFTER: Days = Days::new(800);
/// A shift that starts before a horizon reaches into it.
const BEFORE: Days = Days::new(7);

/// The library refuses longer files.
const MOST_BYTES: u64 = 16 << 20;

/// A file, not understood yet.
struct Calendar {
    name: String,
    bytes: Vec<u8>,
}

/// The files read so far, until the roster is there.
pub(crate) struct Calendars {
    /// A person as named, and a calendar, which is read on their clock when they are known.
    off: Vec<(String, Calendar)>,
    /// Calendars of the whole team, whose events name people.
    team: Vec<Calendar>,
    /// What each says, and its file.
    holidays: Vec<(HolidayCalendar, IcsDays, Calendar)>,
    /// The dates for which days are looked for.
    dates: Range<NaiveDate>,
    /// Those that are planned.
    planned: Range<NaiveDate>,
}

impl Calendars {
    /// Reads the files that flags name. Faults of the flags end the request, those of files join
    /// the roster's.
    pub(crate) fn read(
        arguments: &CalendarArguments,
        horizon: &Horizon,
        tzdb: &Tzdb,
    ) -> Result<Self, Failure> {
        let mut faults = Vec::new();
        let dates = horizon.from().checked_sub_days(BEFORE).unwrap_or(horizon.from())
            ..horizon.to().checked_add_days(AFTER).unwrap_or(horizon.to());
        let mut read = Self {
            off: Vec::new(),
            team: Vec::new(),
            holidays: Vec::new(),
            dates,
            planned: horizon.from()..horizon.to(),
        };
        for value in &arguments.off_ics {
            if !value.contains('=') {
                read.team.push(Calendar::open(value)?);
            } else if let Some((name, file)) = halves("--off-ics", value, "'Ana=leave.ics'", &mut faults) {
                read.off.push((name.to_owned(), Calendar::open(file)?));
            }
        }
        for value in &arguments.holidays_ics {
            if let Some((code, file)) = halves("--holidays-ics", value, "'ACME=company.ics'", &mut faults) {
                let file = Calendar::open(file)?;
                let days = file.days(&read.dates, tzdb, IcsClock::Calendar)?;
                read.holidays.push((HolidayCalendar::new(code, days.dates.iter().copied()), days, file));
            }
        }
        Failure::of_any(faults)?;
        Ok(read)
    }

    /// Why a calendar of holidays may not have those of all dates planned: none is in the last year of them.
    fn ends_early(&self, days: &IcsDays) -> Option<String> {
        let last_planned = self.planned.end.pred_opt()?;
        match days.dates.last() {
            Some(last) if last.year() >= last_planned.year() => None,
            Some(last) => {
                Some(format!("its last day is {last}; from then on all days count as working days"))
            }
            None => Some("it has no days off".to_owned()),
        }
    }

    /// How a roster is read with them.
    pub(crate) fn options(&self) -> ReadOptions {
        let calendars = self.holidays.iter().map(|(calendar, ..)| calendar.clone()).collect();
        ReadOptions { calendars, ..ReadOptions::default() }
    }

    /// Gives the people of a roster their days, and the roster the faults of the files. What the calendars
    /// leave open comes back.
    pub(crate) fn enter(self, roster: &mut Roster, tzdb: &Tzdb) -> Result<Vec<Assumption>, Failure> {
        let (mut unknown, mut changes, mut read) = (Vec::new(), Vec::new(), Vec::new());
        let mut assumptions = Vec::new();
        // Whom a name means is known only of a roster without faults.
        if roster.is_ok() {
            let names = Names::of(roster);
            for (name, calendar) in &self.off {
                match names.find(name) {
                    Ok(member) => {
                        let Some(person) = roster.team.member(member) else { continue };
                        let days = calendar.days(&self.dates, tzdb, IcsClock::Person(person.schedule()))?;
                        if !days.dates.iter().any(|date| self.planned.contains(date)) {
                            let why = "no day of the calendar lies in the dates planned";
                            diagnostics::note(&format!("--off-ics `{}`: {why}", cut(name)))?;
                            assumptions.push(calendar.assumption("calendar-ends", why));
                        }
                        assumptions.extend(calendar.assumptions(&days.assumptions));
                        changes.push(Change::Off { member: member.into(), dates: days.dates.clone() });
                        read.push((days.diagnostics, days.errors));
                    }
                    Err(why) => unknown.push(format!("--off-ics: {why}")),
                }
            }
            for calendar in &self.team {
                let days = calendar.team_days(&self.dates, tzdb, roster)?;
                assumptions.extend(self.ends(calendar, &days));
                assumptions.extend(calendar.assumptions(&days.assumptions));
                let off = (0..).zip(&days.dates).filter(|(_, dates)| !dates.is_empty());
                let off = off.map(|(member, dates): (usize, _)| Change::Off {
                    member: member.into(),
                    dates: dates.clone(),
                });
                changes.extend(off);
                read.push((days.diagnostics, days.errors));
            }
            for (calendar, days, file) in &self.holidays {
                let code = cut(calendar.code());
                if let Some(why) = self.ends_early(days) {
                    diagnostics::note(&format!("--holidays-ics `{code}`: {why}"))?;
                    let why = format!("the calendar of the holidays `{code}`: {why}");
                    assumptions.push(file.assumption("calendar-ends", &why));
                }
                assumptions.extend(file.assumptions(&days.assumptions));
                if !roster.holidays().any(|named| named.code() == calendar.code()) {
                    diagnostics::note(&format!("--holidays-ics: no row names the holidays `{code}`"))?;
                }
            }
        }
        if !roster.is_ok() {
            // Nobody's clock is known, but what is wrong with the files can be said.
            for calendar in self.off.iter().map(|(_, calendar)| calendar).chain(&self.team) {
                let mut days = calendar.days(&self.dates, tzdb, IcsClock::Calendar)?;
                days.diagnostics.retain(|found| found.severity == Severity::Error);
                read.push((days.diagnostics, days.errors));
            }
        }
        Failure::of_any(unknown)?;
        if !changes.is_empty() {
            let changed = roster.team.changed(changes);
            roster.team = changed.map_err(|error| Failure::Setting(error.to_string()))?;
        }
        let holidays = self.holidays.into_iter().map(|(_, days, _)| (days.diagnostics, days.errors));
        for (diagnostics, errors) in read.into_iter().chain(holidays) {
            roster.errors += errors;
            roster.file_errors += errors;
            roster.diagnostics.extend(diagnostics);
        }
        Ok(assumptions)
    }

    /// What a calendar of the team leaves open: the dates planned behind its last day.
    fn ends(&self, calendar: &Calendar, days: &IcsTeamDays) -> Option<Assumption> {
        let message = match days.last {
            Some(last) if last >= self.planned.end.pred_opt()? => return None,
            Some(last) if last >= self.planned.start => {
                format!("nobody is taken to be off after {last}, the last day off in the calendar")
            }
            _ => "nobody is off on the dates planned: the calendar has no day off of anybody on them"
                .to_owned(),
        };
        Some(calendar.assumption("calendar-ends", &message))
    }
}

impl Calendar {
    fn open(file: &str) -> Result<Self, Failure> {
        if file == "-" {
            return Err(Failure::Setting(
                "an iCalendar file cannot be standard input; name a file".to_owned(),
            ));
        }
        let (name, input) = open(Path::new(file))?;
        let mut bytes = Vec::new();
        // A byte more than is read shows that there is more.
        let read = input.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|source| Failure::Open { name: name.clone(), source, near: None })?;
        Ok(Self { name, bytes })
    }

    /// What was assumed, in the words of the calendar: they name its lines, which are no rows.
    fn assumptions(&self, found: &[tzplan_roster::Assumption]) -> Vec<Assumption> {
        found.iter().map(|found| self.assumption(found.code, &found.message)).collect()
    }

    fn assumption(&self, code: &'static str, message: &str) -> Assumption {
        // Answers are passed on: the folder is nobody else's matter.
        let file = self.name.rsplit(['/', '\\']).next().unwrap_or(&self.name);
        let file = clean(file).into_owned();
        Assumption { code, file, rows: Vec::new(), count: 0, message: message.to_owned() }
    }

    fn team_days(
        &self,
        dates: &Range<NaiveDate>,
        tzdb: &Tzdb,
        roster: &Roster,
    ) -> Result<IcsTeamDays, Failure> {
        let people: Vec<IcsPerson<'_>> = roster
            .team
            .members()
            .map(|member| IcsPerson {
                name: member.name(),
                email: roster.email(member.index()),
                schedule: member.schedule(),
            })
            .collect();
        Ok(read_team_ics(&self.name, self.bytes.as_slice(), dates.clone(), tzdb, &people)?)
    }

    fn days(&self, dates: &Range<NaiveDate>, tzdb: &Tzdb, clock: IcsClock<'_>) -> Result<IcsDays, Failure> {
        Ok(read_ics(&self.name, self.bytes.as_slice(), dates.clone(), tzdb, clock)?)
    }
}

/// `NAME=FILE`: a name may hold a `=`, a file's rarely does.
fn halves<'v>(
    flag: &str,
    value: &'v str,
    example: &str,
    faults: &mut Vec<String>,
) -> Option<(&'v str, &'v str)> {
    let halves = value.rsplit_once('=').filter(|(name, file)| !clean(name).is_empty() && !file.is_empty());
    if halves.is_none() {
        faults.push(format!("{flag} `{}`: write it like {flag} {example}", cut(value)));
    }
    halves
}
