//! Prints the text of a few realistic teams, to look at: `look [width] [page] [team] [color]`. Pages are
//! `plan`, `year`, `pods`, `pairs`, `coverage`, `windows`, `fit` (some candidates), `pool` and `regions`.

use std::io::{self, Write};

use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::{Horizon, Member, Plan, Pods, Policy, PreparedTeam, Team, Tzdb, WeeklyHours, Zone, regions};
use tzplan_report::{
    Context, CoverageDocument, Document, FitDocument, Form, Inhabitants, PairsDocument, PlanDocument,
    PodsDocument, Pool, PoolDocument, Regions, RegionsDocument, Shown, WindowsDocument, YearDocument, text,
    write,
};

/// Name, zone, hours.
type Row = (&'static str, &'static str, &'static str);

/// Source, home zone, members.
const TEAMS: [(&str, &str, &[Row]); 10] = [
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
    (
        "new-york.csv",
        "America/New_York",
        &[("Nia", "America/New_York", "9-17"), ("Sam", "America/New_York", "9-17")],
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

/// Who may join them.
const CANDIDATES: [Row; 6] = [
    ("Keiko", "Asia/Tokyo", "9-17"),
    ("Rosa", "America/Lima", "9-17"),
    ("Ravi", "Asia/Kolkata", "9-17"),
    ("Tariq", "Asia/Dubai", "Sun-Thu 9-17"),
    ("Eva", "Europe/Athens", "Mon-Wed 9-12"),
    ("", "Pacific/Chatham", "20-04 daily"),
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let width = arguments.next().map_or(Ok(80), |width| width.parse())?;
    let page = arguments.next().unwrap_or_default();
    let wanted = arguments.next().unwrap_or_default();
    let style = text::Style { width, color: arguments.next().is_some() };
    for (source, home, members) in TEAMS.into_iter().filter(|(source, _, _)| source.starts_with(&wanted)) {
        show(&team(members)?, source, Zone::iana(home)?, &page, style)?;
    }
    if "forty.csv".starts_with(&wanted) {
        let all: Vec<Row> = TEAMS.iter().flat_map(|(_, _, members)| members.iter().copied()).collect();
        let forty = team(&all.repeat(2)[..40])?;
        show(&forty, "forty.csv", Zone::iana("Europe/Berlin")?, &page, style)?;
    }
    Ok(())
}

fn team(rows: &[Row]) -> Result<Team, Box<dyn std::error::Error>> {
    let mut team = Team::new();
    for (name, zone, hours) in rows {
        team.add(Member::new(*name, Zone::iana(zone)?).hours(hours.parse()?));
    }
    Ok(team)
}

fn show(
    team: &Team,
    source: &str,
    home: Zone,
    page: &str,
    style: text::Style,
) -> Result<(), Box<dyn std::error::Error>> {
    let out = &mut io::stdout().lock();
    let policy = Policy::default();
    let prepared = PreparedTeam::new(team, Horizon::year("2026-11-23".parse()?, home)?);
    let context = Context { source, tzdb: "2026e", changes: &[], assumptions: &[], settings: &[], again: "" };
    if ["fit", "pool", "regions"].contains(&page) {
        return hire(&prepared, &policy, context, page, style);
    }
    let plan = Plan::of(&prepared, &policy);
    let mut show = |document: &dyn Document| write(document, Form::Text(style), out);
    match page {
        "year" => show(&YearDocument::new(&prepared, &plan, context))?,
        "pods" => {
            let pods = Pods::of(&prepared, &policy);
            let bridges = pods.bridges(&prepared, &policy);
            show(&PodsDocument::new(&prepared, &pods, &bridges, context))?;
        }
        "pairs" => show(&PairsDocument::new(&prepared, &policy, None, context))?,
        "coverage" => {
            let service = tzplan::coverage::Service::around_the_clock();
            show(&CoverageDocument::new(&prepared, &service, None, context))?;
        }
        "windows" => {
            let windows = tzplan::overlap::everyone(&prepared);
            show(&WindowsDocument::new(&prepared, &windows, None, &[], context))?;
        }
        _ => show(&PlanDocument::new(&prepared, &plan, context))?,
    }
    Ok(writeln!(out, "\n")?)
}

fn hire(
    prepared: &PreparedTeam,
    policy: &Policy,
    context: Context<'_>,
    page: &str,
    style: text::Style,
) -> Result<(), Box<dyn std::error::Error>> {
    let out = &mut io::stdout().lock();
    let form = Form::Text(style);
    let (opening, candidates) = (Opening::new(prepared, policy), team(&CANDIDATES)?);
    match page {
        "fit" => {
            for candidate in candidates.members() {
                let judged = opening.candidate(candidate.schedule());
                tzplan_report::write(&FitDocument::new(candidate.name(), &judged, context), form, out)?;
                writeln!(out, "\n")?;
            }
        }
        "pool" => {
            let ranking = Ranking::of(&opening, &candidates, SortBy::Fit, Some(5));
            let row = |index: usize| Some(index as u64 + 2);
            let pool = Pool {
                source: "pool.csv",
                ranking: &ranking,
                sort: SortBy::Fit,
                results: ranking.results(),
                profiles: ranking.judged(),
                skipped: 3,
                row: &row,
            };
            tzplan_report::write(&PoolDocument::new(&opening, pool, context), form, out)?;
        }
        _ => {
            let hours = WeeklyHours::default();
            let regions = regions::regions(&opening, Tzdb::bundled(), &hours, |_| true);
            let document = RegionsDocument::new(
                &opening,
                Regions {
                    hours: &hours,
                    hours_on: None,
                    regions: &regions,
                    sort: SortBy::Fit,
                    shown: Shown::Populous,
                    people_of: &|_| Inhabitants::default(),
                },
                context,
            );
            tzplan_report::write(&document, form, out)?;
        }
    }
    Ok(writeln!(out, "\n")?)
}
