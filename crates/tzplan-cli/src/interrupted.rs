//! Ctrl-C, requests to end and closed terminals: no draft is left behind.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tempfile::NamedTempFile;

/// The drafts that are there now.
static DRAFTS: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// Makes a draft that goes with the program where SIGINT, SIGQUIT, SIGTERM or SIGHUP ends it.
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

/// Whether whoever started the program has it ignore the first signal, SIGHUP: with `nohup` it outlives its
/// terminal. Told by what Linux says of a process; elsewhere it is ignored, as drafts are not then.
#[cfg(unix)]
fn outlives_its_terminal(status: &str) -> bool {
    let line = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = line.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_none_or(|ignored| ignored & 1 == 1)
}

/// Starts the thread that waits for signals, once.
#[cfg(unix)]
fn watch() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::sync::OnceLock;

    static WATCHED: OnceLock<()> = OnceLock::new();
    if WATCHED.get().is_some() {
        return Ok(());
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let closed = if outlives_its_terminal(&status) { None } else { Some(SIGHUP) };
    let mut signals = Signals::new([SIGINT, SIGQUIT, SIGTERM].into_iter().chain(closed))?;
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn with_nohup_a_program_outlives_its_terminal() {
        // The lowest bit is that of SIGHUP, the thirteenth that of SIGPIPE.
        assert!(outlives_its_terminal("SigBlk:\t0000000000000000\nSigIgn:\t0000000000001001\n"));
        assert!(!outlives_its_terminal("SigBlk:\t0000000000000001\nSigIgn:\t0000000000001000\n"));
        assert!(outlives_its_terminal(""));
    }
}
