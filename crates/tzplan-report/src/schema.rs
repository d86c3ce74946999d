//! JSON Schema (2020-12) of the documents, made of the types that they are written from.
//!
//! Whatever a document holds is described, with units; keys that are always there are required. More keys may
//! stand beside them in a later version: no schema forbids any.
//!
//! ```
//! use tzplan_report::schema::{Kind, all};
//!
//! let plan = Kind::Plan.schema();
//! assert_eq!(plan["properties"]["verdict"]["$ref"], "#/$defs/Verdict");
//! assert_eq!(all()["$defs"]["plan"]["properties"], plan["properties"]);
//! ```

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::answers;
use crate::json::head::SCHEMA;

/// The dialect.
const META: &str = "https://json-schema.org/draft/2020-12/schema";

/// Makes the kinds of documents of the crate's list of answers.
macro_rules! kinds {
    ($($kind:ident $name:literal $document:ident = $keys:ty;)*) => {
        /// A kind of document.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[non_exhaustive]
        pub enum Kind {
            $(#[doc = concat!("Of [`", stringify!($document), "`](crate::", stringify!($document), ").")] $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$kind),*];

            /// `plan`, `zone-list`: the command that writes it where one does.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }

            /// Adds its schema, and those it is made of, to the definitions.
            fn define(self, generator: &mut SchemaGenerator) {
                match self {
                    $(Self::$kind => generator.subschema_for::<$keys>(),)*
                };
            }
        }
    };
}

answers!(kinds);

impl Kind {
    /// The document of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its schema, self-contained.
    pub fn schema(self) -> Value {
        let mut generator = generator();
        self.define(&mut generator);
        let mut definitions = generator.take_definitions(true);
        let mut schema = definitions.remove(self.name()).unwrap_or_default();
        schema["$schema"] = META.into();
        schema["title"] = format!("tzplan: {}", self.name()).into();
        if !definitions.is_empty() {
            schema["$defs"] = definitions.into();
        }
        schema
    }
}

/// One schema for all documents: any of them, each under `$defs` by its [name](Kind::name).
pub fn all() -> Value {
    any_of(&Kind::ALL)
}

/// One schema for several documents: any of them, as in [`all`].
pub fn any_of(kinds: &[Kind]) -> Value {
    let mut generator = generator();
    kinds.iter().for_each(|kind| kind.define(&mut generator));
    let any = kinds.iter().map(|kind| json!({ "$ref": format!("#/$defs/{}", kind.name()) }));
    json!({
        "$schema": META,
        "title": "tzplan",
        "description": format!("The JSON documents of tzplan, version {}.", SCHEMA),
        "anyOf": any.collect::<Value>(),
        "$defs": generator.take_definitions(true),
    })
}

fn generator() -> SchemaGenerator {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.with_transform(RecursiveTransform(without_machine_formats)).into_generator()
}

/// `uint32` and the like are names of the programming language, which a strict validator does not know.
fn without_machine_formats(schema: &mut Schema) {
    let is_known = |format: &Value| matches!(format.as_str(), Some("date" | "date-time"));
    if schema.get("format").is_some_and(|format| !is_known(format)) {
        schema.remove("format");
    }
}
