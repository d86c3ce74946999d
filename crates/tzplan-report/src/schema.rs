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
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::check::CheckDocument;
use crate::coverage::json::CoverageKeys;
use crate::example::ExampleDocument;
use crate::fit::json::FitKeys;
use crate::json::head::SCHEMA;
use crate::meet::json::MeetKeys;
use crate::pairs::json::PairsKeys;
use crate::plan::json::{PlanKeys, YearOfSeasons};
use crate::pods::json::PodsKeys;
use crate::pool::json::PoolKeys;
use crate::regions::json::RegionsKeys;
use crate::rotation::json::RotationKeys;
use crate::windows::json::WindowsKeys;
use crate::zones::{ZoneListDocument, ZonesDocument};

/// The dialect.
const META: &str = "https://json-schema.org/draft/2020-12/schema";

/// A kind of document.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Kind {
    /// Of [`PlanDocument`](crate::PlanDocument).
    Plan,
    /// Of [`WindowsDocument`](crate::WindowsDocument).
    Windows,
    /// Of [`YearDocument`](crate::YearDocument).
    Year,
    /// Of [`PairsDocument`](crate::PairsDocument).
    Pairs,
    /// Of [`PodsDocument`](crate::PodsDocument).
    Pods,
    /// Of [`CoverageDocument`](crate::CoverageDocument).
    Coverage,
    /// Of [`FitDocument`](crate::FitDocument).
    Fit,
    /// Of [`PoolDocument`](crate::PoolDocument).
    Pool,
    /// Of [`RegionsDocument`](crate::RegionsDocument).
    Regions,
    /// Of [`MeetDocument`](crate::MeetDocument).
    Meet,
    /// Of [`RotationDocument`](crate::RotationDocument).
    Rotation,
    /// Of [`CheckDocument`].
    Check,
    /// Of [`ZonesDocument`].
    Zones,
    /// Of [`ZoneListDocument`].
    ZoneList,
    /// Of [`ExampleDocument`].
    Init,
}

impl Kind {
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

    /// Adds its schema, and those it is made of, to the definitions.
    fn define(self, generator: &mut SchemaGenerator) {
        fn of<T: JsonSchema>(generator: &mut SchemaGenerator) {
            generator.subschema_for::<T>();
        }
        match self {
            Self::Plan => of::<PlanKeys<'_>>(generator),
            Self::Windows => of::<WindowsKeys<'_>>(generator),
            Self::Year => of::<YearOfSeasons<'_>>(generator),
            Self::Pairs => of::<PairsKeys<'_>>(generator),
            Self::Pods => of::<PodsKeys<'_>>(generator),
            Self::Coverage => of::<CoverageKeys<'_>>(generator),
            Self::Fit => of::<FitKeys<'_>>(generator),
            Self::Pool => of::<PoolKeys<'_>>(generator),
            Self::Regions => of::<RegionsKeys<'_>>(generator),
            Self::Meet => of::<MeetKeys<'_>>(generator),
            Self::Rotation => of::<RotationKeys<'_>>(generator),
            Self::Check => of::<CheckDocument<'_>>(generator),
            Self::Zones => of::<ZonesDocument<'_>>(generator),
            Self::ZoneList => of::<ZoneListDocument<'_>>(generator),
            Self::Init => of::<ExampleDocument<'_>>(generator),
        }
    }
}

/// One schema for all documents: any of them, each under `$defs` by its [name](Kind::name).
pub fn all() -> Value {
    let mut generator = generator();
    Kind::ALL.into_iter().for_each(|kind| kind.define(&mut generator));
    let any = Kind::ALL.map(|kind| json!({ "$ref": format!("#/$defs/{}", kind.name()) }));
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
