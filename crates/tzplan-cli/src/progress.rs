//! A sign of life on a terminal for work that takes longer than a second.

use crate::{diagnostics, surroundings};

/// Does some work, with a spinner on standard error while it takes long, when that is a terminal.
pub(crate) fn during<T>(doing: &str, work: impl FnOnce() -> T) -> T {
    if !surroundings::err_is_terminal() || diagnostics::is_quiet() {
        return work();
    }
    with_spinner(doing, work)
}

#[cfg(not(target_family = "wasm"))]
fn with_spinner<T>(doing: &str, work: impl FnOnce() -> T) -> T {
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    use indicatif::ProgressBar;

    /// Work shorter than this shows nothing.
    const PATIENCE: Duration = Duration::from_secs(1);
    /// How often the sign moves.
    const TICK: Duration = Duration::from_millis(120);

    let (done, is_done) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            if is_done.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                let spinner = ProgressBar::new_spinner().with_message(doing.to_owned());
                spinner.enable_steady_tick(TICK);
                // Nothing is ever sent: the other end is dropped when the work is done.
                let _ = is_done.recv();
                spinner.finish_and_clear();
            }
        });
        let result = work();
        drop(done);
        result
    })
}

/// There is no terminal, and no second thread.
#[cfg(target_family = "wasm")]
fn with_spinner<T>(_: &str, work: impl FnOnce() -> T) -> T {
    work()
}
