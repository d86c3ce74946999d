//! What-if flags: changes that are tried on a roster without editing its file.

use chrono::WeekdaySet;
use tzplan::team::Post;
use tzplan::{Change, Horizon, Member, MemberId, MemberRef, Minutes, Shift, Team, Tzdb, Zone};
use tzplan_report::Change as Shown;
use tzplan_roster::{HoursCell, Roster};

use crate::answered_by::labelled;
use crate::args::WhatIfArguments;
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::names::Names;

/// A team after its changes.
pub(crate) struct Changed {
    pub(crate) team: Team,
    /// The changes, as reports show them.
    pub(crate) shown: Vec<Shown>,
    /// The places of those who left, sorted.
    leaving: Vec<usize>,
}

impl Changed {
    /// The place of a member of the roster after the changes; `None` for those who left.
    pub(crate) fn place_after(&self, member: usize) -> Option<usize> {
        let left = self.leaving.partition_point(|left| *left < member);
        (self.leaving.get(left) != Some(&member)).then_some(member - left)
    }

    /// The place that a member had before the changes; past the end for somebody who was added.
    pub(crate) fn place_before(&self, member: usize) -> usize {
        // How many who left stood before: the first so many leave that many fewer places before the next.
        let (mut low, mut high) = (0, self.leaving.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.leaving[middle] - middle <= member {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        member + low
    }
}

/// Makes the changes that the flags ask for; `None` where they ask for none. Faults of all flags are reported
/// together.
pub(crate) fn apply(
    arguments: &WhatIfArguments,
    roster: &Roster,
    tzdb: &Tzdb,
    horizon: &Horizon,
) -> Result<Option<Changed>, Failure> {
    let team = &roster.team;
    let names = Names::of(roster);
    let mut what_if = WhatIf {
        cells: FlagCells::new(tzdb, horizon),
        team,
        names,
        read: Vec::new(),
        shown: Vec::new(),
        outside: Vec::new(),
    };
    let flags = |name, values| <[String]>::iter(values).map(move |value| Flag { name, value });
    what_if.only_teams(&arguments.team);
    for flag in flags("--move", &arguments.moves) {
        what_if.moves(flag)?;
    }
    for flag in flags("--hours-of", &arguments.hours_of) {
        what_if.hours_of(flag)?;
    }
    for flag in flags("--optional", &arguments.optional) {
        what_if.optional(flag);
    }
    for flag in flags("--without", &arguments.without) {
        what_if.without(flag);
    }
    for flag in flags("--add", &arguments.add) {
        what_if.add(flag)?;
    }
    what_if.finish()
}

/// The flags read so far.
struct WhatIf<'a> {
    cells: FlagCells<'a>,
    team: &'a Team,
    names: Names<'a>,
    /// Each change with its flag.
    read: Vec<(&'static str, Change)>,
    shown: Vec<Shown>,
    /// Those who are in no team that is looked at, sorted.
    outside: Vec<usize>,
}

impl WhatIf<'_> {
    /// Everybody who is in none of the teams leaves.
    fn only_teams(&mut self, values: &[String]) {
        let mut teams: Vec<String> = Vec::new();
        let mut stays = vec![false; self.team.len()];
        for value in values {
            match labelled("team", value, self.team, MemberRef::team) {
                Ok((name, members)) => {
                    members.into_iter().for_each(|member| stays[member] = true);
                    if !teams.contains(&name) {
                        teams.push(name);
                    }
                }
                Err(why) => self.fault(Flag { name: "--team", value }, &why),
            }
        }
        if teams.is_empty() {
            return;
        }
        self.outside = (0..stays.len()).filter(|member| !stays[*member]).collect();
        self.shown.push(Shown::Teams { names: teams });
    }

    fn moves(&mut self, flag: Flag<'_>) -> Result<(), Failure> {
        let Some((name, label)) = self.halves(flag, "'Ana=Europe/Lisbon' or 'Ana=+1h'") else {
            return Ok(());
        };
        if is_shift(label) {
            self.shifts(flag, name, label);
            return Ok(());
        }
        let (member, zone) = (self.member(flag, name, Kind::Zone), self.zone(flag, label)?);
        if let (Some(member), Some(zone)) = (member, zone) {
            self.shown.push(Shown::Move { who: self.names.who(member), zone: zone.name() });
            self.read.push((flag.name, Change::Move { member: member.into(), zone }));
        }
        Ok(())
    }

    fn shifts(&mut self, flag: Flag<'_>, name: &str, text: &str) {
        let member = self.member(flag, name, Kind::Shift);
        match text.parse::<Shift>() {
            Ok(by) if by == Shift::NONE => self.fault(flag, "it moves nothing; write it like +1h or -30m"),
            Ok(by) if by.length() > Minutes::hours(12) => {
                self.fault(flag, "a day is moved by 12 hours at most; write it like +1h or -30m");
            }
            Ok(by) => {
                if let Some(member) = member {
                    self.shown.push(Shown::Shift { who: self.names.who(member), shift: by });
                    self.read.push((flag.name, Change::Shift { member: member.into(), by }));
                }
            }
            Err(_) => self.fault(flag, &format!("`{}` is no shift; write it like +1h or -30m", text.trim())),
        }
    }

    fn hours_of(&mut self, flag: Flag<'_>) -> Result<(), Failure> {
        let Some((name, text)) = self.halves(flag, "'Ana=10-18'") else { return Ok(()) };
        let member = self.member(flag, name, Kind::Hours);
        let days = member.map(|member| working_days(self.team, member));
        let post = member.and_then(|member| first_post(self.team, member));
        let cell = self.cells.hours(flag, text, days, post.map(Post::zone))?;
        if let (Some(member), Some(HoursCell { hours, clock, .. })) = (member, cell) {
            let is_plain = |post: &Post| post.hours_on().is_none() && post.stays().is_empty();
            let is_own = |clock: &Zone| post.is_some_and(|post| post.zone() == clock && is_plain(post));
            let clock = clock.filter(|clock| !is_own(clock));
            // Where no clock is named they stay on the one that they are on.
            let hours_on = clock.as_ref().or(post.and_then(Post::hours_on)).map(Zone::name);
            self.shown.push(Shown::Hours { who: self.names.who(member), hours: hours.clone(), hours_on });
            let member = member.into();
            let change = match clock {
                Some(clock) => Change::HoursOn { member, hours, clock },
                None => Change::Hours { member, hours },
            };
            self.read.push((flag.name, change));
        }
        Ok(())
    }

    fn optional(&mut self, flag: Flag<'_>) {
        if let Some(member) = self.member(flag, flag.value, Kind::Optional) {
            self.shown.push(Shown::Optional { who: self.names.who(member) });
            self.read.push((flag.name, Change::Optional { member: member.into() }));
        }
    }

    fn without(&mut self, flag: Flag<'_>) {
        if let Some(member) = self.member(flag, flag.value, Kind::Without) {
            self.shown.push(Shown::Without { who: self.names.who(member) });
            self.read.push((flag.name, Change::Without { member: member.into() }));
        }
    }

    fn add(&mut self, flag: Flag<'_>) -> Result<(), Failure> {
        let Some((name, place)) = self.halves(flag, "'Dee=Asia/Tokyo' or 'Dee=Asia/Tokyo,9-17'") else {
            return Ok(());
        };
        let name = tzplan_roster::clean(name).into_owned();
        if name.is_empty() {
            self.fault(flag, "it gives no name; write NAME=ZONE");
        }
        let (label, text) = self.cells.zone_and_hours(place);
        let zone = self.zone(flag, label)?;
        let hours = self.cells.hours(flag, text.unwrap_or("9-17"), None, zone.as_ref())?;
        if let (Some(zone), Some(HoursCell { hours, clock, .. }), false) = (zone, hours, name.is_empty()) {
            let clock = clock.filter(|clock| *clock != zone);
            let hours_on = clock.as_ref().map(Zone::name);
            let (zone_name, shown) = (zone.name(), hours.clone());
            self.shown.push(Shown::Add { name: name.clone(), zone: zone_name, hours: shown, hours_on });
            let member = Member::new(name, zone).hours(hours);
            let member = match clock {
                Some(clock) => member.hours_on(clock),
                None => member,
            };
            let member = match self.cells.place(label) {
                Some(place) => member.place(place),
                None => member,
            };
            self.read.push((flag.name, Change::Add(member)));
        }
        Ok(())
    }

    /// `NAME=…`: the name may hold a `=` of its own.
    fn halves<'f>(&mut self, flag: Flag<'f>, example: &str) -> Option<(&'f str, &'f str)> {
        let halves = flag.value.rsplit_once('=');
        if halves.is_none() {
            self.fault(flag, &format!("it has no `=`; write it like {} {example}", flag.name));
        }
        halves
    }

