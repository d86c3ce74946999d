//! JSON Schema (2020-12) of the documents, made of the types that they are written from.
//!
//! Whatever a document holds is described, with units; keys that are always there are required. More keys may stand beside
//! them in a later version: no schema forbids any.
//!
//! ```
//! use tzplan_report::json::schema::{Document, all};
//!
//! let plan = Document::Plan.schema();
//! assert_eq!(plan["properties"]["verdict"]["$ref"], "#/$defs/Verdict");
//! assert_eq!(all()["$defs"]["plan"]["properties"], plan["properties"]);
//! ```

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::check::json::Check;
use crate::coverage::json::CoverageDocument;
use crate::fit::json::FitDocument;
use crate::json::example::Example;
use crate::json::head::SCHEMA;
use crate::meet::json::MeetDocument;
use crate::meet::rotation_json::RotationDocument;
use crate::pairs::json::PairsDocument;
use crate::plan::json::{PlanDocument, YearDocument};
use crate::pods::json::PodsDocument;
use crate::pool::json::RankedDocument;
use crate::regions::json::RegionsDocument;
use crate::windows::json::WindowsDocument;
use crate::zones::json::{ZoneAnswer, ZoneList};

/// The dialect.
const META: &str = "https://json-schema.org/draft/2020-12/schema";

/// A kind of document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Document {
    /// Of [`plan`](crate::json::plan).
    Plan,
    /// Of [`windows`](crate::json::windows).
    Windows,
    /// Of [`year`](crate::json::year).
    Year,
    /// Of [`pairs`](crate::json::pairs).
    Pairs,
    /// Of [`pods`](crate::json::pods).
    Pods,
    /// Of [`coverage`](crate::json::coverage).
    Coverage,
    /// Of [`fit`](crate::json::fit).
    Fit,
    /// Of [`pool`](crate::json::pool).
    Pool,
    /// Of [`regions`](crate::json::regions).
    Regions,
    /// Of [`meet`](crate::json::meet).
    Meet,
    /// Of [`rotation`](crate::json::rotation).
    Rotation,
    /// Of [`check`](crate::json::check).
    Check,
    /// Of [`zones`](crate::json::zones).
    Zones,
    /// Of [`zone_list`](crate::json::zone_list).
    ZoneList,
    /// Of [`example`](crate::json::example).
    Init,
}

impl Document {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Plan,
        Self::Windows,
        Self::Year,
        Self::Pairs,
        Self::Pods,
        Self::Coverage,
        Self::Fit,
        Self::Pool,
        Self::Regions,
        Self::Meet,
        Self::Rotation,
        Self::Check,
        Self::Zones,
        Self::ZoneList,
        Self::Init,
    ];

    /// `plan`, `zone-list`: the command that writes it where one does.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Windows => "windows",
            Self::Year => "year",
            Self::Pairs => "pairs",
            Self::Pods => "pods",
            Self::Coverage => "coverage",
            Self::Fit => "fit",
            Self::Pool => "pool",
            Self::Regions => "regions",
            Self::Meet => "meet",
            Self::Rotation => "rotation",
            Self::Check => "check",
            Self::Zones => "zones",
            Self::ZoneList => "zone-list",
            Self::Init => "init",
        }
    }

    /// The document of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|document| document.name() == name)
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

    /// Adds its schema, and those it is made of, to the definitions.
    fn define(self, generator: &mut SchemaGenerator) {
        fn of<T: JsonSchema>(generator: &mut SchemaGenerator) {
            generator.subschema_for::<T>();
        }
        match self {
            Self::Plan => of::<PlanDocument<'_>>(generator),
            Self::Windows => of::<WindowsDocument<'_>>(generator),
            Self::Year => of::<YearDocument<'_>>(generator),
            Self::Pairs => of::<PairsDocument<'_>>(generator),
            Self::Pods => of::<PodsDocument<'_>>(generator),
            Self::Coverage => of::<CoverageDocument<'_>>(generator),
            Self::Fit => of::<FitDocument<'_>>(generator),
            Self::Pool => of::<RankedDocument<'_>>(generator),
            Self::Regions => of::<RegionsDocument<'_>>(generator),
            Self::Meet => of::<MeetDocument<'_>>(generator),
            Self::Rotation => of::<RotationDocument<'_>>(generator),
            Self::Check => of::<Check<'_>>(generator),
            Self::Zones => of::<ZoneAnswer<'_>>(generator),
            Self::ZoneList => of::<ZoneList<'_>>(generator),
            Self::Init => of::<Example<'_>>(generator),
        }
    }
}

/// One schema for all documents: any of them, each under `$defs` by its [name](Document::name).
pub fn all() -> Value {
    let mut generator = generator();
    Document::ALL.into_iter().for_each(|document| document.define(&mut generator));
    let any = Document::ALL.map(|document| json!({ "$ref": format!("#/$defs/{}", document.name()) }));
    json!({
        "$schema": META,
        "title": "tzplan",
        "description": format!("The JSON documents of tzplan, version {}.", SCHEMA),
        "anyOf": any,
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
