//! Nothing of a name is lost, however long it is and however narrow the page.

use crate::support::{Desk, YEAR};

const LONG: &str = "name,city,hours\nWolfeschlegelsteinhausenbergerdorff,San Francisco,9-12;13-17\n\
                    Maximiliana Wilhelmina von Hohenlohe,Stockholm,9-17\nKonstantin Alexandrowitsch,Ulaanbaatar,9-17\n\
                    Ana,Washington DC,14-22\n";

/// The letters of a page, so that a name that goes on below is found. Bars and blanks are none.
fn letters(page: &str) -> String {
    page.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// For each name the letters of its words, which may stand apart.
fn words(name: &str) -> Vec<String> {
    name.split([' ', '-']).map(letters).collect()
}

#[test]
fn names_and_places_are_whole_in_lines_tables_and_pictures() {
    let desk = Desk::with("team.csv", LONG);
    let names = ["Maximiliana Wilhelmina von Hohenlohe", "Konstantin Alexandrowitsch"];
    let places = ["San Francisco", "Stockholm", "Ulaanbaatar", "Washington DC"];
    let fit = ["fit", "team.csv", "--name", "Bartholomew-Alexander Fitzgerald", "--zone", "Washington DC"];
    let lines: [(&[&str], bool); 5] = [
        (&["team.csv"], true),
        (&fit, true),
        (&["pairs", "team.csv"], false),
        (&["year", "team.csv"], false),
        (&["pods", "team.csv"], false),
    ];
    for columns in ["60", "80", "120", "200"] {
        for (line, places_too) in lines {
            let mut run = desk.command();
            run.args(line).args(YEAR).env("COLUMNS", columns);
            let page = String::from_utf8(run.output().unwrap().stdout).unwrap();
            let cut = page.lines().find(|line| line.contains('…') && !line.trim_start().starts_with("… and"));
            assert_eq!(cut, None, "{line:?} {columns}\n{page}");
            let widest = page.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= columns.parse().unwrap(), "{line:?} {columns}\n{page}");
            if line[0] == "year" {
                continue;
            }
            let all = letters(&page);
            let more = if line[0] == "fit" { &["Bartholomew-Alexander Fitzgerald"][..] } else { &[] };
            let places = if places_too { &places[..] } else { &[] };
            for word in names.iter().chain(more).chain(places).flat_map(|name| words(name)) {
                assert!(all.contains(&word), "{line:?} {columns}: no {word} in\n{page}");
            }
        }
    }
}

#[test]
fn a_schedule_of_many_is_named_whole_in_the_trap() {
    let mut team = "name,zone,hours\nLead,America/Los_Angeles,9-17\n".to_owned();
    let names = ["Aarav", "Bhavna", "Chandrasekhar", "Devendra", "Eshwari", "Firdaus", "Gayatri"];
    names.iter().for_each(|name| team.push_str(&format!("{name},Asia/Kolkata,10-18\n")));
    let desk = Desk::with("team.csv", &team);
    for columns in ["60", "80", "120"] {
        let mut run = desk.command();
        run.args(["team.csv"]).args(YEAR).env("COLUMNS", columns);
        let page = String::from_utf8(run.output().unwrap().stdout).unwrap();
        assert!(!page.contains('…'), "{page}");
        let trap = page.split("Shift trap").nth(1).unwrap_or_else(|| panic!("no trap in\n{page}"));
        let table = letters(trap.split("\n\n").next().unwrap());
        assert!(names.iter().all(|name| table.contains(name)), "{page}");
    }
}

/// There is room for it below the bar.
#[test]
fn a_place_below_its_name_stands_on_one_line() {
    let roster = "name,city,hours\nChi,Ho Chi Minh City,8-17\nDolores,\"Guadalajara, Mexico\",Sun-Thu 9-18\n";
    let desk = Desk::with("team.csv", roster);
    let mut run = desk.command();
    run.arg("team.csv").args(YEAR).env("COLUMNS", "80");
    let page = String::from_utf8(run.output().unwrap().stdout).unwrap();
    for place in ["  Ho Chi Minh City", "  Guadalajara"] {
        assert!(page.lines().any(|line| line == place), "no `{place}` in\n{page}");
    }
}
