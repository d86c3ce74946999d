//! Tables read back, with numbers derived by hand.

mod teams;

use teams::{THREE, horizon, page, team};
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::meeting::{MeetingOptions, Meetings};
use tzplan::{
    Horizon, Member, Plan, Pods, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone, coverage, overlap,
};
use tzplan_report::{
    Answerers, CheckDocument, Context, CoverageDocument, Detail, Document, Fault, FitDocument, GroupBy,
    MeetDocument, Meeting, Offset, PairsDocument, PlanDocument, PodsDocument, Pool, PoolDocument,
    WindowsDocument, YearDocument, ZoneCandidate, ZoneListDocument, ZonePlace, ZonesDocument,
};

/// A table does not say where it comes from.
const NOWHERE: Context<'_> =
    Context { source: "", tzdb: "", changes: &[], assumptions: &[], settings: &[], again: "" };

/// A table: its header, and rows of as many cells.
struct Table {
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    #[track_caller]
    fn read(text: &str) -> Self {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut records = reader.records().map(|record| record.expect("rows of one length"));
        let mut cells = || records.next().map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>());
        let header = cells().expect("a header");
        let snake_case =
            |name: &String| name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        assert!(header.iter().all(snake_case), "{header:?}");
        Self { header, rows: std::iter::from_fn(cells).collect() }
    }

    /// Some columns of every row.
    #[track_caller]
    fn columns(&self, names: &[&str]) -> Vec<Vec<&str>> {
        let place = |name: &&str| {
            self.header
                .iter()
                .position(|head| head == name)
                .unwrap_or_else(|| panic!("no {name} in {:?}", self.header))
        };
        let places: Vec<usize> = names.iter().map(place).collect();
        self.rows.iter().map(|row| places.iter().map(|place| &*row[*place]).collect()).collect()
    }
}

/// 9–17 each: Ana from 12 to 20 UTC all year, Ben from 8 to 16 in winter and 7 to 15 in summer, so that 12–16
/// and 12–15 are shared. Half an hour earlier and half an hour later make it 11:30–15:30.
#[test]
fn a_plan_has_a_row_for_each_season() {
    let three = team(&THREE);
    let prepared = PreparedTeam::new(&three, horizon("Europe/Berlin"));
    let plan = Plan::of(&prepared, &Policy::default());
    let table = Table::read(&page(|out| PlanDocument::new(&prepared, &plan, NOWHERE).csv(out)));
    let winter = ["240", "240", "yes", "no", "12:00-16:00 Mon-Fri", "13:00-17:00 Mon-Fri"];
    let summer = ["180", "240", "no", "no", "12:00-15:00 Mon-Fri", "14:00-17:00 Mon-Fri"];
    assert_eq!(
        table.columns(&[
            "overlap_minutes_a_day",
            "target_minutes_a_day",
            "meets",
            "drift",
            "windows_utc",
            "windows_home"
        ]),
        [winter, summer, winter]
    );
    assert_eq!(
        table.columns(&["first", "last", "days", "overlap_minutes_per_week", "workdays"]),
        [
            ["2026-11-23", "2027-03-27", "125", "1200", "5"],
            ["2027-03-28", "2027-10-30", "217", "900", "5"],
            ["2027-10-31", "2027-11-21", "22", "1200", "5"],
        ]
    );
    let all_year = ["overlap-with-shifts", "Ana -30; Ben +30"];
    assert_eq!(table.columns(&["model", "all_year_moves"]), [all_year; 3]);
    let asks = [
        "plan",
        "window_start_utc",
        "window_minutes",
        "affordable",
        "largest_shift_minutes",
        "burden",
        "moves",
    ];
    assert_eq!(
        table.columns(&asks),
        [[""; 7], ["window", "11:30", "240", "yes", "30", "1800", "Ana -30; Ben +30"], [""; 7]]
    );
    let year = Table::read(&page(|out| YearDocument::new(&prepared, &plan, NOWHERE).csv(out)));
    assert_eq!(year.header, table.header[..11]);
    assert_eq!(year.rows[1], table.rows[1][..11]);
}

