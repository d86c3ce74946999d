//! Remarks behind a header: `Hours (local time)`.

use super::synonym::fold;

/// Remarks about hours that name no other clock than the person's: `local`.
pub(crate) fn is_idle(remark: &str) -> bool {
    const IDLE: [&str; 33] = [
        "",
        // The cells name it: "9-5 ET".
        "timezone",
        "tz",
        "withtimezone",
        "includingtimezone",
        "andtimezone",
        "withtz",
        "andtz",
        "local",
        "localtime",
        "localtz",
        "localtimezone",
        "localhours",
        "theirtime",
        "mytime",
        "owntime",
        "24h",
        "24hr",
        "24hour",
        "24hours",
        "24hourclock",
        "24hformat",
        "24hclock",
        "hhmm",
        "required",
        "optional",
        "perday",
        "daily",
        "default",
        "usual",
        "hhmmss",
        "ampm",
        "12h",
    ];
    IDLE.contains(&&*fold(remark))
}
