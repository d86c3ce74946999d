//! The pages as they are read: what is left out is said, and numbers are not cut off, however narrow.

use crate::support::{Desk, YEAR};

const ZONES: [&str; 8] = [
    "America/Los_Angeles",
    "America/New_York",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Asia/Dubai",
    "Asia/Tokyo",
    "Pacific/Auckland",
];

/// So many people, no two with the same hours on the same clock.
fn roster(people: usize) -> String {
    let row = |place: usize| {
        let (zone, minutes) = (ZONES[place % ZONES.len()], place / ZONES.len() * 5);
        format!("Person {place},{zone},9:{minutes:02}-17\n")
    };
    format!("name,zone,hours\n{}", (0..people).map(row).collect::<String>())
}

/// A page in so many columns, its white space levelled.
fn page(command: &[&str], roster: &str, columns: usize) -> (String, String) {
    let desk = Desk::with("r.csv", roster);
    let mut run = desk.command();
    run.args(command).arg("r.csv").args(YEAR).env("COLUMNS", columns.to_string());
    let output = run.output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.lines().all(|line| line.chars().count() <= columns), "{page}");
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    (page, words)
}

#[track_caller]
fn says(words: &str, sentence: &str) {
    assert!(words.contains(sentence), "no `{sentence}` in\n{words}");
}

#[test]
fn what_is_not_looked_for_is_said() {
    let (_, plan) = page(&[], &roster(14), 80);
    says(&plan, "(the slowest pair is only looked for among up to 12 different schedules)");
    let (_, plan) = page(&[], &roster(18), 80);
    says(&plan, "… and 3 more schedules, 3 people (--everyone lists them)");
    let (_, plan) = page(&[], &roster(12), 80);
    says(&plan, "Of one person it can take longer: ");
    let (_, pairs) = page(&["pairs"], &roster(26), 80);
    says(&pairs, "Questions are looked at among 24 of 26 schedules.");
    says(&pairs, "more pairs that share as much or more");
    let (_, pairs) = page(&["pairs"], &roster(24), 80);
    assert!(!pairs.contains("are looked at among"), "{pairs}");
    let (_, coverage) = page(&["coverage"], &roster(41), 80);
    says(&coverage, "Hand-offs Not looked for: the team has 41 different schedules, more than 40.");
    let (_, coverage) = page(&["coverage"], &roster(40), 80);
    says(&coverage, "Hand-offs Person");
}

#[test]
fn numbers_survive_sixty_columns() {
    let names = "name,zone\nMaximiliana Wilhelmina,America/Sao_Paulo\nBartholomew Fitzgerald,Asia/Tokyo\n\
                 Konstantin Alexandrowitsch,Europe/Berlin\n";
    for columns in [60, 80, 120] {
        let (pairs, _) = page(&["pairs"], names, columns);
        let waits = pairs.split("How long a question blocks the asker").nth(1).unwrap();
        assert!(waits.contains("95% within") && waits.contains("at worst"), "{pairs}");
        // Six pairs, three who ask anybody, and the team; long names go on below the figures.
        let rows = waits.lines().filter(|line| [" h", " min"].iter().any(|end| line.ends_with(end)));
        assert_eq!(rows.filter(|row| !row.contains("! over")).count(), 10, "{waits}");
        let (plan, _) = page(&[], names, columns);
        let trap = plan.split("Shift trap").nth(1).expect("a trap");
        let table = trap.split("\n\n").next().unwrap();
        assert!(table.contains(" a week"), "night a week, not a day: {table}");
        let numbers = table.lines().filter(|line| line.contains(" later") || line.contains(" earlier"));
        numbers.for_each(|row| {
            assert!(["%", " h", " min", "none"].iter().any(|end| row.trim_end().ends_with(end)), "{table}");
        });
    }
}

#[test]
fn names_are_whole_however_narrow_the_page() {
    // Auckland is in no pod, so that a table of candidates has all its columns.
    let roster = "name,zone,hours\nMaximiliana Wilhelmina,Stockholm,9-17\nKonstantin Alexandrow,Berlin,9-17\n\
                  Bartholomew Fitzgerald,Los Angeles,9-17\nTheodora Montgomery,San Francisco,9-17\n\
                  Anastasia Papadopoulou,Auckland,9-17\n";
    let pool = "name,zone,hours\nZanele Nokwazi Dlamini,Johannesburg,9-17\nFrancesca Sant'Angelo,Mexico City,9-17\n\
                Hinemoa Ngata-Tamihana,Auckland,9-17\n";
    let desk = Desk::with("r.csv", roster);
    desk.file("pool.csv", pool);
    for columns in ["60", "80", "120", "200"] {
        for command in [&["regions"][..], &["fit", "--candidates", "pool.csv"], &["coverage"]] {
            let mut run = desk.command();
            run.args(command).arg("r.csv").args(YEAR).env("COLUMNS", columns);
            let page = String::from_utf8(run.output().unwrap().stdout).unwrap();
            let cut = page.lines().find(|line| line.contains('…') && !line.trim_start().starts_with("… and"));
            assert_eq!(cut, None, "{columns}\n{page}");
            let widest = page.lines().map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= columns.parse().unwrap()), "{columns}\n{page}");
            if command.len() > 1 {
                let words: Vec<&str> = page.split_whitespace().collect();
                for name in
                    pool.lines().skip(1).flat_map(|row| row.split(',').next().unwrap().split([' ', '-']))
                {
                    assert!(page.contains(name), "{columns}: no {name} in\n{page}");
                }
                let best = "Zanele Nokwazi Dlamini in Johannesburg comes first: fits, works with 2 of 5.";
                says(&words.join(" "), best);
            }
        }
    }
}

