//! Times in labels: alone, beside one another, and beside a place that is held to them.

use tzplan::Zone;

use super::error::{Candidate, Reason};
use super::fold::fold;
use super::resolution::{Answer, How, Resolution};
use super::resolver::Resolver;
use super::time_label::{TimeLabel, is_sum};
use super::time_pieces::NamedTime;

impl Resolver<'_> {
    /// `Remote (EST)`, `Berlin, CET`, `UTC+5:30 (IST)`: `None` where the label names no time.
    pub(super) fn with_times(&self, text: &str) -> Option<Answer> {
        let found = self.time_label(text);
        if is_sum(text) && !found.is_range {
            return Some(Err((Reason::SeveralTimes, Vec::new())));
        }
        if found.times.is_empty() {
            let is_nowhere = found.rest.is_empty() && found.is_nowhere;
            return is_nowhere.then(|| Err((Reason::Nowhere, Vec::new())));
        }
        if found.is_side {
            return Some(Err((Reason::Unknown, Vec::new())));
        }
        let as_region = self.region_of_abbreviation(text, &found);
        // `Madison (CT)` may be in Connecticut, or on Central Time.
        if let Some(Ok(region)) = &as_region
            && text.contains(['(', '['])
            && let Ok(place) = self.at_times(text, &found)
            && !self.years.agree(&place.zone, &region.zone)
        {
            return Some(Err((Reason::Ambiguous, vec![region.clone().candidate(), place.candidate()])));
        }
        Some(match (as_region, self.at_times(text, &found)) {
            (Some(Err((Reason::Ambiguous, mut several))), Ok(time)) => {
                several.push(time.candidate());
                Err((Reason::Ambiguous, several))
            }
            (Some(region), _) => region,
            (None, answer) => answer.map(|one| self.with_season(one, text, &found)),
        })
    }

    fn at_times(&self, text: &str, found: &TimeLabel) -> Answer {
        if let Some(answer) = self.windows_name(text, found) {
            return answer;
        }
        let place = if found.rest.is_empty() {
            None
        } else {
            self.one(&found.rest).or_else(|| self.several_places(&found.rest))
        };
        match place {
            None if found.rest.is_empty() => self.of_times(text, found),
            None => Err((Reason::Unknown, self.near_places(&found.rest))),
            Some(Err((Reason::Nowhere, _))) => self.of_times(text, found),
            Some(Ok(place)) => {
                let times: Vec<&NamedTime> = found.held().collect();
                match times.into_iter().all(|time| self.fits(&place.zone, time)) {
                    true => Ok(place),
                    false => Err((Reason::Contradiction, vec![place.candidate()])),
                }
            }
            Some(Err((reason @ (Reason::Ambiguous | Reason::SeveralZones(_)), several))) => {
                let left = self.that_fit(&several, found);
                // `US Eastern Time`: Chicago is at that offset in summer, New York keeps the time.
                let kept = self.that_keep(&left, found);
                match (left.is_empty(), several.is_empty()) {
                    (_, true) => Err((reason, several)),
                    (true, _) => Err((Reason::Contradiction, several)),
                    _ => self.of_one_clock(text, if kept.is_empty() { left } else { kept }),
                }
            }
            Some(other) => other,
        }
    }

    /// `(GMT-05:00) Eastern Time (US & Canada)`: a name of Windows or Rails as a whole, behind its offset.
    fn windows_name(&self, text: &str, found: &TimeLabel) -> Option<Answer> {
        let offset = found.times.iter().find(|time| matches!(time, NamedTime::Offset(_)))?;
        let (_, name) = text.strip_prefix('(')?.split_once(')')?;
        let folded = fold(name);
        let answer = self.windows(&folded).or_else(|| self.long_name(&folded))?;
        Some(answer.and_then(|named| match self.fits(&named.zone, offset) {
            true => Ok(named),
            false => Err((Reason::Contradiction, vec![named.candidate()])),
        }))
    }

    /// What times mean that stand alone.
    fn of_times(&self, text: &str, found: &TimeLabel) -> Answer {
        let range = || Err((Reason::SeveralTimes, Vec::new()));
        if found.is_range {
            return range();
        }
        let (offsets, named): (Vec<&NamedTime>, Vec<&NamedTime>) =
            found.times.iter().partition(|time| matches!(time, NamedTime::Offset(_)));
        let Some((first, others)) = named.split_first() else { return self.of_offsets(found, &offsets) };
        let answer = self.meaning(first).or_else(|| self.meaning(named.get(1)?));
        // Of `CST/CDT` the table of names knows more than each has.
        let pair: Vec<&str> = named.iter().map(|time| time.text()).collect();
        let answer = self.long_name(&fold(&pair.join(" "))).filter(|_| !others.is_empty()).or(answer);
        match answer {
            Some(Ok(one)) if self.fits_all(&one.zone, found) => Ok(one),
            Some(Ok(_)) if !others.is_empty() || offsets.len() > 1 => range(),
            Some(Ok(one)) => Err((Reason::Contradiction, vec![one.candidate()])),
            Some(Err((Reason::Ambiguous, several))) => {
                let left = self.that_fit(&several, found);
                match left.is_empty() {
                    true if !others.is_empty() || offsets.len() > 1 => range(),
                    true => Err((Reason::Contradiction, several)),
                    false => self.of_one_clock(text, left),
                }
            }
            Some(other) => other,
            None => Err((Reason::Unknown, Vec::new())),
        }
    }

    /// One offset, or that of the winter and that of the summer.
    fn of_offsets(&self, found: &TimeLabel, offsets: &[&NamedTime]) -> Answer {
        let mut zones = Vec::new();
        for offset in offsets {
            match self.meaning(offset) {
                Some(Ok(found)) => zones.push(found),
                Some(Err(refusal)) => return Err(refusal),
                None => return Err((Reason::Unknown, Vec::new())),
            }
        }
        let mut seconds: Vec<i32> =
            zones.iter().filter_map(|found| found.zone.fixed_offset_seconds()).collect();
        seconds.sort_unstable();
        seconds.dedup();
        match (&seconds[..], zones.first()) {
            ([_], Some(one)) if !found.is_seasonal => Ok(one.clone()),
            ([_] | [_, _], _) => match self.zones_with(&seconds) {
                fitting if fitting.is_empty() => Err((Reason::SeveralTimes, fitting)),
                fitting => Err((Reason::Seasonal, fitting)),
            },
            _ => Err((Reason::SeveralTimes, Vec::new())),
        }
    }

    pub(super) fn that_fit(&self, several: &[Candidate], found: &TimeLabel) -> Vec<Candidate> {
        let zone = |candidate: &Candidate| self.tzdb.zone(&candidate.zone).ok();
        let fits = |candidate: &&Candidate| zone(candidate).is_some_and(|zone| self.fits_all(&zone, found));
        several.iter().filter(fits).cloned().collect()
    }

    /// Those whose clocks are those of the times at every instant.
    fn that_keep(&self, several: &[Candidate], found: &TimeLabel) -> Vec<Candidate> {
        let named: Vec<Zone> = found
            .held()
            .filter(|time| !matches!(time, NamedTime::Offset(_)))
            .filter_map(|time| self.meaning(time)?.ok())
            .map(|meaning| meaning.zone)
            .collect();
        let zone = |candidate: &Candidate| self.tzdb.zone(&candidate.zone).ok();
        let keeps = |zone: &Zone| !named.is_empty() && named.iter().all(|time| self.years.agree(time, zone));
        several.iter().filter(|candidate| zone(candidate).is_some_and(|zone| keeps(&zone))).cloned().collect()
    }

    pub(super) fn fits_all(&self, zone: &Zone, found: &TimeLabel) -> bool {
        found.held().all(|time| self.fits(zone, time))
    }

    /// Whether a zone keeps a time, or is ever at an offset.
    fn fits(&self, zone: &Zone, time: &NamedTime) -> bool {
        let zones: Vec<Zone> = match self.meaning(time) {
            Some(Ok(one)) => vec![one.zone],
            Some(Err((_, several))) => {
                several.iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok()).collect()
            }
            None => return true,
        };
        zones.iter().any(|other| match (other.fixed_offset_seconds(), time) {
            (Some(seconds), _) => self.years.has_offset(zone, seconds),
            // `Mountain Standard Time - Phoenix`: the name of an area, and a place of it.
            (None, NamedTime::Long(_)) => self.years.share_an_offset(other, zone),
            (None, _) => self.years.agree(other, zone),
        })
    }

    pub(super) fn meaning(&self, time: &NamedTime) -> Option<Answer> {
        match time {
            NamedTime::Long(name) => {
                let folded = fold(name);
                self.windows(&folded).or_else(|| self.long_name(&folded))
            }
            NamedTime::Short(text) | NamedTime::Id(text) | NamedTime::Offset(text) => self.code(text),
        }
    }

    /// The meanings of an abbreviation, if the clocks of all agree: the first.
    pub(super) fn of_one_clock(&self, text: &str, several: Vec<Candidate>) -> Answer {
        let zones: Vec<Zone> =
            several.iter().filter_map(|candidate| self.tzdb.zone(&candidate.zone).ok()).collect();
        match zones.split_first() {
            Some((first, others)) if others.iter().all(|other| self.years.agree(first, other)) => {
                let note = format!("`{}` is read as the time of {}", text, first);
                Ok(Resolution::of_zone(first.clone(), How::Abbreviation, Some(&note)))
            }
            _ => Err((Reason::Ambiguous, several)),
        }
    }
}

impl TimeLabel {
    /// The times that a place must keep: of `CET +/- 2h` the offset is none.
    fn held(&self) -> impl Iterator<Item = &NamedTime> {
        self.times.iter().filter(|time| !self.is_range || !matches!(time, NamedTime::Offset(_)))
    }
}

impl NamedTime {
    fn text(&self) -> &str {
        match self {
            Self::Short(text) | Self::Long(text) | Self::Id(text) | Self::Offset(text) => text,
        }
    }
}
