//! What somebody who reads an answer for the first time has to find in it: whose clock a time is on, what holds
//! now and until when, on which days, and what words mean.

use crate::support::{Desk, without_tags};

/// One line without markup.
fn flat(text: &str) -> String {
    without_tags(text).replace("**", "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn answer(team: &str, line: &[&str], flags: &[&str]) -> String {
    flat(&Desk::with("r.csv", team).year(line, "r.csv", flags).answered().out)
}

/// Two in Berlin share their day; New York and Auckland share too little with anybody.
const HYBRID: &str = "name,zone,flex\nBen,Europe/Berlin,0\nZoe,Europe/Berlin,0\nTom,America/New_York,0\n\
                      Olga,Pacific/Auckland,0\n";

/// From 9 to 17 both are there on any day of the week: the first hour is that at nine.
#[test]
fn the_times_of_a_pod_say_on_whose_clock_they_are() {
    for form in ["text", "markdown"] {
        let text = answer(HYBRID, &[], &["--format", form]);
        assert!(text.contains("1 h to meet: Mon–Fri 09:00 Berlin"), "{text}");
        // The row of the picture.
        assert!(text.contains("pod 1 Berlin █") || text.contains("pod 1 Berlin ░"), "{text}");
    }
    let meet = Desk::with("r.csv", HYBRID).year(&["meet"], "r.csv", &["--duration", "1h"]).out;
    assert!(flat(&meet).contains("Mon–Fri 09:00 Berlin Ben and Zoe · within"), "{meet}");
    let in_utc = Desk::with("r.csv", HYBRID);
    let in_utc = in_utc.run(&["r.csv", "--from", "2026-11-23", "--home", "UTC"]).out;
    // On the clock of the pod: in UTC it would be 8 in Berlin's winter, 7 in its summer.
    assert!(flat(&in_utc).contains("1 h to meet: Mon–Fri 09:00 Berlin"), "{in_utc}");
}

/// New York 9–13 is 15–19 in Berlin: Bob, who asks from 9 on, waits 6 h at worst. Once a year he is off from
/// Friday at 16:00 in London to ten days later at 8:00: of Dee's time that is 41 h.
#[test]
fn the_longest_wait_of_all_is_named_beside_the_slowest_pair() {
    let team = "name,zone,hours,off\nBob,Europe/Berlin,9-17,2027-01-11 to 2027-01-15\n\
                Dee,Europe/London,9-17,\nCem,America/New_York,9-13,\n";
    for form in ["text", "markdown"] {
        let text = answer(team, &[], &["--format", form]);
        let slowest = text.split("Of one person it can take longer: ").nth(1).unwrap();
        assert!(slowest.starts_with("Bob asking Cem "), "{slowest}");
        assert!(slowest.contains(", 6 h at worst"), "{slowest}");
        assert!(
            slowest.contains("; the longest of all Dee asking Bob, 41 h (about 5 days of 8 h) at worst."),
            "{slowest}"
        );
    }
    let page = flat(&Desk::with("r.csv", team).year(&["report"], "r.csv", &[]).answered().out);
    assert!(
        page.contains("the longest of all Dee asking Bob, 41 h (about 5 days of 8 h) at worst"),
        "{page}"
    );
    // One pair that is both is said once.
    let text = answer(&team.replace("2027-01-11 to 2027-01-15", ""), &[], &[]);
    assert!(!text.contains("the longest of all"), "{text}");
}

/// Pat is there for twelve hours. Whoever asks after one on Monday or Tuesday waits for up to four hours, two
/// on average; after one on Wednesday for up to twenty, ten on average: of forty hours (4 × 2 + 4 × 2 + 20 ×
/// 10) / 40 = 5.4.
#[test]
fn few_hours_are_said_once_and_blamed_on_nobody() {
    let team = "name,zone,hours\nAnn,Europe/Berlin,9-17\nBob,Europe/Berlin,9-17\nDee,Europe/Berlin,9-17\n\
                Pat,Europe/Berlin,9-13 Mon-Wed\n";
    for form in ["text", "markdown", "html"] {
        let text = answer(team, &["agreement"], &["--format", form]);
        let told = "Pat works 12 h a week: a question to them alone takes 5 h 24 min on average, 20 h (2½ \
                    days of 8 h) at most. Whoever else can answer is asked first.";
        assert_eq!(text.matches(told).count(), 1, "{text}");
        assert!(!text.contains("too long ") && !text.contains(": too long"), "{text}");
    }
    let desk = Desk::with("r.csv", team);
    let json = desk.json(&["agreement"], "r.csv", &[]);
    assert_eq!(json["few_hours"].as_array().unwrap().len(), 1);
    let few = &json["few_hours"][0];
    assert_eq!((&few["name"], &few["minutes_per_week"]), (&"Pat".into(), &720.into()));
    assert_eq!((&few["blocked"]["mean"], &few["blocked"]["worst"]), (&324.0.into(), &1200.into()));
    for blocked in json["blocked"].as_array().unwrap() {
        assert_ne!(blocked["slowest"]["name"], "Pat", "{blocked}");
    }
    // Whoever reads it for themselves reads it of Pat, and Pat does not.
    let of = |name: &str| answer(team, &["agreement"], &["--for", name]);
    assert!(of("Ann").contains("Pat works 12 h a week") && !of("Pat").contains("Pat works 12 h"));
    // Four days beside five are few hours, too; two with the same few hours have nobody else to ask.
    let four = answer(&team.replace("9-13 Mon-Wed", "9-17 Mon-Thu"), &["agreement"], &[]);
    assert!(four.contains("Pat works 32 h a week"), "{four}");
    let all = "name,zone,hours\nAnn,Europe/Berlin,9-13\nPat,America/New_York,9-13\n";
    assert!(!answer(all, &["agreement"], &[]).contains("a week, so that"));
}

/// Lia asks Pat from ten to six in Pat's time: after noon hers on Monday and Tuesday for two and a half hours on
/// average, on Wednesday and later for up to twenty-one: (5 × 2½ + 5 × 2½ + 21 × 10½) / 40 = 368¼ min, rounded up. Ann waits
/// for an hour at most for Lia, and longer for Pat.
#[test]
fn a_card_has_their_own_wait_for_few_hours() {
    let team = "name,zone,hours,flex\nAnn,Europe/Berlin,9-17,0\nBob,Europe/Berlin,9-17,0\n\
                Lia,Europe/Lisbon,9-17,0\nPat,Europe/Berlin,9-13 Mon-Wed,0\n";
    let of = |name: &str| answer(team, &["agreement"], &["--for", name]);
    let lia = of("Lia");
    assert!(
        lia.contains(
            "a question to them alone takes 6 h 9 min on average, 21 h (about 2½ days of 8 h) at most"
        ),
        "{lia}"
    );
    let ann = of("Ann");
    assert!(
        ann.contains("a question to them alone takes 5 h 24 min on average, 20 h (2½ days of 8 h) at most"),
        "{ann}"
    );
    assert!(ann.contains("; of those who work more, Lia takes longest: "), "{ann}");
}

/// Of the pod in New York one works on three days.
#[test]
fn a_pod_that_shares_on_few_days_says_which() {
    let team = "name,zone,hours,flex\nBen,Europe/Berlin,9-17,0\nZoe,Europe/Berlin,9-17,0\n\
                Tom,America/New_York,9-17,0\nGia,America/New_York,\"9-17 Mon,Tue,Thu\",0\n";
    let text = answer(team, &[], &[]);
    let told = "Everybody shares 8 h a day or more in a pod (a group that meets the target), pod 2 on Mon, Tue \
                and Thu only; between pods";
    assert!(text.contains(told), "{text}");
    let pods = answer(team, &["pods"], &[]);
    assert!(pods.contains("(a group that meets the target), pod 2 on Mon, Tue and Thu only."), "{pods}");
    assert!(pods.contains("Tom and Gia · 2 people · 8 h a day or more, on Mon, Tue and Thu"), "{pods}");
    assert!(pods.contains("Ben and Zoe · 2 people · 8 h a day or more Pod 2"), "{pods}");
    for form in ["text", "markdown", "html"] {
        let text = answer(team, &["agreement"], &["--format", form]);
        let told =
            "together within 2 pods, 8 h a day or more, pod 2 on Mon, Tue and Thu only; in writing beyond";
        assert!(text.contains(told), "{text}");
    }
    let page = flat(&Desk::with("r.csv", team).year(&["report"], "r.csv", &[]).answered().out);
    assert!(page.contains("pod 2 on Mon, Tue and Thu only"), "{page}");
}

/// 11–20 in Kolkata is 6:30–15:30 in Berlin's winter and 7:30–16:30 in its summer: 6½ and 7½ h with 9–17.
/// European summer time ends on 31 October 2027 and begins on 26 March 2028.
#[test]
fn what_holds_now_comes_first_with_its_end() {
    let team = "name,zone,hours\nBen,Europe/Berlin,9-17\nRavi,Asia/Kolkata,11-20\n";
    let winter = answer(team, &[], &[]);
    let told = "Everyone shares 6½ h a day in winter and 7½ h in summer (28 Mar – 30 Oct)";
    assert!(winter.contains(told), "{winter}");
    let from = |date: &str| {
        let desk = Desk::with("r.csv", team);
        flat(&desk.run(&["r.csv", "--from", date, "--home", "Europe/Berlin"]).answered().out)
    };
    let summer = from("2027-05-01");
    assert!(summer.contains("Everyone shares 7½ h a day, 6½ h from 31 Oct to 25 Mar"), "{summer}");
    for form in ["text", "markdown", "html"] {
        let text = answer(team, &["agreement"], &["--format", form]);
        for told in [
            "until 27 Mar and from 31 Oct on: 09:00–15:30 Berlin · Ben 09:00–15:30 · Ravi 13:30–20:00",
            "from 28 Mar to 30 Oct: 09:00–16:30 Berlin · Ben 09:00–16:30 · Ravi 12:30–20:00",
            "Mon–Fri 09:00 Berlin · Ben 09:00 · Ravi 13:30; from 28 Mar to 30 Oct 12:30",
        ] {
            assert!(text.contains(told), "no `{told}` in {text}");
        }
        let ask = text.split("Whom to ask").nth(1).unwrap();
        assert!(ask.contains("within your hours until 27 Mar"), "{ask}");
        assert!(ask.contains("Ben 09:00–17:00 · Ravi 09:00–15:30"), "{ask}");
    }
    // Nobody is there from half past three on, in summer from half past four.
    let alone = answer(team, &["agreement"], &["--format", "markdown"]);
    assert!(alone.contains("nobody 15:30–17:00; from 28 Mar to 30 Oct 16:30–17:00"), "{alone}");
    let brief = answer(team, &["agreement"], &[]);
    assert!(brief.contains("nobody 15:30–17:00 until 27 Mar"), "{brief}");
}

/// Clocks change on 28 March and 31 October in Europe, on 4 April and 3 October in Sydney: it is ten hours
/// ahead, nine, eight, nine and ten again. Each time of a meeting has dates of its own, on its weekdays.
#[test]
fn each_time_of_a_meeting_has_its_dates() {
    let team = "name,zone,hours\nBen,Europe/Berlin,7-15\nOlga,Australia/Sydney,11-19\n";
    let text = answer(team, &["meet"], &["--duration", "30m", "--format", "markdown"]);
    assert!(!text.contains("in summer") && !text.contains("in winter"), "{text}");
    let dates = "from 29 Mar to 2 Apr and from 4 Oct to 29 Oct";
    assert!(text.contains("Mon–Fri") && text.contains(dates), "{text}");
    assert!(text.contains("; from 5 Apr to 1 Oct "), "{text}");
    let page = flat(&Desk::with("r.csv", team).year(&["report"], "r.csv", &[]).answered().out);
    assert!(page.contains(dates) && page.contains("; from 5 Apr to 1 Oct "), "{page}");
}

#[test]
fn words_of_ours_are_explained_where_they_stand_first() {
    for form in ["text", "markdown"] {
        let text = answer(HYBRID, &[], &["--format", form]);
        for told in [
            "Moving days as a favour (somebody begins and ends earlier or later:",
            "Tom and Olga are isolated: in no pod.",
        ] {
            let gloss = text.find(told).unwrap_or_else(|| panic!("no `{told}` in {text}"));
            let word = told.split_whitespace().find(|word| ["favour", "isolated:"].contains(word)).unwrap();
            assert!(text[..gloss + told.len()].matches(word).count() <= 1, "{text}");
        }
    }
    let page = flat(&Desk::with("r.csv", HYBRID).year(&["report"], "r.csv", &[]).answered().out);
    assert!(page.contains("(somebody begins and ends earlier or later:"), "{page}");
    assert!(page.contains("Tom and Olga are isolated: in no pod."), "{page}");
}

/// Whether in winter or in summer nobody in New York works while somebody in Tokyo does: a question takes what
/// is left of the asker's eight hours. Whoever of Tokyo asks, it is the same; but when Yui is away for a week.
#[test]
fn everybody_of_whom_the_same_is_said_is_named() {
    let team = "name,zone,off\nAnn,Europe/Berlin,\nKei,Asia/Tokyo,\nYui,Asia/Tokyo,\nTom,America/New_York,\n";
    let text = answer(team, &[], &[]);
    assert!(text.contains("Tom asking Kei or Yui 4 h on average, 8 h at worst"), "{text}");
    let text = answer(team, &["agreement"], &[]);
    assert!(text.contains("Tom: ") && text.contains("Kei or Yui 4 h, at most 8 h"), "{text}");
    let pairs = answer(team, &["pairs"], &[]);
    assert!(pairs.contains("Kei and Yui → Tom"), "{pairs}");
    let away = team.replace("Yui,Asia/Tokyo,", "Yui,Asia/Tokyo,2027-01-11 to 2027-01-15");
    let pairs = answer(&away, &["pairs"], &[]);
    assert!(pairs.contains("Kei → Yui") && pairs.contains("Yui → Tom"), "{pairs}");
    // Five days of eight hours, and then at once.
    let row = pairs.split("Kei → Yui ").nth(1).unwrap().split(" → ").next().unwrap();
    assert!(row.contains(" 40 h "), "{pairs}");
}
