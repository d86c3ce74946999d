//! Daily amounts are called averages where the days are not alike.

use crate::support::{Desk, without_tags};

fn flat(text: &str) -> String {
    without_tags(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(desk: &Desk, command: &[&str], sentence: &str) {
    let page = flat(&desk.year(command, "r.csv", &[]).out);
    assert!(page.contains(sentence), "{command:?}: no `{sentence}` in\n{page}");
}

/// London from 9:00Z, in summer 8:00Z, to 17:00Z and 16:00Z; New York from 14:00Z, while clocks there are
/// forward 13:00Z; the desk until 16:30Z, on Fridays until 14:30Z. In winter 2½ h and ½ h on Friday: 10½ h in
/// five days; 3½ h and 1½ h while New York alone is forward: 15½ h; 3 h and 1½ h in summer: 13½ h.
#[test]
fn through_a_year_they_are_averages_beside_what_the_days_have() {
    let team = "name,zone,hours\nLea,Europe/London,9-17\nNia,America/New_York,9-17\n\
                Desk,UTC,Mon-Thu 9:00-16:30; Fri 9:00-14:30\n";
    let desk = Desk::with("r.csv", team);
    let year = "Everyone shares 2½ h on Mon–Thu, ½ h on Fri until 13 Mar, then 2 h 6 min to 3 h 6 min a day on \
                average, usually 2 h 42 min (3 h on Mon–Thu, 1½ h on Fri)";
    says(&desk, &[], year);
    says(&desk, &["year"], "Everyone shares 2 h 6 min to 3 h 6 min a day on average");
    says(&desk, &["year"], "usually 2 h 42 min a day on average, weighed by days");
    says(&desk, &["report"], "usually 2 h 42 min a day on average, 2 h 6 min at least");
}

/// 4 days of 8 h and a Friday of 2 h: 34 h in five days.
#[test]
fn of_pods_too() {
    let short = "Mon-Thu 9-17; Fri 9-11";
    let team = format!("name,zone,hours\nAna,Berlin,{short}\nBen,Berlin,{short}\nKeiko,Tokyo,9-17\n")
        .replace(short, &format!("\"{short}\""));
    let desk = Desk::with("r.csv", team);
    says(&desk, &[], "2 of 3 people share 6 h 48 min a day or more on average in one pod");
    says(&desk, &["pods"], "2 of 3 people share 6 h 48 min a day or more on average in a pod");
    says(&desk, &["agreement"], "together within one pod, 6 h 48 min a day or more on average");
    says(&desk, &["report"], "6 h 48 min on average · 09:00–17:00 Mon–Thu; 09:00–11:00 Fri");
    says(&desk, &["agreement"], "(6 h 48 min a day on average)");
}

#[test]
fn pairs_have_ranges() {
    let short = "\"Mon-Thu 9-17; Fri 9-11\"";
    let team = format!(
        "name,zone,hours\nAna,Europe/Berlin,{short}\nBen,Europe/Berlin,9-17\nCy,Europe/Berlin,Mon-Wed 9-17\n"
    );
    let desk = Desk::with("r.csv", team.replace("Mon-Wed 9-17", "\"Mon-Wed 9-17; Thu 9-13\""));
    // Ana and Ben 8 h, on Fridays 2 h; Cy has 4 h on Thursday with both.
    for sentence in [
        "Ana · 2–8 h* 4–8 h*",
        "Ben 2–8 h* · 4–8 h*",
        "a range, where days are not alike: from the day with least to the day with most",
    ] {
        says(&desk, &["pairs"], sentence);
    }
}

/// With Bo, who is there as long as they are, they share what they share now.
#[test]
fn of_a_team_that_somebody_joins_too() {
    let short = "\"Mon-Thu 9-17; Fri 9-11\"";
    let desk =
        Desk::with("r.csv", format!("name,zone,hours\nAna,Berlin,{short}\nBen,Europe/Paris,{short}\n"));
    let bo = ["--name", "Bo", "--zone", "Europe/Berlin", "--hours", "Mon-Thu 9-17; Fri 9-11"];
    let page = flat(&desk.year(&["fit"], "r.csv", &bo).out);
    assert!(page.contains("everyone shares 6 h 48 min a day or more on average, as now"), "{page}");
    let page = flat(&desk.year(&["fit"], "r.csv", &[&bo[..], &["--format", "html"]].concat()).out);
    assert!(page.contains(": everyone shares 6 h 48 min a day or more on average."), "{page}");
}

#[test]
fn equal_days_are_no_average() {
    let desk = Desk::with("r.csv", "name,zone\nAna,Berlin\nBen,Berlin\nKeiko,Tokyo\n");
    for command in [&[][..], &["pods"], &["year"], &["agreement"]] {
        let page = flat(&desk.year(command, "r.csv", &[]).out);
        assert!(!page.contains("a day on average") && !page.contains("more on average"), "{page}");
    }
}
