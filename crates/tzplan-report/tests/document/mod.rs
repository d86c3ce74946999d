//! A Markdown document as GitHub would read it, with every extension that could make more of a text than
//! text.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};

/// What a document says, its markup undone.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) headings: Vec<String>,
    /// Paragraphs and items.
    pub(crate) paragraphs: Vec<String>,
    /// Rows of cells, the header first.
    pub(crate) tables: Vec<Vec<Vec<String>>>,
    pub(crate) drawings: Vec<String>,
}

impl Document {
    /// Reads a document.
    ///
    /// # Panics
    ///
    /// Where anything stands in it that a page does not write: HTML but `<br>`, links, images, quotations,
    /// rules, …
    #[track_caller]
    pub(crate) fn read(markdown: &str) -> Self {
        let arena = Arena::new();
        let root = parse_document(&arena, markdown, &options());
        let mut document = Self::default();
        for block in root.children() {
            document.block(block, markdown);
        }
        document
    }

    fn block<'a>(&mut self, node: &'a AstNode<'a>, markdown: &str) {
        match &node.data().value {
            NodeValue::Heading(_) => self.headings.push(text_of(node, markdown)),
            NodeValue::Paragraph => self.paragraphs.push(text_of(node, markdown)),
            NodeValue::List(_) | NodeValue::Item(_) => {
                node.children().for_each(|child| self.block(child, markdown));
            }
            NodeValue::CodeBlock(code) if code.fenced => self.drawings.push(code.literal.clone()),
            NodeValue::Table(table) => {
                let cells =
                    |row: &'a AstNode<'a>| row.children().map(|cell| text_of(cell, markdown)).collect();
                let rows: Vec<Vec<String>> = node.children().map(cells).collect();
                assert!(rows.iter().all(|row| row.len() == table.num_columns), "{rows:?} in\n{markdown}");
                self.tables.push(rows);
            }
            other => panic!("{other:?} in\n{markdown}"),
        }
    }

    /// Every cell there is.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().flatten().flatten().map(String::as_str)
    }

    /// Headings, paragraphs and cells.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.headings.iter().chain(&self.paragraphs).map(String::as_str).chain(self.cells())
    }
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    let extension = &mut options.extension;
    extension.table = true;
    extension.strikethrough = true;
    extension.autolink = true;
    extension.tasklist = true;
    extension.superscript = true;
    extension.footnotes = true;
    extension.math_dollars = true;
    extension.math_code = true;
    extension.alerts = true;
    extension.underline = true;
    extension.spoiler = true;
    extension.subscript = true;
    extension.highlight = true;
    options.parse.relaxed_autolinks = true;
    options
}

/// The text of a block without its markup; lines of a cell are apart.
fn text_of<'a>(node: &'a AstNode<'a>, markdown: &str) -> String {
    let mut text = String::new();
    for child in node.children() {
        match &child.data().value {
            NodeValue::Text(run) => text.push_str(run),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::Strong => text.push_str(&text_of(child, markdown)),
            NodeValue::HtmlInline(html) if html == "<br>" => text.push('\n'),
            other => panic!("{other:?} in\n{markdown}"),
        }
    }
    text
}
