//! What the text says, with numbers derived by hand, and that it fits.

mod pages;
mod teams;

use pages::pages;
use teams::{THREE, context, flat, horizon, page, says, team};
use tzplan::{Horizon, Minutes, Plan, Policy, PreparedTeam, Team};
use tzplan_report::{
    CoverageDocument, Document, Form, PairsDocument, PlanDocument, WindowsDocument, YearDocument, text, write,
};
use unicode_width::UnicodeWidthStr;

fn shown(document: &dyn Document, width: usize) -> String {
    page(|out| write(document, Form::Text(text::Style { width, color: false }), out))
}

fn plan_of(team: &Team, horizon: Horizon, policy: &Policy, width: usize) -> String {
    let prepared = PreparedTeam::new(team, horizon);
    let plan = Plan::of(&prepared, policy);
    shown(&PlanDocument::new(&prepared, &plan, context()), width)
}

fn plan(rows: &[(&str, &str, &str)], home: &str) -> String {
    plan_of(&team(rows), horizon(home), &Policy::default(), 80)
}

/// São Paulo 9–17 is 13–21 in Berlin in winter and 14–22 in summer (Brazil keeps −03:00): with Berlin's 9–17
/// that makes 4 h and 3 h. Berlin's summer is 28 March to 30 October 2027, 217 days. The last three hours of
/// Berlin's summer day are 14–17, in São Paulo 9–12. Half an hour earlier there and half an hour later here
/// make four.
#[test]
fn three_people_overlap_with_shifts() {
    let text = plan(&THREE, "Europe/Berlin");
    says(
        &text,
        &[
            "team.csv · 3 people · 3 zones · 23 Nov 2026 – 21 Nov 2027",
            "Berlin time tz database 2026e",
            "OVERLAP, if Ana starts ½ h earlier and Ben ½ h later all year target 4 h a day",
            "Everyone shares 4 h a day in winter and 3 h in summer (28 Mar – 30 Oct); that is 1 h less than the target for 217 days.",
            "With the new hours everyone shares 4 h a day or more all year. That is needed only in summer (28 Mar – 30 Oct).",
            "1 Ana 08:30–16:30 and Ben 09:30–17:30, kept all year → everyone shares 4 h or more --move Ana=-30m --move Ben=+30m",
            "23 Nov – 27 Mar 2027 4 h 09:00–13:00 13:00–17:00 12:00–16:00",
            "28 Mar – 30 Oct 3 h 09:00–12:00 14:00–17:00 13:00–16:00 1 h less",
            "31 Oct – 21 Nov 4 h 09:00–13:00 13:00–17:00 12:00–16:00",
            "Without Ana the others share 7 h a day or more; without Ben 4 h (now 3 h).",
            "Ben works 10:00–18:00 Mon–Fri, 1 h later all year → OVERLAP --move Ben=+1h",
        ],
    );
}

/// Four hours each, at one time in winter; in summer London begins an hour before Accra. Half an hour each
/// closes that gap, and makes one of an hour when it is kept in winter.
#[test]
fn shifts_of_a_season_are_told_where_none_do_all_year() {
    let text = plan(&[("Kofi", "Africa/Accra", "9-13"), ("Liz", "Europe/London", "9-13")], "Europe/London");
    says(
        &text,
        &[
            "OVERLAP, if Kofi starts ½ h earlier and Liz ½ h later in summer (28 Mar – 30 Oct)",
            "With the new hours everyone shares 4 h a day or more all year. No hours that are kept all year do.",
            "28 Mar – 30 Oct Kofi 08:30–12:30 ½ h earlier",
        ],
    );
}

/// Berlin and New York share 2 h, and 3 h while only the US have summer time: an hour each, half an hour
/// each.
#[test]
fn shifts_of_all_year_come_first() {
    let text =
        plan(&[("Bea", "Europe/Berlin", "9-17"), ("Nia", "America/New_York", "9-17")], "Europe/Berlin");
    says(
        &text,
        &[
            "OVERLAP, if Bea starts 1 h later and Nia 1 h earlier all year target 4 h a day",
            "With the new hours everyone shares 4 h a day or more all year.",
            "all year Bea 10:00–18:00 1 h later",
            "14 Mar – 27 Mar and Bea 09:30–17:30 ½ h later",
        ],
    );
}

