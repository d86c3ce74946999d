//! What the pages about candidates, pools and regions say, with numbers derived by hand.

mod teams;

use teams::{THREE, all_regions, context, horizon, page, says, team};
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::{Member, Minutes, Policy, PreparedTeam, Schedule, Team, WeeklyHours, Zone};
use tzplan_report::text::Style;
use tzplan_report::{
    Document, FitDocument, Form, Inhabitants, Pool, PoolDocument, Regions, RegionsDocument, Shown, write,
};
use unicode_width::UnicodeWidthStr;

const NEW_YORK: [(&str, &str, &str); 2] =
    [("Nia", "America/New_York", "9-17"), ("Sam", "America/New_York", "9-17")];

fn printed(document: &dyn Document, width: usize) -> String {
    let form = Form::Text(Style { width, color: false });
    page(|out| write(document, form, out))
}

fn zone(id: &str) -> Zone {
    Zone::iana(id).expect("a zone")
}

fn schedule(id: &str, hours: &str) -> Schedule {
    Schedule::new(zone(id), hours.parse().expect("hours"))
}

fn fit_of(team: &Team, policy: &Policy, name: &str, schedule: &Schedule, width: usize) -> String {
    let prepared = PreparedTeam::new(team, horizon("Europe/Berlin"));
    let opening = Opening::new(&prepared, policy);
    let candidate = opening.candidate(schedule);
    printed(&FitDocument::new(name, &candidate, context()), width)
}

fn fit(rows: &[(&str, &str, &str)], (name, id, hours): (&str, &str, &str)) -> String {
    fit_of(&team(rows), &Policy::default(), name, &schedule(id, hours), 80)
}

/// Tokyo's 9–17 is 0–8 UTC. Berlin's is 8–16 (7–15 in summer), London's 9–17 (8–16), São Paulo's 12–20:
/// nothing, but an hour with Berlin in summer. Four hours with all would start at São Paulo's 11:30, where
/// Ana is asked to, and end at 15:30: 7:30 later, 16:30–00:30 in Tokyo, of which 22–00:30 is night, two and a
/// half hours on five days. Nobody is at work at 0–8 UTC in winter, nor at 0–7 in summer: 40 h and 35 h a
/// week.
#[test]
fn a_trap_is_spelled_out() {
    let text = fit(&THREE, ("Keiko", "Asia/Tokyo", "9-17"));
    says(
        &text,
        &[
            "team.csv · 3 people · 3 zones",
            "FITS ASYNC ONLY: works with none of 3 target 4 h a day",
            "Keiko in Tokyo, 09:00–17:00 Mon–Fri, shares too little with all 3 teammates: nothing with Ana and \
             Chloé; at most 1 h a day with Ben. That is up to 4 h a day less than the target.",
            "The team would go from OVERLAP with shifts to HYBRID: everyone would share nothing, where now it is \
             3 h a day or more.",
            "Work with Ana, Chloé and Ben would have to be async.",
            "Shift trap: to fit would mean working 16:30–00:30 +1 Mon–Fri in Tokyo, 7½ h later than stated (2 h at most \
             may be asked), 12½ h a week of it at night.",
            "Ben nothing in winter and 1 h a day in summer 4 h less than the target (28 Mar – 30 Oct)",
            "Chloé nothing 4 h less than the target",
            "now 4 h a day in winter and 3 h in summer (28 Mar – 30 Oct)",
            "with Keiko never",
            "Coverage Gains 40 h a week that nobody covers now, 35 h from 28 Mar to 30 Oct.",
        ],
    );
}

