//! Public holidays, and days off that stand in iCalendar files.

use crate::support::Desk;
use serde_json::json;

const HOLIDAYS: &str = "name,zone,holidays\nAna,America/Sao_Paulo,BR-SP\nBen,Europe/Berlin,DE-BE\n";

/// An all-day event from a date up to another.
fn event(from: &str, to: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:{from}\nDTEND;VALUE=DATE:{to}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
}

/// The dates on which everyone's windows start.
fn window_days(desk: &Desk, roster: &str, more: &[&str]) -> Vec<String> {
    let windows = desk.json(&["--windows"], roster, more)["windows"].clone();
    let starts = windows.as_array().into_iter().flatten().filter_map(|window| window["start"].as_str());
    starts.map(|start| start[..10].to_owned()).collect()
}

/// Weekdays off from 23 November 2026 to 21 November 2027. Berlin: 25 December, 1 January, 8, 26 and 29
/// March, 6 and 17 May. São Paulo: 25 December, 1 January, 26 March, 21 April, 9 July, 7 September, 12
/// October, 2 and 15 November. Three of them are the same. What falls on a weekend costs nothing.
#[test]
fn public_holidays_cost_shared_days() {
    let desk = Desk::with("h.csv", HOLIDAYS);
    let plan = desk.json(&[], "h.csv", &[]);
    let both = ["2026-12-25", "2027-01-01", "2027-03-26"];
    let ben = ["2027-03-08", "2027-03-29", "2027-05-06", "2027-05-17"];
    let ana = ["2027-04-21", "2027-07-09", "2027-09-07", "2027-10-12", "2027-11-02", "2027-11-15"];
    // Named as the Python package has them in English; a date that two calls otherwise has both names.
    let both = both.into_iter().zip([
        vec!["Christmas Day"],
        vec!["Universal Fraternization Day", "New Year's Day"],
        vec!["Good Friday"],
    ]);
    let ben = ben.into_iter().zip(["Women's Day", "Easter Monday", "Ascension Day", "Pentecost Monday"]);
    let ana = ana.into_iter().zip([
        "Tiradentes' Day",
        "Constitutionalist Revolution",
        "Independence Day",
        "Our Lady of Aparecida",
        "All Souls' Day",
        "Republic Proclamation Day",
    ]);
    let mut dates: Vec<_> = both.map(|(date, names)| (date, vec!["Ana", "Ben"], names)).collect();
    dates.extend(ben.map(|(date, name)| (date, vec!["Ben"], vec![name])));
    dates.extend(ana.map(|(date, name)| (date, vec!["Ana"], vec![name])));
    dates.sort();
    // Where both have a name it is the name of each, in roster order; one alone is everybody's.
    let date = |(date, people, names): (&str, Vec<&str>, Vec<&str>)| {
        let own = people.iter().zip(names.iter().cycle());
        let off =
            own.map(|(name, holiday)| json!({"date": date, "name": name, "members": 1, "holiday": holiday}));
        json!({"date": date, "people": people, "holidays": names, "off": off.collect::<Vec<_>>()})
    };
    let dates: Vec<_> = dates.into_iter().map(date).collect();
    let expected = json!({"days": 13, "in_drift_weeks": 0, "people": [
        {"name": "Ana", "members": 1, "days": 9}, {"name": "Ben", "members": 1, "days": 7},
    ], "dates": dates});
    assert_eq!(plan["days_off"], expected);
    let page = desk.year(&[], "h.csv", &[]).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Days off On 13 workdays somebody required is off: Ana on 9 and Ben on 7."),
        "{page}"
    );
    // The verdict is about ordinary weeks.
    let ordinary = desk.file("o.csv", HOLIDAYS.replace("BR-SP", "").replace("DE-BE", ""));
    let ordinary = desk.json(&[], &ordinary.display().to_string(), &[]);
    assert_eq!((&plan["verdict"], &plan["seasons"]), (&ordinary["verdict"], &ordinary["seasons"]));
    let days = window_days(&desk, "h.csv", &[]);
    assert_eq!((days.len(), window_days(&desk, "o.csv", &[]).len()), (260 - 13, 260));
    assert!(!days.contains(&"2027-04-21".to_owned()) && days.contains(&"2027-04-22".to_owned()));
}