#[test]
fn the_usual_value_is_named_first() {
    // Auckland is 13 hours ahead of UTC but 12 from 4 April to 25 September, Brisbane always 10: 9–15 of the
    // one and 9–16 of the other share 3 hours, and 4 on 175 days.
    let (_, words) =
        page(&["year"], "name,zone,hours\nA,Pacific/Auckland,9-15\nB,Australia/Brisbane,9-16\n", 80);
    says(&words, "Least 3 h, median 3 h, most 4 h, usually 3 h a day");
    // Berlin and New York share two hours, and three on the three weeks between their clock changes.
    let (_, words) = page(&[], "name,zone\nA,Europe/Berlin\nB,America/New_York\n", 80);
    says(
        &words,
        "Everyone shares 2 h a day, 3 h from 14 Mar to 27 Mar and from 31 Oct to 6 Nov; that is up to 2 h less than the target",
    );
}

#[test]
fn everyone_has_room_for_the_word() {
    let roster = "name,zone,hours,email\nTina,Europe/Berlin,8-12,t@x.org\nTina,America/New_York,14-18,t@x.org\n\
                  Ben,Europe/London,9-17,\n";
    for columns in [60, 70, 80, 90] {
        let (page, _) = page(&[], roster, columns);
        assert!(page.lines().any(|line| line.starts_with("  everyone")), "{page}");
    }
}

#[test]
fn one_and_many() {
    let (_, words) = page(&[], "name,zone\nSolo,Asia/Tokyo\n", 80);
    says(&words, "1 person · 1 zone");
    says(&words, "One person alone needs no overlap: any target is met.");
    let (_, words) = page(&["pairs"], "name,zone\nSolo,Asia/Tokyo\n", 80);
    says(&words, "One person alone: there is nobody to overlap with.");
    let (_, words) = page(&["coverage"], "name,zone\nA,Asia/Tokyo\nB,Asia/Tokyo\n", 80);
    says(&words, "At most 2 people at once.");
    let (_, words) = page(&[], "name,zone,required\nA,Asia/Tokyo,\nB,Asia/Tokyo,\nC,Asia/Dubai,no\n", 80);
    says(&words, "1 person does not count towards what everyone shares.");
}

/// Ten in Berlin and Paris keep one week, ten in Tokyo another, and Lea one of her own.
fn crowd() -> String {
    let row = |zone: &str, n: usize| format!("{} {n},{zone}\n", zone.split('/').next_back().unwrap());
    let europe: String = (0..10).map(|n| row(["Europe/Berlin", "Europe/Paris"][n % 2], n)).collect();
    let tokyo: String = (0..10).map(|n| row("Asia/Tokyo", n)).collect();
    format!("name,zone\n{europe}{tokyo}Lea,Pacific/Honolulu\n")
}

#[test]
fn nobody_is_one_more_like_somebody() {
    let (small, words) =
        page(&[], "name,zone\nAna,Europe/Berlin\nBen,Europe/Paris\nKei,Pacific/Honolulu\n", 80);
    let has_row = |name: &str| small.lines().any(|line| line.starts_with(name));
    assert!(["  Ana", "  Ben", "  Kei"].into_iter().all(has_row) && !small.contains(" +"), "{small}");
    says(&words, "Pod 1 Ana and Ben · 2 people");
    let (_, words) = page(&[], &crowd(), 100);
    says(&words, "10 people in Berlin and Paris (9–17) · 10 people");
    says(&words, "Berlin, Paris 10 people");
    assert!(!words.contains("Berlin 2") && !words.contains("Tokyo 6"), "{words}");
    let desk = Desk::with("r.csv", crowd());
    for command in [&[][..], &["pods"]] {
        let all = desk.year(command, "r.csv", &["--everyone"]).answered().out;
        let words = all.split_whitespace().collect::<Vec<_>>().join(" ");
        says(&words, "Who is in which pod");
        for name in (0..10).map(|n| format!("Tokyo {n}")).chain(["Lea".to_owned()]) {
            says(&words, &name);
        }
    }
}