/// Lima (−05:00) keeps New York's winter clock: 8 h, and 7 h in New York's summer, 14 March to 6 November. An
/// hour a day, 17–18 in New York, is new then.
#[test]
fn a_fit_says_what_is_shared_with_whom() {
    let text = fit(&NEW_YORK, ("Rosa", "America/Lima", "9-17"));
    says(
        &text,
        &[
            "FITS: works with 2 of 2 target 4 h a day",
            "Rosa in Lima, 09:00–17:00 Mon–Fri, shares 7 h a day or more with both teammates.",
            "The team stays OVERLAP: everyone shares 7 h a day or more, now 8 h.",
            "now 8 h a day all year",
            "with Rosa 8 h a day, 7 h from 14 Mar to 6 Nov",
            "Gains 5 h a week that nobody covers now, from 14 Mar to 6 Nov; otherwise none.",
        ],
    );
    assert!(!text.contains("less than"), "{text}");
}

/// Berlin's 9–17 is 8–16 UTC in winter, 7–15 in summer. Lagos (UTC+1 all year) at 13–21 is 12–20 UTC: 4 h and
/// 3 h, so that an hour earlier makes four all year.
#[test]
fn a_shift_names_the_hours_it_leads_to() {
    let text = fit(&[("Ben", "Europe/Berlin", "9-17")], ("Ngozi", "Africa/Lagos", "13-21"));
    says(
        &text,
        &[
            "FITS WITH A SHIFT of 1 h: works with none of 1 at the hours stated target 4 h a day",
            "Ngozi in Lagos, 13:00–21:00 Mon–Fri, shares 3 h to 4 h a day with Ben: 1 h a day less than the target.",
            "Starting 1 h earlier all year makes it fit: own hours 12:00–20:00 Mon–Fri in Lagos.",
            "Ben 4 h a day in winter and 3 h in summer 1 h less than the target (28 Mar – 30 Oct)",
            "Ngozi asking Ben is blocked",
        ],
    );
    assert!(!text.contains("Everyone together"), "{text}");
}

/// Chloé and Ben share 7 h. Lagos, at 8–16 UTC all year, shares 7 h or 8 h with each and nothing with Tokyo's
/// 0–8.
#[test]
fn a_hybrid_team_names_the_pod() {
    let rows = [
        ("Ben", "Europe/Berlin", "9-17"),
        ("Chloé", "Europe/London", "9-17"),
        ("Keiko", "Asia/Tokyo", "9-17"),
    ];
    let text = fit(&rows, ("Ngozi", "Africa/Lagos", "9-17"));
    says(
        &text,
        &[
            "FITS: works with 2 of 3 (pod 1) target",
            "Ngozi in Lagos, 09:00–17:00 Mon–Fri, can join pod 1 (Ben and Chloé): the target is met with all of it.",
            "That is why it is a yes: a pod works together, and in writing with everybody else. The other teammate is not in that pod; Ngozi shares nothing with Keiko: 4 h a day less than the target.",
            "The team stays HYBRID (3 of 4 people in a pod, now 2 of 3).",
        ],
    );
    // 14–22 UTC in Lima: nothing with Tokyo, 2 h and 3 h in Europe's winter, an hour less in its summer.
    let text = fit(&rows, ("Rosa", "America/Lima", "9-17"));
    says(
        &text,
        &[
            "FITS ASYNC ONLY",
            "nothing with Keiko; 1 h to 2 h a day with Ben; 2 h to 3 h a day with Chloé.",
            "With the team's pod as a whole the target is not met.",
            "Rosa shares an hour a day or more with all of pod 1 (Ben and Chloé) all year.",
            "The team would stay HYBRID (2 of 4 people in a pod, now 2 of 3).",
        ],
    );
}

/// Mia, Ben and Luz share an hour or nothing in twos. Dubai's Sunday to Thursday 9–17 is 5–13 UTC: 5 h (6 h)
/// with Berlin on four days of five, 4:00 (4:48).
#[test]
fn an_async_team_gets_better() {
    let rows = [
        ("Mia", "Pacific/Auckland", "9-17"),
        ("Ben", "Europe/Berlin", "9-17"),
        ("Luz", "America/Lima", "9-17"),
    ];
    says(
        &fit(&rows, ("Tariq", "Asia/Dubai", "Sun-Thu 9-17")),
        &[
            "Tariq in Dubai, 09:00–17:00 Sun–Thu, takes the team from ASYNC to HYBRID.",
            "The target is met with Ben.",
            "Tariq shares nothing with Mia and Luz: 4 h a day less than the target.",
            "Ben 5 h on Mon–Thu in winter and 6 h on Mon–Thu target met in summer (28 Mar – 30 Oct)",
        ],
    );
}

