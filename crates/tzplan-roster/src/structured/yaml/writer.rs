//! The JSON of a YAML file, written event by event.

mod continued;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use saphyr_parser::{Event, ScalarStyle};

use super::rewritten::{Rewritten, refused};
use crate::structured::document::Wrong;
use crate::work::steps;

/// Nobody nests a roster deeper.
const DEEPEST: usize = 32;

/// A list or a mapping that is not ended.
struct Open {
    is_mapping: bool,
    anchor: usize,
    start: usize,
    /// The keys so far, each with the JSON of key and value; the last may want its value.
    pairs: Vec<(String, Range<usize>)>,
    wants_value: bool,
    /// Whether something stands in it already.
    is_begun: bool,
    /// The pairs of mappings that are merged into this one.
    merged: Vec<(String, Range<usize>)>,
    merges_next: bool,
    /// Where the text of the last value begins in the JSON, and that text, if it was a text.
    last_text: Option<(usize, String)>,
    /// Whether the next value belongs to nothing: that of a word without a colon.
    passes_next: bool,
}

/// What an anchor stands for.
struct Anchored {
    json: Range<usize>,
    pairs: Vec<(String, Range<usize>)>,
    is_mapping: bool,
}

pub(super) struct Writer {
    pub(super) out: Rewritten,
    open: Vec<Open>,
    anchors: FxHashMap<usize, Anchored>,
    most: usize,
    /// The bytes that aliases have stood for so far, whether they are written or not.
    repeated: usize,
}

impl Writer {
    /// A writer of this many bytes at most.
    pub(super) fn new(most: usize) -> Self {
        let out = Rewritten { json: String::new(), places: Vec::new() };
        Self { out, open: Vec::new(), anchors: FxHashMap::default(), most, repeated: 0 }
    }

    /// Takes an event; `is_alone` says that no colon stands behind a text.
    pub(super) fn take(&mut self, event: Event<'_>, span: Range<usize>, is_alone: bool) -> Result<(), Wrong> {
        match event {
            Event::Scalar(text, ..) if self.continues(&text, is_alone) => {}
            Event::Scalar(text, style, anchor, _) => {
                self.scalar(&text, style == ScalarStyle::Plain, anchor, &span)?;
            }
            Event::SequenceStart(anchor, _) => self.begin(false, anchor, &span)?,
            Event::MappingStart(anchor, _) => self.begin(true, anchor, &span)?,
            Event::SequenceEnd | Event::MappingEnd => self.end(),
            Event::Alias(anchor) => self.alias(anchor, &span)?,
            _ => {}
        }
        if self.out.json.len() > self.most { Err(too_long(span)) } else { Ok(()) }
    }

    fn scalar(
        &mut self,
        text: &str,
        is_plain: bool,
        anchor: usize,
        span: &Range<usize>,
    ) -> Result<(), Wrong> {
        if let Some(open) = self.open.last_mut().filter(|open| open.is_mapping && !open.wants_value) {
            open.wants_value = true;
            if is_plain && text == "<<" {
                open.merges_next = true;
                return Ok(());
            }
            self.separate();
            let start = self.out.json.len();
            self.out.places.push((start, span.clone()));
            self.quote(text);
            self.out.json.push(':');
            if let Some(open) = self.open.last_mut() {
                open.pairs.push((text.to_owned(), start..start));
            }
            return Ok(());
        }
        self.before_value(span)?;
        let start = self.out.json.len();
        self.out.places.push((start, span.clone()));
        match text {
            "" | "~" | "null" | "Null" | "NULL" if is_plain => self.out.json.push_str("null"),
            "true" | "True" | "TRUE" if is_plain => self.out.json.push_str("true"),
            "false" | "False" | "FALSE" if is_plain => self.out.json.push_str("false"),
            // Numbers stand as they are written: 9:30 and 007 too.
            text => self.quote(text),
        }
        let json = start..self.out.json.len();
        self.keep(anchor, Anchored { json, pairs: Vec::new(), is_mapping: false });
        self.value_ended();
        if let Some(open) = self.open.last_mut() {
            open.last_text = Some((start, text.to_owned())).filter(|(_, text)| !text.is_empty());
        }
        Ok(())
    }

