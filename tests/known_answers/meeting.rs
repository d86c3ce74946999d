//! Meetings on the calendars of real countries, worked out by hand.

use chrono::Weekday;
use tzplan::meeting::{Asked, MeetingOptions, Meetings, Rotation, RotationOptions, Slot};
use tzplan::{ClockTime, DateRange, Horizon, Member, Minutes, Policy, PreparedTeam, Team, UtcMinute, Zone};

use crate::support::date;

const DE: &[&str] = &["2026-12-25", "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17"];
const US: &[&str] = &[
    "2026-11-26",
    "2026-12-25",
    "2027-01-01",
    "2027-01-18",
    "2027-02-15",
    "2027-05-31",
    "2027-06-18",
    "2027-07-05",
    "2027-09-06",
    "2027-10-11",
    "2027-11-11",
];
const IN: &[&str] = &[
    "2026-11-24",
    "2026-12-25",
    "2027-01-26",
    "2027-03-10",
    "2027-03-22",
    "2027-03-26",
    "2027-04-14",
    "2027-04-15",
    "2027-05-17",
    "2027-05-20",
    "2027-06-16",
    "2027-08-25",
    "2027-10-29",
];
const SE: &[&str] = &["2026-12-25", "2027-01-01", "2027-01-06", "2027-03-26", "2027-03-29", "2027-05-06"];
const PT: &[&str] = &[
    "2026-12-01",
    "2026-12-08",
    "2026-12-25",
    "2027-01-01",
    "2027-03-26",
    "2027-05-27",
    "2027-06-10",
    "2027-10-05",
    "2027-11-01",
];
const UK: &[&str] = &[
    "2026-12-25",
    "2026-12-28",
    "2027-01-01",
    "2027-03-26",
    "2027-03-29",
    "2027-05-03",
    "2027-05-31",
    "2027-08-30",
];
const AE: &[&str] = &[
    "2026-12-02",
    "2026-12-03",
    "2027-01-01",
    "2027-03-09",
    "2027-03-10",
    "2027-03-11",
    "2027-05-17",
    "2027-05-18",
];

fn zone(id: &str) -> Zone {
    Zone::iana(id).unwrap_or_else(|error| panic!("{error}"))
}

/// Members with their zones, hours and days off.
fn team(members: &[(&str, &str, &[&str])]) -> Team {
    let mut team = Team::new();
    for (id, hours, off) in members {
        let hours = hours.parse().unwrap_or_else(|error| panic!("{hours}: {error}"));
        team.add(Member::new(*id, zone(id)).hours(hours).days_off(off.iter().map(|day| date(day))));
    }
    team
}

/// For an hour, in a year on a clock.
fn hour(team: &Team, home: &str) -> Meetings {
    let horizon = Horizon::year(date("2026-11-23"), zone(home)).expect("a year");
    Meetings::new(&PreparedTeam::new(team, horizon), &Policy::default(), &MeetingOptions::default())
}

/// `Tue 14:15`.
fn shown(slot: Slot) -> String {
    format!("{} {}", slot.day(), slot.time)
}

fn taken(rotation: &Rotation) -> Vec<String> {
    rotation.weeks.iter().map(|week| shown(week.slot)).collect()
}

/// At 14:15 in Berlin it is 08:15 in New York, but for the three weeks in which only the US have changed
/// their clocks: 45 minutes before 9 in 49 weeks. In winter it is 18:45 in Kolkata: 45 minutes after 19:00 in
/// 21 weeks. A quarter of an hour earlier or later costs somebody an hour. Of the weekdays Tuesday has the
/// fewest days off, both Indian.
#[test]
fn two_holidays_do_not_send_a_weekly_meeting_to_midnight() {
    let three = team(&[
        ("Europe/Berlin", "9-17", DE),
        ("America/New_York", "9-17", US),
        ("Asia/Kolkata", "11-19", IN),
    ]);
    let meetings = hour(&three, "Europe/Berlin");
    let best = meetings.ranked()[0];
    assert_eq!(shown(best.slot), "Tue 14:15");
    let required = best.required;
    assert_eq!((required.no_workday, required.night, required.unreasonable), (0, 0, 0));
    assert_eq!((required.worst, required.total, required.off), (Minutes(45), (49 + 21) * 45, 2));
    let off: Vec<_> = meetings.dates_off(best.slot).iter().map(|off| (off.date, off.day_off)).collect();
    assert_eq!(off, ["2026-11-24", "2027-01-26"].map(|day| (date(day), date(day))));
    // 19:15 in Berlin is 23:45 in Kolkata, and still Tuesday there: the holiday is no way out.
    let late = meetings.plan(Slot::weekly(Weekday::Tue, ClockTime::at(19, 15)));
    assert_eq!(late.required.off, 2);
    assert!(late.required.night > 0 && best.required < late.required);
}

