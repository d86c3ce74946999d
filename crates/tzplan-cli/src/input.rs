//! Files that a request reads.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use same_file::Handle;

use crate::failure::Failure;
use crate::names::near;
use crate::surroundings;

/// How messages name standard input.
pub(crate) const STANDARD: &str = "standard input";
/// Of larger folders only this many names are compared with a misspelt one.
const MOST_FILES: usize = 10_000;
/// At most this many files are looked at for another name of an answer: a folder of zones has two thousand.
const MOST_RULES: usize = 100_000;

/// What this run reads: an answer replaces none of it.
static READ: Mutex<Vec<Handle>> = Mutex::new(Vec::new());
/// Folders of which this run reads any file: without links.
static FOLDERS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Opens a file; with its name as messages show it. `-` is standard input.
pub(crate) fn open(path: &Path) -> Result<(String, Box<dyn Read + Send>), Failure> {
    let of_memory = surroundings::file(path);
    if path.as_os_str() == "-" {
        if let Some(input) = of_memory {
            return Ok((STANDARD.to_owned(), input.unwrap_or_else(|_| Box::new(io::empty()))));
        }
        remember(Handle::stdin());
        return Ok((STANDARD.to_owned(), Box::new(io::stdin())));
    }
    let name = path.display().to_string();
    let fault = |source: io::Error| {
        let near = if source.kind() == io::ErrorKind::NotFound { near_file(path) } else { None };
        Failure::Open { name: name.clone(), source, near }
    };
    if let Some(input) = of_memory {
        return input.map(|input| (name.clone(), input)).map_err(fault);
    }
    let file = File::open(path).map_err(fault)?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(Failure::Setting(format!("cannot read {name}: it is a folder; name a file in it")));
    }
    remember(Handle::from_path(path));
    Ok((name, Box::new(file)))
}

/// The file of the same folder whose name a misspelt one resembles.
fn near_file(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let of_folder = || {
        let files = std::fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
        Some(files.take(MOST_FILES).filter_map(|file| file.ok()?.file_name().into_string().ok()).collect())
    };
    let mut files: Vec<String> = surroundings::file_names().or_else(of_folder)?;
    files.retain(|file| !file.starts_with('.'));
    // A folder has no order.
    files.sort();
    let near = near(path.file_name()?.to_str()?, files.iter().map(String::as_str))?;
    Some(path.with_file_name(near).display().to_string())
}

/// Whether a word names a file.
pub(crate) fn exists(word: &str) -> bool {
    let path = Path::new(word);
    surroundings::file(path).map_or_else(|| path.exists(), |file| file.is_ok())
}

/// Each file once: it stays open.
fn remember(file: io::Result<Handle>) {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Ok(file) = file
        && !read.contains(&file)
    {
        read.push(file);
    }
}

/// The settings beside a roster: read, as `open` reads.
pub(crate) fn open_settings(path: &Path) -> io::Result<File> {
    remember(Handle::from_path(path));
    File::open(path)
}

/// Of a folder any file may be read from now on.
pub(crate) fn reads_folder(folder: &Path) {
    if let Ok(folder) = std::fs::canonicalize(folder) {
        FOLDERS.lock().unwrap_or_else(PoisonError::into_inner).push(folder);
    }
}

/// Refuses an answer that would replace a file which this run has read, by whatever path or link.
pub(crate) fn not_read(output: &Path, named: &Path) -> Result<(), Failure> {
    let folders = FOLDERS.lock().unwrap_or_else(PoisonError::into_inner);
    if std::fs::canonicalize(output).is_ok_and(|file| folders.iter().any(|folder| file.starts_with(folder))) {
        return Err(replaced(named));
    }
    let Ok(output) = Handle::from_path(output) else { return Ok(()) };
    for folder in folders.iter() {
        match is_linked(folder, &output, MOST_RULES) {
            Some(false) => {}
            Some(true) => return Err(replaced(named)),
            None => {
                return Err(Failure::Setting(format!(
                    "--output names {}, which may be read as well: {} holds more than {MOST_RULES} \
                     files, and not all of them were compared with it; name a new file, or a folder \
                     that holds rules of zones alone",
                    named.display(),
                    folder.display()
                )));
            }
        }
    }
    match READ.lock().unwrap_or_else(PoisonError::into_inner).contains(&output) {
        true => Err(replaced(named)),
        false => Ok(()),
    }
}

/// Whether a file has another name in a folder or below it; `None` where there are more files than may be
/// looked at.
fn is_linked(folder: &Path, file: &Handle, most: usize) -> Option<bool> {
    let mut folders = vec![folder.to_owned()];
    // Links to folders may lead back up.
    let mut seen = HashSet::new();
    let mut looked_at = 0;
    while let Some(folder) = folders.pop() {
        if !std::fs::canonicalize(&folder).is_ok_and(|folder| seen.insert(folder)) {
            continue;
        }
        let entries = std::fs::read_dir(&folder).into_iter().flatten();
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            looked_at += 1;
            if looked_at > most {
                return None;
            }
            // A pipe is not opened.
            match std::fs::metadata(&path) {
                Ok(found) if found.is_dir() => folders.push(path),
                Ok(found)
                    if found.is_file() && Handle::from_path(&path).is_ok_and(|found| found == *file) =>
                {
                    return Some(true);
                }
                _ => {}
            }
        }
    }
    Some(false)
}

/// The same, before anything is read: of the file that the answer is about.
pub(crate) fn not_overwritten(input: &Path, output: Option<&Path>) -> Result<(), Failure> {
    if surroundings::is_memory() {
        return Ok(());
    }
    let same = |output: &Path| same_file::is_same_file(input, output).unwrap_or(false);
    match output.filter(|output| same(output)) {
        Some(output) => Err(replaced(output)),
        None => Ok(()),
    }
}

fn replaced(output: &Path) -> Failure {
    Failure::Setting(format!(
        "--output names {}, which is read: the answer would replace it; name another file",
        output.display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_looked_through_whole_or_it_is_said() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("below");
        std::fs::create_dir(&below).expect("a folder in it");
        for name in 0..5 {
            std::fs::write(folder.path().join(name.to_string()), "").expect("a file");
        }
        let (inside, outside) = (below.join("rules"), tempfile::NamedTempFile::new().expect("a file"));
        std::fs::write(&inside, "").expect("a file");
        let handle = |path: &Path| Handle::from_path(path).expect("a file that is there");
        // Five files, the folder below and what is in it.
        assert_eq!(is_linked(folder.path(), &handle(&inside), 7), Some(true));
        assert_eq!(is_linked(folder.path(), &handle(outside.path()), 7), Some(false));
        assert_eq!(is_linked(folder.path(), &handle(outside.path()), 6), None);
        #[cfg(unix)]
        {
            // A way back up is no more to look at than the link.
            std::os::unix::fs::symlink(folder.path(), below.join("up")).expect("a link");
            assert_eq!(is_linked(folder.path(), &handle(outside.path()), 8), Some(false));
        }
    }
}
