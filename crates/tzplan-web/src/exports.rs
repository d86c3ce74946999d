//! What a page calls: it asks for room, writes a request there, has it answered and reads the answer.
#![allow(unsafe_code, reason = "an exported name is an unsafe attribute; nothing in here is an unsafe act")]

use std::cell::RefCell;

thread_local! {
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Room for a request of so many octets. The page fills it before it calls anything else.
// No other function of the module has this name.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn room(octets: usize) -> *mut u8 {
    REQUEST.with_borrow_mut(|request| {
        *request = vec![0; octets];
        request.as_mut_ptr()
    })
}

/// Answers the request, and says how many octets the answer has.
// No other function of the module has this name.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn answer() -> usize {
    let answer = crate::answer(&REQUEST.take());
    ANSWER.replace(answer);
    ANSWER.with_borrow(Vec::len)
}

/// Where the answer begins. It stays there until the next one is asked for.
// No other function of the module has this name.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn answered() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}