/// In summer, on a clock of half hours: Berlin's 9:00 is cell 18, the shared 14:00–17:00 cells 28 to 33. Its
/// night is that of the first 12 and the last 4 cells; São Paulo's, five hours behind, that of cells 6 to 21.
#[test]
fn bars_stand_on_the_home_clock() {
    let text = plan(&THREE, "Europe/Berlin");
    let line = |start: &str| {
        text.lines().find(|line| line.trim_start().starts_with(start)).expect("a line").to_owned()
    };
    let axis: Vec<char> = line("0  ").chars().collect();
    let midnight = axis.iter().position(|c| *c == '0').expect("0 on the axis");
    let bar = |name: &str| line(name).chars().skip(midnight).take(48).collect::<String>();
    assert_eq!(
        bar("Ben"),
        format!(
            "{}{}{}{}{}{}",
            "░".repeat(12),
            " ".repeat(6),
            "▒".repeat(10),
            "█".repeat(6),
            " ".repeat(10),
            "░".repeat(4)
        )
    );
    let ana = [" ".repeat(6), "░".repeat(16), " ".repeat(6), "█".repeat(6), "▒".repeat(10), " ".repeat(4)];
    assert_eq!(bar("Ana"), ana.concat());
    assert_eq!(bar("everyone Berlin"), format!("{}{}{}", " ".repeat(28), "█".repeat(6), " ".repeat(14)));
}

/// London and Berlin change their clocks together: 9–17 each shares 7 h, and 7 h is the highest target met.
#[test]
fn an_overlap_is_said_with_its_reach() {
    let rows = [
        ("Ben", "Europe/Berlin", "9-17"),
        ("Paul", "Europe/Paris", "9-17"),
        ("Chloé", "Europe/London", "9-17"),
    ];
    says(
        &plan(&rows, "Europe/Berlin"),
        &[
            "OVERLAP target 4 h a day",
            "Everyone shares 7 h a day all year: comfortable (6 h or more).",
            "Ben Berlin",
            "Paul Paris",
            "Could have As it is, everyone together can have 7 h a day all year; with days moved by 2 h at most, 8 h.",
        ],
    );
}

/// Tokyo's 9–17 is 1–9 (2–10 with Berlin's summer time): 0 h and 1 h with Berlin, nothing with London in
/// winter.
#[test]
fn a_hybrid_names_its_pods_and_who_is_in_none() {
    let rows = [
        ("Ben", "Europe/Berlin", "9-17"),
        ("Chloé", "Europe/London", "9-17"),
        ("Keiko", "Asia/Tokyo", "9-17"),
    ];
    says(
        &plan(&rows, "Europe/Berlin"),
        &[
            "HYBRID, in 1 pod, 1 person isolated",
            "2 of 3 people share 7 h a day or more in one pod (a group that meets the target); with others, work is async: in writing.",
            "Everyone together: never.",
            "Pod 1 Ben and Chloé · 2 people · 7 h a day all year",
            "Isolated Keiko · in no pod",
            "Without Keiko the others share 7 h a day or more (now nothing).",
        ],
    );
}

