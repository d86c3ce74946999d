//! What people who had never seen the program stumbled on: sentences that ended twice, hours told twice or
//! not at all, words that were not so for one of them.

use serde_json::json;

use crate::support::{Desk, Ran, without_tags};

/// Runs of blanks as one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(command: &[&str], roster: &str, more: &[&str]) -> String {
    flat(&run(command, roster, more).out)
}

fn run(command: &[&str], roster: &str, more: &[&str]) -> Ran {
    Desk::with("r.csv", roster).year(command, "r.csv", more)
}

const DOTS: &str = "name,zone,hours\nAna B.,Europe/Lisbon,9-17\nSammy Davis Jr.,America/Los_Angeles,9-17\n\
                    Chen L.,Asia/Singapore,9-18\nDee K.,America/Chicago,8-16\n";

#[test]
fn a_sentence_that_ends_in_a_name_with_a_full_stop_ends_once() {
    let agreed = told(&["agreement"], DOTS, &[]);
    for sentence in ["Pod 1: Sammy Davis Jr. and Dee K. In no pod", "Ana B. and Chen L. Nobody works"] {
        assert!(agreed.contains(sentence), "no {sentence:?} in\n{agreed}");
    }
    let candidate = ["--zone", "America/Lima", "--name", "Zed B."];
    let commands: [(&[&str], &[&str]); 8] = [
        (&[], &[]),
        (&["pods"], &[]),
        (&["agreement"], &["--format", "markdown"]),
        (&["agreement"], &["--format", "html"]),
        (&["fit"], &candidate),
        (&["regions"], &[]),
        (&["meet"], &["--rotate", "4"]),
        (&["report"], &[]),
    ];
    for (command, more) in commands {
        let page = without_tags(&run(command, DOTS, more).out);
        for name in ["B..", "Jr..", "L..", "K.."] {
            assert!(!page.contains(name), "{command:?} {more:?}\n{page}");
        }
    }
}

/// From 1 to 20 June Ana is in Tokyo, where 10:00 in Berlin is 17:00, the end of her day; at home it is 9:00,
/// the beginning of it.
#[test]
fn what_a_meeting_costs_on_a_stay_is_no_clock_change() {
    let team = "name,zone,hours\nAna,Europe/Lisbon; Asia/Tokyo 2027-06-01..2027-06-20,9-17\nBen,Europe/Berlin,9-17\n";
    let answer = run(&["meet"], team, &["--days", "Mon", "--format", "json"]).json();
    let slot = &answer["slots"][0];
    assert_eq!((&slot["day"], &slot["time"]), (&json!("Mon"), &json!("10:00")));
    let cost = json!({ "name": "Ana", "cause": "stay", "first": "2027-06-07", "last": "2027-06-14",
        "occurrences": 2, "no_workday": false, "stretch": 60, "night": 0, "unreasonable": 0 });
    assert_eq!(slot["costs"], json!([cost]));
    let calendar = run(&["meet"], team, &["--days", "Mon", "--ics"]).out;
    assert!(calendar.contains("Ana 1 h longer from 7 Jun to 14 Jun (on a stay)"), "{calendar}");
}

/// Kim and Ola, who are marked, share with nobody: no hybrid team. The other four are together from 10:00,
/// when Ana's day begins in Lisbon, to 17:00, when the others' ends.
#[test]
fn most_of_an_async_team_meet_by_themselves() {
    let team = "name,zone,hours,required\nAna,Europe/Lisbon,9-17,\nBen,Europe/Berlin,9-17,\nCleo,Europe/Paris,9-17,\n\
                Dora,Europe/Madrid,9-17,\nKim,Asia/Seoul,9-18,yes\nOla,America/Denver,9-17,yes\n";
    let agreed = run(&["agreement"], team, &["--format", "json"]).json();
    assert_eq!(agreed["model"], "async");
    assert_eq!(agreed["pods"], json!([["Ana", "Ben", "Cleo", "Dora"]]));
    assert_eq!(agreed["alone"], json!(["Kim", "Ola"]));
    assert_eq!(agreed["core_hours"][0]["home"], "10:00-17:00 Mon-Fri");
    let meetings = &agreed["meetings"];
    assert_eq!((&meetings[0]["pod"], &meetings[0]["time"]), (&json!(null), &json!(null)));
    assert_eq!((&meetings[1]["pod"], &meetings[1]["time"]), (&json!(0), &json!("10:00")));
    let page = told(&["agreement"], team, &[]);
    for words in [
        "WORKING AGREEMENT: together within one pod, 7 h a day or more; in writing beyond",
        "Instead: the pod meets by itself",
        "pod 1 Mon–Fri 10:00 Berlin · Ana 09:00 · Ben, Cleo and Dora 10:00",
    ] {
        assert!(page.contains(words), "no {words:?} in\n{page}");
    }
    // Where less than half share a pod, nobody does.
    let apart = "name,zone\nAna,Europe/Lisbon\nKim,Asia/Seoul\nOla,America/Denver\n";
    let agreed = run(&["agreement"], apart, &["--format", "json"]).json();
    assert_eq!((&agreed["pods"], &agreed["core_hours"]), (&json!(null), &json!([])));
}

