//! Text in other encodings than UTF-8, on its way to the readers of text.
//!
//! What is ASCII so far is the same in all of them and passes through. The first bytes that are not decide,
//! by what follows them: UTF-8 passes through for good; anything else is decoded.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_16BE, UTF_16LE};

/// How much of a text decides its encoding, from the first byte that is not ASCII.
const SAMPLE: usize = 64 << 10;

/// An input as UTF-8.
pub(crate) struct Recoded<'a> {
    input: &'a mut dyn Read,
    state: State,
    encoding: Option<&'static Encoding>,
}

enum State {
    /// Nothing is read yet.
    New,
    /// All was ASCII.
    Ascii,
    /// Read to decide, and passed on as it stands from a place on, as is what follows.
    AsItIs(Vec<u8>, usize),
    Decoding(Box<Decoding>),
}

struct Decoding {
    decoder: Decoder,
    /// What is to be decoded next.
    raw: Vec<u8>,
    /// What is decoded, and how much of it is passed on.
    text: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<'a> Recoded<'a> {
    pub(crate) fn new(input: &'a mut dyn Read) -> Self {
        Self { input, state: State::New, encoding: None }
    }

    /// The encoding that was taken; `None` for UTF-8.
    pub(crate) fn encoding(&self) -> Option<&'static str> {
        self.encoding.map(Encoding::name)
    }

    /// Reads on while all is ASCII, and decides once it is not.
    fn look(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = read_some(self.input, buffer)?;
        let seen = &buffer[..read];
        let wide = if matches!(self.state, State::New) { utf_16(seen) } else { None };
        self.state = State::Ascii;
        if wide.is_none() && seen.is_ascii() {
            return Ok(read);
        }
        let mut sample = seen.to_vec();
        let left = SAMPLE.saturating_sub(sample.len()) as u64;
        (&mut *self.input).take(left).read_to_end(&mut sample)?;
        self.encoding = wide.or_else(|| guess(&sample));
        self.state = match self.encoding {
            None => State::AsItIs(sample, 0),
            Some(encoding) => State::Decoding(Box::new(Decoding {
                decoder: encoding.new_decoder_with_bom_removal(),
                raw: sample,
                text: Vec::new(),
                at: 0,
                ended: false,
            })),
        };
        self.read(buffer)
    }
}

impl Read for Recoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.state {
            State::New | State::Ascii => self.look(buffer),
            State::AsItIs(sample, at) if *at < sample.len() => {
                let read = (&sample[*at..]).read(buffer)?;
                *at += read;
                Ok(read)
            }
            State::AsItIs(..) => read_some(self.input, buffer),
            State::Decoding(decoding) => decoding.read(self.input, buffer),
        }
    }
}

impl Decoding {
    fn read(&mut self, input: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
        while self.at == self.text.len() && !self.ended {
            if self.raw.is_empty() {
                self.raw.resize(SAMPLE, 0);
                let read = read_some(input, &mut self.raw)?;
                self.raw.truncate(read);
                self.ended = read == 0;
            }
            let room = self.decoder.max_utf8_buffer_length(self.raw.len()).unwrap_or(0);
            self.text.resize(room, 0);
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw, &mut self.text, self.ended);
            self.text.truncate(written);
            self.raw.clear();
            self.at = 0;
        }
        let read = (&self.text[self.at..]).read(buffer)?;
        self.at += read;
        Ok(read)
    }
}

fn read_some(input: &mut dyn Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match input.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result.map(|read| read.min(buffer.len())),
        }
    }
}

/// UTF-16 by its mark, or by the zeros that two letters of ASCII have in it.
fn utf_16(first: &[u8]) -> Option<&'static Encoding> {
    match *first {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        [1..=0xff, 0, 1..=0xff, 0, ..] => Some(UTF_16LE),
        [0, 1..=0xff, 0, 1..=0xff, ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding of a text with bytes that are not ASCII; `None` for UTF-8, and for what is no text.
fn guess(sample: &[u8]) -> Option<&'static Encoding> {
    let (mut sound, mut wrong) = (0_usize, 0_usize);
    let mut chunks = sample.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        // The sample may end inside a character.
        let is_cut = chunks.peek().is_none() && sample.len() >= SAMPLE;
        wrong += usize::from(!chunk.invalid().is_empty() && !is_cut);
    }
    // In a text of another encoding, characters of UTF-8 are a rare accident; cells that are wrong in a text
    // of UTF-8 are reported one by one.
    if wrong == 0 || sound >= wrong || sample.contains(&0) {
        return None;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() < SAMPLE);
    Some(detector.guess(None, Utf8Detection::Deny))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recoded(bytes: &[u8]) -> (String, Option<&'static str>) {
        let mut input = bytes;
        let mut recoded = Recoded::new(&mut input);
        let mut text = Vec::new();
        recoded.read_to_end(&mut text).unwrap();
        (String::from_utf8_lossy(&text).into_owned(), recoded.encoding())
    }

    #[test]
    fn ascii_and_utf_8_pass_through() {
        for text in ["", "name,zone\n", "\u{feff}name\nÄna\n", "Ā", &"é".repeat(SAMPLE)] {
            assert_eq!(recoded(text.as_bytes()), (text.to_owned(), None));
        }
        // A character over the end of the sample.
        let text = format!("é{}", "€".repeat(SAMPLE));
        assert_eq!(recoded(text.as_bytes()), (text.clone(), None));
    }

    #[test]
    fn a_letter_far_behind_decides_too() {
        let mut bytes = b"Ana,Europe/Berlin\n".repeat(20_000);
        bytes.extend_from_slice(b"Ren\xe9,Europe/Paris\nJ\xfcrgen,Europe/Berlin\n");
        let (text, encoding) = recoded(&bytes);
        assert_eq!(encoding, Some("windows-1252"));
        assert!(text.ends_with("Berlin\nRené,Europe/Paris\nJürgen,Europe/Berlin\n"));
        assert_eq!(text.lines().count(), 20_002);
    }

    #[test]
    fn a_wrong_cell_among_sound_ones_is_left_to_the_reader() {
        assert_eq!(recoded("Zoë\nÄna\nRen\u{e9}\n".as_bytes()).1, None);
        assert_eq!(recoded(b"Zo\xc3\xab\n\xc3\x84na\nRen\xe9,x\n").1, None);
        assert_eq!(recoded(b"noise \x00\xff\xfe\x80\n").1, None);
    }

    #[test]
    fn utf_16_is_decoded_with_and_without_its_mark() {
        let text = "name,zone\r\nÄna 👩,Europe/Berlin\r\n".repeat(9_000);
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for (mark, bytes, name) in [
            (&[0xff, 0xfe][..], &little, "UTF-16LE"),
            (&[], &little, "UTF-16LE"),
            (&[0xfe, 0xff], &big, "UTF-16BE"),
            (&[], &big, "UTF-16BE"),
        ] {
            assert_eq!(recoded(&[mark, bytes].concat()), (text.clone(), Some(name)));
        }
    }
}
