//! Every page as Markdown, read back by an independent parser: what a roster says is text and nothing else.

mod document;
mod teams;

use document::Document;
use teams::{all_regions, big, horizon, page, team};
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::meeting::{MeetingOptions, Meetings};
use tzplan::{Member, Plan, Pods, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone, overlap};
use tzplan_report::{
    Answerers, Change, CheckDocument, ChosenBy, Context, CoverageDocument, Detail, ExampleDocument, Fault,
    FitDocument, Form, Inhabitants, MeetDocument, Meeting, PairsDocument, PlanDocument, PodsDocument, Pool,
    PoolDocument, ReadLabel, Regions, RegionsDocument, Shown, Who, WindowsDocument, YearDocument,
    ZoneCandidate, ZonesDocument, write,
};

/// Names that are something else in Markdown, in HTML, or to a site that shows either. As they are shown.
const NAMES: [&str; 44] = [
    "a|b",
    "|",
    "a\\|b",
    "\\",
    "a\\",
    "*a*",
    "**a**",
    "_a_",
    "__init__",
    "a_b_c",
    "~~a~~",
    "`a`",
    "``",
    "```",
    "~~~",
    "<script>alert(1)</script>",
    "<br>",
    "<!-- a",
    "&amp;",
    "&#124;",
    "&",
    "[x](javascript:alert(1))",
    "![](http://x.y/z)",
    "[^1]",
    "[x]",
    "[ ] a",
    "# a",
    "a #",
    "## a ##",
    "#12",
    "- a",
    "+ a",
    "* a",
    "1. a",
    "1) a",
    "---",
    "===",
    "> a",
    "@octocat",
    "ana@example.com",
    "https://example.com/?a=b&c=d",
    "www.example.com",
    "$a$",
    "`@a|b\\c`",
];

/// The page of every command about a team, with its strings wherever a page shows one.
fn pages(team: &Team, name: &str) -> Vec<(&'static str, String)> {
    let who = || Who { name: name.to_owned(), row: None };
    let changes = [
        Change::Move { who: who(), zone: "Europe/Lisbon".to_owned() },
        Change::Hours { who: who(), hours: "10-18".parse().expect("hours"), hours_on: None },
        Change::Without { who: who() },
        Change::Add {
            name: name.to_owned(),
            zone: "UTC".to_owned(),
            hours: WeeklyHours::default(),
            hours_on: None,
        },
        Change::Only { required: vec![who()] },
    ];
    let context = Context {
        source: name,
        tzdb: "2026e",
        changes: &changes,
        assumptions: &[],
        settings: &[],
        again: "",
    };
    let (prepared, policy) = (PreparedTeam::new(team, horizon("Europe/Berlin")), Policy::default());
    let plan = Plan::of(&prepared, &policy);
    let pods = Pods::of(&prepared, &policy);
    let bridges = pods.bridges(&prepared, &policy);
    let service = tzplan::coverage::Service::around_the_clock();
    let windows = overlap::everyone(&prepared);
    let chosen_by = vec![
        ChosenBy::Role { name: name.to_owned() },
        ChosenBy::Member(who()),
        ChosenBy::Team { name: name.to_owned() },
    ];
    let answerers = Answerers::new(chosen_by, [0, 1]);
    let opening = Opening::new(&prepared, &policy);
    let mut candidates = Team::new();
    candidates.add(Member::new(name, Zone::UTC));
    let ranking = Ranking::of(&opening, &candidates, SortBy::Fit, None);
    let (results, row) = (ranking.results(), |index: usize| Some(index as u64 + 2));
    let pool = Pool {
        source: name,
        ranking: &ranking,
        sort: SortBy::Fit,
        results,
        profiles: 1,
        skipped: 0,
        row: &row,
    };
    let schedule = Schedule::new(Zone::iana("Asia/Tokyo").expect("a zone"), WeeklyHours::default());
    let candidate = opening.candidate(&schedule);
    let regions = all_regions(&opening, &WeeklyHours::default());
    let people_of = |_: &[Zone]| Inhabitants { places: vec![name.to_owned()], ..Inhabitants::default() };
    let meetings = Meetings::new(&prepared, &policy, &MeetingOptions::default());
    let slots = meetings.ranked();
    let (obstacles, changes) = (meetings.obstacles(), meetings.changes());
    let meeting = Meeting {
        slots: &slots,
        listed: slots.len(),
        detail: Detail::Listed,
        obstacles: obstacles.as_ref(),
        changes: &changes,
    };
    let hours = WeeklyHours::default();
    let of = |document: &dyn tzplan_report::Document| page(|out| write(document, Form::Markdown, out));
    vec![
        ("plan", of(&PlanDocument::new(&prepared, &plan, context))),
        ("year", of(&YearDocument::new(&prepared, &plan, context))),
        ("pods", of(&PodsDocument::new(&prepared, &pods, &bridges, context))),
        ("pairs", of(&PairsDocument::new(&prepared, &policy, Some(&answerers), context))),
        ("coverage", of(&CoverageDocument::new(&prepared, &service, None, context))),
        ("windows", of(&WindowsDocument::new(&prepared, &windows, None, &[], context))),
        ("fit", of(&FitDocument::new(name, &candidate, context))),
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
                    people_of: &people_of,
                },
                context,
            )),
        ),
        ("meet", of(&MeetDocument::new(&prepared, &meetings, meeting, context))),
        ("check", of(&checked(name))),
        ("zones", of(&refused(name))),
        ("init", of(&ExampleDocument::new(name))),
    ]
}