/// Lagos at 9–17 is 8–16 UTC all year, São Paulo 12–20: 12–16 together. 8–12 and 16–20 UTC share four hours
/// with each of them and none with both. Nobody may be moved.
#[test]
fn pair_by_pair_is_not_everyone() {
    let rows = [("Ada", "Africa/Lagos", "9-17"), ("Ana", "America/Sao_Paulo", "9-17")];
    let policy = Policy::default().with_max_shift(Minutes::ZERO).expect("a policy");
    let text = fit_of(&team(&rows), &policy, "Zoe", &schedule("UTC", "8-12,16-20"), 80);
    says(
        &text,
        &[
            "FITS ASYNC ONLY",
            "Zoe in UTC, 08:00–12:00, 16:00–20:00 Mon–Fri, shares 4 h a day with both teammates.",
            "The team would go from OVERLAP to",
            "everyone would share nothing, where now it is 4 h a day or more.",
            "With each teammate alone the target is met; with all of them at once it is not",
        ],
    );
}

/// Three hours on three days are all in Berlin's 9–17: all that such short days allow.
#[test]
fn short_days_are_held_to_what_they_allow() {
    let ben = [("Ben", "Europe/Berlin", "9-17")];
    says(
        &fit(&ben, ("Eva", "Europe/Berlin", "Mon-Wed 9-12")),
        &[
            "FITS",
            "shares 3 h a day with Ben: all that is asked of such short days.",
            "3 h a day on Mon–Wed all year target met",
        ],
    );
    says(
        &fit(&ben, ("Eva", "Europe/Berlin", "Mon-Wed 7-10")),
        &["shares 1 h a day with Ben: 2 h a day less than the 3 h asked of such short days."],
    );
}

/// 11–15 in Bangkok is 4–8 UTC. Ben's 9–13 in Lagos is 8–12 UTC, 15–19 in Bangkok: four hours later. The
/// policy asks up to six hours of anybody, but not one outside 07:00–18:00 that was not outside before. Ben's
/// day does not move.
#[test]
fn a_trap_may_be_one_of_reasonable_hours() {
    let reasonable = "7-18".parse().expect("a range");
    let policy = Policy::default().with_reasonable(reasonable).with_max_shift(Minutes::hours(6));
    let mut lagos = Team::new();
    let ben = Member::new("Ben", zone("Africa/Lagos")).hours("9-13".parse().expect("hours"));
    lagos.add(ben.flex(Minutes::ZERO));
    let text = fit_of(&lagos, &policy.expect("a policy"), "Niran", &schedule("Asia/Bangkok", "11-15"), 80);
    says(
        &text,
        &[
            "Shift trap: to fit would mean working 15:00–19:00 Mon–Fri in Bangkok, 4 h later than stated (further \
             out of 07:00–18:00 than may be asked), none of it at night.",
        ],
    );
}

/// 3–11 in New York is 9–17 in Berlin, but 8–16 for three weeks: 7 h with 10–18 in Berlin, then 6 h.
#[test]
fn grace_days_are_said() {
    let policy =
        Policy::default().with_target(Minutes::hours(7)).and_then(|policy| policy.with_grace_days(21));
    let team = team(&[("Ben", "Europe/Berlin", "10-18")]);
    let nia = schedule("America/New_York", "3-11");
    let text = fit_of(&team, &policy.expect("a policy"), "Nia", &nia, 80);
    says(
        &text,
        &[
            "FITS, with 15 h a week at night: works with 1 of 1 target 7 h a day",
            "shares 6 h a day or more with Ben: the target is met but for days of grace.",
            "Ben 7 h a day, 6 h from 1 h less than the target (grace) 14 Mar to 27 Mar and from 31 Oct to 6 Nov",
        ],
    );
}

