//! Work on an input that is done on another core, ahead of whoever wants what comes of it.
//!
//! The thread of the caller reads the input, which may belong to it alone, and takes the results in their
//! order; a second thread makes them of the bytes. Only so much is read ahead as keeps that thread busy.

use std::io::{self, Read};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::tape::{CHUNK, read_once};

/// How many chunks of the input are on their way at once.
const CHUNKS: usize = 8;

/// When another core helps.
#[derive(Clone, Copy)]
pub(crate) struct Help {
    /// Behind so many bytes: what is shorter is read before another core would have begun.
    pub(crate) from: usize,
    /// How many cores there are.
    pub(crate) cores: fn() -> usize,
}

impl Default for Help {
    fn default() -> Self {
        Self { from: 1 << 20, cores: || thread::available_parallelism().map_or(1, NonZero::get) }
    }
}

/// What comes of an input, piece by piece.
pub(crate) struct Ahead<'a, R> {
    /// `None` before it is known.
    input: Option<&'a mut dyn Read>,
    /// `None` once the input has ended.
    chunks: Option<Sender<Vec<u8>>>,
    /// Results that were used up, to be filled again.
    spares: Sender<R>,
    made: Receiver<Made<R>>,
    worker: Option<JoinHandle<()>>,
}

/// What the worker gives.
enum Made<R> {
    /// A chunk that was read, to be filled again.
    Spare(Vec<u8>),
    Result(R),
    End(io::Result<()>),
}

/// Where a worker finds its input.
struct Chunks<R> {
    chunks: Receiver<Vec<u8>>,
    made: Sender<Made<R>>,
    present: Vec<u8>,
    at: usize,
}

/// Where a worker puts its results.
pub(crate) struct Results<R> {
    made: Sender<Made<R>>,
    spares: Receiver<R>,
}

impl<'a, R: Send + Default + 'static> Ahead<'a, R> {
    /// Starts a worker, which waits for [an input](Self::read).
    pub(crate) fn start(
        work: impl FnOnce(&mut dyn Read, &mut Results<R>) -> io::Result<()> + Send + 'static,
    ) -> io::Result<Self> {
        let (chunks, given) = channel();
        let (spares, spare) = channel();
        let (taken, made) = channel();
        let mut input = Chunks { chunks: given, made: taken.clone(), present: Vec::new(), at: 0 };
        let mut results = Results { made: taken, spares: spare };
        let worker = thread::Builder::new().spawn(move || {
            let end = work(&mut input, &mut results);
            // Nobody hears of it who does not want to.
            let _ = results.made.send(Made::End(end));
        })?;
        Ok(Self { input: None, chunks: Some(chunks), spares, made, worker: Some(worker) })
    }

    /// Reads an input whose first bytes are at hand.
    pub(crate) fn read(&mut self, input: &'a mut dyn Read, first: Vec<u8>) -> io::Result<()> {
        self.input = Some(input);
        if let Some(chunks) = &self.chunks {
            let _ = chunks.send(first);
        }
        (0..CHUNKS).try_for_each(|_| self.feed(Vec::new()))
    }

    /// The next result, in exchange for one that is used up; `None` when there is none.
    pub(crate) fn next(&mut self, spare: R) -> io::Result<Option<R>> {
        let _ = self.spares.send(spare);
        loop {
            match self.made.recv() {
                Ok(Made::Spare(chunk)) => self.feed(chunk)?,
                Ok(Made::Result(result)) => return Ok(Some(result)),
                Ok(Made::End(end)) => return end.map(|()| None),
                Err(_) => match self.worker.take().map(JoinHandle::join) {
                    // The worker's panic is that of the caller.
                    Some(Err(panic)) => std::panic::resume_unwind(panic),
                    _ => return Ok(None),
                },
            }
        }
    }

    /// Reads a chunk for the worker.
    fn feed(&mut self, mut chunk: Vec<u8>) -> io::Result<()> {
        let (Some(chunks), Some(input)) = (&self.chunks, &mut self.input) else { return Ok(()) };
        chunk.resize(CHUNK, 0);
        let read = read_once(*input, &mut chunk)?;
        chunk.truncate(read);
        // A worker that has failed says so when its result is asked for.
        if read == 0 || chunks.send(chunk).is_err() {
            self.chunks = None;
        }
        Ok(())
    }
}

impl<R> Read for Chunks<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.present.len() {
            let spare = std::mem::take(&mut self.present);
            if spare.capacity() > 0 {
                let _ = self.made.send(Made::Spare(spare));
            }
            self.at = 0;
            match self.chunks.recv() {
                Ok(chunk) => self.present = chunk,
                Err(_) => return Ok(0),
            }
        }
        let read = (&self.present[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

impl<R: Default> Results<R> {
    /// Gives a result away, and takes one that can be filled; `None` when nobody wants more.
    pub(crate) fn give(&mut self, result: R) -> Option<R> {
        self.made.send(Made::Result(result)).ok()?;
        Some(self.spares.try_recv().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of lines and their lengths, made ahead.
    fn lengths(text: &[u8], first: usize) -> Vec<(usize, usize)> {
        let mut rest = &text[first..];
        let mut ahead = Ahead::start(|input, results| {
            let mut text = Vec::new();
            input.read_to_end(&mut text)?;
            let mut result = Vec::new();
            for line in text.split(|byte| *byte == b'\n').map(<[u8]>::len).enumerate() {
                result.push(line);
                let Some(spare) = results.give(result) else { return Ok(()) };
                result = spare;
                result.clear();
            }
            Ok(())
        })
        .unwrap();
        ahead.read(&mut rest, text[..first].to_vec()).unwrap();
        let mut found = Vec::new();
        let mut spare = Vec::new();
        while let Some(result) = ahead.next(spare).unwrap() {
            found.extend_from_slice(&result);
            spare = result;
        }
        assert!(ahead.next(Vec::new()).unwrap().is_none());
        found
    }

    #[test]
    fn results_come_in_their_order() {
        let lines: Vec<String> = (0..200_000).map(|line| "x".repeat(line % 17)).collect();
        let expected: Vec<_> = lines.iter().map(String::len).enumerate().collect();
        let text = lines.join("\n");
        for first in [0, 1, 100_000, text.len()] {
            assert_eq!(lengths(text.as_bytes(), first), expected);
        }
    }

    /// Fails after some reads.
    struct Failing(usize);

    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or(io::ErrorKind::TimedOut)?;
            buffer.fill(b'\n');
            Ok(buffer.len())
        }
    }

    fn read_all(input: &mut dyn Read, results: &mut Results<Vec<u8>>) -> io::Result<()> {
        let mut buffer = vec![0; 1000];
        while input.read(&mut buffer)? > 0 {
            let Some(spare) = results.give(buffer) else { break };
            buffer = spare;
            buffer.resize(1000, 0);
        }
        Ok(())
    }

    #[test]
    fn a_failing_input_is_an_error() {
        for reads in [0, 3, 40] {
            let mut input = Failing(reads);
            let all = Ahead::start(read_all).and_then(|mut ahead| {
                ahead.read(&mut input, Vec::new())?;
                while ahead.next(Vec::new())?.is_some() {}
                Ok(())
            });
            assert_eq!(all.unwrap_err().kind(), io::ErrorKind::TimedOut);
        }
    }

    #[test]
    fn a_panic_of_the_worker_is_one_here() {
        let mut input = Failing(usize::MAX);
        let mut ahead = Ahead::<()>::start(|_, _| panic!("worker")).unwrap();
        ahead.read(&mut input, Vec::new()).unwrap();
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| ahead.next(())));
        assert!(caught.is_err());
    }
}
