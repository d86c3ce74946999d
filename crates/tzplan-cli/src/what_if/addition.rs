//! `--add`: somebody more.

use tzplan::{Change, Member, Zone};
use tzplan_report::Change as Shown;
use tzplan_roster::HoursCell;

use super::WhatIf;
use crate::failure::Failure;
use crate::flag::Flag;
use crate::names::cut;

impl WhatIf<'_> {
    pub(super) fn add(&mut self, flag: Flag<'_>) -> Result<(), Failure> {
        let Some((name, place)) = self.halves(flag, "'Dee=Asia/Tokyo' or 'Dee=Asia/Tokyo,9-17'") else {
            return Ok(());
        };
        let name = tzplan_roster::clean(name).into_owned();
        if name.is_empty() {
            self.fault(flag, "it gives no name; write NAME=ZONE");
        } else if let Some(why) = self.is_taken(&name) {
            self.fault(flag, &why);
        }
        let (label, text) = self.cells.zone_and_hours(place);
        if let Some(turned) = self.cells.turned(place).filter(|_| text.is_none()) {
            let (name, turned) = (cut(&name), cut(&turned));
            self.fault(
                flag,
                &format!("the place stands before the hours; write it like --add '{name}={turned}'"),
            );
            return Ok(());
        }
        let zone = self.zone(flag, label)?;
        let usual = zone.as_ref().and_then(|zone| self.cells.usual_week(zone, label));
        if text.is_none() {
            self.cells.assume(flag, "default-hours", "no hours are given: 09:00-17:00 is assumed".to_owned());
        }
        let hours = self.cells.hours_in_week(flag, text.unwrap_or("09:00-17:00"), usual, zone.as_ref());
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

    /// Why nobody of this name can join: two of a name would be told apart by nothing.
    fn is_taken(&self, name: &str) -> Option<String> {
        let folded = name.to_lowercase();
        let joins = |shown: &Shown| matches!(shown, Shown::Add { name, .. } if name.to_lowercase() == folded);
        if self.shown.iter().any(joins) {
            return Some("another --add has this name; give each a name of their own".to_owned());
        }
        let leaves = |member: usize| {
            let is_meant = |(_, change): &(&str, Change)| match change {
                Change::Without { member: leaving } => leaving.index() == member,
                _ => false,
            };
            self.outside.binary_search(&member).is_ok() || self.read.iter().any(is_meant)
        };
        let stays = self.names.called(name).into_iter().find(|member| !leaves(*member))?;
        let who = cut(self.team.member(stays)?.name());
        Some(format!(
            "{who} is in the team already; change them with --move and --hours-of, or give whoever joins \
            another name"
        ))
    }
}