    /// The member meant, unless another flag contradicts.
    fn member(&mut self, flag: Flag<'_>, name: &str, kind: Kind) -> Option<usize> {
        let member = match self.names.find(name) {
            Ok(member) => member,
            Err(why) => {
                self.fault(flag, &why);
                return None;
            }
        };
        if self.outside.binary_search(&member).is_ok() {
            self.fault(flag, "they are in no team that --team names");
            return None;
        }
        let contradicts = |(_, change): &&(&str, Change)| {
            let about =
                |of: Kind, whom: &MemberId| whom.index() == member && (of == kind || kind == Kind::Without);
            match change {
                Change::Move { member, .. } => about(Kind::Zone, member),
                Change::Shift { member, .. } => about(Kind::Shift, member),
                Change::Hours { member, .. } | Change::HoursOn { member, .. } => about(Kind::Hours, member),
                Change::Optional { member } => about(Kind::Optional, member),
                Change::Without { member } => about(Kind::Without, member),
                _ => false,
            }
        };
        if let Some((other, _)) = self.read.iter().find(contradicts) {
            let other = if *other == flag.name { "another" } else { other };
            self.fault(flag, &format!("{other} names the same person; drop one of the two"));
            return None;
        }
        Some(member)
    }

    fn fault(&mut self, flag: Flag<'_>, why: &str) {
        self.cells.fault(flag, why);
    }

