//! People who have left: what a column of a status says.

/// What such a cell says, in small letters.
const WORDS: [&str; 17] = [
    "archived",
    "deactivated",
    "deleted",
    "departed",
    "deprovisioned",
    "disabled",
    "ex-employee",
    "exited",
    "former",
    "former employee",
    "inactive",
    "left",
    "offboarded",
    "no longer employed",
    "resigned",
    "suspended",
    "terminated",
];

/// Whether a status is that of somebody who has left.
pub(crate) fn has_left(status: &str) -> bool {
    WORDS.contains(&&*status.trim().to_lowercase())
}