#[test]
fn nobody_and_nothing_are_answers() {
    let alone = fit(&[], ("", "Asia/Tokyo", "9-17"));
    says(&alone, &["FITS", "The candidate would be the first: nobody is on the team to share hours with."]);
    let ben = team(&[("Ben", "Europe/Berlin", "9-17")]);
    let idle = Schedule::new(zone("Asia/Tokyo"), WeeklyHours::new([]));
    let text = fit_of(&ben, &Policy::default(), "Keiko", &idle, 80);
    says(&text, &["FITS ASYNC ONLY", "Keiko has no working hours."]);
    let of_idle = {
        let mut team = Team::new();
        team.add(Member::new("Ben", zone("Europe/Berlin")).hours(WeeklyHours::new([])));
        fit_of(&team, &Policy::default(), "Keiko", &schedule("Asia/Tokyo", "9-17"), 80)
    };
    says(&of_idle, &["Keiko in Tokyo, 09:00–17:00 Mon–Fri, shares nothing with Ben"]);
}

#[test]
fn optional_teammates_come_last_and_are_marked() {
    let mut all = Team::new();
    all.add(Member::new("Keiko", zone("Asia/Tokyo")).optional());
    all.add(Member::new("Ben", zone("Europe/Berlin")));
    let lagos = schedule("Africa/Lagos", "9-17");
    let text = fit_of(&all, &Policy::default(), "Ngozi", &lagos, 80);
    says(&text, &["FITS", "with Ben.", "Keiko (optional) nothing 4 h less than the target"]);
    let place = |name: &str| text.find(name).expect("a row");
    assert!(place("\n  Ben ") < place("\n  Keiko (optional) "), "{text}");
    let mut optional = Team::new();
    optional.add(Member::new("Ben", zone("Europe/Berlin")).optional());
    optional.add(Member::new("Eva", zone("Europe/Paris")).optional());
    let text = fit_of(&optional, &Policy::default(), "Ngozi", &lagos, 80);
    says(&text, &["FITS", "shares 7 h a day or more with both teammates."]);
}

#[test]
fn hours_in_two_places_are_told_with_their_places() {
    let both = schedule("Europe/Berlin", "9-12").union(&schedule("America/New_York", "9-12"));
    let text = fit_of(&team(&THREE), &Policy::default(), "Zoe", &both, 80);
    says(&text, &["Zoe, 09:00–12:00 Mon–Fri in Berlin and 09:00–12:00 Mon–Fri in New York, shares"]);
}

#[test]
fn a_big_team_is_capped_worst_first() {
    let team = teams::big(5_000);
    let text = fit_of(&team, &Policy::default(), "Keiko", &schedule("Asia/Tokyo", "9-17"), 80);
    // Words and tables take fewer than 70 lines; the picture of the day at most 20 more: eight
    // schedules, their pods, the candidate and the legend.
    let picture = text.lines().filter(|line| line.contains(['▒', '█', '░'])).count();
    assert!(picture <= 20, "{picture} lines of a picture");
    assert!(text.lines().count() < 90, "{} lines", text.lines().count());
    says(&text, &["at the hours stated, the least first", "more people (all in --format json)"]);
}

fn pool_of(candidates: &Team, most: Option<usize>, skipped: usize, width: usize) -> String {
    let (team, policy) = (team(&NEW_YORK), Policy::default());
    let prepared = PreparedTeam::new(&team, horizon("America/New_York"));
    let opening = Opening::new(&prepared, &policy);
    let ranking = Ranking::of(&opening, candidates, SortBy::Fit, most);
    let row = |index: usize| Some(index as u64 + 2);
    let (results, profiles) = (ranking.results(), ranking.judged());
    let pool = Pool {
        source: "pool.csv",
        ranking: &ranking,
        sort: SortBy::Fit,
        results,
        profiles,
        skipped,
        row: &row,
    };
    printed(&PoolDocument::new(&opening, pool, context()), width)
}