/// Bea's nights begin at 23:30 in Berlin, which in summer is 21:30 UTC: 23:30 in Cairo before its clock goes
/// forward on 30 April at 0:00, and 0:30 from then on, until it goes back on 28 October at 24:00.
#[test]
fn core_hours_around_a_midnight_at_which_clocks_change_are_there_once() {
    let team = "name,zone,hours\nOmar,Africa/Cairo,20-04 Mon-Fri\nBea,Europe/Berlin,23:30-06:00 Mon-Fri\n";
    let desk = Desk::with("r.csv", team);
    for (from, change, evenings) in [("2027-04-26", 29, "0429"), ("2027-10-25", 28, "1028")] {
        let more = ["--from", from, "--weeks", "1", "--home", "Africa/Cairo", "--target", "3h", "--ics"];
        let calendar = desk.run(&[&["agreement", "r.csv"], &more[..]].concat()).answered().out;
        let core = calendar.split("BEGIN:VEVENT").filter(|event| event.contains("SUMMARY:Core hours"));
        let core: Vec<&str> = core.collect();
        // On the evening of the change they are an event of their own, at an instant; and no other one is.
        let at = format!("DTSTART:2027{evenings}T213000Z");
        assert_eq!(core.iter().filter(|event| event.contains(&at)).count(), 1, "{calendar}");
        let of_night = |event: &&&str| {
            let local = [format!("{change}T233000"), format!("{}T003000", change + 1)];
            local.iter().any(|start| {
                event.contains(&format!("DTSTART;TZID=Africa/Cairo:2027{}{start}", &evenings[..2]))
            })
        };
        assert_eq!(core.iter().filter(of_night).count(), 0, "{calendar}");
    }
}

/// Ben is in Tokyo in July and August: 8 hours ahead of London's summer time.
#[test]
fn a_stay_is_told_once() {
    let team = "name,zone,hours\nAna,Europe/Berlin,9-17\n\
                Ben,Europe/London; Asia/Tokyo 2027-07-01..2027-08-30,9-17\nCara,Europe/Madrid,9-17\n";
    let agreed = told(&["agreement"], team, &[]);
    let changes = "Thu 1 Jul, Tue 31 Aug: Ben 8 h forward, then back: new core hours";
    for (words, times) in [(changes, 1), ("Ben is in Tokyo, not London", 1), ("from then on", 0)] {
        assert_eq!(agreed.matches(words).count(), times, "{words:?}\n{agreed}");
    }
    let page = flat(&without_tags(&run(&["report"], team, &[]).out));
    assert!(page.contains("London → Tokyo 8 h forward"), "{page}");
    assert!(page.contains("Tokyo → London 8 h back"), "{page}");
    // With the days of all moved for two months there are 12:00–16:00 left of 10:00–17:00 on the others.
    let plan = told(&[], team, &[]);
    let price = "That is needed only from 1 Jul to 30 Aug. Kept on other dates too, they leave 4 h a day there, \
                 where it is 7 h now: agree on the dates as well as on the hours.";
    assert!(plan.contains(price), "{plan}");
}

/// In winter four hours take Tom two hours and Sue one; while the US are on summer time an hour of Tom's
/// does.
#[test]
fn hours_that_do_on_some_dates_are_no_second_set_to_keep() {
    let team = "name,zone,hours\nRosa,Asia/Manila,21-06\nTom,America/Chicago,9-17\nSue,America/New_York,9-17\n\
                Raj,Asia/Kolkata,13:30-22:30\n";
    let plan = told(&[], team, &[]);
    assert!(plan.contains("all year Tom 07:00–15:00 2 h earlier Sue 08:00–16:00 1 h earlier"), "{plan}");
    assert!(plan.contains("enough on 14 Mar – 6 Nov Tom 08:00–16:00 1 h earlier"), "{plan}");
    let page = flat(&without_tags(&run(&["report"], team, &[]).out));
    assert!(page.contains("New hours that are enough on 14 Mar – 6 Nov"), "{page}");
}

#[test]
fn of_one_person_nothing_is_said_that_takes_two() {
    let team = "name,zone\nSolo,Asia/Kathmandu\n";
    let own = told(&["agreement"], team, &["--for", "Solo"]);
    assert!(own.contains("Together with others when they are there, else in writing"), "{own}");
    let pods = told(&["pods"], team, &[]);
    assert!(pods.contains("One person alone is required: there is nobody to share a pod with."), "{pods}");
}