/// 11:00 to 20:00 in Bangalore is 06:30 to 15:30 in Stockholm in winter and 07:30 to 16:30 in summer.
#[test]
fn two_people_with_five_shared_hours_meet_in_the_morning() {
    let two = team(&[("Europe/Stockholm", "9-17", SE), ("Asia/Kolkata", "11-20", IN)]);
    let meetings = hour(&two, "Europe/Stockholm");
    let ranked = meetings.ranked();
    assert_eq!((shown(ranked[0].slot), ranked[0].required.off), ("Tue 09:00".to_owned(), 2));
    let clean = ranked.iter().filter(|plan| plan.is_clean());
    // Five days × every quarter from 09:00 to 14:30.
    assert_eq!(clean.count(), 5 * 23);
    assert!(meetings.obstacles().is_none() && meetings.changes().is_empty());
    // The distinct choices stand more than an hour apart, whatever the holidays each on all five days.
    let choices = meetings.choices(&ranked);
    let first: Vec<String> = choices.iter().map(|choice| shown(choice.plan.slot)).take(5).collect();
    assert_eq!(first, ["Mon 09:00", "Mon 10:15", "Mon 11:30", "Mon 12:45", "Mon 14:00"]);
    assert!(choices[..5].iter().all(|choice| choice.slots.len() == 5));
}

/// 10:00 in Berlin is 09:00 in Lisbon and London, and 13:00 (in summer 12:00) in Dubai: within everybody's
/// hours.
#[test]
fn a_team_with_natural_hours_has_a_clean_slot_whatever_its_holidays() {
    let four = team(&[
        ("Europe/Lisbon", "9-17", PT),
        ("Europe/Berlin", "9-17", DE),
        ("Europe/London", "9-17", UK),
        ("Asia/Dubai", "9-18", AE),
    ]);
    let meetings = hour(&four, "Europe/Berlin");
    let best = meetings.ranked()[0];
    assert_eq!((shown(best.slot), best.is_clean(), best.required.off), ("Wed 10:00".to_owned(), true, 2));
    let off: Vec<_> = meetings.dates_off(best.slot).iter().map(|off| off.date).collect();
    assert_eq!(off, ["2026-12-02", "2027-03-10"].map(date));
    let dubai = four.members().nth(3).expect("four").schedule_id();
    let times = meetings.local_times(best.slot).into_iter().filter(|time| time.schedule == dubai);
    let times: Vec<_> =
        times.map(|time| (time.dates.first(), time.dates.last(), time.time.to_string())).collect();
    let season = |first, last, time: &str| (date(first), date(last), time.to_owned());
    let winter = season("2026-11-25", "2027-03-24", "13:00");
    assert_eq!(
        times,
        [winter, season("2027-03-31", "2027-10-27", "12:00"), season("2027-11-03", "2027-11-17", "13:00")]
    );
}