/// Lima shares 8 h, and 7 h in summer, with each of the two. London's 9–17 is 9–12 in New York but for the
/// three weeks when it is 9–13: 3 h with each, an hour too little. Tokyo shares nothing.
#[test]
fn a_pool_is_ranked() {
    let pool = team(&[
        ("Kei", "Asia/Tokyo", "9-17"),
        ("", "America/Lima", "9-17"),
        ("Tom", "Europe/London", "9-17"),
        ("Bob", "America/Toronto", "9-17"),
        ("Luz", "America/Lima", "9-17"),
    ]);
    let text = pool_of(&pool, None, 2, 80);
    says(
        &text,
        &[
            "3 FIT, 1 WITH A SHIFT, 1 ASYNC ONLY target 4 h a day",
            "5 candidates in pool.csv with 4 different schedules; the best first.",
            "2 rows with faults were skipped.",
            "1 Bob Toronto fits 2 of 2 enough with everyone",
            "2 row 3 Lima fits 2 of 2 enough with everyone",
            "3 Luz Lima fits 2 of 2 enough with everyone",
            "4 Tom London fits 1 h later 0 of 2 enough with everyone",
            "5 Kei Tokyo async only 0 of 2 too little with 2 of 2",
        ],
    );
    let text = pool_of(&pool, Some(2), 0, 80);
    says(&text, &["… and 3 more candidates, of whom 1 ranks equal to row 3 (a larger --top lists more)"]);
    assert!(!text.contains("skipped") && !text.contains("Luz"), "{text}");
    says(
        &pool_of(&Team::new(), None, 1, 60),
        &["There are no candidates in pool.csv.", "1 row with faults was"],
    );
}

#[test]
fn a_pool_lists_fifty_and_counts_the_rest() {
    let text = pool_of(&teams::big(5_000), None, 0, 100);
    // Fewer than 70 lines, but for the steps and the day of the first three.
    assert!(text.lines().count() < 100, "{} lines", text.lines().count());
    says(&text, &["50 Member", "… and 4,950 more candidates"]);
}

fn regions_of(rows: &[(&str, &str, &str)], width: usize) -> String {
    let (team, policy) = (team(rows), Policy::default());
    let prepared = PreparedTeam::new(&team, horizon("America/New_York"));
    let opening = Opening::new(&prepared, &policy);
    let regions = all_regions(&opening, &WeeklyHours::default());
    let hours = WeeklyHours::default();
    printed(
        &RegionsDocument::new(
            &opening,
            Regions {
                hours: &hours,
                hours_on: None,
                regions: &regions,
                sort: SortBy::Fit,
                shown: Shown::Populous,
                people_of: &|_| Inhabitants::default(),
            },
            context(),
        ),
        width,
    )
}

/// Newfoundland is an hour and a half ahead of New York all year: 6:30 with each of two. The Marquesas are
/// 4:30 h behind in winter and 5:30 h in summer: 2:30 h, and four when they start 1:30 h earlier.
#[test]
fn regions_stand_in_three_bands() {
    let text = regions_of(&NEW_YORK, 100);
    says(
        &text,
        &[
            "For somebody working 09:00–17:00 Mon–Fri on their own clock.",
            "Natural overlap where shared works with clock",
            "St Johns 6½ h 2 of 2 UTC−3:30, UTC−2:30 from 14 Mar to 6 Nov",
            "Overlap with an affordable shift where shared works with shift clock",
            "Marquesas 2½ h 0 of 2 1½ h earlier",
            "Async only where shared works with clock",
            "more regions (--all shows all)",
        ],
    );
    assert!(!text.contains("Etc/") && !text.contains("EST5EDT"), "{text}");
    for width in [60, 70, 80, 120] {
        let text = regions_of(&NEW_YORK, width);
        let shift = text.split("affordable shift").nth(1).and_then(|band| band.split("Async").next());
        let band = shift.expect("a band");
        assert!(band.contains("Abidjan") && !band.contains('…'), "{width}\n{band}");
        assert!(text.lines().all(|line| line.width() <= width), "{text}");
    }
}
