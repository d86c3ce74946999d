//! Why there is no such zone.

use std::fmt;

/// Why there is no zone of that name, or no database; its message says what is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneError {
    kind: ZoneErrorKind,
    /// The name that was asked for.
    name: String,
    why: String,
}

/// The kinds of [`ZoneError`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum ZoneErrorKind {
    /// No zone has that name.
    Unknown,
    /// No place on Earth keeps this fixed offset.
    OffsetOutOfRange,
    /// The zone exists, but its rules cannot be read.
    Unreadable,
    /// The directory holds no tz database.
    NoDatabase,
    /// The zone cannot be expressed in the type that was asked for.
    NoEquivalent,
}

impl ZoneError {
    pub(super) fn new(kind: ZoneErrorKind, name: &str) -> Self {
        Self { kind, name: name.to_owned(), why: String::new() }
    }

    pub(super) fn because(kind: ZoneErrorKind, name: impl fmt::Display, why: String) -> Self {
        Self { kind, name: name.to_string(), why }
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ZoneErrorKind {
        self.kind
    }

    /// Whether the name is that of no zone (rather than of one whose rules cannot be read).
    pub fn is_unknown(&self) -> bool {
        self.kind == ZoneErrorKind::Unknown
    }
}

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, name, why } = self;
        match kind {
            ZoneErrorKind::Unknown => write!(f, "unknown zone `{name}`"),
            ZoneErrorKind::OffsetOutOfRange => {
                write!(f, "`{name}` is outside the offsets in use on Earth, UTC-12:00 to UTC+14:00")
            }
            ZoneErrorKind::Unreadable => write!(f, "the rules of zone `{name}` cannot be read: {why}"),
            ZoneErrorKind::NoDatabase => write!(f, "no tz database at `{name}`: {why}"),
            ZoneErrorKind::NoEquivalent => write!(f, "zone `{name}` cannot be converted: {why}"),
        }
    }
}

impl std::error::Error for ZoneError {}
