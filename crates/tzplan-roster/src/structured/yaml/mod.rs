//! YAML: lists of people, under a key or not, and people by their names, as in JSON.
//!
//! The file is rewritten as JSON, which is read as any other; a fault points at the place in the YAML.

mod rewrite;
mod rewritten;
mod writer;

use std::ops::Range;

use super::document::{Document, Wrong};
use super::entry::Entry;
use super::json::Json;
use super::lists::Lists;
pub(super) use rewrite::rewrite;
pub(super) use rewritten::Rewritten;

/// A YAML document.
pub(super) struct Yaml<'t> {
    json: Json<'t>,
    written: &'t Rewritten,
    others: Vec<(String, Range<usize>)>,
}

const EXAMPLE: &str = "- name: Ana, with `zone: Europe/Lisbon` below it";

/// Reads a document that was rewritten.
pub(super) fn read(written: &Rewritten) -> Result<Yaml<'_>, Wrong> {
    let json = super::json::read(&written.json, EXAMPLE).map_err(|wrong| written.located(wrong))?;
    let others = json.others().iter().map(|(key, span)| (key.clone(), written.place(span))).collect();
    Ok(Yaml { json, written, others })
}

impl<'t> Document<'t> for Yaml<'t> {
    fn lists(&self) -> &Lists {
        self.json.lists()
    }

    fn key(&self, index: usize) -> Option<&str> {
        self.json.key(index)
    }

    fn len(&self) -> usize {
        self.json.len()
    }

    fn span(&self, index: usize) -> Range<usize> {
        self.written.place(&self.json.span(index))
    }

    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.json.entry(index, entry).map_err(|wrong| self.written.located(wrong))?;
        self.locate(entry);
        Ok(())
    }

    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong> {
        self.json.policy(entry).map_err(|wrong| self.written.located(wrong))?;
        self.locate(entry);
        Ok(())
    }

    fn others(&self) -> &[(String, Range<usize>)] {
        &self.others
    }
}

impl Yaml<'_> {
    fn locate(&self, entry: &mut Entry<'_>) {
        for item in &mut entry.items {
            item.span = self.written.place(&item.span);
        }
    }
}