    fn zone(&mut self, flag: Flag<'_>, label: &str) -> Result<Option<Zone>, Failure> {
        self.cells.zone(flag, label)
    }

    fn finish(self) -> Result<Option<Changed>, Failure> {
        self.cells.finish()?;
        if self.read.is_empty() && self.shown.is_empty() {
            return Ok(None);
        }
        let leave = |member: usize| Change::Without { member: member.into() };
        let changes: Vec<Change> = self
            .outside
            .into_iter()
            .map(leave)
            .chain(self.read.into_iter().map(|(_, change)| change))
            .collect();
        let leaves = |change: &Change| match change {
            Change::Without { member } => Some(member.index()),
            _ => None,
        };
        let mut leaving: Vec<usize> = changes.iter().filter_map(leaves).collect();
        leaving.sort_unstable();
        let team = self.team.changed(changes).map_err(|error| Failure::Setting(error.to_string()))?;
        if team.is_empty() {
            let why = "--without takes everybody away: keep somebody, or --add somebody".to_owned();
            return Err(Failure::Setting(why));
        }
        Ok(Some(Changed { team, shown: self.shown, leaving }))
    }
}

/// What a flag changes: two of a kind contradict each other, and whoever leaves is changed by nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Zone,
    Shift,
    Hours,
    Optional,
    Without,
}

/// A sign and a unit: `+1h`, `-30m`. `+5:30` is an offset, and so a zone.
fn is_shift(text: &str) -> bool {
    let mut letters = text.trim().strip_prefix(['+', '-', '\u{2212}']).unwrap_or("").chars();
    letters.next().is_some_and(|first| first.is_ascii_digit()) && letters.any(|c| "hHmM".contains(c))
}

/// The first post of a member.
fn first_post(team: &Team, member: usize) -> Option<&Post> {
    team.member(member)?.schedule().posts().first()
}

/// The days on which a member's shifts start.
fn working_days(team: &Team, member: usize) -> WeekdaySet {
    let posts = team.member(member).map_or(&[][..], |member| member.schedule().posts());
    posts.iter().fold(WeekdaySet::EMPTY, |days, post| days.union(post.hours().days()))
}
