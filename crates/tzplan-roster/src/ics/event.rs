//! Events, read line by line.

use chrono::TimeDelta;

use super::clock::Clock;
use super::clocks::Clocks;
use super::line::ContentLine;
use super::moment::{Moment, duration};
use super::rule::Rule;
use super::words::{is_cancelled, is_part_of_a_day, words};
use crate::faults::Fault;
use crate::text::{clean, shorten};
use crate::wording::{LONGEST_QUOTE, Quoted};

/// What an event says so far.
#[derive(Debug)]
pub(super) struct Event {
    /// The line on which it begins.
    pub(super) begin: ContentLine,
    pub(super) uid: Option<String>,
    /// The occurrence of the repeated event of its name that it stands for.
    pub(super) replaces: Option<Moment>,
    summary: String,
    /// The summary at length, as far as it is looked into.
    pub(super) title: String,
    /// The addresses of who attends it, and whether they declined; and of who organised it.
    pub(super) attendees: Vec<(String, bool)>,
    pub(super) organizer: Option<String>,
    /// Whether it is marked as free time.
    pub(super) is_free: bool,
    /// Whether Outlook marks it as an absence.
    pub(super) is_out_of_office: bool,
    pub(super) start: Option<(Moment, ContentLine)>,
    pub(super) end: Option<(Moment, ContentLine)>,
    pub(super) length: Option<(TimeDelta, ContentLine)>,
    /// Rules by which it starts anew, and by which it does not; `None` for those that are not read.
    pub(super) rules: Vec<(Option<Rule>, ContentLine)>,
    pub(super) except_rules: Vec<(Option<Rule>, ContentLine)>,
    /// Further starts, and starts that are none.
    pub(super) also: Vec<Moment>,
    pub(super) except: Vec<Moment>,
    pub(super) cancelled: bool,
    /// Whether its title says that it is about a part of a day.
    is_part: bool,
    /// Whether something in it has been found wrong.
    pub(super) faulty: bool,
    /// The line that moves all later occurrences too.
    and_future: Option<ContentLine>,
}

impl Event {
    pub(super) fn new(begin: ContentLine) -> Self {
        Self {
            begin,
            uid: None,
            replaces: None,
            summary: String::new(),
            title: String::new(),
            attendees: Vec::new(),
            organizer: None,
            is_free: false,
            is_out_of_office: false,
            start: None,
            end: None,
            length: None,
            rules: Vec::new(),
            except_rules: Vec::new(),
            also: Vec::new(),
            except: Vec::new(),
            cancelled: false,
            is_part: false,
            faulty: false,
            and_future: None,
        }
    }

