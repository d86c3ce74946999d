//! What a pool, a list of places and a coverage tell somebody to do: the command beside each step gives what
//! the step says.

use crate::support::steps::{Step, steps};
use crate::support::{Desk, YEAR};
use serde_json::{Value, json};

const TEAM: &str =
    "name,zone,hours\nAda,Europe/Berlin,9-17\nBen,Europe/London,9-17\nCem,Europe/Istanbul,9-17\n";
const POOL: &str =
    "name,zone,hours\nRui d'Arc,Lisbon,9-17\nKei,Tokyo,9-17\nIve,Berlin,13-21\nOla,Warsaw,8-16\n";

fn page(desk: &Desk, line: &[&str]) -> String {
    let mut command = desk.command();
    command.args(line).args(YEAR).env("COLUMNS", "100");
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// The answer to a step that may be flags of a command.
fn answer(desk: &Desk, command: &str, step: &Step) -> Value {
    step.answer(desk, &[&[command, "team.csv"], &YEAR[..]].concat())
}

#[test]
fn whom_to_hire_of_a_pool() {
    let desk = Desk::with("team.csv", TEAM);
    desk.file("pool.csv", POOL);
    let page = page(&desk, &["fit", "team.csv", "--candidates", "pool.csv"]);
    let steps = steps(&page);
    // Tokyo and the late shift fit async only: they are no step.
    let expected = [
        ("Ola", "hire Ola, 08:00–16:00 Mon–Fri in Warsaw → the team stays OVERLAP; works with 3 of 3"),
        (
            "Rui d'Arc",
            "hire Rui d'Arc, 09:00–17:00 Mon–Fri in Lisbon → the team stays OVERLAP; works with 3 of 3",
        ),
    ];
    let told: Vec<&str> = steps.iter().map(|step| step.text.as_str()).collect();
    for (name, step) in expected {
        assert!(told.contains(&step), "no `{step}` in\n{page}");
        let fit = answer(&desk, "fit", steps.iter().find(|told| told.text == step).unwrap());
        assert_eq!((&fit["candidate"]["name"], &fit["result"]), (&name.into(), &"fits".into()), "{fit}");
        assert_eq!(fit["team_after"]["model"], "overlap");
        let met = fit["teammates"].as_array().unwrap().iter().filter(|mate| mate["meets"] == true);
        assert_eq!(met.count(), 3, "{fit}");
    }
    // The team's day with all three of them, Tokyo too.
    let picture = page.split("The team's day").nth(1).unwrap();
    let rows: Vec<&str> = picture.lines().filter(|line| line.contains(['▒', '█'])).collect();
    for name in ["Ada", "Ben", "Cem", "everyone", "Ola", "Rui d'Arc"] {
        assert!(rows.iter().any(|row| row.trim_start().starts_with(name)), "no {name} in\n{page}");
    }
}

#[test]
fn where_to_look_if_nobody_of_a_pool_fits() {
    let desk = Desk::with("team.csv", TEAM);
    desk.file("pool.csv", "name,zone,hours\nKei,Asia/Tokyo,9-17\n");
    let page = page(&desk, &["fit", "team.csv", "--candidates", "pool.csv"]);
    let step = "  1  look where somebody would fit → the places of the world, the best first\n     \
                tzplan regions team.csv --from 2026-11-23 --home Europe/Berlin\n";
    assert!(page.contains(step), "{page}");
    assert!(page.split("The team's day").nth(1).unwrap().contains("\n  Kei "), "{page}");
}

#[test]
fn where_to_hire() {
    let desk = Desk::with("team.csv", TEAM);
    let page = page(&desk, &["regions", "team.csv"]);
    let steps = steps(&page);
    assert_eq!(steps.len(), 3, "{page}");
    for step in &steps {
        let fit = answer(&desk, "regions", step);
        let step = &step.text;
        assert_eq!(fit["result"], "fits", "{step}");
        assert_eq!(fit["team_after"]["model"], "overlap");
        let met = fit["teammates"].as_array().unwrap().iter().filter(|mate| mate["meets"] == true).count();
        assert!(step.contains(&format!("works with {met} of 3")), "{step}");
        let place = step.split(" in ").nth(1).unwrap().split(" →").next().unwrap();
        assert!(page.contains(&format!("  {place} ")), "{place}\n{page}");
    }
}

#[test]
fn who_would_cover_most() {
    // Eight hours a day are all that somebody covers.
    most_is_told(TEAM, 1);
    // Weekends alone are not covered.
    most_is_told("name,zone,hours\nAda,UTC,00:00-24:00 Mon-Fri\n", 2);
    // Nothing is missing, or more than one person is.
    let always = Desk::with("team.csv", "name,zone,hours\nAda,UTC,00:00-24:00 daily\n");
    assert_eq!(always.json(&["coverage"], "team.csv", &[])["additions"], json!([]));
    assert_eq!(always.json(&["coverage"], "team.csv", &["--at-least", "3"])["additions"], json!([]));
}

/// Nobody covers more than the person told, and those nearer to UTC with the same days cover less.
fn most_is_told(team: &str, count: usize) {
    let desk = Desk::with("team.csv", team);
    // An offset does not follow clock changes, which is said beside the answer.
    let answered =
        |more: &[&str]| desk.year(&["coverage"], "team.csv", &[more, &["--format", "json"]].concat()).json();
    let before = answered(&[]);
    let covered = |of: &Value| of["covered_minutes"].as_u64().unwrap();
    let gained = |of: &Value| of["gained_minutes"].as_u64().unwrap();
    let additions = before["additions"].as_array().unwrap();
    assert_eq!(additions.len(), count, "{additions:?}");
    assert_eq!(additions[0]["hours"], "09:00-17:00 Mon-Fri");
    let best = additions.last().unwrap();
    for (hours, days) in
        (-10..=12_i64).flat_map(|hours| ["Mon-Fri", "Wed-Sun", "Sat-Wed"].map(|days| (hours, days)))
    {
        let somebody = format!("New=UTC{hours:+03}:00 9-17 {days}");
        let more = covered(&answered(&["--add", &somebody])) - covered(&before);
        assert!(more <= gained(best), "{somebody}");
        for addition in
            additions.iter().filter(|addition| addition["hours"].as_str().unwrap().ends_with(days))
        {
            let offset = addition["offset"].as_i64().unwrap();
            let nearer = hours.abs() < offset.abs() / 60;
            assert!(more <= gained(addition) && !(nearer && more == gained(addition)), "{somebody}");
            assert!(hours * 60 != offset || more == gained(addition), "{somebody}");
        }
    }
    let page = page(&desk, &["coverage", "team.csv"]);
    let steps = steps(&page);
    // What covers most first; other days than weekdays only where they cover a hundredth more.
    let thousandths =
        |of: &Value| (covered(&before) + gained(of)) * 1000 / before["minutes"].as_u64().unwrap();
    let few = additions.len() > 1 && thousandths(best) < thousandths(&additions[0]) + 10;
    let told = if few { &additions[..1] } else { &additions[..] };
    for (step, addition) in steps.iter().zip(told.iter().rev()) {
        let after = answer(&desk, "coverage", step);
        let step = &step.text;
        assert_eq!(covered(&after) - covered(&before), gained(addition), "{step}");
        let thousandths = covered(&after) * 1000 / after["minutes"].as_u64().unwrap();
        assert!(step.ends_with(&format!("{}.{}% covered", thousandths / 10, thousandths % 10)), "{step}");
    }
    let places = answer(&desk, "coverage", &steps[told.len()]);
    assert!(!places["regions"].as_array().unwrap().is_empty());
}

const APART: &str = "name,zone,flex\nBen,Europe/Berlin,0\nZoe,Europe/Berlin,0\nTom,America/New_York,0\n\
                     Olga,Pacific/Auckland,0\n";

/// Lima keeps New York's winter time, Sydney is two or three hours behind Auckland.
#[test]
fn who_of_a_pool_is_company_for_whom() {
    let desk = Desk::with("team.csv", APART);
    let words = |pool: &str| {
        desk.file("pool.csv", format!("name,zone,hours\n{pool}"));
        let page = page(&desk, &["fit", "team.csv", "--candidates", "pool.csv"]);
        page.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let some = words("Mei,Australia/Sydney,9-17\nLuz,America/Lima,9-17\nIvo,Europe/Berlin,9-17\n");
    let told = "Company for isolated people (in no pod; 4 h a day together): Tom would have Luz; Olga would have \
                Mei.";
    assert!(some.contains(told), "{some}");
    let none = words("Ivo,Europe/Berlin,9-17\n");
    assert!(none.contains("Nobody here would be company for Tom and Olga (isolated: in no pod)."), "{none}");
}

/// From noon to eight in Berlin Pia shares five hours with the pod and five with Tom; the others are alike.
#[test]
fn who_is_as_good_as_the_last_one_shown() {
    let desk = Desk::with("team.csv", APART);
    let pool = "name,zone,hours\nPia,Europe/Berlin,12-20\nAda,Europe/Berlin,9-17\nBea,Europe/Berlin,9-17\n\
                Cem,Europe/Berlin,9-17\nDan,Europe/Berlin,9-17\n";
    desk.file("pool.csv", pool);
    let page = page(&desk, &["fit", "team.csv", "--candidates", "pool.csv"]);
    assert!(page.contains("Pia in Berlin comes first: "), "{page}");
    assert!(page.contains("  As good a choice as Bea: Cem and Dan."), "{page}");
    // Those who are cut off are counted, whether the pool streams by or is held (several rows of one e-mail).
    let cut = self::page(&desk, &["fit", "team.csv", "--candidates", "pool.csv", "--top", "2"]);
    assert!(cut.contains("… and 3 more candidates, of whom 3 rank equal to Ada (a larger --top"), "{cut}");
    let tied = |pool: &str| {
        let flags = ["--candidates", pool, "--top", "2", "--format", "json"];
        desk.year(&["fit"], "team.csv", &flags).json()["tied"].clone()
    };
    assert_eq!(tied("pool.csv"), 3);
    let emails =
        pool.replace("hours\n", "hours,email\n").replace("17\n", "17,\n").replace("20\n", "20,p@x\n");
    desk.file("held.csv", format!("{emails}Pia,Europe/Berlin,12-20,p@x\n"));
    assert_eq!(tied("held.csv"), 3);
    let whole = self::page(&desk, &["fit", "team.csv", "--candidates", "pool.csv", "--top", "5"]);
    assert!(!whole.contains("rank equal") && !whole.contains("more candidates"), "{whole}");
}

/// São Paulo at nine to five is an hour short in the European summer. A second Berliner makes the cheapest plan
/// ask more of Ana: with t of 60 minutes hers it is t² + 2 (60 − t)², least at 40, in steps 45.
#[test]
fn what_a_hire_asks_of_others_is_said() {
    let team =
        "name,zone,hours\nAna,America/Sao_Paulo,9-17\nBen,Europe/Berlin,9-17\nCho,Europe/London,10-18\n";
    let desk = Desk::with("team.csv", team);
    desk.file("pool.csv", "name,zone,hours\nIvo,Europe/Berlin,9-17\n");
    let page = page(&desk, &["fit", "team.csv", "--candidates", "pool.csv"]);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let step =
        "→ the team stays OVERLAP with shifts if Ana moves by up to 45 min (now ½ h); works with 2 of 3";
    assert!(words.contains(step), "{page}");
    assert!(words.contains("others move 45 min"), "{page}");
    // The season that decides is drawn: the one in which they miss the target.
    assert!(page.contains("The team's day from 28 Mar to 30 Oct in Berlin time, with Ivo"), "{page}");
    assert!(
        page.contains("  These dates decide: then Ivo and everyone share less than the target."),
        "{page}"
    );
    let json = desk.year(&["fit"], "team.csv", &["--candidates", "pool.csv", "--format", "json"]).json();
    assert_eq!(json["ranked"][0]["others_asked"], 45);
    let csv = desk.year(&["fit"], "team.csv", &["--candidates", "pool.csv", "--format", "csv"]).out;
    let cells: Vec<Vec<&str>> = csv.lines().map(|line| line.split(',').collect()).collect();
    let place = cells[0].iter().position(|name| *name == "others_asked_minutes").unwrap();
    assert_eq!(cells[1][place], "45", "{csv}");
}
