//! The page: titles, lines, paragraphs and drawings, for a terminal of a given width or as Markdown.
//!
//! What a page says is written once. On a terminal a line is set to fit; in Markdown every one of them is a
//! block, its text inert.

use std::io;

use super::markup;
use super::style::Style;
use crate::words::ink::{Ink, Text};
use crate::words::people::Names;

/// Running text is set no wider, however wide the terminal.
const READABLE: usize = 100;
/// The least width that is laid out for.
const NARROWEST: usize = 60;
/// Where the text of a labelled line starts.
const AFTER_LABEL: usize = 19;
/// Columns of a drawing in Markdown.
const DRAWING: Style = Style { width: 100, color: false };

/// What a page is set for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Medium {
    Terminal,
    /// With the block that was written last.
    Markdown(Option<Block>),
}

/// A block of Markdown. Items of one list stand together, other blocks apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Block {
    Item,
    Other,
}

/// A writer of lines that fit, or of blocks.
pub struct Page<'w> {
    out: &'w mut dyn io::Write,
    medium: Medium,
    width: usize,
    color: bool,
}

impl<'w> Page<'w> {
    /// For a terminal.
    pub(crate) fn new(out: &'w mut dyn io::Write, style: Style) -> Self {
        Self { out, medium: Medium::Terminal, width: style.width.max(NARROWEST), color: style.color }
    }

    /// As Markdown, where names have all the room they take.
    pub(crate) fn markdown(out: &'w mut dyn io::Write) -> Self {
        Self { out, medium: Medium::Markdown(None), width: READABLE, color: false }
    }

    /// Columns there are.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Columns of running text.
    pub(crate) fn readable(&self) -> usize {
        self.width.min(READABLE)
    }

    /// How lines are set.
    pub(crate) fn style(&self) -> Style {
        Style { width: self.width, color: self.color }
    }

    /// Whether names are cut to fit.
    pub(crate) fn names(&self) -> Names {
        match self.medium {
            Medium::Terminal => Names::Cut,
            Medium::Markdown(_) => Names::Whole,
        }
    }

    /// Whether a table of this many columns fits. A document has room for any.
    pub(crate) fn holds(&self, columns: usize) -> bool {
        self.is_markdown() || columns <= self.width
    }

    pub(crate) fn is_markdown(&self) -> bool {
        matches!(self.medium, Medium::Markdown(_))
    }

    pub(crate) fn line(&mut self, text: &Text) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => {
                let fits = text.width() <= self.width;
                let line =
                    if fits { text.render(self.color) } else { text.cut(self.width).render(self.color) };
                writeln!(self.out, "{line}")
            }
            Medium::Markdown(_) => self.block(Block::Other, &markup::paragraph(text)),
        }
    }

    /// An empty line; blocks stand apart anyway.
    pub(crate) fn blank(&mut self) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => writeln!(self.out),
            Medium::Markdown(_) => Ok(()),
        }
    }

    /// The answer of the page.
    pub(crate) fn title(&mut self, text: &Text) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => text.wrapped(self.readable()).iter().try_for_each(|line| self.line(line)),
            Medium::Markdown(_) => self.block(Block::Other, &markup::heading(1, text)),
        }
    }

    /// A heading of a part of the page.
    pub(crate) fn heading(&mut self, text: &str) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => {
                self.blank()?;
                self.hanging(&Text::default(), 0, &Text::new(Ink::Strong, text))
            }
            Medium::Markdown(_) => self.block(Block::Other, &markup::heading(2, &text.into())),
        }
    }

    /// A heading of a part of the page, and what the part is; on one line where there is room.
    pub(crate) fn heading_and(&mut self, heading: &str, about: &str) -> io::Result<()> {
        if self.is_markdown() {
            self.heading(heading)?;
            return self.paragraph(0, &about.into());
        }
        self.blank()?;
        let mut label = Text::new(Ink::Strong, heading);
        label.plain(": ");
        self.hanging(&label, 2, &about.into())
    }

    /// Running text, every line indented.
    pub(crate) fn paragraph(&mut self, indent: usize, text: &Text) -> io::Result<()> {
        self.hanging(&Text::from(" ".repeat(indent)), indent, text)
    }

    /// `Label            running text`.
    pub(crate) fn labelled(&mut self, label: &str, text: &Text) -> io::Result<()> {
        self.hanging(&Text::new(Ink::Strong, label), AFTER_LABEL, text)
    }

    /// `  Label  running text` of a list.
    pub(crate) fn item(&mut self, label: &str, indent: usize, text: &Text) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => self.hanging(&format!("  {label}").into(), indent, text),
            Medium::Markdown(_) => {
                let item = format!(
                    "- {}",
                    markup::paragraph(&labelled(&Text::new(Ink::Strong, label), &text.closed()))
                );
                self.block(Block::Item, &item)
            }
        }
    }

    /// Running text right behind a label, its further lines indented.
    pub(crate) fn behind(&mut self, label: &str, indent: usize, text: &Text) -> io::Result<()> {
        self.flowing(label.into(), indent, text)
    }

    /// Running text after a label, its further lines below its first one.
    fn hanging(&mut self, label: &Text, indent: usize, text: &Text) -> io::Result<()> {
        if self.is_markdown() {
            return self.block(Block::Other, &markup::paragraph(&labelled(label, &text.closed())));
        }
        let mut line = label.clone();
        line.pad_to(indent);
        self.flowing(line, indent, text)
    }

    fn flowing(&mut self, mut line: Text, indent: usize, text: &Text) -> io::Result<()> {
        let readable = self.readable();
        let mut empty = true;
        let room = readable.saturating_sub(indent).max(1);
        for word in text.closed().phrases().iter().flat_map(|word| word.broken(room)) {
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
    pub(crate) fn pieces(&mut self, pieces: &[Text]) -> io::Result<()> {
        let mut line = Text::default();
        for piece in pieces {
            let full = !line.is_empty() && line.width() + 3 + piece.width() > self.width;
            if full && !self.is_markdown() {
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

    /// Lines whose columns have to stay below each other.
    pub(crate) fn drawing(&mut self, draw: impl FnOnce(&mut Page<'_>) -> io::Result<()>) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => draw(self),
            Medium::Markdown(_) => {
                let mut lines = Vec::new();
                draw(&mut Page::new(&mut lines, DRAWING))?;
                self.verbatim(&String::from_utf8_lossy(&lines))
            }
        }
    }

    /// Lines as they are: they belong to somebody else, and nothing of them is cut, coloured or set anew.
    pub(crate) fn verbatim(&mut self, lines: &str) -> io::Result<()> {
        match self.medium {
            Medium::Terminal => self.out.write_all(lines.as_bytes()),
            Medium::Markdown(_) => self.block(Block::Other, &markup::fenced(lines)),
        }
    }

    /// A table as Markdown.
    pub(crate) fn pipes(&mut self, table: &str) -> io::Result<()> {
        self.block(Block::Other, table)
    }

    fn block(&mut self, block: Block, text: &str) -> io::Result<()> {
        let before = self.medium;
        self.medium = Medium::Markdown(Some(block));
        let apart =
            matches!(before, Medium::Markdown(Some(last)) if (last, block) != (Block::Item, Block::Item));
        if apart {
            writeln!(self.out)?;
        }
        writeln!(self.out, "{text}")
    }
}

/// A label with what it is about in one paragraph.
fn labelled(label: &Text, text: &Text) -> Text {
    let mut whole = label.clone();
    whole.plain(" ");
    whole.append(text);
    whole
}
