//! `tzplan agreement`: figures worked out by hand, the calendar, the page.

use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

/// As in `examples/three.csv`. With Ana half an hour earlier and Ben half an hour later all year:
/// Ana works 11:30–19:30 UTC; Ben 08:30–16:30 in winter and 07:30–15:30 in summer; Chloé 10–18 and 9–17.
const THREE: &str =
    "name,zone,hours\nAna,America/Sao_Paulo,9-17\nBen,Europe/Berlin,9-17\nChloé,Europe/London,10-18\n";

/// Two pods, nine hours apart: eight hours between Ben and Zoe, seven between Mia and Lou.
const PODS: &str =
    "name,zone\nMia,America/Los_Angeles\nLou,America/Denver\nBen,Europe/Berlin\nZoe,Europe/Paris\n";

fn agreement(roster: &str, more: &[&str]) -> Value {
    Desk::with("r.csv", roster).json(&["agreement"], "r.csv", more)
}

/// The objects of a list with a value under a key.
fn with<'v>(list: &'v Value, key: &str, value: &Value) -> Vec<&'v Value> {
    list.as_array().unwrap().iter().filter(|one| one[key] == *value).collect()
}

#[test]
fn shifts_and_core_hours_on_everybodys_clock() {
    let three = agreement(THREE, &[]);
    assert_eq!(three["model"], "overlap-with-shifts");
    let shifts = three["shifts"].as_array().unwrap();
    let shifts: Vec<Value> =
        shifts.iter().map(|one| json!([one["name"], one["shift"], one["hours"], one["all_year"]])).collect();
    let expected =
        [json!(["Ana", -30, "08:30-16:30 Mon-Fri", true]), json!(["Ben", 30, "09:30-17:30 Mon-Fri", true])];
    assert_eq!(shifts, expected);
    let core = three["core_hours"].as_array().unwrap();
    let told = |season: &Value| {
        let own = season["people"].as_array().unwrap().iter().map(|one| one["hours"].clone());
        json!([season["first"], season["home"], own.collect::<Vec<_>>()])
    };
    let winter = ["08:30-13:30 Mon-Fri", "12:30-17:30 Mon-Fri", "11:30-16:30 Mon-Fri"];
    let summer = ["08:30-12:30 Mon-Fri", "13:30-17:30 Mon-Fri", "12:30-16:30 Mon-Fri"];
    assert_eq!(
        core.iter().map(told).collect::<Vec<_>>(),
        [
            json!(["2026-11-23", "12:30-17:30 Mon-Fri", winter]),
            json!(["2027-03-28", "13:30-17:30 Mon-Fri", summer]),
            json!(["2027-10-31", "12:30-17:30 Mon-Fri", winter]),
        ]
    );
    assert_eq!(core[1]["overlap"], json!({"minutes_per_week": 1200, "days": 5}));
}

/// Berlin's day is 08:00–16:00 UTC in winter; Ben's, an hour earlier already, 13:00–21:00: three hours of the
/// four. A quarter later for two and three quarters earlier for Ben: 08:15–16:15 and 12:15–20:15.
#[test]
fn a_day_that_a_flag_moved_already_is_moved_further() {
    let desk = Desk::with("r.csv", "name,zone\nAna,Europe/Berlin\nCem,Europe/Berlin\nBen,America/New_York\n");
    let what_if = ["--target", "4h", "--move", "Ben=-1h"];
    let agreed = desk.json(&["agreement"], "r.csv", &what_if);
    let ben = with(&agreed["shifts"], "name", &json!("Ben"))[0].clone();
    assert_eq!(json!([ben["shift"], ben["hours"]]), json!([-45, "07:15-15:15 Mon-Fri"]));
    let winter = &agreed["core_hours"][0];
    assert_eq!(winter["overlap"], json!({"minutes_per_week": 1200, "days": 5}));
    assert_eq!(with(&winter["people"], "name", &json!("Ben"))[0]["hours"], "07:15-11:15 Mon-Fri");

    // The flags that the plan prints count from the stated hours: in the place of the one, they give what it
    // says.
    let text = desk.year(&[], "r.csv", &what_if).answered().out;
    let flags = ["--move Ana=+15m", "--move Cem=+15m", "--move Ben=-1h45m"];
    assert!(flags.iter().all(|flag| text.contains(flag)), "{text}");
    let then: Vec<&str> =
        ["--target", "4h"].into_iter().chain(flags.iter().flat_map(|flag| flag.split(' '))).collect();
    assert_eq!(desk.json(&[], "r.csv", &then)["verdict"]["model"], "overlap");
}

