//! Words that people write where a place should be.

/// Folded words that name no place on Earth, or all of them.
const WORDS: [&str; 49] = [
    "anywhere",
    "async",
    "asynchronous",
    "cloud",
    "cyberspace",
    "digital nomad",
    "distributed",
    "earth",
    "everywhere",
    "flexible",
    "fully remote",
    "global",
    "here",
    "home",
    "home office",
    "hybrid",
    "international",
    "internet",
    "mars",
    "metaverse",
    "milky way",
    "moon",
    "multiple",
    "n a",
    "na",
    "nil",
    "nomad",
    "nomadic",
    "none",
    "nowhere",
    "null",
    "office",
    "on site",
    "onsite",
    "online",
    "planet earth",
    "remote",
    "remote only",
    "space",
    "tba",
    "tbd",
    "the internet",
    "the moon",
    "the world",
    "unknown",
    "various",
    "wfh",
    "world",
    "worldwide",
];

/// Folded names of parts of the world with many zones.
const WIDE: [&str; 25] = [
    "africa",
    "americas",
    "apac",
    "asia",
    "asia pacific",
    "caribbean",
    "central america",
    "central europe",
    "eastern europe",
    "eea",
    "emea",
    "eu",
    "europe",
    "european union",
    "latam",
    "latin america",
    "middle east",
    "north america",
    "oceania",
    "nordics",
    "mena",
    "south america",
    "southeast asia",
    "the americas",
    "western europe",
];

/// Whether a folded label is no place: as a part of a label it says nothing.
pub(super) fn is_no_place(folded: &str) -> bool {
    WORDS.contains(&folded) || is_wide(folded)
}

/// Whether a folded label is a part of the world with many zones.
pub(super) fn is_wide(folded: &str) -> bool {
    WIDE.contains(&folded)
}