    /// Takes a line of it in.
    pub(super) fn take_in(&mut self, line: &ContentLine, clocks: &mut Clocks<'_>) -> Result<(), Fault> {
        let value = line.value.as_str();
        match line.name.as_str() {
            "SUMMARY" => {
                let text = clean(&value.replace("\\n", " ").replace('\\', "")).into_owned();
                self.title = shorten(&text, LONGEST_TITLE).into_owned();
                self.summary = shorten(&text, LONGEST_QUOTE).into_owned();
                self.cancelled |= is_cancelled(&self.title);
                self.is_part = is_part_of_a_day(&words(&self.title));
            }
            "TRANSP" => self.is_free |= value.trim().eq_ignore_ascii_case("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => {
                let status = value.trim().to_ascii_uppercase();
                self.is_free |= matches!(status.as_str(), "FREE" | "WORKINGELSEWHERE");
                self.is_out_of_office |= status == "OOF";
            }
            "ATTENDEE" if self.attendees.len() < MOST_ATTENDEES => {
                let declined =
                    line.parameter("PARTSTAT").is_some_and(|is| is.eq_ignore_ascii_case("DECLINED"));
                self.attendees.extend(address(line).map(|address| (address, declined)));
            }
            "ORGANIZER" => self.organizer = address(line),
            "UID" => self.uid = Some(value.trim().to_owned()),
            "STATUS" => self.cancelled |= value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DURATION" => match duration(value) {
                Some(length) => self.length = Some((length, line.clone())),
                None => {
                    self.faulty = true;
                    let message = format!("{} is no duration", Quoted(value));
                    return Err(Fault::error("bad-duration", message, "write it like P1D or PT24H"));
                }
            },
            "RRULE" => self.rules.push((Rule::read(value), line.clone())),
            "EXRULE" => self.except_rules.push((Rule::read(value), line.clone())),
            "DTSTART" | "DTEND" | "RDATE" | "EXDATE" | "RECURRENCE-ID" => {
                return self.take_moments(line, clocks);
            }
            _ => {}
        }
        Ok(())
    }

    fn take_moments(&mut self, line: &ContentLine, clocks: &mut Clocks<'_>) -> Result<(), Fault> {
        let (clock, unknown) = match clocks.of_line(line) {
            Ok(clock) => (clock, None),
            Err(name) => (Clock::Floating, Some(unknown_zone(&name))),
        };
        let is_list = matches!(line.name.as_str(), "RDATE" | "EXDATE");
        for value in line.value.split(',').take(if is_list { usize::MAX } else { 1 }) {
            // A period is a start and an end.
            let value =
                if line.name == "RDATE" { value.split('/').next().unwrap_or_default() } else { value };
            let Some(moment) = Moment::read(value, &clock) else {
                self.faulty = true;
                let message = format!("{} is no date", Quoted(value));
                let help = "dates are written like 20270101 or 20270101T090000";
                return Err(Fault::error("bad-date", message, help));
            };
            match line.name.as_str() {
                "DTSTART" => self.start = Some((moment, line.clone())),
                "DTEND" => self.end = Some((moment, line.clone())),
                "RDATE" => self.also.push(moment),
                "EXDATE" => self.except.push(moment),
                _ => self.replaces = Some(moment),
            }
        }
        if line.parameter("RANGE").is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE")) {
            self.and_future = Some(line.clone());
        }
        unknown.map_or(Ok(()), Err)
    }

    /// What is worth a warning, and the lines that are.
    pub(super) fn warnings(&self) -> Vec<(Fault, &ContentLine)> {
        if self.start.is_none() || self.cancelled || self.faulty {
            return Vec::new();
        }
        let read = self.rules.iter().filter(|(rule, _)| rule.is_some()).count() + self.also.len();
        let counts = match read {
            0 => "only its first occurrence counts",
            _ => "what this line adds is left out",
        };
        let help =
            "read are rules by days, weeks, months and years; export every occurrence as an event of its own";
        let warning =
            |message: String| Fault::warning("rule-not-read", format!("{} {message}", self.called()), help);
        let unread = |(rule, line): &'_ (Option<Rule>, ContentLine)| rule.is_none().then_some(quoted(line));
        let rules = self.rules.iter().filter_map(|rule| {
            let message = format!("repeats in a way that is not read ({}); {counts}", unread(rule)?);
            Some((warning(message), &rule.1))
        });
        let except = self.except_rules.iter().filter_map(|rule| {
            let message = format!(
                "makes exceptions in a way that is not read ({}); these occurrences count as well",
                unread(rule)?
            );
            Some((warning(message), &rule.1))
        });
        let future = self.and_future.iter().map(|line| {
            let message = format!(
                "stands for one occurrence and all later ones ({}); it counts for the one alone",
                quoted(line)
            );
            (warning(message), line)
        });
        rules.chain(except).chain(future).collect()
    }

    /// Whether its dates are whole days, and its title says that parts of them are meant: `Half day`.
    pub(super) fn is_part_of_days(&self) -> bool {
        self.is_part && matches!(self.start, Some((Moment::Day(_), _)))
    }

    /// What it is called in a message.
    pub(super) fn called(&self) -> String {
        if self.summary.is_empty() { "the event".to_owned() } else { format!("the event `{}`", self.summary) }
    }

    /// The line to show.
    pub(super) fn at(&self) -> &ContentLine {
        self.start.as_ref().map_or(&self.begin, |(_, line)| line)
    }

    /// `Dentist` (line 12), among others.
    pub(super) fn listed(&self) -> String {
        let name =
            if self.summary.is_empty() { "without a name".to_owned() } else { format!("`{}`", self.summary) };
        format!("{name} (line {})", self.at().number)
    }
}

/// The bytes of a summary that are looked into for names.
const LONGEST_TITLE: usize = 1000;

/// The attendees that are looked at.
const MOST_ATTENDEES: usize = 1000;

/// `mailto:ana@example.org`, or the address that stands beside something else.
fn address(line: &ContentLine) -> Option<String> {
    let value = line.value.trim();
    let mail = match value.split_at_checked("mailto:".len()) {
        Some((scheme, address)) if scheme.eq_ignore_ascii_case("mailto:") => address,
        _ => line.parameter("EMAIL")?,
    };
    Some(mail.trim().to_owned()).filter(|mail| !mail.is_empty())
}

/// The bytes of a line that a message shows.
const LONGEST_LINE: usize = 100;

fn quoted(line: &ContentLine) -> String {
    shorten(&clean(&line.text), LONGEST_LINE).into_owned()
}

fn unknown_zone(name: &str) -> Fault {
    Fault::warning(
        "unknown-tzid",
        format!("no zone is called {}; the times are taken as those of the reader's clock", Quoted(name)),
        "write an IANA id such as Europe/Berlin",
    )
}
