//! Delays: an exact distribution of minutes over questions that come one after the other.

/// How long questions are delayed: the figures of a distribution over an asker's questions, in minutes.
#[derive(Clone, Copy, PartialEq, Debug)]
#[non_exhaustive]
pub struct Delay {
    /// Share of questions without any delay, 0 to 1.
    pub none: f64,
    /// The mean; `None` when some questions are never answered.
    pub mean: Option<f64>,
    /// The delay that half of the questions do not exceed; `None` for never.
    pub p50: Option<f64>,
    /// The delay that 95 % of the questions do not exceed; `None` for never.
    pub p95: Option<f64>,
    /// The supremum; `None` for never.
    pub worst: Option<u32>,
}

/// Minutes of asking by how long their questions are delayed.
///
/// A stretch of asking has delays spread evenly between two lengths. Only the ends of such spreads are kept:
/// at a delay of `x` as many minutes of asking lie as spreads end behind it, less those that begin behind it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Delays {
    pub(crate) asked: u64,
    pub(crate) at_once: u64,
    pub(crate) never: u64,
    /// Delays with the heads of spreads that end there, less those of spreads that begin there.
    ends: Vec<(u32, i64)>,
}

/// A week repeats its delays: most ends are among the last few.
const LOOK_BACK: usize = 8;

impl Delays {
    /// `heads` times `longest - shortest` minutes of asking, with delays spread evenly between the two.
    pub(crate) fn add_spread(&mut self, shortest: u32, longest: u32, heads: u64) {
        if shortest < longest {
            self.add_end(longest, heads as i64);
            if shortest > 0 {
                self.add_end(shortest, -(heads as i64));
            }
        }
    }

    fn add_end(&mut self, delay: u32, heads: i64) {
        match self.ends.iter_mut().rev().take(LOOK_BACK).find(|(known, _)| *known == delay) {
            Some((_, known)) => *known += heads,
            None => self.ends.push((delay, heads)),
        }
    }

    /// The figures; `None` when nobody asks.
    ///
    /// # Complexity
    ///
    /// That of sorting the distinct delays.
    pub(crate) fn figures(mut self) -> Option<Delay> {
        if self.asked == 0 {
            return None;
        }
        self.ends.sort_unstable_by_key(|(delay, _)| *delay);
        self.ends.dedup_by(|(delay, heads), (kept, sum)| {
            let same = delay == kept;
            if same {
                *sum += *heads;
            }
            same
        });
        let doubled: i128 = self
            .ends
            .iter()
            .map(|(delay, heads)| i128::from(*delay) * i128::from(*delay) * i128::from(*heads))
            .sum();
        let longest = self.ends.iter().rev().find(|(_, heads)| *heads != 0).map_or(0, |(delay, _)| *delay);
        Some(Delay {
            none: self.at_once as f64 / self.asked as f64,
            mean: (self.never == 0).then(|| doubled as f64 / 2.0 / self.asked as f64),
            p50: self.percentile(50),
            p95: self.percentile(95),
            worst: (self.never == 0).then_some(longest),
        })
    }

    /// The smallest x with P(delay ≤ x) ≥ `percent`: the minutes of asking with a delay of at most x grow
    /// linearly between the ends of the spreads.
    fn percentile(&self, percent: u64) -> Option<f64> {
        let wanted = self.asked * percent;
        let (mut reached, mut at) = (self.at_once * 100, 0_u32);
        if reached >= wanted {
            return Some(0.0);
        }
        let mut heads: i64 = self.ends.iter().map(|(_, heads)| heads).sum();
        for &(delay, ending) in &self.ends {
            let gained = u64::from(delay - at) * heads as u64 * 100;
            if reached + gained >= wanted {
                return Some(f64::from(at) + (wanted - reached) as f64 / (heads as f64 * 100.0));
            }
            (reached, at) = (reached + gained, delay);
            heads -= ending;
        }
        None
    }
}
