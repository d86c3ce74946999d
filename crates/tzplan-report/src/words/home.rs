//! The home clock: on which times are shown that are nobody's own.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use tzplan::{Horizon, Season, Zone};

use super::{city, clean};

/// The zone in which a plan is read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Home<'h> {
    zone: &'h Zone,
}

/// Dates of a season on which the home clock keeps one offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct HomeDates {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
    /// Minutes the home clock is ahead of UTC.
    pub(crate) ahead: i32,
}

impl HomeDates {
    pub(crate) fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }
}

impl<'h> Home<'h> {
    pub(crate) fn of(horizon: &'h Horizon) -> Self {
        Self { zone: horizon.home() }
    }

    /// The clock of any zone.
    pub(crate) fn at(zone: &'h Zone) -> Self {
        Self { zone }
    }

    /// Whether the clock is ahead, on a date, of what it reads at another time of that year.
    pub(crate) fn has_summer_time(&self, date: NaiveDate) -> bool {
        let first_of = |month| NaiveDate::from_ymd_opt(date.year(), month, 1);
        let here = self.ahead(Some(date));
        here.is_some() && [first_of(1), first_of(7)].into_iter().any(|other| self.ahead(other) < here)
    }

    /// Seconds that the clock is ahead of UTC at 12:00 UTC of a date.
    fn ahead(&self, date: Option<NaiveDate>) -> Option<i32> {
        let at = date?.and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default()).and_utc();
        let piece = self.zone.offsets(at, at + TimeDelta::minutes(1)).next()?;
        Some(piece.offset.local_minus_utc())
    }

    /// Its name, clean.
    pub(crate) fn name(&self) -> String {
        clean::fit(&self.zone.name(), 32)
    }

    /// `Berlin time`, `UTC`.
    pub(crate) fn time(&self) -> String {
        if self.zone.name() == "Etc/UTC" {
            return self.place();
        }
        if self.zone.fixed_offset_seconds().is_some() {
            return self.name();
        }
        format!("{} time", self.place())
    }

    /// `Berlin summer time`, of a clock that changes.
    pub(crate) fn time_on(&self, date: NaiveDate) -> String {
        let season = if self.has_summer_time(date) { "summer" } else { "winter" };
        format!("{} {season} time", self.place())
    }

    /// `Berlin`, `UTC`.
    pub(crate) fn place(&self) -> String {
        if self.zone.name() == "Etc/UTC" {
            return "UTC".to_owned();
        }
        clean::fit(&city::of_zone(&self.zone.name()), 24)
    }

    /// A season cut where the home clock changes, its offset sampled at 12:00 UTC as a season's are. Mostly
    /// one piece: home is where somebody of the team is.
    pub(crate) fn dates(&self, season: &Season) -> Vec<HomeDates> {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let at_noon = |date: NaiveDate| date.and_time(noon).and_utc();
        let until = at_noon(season.last()) + TimeDelta::minutes(1);
        let mut dates: Vec<HomeDates> = Vec::new();
        for piece in self.zone.offsets(at_noon(season.first()), until) {
            let ahead = piece.offset.local_minus_utc().div_euclid(60);
            let first = noon_date_from(piece.start, noon);
            if first > season.last() || at_noon(first) >= piece.end {
                continue;
            }
            match dates.last_mut() {
                Some(before) if before.ahead == ahead => {}
                Some(before) => {
                    before.last = first.pred_opt().unwrap_or(first);
                    dates.push(HomeDates { first, last: season.last(), ahead });
                }
                None => dates.push(HomeDates { first, last: season.last(), ahead }),
            }
        }
        dates
    }

    /// Whether dates are those on which the home clock is ahead of what it reads before and after.
    pub(crate) fn is_summer(&self, first: NaiveDate, last: NaiveDate) -> bool {
        let (before, after) = (self.ahead(first.pred_opt()), self.ahead(last.succ_opt()));
        let (start, end) = (self.ahead(Some(first)), self.ahead(Some(last)));
        start == end && before < start && after < end && before.is_some() && after.is_some()
    }

    /// The first of these pieces.
    pub(crate) fn first(&self, season: &Season) -> HomeDates {
        let first = self.dates(season).into_iter().next();
        first.unwrap_or_else(|| self.most(season))
    }

    /// The dates of a season on which most of its days are.
    pub(crate) fn most(&self, season: &Season) -> HomeDates {
        let most = self.dates(season).into_iter().rev().max_by_key(HomeDates::days);
        most.unwrap_or(HomeDates { first: season.first(), last: season.last(), ahead: 0 })
    }
}

/// The first date whose noon is at or after an instant.
fn noon_date_from(instant: DateTime<Utc>, noon: NaiveTime) -> NaiveDate {
    let date = instant.date_naive();
    if instant.time() <= noon { date } else { date.succ_opt().unwrap_or(date) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::{Member, PreparedTeam, Team};

    #[test]
    fn a_season_is_cut_where_the_home_clock_changes() {
        let mut team = Team::new();
        team.add(Member::new("Keiko", Zone::iana("Asia/Tokyo").expect("a zone")));
        let berlin = Zone::iana("Europe/Berlin").expect("a zone");
        let horizon = Horizon::year("2026-11-23".parse().expect("a date"), berlin).expect("a year");
        let prepared = PreparedTeam::new(&team, horizon);
        let dates = Home::of(prepared.horizon()).dates(&prepared.seasons()[0]);
        let written: Vec<_> = dates
            .iter()
            .map(|piece| (piece.first.to_string(), piece.last.to_string(), piece.ahead))
            .collect();
        let expected = [
            ("2026-11-23", "2027-03-27", 60),
            ("2027-03-28", "2027-10-30", 120),
            ("2027-10-31", "2027-11-21", 60),
        ];
        assert_eq!(written, expected.map(|(first, last, ahead)| (first.to_owned(), last.to_owned(), ahead)));
    }
}