#[test]
fn whom_to_ask_at_which_hour() {
    let three = agreement(THREE, &[]);
    let of = |name: &str, first: &str| -> Vec<Value> {
        let person = with(&three["ask"], "name", &json!(name))[0];
        let hours = with(&person["hours"], "first", &json!(first));
        hours.iter().map(|one| json!([one["days"], one["from"], one["to"], one["whom"]])).collect()
    };
    let all = "Mon-Fri";
    assert_eq!(
        of("Ana", "2026-11-23"),
        [
            json!([all, "08:30", "13:30", ["Ben", "Chloé"]]),
            json!([all, "13:30", "15:00", ["Chloé"]]),
            json!([all, "15:00", "16:30", []]),
        ]
    );
    assert_eq!(
        of("Ana", "2027-03-28"),
        [
            json!([all, "08:30", "12:30", ["Ben", "Chloé"]]),
            json!([all, "12:30", "14:00", ["Chloé"]]),
            json!([all, "14:00", "16:30", []]),
        ]
    );
    // Ben's day begins 08:30 UTC, Chloé's 10:00, Ana's 11:30.
    assert_eq!(
        of("Ben", "2026-11-23"),
        [
            json!([all, "09:30", "11:00", []]),
            json!([all, "11:00", "12:30", ["Chloé"]]),
            json!([all, "12:30", "17:30", ["Ana", "Chloé"]]),
        ]
    );
}

#[test]
fn a_night_shift_may_ask_who_is_there() {
    // Nia works 22–06 UTC from Sunday on, Ben 05–13 Monday to Friday.
    let night = agreement("name,zone,hours,days\nNia,UTC,22-06,Sun-Thu\nBen,UTC,5-13,\n", &[]);
    let hours = |name: &str| -> Vec<Value> {
        let person = with(&night["ask"], "name", &json!(name))[0];
        let told = with(&person["hours"], "first", &json!("2026-11-23")).into_iter();
        told.map(|one| json!([one["days"], one["from"], one["to"], one["whom"]])).collect()
    };
    assert_eq!(
        hours("Nia"),
        [json!(["Mon-Fri", "05:00", "06:00", ["Ben"]]), json!(["Sun-Thu", "22:00", "05:00", []])]
    );
    assert_eq!(
        night["night"],
        json!([{"name": "Nia", "minutes_per_week": 2400}, {"name": "Ben", "minutes_per_week": 300}])
    );
}

#[test]
fn stand_ups_hand_offs_and_clock_changes() {
    let three = agreement(THREE, &[]);
    // From 13:30 in Berlin on all year; 08:30 at the earliest for Ana, in summer.
    let meeting = &three["meetings"][0];
    assert_eq!(
        json!([meeting["days"], meeting["time"], meeting["clean"]]),
        json!(["Mon-Fri", "13:30", true])
    );
    let ana: Vec<&Value> =
        meeting["local"][0]["seasons"].as_array().unwrap().iter().map(|season| &season["time"]).collect();
    assert_eq!(ana, ["09:30", "08:30", "09:30"]);
    assert_eq!(meeting["costs"], json!([]));

    let winter = with(&three["handoffs"], "first", &json!("2026-11-23"));
    let told = |one: &&Value| json!([one["from"], one["to"], one["ends"], one["there"]]);
    assert_eq!(
        winter.iter().map(told).collect::<Vec<_>>(),
        [
            json!([["Ben"], ["Ana"], "17:30", "13:30"]),
            json!([["Ben"], ["Chloé"], "17:30", "16:30"]),
            json!([["Chloé"], ["Ana"], "18:00", "15:00"]),
        ]
    );

    let changes = three["clock_changes"].as_array().unwrap();
    let dates: Vec<&Value> = changes.iter().map(|change| &change["date"]).collect();
    assert_eq!(dates, ["2027-03-28", "2027-10-31"]);
    assert_eq!(changes[0]["names"], json!(["Ben", "Chloé"]));
    assert_eq!((&changes[0]["forward"], &changes[1]["forward"]), (&json!([60, 60]), &json!([-60, -60])));
    let moves = changes[0]["moves"].as_array().unwrap();
    let moves: Vec<Value> =
        moves.iter().map(|one| json!([one["name"], one["what"], one["from"], one["to"]])).collect();
    assert_eq!(
        moves,
        [
            json!(["Ana", "core-hours", "08:30-13:30 Mon-Fri", "08:30-12:30 Mon-Fri"]),
            json!(["Ana", "stand-up", "09:30", "08:30"]),
            json!(["Ben", "core-hours", "12:30-17:30 Mon-Fri", "13:30-17:30 Mon-Fri"]),
            json!(["Chloé", "core-hours", "11:30-16:30 Mon-Fri", "12:30-16:30 Mon-Fri"]),
        ]
    );
}

