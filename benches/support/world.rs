//! The mix that real files hold: everybody in the world by where people live, in teams of about eight around a
//! few hubs; night shifts, breaks, part-timers, weeks that begin on Sunday, two of a thousand on call around the
//! clock; names in many scripts. A million people keep some ten thousand schedules in 125,000 teams.
//!
//! Every field of a row is a hash of the seed, the field and the row: the same row whatever stands around it.

use std::fmt::Write as _;

use tzplan::{Team, Tzdb};
use tzplan_roster::places::{people_of, resolve};
use tzplan_roster::{ReadOptions, read};

/// How zones are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Labels {
    /// As ids.
    Ids,
    /// Fifteen of a hundred as a city and its country, eight as an offset, the rest as ids.
    Cities,
}

/// Start, end, and how many of a thousand keep these hours.
const HOURS: &[(&str, &str, u64)] = &[
    ("09:00", "17:00", 430),
    ("09:00", "18:00", 160),
    ("08:00", "17:00", 90),
    ("10:00", "18:00", 70),
    ("08:00", "16:00", 40),
    ("07:00", "15:00", 30),
    ("10:00", "19:00", 30),
    ("08:30", "17:15", 15),
    ("09:15", "17:45", 10),
    ("11:00", "23:00", 5),
    ("22:00", "06:00", 25),
    ("23:00", "07:00", 10),
    ("18:00", "02:00", 10),
    ("16:00", "00:00", 5),
    ("09:00", "13:00", 20),
    ("13:00", "17:00", 15),
    ("09:00", "12:00", 5),
    ("08:00;16:00", "12:00;20:00", 15),
    ("09:00;14:00", "13:00;18:00", 10),
    ("09:00;20:00", "15:00;22:30", 3),
    ("00:00", "24:00", 2),
];

/// Countries whose week is not Monday to Friday.
const WEEKS: &[(&str, &[&str])] = &[
    (
        "Sun-Thu",
        &["BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "OM", "PS", "QA", "SA", "SD", "SY", "YE"],
    ),
    ("Sat-Wed", &["IR"]),
    ("Sat-Thu", &["AF"]),
    ("Sun-Fri", &["NP"]),
];

/// Days that people keep beside their country's week, and how many of a thousand.
const OWN_WEEKS: &[(&str, u64)] = &[("Mon-Thu", 30), ("Mon-Sat", 15), ("\"Sat,Sun\"", 10), ("Fri-Tue", 5)];

const ROLES: &[&str] = &["engineer", "engineer", "senior engineer", "designer", "support", "qa", "manager"];
const GIVEN: &[&str] = &[
    "Ana",
    "Wei",
    "Fatima",
    "José",
    "Priya",
    "Kofi",
    "Zoë",
    "Chioma",
    "Léa",
    "Bảo",
    "Siân",
    "Tomás",
    "Paweł",
    "Ингрид",
    "Δήμητρα",
    "美咲",
    "김",
    "نور",
];
const FAMILY: &[&str] = &[
    "Silva",
    "Chen",
    "Müller",
    "García",
    "Okafor",
    "Novák",
    "O'Brien",
    "Singh",
    "Kowalski",
    "Pérez",
    "Şahin",
    "van-Dijk",
    "王",
    "佐藤",
    "Παπαδόπουλος",
];

/// A zone with people.
struct Home {
    id: &'static str,
    /// The week that is usual there.
    week: &'static str,
    /// Its largest city and the country, in quotes; the id where that is not read as this zone.
    city: String,
    /// The people of all zones up to this one.
    people_until: u64,
}

/// A roster of this many people as the bytes of a file: name, e-mail, team, role, zone, start, end, days.
pub fn csv(people: usize, seed: u64, labels: Labels) -> Vec<u8> {
    let homes = homes();
    let everybody = homes.last().expect("zones with people").people_until;
    let home = |draw: u64| &homes[homes.partition_point(|home| home.people_until <= draw % everybody)];
    let teams = (people as u64 / 8).max(1);
    let mut text = String::from("name,email,team,role,timezone,start,end,days\n");
    for row in 0..people as u64 {
        let draw = |field: u64| hash(seed, field, row);
        let team = draw(1) % teams;
        let hub = draw(3) % (1 + hash(seed, 2, team) % 4);
        let at_hub = draw(4) % 10 < 7;
        let home = home(if at_hub { hash(seed, 5, team * 8 + hub) } else { draw(6) });
        let (start, end, _) =
            HOURS[weighted(draw(7) % 1000, HOURS.iter().map(|hours| hours.2)).expect("of 1000")];
        let own = weighted(draw(8) % 1000, OWN_WEEKS.iter().map(|week| week.1));
        let days = match (end, own) {
            ("24:00", _) => "Mon-Sun",
            (_, Some(place)) => OWN_WEEKS[place].0,
            (_, None) => home.week,
        };
        let zone: &str = match (labels, draw(12) % 100) {
            (Labels::Cities, 0..15) => &home.city,
            (Labels::Cities, 15..23) => ["UTC+1", "UTC+5:30", "UTC-5", "UTC+8"][draw(13) as usize % 4],
            _ => home.id,
        };
        let (given, family) = (pick(GIVEN, draw(9)), pick(FAMILY, draw(10)));
        let role = pick(ROLES, draw(11));
        let _ = writeln!(
            text,
            "{given} {family} {row},u{row}@example.com,team-{team},{role},{zone},{start},{end},{days}"
        );
    }
    text.into_bytes()
}

/// The same as a team.
pub fn team(people: usize, seed: u64) -> Team {
    let bytes = csv(people, seed, Labels::Ids);
    let roster = read("world.csv", &bytes[..], Tzdb::bundled(), &ReadOptions::default());
    let roster = roster.expect("bytes in memory");
    assert!(roster.is_ok());
    roster.team
}

fn homes() -> Vec<Home> {
    let mut until = 0;
    let of_zone = |id: &'static str| {
        let people = people_of(&[id], 1);
        let (country, _) = people.country?;
        until += people.population;
        let own = WEEKS.iter().find(|(_, countries)| countries.contains(&country));
        let week = own.map_or("Mon-Fri", |(week, _)| week);
        let city = format!("{}, {country}", people.places.first()?);
        let is_read = resolve(Tzdb::bundled(), &city).is_ok_and(|found| found.zone.name() == id);
        let city = if is_read { format!("\"{city}\"") } else { id.to_owned() };
        Some(Home { id, week, city, people_until: until })
    };
    Tzdb::bundled().ids().filter_map(of_zone).collect()
}

fn pick(list: &'static [&'static str], draw: u64) -> &'static str {
    list[(draw % list.len() as u64) as usize]
}

/// The place of the first weight that a number falls into.
fn weighted(mut draw: u64, weights: impl Iterator<Item = u64>) -> Option<usize> {
    for (place, weight) in weights.enumerate() {
        match draw.checked_sub(weight) {
            Some(rest) => draw = rest,
            None => return Some(place),
        }
    }
    None
}

/// splitmix64 of a seed, a field and a row.
fn hash(seed: u64, field: u64, row: u64) -> u64 {
    let key =
        seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(field.wrapping_mul(0xd1b5_4a32_d192_ed03));
    let mut z = row.wrapping_add(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