/// Lima is 14–22 UTC, Berlin 8–16 (7–15 in summer): 2 h and 1 h. Auckland 21–5 UTC in its winter: one hour on
/// four of Lima's five days, 48 minutes; nothing with Berlin.
#[test]
fn async_says_what_it_has_to_deliver() {
    let rows = [
        ("Mia", "Pacific/Auckland", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Luz", "America/Lima", "9-17"),
    ];
    says(
        &plan(&rows, "Europe/Berlin"),
        &[
            "ASYNC: work together in writing target 4 h a day",
            "No split into pods (groups that meet the target) leaves half of the people with somebody to share it with: work is async, in writing.",
            "Mia · 0 h 0–1 h",
            "Luz 0–1 h 1 h ·",
            "Without Mia the others share 1 h a day or more; without Ben 2 h on Mon–Thu, 1 h on Mon–Thu from",
            "4 Apr to 25 Sep (now nothing).",
            "No peer Mia, Ben and Luz have nobody to share 4 h a day with, even in twos.",
            "Ben → Luz 17:00",
            "Being blocked Whoever asks whoever is at work is blocked",
        ],
    );
}

/// 3–11 in New York is 9–17 in Berlin, and 8–16 while only the US are on summer time: 14 to 27 March and
/// 31 October to 6 November, 21 days. With 10–18 in Berlin that shares 7 h, then 6 h.
#[test]
fn grace_days_are_a_warning_under_an_overlap() {
    let rows = [("Nia", "America/New_York", "3-11"), ("Ben", "Europe/Berlin", "10-18")];
    let policy =
        Policy::default().with_target(Minutes::hours(7)).and_then(|policy| policy.with_grace_days(21));
    let text = plan_of(&team(&rows), horizon("Europe/Berlin"), &policy.expect("a policy"), 80);
    says(
        &text,
        &[
            "OVERLAP, resting on night work target 7 h a day",
            "Everyone shares 7 h a day, 6 h from 14 Mar to 27 Mar and from 31 Oct to 6 Nov; that is 1 h less than the target for 21 days, within the 21 days of grace.",
            "What everyone shares rests on night work: Nia works 15 h a week at night (22:00–06:00). If all kept to 07:00–21:00, the least of the year would be 4 h a day, now 6 h.",
            "1 h less (grace)",
            "Drift weeks Usually 7 h a day, but 6 h from 14 Mar to 27 Mar and from 31 Oct to 6 Nov, when \
             some clocks have changed and others have not yet.",
        ],
    );
}

#[test]
fn night_shifts_and_round_the_clock_hours_are_readable() {
    let rows = [
        ("Joy", "Asia/Manila", "22-06"),
        ("Rey", "Asia/Manila", "22-06"),
        ("Ops", "UTC", "00:00-24:00 daily"),
    ];
    let text = plan(&rows, "Asia/Manila");
    // Manila's nights begin on Monday to Friday evenings and end in the morning of the next day.
    says(
        &text,
        &[
            "Joy Manila ▓▓",
            "Rey Manila ▓▓",
            "Could have As it is, everyone together has the whole of the shortest day, 8 h.",
            "22:00–06:00 +1",
            "00:00–24:00 Mon–Sun",
            "Everyone shares 8 h a day all year",
        ],
    );
}

/// What a team can have is no more than anybody's day, and may be less than everyone shares.
#[test]
fn what_a_team_can_have_is_what_it_would_share() {
    // 9 to 17 is 08:00 to 16:00 UTC in winter, 11 to 20 in Bangalore 05:30 to 14:30: an hour and a half
    // earlier the whole of the shorter day is shared.
    let rows = [("Ada", "Europe/Stockholm", "9-17"), ("Bo", "Asia/Kolkata", "11-20")];
    says(
        &plan(&rows, "UTC"),
        &[
            "everyone together can have 6½ h a day all year; with days moved by 2 h at most, the whole of the shortest \
           day, 8 h.",
        ],
    );
    // Monday in Honolulu is Tuesday in Tonga: the two share 8 h on four of their five days, 6 h 24 min a day;
    // with Pago Pago all share 7 h on its four.
    let rows = [
        ("Sione", "Pacific/Tongatapu", "8-16"),
        ("Kai", "Pacific/Honolulu", "9-17"),
        ("Tama", "Pacific/Pago_Pago", "9-17 Mon-Thu"),
    ];
    let text = plan(&rows, "UTC");
    says(
        &text,
        &[
            "Everyone shares 7 h a day on Mon–Thu all year",
            "a target of up to 6 h 15 min a day is met all year, by everyone and by any of them by themselves",
        ],
    );
}

#[test]
fn a_lone_person_and_nobody_are_answers() {
    let alone = plan(&[("Ben", "Europe/Berlin", "9-17")], "Europe/Berlin");
    says(&alone, &["OVERLAP", "One person alone needs no overlap: any target is met.", "1 person · 1 zone"]);
    assert!(!alone.contains("everyone"), "{alone}");
    says(&plan(&[], "UTC"), &["0 people · 0 zones", "Nobody is on the team: there is nothing to plan."]);
}

#[test]
fn optional_members_are_marked() {
    let zone = |id: &str| tzplan::Zone::iana(id).expect("a zone");
    let member = |name: &str, id: &str| tzplan::Member::new(name, zone(id));
    let mut all = Team::new();
    all.add(member("Ben", "Europe/Berlin").optional());
    all.add(member("Nia", "Europe/London").optional());
    let text = plan_of(&all, horizon("UTC"), &Policy::default(), 80);
    says(
        &text,
        &["Everybody is marked optional, so that everybody counts.", "Everyone shares 7 h a day all year"],
    );
    all.add(member("Ria", "Europe/Berlin"));
    let text = plan_of(&all, horizon("UTC"), &Policy::default(), 80);
    says(&text, &["Nia (optional)", "2 people do not count towards what everyone shares."]);
}

#[test]
fn the_year_has_every_season_and_its_drift_weeks() {
    let team = team(&[("Ben", "Europe/Berlin", "9-17"), ("Nia", "America/New_York", "9-17")]);
    let prepared = PreparedTeam::new(&team, horizon("Europe/Berlin"));
    let plan = Plan::of(&prepared, &Policy::default());
    let text = shown(&YearDocument::new(&prepared, &plan, context()), 80);
    // Nine in New York is 15:00 in Berlin, 14:00 while only the US are on summer time: 14 + 7 of 364 days.
    says(
        &text,
        &[
            "Everyone shares 2 h to 3 h a day",
            "Least 2 h, median 2 h, most 3 h, usually 2 h a day",
            "14 Mar – 27 Mar 14 3 h",
            "3 h from 14 Mar to 27 Mar and from 31 Oct to 6 Nov, when some clocks have changed and others have \
             not yet.",
        ],
    );
}

#[test]
fn pairs_show_the_least_and_the_season() {
    let team = team(&THREE);
    let prepared = PreparedTeam::new(&team, horizon("Europe/Berlin"));
    let text = shown(&PairsDocument::new(&prepared, &Policy::default(), None, context()), 80);
    says(&text, &["Ana · 3 h 4 h*", "Ana – Ben 3 h 3 h 4 h 28 Mar – 30 Oct", "! over 4 h"]);
}

/// Monday to Friday 9–17 in Berlin is 40 of 168 hours: 23.8 %.
#[test]
fn coverage_groups_its_gaps() {
    let team = team(&[("Ben", "Europe/Berlin", "9-17")]);
    let prepared = PreparedTeam::new(&team, horizon("Europe/Berlin"));
    let service = tzplan::coverage::Service::around_the_clock();
    let text = shown(&CoverageDocument::new(&prepared, &service, None, context()), 80);
    says(
        &text,
        &["COVERED 23.8% of 8,736 h", "17:00–09:00 +1 Mon–Thu 208 times", "Fri 17:00 – Mon 09:00 51 times"],
    );
    let monday = text.lines().find(|line| line.trim_start().starts_with("Mon ")).expect("a Monday");
    let nine_to_five = [["·"; 9].as_slice(), &["1"; 8], &["·"; 7]].concat().join(" ");
    assert_eq!(flat(monday), format!("Mon {nine_to_five}"));
}

#[test]
fn windows_are_grouped_by_local_times() {
    let team = team(&THREE);
    let prepared = PreparedTeam::new(&team, horizon("Europe/Berlin"));
    let windows = tzplan::overlap::everyone(&prepared);
    let text = shown(&WindowsDocument::new(&prepared, &windows, None, &[], context()), 80);
    // 18, 31 and 3 weeks of five days; 21 × 20 h and 31 × 15 h.
    says(
        &text,
        &["260 windows, 885 h in all, in Berlin time", "29 Mar – 29 Oct 14:00–17:00 Mon–Fri 155 times"],
    );
}

#[test]
fn every_line_fits_at_any_width() {
    for (team, home) in pages::all() {
        for width in [60, 61, 72, 80, 100, 120, 160, 200, 250] {
            for (name, text) in pages(&team, home, text::Style { width, color: false }) {
                for line in text.lines() {
                    assert!(line.width() <= width, "{name} at {width}: {} columns\n{line}", line.width());
                    assert!(!line.ends_with(' '), "{name} at {width}: trailing space\n{line:?}");
                }
            }
        }
    }
}

#[test]
fn colour_adds_nothing_but_colour() {
    for (team, home) in pages::all() {
        let plain = pages(&team, home, text::Style { width: 80, color: false });
        let coloured = pages(&team, home, text::Style { width: 80, color: true });
        for ((name, plain), (_, coloured)) in plain.iter().zip(&coloured) {
            assert_eq!(*plain, pages::stripped(coloured), "{name}");
        }
    }
}

#[test]
fn control_characters_never_reach_the_terminal() {
    let team = pages::nasty();
    for (name, text) in pages(&team, "Europe/Berlin", text::Style { width: 120, color: false }) {
        for line in text.lines() {
            let steers =
                |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}');
            assert!(!line.contains(steers), "{name}: {line:?}");
            let count = |isolate: char| line.matches(isolate).count();
            assert_eq!(count('\u{2068}'), count('\u{2069}'), "{name}: isolates are closed in {line:?}");
        }
    }
}