/// 9:00 UTC is within the hours of both who are required, and before dawn in New York.
#[test]
fn turns_within_the_hours_of_those_required_say_so() {
    let team = "name,zone,hours,required\nAna,UTC,9-17,\nBen,UTC,9-17,\nMax,America/New_York,9-17,no\n";
    let turns = told(&["meet"], team, &["--rotate", "4"]);
    assert!(turns.contains("ROTATION OVER 4 WEEKS: within the hours of everybody required"), "{turns}");
    assert!(turns.contains("without --rotate optional people are weighed, too."), "{turns}");
}

/// In winter all are there from 15:00 to 18:00 UTC, in summer from 15:00 to 17:00: less than the target, and
/// more than nothing.
#[test]
fn an_async_team_is_told_what_it_shares_all_the_same() {
    let team = "name,zone,hours\nMo,Asia/Karachi,10-14;20-24\nSam,America/Los_Angeles,7-11;19-21\n\
                Tim,Europe/London,9-12;14-18\n";
    let agreed = told(&["agreement"], team, &[]);
    for words in [
        "WORKING AGREEMENT: in writing; everyone together 2 h a day or more",
        "What everyone shares is less than 4 h a day: keep it for what takes everyone.",
        "16:00–19:00 Berlin · Mo 20:00–23:00 · Sam 07:00–10:00 · Tim 15:00–18:00 (3 h a day)",
        "17:00–19:00 Berlin · Mo 20:00–22:00 · Sam 08:00–10:00 · Tim 16:00–18:00 (2 h a day)",
        "Mo, Sam and Tim: nobody",
    ] {
        assert!(agreed.contains(words), "no {words:?} in\n{agreed}");
    }
    let own = told(&["agreement"], team, &["--for", "Mo"]);
    assert!(
        own.contains("Together 20:00–23:00; from 28 Mar to 30 Oct 20:00–22:00 with Sam and Tim"),
        "{own}"
    );
}

/// Bali keeps the time of Makassar, and Osaka that of Tokyo; an id is no place that somebody typed.
#[test]
fn a_stay_is_where_somebody_wrote_that_it_is() {
    let team = "name,zone,hours\nAna,Europe/Berlin; Bali 2027-01-10..2027-02-06,9-17\n\
                Ben,\"London; Osaka, Japan 2027-07-01..2027-08-30\",9-17\nCara,Europe/Madrid; Asia/Seoul 2027-03-01..2027-03-10,9-17\n";
    for (command, more, places) in [
        (&[][..], &[][..], &["Ana in Bali from 10 Jan", "Ben is in Osaka, not London", "Cara in Seoul"][..]),
        (&["agreement"], &[], &["Ana in Bali from 10 Jan", "Ben is in Osaka, not London", "Cara in Seoul"]),
        (&["agreement"], &["--for", "Ana"], &["in Bali from 10 Jan to 6 Feb: your clock is another then"]),
        (&["report"], &[], &["London → Osaka 8 h forward", "London (Osaka from 1 Jul to 30 Aug)"]),
    ] {
        let page = flat(&without_tags(&run(command, team, more).out));
        for place in places {
            assert!(page.contains(place), "{command:?} {more:?}: no {place:?} in\n{page}");
        }
        assert!(!page.contains("Makassar") && !page.contains("Tokyo"), "{command:?} {more:?}\n{page}");
    }
}

/// Cairo's clock goes back on the night of Thursday, 28 October 2027, others' on Sunday: on the Friday and the
/// Saturday between nobody in Cairo works, and nothing is shared that would be more.
#[test]
fn dates_on_which_nothing_is_shared_anyway_change_nothing() {
    let team =
        "name,zone,hours\nLia,Europe/Lisbon,9-17\nOmar,Africa/Cairo,9-17 Sun-Thu\nBea,Europe/Berlin,9-17\n";
    let plan = told(&[], team, &[]);
    let shared = "Everyone shares 6 h on Mon–Thu, 7 h on Mon–Thu from 28 Mar to 29 Apr: the target is met.";
    assert!(plan.contains(shared), "{plan}");
}

/// Kofi's hour is needed in winter, at both ends of the dates planned.
#[test]
fn shifts_that_are_the_same_in_two_seasons_are_agreed_once() {
    let team = "name,zone,hours\nInes,Europe/Lisbon,Mon-Thu 9-13\nJan,Europe/Warsaw,9-17\n\
                Kofi,Africa/Accra,8-12;14-18\nLena,Europe/Vienna,Tue-Thu 10-16\n";
    let agreed = told(&["agreement"], team, &[]);
    let once = "Agreed shifts from 23 Nov to 27 Mar and from 31 Oct to 21 Nov: Kofi 09:00–13:00, 15:00–19:00 (1 h later).";
    assert!(agreed.contains(once), "{agreed}");
}

#[test]
fn who_is_in_which_pod_is_a_sentence_for_each() {
    let year = told(&["year"], DOTS, &[]);
    let told = "Pod 1 is Sammy Davis Jr. and Dee K. Ana B. and Chen L. are isolated: in no pod.";
    assert!(year.contains(told), "{year}");
}