/// At 13:00 in Berlin it is 07:00 in New York and ends at 21:00 in Singapore: the only hour that is
/// reasonable for all in winter. Singapore works 3 hours longer then, New York starts 2 hours earlier.
#[test]
fn a_rotation_sends_nobody_to_a_meeting_at_night() {
    let three = team(&[
        ("Asia/Singapore", "9-18", &[]),
        ("Europe/Berlin", "9-18", &[]),
        ("America/New_York", "9-18", &[]),
    ]);
    let meetings = hour(&three, "Europe/Berlin");
    let rotation = meetings.rotation(&meetings.ranked(), &RotationOptions::default()).expect("eight weeks");
    let limit = rotation.limit;
    assert_eq!([limit.stretch, limit.night, limit.unreasonable], [Minutes::hours(4), Minutes(0), Minutes(0)]);
    assert_eq!(taken(&rotation), ["Mon 13:00"; 8]);
    assert!(rotation.exact);
    assert_eq!((rotation.largest_night, rotation.total_night), (0, 0));
    assert_eq!((rotation.largest, rotation.total), (8 * 180, 8 * (180 + 120)));
    let ledger = rotation.ledger(&three);
    let after: Vec<_> = ledger.entries.iter().map(|entry| (entry.after(), entry.night_after())).collect();
    assert_eq!(after, [(1440, 0), (0, 0), (960, 0)]);
}

/// In winter New York and Kolkata (10:00 to 18:00) bridge 2½ hours together, whatever the time between 12:30
/// and 15:00 in Berlin. At 13:45 both give 1:15. Of 13:00 (2 hours and ½) and 14:30 (½ hour and 2) they take
/// turns, one after the other.
#[test]
fn turns_are_taken_in_turn() {
    let three = team(&[
        ("Europe/Berlin", "9-17", &[]),
        ("America/New_York", "9-17", &[]),
        ("Asia/Kolkata", "10-18", &[]),
    ]);
    let meetings = hour(&three, "Europe/Berlin");
    let mut options = RotationOptions::default();
    options.weeks = 6;
    let rotation = meetings.rotation(&meetings.ranked(), &options).expect("six weeks");
    assert_eq!(taken(&rotation), ["Mon 13:45"; 6]);
    assert_eq!((rotation.largest, rotation.total, rotation.exact), (6 * 75, 6 * 150, true));

    let monday = |time| meetings.plan(Slot::weekly(Weekday::Mon, time));
    let slots = [ClockTime::at(13, 0), ClockTime::at(14, 30)].map(monday);
    let rotation = meetings.rotation(&slots, &options).expect("six weeks");
    assert_eq!(taken(&rotation), ["Mon 13:00", "Mon 14:30"].repeat(3));
    assert_eq!((rotation.largest, rotation.total), (450, 900));
    // Two hours that New York has given before: it gives as little as it can until Kolkata has given as much.
    options.carried = vec![0, 120, 0];
    let rotation = meetings.rotation(&slots, &options).expect("six weeks");
    let first = ["Mon 14:30", "Mon 14:30", "Mon 13:00", "Mon 14:30", "Mon 13:00", "Mon 14:30"];
    assert_eq!(taken(&rotation), first);
    let ledger = rotation.ledger(&three);
    let given: Vec<_> = ledger.entries.iter().map(|entry| entry.after()).collect();
    // Four evenings of Kolkata's and two mornings of New York's: 120 + 4 × 30 + 2 × 120, and 4 × 120 + 2 ×
    // 30.
    assert_eq!(given, [0, 480, 540]);
}

/// What an hour from an instant on asks of somebody.
fn asked(member: Member, start: &str) -> Asked {
    let mut team = Team::new();
    let schedule = team.add(member).schedule_id();
    let horizon = Horizon::year(date("2026-11-23"), Zone::UTC).expect("a year");
    let mut options = MeetingOptions::default();
    options.days = Some(chrono::WeekdaySet::ALL);
    let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &options);
    let start: UtcMinute = crate::instant(start);
    let time = ClockTime::from_minutes(start.epoch_minutes().rem_euclid(1440) as u16).expect("a time of day");
    let slot = Slot::weekly(chrono::Datelike::weekday(&start.to_utc()), time);
    let occurrences = meetings.occurrences(slot);
    let occurrence = occurrences.iter().find(|occurrence| occurrence.start == start).expect("in the year");
    meetings.asked(occurrence, schedule).expect("the only schedule")
}

