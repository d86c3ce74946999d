//! Where things stand in the chart of a day.

use super::day::Day;
use super::drawing::Frame;

/// Up to so many bands have two lines of words.
const ROOMY: usize = 9;
const MINUTES: f64 = 1440.0;
/// Height of an axis.
pub(super) const AXIS: f64 = 20.0;

/// Where things stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plot {
    pub(super) frame: Frame,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Height of a row, and of the band in it.
    pub(super) row: f64,
    pub(super) band: f64,
    pub(super) top: f64,
    pub(super) rows: usize,
}

impl Plot {
    pub(super) fn of(day: &Day, frame: Frame) -> Self {
        let rows = day.bands.len() + usize::from(day.everyone.is_some());
        let (left, right, row, band) = match frame {
            Frame::Wide if rows > ROOMY => (176.0, 690.0, 24.0, 14.0),
            Frame::Wide => (176.0, 690.0, 38.0, 20.0),
            Frame::Narrow => (4.0, 336.0, 38.0, 14.0),
        };
        Self { frame, left, right, row, band, top: AXIS + 8.0, rows }
    }

    pub(super) fn x(self, minute: f64) -> f64 {
        self.left + (self.right - self.left) * minute / MINUTES
    }

    pub(super) fn row_top(self, row: usize) -> f64 {
        self.top + self.row * row as f64
    }

    /// The top of the band in a row.
    pub(super) fn band_top(self, row: usize) -> f64 {
        let below_words = match self.frame {
            Frame::Wide => (self.row - self.band) / 2.0,
            Frame::Narrow => self.row - self.band - 5.0,
        };
        self.row_top(row) + below_words
    }

    pub(super) fn bottom(self) -> f64 {
        self.row_top(self.rows)
    }
}
