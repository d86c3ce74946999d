//! Prints the text of a few realistic teams, to look at: `look [width] [plan|year|pods|pairs|coverage|windows] [color]`.

use std::io::{self, Write};

use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
use tzplan_report::{Context, text};

/// Name, zone, hours.
type Row = (&'static str, &'static str, &'static str);

/// Source, home zone, members.
const TEAMS: [(&str, &str, &[Row]); 9] = [
    (
        "three.csv",
        "Europe/Berlin",
        &[
            ("Ana", "America/Sao_Paulo", "9-17"),
            ("Ben", "Europe/Berlin", "9-17"),
            ("Chloé", "Europe/London", "9-17"),
        ],
    ),
    (
        "europe.csv",
        "Europe/Berlin",
        &[
            ("Ana", "Europe/Lisbon", "9-17"),
            ("Ben", "Europe/Berlin", "9-17"),
            ("Paul", "Europe/Paris", "9-17"),
            ("Eva", "Europe/Athens", "Mon-Thu 9-17; Fri 9-13"),
        ],
    ),
    (
        "apac.csv",
        "Europe/Berlin",
        &[
            ("Ana", "America/Sao_Paulo", "9-17"),
            ("Ben", "Europe/Berlin", "9-17"),
            ("Chloé", "Europe/London", "9-17"),
            ("Keiko", "Asia/Tokyo", "9-17"),
        ],
    ),
    (
        "coasts.csv",
        "America/New_York",
        &[
            ("Nia", "America/New_York", "9-17"),
            ("Sam", "America/Los_Angeles", "9-17"),
            ("Lea", "Europe/Paris", "9-18"),
            ("Tom", "Europe/London", "9-17:30"),
            ("Ravi", "Asia/Kolkata", "10-19"),
            ("Mei", "Asia/Singapore", "9-18"),
            ("Zoe", "Australia/Sydney", "9-17"),
        ],
    ),
    (
        "follow-the-sun.csv",
        "UTC",
        &[
            ("Tokyo desk", "Asia/Tokyo", "9-17 daily"),
            ("Berlin desk", "Europe/Berlin", "9-17 daily"),
            ("Denver desk", "America/Denver", "9-17 daily"),
            ("Ops", "UTC", "00:00-24:00 daily"),
        ],
    ),
    (
        "night.csv",
        "Asia/Manila",
        &[
            ("Joy", "Asia/Manila", "22-06"),
            ("Rey", "Asia/Manila", "21-05"),
            ("Sue", "America/New_York", "9-17"),
        ],
    ),
    ("two.csv", "Europe/Berlin", &[("Ben", "Europe/Berlin", "9-17"), ("Nia", "America/New_York", "9-17")]),
    ("alone.csv", "Europe/Berlin", &[("Ben", "Europe/Berlin", "9-17")]),
    (
        "antipodes.csv",
        "Europe/Berlin",
        &[
            ("Mia", "Pacific/Auckland", "9-17"),
            ("Ben", "Europe/Berlin", "9-17"),
            ("Luz", "America/Lima", "9-17"),
        ],
    ),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let width = arguments.next().map_or(Ok(80), |width| width.parse())?;
    let page = arguments.next().unwrap_or_default();
    let style = text::Style { width, color: arguments.next().is_some() };
    let out = &mut io::stdout().lock();
    for (source, home, members) in TEAMS {
        let mut team = Team::new();
        for (name, zone, hours) in members {
            team.add(Member::new(*name, Zone::iana(zone)?).hours(hours.parse()?));
        }
        let policy = Policy::default();
        let prepared = PreparedTeam::new(&team, Horizon::year("2026-11-23".parse()?, Zone::iana(home)?)?);
        let plan = Plan::of(&prepared, &policy);
        let context = Context { source, tzdb: "2026e", changes: &[] };
        match page.as_str() {
            "year" => text::year(out, &prepared, &plan, context, style)?,
            "pods" => {
                let verdict = plan.verdict();
                text::pods(out, &prepared, verdict.pods.as_ref(), &verdict.bridges, context, style)?;
            }
            "pairs" => text::pairs(out, &prepared, &policy, None, context, style)?,
            "coverage" => {
                let coverage = tzplan::coverage::coverage(&team, prepared.horizon(), |_| true);
                text::coverage(out, &prepared, &coverage, context, style)?;
            }
            "windows" => {
                let windows = tzplan::overlap::everyone(&team, prepared.horizon());
                text::windows(out, &windows, &prepared, context, style)?;
            }
            _ => text::plan(out, &prepared, &plan, context, style)?,
        }
        writeln!(out, "\n")?;
    }
    Ok(())
}
