//! What shifts cost, for comparison.

/// What shifts cost: compared in the order of its fields.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Cost {
    /// The sum of the squared shifts over members, in steps².
    pub(crate) burden: u64,
    /// The largest shift, in steps.
    pub(crate) largest: i32,
    /// How many members move.
    pub(crate) moved: u32,
}

impl Cost {
    pub(crate) const NONE: Self = Self { burden: 0, largest: 0, moved: 0 };

    /// With this many more members who move by this many steps.
    pub(crate) fn with(self, heads: u32, steps: i32) -> Self {
        let square = u64::from(steps.unsigned_abs()).pow(2);
        Self {
            burden: self.burden.saturating_add(square.saturating_mul(heads.into())),
            largest: self.largest.max(steps.abs()),
            moved: self.moved + heads,
        }
    }
}
