//! Every page of teams of every kind.

use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::{Member, Plan, Pods, Policy, PreparedTeam, Team, WeeklyHours, Zone, overlap};
use tzplan_report::{
    Answerers, Change, ChosenBy, Context, CoverageDocument, Document, FitDocument, Form, Inhabitants,
    PairsDocument, PlanDocument, PodsDocument, Pool, PoolDocument, Regions, RegionsDocument, Shown, Who,
    WindowsDocument, YearDocument, text, write,
};

use crate::teams::{all_regions, big, horizon, page, team};

/// Teams of every kind, with their home zones.
pub(crate) fn all() -> Vec<(Team, &'static str)> {
    vec![
        (
            team(&[
                ("Ana", "America/Sao_Paulo", "9-17"),
                ("Ben", "Europe/Berlin", "9-17"),
                ("Chloé", "Europe/London", "9-17"),
            ]),
            "Europe/Berlin",
        ),
        (
            team(&[
                ("Mia", "Pacific/Auckland", "9-17"),
                ("Ben", "Europe/Berlin", "9-17"),
                ("Luz", "America/Lima", "9-17"),
            ]),
            "America/New_York",
        ),
        (team(&[("Ben", "Europe/Berlin", "9-17")]), "UTC"),
        (Team::new(), "UTC"),
        (nasty(), "Europe/Berlin"),
        (big(60), "America/Argentina/Buenos_Aires"),
    ]
}

pub(crate) fn nasty() -> Team {
    let long = "Maximiliana Theodora Wilhelmina ".repeat(20);
    let mut team = team(&[
        ("山田 太郎・開発部", "Asia/Tokyo", "9-17"),
        ("Zoe\u{308} Nguye\u{302}\u{303}n", "Asia/Ho_Chi_Minh", "9-12,13-18"),
        ("שלום אברהם", "Asia/Jerusalem", "Sun-Thu 9-17"),
        ("محمد بن عبد الله بن عبد الرحمن الطويل جدا", "Africa/Cairo", "Sun-Thu 8-16"),
        (&long, "Europe/Berlin", "Mon-Thu 9-17; Fri 9-13"),
        ("a\u{1b}[31mred\u{1b}[0m\u{7}\u{8}", "America/New_York", "9-17"),
        ("evil\u{202e}gnp\u{2067}\r\nline\ttab\u{9b}2J\u{85}", "America/Los_Angeles", "22-06"),
        ("👩\u{200d}💻👨\u{200d}👩\u{200d}👧 Dev", "Asia/Kolkata", "10-19"),
        ("", "Pacific/Chatham", "00:00-24:00 daily"),
        ("\u{200b}\u{202d}\u{feff}", "America/Argentina/Buenos_Aires", "9-17"),
    ]);
    let pile = format!("Z{}a{}", "\u{35c}\u{335}".repeat(60), "\u{489}".repeat(200));
    team.add(Member::new(pile, Zone::fixed(-570).expect("an offset")).optional());
    team
}

fn nasty_who() -> Who {
    Who { name: "evil\u{202e}gnp\u{2067}\r\nline\ttab\u{9b}2J\u{85}שלום".repeat(5), row: Some(12) }
}

fn nasty_changes() -> Vec<Change> {
    let (who, hours) =
        (nasty_who(), "Mon-Thu 9-10,11-12,13-14,15-16,17-18,19-20; Fri 22-06".parse().expect("hours"));
    vec![
        Change::Move { who: who.clone(), zone: "America/Argentina/ComodRivadavia".to_owned() },
        Change::Hours { who: who.clone(), hours, hours_on: Some("z".repeat(300)) },
        Change::Without { who },
        Change::Add {
            name: "x".repeat(300),
            zone: "UTC".to_owned(),
            hours: WeeklyHours::default(),
            hours_on: None,
        },
    ]
}

/// Every page of a team by name.
pub(crate) fn pages(team: &Team, home: &str, style: text::Style) -> Vec<(&'static str, String)> {
    let source = "~/Documents/\u{1b}]0;title\u{7}teams/team.csv";
    let changes = nasty_changes();
    let context =
        Context { source, tzdb: "2026e", changes: &changes, assumptions: &[], settings: &[], again: "" };
    let chosen_by = vec![
        ChosenBy::Role { name: "lead\u{1b}[2J of everything ".repeat(9) },
        ChosenBy::Member(nasty_who()),
        ChosenBy::Team { name: "\u{202e}spO".to_owned() },
    ];
    let answerers = Answerers::new(chosen_by, 0..team.len() / 2);
    let (prepared, policy) = (PreparedTeam::new(team, horizon(home)), Policy::default());
    let plan = Plan::of(&prepared, &policy);
    let pods = Pods::of(&prepared, &policy);
    let bridges = pods.bridges(&prepared, &policy);
    let service = tzplan::coverage::Service::around_the_clock();
    let windows = overlap::quorum(&prepared, 2);
    let opening = Opening::new(&prepared, &policy);
    let candidates = nasty();
    let ranking = Ranking::of(&opening, &candidates, SortBy::Fit, None);
    let (mut results, row) = (ranking.results(), |index: usize| Some(index as u64 + 2));
    results.fits_async += 1_234_567;
    let pool = Pool {
        source,
        ranking: &ranking,
        sort: SortBy::Fit,
        results,
        profiles: ranking.judged(),
        skipped: 2,
        row: &row,
    };
    let (hours, regions) = (WeeklyHours::default(), all_regions(&opening, &WeeklyHours::default()));
    let of = |document: &dyn Document| page(|out| write(document, Form::Text(style), out));
    let mut pages = vec![
        ("plan", of(&PlanDocument::new(&prepared, &plan, context))),
        ("year", of(&YearDocument::new(&prepared, &plan, context))),
        ("pods", of(&PodsDocument::new(&prepared, &pods, &bridges, context))),
        ("pairs", of(&PairsDocument::new(&prepared, &policy, None, context))),
        ("answered-by", of(&PairsDocument::new(&prepared, &policy, Some(&answerers), context))),
        ("coverage", of(&CoverageDocument::new(&prepared, &service, None, context))),
        ("windows", of(&WindowsDocument::new(&prepared, &windows, Some(2), &[], context))),
        ("pool", of(&PoolDocument::new(&opening, pool, context))),
        (
            "regions",
            of(&RegionsDocument::new(
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
            )),
        ),
    ];
    for candidate in candidates.members() {
        let judged = opening.candidate(candidate.schedule());
        pages.push(("fit", of(&FitDocument::new(candidate.name(), &judged, context))));
    }
    pages
}

/// Without ANSI colours.
pub(crate) fn stripped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain + rest
}