/// New York and Berlin share 14:00–16:00 UTC in winter, and three hours on the drift weeks from 14 March to
/// 27 March and from 31 October to 6 November.
#[test]
fn drift_weeks_are_marked() {
    let two = team(&[("A", "Europe/Berlin", "9-17"), ("B", "America/New_York", "9-17")]);
    let prepared = PreparedTeam::new(&two, horizon("Europe/Berlin"));
    let plan = Plan::of(&prepared, &Policy::default());
    let table = Table::read(&page(|out| YearDocument::new(&prepared, &plan, NOWHERE).csv(out)));
    assert_eq!(
        table.columns(&["first", "drift", "overlap_minutes_a_day"]),
        [
            ["2026-11-23", "no", "120"],
            ["2027-03-14", "yes", "180"],
            ["2027-03-28", "no", "120"],
            ["2027-10-31", "yes", "180"],
            ["2027-11-07", "no", "120"],
        ]
    );
}

/// Tokyo and Singapore keep their clocks, an hour apart: 1–8 UTC. At home in Berlin that is 2–9, in summer
/// 3–10.
#[test]
fn a_home_clock_that_changes_is_dated() {
    let two = team(&[("Keiko", "Asia/Tokyo", "9-17"), ("Mei", "Asia/Singapore", "9-17")]);
    let prepared = PreparedTeam::new(&two, horizon("Europe/Berlin"));
    let plan = Plan::of(&prepared, &Policy::default());
    let table = Table::read(&page(|out| YearDocument::new(&prepared, &plan, NOWHERE).csv(out)));
    let home =
        "2026-11-23 02:00-09:00 Mon-Fri / 2027-03-28 03:00-10:00 Mon-Fri / 2027-10-31 02:00-09:00 Mon-Fri";
    assert_eq!(table.columns(&["windows_utc", "windows_home"]), [["01:00-08:00 Mon-Fri", home]]);
}

/// Ben works 8–16 UTC in winter, Chloé 9–17, and both change their clocks together: seven hours all year. An
/// eighth of Ben's questions waits up to an hour: 3:45 minutes on average, 36 at the 95th percentile. An
/// eighth of Chloé's waits for the next morning, 15 to 16 hours from Monday to Thursday (a tenth of all) and
/// 63 to 64 over the weekend, 65 when clocks go back: (4 × 930 + 3,810) / 5 / 8 = 188.25 minutes on average,
/// and 900 + 60 × 3/4 at the 95th percentile. Either of them is blocked for an hour of their own day down to
/// none.
#[test]
fn a_pair_shares_and_waits_both_ways() {
    let two = team(&[("Ben", "Europe/Berlin", "9-17"), ("Chloé", "Europe/London", "9-17")]);
    let prepared = PreparedTeam::new(&two, horizon("Europe/Berlin"));
    let table =
        Table::read(&page(|out| PairsDocument::new(&prepared, &Policy::default(), None, NOWHERE).csv(out)));
    let shared = ["a", "b", "meets", "least_minutes_per_week", "least_workdays", "least_minutes_a_day"];
    assert_eq!(
        table.columns(&shared),
        [
            ["Ben", "Chloé", "yes", "2100", "5", "420"],
            ["Ben", "", "", "", "", ""],
            ["Chloé", "", "", "", "", ""]
        ]
    );
    assert_eq!(table.columns(&["usual_minutes_a_day", "most_minutes_a_day"])[0], ["420", "420"]);
    let asks =
        ["a_asks_b_at_once_share", "a_asks_b_mean_minutes", "a_asks_b_p95_minutes", "a_asks_b_worst_minutes"];
    let asked =
        ["b_asks_a_at_once_share", "b_asks_a_mean_minutes", "b_asks_a_p95_minutes", "b_asks_a_worst_minutes"];
    let near = |found: &[&str], expected: [f64; 4]| {
        let found: Vec<f64> = found.iter().map(|cell| cell.parse().expect("a number")).collect();
        assert!(
            found.iter().zip(expected).all(|(found, expected)| (found - expected).abs() < 0.01),
            "{found:?}"
        );
    };
    near(&table.columns(&asks)[0], [0.875, 3.75, 36.0, 60.0]);
    near(&table.columns(&asked)[0], [0.875, 188.25, 945.0, 3900.0]);
    for (who, whom) in [("a", "b"), ("b", "a")] {
        let blocked =
            ["mean", "p95", "worst"].map(|figure| format!("{who}_blocked_by_{whom}_{figure}_minutes"));
        assert_eq!(table.columns(&blocked.each_ref().map(String::as_str))[0], ["3.75", "36", "60"]);
    }
    // Of two, anybody is the other.
    near(&table.columns(&asks)[1], [0.875, 3.75, 36.0, 60.0]);
    near(&table.columns(&asks)[2], [0.875, 188.25, 945.0, 3900.0]);
    // Only Ben answers: he has nobody to ask.
    let answerers = Answerers::new(Vec::new(), [0]);
    let table = Table::read(&page(|out| {
        PairsDocument::new(&prepared, &Policy::default(), Some(&answerers), NOWHERE).csv(out)
    }));
    assert_eq!(table.columns(&asks)[1], ["0", "", "", ""]);
    near(&table.columns(&asks)[2], [0.875, 188.25, 945.0, 3900.0]);
}

