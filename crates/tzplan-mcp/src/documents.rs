//! The schemas of the answers: their structure in the list of tools, which a client loads whole, and the
//! texts that explain each key as resources, for whoever asks.

use rmcp::model::{Resource, ResourceContents};
use serde_json::{Value, json};
use tzplan_report::schema::{self, Kind};

use crate::tool::TOOLS;

/// What the addresses begin with; the name of a document follows.
const ADDRESS: &str = "tzplan://schema/";

const FORM: &str = "application/schema+json";

/// Any of these documents, without the texts that explain their keys. The protocol asks for a type at the
/// top.
pub(crate) fn structure(documents: &[Kind]) -> Value {
    let mut schema = match documents {
        [only] => only.schema(),
        several => schema::any_of(several),
    };
    remove_texts(&mut schema);
    let read = documents.iter().map(|kind| format!("{ADDRESS}{}", kind.name())).collect::<Vec<_>>();
    schema["description"] = format!("What each key means: {}", read.join(", ")).into();
    schema["type"] = json!("object");
    schema
}

/// A key `description` that holds no text is a document's own.
fn remove_texts(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            keys.retain(|key, value| key != "description" || !value.is_string());
            keys.values_mut().for_each(remove_texts);
        }
        Value::Array(items) => items.iter_mut().for_each(remove_texts),
        _ => {}
    }
}

/// The documents of all tools, each once.
fn kinds() -> impl Iterator<Item = Kind> {
    TOOLS.iter().flat_map(|tool| tool.documents).copied()
}

/// The resources, as a client is told of them.
pub(crate) fn resources() -> Vec<Resource> {
    let resource = |kind: Kind| {
        Resource::new(format!("{ADDRESS}{}", kind.name()), kind.name())
            .with_title(format!("What the keys of a document `{}` mean", kind.name()))
            .with_description("JSON Schema (2020-12) of the document, with a text and units for each key.")
            .with_mime_type(FORM)
    };
    kinds().map(resource).collect()
}

/// The resource of an address.
pub(crate) fn read(address: &str) -> Option<ResourceContents> {
    let name = address.strip_prefix(ADDRESS)?;
    let kind = kinds().find(|kind| kind.name() == name)?;
    Some(ResourceContents::text(kind.schema().to_string(), address).with_mime_type(FORM))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_named_like_a_text_stays() {
        let mut schema = json!({
            "description": "a person",
            "properties": {"description": {"type": "string", "description": "what they do"}},
            "anyOf": [{"description": "one"}, {"const": 1}],
        });
        remove_texts(&mut schema);
        let left = json!({"properties": {"description": {"type": "string"}}, "anyOf": [{}, {"const": 1}]});
        assert_eq!(schema, left);
    }

    #[test]
    fn an_address_of_no_document_has_nothing() {
        assert!(read("tzplan://schema/plan").is_some());
        for address in ["tzplan://schema/", "tzplan://schema/roster", "plan", "file:///etc/passwd"] {
            assert!(read(address).is_none(), "{address}");
        }
    }
}