#[test]
fn years_beyond_the_table_are_warned_about() {
    let desk = Desk::with("h.csv", HOLIDAYS);
    let ran =
        desk.run(&["h.csv", "--windows", "--from", "2031-12-01", "--to", "2033-02-01", "--home", "UTC"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.err
            .contains("warning[holidays-unknown]: São Paulo: no public holidays are known for 2032 and 2033"),
        "{}",
        ran.err
    );
    let check =
        desk.run(&["check", "h.csv", "--from", "2032-01-01", "--weeks", "4", "--format", "json"]).json();
    assert_eq!((&check["ok"], &check["faults"][1]["code"]), (&json!(true), &json!("holidays-unknown")));
    let wrong = Desk::with("w.csv", HOLIDAYS.replace("DE-BE", "DE-XX"));
    wrong.year(&[], "w.csv", &[]).refused("`DE-XX` is no region of Germany");
}

#[test]
fn leave_of_one_person_stands_in_a_calendar() {
    let desk = Desk::with("leave.ics", event("20270105", "20270108"));
    desk.file("more.ics", event("20270111", "20270112"));
    let (before, flags) =
        (window_days(&desk, "three.csv", &[]), ["--off-ics", "ana=leave.ics", "--off-ics", "#2=more.ics"]);
    let after = window_days(&desk, "three.csv", &flags);
    let lost: Vec<_> = before.iter().filter(|day| !after.contains(day)).map(String::as_str).collect();
    assert_eq!(lost, ["2027-01-05", "2027-01-06", "2027-01-07", "2027-01-11"]);
    assert_eq!(
        desk.json(&[], "three.csv", &flags)["days_off"]["people"],
        json!([{"name": "Ana", "members": 1, "days": 4}])
    );
    // Who moves takes the leave along.
    let moved = [&flags[..], &["--move", "Ana=Europe/Lisbon"]].concat();
    assert_eq!(desk.json(&[], "three.csv", &moved)["days_off"]["days"], 4);
}

/// Midnight to midnight in Berlin is 23:00 UTC to 23:00 UTC in winter.
#[test]
fn times_in_utc_are_days_of_the_clock_of_the_person() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Leave\nDTSTART:20261206T230000Z\nDTEND:20261211T230000Z\nEND:VEVENT\nEND:VCALENDAR\n";
    let desk = Desk::with("leave.ics", text);
    let lost = |name: &str| {
        let plan = desk.json(&[], "three.csv", &["--off-ics", &format!("{name}=leave.ics")]);
        plan["days_off"]["days"].clone()
    };
    // From 20:00 to 20:00 in São Paulo: the shift of the last day is covered too.
    assert_eq!((lost("Ben"), lost("Ana")), (json!(5), json!(5)));
    desk.file("h.csv", HOLIDAYS.replace("DE-BE", "ACME"));
    let ran = desk.year(&[], "h.csv", &["--holidays-ics", "ACME=leave.ics"]);
    assert!(
        ran.err.contains("warning[times-in-utc]: the event `Leave` (line 4) has times in UTC"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains(" (leave.ics:4:9)\n"), "{}", ran.err);
}

#[test]
fn calendars_define_and_override_holidays() {
    let desk = Desk::with("h.csv", HOLIDAYS.replace("DE-BE", "ACME; DE-BE"));
    desk.file("days.ics", event("20270105", "20270106"));
    let days_off = |flags: &[&str]| desk.json(&[], "h.csv", flags)["days_off"]["people"].clone();
    let defined = days_off(&["--holidays-ics", "acme=days.ics"]);
    assert_eq!(defined[1], json!({"name": "Ben", "members": 1, "days": 8}));
    let overridden = days_off(&["--holidays-ics", "acme=days.ics", "--holidays-ics", "de-be=days.ics"]);
    assert_eq!(overridden[1], json!({"name": "Ben", "members": 1, "days": 1}));
    desk.year(&[], "h.csv", &[]).refused("`ACME` is no country or region");
    let unused = desk.year(&[], "three.csv", &["--holidays-ics", "XX=days.ics"]);
    assert!(unused.err.contains("no row names the holidays `XX`"), "{}", unused.err);
}

#[test]
fn a_pool_knows_the_same_calendars() {
    let desk = Desk::with("pool.csv", "name,zone,holidays\nKei,Asia/Tokyo,ACME\n");
    desk.file("days.ics", event("20270105", "20270106"));
    let pool = ["--candidates", "pool.csv"];
    desk.year(&["fit"], "three.csv", &pool).refused("`ACME` is no country or region");
    let flags = [&pool[..], &["--holidays-ics", "ACME=days.ics"]].concat();
    assert_eq!(desk.year(&["fit"], "three.csv", &flags).code, Some(0));
}

#[test]
fn what_is_wrong_with_calendars_names_file_and_line() {
    let desk = Desk::with("bad.ics", event("20270230", "20270301"));
    desk.file("not.ics", "name,zone:\n");
    desk.file("good.ics", event("20270105", "20270106"));
    let flag = |value: &str| desk.year(&[], "three.csv", &["--off-ics", value]);
    let bad = flag("Ana=bad.ics").refused("error[bad-date]: `20270230` is no date");
    assert!(bad.err.contains("bad.ics:3:20\n"), "{}", bad.err);
    flag("Ana=not.ics").refused("the file does not start with BEGIN:VCALENDAR");
    flag("Ana=gone.ics").refused("cannot read gone.ics");
    flag("Ana=-").refused("cannot be standard input");
    flag("Anna=good.ics").refused("nobody is called `Anna` — did you mean Ana?");
    flag("=good.ics").refused("write it like --off-ics 'Ana=leave.ics'");
    flag("bad.ics").refused("error[bad-date]");
    desk.year(&[], "three.csv", &["--holidays-ics", "=good.ics"]).refused("--holidays-ics `=good.ics`");
    let check = desk.run(&["check", "three.csv", "--off-ics", "Ana=bad.ics", "--format", "json"]);
    assert_eq!((check.code, &check.json()["faults"][0]["file"]), (Some(1), &json!("bad.ics")));
}

#[test]
fn a_stay_abroad_is_a_season() {
    let desk = Desk::with(
        "s.csv",
        "name,zone\nAna,Europe/Berlin; Asia/Bangkok from 2027-02-01 to 2027-03-15\nBen,Europe/Berlin\n",
    );
    let year = desk.json(&["year"], "s.csv", &[]);
    let seasons: Vec<_> = year["seasons"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|s| (s["first"].clone(), s["overlap"]["minutes_per_week"].clone()))
        .collect();
    assert_eq!(seasons[1], (json!("2027-02-01"), json!(600)));
    assert_eq!(seasons[2], (json!("2027-03-16"), json!(2400)));
}

/// A calendar that does not reach the dates planned is said to be short.
#[test]
fn calendars_that_end_early_are_warned_about() {
    let event = |day: &str| {
        format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Day\nDTSTART;VALUE=DATE:{day}\nEND:VEVENT\nEND:VCALENDAR\n"
        )
    };
    let desk = Desk::with("h.csv", HOLIDAYS.replace("DE-BE", "ACME"));
    desk.file("early.ics", event("20261226"));
    desk.file("late.ics", event("20271003"));
    let told = |flags: &[&str]| desk.year(&[], "h.csv", flags).err;
    let early = told(&["--holidays-ics", "ACME=early.ics"]);
    assert!(early.contains("--holidays-ics `ACME`: its last day is 2026-12-26"), "{early}");
    let assumed = |desk: &Desk, roster: &str, flags: &[&str]| {
        let plan = desk.year(&[], roster, &[flags, &["--format", "json"]].concat());
        let assumed = plan.json()["assumptions"].clone();
        let mut assumed = assumed.as_array().expect("a list").clone();
        assumed.retain(|one| one["code"] == "calendar-ends");
        assumed.into_iter().map(|one| one["message"].as_str().expect("a text").to_owned()).collect::<Vec<_>>()
    };
    let ends = "the calendar of the holidays `ACME`: its last day is 2026-12-26; from then on all days count as \
                working days";
    assert_eq!(assumed(&desk, "h.csv", &["--holidays-ics", "ACME=early.ics"]), [ends]);
    assert!(assumed(&desk, "h.csv", &["--holidays-ics", "ACME=late.ics"]).is_empty());
    assert!(!told(&["--holidays-ics", "ACME=late.ics"]).contains("its last day"));
    desk.file("past.ics", event("20200101"));
    let three = Desk::new();
    three.file("past.ics", event("20200101"));
    let past = three.year(&[], "three.csv", &["--off-ics", "Ana=past.ics"]).err;
    assert!(past.contains("--off-ics `Ana`: no day of the calendar lies in the dates planned"), "{past}");
    assert_eq!(
        assumed(&three, "three.csv", &["--off-ics", "Ana=past.ics"]),
        ["no day of the calendar lies in the dates planned"]
    );
}

