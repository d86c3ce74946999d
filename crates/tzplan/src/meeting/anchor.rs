//! The clock on which a part of a team meets by itself.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{MeetingOptions, Meetings};
use crate::interval::Interval;
use crate::minutes::{DAY, UtcMinute};
use crate::policy::Policy;
use crate::season::PreparedTeam;
use crate::zone::{Zone, minute_pieces};

impl Meetings {
    /// The same kind of meeting for a part of the team by itself: on its own common workdays where no
    /// weekdays are asked for, and, where no anchor is, at a fixed time of a clock that somebody in it lives
    /// by, so that no clock change of a place where nobody of them is moves it. That is the home clock where
    /// it is somebody's; else the one of most of them, of equals that which changes least often, then the
    /// first by name. Stays aside.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// for name in ["Linh", "Mai"] {
    ///     team.add(Member::new(name, Zone::iana("Asia/Bangkok").unwrap()));
    /// }
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-30".parse().unwrap(), berlin).unwrap();
    /// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
    /// let everyones = Meetings::new(&prepared, &policy, &MeetingOptions::default());
    /// assert_eq!(everyones.anchor().name(), "Europe/Berlin");
    /// let theirs = everyones.of_part(&prepared);
    /// assert_eq!(theirs.anchor().name(), "Asia/Bangkok");
    /// assert_eq!(theirs.best().unwrap().plan.slot.time.to_string(), "09:00");
    /// ```
    #[must_use]
    pub fn of_part(&self, part: &PreparedTeam) -> Self {
        Self::on_own_clock(part, &self.policy, &self.options)
    }

    /// The same without the team that it is a part of.
    pub(super) fn on_own_clock(part: &PreparedTeam, policy: &Policy, options: &MeetingOptions) -> Self {
        let mut options = options.clone();
        if options.anchor.is_none() {
            options.anchor = own_clock(part);
        }
        Self::new(part, policy, &options)
    }
}

/// The clock of most of a team, unless the home clock is somebody's.
fn own_clock(part: &PreparedTeam) -> Option<Zone> {
    let home = part.horizon().home();
    let days = part.horizon().dates().day_numbers();
    let dates = Interval::new(UtcMinute(days.start * DAY), UtcMinute(days.end * DAY)).expect("days in order");
    let reads = |zone: &Zone| -> Vec<(i32, i32)> {
        minute_pieces(zone, dates).map(|piece| (piece.end, piece.ahead)).collect()
    };
    let mut zones: BTreeMap<String, (&Zone, u32)> = BTreeMap::new();
    for (schedule, heads) in part.team().heads(|_| true) {
        let Some(post) = part.team().schedule(schedule).posts().first() else { continue };
        zones.entry(post.zone().name()).or_insert((post.zone(), 0)).1 += heads;
    }
    // Several zones are one clock: it goes by the first of their names.
    let mut clocks: BTreeMap<Vec<(i32, i32)>, (&Zone, u32)> = BTreeMap::new();
    for (zone, heads) in zones.into_values() {
        clocks.entry(reads(zone)).or_insert((zone, 0)).1 += heads;
    }
    if clocks.contains_key(&reads(home)) {
        return Some(home.clone());
    }
    let steadiest = |(clock, (zone, heads)): &(Vec<(i32, i32)>, (&Zone, u32))| {
        (Reverse(*heads), clock.len(), zone.name())
    };
    clocks.into_iter().min_by_key(steadiest).map(|(_, (zone, _))| zone.clone())
}
