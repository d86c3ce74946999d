//! How long the members of a team wait for each other.

use super::{Answering, Replies, Wait};
use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::minutes::{DAY, UtcMinute};
use crate::team::{MemberRef, ScheduleId};
use crate::wait::Waits;

/// Of a team that somebody asks, two are mostly at work within this many minutes after the horizon.
const SOON: i32 = 8 * DAY;

impl Replies {
    /// How long the required members wait for anybody else of them, their minutes pooled; `None` when nobody
    /// works in the horizon.
    pub fn within_team(&self) -> Option<Wait> {
        let heads = self.team().heads(MemberRef::counts_as_required);
        let soon = Interval::new(self.range.start(), UtcMinute(self.range.end().0 + SOON))?;
        let work_of = |(id, heads): (ScheduleId, u32)| (availability(self.team().schedule(id), soon), heads);
        let soon_after: Vec<_> = heads.iter().copied().map(work_of).collect();
        let sets = || soon_after.iter().map(|(work, heads)| (work, *heads));
        let answering = Answering::of(sets(), soon);
        if answering.by_two_after(self.range.end()) {
            // Whoever asks is answered by then: what they and others do later changes nothing.
            return self.of_all(&answering, sets());
        }
        let sets = || heads.iter().map(|(id, heads)| (self.work_of(*id), *heads));
        self.of_all(&Answering::of(sets(), self.seen()), sets())
    }

    /// How long so many of each work wait for the others.
    fn of_all<'w>(
        &self,
        answering: &Answering,
        askers: impl Iterator<Item = (&'w IntervalSet<UtcMinute>, u32)>,
    ) -> Option<Wait> {
        let mut waits = Waits::default();
        for (own, heads) in askers {
            waits.add(own, self.range, &answering.but_one_of(own), heads.into());
        }
        waits.summary()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Horizon, Member, PreparedTeam, Team, Zone};

    /// Who is looked at for a week after the horizon waits as who is looked at for years: of teams in which
    /// two are at work then, and of such as are off for the next three weeks, where the years are looked at.
    #[test]
    fn a_team_waits_as_if_years_were_looked_at() {
        let start: chrono::NaiveDate = "2026-11-23".parse().expect("a date");
        let horizon = Horizon::of_days(start, 35, Zone::UTC).expect("five weeks");
        let weeks_off =
            |from: u64, days: u64| (from..from + days).map(move |day| start + chrono::Days::new(day));
        for (hours, days_off) in [
            (["9-17", "9-17", "22-06"], [0, 0, 0]),
            (["9-17 Mon", "12-13 Tue", "9-17 Wed"], [0, 0, 0]),
            (["9-17", "10-18", "22-06"], [21, 21, 21]),
            (["9-17", "10-18", "22-06"], [0, 21, 21]),
            (["00:00-24:00 daily", "00:00-24:00 daily", "9-17"], [0, 0, 30]),
        ] {
            let mut team = Team::new();
            for (hours, days) in hours.into_iter().zip(days_off) {
                let member = Member::new(hours, Zone::UTC).hours(hours.parse().expect("hours"));
                team.add(member.days_off(weeks_off(30, days)));
            }
            let replies = Replies::new(&PreparedTeam::new(&team, horizon.clone()));
            let heads = team.heads(|_| true);
            let sets = || heads.iter().map(|(id, heads)| (replies.work_of(*id), *heads));
            let long = replies.of_all(&Answering::of(sets(), replies.seen()), sets());
            assert_eq!(replies.within_team(), long, "{hours:?}");
            assert!(long.is_some());
        }
    }
}