    fn begin(&mut self, is_mapping: bool, anchor: usize, span: &Range<usize>) -> Result<(), Wrong> {
        if self.open.len() >= DEEPEST {
            return Err(refused(
                &format!("lists and mappings are nested more than {DEEPEST} deep"),
                span.clone(),
            ));
        }
        self.before_value(span)?;
        let start = self.out.json.len();
        self.out.places.push((start, span.clone()));
        self.out.json.push(if is_mapping { '{' } else { '[' });
        self.open.push(Open {
            is_mapping,
            anchor,
            start,
            pairs: Vec::new(),
            wants_value: false,
            is_begun: false,
            merged: Vec::new(),
            merges_next: false,
            last_text: None,
            passes_next: false,
        });
        Ok(())
    }

    fn end(&mut self) {
        let Some(mut open) = self.open.pop() else { return };
        // Own keys come before those that are merged, and the first of these before the others.
        let merged = std::mem::take(&mut open.merged);
        let mut known: FxHashSet<String> = match merged.is_empty() {
            true => FxHashSet::default(),
            false => open.pairs.iter().map(|(key, _)| key.clone()).collect(),
        };
        steps(known.len() + merged.len());
        for (key, json) in merged {
            if !known.insert(key.clone()) {
                continue;
            }
            if open.is_begun {
                self.out.json.push(',');
            }
            open.is_begun = true;
            let start = self.out.json.len();
            self.out.json.extend_from_within(json);
            open.pairs.push((key, start..self.out.json.len()));
        }
        self.out.json.push(if open.is_mapping { '}' } else { ']' });
        let Open { anchor, start, pairs, is_mapping, .. } = open;
        self.keep(anchor, Anchored { json: start..self.out.json.len(), pairs, is_mapping });
        self.value_ended();
    }

    fn alias(&mut self, anchor: usize, span: &Range<usize>) -> Result<(), Wrong> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err(refused("this alias stands for what it stands in", span.clone()));
        };
        let json = anchored.json.clone();
        self.repeated += json.len();
        if self.repeated > self.most {
            return Err(too_long(span.clone()));
        }
        if let Some(open) = self.open.last_mut().filter(|open| open.merges_next) {
            if !anchored.is_mapping {
                return Err(refused("only mappings can be merged", span.clone()));
            }
            (open.merges_next, open.wants_value) = (false, false);
            steps(anchored.pairs.len());
            open.merged.extend_from_slice(&anchored.pairs);
            return Ok(());
        }
        self.before_value(span)?;
        self.out.places.push((self.out.json.len(), span.clone()));
        steps(json.len());
        self.out.json.extend_from_within(json);
        self.value_ended();
        Ok(())
    }

    /// What has to stand before a value, if one may stand here.
    fn before_value(&mut self, span: &Range<usize>) -> Result<(), Wrong> {
        let Some(open) = self.open.last() else { return Ok(()) };
        if open.merges_next {
            return Err(refused("write an alias behind `<<`, as in `<<: *usual`", span.clone()));
        }
        if open.is_mapping && !open.wants_value {
            return Err(refused("a list or a mapping is no key", span.clone()));
        }
        if !open.is_mapping {
            self.separate();
        }
        Ok(())
    }

    fn separate(&mut self) {
        if let Some(open) = self.open.last_mut() {
            if open.is_begun {
                self.out.json.push(',');
            }
            open.is_begun = true;
        }
    }

    fn value_ended(&mut self) {
        let end = self.out.json.len();
        if let Some(open) = self.open.last_mut() {
            (open.wants_value, open.last_text) = (false, None);
            if let Some((_, json)) = open.pairs.last_mut() {
                json.end = end;
            }
        }
    }

    fn keep(&mut self, anchor: usize, anchored: Anchored) {
        if anchor > 0 {
            self.anchors.insert(anchor, anchored);
        }
    }

    fn quote(&mut self, text: &str) {
        self.out.json.push_str(&serde_json::Value::from(text).to_string());
    }
}

fn too_long(span: Range<usize>) -> Wrong {
    refused("aliases repeat so much that the file is many times its length", span)
}
