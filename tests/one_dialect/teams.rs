//! Teams with something of everything that documents show.

use tzplan::team::Stay;
use tzplan::{DateRange, Holidays, Horizon, Member, Policy, PreparedTeam, Team, Zone};

use crate::support::date;

/// A team, the policy that it is judged by, and who may join it.
pub struct Case {
    pub what: String,
    pub prepared: PreparedTeam,
    pub policy: Policy,
    pub candidates: Team,
}

fn zone(id: &str) -> Zone {
    Zone::iana(id).expect("a zone")
}

fn member(name: &str, id: &str, hours: &str) -> Member {
    Member::new(name, zone(id)).hours(hours.parse().expect("hours"))
}

fn stay(first: &str, last: chrono::NaiveDate) -> DateRange {
    DateRange::new(date(first), last).expect("dates")
}

fn case(what: &str, people: impl IntoIterator<Item = Member>) -> Case {
    let mut team = Team::new();
    people.into_iter().for_each(|person| {
        team.add(person);
    });
    let year = Horizon::year(date("2026-11-23"), zone("Europe/Berlin")).expect("a year");
    let prepared = PreparedTeam::new(&team, year);
    Case { what: what.to_owned(), prepared, policy: Policy::default(), candidates: candidates() }
}

/// Near, in between, far, with some flex, at night, on another clock, with two posts, and never at work.
pub fn candidates() -> Team {
    let mut pool = Team::new();
    let diwali = Holidays::new([(date("2027-10-29"), "Diwali")]);
    for one in [
        member("Near", "Europe/Madrid", "9-17"),
        member("Between", "America/New_York", "9-17").place("Boston"),
        member("Late", "Europe/Berlin", "11-19"),
        member("Far", "Asia/Tokyo", "9-17"),
        member("Nightly", "Asia/Tokyo", "16-24"),
        member("Abroad", "Asia/Kolkata", "13-21").hours_on(Zone::UTC).holidays(&diwali),
        member("Both", "America/Lima", "9-13").also(zone("Europe/Berlin"), "20-22".parse().expect("hours")),
    ] {
        pool.add(one);
    }
    pool
}

pub fn all() -> Vec<Case> {
    let days = ["2026-12-21", "2026-12-22", "2026-12-23", "2026-12-24", "2026-12-25"].map(date);
    let christmas = Holidays::new(days.map(|day| (day, "Winter break")));
    vec![
        case("nobody", []),
        case(
            "overlap, with part-timers, twins and somebody optional",
            [
                member("Ana", "Europe/Lisbon", "9-17").holidays(&christmas),
                member("Ben", "Europe/Berlin", "9-17"),
                member("Bea", "Europe/Berlin", "9-17"),
                member("Cem", "Europe/Istanbul", "Mon-Thu 9-17"),
                member("Oto", "Asia/Tokyo", "9-17").optional(),
            ],
        ),
        case(
            "overlap with shifts, days off and hours on another clock",
            [
                member("Ana", "America/Sao_Paulo", "9-17").days_off([date("2026-12-25"), date("2027-01-04")]),
                member("Ben", "Europe/Berlin", "9-17").holidays(&christmas),
                member("Chloé", "Europe/London", "9-17"),
                member("Udo", "Africa/Lagos", "9-17").hours_on(Zone::UTC).flex(tzplan::Minutes(60)),
            ],
        ),
        case(
            "pods with a bridge, somebody isolated, and stays",
            [
                member("Lee", "America/Los_Angeles", "9-17").role("night desk"),
                member("Liz", "America/Los_Angeles", "9-17"),
                member("Nia", "America/New_York", "9-17"),
                member("Ben", "Europe/Berlin", "9-17")
                    .role("desk")
                    .stay(zone("Asia/Tokyo"), stay("2027-02-01", date("2027-02-14"))),
                member("Bea", "Europe/Berlin", "9-17"),
                member("Ida", "Europe/Rome", "8-16")
                    .role("desk")
                    .stay(zone("America/Lima"), stay("2027-03-01", date("2027-06-30")))
                    .stay(zone("Europe/Madrid"), stay("2027-09-01", Stay::FOR_GOOD)),
                member("Tae", "Asia/Seoul", "9-17"),
                member("Opa", "Europe/Berlin", "13-17").optional(),
            ],
        ),
        case(
            "async, in a trap",
            [
                member("Ben", "Europe/Berlin", "9-17"),
                member("Yui", "Asia/Tokyo", "9-17").days_off([date("2027-01-01")]),
            ],
        ),
        case(
            "async, with peers",
            [
                member("Ben", "Europe/Berlin", "9-17"),
                member("Lea", "Europe/London", "9-17"),
                member("Yui", "Asia/Tokyo", "9-17"),
                member("Kai", "Pacific/Honolulu", "9-17"),
                member("Ida", "America/Bogota", "9-17"),
            ],
        ),
        case(
            "a gap that turns bridge",
            [member("Ben", "Europe/Berlin", "8-15"), member("Nia", "America/New_York", "10-18")],
        ),
        case(
            "drift weeks",
            [
                member("Ben", "Europe/Berlin", "13-21"),
                member("Nia", "America/New_York", "9-17").place("Boston"),
            ],
        ),
        case(
            "nights",
            [
                member("Ada", "Europe/Berlin", "9-17"),
                member("Raj", "Asia/Kolkata", "18-02"),
                member("Sam", "America/Chicago", "Mon-Thu 2-10; Fri 2-6"),
            ],
        ),
        case(
            "never at work",
            [member("Ada", "Europe/Berlin", "9-17"), member("Nil", "Europe/Berlin", "none")],
        ),
    ]
}
