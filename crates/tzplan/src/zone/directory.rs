//! What a zoneinfo directory holds.

use std::fs;
use std::path::Path;

/// Ids of the compiled zones below a directory, in no order.
///
/// Copies kept beside them (`posix`, `right`) are other databases; names with a dot or a small first letter
/// (`tzdata.zi`, `posixrules`, `leapseconds`) are no ids.
pub(super) fn ids(directory: &Path) -> std::io::Result<Vec<String>> {
    let mut ids = Vec::new();
    collect_ids(directory, "", &mut ids)?;
    Ok(ids)
}

/// The version that the directory names for itself.
pub(super) fn version(directory: &Path) -> Option<String> {
    let zi = fs::read_to_string(directory.join("tzdata.zi")).ok();
    let from_zi = zi.as_deref().and_then(|text| text.lines().next()?.strip_prefix("# version "));
    let plain = fs::read_to_string(directory.join("+VERSION")).ok();
    from_zi
        .or(plain.as_deref())
        .map(|version| version.trim().to_owned())
        .filter(|version| !version.is_empty())
}

fn collect_ids(directory: &Path, prefix: &str, ids: &mut Vec<String>) -> std::io::Result<()> {
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
    use std::io::Read;
    let mut magic = [0; 4];
    fs::File::open(path).and_then(|mut file| file.read_exact(&mut magic)).is_ok() && &magic == b"TZif"
}
