//! A file that appears whole or not at all, with the permissions it had or those of any new file.

use std::fs::{File, Metadata, OpenOptions};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use crate::interrupted;

/// This many links in a row lead nowhere.
const MOST_LINKS: usize = 40;
/// How the draft of an answer is called while it is written.
const PREFIX: &str = ".tzplan-";

/// What becomes a file once it is whole.
pub(crate) struct Draft {
    draft: NamedTempFile,
    /// What a link points to, not the link.
    file: PathBuf,
    /// As the flag names it.
    named: PathBuf,
    /// The file to fill where it cannot be replaced: it has other names, an owner whom a new file would not
    /// get, or stands in a folder that takes no new files. Replaced in one step otherwise.
    filled: Option<File>,
}

impl Draft {
    /// Where the answer for a file is written until it is whole: beside it, or, where that cannot take its
    /// place, in the folder for temporary files. A file that may not be written is refused.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = pointed_to(path)?;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !std::fs::metadata(folder)?.is_dir() {
            return Err(io::ErrorKind::NotADirectory.into());
        }
        let at = |draft, filled| Self { draft, file: file.clone(), named: path.to_owned(), filled };
        // Messages of their own name the draft, which nobody asked for.
        let unnamed = |error: io::Error| io::Error::from(error.kind());
        let Ok(there) = std::fs::metadata(&file) else {
            return draft(Some(folder), Readers::AsNew).map(|draft| at(draft, None)).map_err(unnamed);
        };
        let filled = OpenOptions::new().write(true).open(&file)?;
        let replaced = match has_one_name(&there) {
            true => draft(Some(folder), Readers::Owner).ok().filter(|draft| alike(draft, &there).is_ok()),
            false => None,
        };
        match replaced {
            Some(draft) => Ok(at(draft, None)),
            None => draft(None, Readers::Owner).map(|draft| at(draft, Some(filled))).map_err(unnamed),
        }
    }

    /// What the answer is written to.
    pub(crate) fn writer(&self) -> io::Result<File> {
        self.draft.as_file().try_clone()
    }

    /// The file that the answer becomes.
    pub(crate) fn file(&self) -> &Path {
        &self.file
    }

    /// The same, as it was named.
    pub(crate) fn named(&self) -> &Path {
        &self.named
    }

    /// The answer is whole.
    pub(crate) fn hand_over(mut self) -> io::Result<()> {
        let Some(mut filled) = self.filled.take() else {
            let draft = self.draft.path().to_owned();
            self.draft.persist(&self.file).map_err(|error| error.error)?;
            interrupted::kept(&draft);
            return Ok(());
        };
        let whole = self.draft.as_file_mut();
        whole.rewind()?;
        filled.set_len(0)?;
        io::copy(whole, &mut filled)?;
        filled.flush()
    }
}

/// A link is followed, also to a file that does not exist yet.
fn pointed_to(path: &Path) -> io::Result<PathBuf> {
    let mut file = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = std::fs::read_link(&file) else { return Ok(file) };
        file = file.parent().map_or_else(|| target.clone(), |folder| folder.join(&target));
    }
    // A circle of links: the system has its own words for it.
    std::fs::metadata(path).map(|_| file)
}

/// A draft that is gone when the program is, whatever ends it: for its owner alone, or with the permissions
/// that a shell's redirection gives a new file.
#[cfg_attr(not(unix), allow(unused_variables, reason = "permissions are unix's"))]
fn draft(folder: Option<&Path>, readers: Readers) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    if readers == Readers::AsNew {
        use std::os::unix::fs::PermissionsExt;
        // Less what the umask takes away.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    interrupted::removing(|| match folder {
        Some(folder) => builder.tempfile_in(folder),
        None => builder.tempfile(),
    })
}

/// Who may read a draft.
#[cfg_attr(not(unix), allow(dead_code, reason = "permissions are unix's"))]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    Owner,
    AsNew,
}

/// Gives a draft the owner, the group and the permissions of the file that it replaces.
#[cfg(unix)]
fn alike(draft: &NamedTempFile, there: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = draft.as_file().metadata()?;
    if (own.uid(), own.gid()) != (there.uid(), there.gid()) {
        fchown(draft.as_file(), Some(there.uid()), Some(there.gid()))?;
    }
    draft.as_file().set_permissions(there.permissions())
}

#[cfg(not(unix))]
fn alike(_: &NamedTempFile, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Whether no other hard link would go on to show the old answer.
#[cfg(unix)]
fn has_one_name(there: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(there) == 1
}

#[cfg(not(unix))]
fn has_one_name(_: &Metadata) -> bool {
    true
}