#[test]
fn a_hybrid_team_agrees_pod_by_pod() {
    let pods = agreement(PODS, &[]);
    assert_eq!(pods["model"], "hybrid");
    // Berlin's week begins first in the week of UTC.
    assert_eq!(pods["pods"], json!([["Ben", "Zoe"], ["Mia", "Lou"]]));
    for season in with(&pods["core_hours"], "pod", &json!(1)) {
        let own = json!([
            {"name": "Mia", "hours": "09:00-16:00 Mon-Fri"},
            {"name": "Lou", "hours": "10:00-17:00 Mon-Fri"},
        ]);
        assert_eq!(season["people"], own);
    }
    let meetings = pods["meetings"].as_array().unwrap();
    let told: Vec<Value> = meetings.iter().map(|one| json!([one["pod"], one["clean"]])).collect();
    assert_eq!(told, [json!([null, false]), json!([0, true]), json!([1, true])]);
    // On a clock of the pod, whatever other clocks do: 09:00 for Mia.
    assert_eq!((&meetings[2]["anchor"], &meetings[2]["time"]), (&json!("America/Denver"), &json!("10:00")));
    let mia: Vec<&Value> =
        meetings[2]["local"][0]["seasons"].as_array().unwrap().iter().map(|season| &season["time"]).collect();
    assert_eq!(mia, ["09:00"; 5]);
    assert_eq!(meetings[0]["rotation"].as_array().unwrap().len(), 8);
    assert_eq!(meetings[1]["rotation"], Value::Null);
}

#[test]
fn an_async_team_says_who_has_whom() {
    let far = "name,zone\nMia,America/Los_Angeles\nBen,Europe/Berlin\nKeiko,Asia/Tokyo\n";
    let far = agreement(far, &[]);
    assert_eq!((&far["model"], &far["core_hours"]), (&json!("async"), &json!([])));
    assert_eq!(far["peers"][0], json!({"name": "Mia", "with": []}));
    // Nobody is at work when Ben begins; in winter Mia's day begins as his ends.
    let ben = with(&far["ask"], "name", &json!("Ben"))[0];
    assert_eq!(ben["hours"][0]["whom"], json!([]));
}

/// 18:00 in New York is 08:00 in Tokyo in winter and 07:00 in summer: an hour and a half from the one, two at
/// most from the other; any other time costs one of them more. Eight weeks alike are no turns.
#[test]
fn the_same_time_every_week_is_no_turn() {
    let desk = Desk::with("r.csv", "name,zone\nA,America/New_York\nB,Asia/Tokyo\n");
    let line = ["agreement", "r.csv", "--from", "2026-11-23", "--home", "America/New_York"];
    let agreed = desk.run(&line).answered().out;
    assert!(agreed.contains("no time suits everybody") && !agreed.contains("in turns"), "{agreed}");
}

