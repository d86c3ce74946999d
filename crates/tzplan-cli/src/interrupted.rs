//! Ctrl-C and requests to end: no draft is left behind.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

/// The drafts that are there now.
static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a draft that goes with the program where SIGINT or SIGTERM ends it.
pub(crate) fn removing(draft: impl FnOnce() -> io::Result<NamedTempFile>) -> io::Result<NamedTempFile> {
    watch()?;
    // Held while the draft is made: a signal in between finds it.
    let mut drafts = DRAFTS.lock().unwrap_or_else(PoisonError::into_inner);
    let draft = draft()?;
    drafts.push(draft.path().to_owned());
    Ok(draft)
}

/// A draft became the answer.
pub(crate) fn kept(draft: &Path) {
    DRAFTS.lock().unwrap_or_else(PoisonError::into_inner).retain(|path| path != draft);
}

/// Starts the thread that waits for signals, once.
#[cfg(unix)]
fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::sync::OnceLock;

    static WATCHED: OnceLock<()> = OnceLock::new();
    if WATCHED.get().is_some() {
        return Ok(());
    }
    let mut signals = Signals::new([SIGINT, SIGTERM])?;
    WATCHED.get_or_init(|| {
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let drafts = DRAFTS.lock().unwrap_or_else(PoisonError::into_inner);
                drafts.iter().for_each(|draft| drop(std::fs::remove_file(draft)));
                // The program ends as it would have without this thread.
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    });
    Ok(())
}

#[cfg(not(unix))]
fn watch() -> io::Result<()> {
    Ok(())
}