/// Berlin and London share seven hours; São Paulo at least three with Berlin and four with London, so that
/// each side shares three with all of the other. Tokyo shares an hour with Berlin at most.
#[test]
fn pods_have_a_row_for_each_member() {
    let two_more = [("Ada", "America/Sao_Paulo", "9-17"), ("Keiko", "Asia/Tokyo", "9-17")];
    let five = team(&[&THREE[..], &two_more].concat());
    let prepared = PreparedTeam::new(&five, horizon("Europe/Berlin"));
    let pods = Pods::of(&prepared, &Policy::default());
    let bridges = pods.bridges(&prepared, &Policy::default());
    let table = Table::read(&page(|out| PodsDocument::new(&prepared, &pods, &bridges, NOWHERE).csv(out)));
    assert_eq!(
        table.rows,
        [
            ["2", "Ana", "America/Sao_Paulo", "2", "2400", "5", "480", "1", "yes"],
            ["1", "Ben", "Europe/Berlin", "2", "2100", "5", "420", "2", "yes"],
            ["1", "Chloé", "Europe/London", "2", "2100", "5", "420", "2", "yes"],
            ["2", "Ada", "America/Sao_Paulo", "2", "2400", "5", "480", "1", "yes"],
            ["", "Keiko", "Asia/Tokyo", "1", "", "", "", "", "yes"],
        ]
    );
}

/// Monday 23 November 2026 in UTC: Ben is at work from 8 to 16, Chloé from 9 to 17.
#[test]
fn coverage_and_windows_are_dated_in_utc() {
    let mut two = Team::new();
    two.add(Member::new("Ben", Zone::iana("Europe/Berlin").expect("a zone")).team("=Support"));
    two.add(Member::new("Chloé", Zone::iana("Europe/London").expect("a zone")));
    let day = Horizon::of_days("2026-11-23".parse().expect("a date"), 1, Zone::UTC).expect("a day");
    let service = coverage::Service::around_the_clock();
    let prepared = PreparedTeam::new(&two, day);
    let coverage = |by| page(|out| CoverageDocument::new(&prepared, &service, by, NOWHERE).csv(out));
    let at = |hour: &str| format!("2026-11-23T{hour}:00:00Z");
    let (midnight, next) = (at("00"), "2026-11-24T00:00:00Z".to_owned());
    let expected = [
        [midnight.clone(), at("08"), "480".to_owned(), "0".to_owned()],
        [at("08"), at("09"), "60".to_owned(), "1".to_owned()],
        [at("09"), at("16"), "420".to_owned(), "2".to_owned()],
        [at("16"), at("17"), "60".to_owned(), "1".to_owned()],
        [at("17"), next.clone(), "420".to_owned(), "0".to_owned()],
    ];
    assert_eq!(Table::read(&coverage(None)).rows, expected);
    let table = Table::read(&coverage(Some(GroupBy::Team)));
    assert_eq!(table.columns(&["group"])[..5], [[""]; 5]);
    let of_ben = table.columns(&["start", "count", "group"]);
    let told =
        [[&*midnight, "0", "'=Support"], [&*at("08"), "1", "'=Support"], [&*at("16"), "0", "'=Support"]];
    assert_eq!(of_ben[5..], told);
    let windows = overlap::everyone(&prepared);
    let table =
        Table::read(&page(|out| WindowsDocument::new(&prepared, &windows, None, &[], NOWHERE).csv(out)));
    assert_eq!(table.rows, [[at("09"), at("16"), "420".to_owned()]]);
}

