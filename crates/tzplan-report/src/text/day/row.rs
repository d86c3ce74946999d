//! A row of the picture: the hours of the day as marks.

use crate::words::ink::Ink;

/// Minutes of a day.
pub(super) const DAY: i32 = 24 * 60;

/// A row: what stands left of the bar, and right of it.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) place: String,
    /// Whose clock the hours are read on, where that is nobody's of the row: `Berlin`.
    pub(super) clock: String,
    pub(super) hours: String,
    /// How much that is; left out where there is no room.
    pub(super) length: String,
    pub(super) cells: Vec<Mark>,
    pub(super) strong: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    Off,
    Night,
    /// On some of their days, or part of the cell.
    Sometimes,
    AtWork,
    AtNight,
    Together,
}

impl Mark {
    pub(super) fn show(self) -> (Ink, &'static str) {
        match self {
            Self::Off => (Ink::Plain, " "),
            Self::Night => (Ink::Faint, "░"),
            Self::Sometimes => (Ink::Work, "·"),
            Self::AtWork => (Ink::Work, "▒"),
            Self::AtNight => (Ink::Warn, "▓"),
            Self::Together => (Ink::Good, "█"),
        }
    }
}

/// For each cell of the day, the part of it (0 to 1) in which a weekly pattern holds, over this many days.
pub(super) fn spread(pattern: &[(i32, i32)], ahead: i32, cells: usize, days: u32) -> Vec<f64> {
    let mut minutes = vec![0_i32; cells];
    if cells == 0 {
        return Vec::new();
    }
    let cell = DAY / cells as i32;
    for (start, length) in pattern {
        let (mut from, end) = (start + ahead, start + ahead + length);
        while from < end {
            let place = from.div_euclid(cell);
            let until = end.min((place + 1) * cell);
            minutes[place.rem_euclid(cells as i32) as usize] += until - from;
            from = until;
        }
    }
    let whole = f64::from(cell) * f64::from(days.max(1));
    minutes.into_iter().map(|minutes| f64::from(minutes) / whole).collect()
}