fn checked(text: &str) -> CheckDocument<'_> {
    let fault = Fault {
        code: "unknown-zone",
        severity: "error",
        file: text,
        row: 3,
        place: Some(text),
        column: Some(text),
        value: text,
        message: text,
        help: text,
    };
    let label = ReadLabel { label: text, zone: "Europe/Berlin".to_owned(), how: "city", rows: 1 };
    CheckDocument {
        ok: false,
        tzdb: "2026e",
        faults: vec![fault],
        left_out: 2,
        assumptions: &[],
        settings: &[],
        members: 1,
        profiles: 1,
        source: text,
        rows: 2,
        sheet: Some(text),
        errors: 3,
        labels: vec![label],
        unused_columns: vec![text, text],
        excerpts: &|_| String::new(),
    }
}

fn refused(text: &str) -> ZonesDocument<'_> {
    ZonesDocument {
        tzdb: "2026e",
        settings: &[],
        query: text,
        zone: None,
        how: "ambiguous",
        place: None,
        note: Some(text.to_owned()),
        help: Some(text.to_owned()),
        candidates: vec![ZoneCandidate { zone: "Europe/Berlin".to_owned(), label: text.to_owned() }],
        offsets: Vec::new(),
    }
}

/// Two others make the name stand in sentences, tables and bars.
fn with_others(name: &str) -> Team {
    team(&[
        (name, "America/Sao_Paulo", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Zoë", "Asia/Tokyo", "9-17"),
    ])
}

#[test]
fn a_name_is_text_and_comes_back_unchanged() {
    for name in NAMES {
        for (command, markdown) in pages(&with_others(name), name) {
            let document = Document::read(&markdown);
            let shown = |text: &str| text.contains(name);
            let found = document.texts().chain(document.drawings.iter().map(String::as_str)).any(shown);
            assert!(found, "{command}: no {name} in\n{markdown}");
        }
    }
}

/// With as many columns in every row as the header has, a name that split its cell would push the figures on.
#[test]
fn a_name_in_a_cell_leaves_the_others_where_they_are() {
    let plain = pages(&with_others("Ana"), "Ana");
    for name in NAMES {
        for ((command, markdown), (_, plain)) in pages(&with_others(name), name).iter().zip(&plain) {
            let (found, expected) = (Document::read(markdown), Document::read(plain));
            let renamed = |cell: &str| cell.replace(name, "Ana");
            let found: Vec<String> = found.cells().map(renamed).collect();
            let expected: Vec<String> = expected.cells().map(|cell| cell.replace(name, "Ana")).collect();
            // How many places of a region are told depends on how long their names are.
            if *command != "regions" {
                assert_eq!(found, expected, "{command} of {name}");
            }
        }
    }
}

#[test]
fn names_stand_whole() {
    let long = format!("{}Wilhelmina", "Maximiliana Theodora ".repeat(30));
    for (command, markdown) in pages(&with_others(&long), &long) {
        let document = Document::read(&markdown);
        assert!(
            document
                .texts()
                .chain(document.drawings.iter().map(String::as_str))
                .any(|text| text.contains(&long)),
            "{command}"
        );
        // Places are not a roster's: as many of a region are told as are read at a glance.
        let is_cut = |line: &&str| command != "regions" && line.contains("Maxim") && line.contains("…");
        assert_eq!(document.texts().flat_map(str::lines).find(is_cut), None, "{command}");
    }
}

#[test]
fn what_steers_a_reader_is_gone() {
    let nasty = "a\u{202e}b\u{1b}[31mc\u{7}\u{2066}\u{feff}\r\n\n# d\u{200b}";
    for (command, markdown) in pages(&with_others(nasty), nasty) {
        Document::read(&markdown);
        // The example is the program's own; its text is given here to stand for it.
        let steers = |c: char| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{feff}' | '\u{200b}')
        };
        assert!(command == "init" || !markdown.contains(steers), "{command}: {}", markdown.escape_debug());
    }
}

