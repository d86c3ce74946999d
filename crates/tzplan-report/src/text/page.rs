//! The page: lines and paragraphs of a given width.

use std::io;

use super::Style;
use super::ink::{Ink, Text};

/// Running text is set no wider, however wide the terminal.
const READABLE: usize = 100;
/// The least width that is laid out for.
const NARROWEST: usize = 60;
/// Where the text of a labelled line starts.
const AFTER_LABEL: usize = 17;

/// A writer of lines that fit.
pub(super) struct Page<'w> {
    out: &'w mut dyn io::Write,
    width: usize,
    color: bool,
}

impl<'w> Page<'w> {
    pub(super) fn new(out: &'w mut dyn io::Write, style: Style) -> Self {
        Self { out, width: style.width.max(NARROWEST), color: style.color }
    }

    /// Columns there are.
    pub(super) fn width(&self) -> usize {
        self.width
    }

    /// Columns of running text.
    pub(super) fn readable(&self) -> usize {
        self.width.min(READABLE)
    }

    pub(super) fn line(&mut self, text: &Text) -> io::Result<()> {
        writeln!(self.out, "{}", text.cut(self.width).render(self.color))
    }

    pub(super) fn blank(&mut self) -> io::Result<()> {
        writeln!(self.out)
    }

    /// A heading of a part of the page.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        self.blank()?;
        self.hanging(&Text::default(), 0, &Text::new(Ink::Strong, text))
    }

    /// Running text, every line indented.
    pub(super) fn paragraph(&mut self, indent: usize, text: &Text) -> io::Result<()> {
        self.hanging(&Text::from(" ".repeat(indent)), indent, text)
    }

    /// `Label            running text`.
    pub(super) fn labelled(&mut self, label: &str, text: &Text) -> io::Result<()> {
        self.hanging(&Text::new(Ink::Strong, label), AFTER_LABEL, text)
    }

    /// Running text after a label, its further lines below its first one.
    pub(super) fn hanging(&mut self, label: &Text, indent: usize, text: &Text) -> io::Result<()> {
        let readable = self.readable();
        let mut line = label.clone();
        line.pad_to(indent);
        let mut empty = true;
        for word in text.words() {
            if !empty && line.width() + 1 + word.width() > readable {
                self.line(&line)?;
                line = Text::from(" ".repeat(indent));
                empty = true;
            }
            if !empty {
                line.space_before(&word);
            }
            line.append(&word);
            empty = false;
        }
        self.line(&line)
    }

    /// Pieces with ` · ` between them; a line ends after a piece.
    pub(super) fn pieces(&mut self, pieces: &[Text]) -> io::Result<()> {
        let mut line = Text::default();
        for piece in pieces {
            if !line.is_empty() && line.width() + 3 + piece.width() > self.width {
                self.line(&line)?;
                line = Text::default();
            }
            if !line.is_empty() {
                line.push(Ink::Faint, " · ");
            }
            line.append(piece);
        }
        self.line(&line)
    }
}