/// From Berlin to Los Angeles on Monday 1 February, back on Monday 15 February.
#[test]
fn the_hours_in_which_a_stay_begins_belong_to_one_date() {
    let traveller = || {
        let stay = DateRange::until(date("2027-02-01"), date("2027-02-15")).expect("two weeks");
        Member::new("Ann", zone("Europe/Berlin")).stay(zone("America/Los_Angeles"), stay)
    };
    // Monday 06:00 in Berlin is Sunday 21:00 in Los Angeles. Berlin's Sunday is over and Los Angeles' Monday
    // is to come: that Monday's day starts 12 hours later. From 21:00 to 22:00 it is not yet night.
    let none = asked(traveller(), "2027-02-01T05:00Z");
    assert_eq!((none.no_workday, none.stretch), (false, Minutes::hours(12)));
    assert_eq!((none.night, none.unreasonable), (Minutes(0), Minutes(60)));
    // Monday 08:30 in Berlin is Sunday 23:30 in Los Angeles: the earlier zone's Sunday.
    assert!(asked(traveller(), "2027-02-15T07:30Z").no_workday);
    // Half an hour later Los Angeles' last date is over.
    assert!(asked(traveller(), "2027-02-15T08:00Z").is_nothing());
}

/// Nights from 22:00 to 06:00, off on Tuesday 1 December.
#[test]
fn a_meeting_in_a_night_shift_belongs_to_the_day_before() {
    let guard = || {
        let hours = "22-06".parse().expect("hours");
        Member::new("Bo", Zone::UTC).hours(hours).days_off([date("2026-12-01")])
    };
    // Monday night's shift goes on: the hour from 05:30 on is within it but for half an hour, from 06:00 on.
    let tuesday = asked(guard(), "2026-12-01T05:30Z");
    assert_eq!((tuesday.off, tuesday.stretch), (false, Minutes(30)));
    assert_eq!((tuesday.night, tuesday.unreasonable), (Minutes(0), Minutes(30)));
    // Tuesday night's is cancelled: its early morning is off as well, and so is Tuesday at noon, whatever the
    // hour.
    let wednesday = asked(guard(), "2026-12-02T05:00Z");
    assert_eq!((wednesday.off, wednesday.stretch), (true, Minutes(0)));
    let noon = asked(guard(), "2026-12-01T12:00Z");
    assert_eq!((noon.off, noon.stretch), (true, Minutes::hours(10)));
    // Saturday morning belongs to Friday, Saturday noon to nobody's workday.
    assert!(asked(guard(), "2026-12-05T03:00Z").is_nothing());
    assert!(asked(guard(), "2026-12-05T12:00Z").no_workday);
}

/// 20 to 23 o'clock for somebody who works from 9 to 17: 6 hours longer, the last of them at night, the last
/// two at no reasonable hour. A meeting longer than the day at both ends adds both.
#[test]
fn minutes_outside_the_day_are_night_or_unreasonable() {
    let mut team = Team::new();
    let schedule =
        team.add(Member::new("Ana", Zone::UTC).hours("9-17".parse().expect("hours"))).schedule_id();
    let horizon = Horizon::of_days(date("2026-11-23"), 7, Zone::UTC).expect("a week");
    let prepared = PreparedTeam::new(&team, horizon);
    let asked = |time: u16, hours: u32| {
        let mut options = MeetingOptions::default();
        options.duration = Minutes::hours(hours);
        let meetings = Meetings::new(&prepared, &Policy::default(), &options);
        let occurrence = meetings.occurrences(Slot::weekly(Weekday::Mon, ClockTime::at(time, 0)))[0];
        let asked = meetings.asked(&occurrence, schedule).expect("the only schedule");
        [asked.stretch, asked.night, asked.unreasonable].map(|minutes| minutes.get() / 60)
    };
    assert_eq!(asked(20, 3), [6, 1, 2]);
    assert_eq!(asked(5, 14), [4 + 2, 1, 2]);
    assert_eq!(asked(9, 8), [0, 0, 0]);
}