#[test]
fn a_big_team_is_a_page_and_says_what_it_leaves_out() {
    let team = teams::big(500);
    for (name, text) in pages(&team, "Europe/Berlin", text::Style { width: 100, color: false }) {
        // Names are whole, so that a list of them takes some lines more.
        assert!(text.lines().count() <= 150, "{name} has {} lines", text.lines().count());
        if ["plan", "pairs"].contains(&name) {
            let where_else =
                if name == "plan" { "(--everyone lists them)" } else { "(all in --format json)" };
            assert!(text.contains("… and ") && text.contains(where_else), "{name}\n{text}");
        }
    }
}

#[test]
fn the_same_team_gives_the_same_text() {
    for (team, home) in pages::all() {
        let style = text::Style { width: 100, color: true };
        assert_eq!(pages(&team, home, style), pages(&team, home, style));
    }
}

/// Ben is off on the 25th and the 26th of March and from the 29th to the 31st of October 2027, a Friday and a
/// weekend; Ana on one of these Fridays. From the 14th to the 27th of March New York's clock is ahead alone.
#[test]
fn what_days_off_cost_is_said_where_they_are() {
    let days = |dates: &[&str]| dates.iter().map(|date| date.parse().expect("a date")).collect::<Vec<_>>();
    let mut team = Team::new();
    let member =
        |name: &str, zone: &str| tzplan::Member::new(name, tzplan::Zone::iana(zone).expect("a zone"));
    team.add(member("Ana", "America/New_York").days_off(days(&["2027-03-26"])));
    let off = ["2027-03-25", "2027-03-26", "2027-10-29", "2027-10-30", "2027-10-31"];
    team.add(member("Ben", "Europe/Berlin").days_off(days(&off)));
    let text = plan_of(&team, horizon("Europe/Berlin"), &Policy::default(), 80);
    says(
        &text,
        &[
            "Days off On 3 workdays somebody required is off: Ben on 3 and Ana on 1; 2 of them in drift weeks. They are 25 Mar – 26 Mar leave (Ben, Berlin), 26 Mar leave (Ana, New York) and 29 Oct leave (Ben, Berlin).",
        ],
    );
    let alone =
        plan_of(&team.filtered(|member| member.name() == "Ben"), horizon("UTC"), &Policy::default(), 80);
    assert!(!alone.contains("Days off"), "{alone}");
    assert!(!plan(&THREE, "UTC").contains("Days off"));
}