#[test]
fn a_page_of_text_to_keep() {
    let desk = Desk::with("r.csv", THREE);
    let text = desk.year(&["agreement"], "r.csv", &[]).answered().out;
    assert!(text.lines().count() <= 46, "{text}");
    for told in [
        "WORKING AGREEMENT: everyone together, 4 h a day or more",
        "Ana 08:30–16:30 (½ h earlier) and Ben 09:30–17:30 (½ h later).",
        "Nobody works at night.",
        "from 28 Mar to 30 Oct: 13:30–17:30 Berlin",
        "Mon–Fri 13:30 Berlin",
        "Sun 28 Mar, Sun 31 Oct: Ben and Chloé 1 h forward, then back: new core hours",
        "new core hours, new stand-up time for Ana",
    ] {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(told), "no `{told}` in:\n{text}");
    }
    let markdown = desk.year(&["agreement"], "r.csv", &["--format", "markdown"]).answered().out;
    assert!(markdown.contains("## Whom to ask") && markdown.contains("- **Ana**"), "{markdown}");
    for width in ["60", "80", "120", "200"] {
        let line = [&["agreement", "r.csv"], &YEAR[..]].concat();
        let out = desk.command().args(&line).env("COLUMNS", width).output().unwrap().stdout;
        let widest = String::from_utf8(out).unwrap().lines().map(|line| line.chars().count()).max();
        assert!(widest.is_some_and(|widest| widest <= width.parse().unwrap()), "{width}: {widest:?}");
    }
}

/// Eight people in seven zones with four rules of summer time, two pods, two of them alike.
#[test]
fn an_agreement_of_eight_people_is_kept_short() {
    let world = std::fs::read_to_string(
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/world.csv"),
    );
    let desk = Desk::with("world.csv", world.unwrap());
    let text = desk.year(&["agreement"], "world.csv", &[]).answered().out;
    assert!(text.lines().count() <= 90, "{} lines:\n{text}", text.lines().count());
    let markdown = desk.year(&["agreement"], "world.csv", &["--format", "markdown"]).answered().out;
    let markdown = markdown.replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        // New York is six hours behind Berlin, in the weeks between two changes five.
        "on 14 Mar – 27 Mar, 31 Oct – 6 Nov: Noah 14:00–17:00",
        // Sydney's day is 23:00–07:00 UTC in our summer, with Bucharest's from 06:00 on.
        "from 4 Apr to 2 Oct: Jack 09:00–10:00",
        // Who goes on is there on their own clock.
        "19:00 to Ana (10:30), Lena (14:30 or 15:30)",
        "Noah (09:30, from 14 Mar to 6 Nov)",
    ] {
        assert!(markdown.contains(told), "no `{told}` in:\n{markdown}");
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for told in [
        // Berlin's summer alone moves the hours of its pod; those alike are one.
        "until 27 Mar and from 31 Oct on: 09:00–14:30 Berlin · Lena 09:00–14:30 · Ioana 10:00–15:30 · Ravi and Priya 13:30–19:00",
        "Berlin: Lena 09:00–17:00 · Noah 15:00–17:00",
        // Neither Mia nor Jack is there in Lena's hours: whatever is asked waits for the rest of her day, 4 h
        // on average. Of the two Jack is slower: on Friday evening it is Saturday for him.
        "Noah, Ana and Lena: at once · Jack 4 h, at most 8 h: too long",
        // In Sydney's winter Jack works until nine in Berlin, an hour of Ioana's day.
        "Ioana: at once · Mia 4 h, at most 8 h: too long",
        "Ravi and Priya: 19:00 to Ana, Lena and Ioana, Noah (from 14 Mar to 6 Nov)",
        "Sun 4 Apr, Sun 3 Oct: Jack 1 h back, then forward",
    ] {
        assert!(text.contains(told), "no `{told}` in:\n{text}");
    }
}

#[test]
fn whoever_reads_one_clock_shares_a_line() {
    let roster =
        "name,city,hours\nMaya,Stockholm,9-17\nJo,Uppsala,9-17\nBo,Stockholm,10-18\nPriya,Bangalore,11-20\n";
    let desk = Desk::with("r.csv", roster);
    let text = desk.year(&["agreement"], "r.csv", &[]).answered().out;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Priya's eleven is half past six in Stockholm in winter, 4½ h behind: they begin at half past one of hers.
    assert!(text.contains("Stockholm and Uppsala: Maya and Jo 09:00–17:00 · Bo 10:00–18:00"), "{text}");
    assert!(text.contains("Bangalore: Priya 11:00–20:00 · Maya and Jo 13:30–20:00"), "{text}");
    let markdown = desk.year(&["agreement"], "r.csv", &["--format", "markdown"]).answered().out;
    let flat = markdown.replace("**", "").replace("- ", "").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("from 28 Mar to 30 Oct: Priya 09:00–16:30"), "{flat}");
    assert!(markdown.contains("- **Stockholm and Uppsala**"), "{markdown}");
}

