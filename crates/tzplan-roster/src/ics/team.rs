//! A calendar of a whole team: who is away when.

use std::io::Read;
use std::ops::Range;

use chrono::NaiveDate;
use tzplan::Tzdb;

use super::calendar::Events;
use super::clocks::IcsClock;
use super::event::Event;
use super::people::{Meant, People, words_of};
use super::person::IcsPerson;
use super::said::{MOST_LISTED, Said, listed};
use super::words::words;
use super::{finished, opened};
use crate::assumption::Assumption;
use crate::diagnostic::Diagnostic;
use crate::faults::{Fault, Found};
use crate::options::ReadError;
use crate::wording::Listed;

/// The days off in a team's calendar, and what is wrong with it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct IcsTeamDays {
    /// The days of each person, in their order: sorted, each once.
    pub dates: Vec<Vec<NaiveDate>>,
    /// The last date on which anybody is off; `None` where nobody is.
    pub last: Option<NaiveDate>,
    /// What was found, by line; among it every event of the dates asked for that gives nobody a day off.
    pub diagnostics: Vec<Diagnostic>,
    /// How many errors there are; with any, days may be missing.
    pub errors: usize,
    /// What the file leaves open: their rows are its lines. No title of an event stands in them.
    pub assumptions: Vec<Assumption>,
}

/// Candidates named in a message.
const MOST_NAMES: usize = 4;

