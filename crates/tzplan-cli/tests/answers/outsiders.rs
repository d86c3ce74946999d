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