#[test]
fn of_many_people_everybody_is_named_once() {
    let rows: String =
        (1..=20).map(|n| format!("P{n},Europe/{},9-17\n", ["Berlin", "Lisbon"][n % 2])).collect();
    let desk = Desk::with("r.csv", format!("name,zone,hours\n{rows}"));
    let text = desk.year(&["agreement"], "r.csv", &[]).answered().out;
    assert!(text.contains("10 people in Berlin") && !text.contains("Who is who"), "{text}");
    let markdown = desk.year(&["agreement"], "r.csv", &["--format", "markdown"]).answered().out;
    let (agreed, who) = markdown.split_once("## Who is who").unwrap();
    assert!(agreed.contains("**Lisbon**") && !agreed.contains("P20"), "{agreed}");
    assert!((1..=20).all(|n| who.contains(&format!("P{n}"))), "{who}");
    assert!(who.contains("- **Berlin 09:00–17:00** P2, P4, P6,"), "{who}");
}

#[test]
fn the_calendar_holds_core_hours_stand_ups_and_notices() {
    let desk = Desk::with("r.csv", THREE);
    let calendar = desk.year(&["agreement"], "r.csv", &["--ics"]).answered().out.replace("\r\n ", "");
    let lines =
        |name: &str| -> Vec<&str> { calendar.lines().filter(|line| line.starts_with(name)).collect() };
    let core = ["DTSTART;TZID=Europe/Berlin:20261123T123000", "DTSTART;TZID=Europe/Berlin:20270329T133000"];
    assert!(core.iter().all(|start| lines("DTSTART;TZID").contains(start)), "{calendar}");
    // The last Friday of winter is 26 March, 11:30 UTC; half a day after it no further one begins.
    assert!(
        lines("RRULE").contains(&"RRULE:FREQ=WEEKLY;UNTIL=20270326T233000Z;BYDAY=MO,TU,WE,TH,FR"),
        "{calendar}"
    );
    assert_eq!(lines("DTSTART;VALUE=DATE"), ["DTSTART;VALUE=DATE:20270328", "DTSTART;VALUE=DATE:20271031"]);
    assert_eq!(lines("SUMMARY:Clocks")[0], "SUMMARY:Clocks change: Ben and Chloé 1 h forward");
    assert_eq!(lines("SUMMARY:Stand-up").len(), 5);
    assert!(lines("RRULE").contains(&"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"), "{calendar}");

    let year = desk.year(&["year"], "r.csv", &["--ics"]).answered().out.replace("\r\n ", "");
    let events: Vec<&str> = year.lines().filter(|line| line.starts_with("SUMMARY")).collect();
    assert_eq!(events.len(), 2);
    assert!(year.contains("Ana: core hours 08:30–13:30 → 08:30–12:30\\nBen: core hours"), "{year}");
    assert!(!year.contains("stand-up"), "{year}");
    for command in ["agreement", "year"] {
        let line = [command, "r.csv", "--ics", "--format", "json"];
        desk.run(&line).refused("--ics is a form of its own");
    }
}

#[test]
fn the_page_fetches_nothing_and_keeps_names_inert() {
    let hostile = "name,zone\n<script>alert(1)</script>,Europe/Berlin\n\"]]><img src=x>\",Europe/London\n";
    let desk = Desk::with("r.csv", hostile);
    let page = desk.year(&["agreement"], "r.csv", &["--format", "html"]).answered().out;
    assert!(
        page.contains("&lt;script&gt;alert(1)") && page.contains("<h2 id=\"part-1\">Core hours</h2>"),
        "{page}"
    );
    assert!(
        !page.contains("<script")
            && !page.contains("<img")
            && !page.contains("http:")
            && !page.contains("https:"),
        "{page}"
    );
    assert!(
        page.contains("default-src &#39;none&#39;") && page.contains("<title>Working agreement: r</title>")
    );
    desk.run(&["pods", "r.csv", "--format", "html"]).refused("only `agreement` and `fit` have");
}

