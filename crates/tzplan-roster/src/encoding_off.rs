//! Text as it stands: what is left of the feature `encodings` when it is off.

use std::io::{self, Read};

/// An input that is UTF-8.
pub(crate) struct Recoded<'a>(&'a mut dyn Read);

impl<'a> Recoded<'a> {
    pub(crate) fn new(input: &'a mut dyn Read) -> Self {
        Self(input)
    }

    pub(crate) fn encoding(&self) -> Option<&'static str> {
        None
    }
}

impl Read for Recoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}