#[test]
fn teams_of_every_kind_make_documents() {
    let mut teams = vec![Team::new(), team(&[("Ben", "Europe/Berlin", "9-17")]), big(3), big(25), big(70)];
    let mut nobody = Team::new();
    nobody.add(Member::new("", Zone::UTC).hours(WeeklyHours::new([])));
    nobody.add(Member::new("", Zone::fixed(345).expect("an offset")).optional());
    teams.push(nobody);
    for team in &teams {
        for (_, markdown) in pages(team, "Ana") {
            let document = Document::read(&markdown);
            assert!(markdown.ends_with('\n') && !markdown.contains("\n\n\n"), "{markdown}");
            assert!(document.tables.iter().all(|rows| rows[0].len() <= 21), "{markdown}");
            let widest =
                document.drawings.iter().flat_map(|drawing| drawing.lines()).map(|line| line.chars().count());
            assert!(widest.max().unwrap_or(0) <= 100, "{markdown}");
        }
    }
}

/// The figures of `three_people_overlap_with_shifts` in `text.rs`, where they are worked out.
#[test]
fn the_plan_has_its_parts() {
    let three = team(&teams::THREE);
    let prepared = PreparedTeam::new(&three, horizon("Europe/Berlin"));
    let plan = Plan::of(&prepared, &Policy::default());
    let document = Document::read(&page(|out| {
        write(&PlanDocument::new(&prepared, &plan, teams::context()), Form::Markdown, out)
    }));
    assert_eq!(
        document.headings[0],
        "OVERLAP, if Ana starts ½ h earlier and Ben ½ h later all year (target 4 h a day)"
    );
    assert_eq!(
        document.paragraphs[0],
        "team.csv · 3 people · 3 zones · 23 Nov 2026 – 21 Nov 2027 · Berlin time · tz database 2026e"
    );
    let [seasons] = &document.tables[..] else { panic!("one table") };
    assert_eq!(seasons[0], ["Season", "everyone", "Ana", "Ben", "Chloé", ""]);
    let summer =
        ["28 Mar – 30 Oct", "3 h", "09:00–12:00", "14:00–17:00", "13:00–16:00", "1 h less than the target"];
    assert_eq!(seasons[2], summer);
    assert_eq!(document.drawings.len(), 1);
    assert!(document.headings.iter().any(|text| text == "You could"), "{:?}", document.headings);
}