#[test]
fn what_cannot_be_agreed_is_said() {
    let desk = Desk::with("r.csv", THREE);
    desk.run(&["agreement", "r.csv", "--duration", "0m"]).refused("1 minute to 24 hours");
    let many: String = (0..201).map(|n| format!("P{n},UTC,{:02}:{:02}-18:00\n", n / 60, n % 60)).collect();
    desk.file("many.csv", format!("name,zone,hours\n{many}"));
    desk.run(&["agreement", "many.csv"]).refused("201 different schedules are too many");
    // One person alone agrees with nobody, and is answered all the same.
    desk.file("one.csv", "name,zone\nSolo,Asia/Tokyo\n");
    let one = desk.year(&["agreement"], "one.csv", &["--format", "json"]).answered().json();
    assert_eq!((&one["meetings"], &one["ask"][0]["hours"][0]["whom"]), (&json!([]), &json!([])));
}

/// Two weeks in Tokyo are an exception: what is agreed stays, and that Di's clock is another then is said.
#[test]
fn short_stays_are_said() {
    let roster = "name,zone,hours\nAna,Europe/Berlin,9-17\n\
                  Di,Europe/Paris; Asia/Tokyo from 2027-01-11 to 2027-01-22,9-17\n";
    let desk = Desk::with("r.csv", roster);
    for form in ["text", "markdown", "html"] {
        let said = crate::support::without_tags(&desk.year(&["agreement"], "r.csv", &["--format", form]).out);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("in Tokyo from 11 Jan to 22 Jan"), "{form}: {said}");
        assert!(said.contains("their own clock is another than above"), "{form}: {said}");
    }
    let stays = desk.json(&["agreement"], "r.csv", &[])["stays"].clone();
    assert_eq!((&stays[0]["zone"], &stays[0]["last"]), (&"Asia/Tokyo".into(), &"2027-01-22".into()));
}

/// Accra keeps London's winter time: in winter both work 09:00–13:00 UTC, in summer Kofi half an hour earlier
/// and Liz half an hour later than stated, both 08:30–12:30 UTC: 10:00–14:00 in Berlin, then 10:30–14:30. Their
/// stated hours share only 11:00–14:00, and whoever asks at an end of the day would wait.
#[test]
fn shifts_of_some_dates_count_everywhere() {
    let desk = Desk::with("r.csv", "name,zone,hours\nKofi,Africa/Accra,9-13\nLiz,Europe/London,9-13\n");
    let all = desk.json(&["agreement"], "r.csv", &[]);
    let standup = &all["meetings"][0];
    assert_eq!((&standup["time"], &standup["clean"]), (&"10:30".into(), &true.into()));
    let times = |who: usize| -> Vec<&str> {
        let seasons = standup["local"][who]["seasons"].as_array().unwrap();
        seasons.iter().map(|season| season["time"].as_str().unwrap()).collect()
    };
    assert_eq!((times(0), times(1)), (vec!["09:30", "08:30", "09:30"], vec!["09:30", "09:30", "09:30"]));
    for one in all["blocked"].as_array().unwrap() {
        assert_eq!(one["anybody"]["blocked"]["worst"], 0, "{one}");
        assert_eq!(one["slowest"]["worst"], 0, "{one}");
    }
    for (form, ask) in [("text", &[][..]), ("markdown", &["--for", "Liz"]), ("html", &["--for", "Liz"])] {
        let more = [&["--format", form], ask].concat();
        let page = desk.year(&["agreement"], "r.csv", &more).answered().out;
        let page = crate::support::without_tags(&page).replace("**", "");
        let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(!page.contains("stated hours") && !page.contains("hours as stated"), "{form}: {page}");
        let (blocked, standup) = match ask {
            [] => (
                "Kofi and Liz: at once",
                "everyone Mon–Fri 10:30 Berlin · Kofi 09:30; from 28 Mar to 30 Oct 08:30 · Liz 09:30",
            ),
            _ => ("whoever is there answers at once", "everyone: Mon–Fri 09:30"),
        };
        for told in [blocked, standup] {
            assert!(page.contains(told), "{form}: no `{told}` in {page}");
        }
    }
}