/// The third of January 2012 in Pago Pago, 24 hours behind Apia: its shift, 06:00–11:00, is 17:00–22:00 UTC.
/// The meeting at midnight before Wednesday the 4th in Apia is at 10:00 UTC on the 3rd, over long before that
/// shift begins: it belongs to Wednesday, whose shift begins six hours later.
#[test]
fn a_day_before_that_begins_later_runs_into_no_meeting() {
    use tzplan::meeting::{MeetingOptions, Meetings, Slot};
    use tzplan::{ClockTime, DateRange, Horizon, Member, Minutes, Policy, PreparedTeam, Team, Zone};
    let zone = |id: &str| Zone::iana(id).expect("a zone");
    let day: chrono::NaiveDate = "2012-01-03".parse().expect("a date");
    let mut team = Team::new();
    let ana = Member::new("Ana", zone("Pacific/Apia")).hours("6-11".parse().expect("hours"));
    team.add(ana.stay(zone("Pacific/Pago_Pago"), DateRange::new(day, day).expect("dates")));
    let horizon =
        Horizon::of_days("2012-01-03".parse().expect("a date"), 3, zone("Pacific/Apia")).expect("dates");
    let mut options = MeetingOptions::default();
    options.duration = Minutes(60);
    options.anchor = Some(zone("Pacific/Apia"));
    let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &options);
    let cost = &meetings.costs(Slot::weekly(chrono::Weekday::Wed, ClockTime::at(0, 0)))[0];
    assert_eq!(cost.asked.stretch, Minutes::hours(6));
}

/// Ann of Berlin is in Singapore for three weeks of February. 15:00 in Berlin is 09:00 in New York all year
/// (10:00 while only the US have summer time) and, in winter, 22:00 in Singapore: five hours after 17:00, and
/// the hour is night. Those are three Mondays; nothing later or earlier suits New York and Berlin better.
#[test]
fn three_weeks_abroad_move_no_weekly_meeting() {
    let away = DateRange::new(date("2027-02-01"), date("2027-02-21")).expect("three weeks");
    let ann = Member::new("Ann", zone("Europe/Berlin")).stay(zone("Asia/Singapore"), away);
    let mut team = Team::new();
    let schedule = team.add(ann).schedule_id();
    team.add(Member::new("Nia", zone("America/New_York")));
    let best = |from: &str, days: u32| {
        let horizon = Horizon::of_days(date(from), days, zone("Europe/Berlin")).expect("a horizon");
        let prepared = PreparedTeam::new(&team, horizon);
        let meetings = Meetings::new(&prepared, &Policy::default(), &MeetingOptions::default());
        let best = meetings.best().expect("a time");
        (meetings, best)
    };
    let (meetings, year) = best("2026-11-23", 364);
    assert!(year.plan.is_clean());
    assert_eq!((shown(year.plan.slot), year.slots.len()), ("Mon 15:00".to_owned(), 5));
    // It is told all the same what the stay makes of it.
    let costs = meetings.costs(year.plan.slot);
    let [cost] = &costs[..] else { panic!("{costs:?}") };
    assert_eq!(
        (cost.schedule, cost.asked.stretch, cost.asked.night),
        (schedule, Minutes(6 * 60), Minutes(60))
    );
    let dates: Vec<String> = cost.dates.iter().map(ToString::to_string).collect();
    assert_eq!(dates, ["2027-02-01", "2027-02-08", "2027-02-15"]);
    // Of six weeks three are no exception: no hour suits Singapore and New York.
    assert!(!best("2027-01-18", 42).1.plan.is_clean());
    // Of 43 days they are fewer than half.
    assert!(best("2027-01-18", 43).1.plan.is_clean());
}

/// The second hour from 23:00 is 08:00 in Singapore, where Ana is from the day after the last one planned:
/// that stay, too, is aside, and both hours are at night at home.
#[test]
fn a_stay_behind_the_last_date_is_aside_too() {
    let (first, away) = ("2026-11-23", DateRange::new(date("2026-11-24"), date("2026-11-27")));
    let mut team = Team::new();
    team.add(Member::new("Ana", Zone::UTC).stay(zone("Asia/Singapore"), away.expect("four days")));
    let horizon = Horizon::of_days(date(first), 1, Zone::UTC).expect("a day");
    let mut options = MeetingOptions::default();
    options.duration = Minutes::hours(2);
    let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &options);
    let late = Slot::weekly(Weekday::Mon, ClockTime::at(23, 0));
    assert_eq!(meetings.plan(late).required.night, 120);
    assert_eq!(meetings.costs(late)[0].asked.night, Minutes::hours(1));
}
