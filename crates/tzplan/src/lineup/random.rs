//! Teams drawn at random for tests, the same in every run.

use crate::lineup::Joining;
use crate::season::Newcomer;
use crate::{Horizon, Member, Minutes, PreparedTeam, Schedule, Team, Zone};

const ZONES: [&str; 10] = [
    "Europe/Berlin",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Kiritimati",
    "America/Sao_Paulo",
];
const HOURS: [&str; 8] = [
    "9-17 Mon-Fri",
    "10-14 Mon-Fri",
    "8-18 Mon-Thu",
    "9-12,13-17 Mon-Fri",
    "22-06 Sun-Thu",
    "9-11 Mon-Wed",
    "00:00-24:00 Mon-Sun",
    "12-20 Tue-Sat",
];

/// Numbers that look random.
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Somebody from anywhere.
    pub(crate) fn anybody(&mut self) -> Member {
        let zone = self.one_of(&ZONES);
        self.somebody(zone, HOURS.len())
    }

    /// Somebody who lives near Berlin, or on one coast of America, and works in the day.
    pub(crate) fn neighbour(&mut self) -> Member {
        let zone = self.one_of(&["Europe/Berlin", "Europe/London", "Africa/Casablanca", "America/New_York"]);
        let member = self.somebody(zone, 4);
        match self.below(8) {
            0 => member.flex(Minutes(self.one_of(&[0, 45, 180]))),
            1 => member.hours_on(zone_of("Europe/Athens")),
            _ => member,
        }
    }

    fn somebody(&mut self, zone: &str, hours: usize) -> Member {
        let hours = self.one_of(&HOURS[..hours]).parse().expect("hours");
        Member::new("somebody", zone_of(zone)).hours(hours)
    }
}

pub(crate) fn zone_of(name: &str) -> Zone {
    Zone::iana(name).expect("a zone")
}

/// These members over a year.
pub(crate) fn prepared(members: impl IntoIterator<Item = Member>) -> PreparedTeam {
    let mut team = Team::new();
    members.into_iter().for_each(|member| {
        team.add(member);
    });
    let year = Horizon::year("2026-11-29".parse().expect("a date"), Zone::UTC).expect("a year");
    PreparedTeam::new(&team, year)
}

/// Somebody about to join a team.
pub(crate) fn joining(prepared: &PreparedTeam, schedule: &Schedule) -> Joining {
    Joining::new(prepared, Newcomer::new(schedule, prepared.horizon()))
}