/// Lagos is an hour ahead of UTC all year: eight hours with Berlin in winter, seven in summer.
#[test]
fn a_candidate_has_a_row_for_each_teammate_and_season() {
    let mut one = team(&[("Ben", "Europe/Berlin", "9-17")]);
    one.add(Member::new("Max", Zone::iana("Asia/Tokyo").expect("a zone")).optional());
    let prepared = PreparedTeam::new(&one, horizon("Europe/Berlin"));
    let policy = Policy::default();
    let opening = Opening::new(&prepared, &policy);
    let schedule = Schedule::new(Zone::iana("Africa/Lagos").expect("a zone"), WeeklyHours::default());
    let table =
        Table::read(&page(|out| FitDocument::new("", &opening.candidate(&schedule), NOWHERE).csv(out)));
    assert_eq!(
        table.columns(&[
            "teammate",
            "required",
            "first",
            "overlap_minutes_per_week",
            "meets",
            "result",
            "shift_minutes"
        ]),
        [
            ["Ben", "yes", "2026-11-23", "2400", "yes", "fits", ""],
            ["Ben", "yes", "2027-03-28", "2100", "yes", "fits", ""],
            ["Ben", "yes", "2027-10-31", "2400", "yes", "fits", ""],
            ["Max", "no", "2026-11-23", "0", "no", "fits", ""],
        ]
    );
}

/// London's 9–17 is 9–12 in New York, an hour too little, but for the three weeks when it is 9–13.
#[test]
fn a_pool_says_shifts_in_minutes() {
    let two = team(&[("Nia", "America/New_York", "9-17"), ("Sam", "America/New_York", "9-17")]);
    let (prepared, policy) = (PreparedTeam::new(&two, horizon("America/New_York")), Policy::default());
    let opening = Opening::new(&prepared, &policy);
    let candidates = team(&[("Tom", "Europe/London", "9-17"), ("Bob", "America/Toronto", "9-17")]);
    let ranking = Ranking::of(&opening, &candidates, SortBy::Fit, None);
    let (results, row) = (ranking.results(), |place: usize| Some(place as u64 + 2));
    let pool = Pool {
        source: "",
        ranking: &ranking,
        sort: SortBy::Fit,
        results,
        profiles: 2,
        skipped: 0,
        row: &row,
    };
    let table = Table::read(&page(|out| PoolDocument::new(&opening, pool, NOWHERE).csv(out)));
    assert_eq!(
        table.columns(&[
            "rank",
            "name",
            "row",
            "zone",
            "result",
            "shift_minutes",
            "worst_overlap_sum_minutes"
        ]),
        [
            ["1", "Bob", "3", "America/Toronto", "fits", "", "960"],
            ["2", "Tom", "2", "Europe/London", "fits-with-shift", "60", "360"],
        ]
    );
}

/// Two days of 9–17 UTC: any hour within is clean; what comes first is the earliest.
#[test]
fn slots_are_ranked() {
    let two = team(&[("A", "Etc/UTC", "9-17"), ("B", "Etc/UTC", "9-17")]);
    let weeks = Horizon::of_days("2026-11-23".parse().expect("a date"), 28, Zone::UTC).expect("weeks");
    let prepared = PreparedTeam::new(&two, weeks);
    let meetings = Meetings::new(&prepared, &Policy::default(), &MeetingOptions::default());
    let slots = meetings.ranked();
    let meeting = Meeting { slots: &slots, listed: 1, detail: Detail::Listed, obstacles: None, changes: &[] };
    let table = Table::read(&page(|out| MeetDocument::new(&prepared, &meetings, meeting, NOWHERE).csv(out)));
    assert_eq!(
        table.rows,
        [[
            "1", "Mon", "", "09:00", "UTC", "60", "yes", "4", "", "0", "0", "0", "0", "0", "0", "0", "0",
            "0", "0", "0", "0"
        ]]
    );
}

#[test]
fn faults_have_their_places() {
    let fault = |place| Fault {
        code: "unknown-zone",
        severity: "error",
        file: "-team.csv",
        row: 3,
        place,
        column: place.map(|_| "zone"),
        value: "=1+1",
        message: "unknown zone `=1+1`",
        help: "write, or \"quote\"",
    };
    let faults = vec![fault(Some("line 3, column 5")), fault(None)];
    let check = CheckDocument {
        ok: false,
        tzdb: "2026e",
        faults,
        left_out: 0,
        assumptions: &[],
        settings: &[],
        members: 0,
        profiles: 0,
        source: "",
        rows: 2,
        sheet: None,
        errors: 2,
        labels: Vec::new(),
        unused_columns: Vec::new(),
        excerpts: &|_| String::new(),
    };
    let table = Table::read(&page(|out| check.csv(out)));
    let (message, help) = ("unknown zone `=1+1`", "write, or \"quote\"");
    let row =
        |place, column| ["error", "unknown-zone", "'-team.csv", "3", place, column, "'=1+1", message, help];
    assert_eq!(table.rows, [row("line 3, column 5", "zone"), row("", "")]);
}

