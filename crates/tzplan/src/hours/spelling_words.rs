//! Words and signs that people write around times and between them.

/// Words for a dash, with the blanks around them.
pub(super) const TO: [&str; 26] = [
    " \u{938}\u{947} ",
    " to ",
    " til ",
    " till ",
    " until ",
    " thru ",
    " through ",
    " bis ",
    " tot ",
    " até ",
    " à ",
    " hasta ",
    " до ",
    " au ",
    " às ",
    " t/m ",
    " al ",
    " alle ",
    " по ",
    " til og med ",
    " a\u{17e} ",
    " s/d ",
    " sampai ",
    " \u{111}\u{1ebf}n ",
    "\u{304b}\u{3089}",
    "\u{bd80}\u{d130}",
];
/// The same behind the second of two times, where nothing stands between them.
pub(super) const UNTIL: [&str; 2] = ["\u{307e}\u{3067}", "\u{ae4c}\u{c9c0}"];
/// Words before the first of two times that say nothing.
pub(super) const FROM: [&str; 16] = [
    "\u{437} ",
    "\u{432}\u{456}\u{434} ",
    "von ",
    "de ",
    "с ",
    "dalle ",
    "das ",
    "du ",
    "dal ",
    "del ",
    "desde ",
    "van ",
    "fra ",
    "från ",
    "da ",
    "t\u{1eeb} ",
];
/// What stands before times in East Asia and India in place of am, and of pm.
pub(super) const HALVES: [(&str, &str); 8] = [
    ("上午", "am"),
    ("午前", "am"),
    ("오전", "am"),
    ("सुबह", "am"),
    ("下午", "pm"),
    ("午後", "pm"),
    ("오후", "pm"),
    ("शाम", "pm"),
];
/// What stands between two times or two days besides a hyphen.
pub(super) const DASHES: [char; 15] = [
    '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}', '\u{301c}', '\u{ff5e}', '~',
    '\u{81f3}', '\u{5230}', '\u{2192}', '\u{27f6}', '\u{279c}', '\u{2026}',
];
/// Signs behind the hours of a time in East Asia: in front of minutes a colon, else nothing.
pub(super) const HOUR_SIGNS: [char; 4] = ['時', '时', '点', '시'];
/// Half past, behind such a sign.
pub(super) const HALF_PAST: [&str; 3] = ["半", "반", " 반"];
/// What is said of all days with their number.
pub(super) const EVERY_DAY: [&str; 4] = ["7 days a week", "7 days/week", "seven days a week", "7 days"];
/// Words around times that say nothing: days of work are those that are usual.
pub(super) const IDLE: [&str; 27] = [
    "workdays",
    "work days",
    "working days",
    "business days",
    "my time",
    "local time",
    "local",
    "\u{92c}\u{91c}\u{947}",
    "only",
    "nur",
    "uhr",
    "o'clock",
    "o\u{2019}clock",
    "hours",
    "daytime",
    "uur",
    "klo",
    "kl.",
    "kl",
    "godz.",
    "godz",
    "hod.",
    "hod",
    "hs.",
    "hs",
    "\u{447}.",
    "saat",
];
/// Words before core hours, the longest first.
pub(super) const CORE: [&str; 5] = ["core hours", "core time", "core", "kernarbeitszeit", "kernzeit"];
/// The days that Portuguese counts.
pub(super) const COUNTED_DAYS: [(&str, &str); 5] = [
    ("2\u{aa}", "segunda"),
    ("3\u{aa}", "ter\u{e7}a"),
    ("4\u{aa}", "quarta"),
    ("5\u{aa}", "quinta"),
    ("6\u{aa}", "sexta"),
];
/// What stands before the last of several times, in other languages than English, too.
pub(super) const AND: [&str; 11] =
    [" and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " i ", " oraz ", " \u{438} "];
/// Words and numbers that shifts are called by.
pub(super) const SHIFTS: [&str; 32] = [
    "shift",
    "shifts",
    "general",
    "standard",
    "regular",
    "normal",
    "day",
    "night",
    "morning",
    "evening",
    "afternoon",
    "early",
    "late",
    "first",
    "second",
    "third",
    "1st",
    "2nd",
    "3rd",
    "schicht",
    "fr\u{fc}hschicht",
    "sp\u{e4}tschicht",
    "nachtschicht",
    "fr\u{fc}h",
    "sp\u{e4}t",
    "nacht",
    "turno",
    "ma\u{f1}ana",
    "noche",
    "matin",
    "soir",
    "nuit",
];
/// All hours of all days.
pub(super) const ALWAYS: [&str; 10] = [
    "24/7",
    "24x7",
    "24*7",
    "24\u{d7}7",
    "24h/7",
    "24/7/365",
    "24h",
    "24 hours",
    "round the clock",
    "around the clock",
];
