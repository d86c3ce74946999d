//! Events, and the days they cover.

use std::ops::Range;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};

use super::line::Line;
use super::moment::{Moment, duration};
use super::rule::Rule;
use crate::diagnostic::Fault;
use crate::text::{clean, shorten};

/// An event of more days than this (ten years) is a slip.
const MOST_DAYS: i64 = 3660;

/// What an event says so far.
#[derive(Debug)]
pub(super) struct Event {
    /// The line on which it begins.
    pub(super) line: u64,
    pub(super) uid: Option<String>,
    /// The occurrence of the repeated event of its name that it stands for.
    pub(super) replaces: Option<NaiveDate>,
    summary: String,
    start: Option<Moment>,
    end: Option<Moment>,
    length: Option<TimeDelta>,
    rule: Option<String>,
    /// Further starts, and starts that are none.
    also: Vec<NaiveDate>,
    except: Vec<NaiveDate>,
    cancelled: bool,
    /// Whether something in it has been found wrong.
    faulty: bool,
    /// Parts that say more than is read.
    not_read: Option<String>,
}

impl Event {
    pub(super) fn new(line: u64) -> Self {
        Self {
            line,
            uid: None,
            replaces: None,
            summary: String::new(),
            start: None,
            end: None,
            length: None,
            rule: None,
            also: Vec::new(),
            except: Vec::new(),
            cancelled: false,
            faulty: false,
            not_read: None,
        }
    }

    /// Takes a line of it in.
    pub(super) fn take_in(&mut self, line: &Line) -> Result<(), Fault> {
        let value = line.value.as_str();
        match line.name.as_str() {
            "SUMMARY" => {
                self.summary = shorten(&clean(&value.replace("\\n", " ").replace('\\', "")), 60).into_owned();
            }
            "UID" => self.uid = Some(value.trim().to_owned()),
            "STATUS" => self.cancelled = value.trim().eq_ignore_ascii_case("CANCELLED"),
            "DTSTART" => self.start = Some(self.moment(value)?),
            "DTEND" => self.end = Some(self.moment(value)?),
            "DURATION" => match duration(value) {
                Some(length) => self.length = Some(length),
                None => {
                    self.faulty = true;
                    let message = format!("`{}` is no duration", shorten(&clean(value), 60));
                    return Err(Fault::error("bad-duration", message, "write it like P1D or PT24H"));
                }
            },
            "RRULE" if self.rule.is_none() => self.rule = Some(value.trim().to_owned()),
            "RRULE" | "EXRULE" => self.not_read = Some(format!("{}:{value}", line.name)),
            "RDATE" | "EXDATE" | "RECURRENCE-ID" => {
                for date in value.split(',') {
                    // A period is a start and an end.
                    let date = self.moment(date.split('/').next().unwrap_or_default())?.date();
                    match line.name.as_str() {
                        "RDATE" => self.also.push(date),
                        "EXDATE" => self.except.push(date),
                        _ => self.replaces = Some(date),
                    }
                }
                if line.text.to_ascii_uppercase().contains("RANGE=THISANDFUTURE") {
                    self.not_read = Some(line.text.clone());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn moment(&mut self, value: &str) -> Result<Moment, Fault> {
        Moment::read(value).ok_or_else(|| {
            self.faulty = true;
            let message = format!("`{}` is no date", shorten(&clean(value), 60));
            Fault::error("bad-date", message, "dates are written like 20270101 or 20270101T090000")
        })
    }

    /// The days it covers, repetitions within a range; `None` where it covers no whole day. `replaced` are occurrences
    /// that other events stand for.
    pub(super) fn days(
        &self,
        within: &Range<NaiveDate>,
        replaced: &[NaiveDate],
    ) -> Result<Option<Vec<Range<NaiveDate>>>, Fault> {
        if self.cancelled || self.faulty {
            return Ok(Some(Vec::new()));
        }
        let Some(start) = self.start else {
            let message = format!("{} has no DTSTART", self.called());
            return Err(Fault::error("no-start", message, "export the calendar again"));
        };
        let first = self.whole_days(start)?;
        let (offset, length) = match first {
            Some((first, length)) => ((first - start.date()).num_days(), length),
            None => return Ok(None),
        };
        let mut starts: Vec<NaiveDate> = match self.rule.as_deref().map(Rule::read) {
            Some(Some(rule)) => {
                // What starts before the range may reach into it.
                let before = Days::new((offset + length).unsigned_abs());
                let from = within.start.checked_sub_days(before).unwrap_or(within.start);
                rule.starts(start.date(), &(from..within.end))
            }
            _ => vec![start.date()],
        };
        starts.extend(&self.also);
        starts.retain(|start| !self.except.contains(start) && !replaced.contains(start));
        let later = |date: NaiveDate, days: i64| {
            date.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(NaiveDate::MAX)
        };
        let days = |start: NaiveDate| later(start, offset)..later(start, offset + length);
        Ok(Some(starts.into_iter().map(days).collect()))
    }

    /// Whether it starts anew by a rule.
    pub(super) fn repeats(&self) -> bool {
        self.rule.is_some()
    }

    /// What is worth a warning.
    pub(super) fn warnings(&self) -> Vec<Fault> {
        let counts = self.start.is_some() && !self.cancelled && !self.faulty;
        let rule = self.rule.as_ref().filter(|rule| counts && Rule::read(rule).is_none());
        let unread = rule.map(|rule| format!("RRULE:{rule}")).or_else(|| self.not_read.clone());
        let warning = unread.map(|unread| {
            let unread = shorten(&clean(&unread), 100).into_owned();
            Fault::warning(
                "rule-not-read",
                format!(
                    "{} repeats in a way that is not read ({unread}); only its first occurrence counts",
                    self.called()
                ),
                "read are rules by days, weeks, months and years; export every occurrence as an event of its own",
            )
        });
        warning.into_iter().collect()
    }

    /// The first whole day and how many there are; `None` where there is none.
    fn whole_days(&self, start: Moment) -> Result<Option<(NaiveDate, i64)>, Fault> {
        let end = match (self.end, self.length, start) {
            (Some(end), ..) => end.clock(),
            (None, Some(length), _) => start.clock().checked_add_signed(length).unwrap_or(start.clock()),
            (None, None, Moment::Day(_)) => start.clock() + TimeDelta::days(1),
            (None, None, Moment::Time(time)) => time,
        };
        if end < start.clock() {
            let message = format!("{} ends before it starts", self.called());
            return Err(Fault::error("reversed-event", message, "look for a slip in DTSTART and DTEND"));
        }
        // Some programs end an all-day event on its own date.
        let end = if start == Moment::Day(end.date()) { end + TimeDelta::days(1) } else { end };
        let midnight = start.clock().time() == NaiveTime::MIN;
        let first = if midnight { Some(start.date()) } else { start.date().succ_opt() };
        let Some(first) = first else { return Ok(None) };
        let length = (end.date() - first).num_days();
        if length > MOST_DAYS {
            let message = format!("{} lasts more than {MOST_DAYS} days", self.called());
            return Err(Fault::error("long-range", message, "look for a slip in the years"));
        }
        Ok((length > 0).then_some((first, length)))
    }

    fn called(&self) -> String {
        if self.summary.is_empty() { "the event".to_owned() } else { format!("the event `{}`", self.summary) }
    }
}
