//! Hours whose starts stand in one column and whose ends in another.

use super::bare::BareText;
use super::ranges::{as_meant, next_day};
use super::spelling;
use super::week_text::settled;
use super::{HoursError, HoursErrorKind, HoursText};
use crate::clock::Written;

impl HoursText {
    /// The hours of a `start` and an `end` column, in which `;` separates split shifts.
    ///
    /// # Errors
    ///
    /// [`HoursError`] when a time cannot be read or the columns have different numbers of them.
    pub fn from_columns(start: &str, end: &str) -> Result<Self, HoursError> {
        let (starts, ends): (Vec<_>, Vec<_>) = (start.split(';').collect(), end.split(';').collect());
        if starts.len() != ends.len() {
            return Err(HoursError::new(
                HoursErrorKind::UnevenColumns,
                format!(
                    "{} start(s) but {} end(s); give each start its end, as in 08:00;16:00 and 12:00;20:00",
                    starts.len(),
                    ends.len()
                ),
            ));
        }
        let mut bare = BareText::default();
        let mut stretches: Vec<(u16, u16)> = Vec::new();
        for (start, end) in starts.into_iter().zip(ends) {
            let (start, end) = (spelling::plain(start), spelling::plain(end));
            let (end, is_next_day) = next_day(&end);
            let (from, to) = (Written::read(&start)?, Written::read(end)?);
            let range = format!("{}-{}", start.trim(), end.trim());
            let before = stretches.last().copied().filter(|_| !is_next_day);
            let nearer = bare.nearer(&range, [&from, &to]).filter(|_| !is_next_day);
            stretches.push(match nearer.or_else(|| bare.afternoon(&range, [&from, &to], before)) {
                Some(stretch) => stretch,
                None => as_meant(&range, &from, &to, is_next_day, &mut bare)?,
            });
        }
        Ok(settled(Self { groups: vec![(None, stretches)], ..Self::default() }, bare))
    }
}
