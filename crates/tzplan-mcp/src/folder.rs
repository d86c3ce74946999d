//! The one folder whose files may be read.

use std::io::{self, Read};
use std::path::{Component, Path};

use cap_std::ambient_authority;
use cap_std::fs::Dir;

/// A longer file is no roster.
const MOST_BYTES: u64 = 64 << 20;
/// The most files that are named where one is missing.
const MOST_NAMED: usize = 20;

/// A folder that is open. What is read is below it, whatever links there are.
#[derive(Debug)]
pub(crate) struct Folder(Dir);

impl Folder {
    /// Opens it.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Dir::open_ambient_dir(path, ambient_authority()).map(Self)
    }

    /// The bytes of the file at a path below it; else why there are none.
    pub(crate) fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
        if path.is_empty() || !Path::new(path).components().all(is_below) {
            return Err("it is no path within the folder that this server reads".to_owned());
        }
        let there = self.0.metadata(path).map_err(|error| self.why(path, &error))?;
        if !there.is_file() {
            return Err(format!("it is no file{}", self.files(Path::new(path))));
        }
        if there.len() > MOST_BYTES {
            return Err(too_long());
        }
        let mut bytes = Vec::new();
        let file = self.0.open(path).map_err(|error| self.why(path, &error))?;
        // It may grow meanwhile.
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        if bytes.len() as u64 > MOST_BYTES { Err(too_long()) } else { Ok(bytes) }
    }

    fn why(&self, path: &str, error: &io::Error) -> String {
        match error.kind() {
            io::ErrorKind::NotFound => {
                let folder = Path::new(path).parent().filter(|folder| !folder.as_os_str().is_empty());
                format!("there is no such file{}", self.files(folder.unwrap_or(Path::new("."))))
            }
            // Nothing is said of what lies outside.
            io::ErrorKind::PermissionDenied => {
                "it may not be read, or a link leads out of the folder".to_owned()
            }
            _ => error.to_string(),
        }
    }

    /// The files of a folder, for whoever named none of them.
    fn files(&self, folder: &Path) -> String {
        let entries = self.0.read_dir(folder);
        let is_file = |entry: &cap_std::fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
        let named = entries.ok().into_iter().flatten().flatten().filter(is_file);
        let names = named.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.map(|name| tzplan_cli::cut(&name)).collect();
        names.retain(|name| !name.starts_with('.'));
        // A folder has no order.
        names.sort();
        let more = names.len().saturating_sub(MOST_NAMED);
        names.truncate(MOST_NAMED);
        match (&names[..], more) {
            ([], _) => String::new(),
            (names, 0) => format!("; there are {}", names.join(", ")),
            (names, more) => format!("; there are {} and {more} more", names.join(", ")),
        }
    }
}

fn too_long() -> String {
    format!("it is longer than {} MiB", MOST_BYTES >> 20)
}