#[test]
fn labels_have_offsets_or_candidates() {
    let date = |text: &str| text.parse().expect("a date");
    let mut answer = ZonesDocument {
        tzdb: "2026e",
        settings: &[],
        query: "Berlin",
        zone: Some("Europe/Berlin".to_owned()),
        how: "city",
        place: Some(ZonePlace { name: "Berlin, Germany", country: None, population: None }),
        note: None,
        help: None,
        candidates: Vec::new(),
        offsets: vec![Offset { first: date("2026-11-23"), last: date("2027-03-27"), minutes: 60 }],
    };
    let read = |answer: &ZonesDocument<'_>| Table::read(&page(|out| answer.csv(out))).rows;
    let berlin = ["Berlin", "city", "Europe/Berlin", "Berlin, Germany", "2026-11-23", "2027-03-27", "60", ""];
    assert_eq!(read(&answer), [berlin]);
    (answer.zone, answer.place, answer.how, answer.note) = (None, None, "unknown", Some("no".to_owned()));
    answer.offsets.clear();
    assert_eq!(read(&answer), [["Berlin", "unknown", "", "", "", "", "", "no"]]);
    answer.candidates = vec![ZoneCandidate { zone: "UTC".to_owned(), label: "@x".to_owned() }];
    assert_eq!(read(&answer), [["Berlin", "unknown", "UTC", "'@x", "", "", "", "no"]]);
    let list = ZoneListDocument { tzdb: "2026e", zones: vec!["UTC", "Asia/Tokyo"] };
    let list = Table::read(&page(|out| list.csv(out)));
    assert_eq!(
        (list.header, list.rows),
        (vec!["zone".to_owned()], vec![vec!["UTC".to_owned()], vec!["Asia/Tokyo".to_owned()]])
    );
}

/// What a spreadsheet would run, in every cell that holds a roster's string.
#[test]
fn no_name_is_a_formula() {
    for name in ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "a,\"b\"\n=c"] {
        let mut three = team(&[(name, "America/Sao_Paulo", "9-17"), (name, "Europe/Berlin", "9-17")]);
        three.add(Member::new(name, Zone::iana("Europe/London").expect("a zone")));
        let (prepared, policy) = (PreparedTeam::new(&three, horizon("UTC")), Policy::default());
        let (plan, pods) = (Plan::of(&prepared, &policy), Pods::of(&prepared, &policy));
        let bridges = pods.bridges(&prepared, &policy);
        let opening = Opening::new(&prepared, &policy);
        let schedule = Schedule::new(Zone::UTC, WeeklyHours::default());
        let mut candidates = Team::new();
        candidates.add(Member::new(name, Zone::UTC));
        let ranking = Ranking::of(&opening, &candidates, SortBy::Fit, None);
        let (results, row) = (ranking.results(), |_: usize| None);
        let pool = Pool {
            source: name,
            ranking: &ranking,
            sort: SortBy::Fit,
            results,
            profiles: 1,
            skipped: 0,
            row: &row,
        };
        for table in [
            page(|out| PlanDocument::new(&prepared, &plan, NOWHERE).csv(out)),
            page(|out| PairsDocument::new(&prepared, &policy, None, NOWHERE).csv(out)),
            page(|out| PodsDocument::new(&prepared, &pods, &bridges, NOWHERE).csv(out)),
            page(|out| FitDocument::new("", &opening.candidate(&schedule), NOWHERE).csv(out)),
            page(|out| PoolDocument::new(&opening, pool, NOWHERE).csv(out)),
        ] {
            let table = Table::read(&table);
            assert!(table.rows.iter().flatten().any(|cell| cell.contains(name)), "{name}");
            for cell in table.rows.iter().flatten().filter(|cell| cell.parse::<f64>().is_err()) {
                let first = cell.trim_start().chars().next();
                assert!(!matches!(first, Some('=' | '+' | '-' | '@' | '＝')), "{cell:?}");
            }
        }
    }
}
