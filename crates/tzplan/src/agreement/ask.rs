//! Who to ask at which hour: who else is at work then.

use chrono::WeekdaySet;

use super::kept::Kept;
use super::local;
use crate::hours::{Stretch, WeeklyHours};
use crate::interval::Interval;
use crate::minutes::{DAY, WEEK, WeekMinute};
use crate::season::{ProfileId, circular_windows};

/// Whom those with a profile can ask.
#[derive(Clone, PartialEq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Ask {
    /// Who asks.
    pub profile: ProfileId,
    /// For each of [`Agreement::seasons`](super::Agreement::seasons), the hours of their ordinary week, by
    /// weekday and time; together they are all of it.
    pub seasons: Vec<Vec<AskHours>>,
}

/// Hours of somebody's day in which the same others are at work.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct AskHours {
    /// The weekdays on which they start, on the asker's own clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "local::days"))]
    pub days: WeekdaySet,
    /// Where they start, in minutes after 00:00 on the asker's own clock.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::time"))]
    pub from: u16,
    /// Where they end; past 1440 on the next day.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::output::time"))]
    pub to: u16,
    /// Who is at work throughout, in roster order, optional members included. The asker's own profile is
    /// among them where somebody else has it. Empty: nobody.
    pub whom: Vec<ProfileId>,
}

impl Ask {
    /// The hours of a season, by its place, in which those with a profile are at work too, on the asker's own
    /// clock; none: never together.
    ///
    /// # Panics
    ///
    /// When there is no such season.
    pub fn hours_with(&self, season: usize, other: ProfileId) -> WeeklyHours {
        let mut pieces: Vec<Interval<WeekMinute>> = Vec::new();
        for hours in self.seasons[season].iter().filter(|hours| hours.whom.contains(&other)) {
            for day in hours.days.iter(chrono::Weekday::Mon) {
                let day = day.num_days_from_monday() as i32 * DAY;
                let (start, end) = (day + i32::from(hours.from), day + i32::from(hours.to));
                // Past Sunday midnight it is Monday.
                let parts = [(start, end.min(WEEK)), (start.max(WEEK) - WEEK, end - WEEK)];
                let piece = |(start, end)| Interval::new(WeekMinute(start as u16), WeekMinute(end as u16));
                pieces.extend(parts.into_iter().filter(|(start, end)| start < end).filter_map(piece));
            }
        }
        local::hours(&pieces.into_iter().collect(), 0)
    }
}

/// For everybody, in roster order.
pub(super) fn ask(kept: &Kept) -> Vec<Ask> {
    let mut asks: Vec<Ask> =
        kept.everybody.iter().map(|profile| Ask { profile: *profile, seasons: Vec::new() }).collect();
    for season in 0..kept.seasons.len() {
        let pieces = pieces(kept, season);
        asks.iter_mut().for_each(|ask| ask.seasons.push(hours_of(kept, season, ask.profile, &pieces)));
    }
    asks
}

/// A piece of the week in which the same people are at work.
struct Piece {
    end: u16,
    /// In roster order.
    at_work: Vec<ProfileId>,
}

/// The pieces of a season's week, in order; together they are all of it.
fn pieces(kept: &Kept, season: usize) -> Vec<Piece> {
    let mut cuts: Vec<u16> = vec![0, WEEK as u16];
    for profile in &kept.everybody {
        let work = kept.week(season, *profile).pattern().iter();
        cuts.extend(work.flat_map(|work| [work.start().0, work.end().0]));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let at_work = |minute: u16| {
        let there =
            |profile: &&ProfileId| kept.week(season, **profile).pattern().contains(WeekMinute(minute));
        kept.everybody.iter().filter(there).copied().collect()
    };
    cuts.windows(2).map(|cut| Piece { end: cut[1], at_work: at_work(cut[0]) }).collect()
}

fn hours_of(kept: &Kept, season: usize, asker: ProfileId, pieces: &[Piece]) -> Vec<AskHours> {
    let week = kept.week(season, asker);
    let profile = kept.prepared.profile(asker);
    let alone = profile.required() + profile.optional() < 2;
    let mut hours: Vec<AskHours> = Vec::new();
    for (start, length) in circular_windows(week.pattern()) {
        let (mut from, end) = (i32::from(start.0), i32::from(start.0) + length.get() as i32);
        while from < end {
            // The pieces from here on in which the others are the same; the week goes round.
            let place =
                |minute: i32| pieces.partition_point(|piece| i32::from(piece.end) <= minute.rem_euclid(WEEK));
            let others = |minute: i32| -> Vec<ProfileId> {
                let there = pieces[place(minute)].at_work.iter().copied();
                there.filter(|profile| *profile != asker || !alone).collect()
            };
            let whom = others(from);
            let mut until = from;
            while until < end && (until == from || others(until) == whom) {
                let piece = &pieces[place(until)];
                until += i32::from(piece.end) - until.rem_euclid(WEEK);
            }
            until = until.min(end);
            for stretch in local::stretches(from + week.minutes_ahead(), until - from) {
                add(&mut hours, stretch, &whom);
            }
            from = until;
        }
    }
    hours.sort_by_key(|hours| (hours.days.first().map(|day| day.num_days_from_monday()), hours.from));
    hours
}

/// Days on which the same others are there at the same time are one entry.
fn add(hours: &mut Vec<AskHours>, stretch: Stretch, whom: &[ProfileId]) {
    let (from, to) = (stretch.start(), stretch.end());
    match hours.iter_mut().find(|known| (known.from, known.to) == (from, to) && known.whom == whom) {
        Some(known) => {
            known.days.insert(stretch.day());
        }
        None => {
            hours.push(AskHours { days: WeekdaySet::single(stretch.day()), from, to, whom: whom.to_vec() });
        }
    }
}