/// Berlin, Paris and London share seven hours, Tokyo's two share eight, and nothing with Europe but an hour
/// in summer.
#[test]
fn a_team_in_pods_is_answered_pod_by_pod() {
    let team = "name,zone\nAna,Europe/Berlin\nBen,Europe/London\nKei,Asia/Tokyo\nYui,Asia/Tokyo\nLea,Pacific/Honolulu\n";
    let desk = Desk::with("r.csv", team);
    let page = desk.year(&[], "r.csv", &[]).answered().out;
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    says(&words, "HYBRID, in 2 pods, 1 person isolated");
    says(&words, "Everyone together: never.");
    says(&words, "Kei and Yui · 2 people · 8 h a day all year");
    says(&words, "Ana and Ben · 2 people · 7 h a day all year");
    says(&words, "Isolated Lea");
    assert!(page.lines().any(|line| line.starts_with("  pod 1 ")), "{page}");
    // Each is told when it can meet: the best time of `meet` for these people alone.
    let berlin = ("Ana and Ben", ["Kei", "Yui", "Lea"], "Europe/Berlin");
    for (pod, others, anchor) in [berlin, ("Kei and Yui", ["Ana", "Ben", "Lea"], "Asia/Tokyo")] {
        let line =
            words.split(pod).nth(1).and_then(|rest| rest.split("1 h to meet: ").nth(1)).expect("a time");
        let mut flags: Vec<&str> = others.iter().flat_map(|name| ["--without", *name]).collect();
        flags.extend(["--anchor", anchor]);
        let meet = desk.json(&["meet"], "r.csv", &flags);
        let best = meet["slots"][0]["time"].as_str().unwrap();
        assert!(line.split_whitespace().nth(1).unwrap().starts_with(best), "{line}\n{meet}");
        assert_eq!(meet["slots"][0]["clean"], true);
    }
    // On a clock of the pod, and what time that is for the others in it: London is an hour behind Berlin.
    says(&words, "Mon–Fri 09:00 Tokyo");
    says(&words, "Mon–Fri 10:00 Berlin (Ben 09:00)");
    let (_, year) = self::page(&["year"], team, 80);
    says(&year, "Everyone shares nothing");
    says(&year, "Season days pod 1 pod 2");
}

/// Tuesday and Wednesday are all that A and D have in common: seven hours on two of three days, 4:40 on
/// average. C and D share seven hours from Monday to Wednesday, A and C eight from Tuesday to Friday.
#[test]
fn unlike_days_are_not_averaged() {
    let team = "name,zone,days\nA,Europe/Berlin,Tue-Fri\nC,Europe/Paris,Mon-Fri\nD,Europe/London,Mon-Wed\n";
    let (_, words) = page(&[], team, 100);
    says(&words, "Everyone shares 7 h on Tue and Wed all year");
    says(&words, "Without D the others share 8 h a day or more; without A 7 h.");
    says(&words, "can have 4½ h a day on average (7 h on Tue and Wed all year)");
}

/// Beside dates of two stretches there is no room for groups, hours and by how much on 80 columns: whose hours
/// they are and by how much they move stays one line.
#[test]
fn new_hours_of_groups_stay_with_their_people() {
    let mut team = String::from("name,zone\n");
    for (zone, people) in
        [("Europe/Berlin", 22), ("Europe/London", 22), ("Europe/Athens", 11), ("America/New_York", 5)]
    {
        (0..people).for_each(|number| team.push_str(&format!("{zone} {number},{zone}\n")));
    }
    let (page, _) = page(&[], &team, 80);
    let hours = page.split("New hours").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("new hours");
    for moved in ["later", "earlier"] {
        let lines = hours.lines().filter(|line| line.ends_with(moved)).collect::<Vec<_>>();
        assert_eq!(lines.len(), 2, "{hours}");
        assert!(lines.iter().all(|line| line.starts_with("  ") && line.contains(" people in ")), "{hours}");
    }
}

/// Asha stays required: it is not true that no one person made optional would help.
#[test]
fn that_no_step_helps_is_said_of_those_who_may_be_optional() {
    let mut team = String::from("name,zone,required\nAsha,America/Los_Angeles,yes\n");
    (1..5).for_each(|number| team.push_str(&format!("I{number},Asia/Kolkata,\n")));
    let (_, words) = page(&[], &team, 80);
    says(&words, "nor one person made optional (of those not marked as required) makes this better");
    let (_, words) = page(&[], "name,zone\nA,Asia/Tokyo\nB,America/New_York\n", 80);
    says(&words, "nor one person made optional makes this better");
}
