//! What a zoneinfo directory holds.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The largest file of rules, in bytes; those of the database have less than 4,000.
const LARGEST: u64 = 1 << 20;
/// The version stands in the first line.
const FIRST_LINE: u64 = 256;

/// Ids of the compiled zones below a directory, in no order.
///
/// Copies kept beside them (`posix`, `right`) are other databases; names with a dot or a small first letter
/// (`tzdata.zi`, `posixrules`, `leapseconds`) are no ids.
pub(super) fn ids(directory: &Path) -> io::Result<Vec<String>> {
    let mut ids = Vec::new();
    collect_ids(directory, "", &mut ids)?;
    Ok(ids)
}

/// The version that the directory names for itself.
pub(super) fn version(directory: &Path) -> Option<String> {
    let first_line = |name: &str| {
        let mut start = Vec::new();
        open(&directory.join(name)).ok()?.take(FIRST_LINE).read_to_end(&mut start).ok()?;
        Some(String::from_utf8_lossy(&start).lines().next()?.to_owned())
    };
    let (zi, plain) = (first_line("tzdata.zi"), first_line("+VERSION"));
    let from_zi = zi.as_deref().and_then(|line| line.strip_prefix("# version "));
    from_zi
        .or(plain.as_deref())
        .map(|version| version.trim().to_owned())
        .filter(|version| !version.is_empty())
}

/// The rules of a zone, or what is wrong with their file.
pub(super) fn rules(directory: &Path, id: &str) -> Result<Vec<u8>, String> {
    let file = open(&directory.join(id)).map_err(|error| error.to_string())?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LARGEST {
        return Err("its file has more than 1 MiB".to_owned());
    }
    Ok(bytes)
}

/// Opens a file; a pipe, which would be waited for, and a device are none.
fn open(path: &Path) -> io::Result<File> {
    match fs::metadata(path)?.is_file() {
        true => File::open(path),
        false => Err(io::Error::new(io::ErrorKind::InvalidInput, "it is no file")),
    }
}

fn collect_ids(directory: &Path, prefix: &str, ids: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
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
    let mut magic = [0; 4];
    open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok() && &magic == b"TZif"
}