/// A calendar of the team gives everybody the events that name them, by name or address; what names nobody is
/// told and is nobody's day off.
#[test]
fn a_team_calendar_gives_each_person_their_events() {
    let event =
        |day: &str, more: &str| format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:{day}\n{more}\nEND:VEVENT\n");
    let events = [
        event("20270105", "SUMMARY:Ana - Vacation"),
        event("20270106", "SUMMARY:Urlaub\nATTENDEE;PARTSTAT=ACCEPTED:mailto:BEN@example.org"),
        event("20270107", "SUMMARY:Company party"),
        event("20270108", "SUMMARY:Chloé Martin OOO\nTRANSP:TRANSPARENT"),
    ];
    let desk = Desk::with("team.ics", format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat()));
    desk.file(
        "r.csv",
        "name,email,zone,hours\nAna Lima,,Europe/Lisbon,9-17\nBen Roth,ben@example.org,Europe/Berlin,9-17\n\
         Chloé Martin,,Europe/London,9-17\n",
    );
    let flags = ["--off-ics", "team.ics"];
    let plan = desk.year(&[], "r.csv", &[&flags[..], &["--format", "json"]].concat());
    let people = plan.json()["days_off"]["people"].clone();
    let person = |name: &str| json!({"name": name, "members": 1, "days": 1});
    assert_eq!(people, json!([person("Ana Lima"), person("Ben Roth")]));
    let party = "warning[unmatched-event]: the event `Company party` names nobody of the roster";
    assert!(plan.err.starts_with(party), "{}", plan.err);
    let line = "1 note: `tzplan check r.csv --off-ics team.ics --from 2026-11-23` lists it\n";
    assert!(plan.err.ends_with(line), "{}", plan.err);
    // Where the calendar ends is an assumption of the answer, and what its events were taken for.
    let assumed = plan.json()["assumptions"].clone();
    let assumed = assumed.as_array().expect("a list");
    let codes: Vec<_> = assumed.iter().map(|assumed| assumed["code"].clone()).collect();
    assert_eq!(codes, ["calendar-ends", "unmatched-event", "free-event"]);
    assert_eq!(
        assumed[0]["message"],
        "nobody is taken to be off after 2027-01-06, the last day off in the calendar"
    );
    let page = desk.year(&["year"], "r.csv", &flags).out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("last day off in the calendar (team.ics)"), "{page}");
    let check = desk.run(&["check", "r.csv", "--off-ics", "team.ics", "--from", "2026-11-23"]).out;
    assert!(check.contains("note[free-event]") && check.contains("warning[unmatched-event]"), "{check}");
}
