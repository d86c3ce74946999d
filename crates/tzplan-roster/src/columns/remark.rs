//! Remarks behind a header: `Hours (local time)`.

use super::header_words::HeaderWord;
use super::synonym::fold;

/// Whether days under a header are those on which nobody works: `Non-working days`.
pub(crate) fn is_of_no_work(header: &str) -> bool {
    HeaderWord::NoWork.is_in(header)
}

/// Whether a header is about days off: `vacation from`.
pub(crate) fn is_of_absence(header: &str) -> bool {
    HeaderWord::Absence.is_in(header)
}

/// Whether a header is about a pause in the day: `lunch`.
pub(crate) fn is_of_break(header: &str) -> bool {
    HeaderWord::Break.is_in(header)
}

/// Remarks about hours that name no other clock than the person's: `local`.
pub(crate) fn is_idle(remark: &str) -> bool {
    let remark = fold(remark);
    remark.is_empty() || HeaderWord::Remark.is(&remark)
}

/// Whether a header of hours says that they are on everybody's own clock: `End (local)`.
pub(crate) fn is_local(header: &str) -> bool {
    let folded = fold(header);
    ["local", "lokal", "ortszeit", "mytime", "owntime", "theirtime", "yourtime", "theirtz", "owntz"]
        .iter()
        .any(|word| folded.contains(word))
}