/// Reads a calendar of a whole team, such as "who's out" of an HR tool: every person has the days of the
/// events that are about them, as [`read_ics`](super::read_ics) counts the days of one person.
///
/// An event is about whom its summary names: `Ana Lima - Vacation`, `PTO: Lima, Ana`, `Ana L (2 days)`, `Ana
/// & Ben out`. A first name alone does where one person has it, and where the words beside it are no further
/// name. Otherwise it is about who attends it (`ATTENDEE`), or else who organised it (`ORGANIZER`), by their
/// addresses; these also decide between two people of one first name. An event that may be about several
/// people, or is about nobody known, gives nobody a day, and a warning has its summary. Events that are
/// cancelled, that all of these people declined, that are marked as free time, or that say birthday, remote
/// and the like are no days off; notes say how many. So does one of those that say something else than who is
/// away: `Ana: conference` is taken for a day off.
///
/// ```
/// use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};
/// use tzplan_roster::{IcsPerson, read_team_ics};
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Ana Lima - Vacation\r\n\
///             DTSTART;VALUE=DATE:20270105\r\nDTEND;VALUE=DATE:20270107\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let year = "2027-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
/// let schedule = Schedule::new(Zone::iana("Europe/Lisbon").unwrap(), WeeklyHours::default());
/// let people = ["Ana Lima", "Ben Roth"].map(|name| IcsPerson { name, email: None, schedule: &schedule });
/// let days = read_team_ics("team.ics", text.as_bytes(), year, Tzdb::bundled(), &people).unwrap();
/// assert_eq!(days.dates[0], ["2027-01-05", "2027-01-06"].map(|day| day.parse().unwrap()));
/// assert!(days.dates[1].is_empty());
/// ```
///
/// # Errors
///
/// [`ReadError`] when `input` fails. What is wrong with the file is never an `Err`.
///
/// # Complexity
///
/// That of [`read_ics`](super::read_ics), and linear in the people and in the words of summaries.
pub fn read_team_ics(
    name: &str,
    input: impl Read,
    dates: Range<NaiveDate>,
    tzdb: &Tzdb,
    people: &[IcsPerson<'_>],
) -> Result<IcsTeamDays, ReadError> {
    let mut calendar = opened(name, input, tzdb, IcsClock::Calendar)?;
    let events = calendar.take_events();
    let names = words_of(people);
    let known = People::new(people, &names);
    let mut of_person: Vec<Vec<&Event>> = vec![Vec::new(); people.len()];
    let mut told = Told::default();
    for event in events.list.iter().filter(|event| !event.cancelled && !event.faulty && event.start.is_some())
    {
        let is_within = || calendar.is_within(event, &events, &dates);
        if event.is_free {
            told.free.extend(is_within().then_some(event));
            continue;
        }
        let text = words(&event.title);
        match known.of(event, &text) {
            Meant::These(people) => {
                let is_said = event.is_out_of_office || known.are_away(&text);
                told.taken.extend((!is_said).then_some(event));
                people.into_iter().for_each(|person| of_person[person].push(event));
            }
            _ if !is_within() => {}
            Meant::OneOf(several) => {
                let names = several.iter().take(MOST_NAMES).map(|person| people[*person].name);
                let names: Vec<&str> = names.collect();
                told.unclear.push((ambiguous(event, &names, several.len()), event));
            }
            Meant::Nobody => told.unclear.push((unmatched(event), event)),
            Meant::NoAbsence => told.no_absence.push(event),
            Meant::Declined => told.declined.push(event),
        }
    }
    for (fault, event) in &told.unclear {
        calendar.fault(fault, event.at());
    }
    faulty(&mut calendar, &events);
    let mut said = Said::default();
    let mut of_all = Vec::with_capacity(people.len());
    for (person, chosen) in people.iter().zip(&of_person) {
        calendar.count_on(IcsClock::Person(person.schedule));
        of_all.push(calendar.days_of(chosen, &events, &dates, &mut said));
    }
    calendar.tell(&said, &events.repeats);
    told.taken.retain(|event| said.off.contains(&event.begin.number));
    if let Some((fault, event)) = taken_as_off(&told.taken) {
        calendar.left_open.add(fault.code, told.taken.iter().map(|event| event.begin.number));
        calendar.fault(&fault, &event.begin);
    }
    for (fault, event) in told.notes() {
        calendar.fault(&fault, event.at());
    }
    calendar.left_open.add("free-event", told.free.iter().map(|event| event.at().number));
    let (Found { diagnostics, errors, .. }, assumptions) = finished(calendar);
    let last = of_all.iter().filter_map(|dates: &Vec<NaiveDate>| dates.last()).max().copied();
    Ok(IcsTeamDays { dates: of_all, last, diagnostics, errors, assumptions })
}

/// Says what is wrong with events that have no start.
fn faulty(calendar: &mut super::calendar::Calendar<'_>, events: &Events) {
    for event in events.list.iter().filter(|event| !event.cancelled && !event.faulty && event.start.is_none())
    {
        let message = format!("{} has no DTSTART", event.called());
        calendar.fault(&Fault::error("no-start", message, "export the calendar again"), &event.begin);
    }
}

/// Events that give nobody a day off, and those that do without saying so.
#[derive(Default)]
struct Told<'e> {
    taken: Vec<&'e Event>,
    unclear: Vec<(Fault, &'e Event)>,
    free: Vec<&'e Event>,
    no_absence: Vec<&'e Event>,
    declined: Vec<&'e Event>,
}

impl<'e> Told<'e> {
    fn notes(&self) -> Vec<(Fault, &'e Event)> {
        let note = |code, events: &[&'e Event], what: [&str; 2], help: &str| {
            let first = *events.first()?;
            let what = what[usize::from(events.len() > 1)];
            Some((Fault::note(code, format!("{} {what}", listed(events)), help), first))
        };
        let notes = [
            note(
                "free-event",
                &self.free,
                ["is marked as free time and is no day off", "are marked as free time and are no days off"],
                "mark absences as busy or out of office, or give a calendar of one person: --off-ics \
                'Ana=FILE'",
            ),
            note(
                "no-absence",
                &self.no_absence,
                [
                    "is about work or a birthday, and is no day off",
                    "are about work or birthdays, and are no days off",
                ],
                "write who is away into the event's title if somebody is",
            ),
            note(
                "declined-event",
                &self.declined,
                ["was declined, and is no day off", "were declined, and are no days off"],
                "nothing is to be done",
            ),
        ];
        notes.into_iter().flatten().collect()
    }
}

/// Events that say neither that somebody is away nor that they work, by line alone: for what somebody is away
/// is nobody's business.
fn taken_as_off<'e>(events: &[&'e Event]) -> Option<(Fault, &'e Event)> {
    let first = *events.first()?;
    let lines: Vec<String> = events.iter().map(|event| event.begin.number.to_string()).collect();
    let lines = Listed::new(&lines, " and ").first(MOST_LISTED);
    let message = match events.len() {
        1 => format!("the event on line {lines} says neither absence nor work, and is taken for a day off"),
        _ => format!("the events on lines {lines} say neither absence nor work, and are taken for days off"),
    };
    let help = "if somebody is at work then, mark the event as free time, or take it out";
    Some((Fault::note("taken-as-off", message, help), first))
}

fn unmatched(event: &Event) -> Fault {
    let message = format!("{} names nobody of the roster, and is nobody's day off", event.called());
    let help = "write the name as in the roster, or invite the person's address";
    Fault::warning("unmatched-event", message, help)
}

/// Of so many people the first are named.
fn ambiguous(event: &Event, first: &[&str], all: usize) -> Fault {
    let names = Listed::new(first, " or ").out_of(all);
    let message = format!("{} may be about {names}, and is nobody's day off", event.called());
    Fault::warning(
        "ambiguous-event",
        message,
        "write the whole name of everybody who is away, and of nobody else",
    )
}
