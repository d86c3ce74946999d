//! Remarks behind a header: `Hours (local time)`.

use super::header_words::HeaderWord;
use super::synonym::fold;

/// Remarks about hours that name no other clock than the person's: `local`.
pub(crate) fn is_idle(remark: &str) -> bool {
    let remark = fold(remark);
    remark.is_empty() || HeaderWord::Remark.is(&remark)
}
