//! Requests and answers as octets: each part is a letter for its kind, its length in four octets, the lowest
//! first, and so many octets.

/// A part of a request or of an answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its octets.
    pub octets: &'a [u8],
}

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `m`: when the question is asked, in milliseconds since 1970 in UTC, as decimal text.
    Moment,
    /// `v`: an environment variable, as `NAME=VALUE`.
    Variable,
    /// `f`: the name of a file; its content follows.
    File,
    /// `c`: the content of the file that was named.
    Content,
    /// `w`: a word of the command line.
    Word,
    /// `x`: the exit code, as decimal text.
    Code,
    /// `o`: standard output.
    Out,
    /// `e`: standard error.
    Err,
}

/// Every kind with its letter.
const LETTERS: [(u8, Kind); 8] = [
    (b'm', Kind::Moment),
    (b'v', Kind::Variable),
    (b'f', Kind::File),
    (b'c', Kind::Content),
    (b'w', Kind::Word),
    (b'x', Kind::Code),
    (b'o', Kind::Out),
    (b'e', Kind::Err),
];

impl Part<'_> {
    /// The part as octets.
    ///
    /// # Panics
    ///
    /// Where it is 4 GiB long or longer; no memory of a page holds so much.
    pub fn written(&self) -> Vec<u8> {
        let letter = LETTERS.iter().find(|(_, kind)| *kind == self.kind).map_or(b'?', |(letter, _)| *letter);
        let length = u32::try_from(self.octets.len()).expect("less than 4 GiB");
        [&[letter][..], &length.to_le_bytes(), self.octets].concat()
    }
}

/// The parts of a request, up to the first that is none.
pub(crate) fn parts(mut octets: &[u8]) -> impl Iterator<Item = Result<Part<'_>, &'static str>> {
    std::iter::from_fn(move || {
        let (letter, rest) = octets.split_first()?;
        octets = &[];
        let Some((_, kind)) = LETTERS.iter().find(|(known, _)| known == letter) else {
            return Some(Err("the request has a part of no known kind"));
        };
        let part = rest.split_first_chunk().and_then(|(length, rest)| {
            rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
        });
        Some(part.ok_or("the request ends within a part").map(|(part, rest)| {
            octets = rest;
            Part { kind: *kind, octets: part }
        }))
    })
}
