//! Results of [`tzplan`] as documents: text for a terminal, Markdown to pass on, JSON for programs, CSV for
//! spreadsheets, iCalendar for calendars, a page and charts for everybody else.
//!
//! An answer is a [`Document`], such as [`PlanDocument`], made of the core's values; [`write()`] writes any
//! of them in any [`Form`]. Charts ([`chart`]), the page ([`page`]) and calendars ([`ics`]) are forms of
//! their own.
//!
//! Renderers write to any [`std::io::Write`], choose no paths, read no clock and hold no arithmetic of their
//! own. Every document names its source, what was changed about it, its horizon and the version of the tz
//! database.
//!
//! Dependencies: `chrono` for civil dates, as the core has them; `unicode-width` so that names in any script
//! line up in a terminal; `serde` and `serde_json` write JSON correctly and as it is walked; `csv` quotes
//! cells as spreadsheets read them; `askama` checks the page's templates when they are compiled and escapes
//! what is put into them. Charts are written by hand, with a writer that escapes. Names of rosters never
//! become markup. With the feature `schema`, `schemars` makes JSON Schema of the types that JSON is written
//! from.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod agreement;
mod change;
pub mod chart;
mod check;
mod context;
mod coverage;
pub mod csv;
mod document;
mod example;
mod fit;
mod html;
pub mod ics;
pub mod json;
mod meet;
pub mod page;
mod pairs;
mod plan;
mod pods;
mod pool;
mod regions;
mod rotation;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
mod spelled;
pub mod text;
mod view;
mod windows;
mod words;
mod zones;

pub use agreement::AgreementDocument;
pub use change::{Change, Who};
pub use check::{CheckDocument, Fault, ReadLabel};
pub use context::{Assumption, Context, Setting};
pub use coverage::{CoverageDocument, GroupBy};
pub use document::{Document, Form, string_of, to_string, write};
pub use example::ExampleDocument;
pub use fit::FitDocument;
pub use json::offset::Offset;
pub use meet::{Detail, MeetDocument, Meeting};
pub use page::{Hiring, Report};
pub use pairs::{Answerers, ChosenBy, PAIRS_UP_TO, PairsDocument};
pub use plan::{PlanDocument, YearDocument};
pub use pods::PodsDocument;
pub use pool::{Hubs, Pool, PoolDocument};
pub use regions::{Regions, RegionsDocument, Shown};
pub use rotation::{RotationDocument, Turns};
pub use windows::WindowsDocument;
pub use words::Everyone;
pub use words::places::{Inhabitants, PeopleOf};
pub use words::shell::quoted;
pub use zones::{ZoneCandidate, ZoneListDocument, ZonePlace, ZonesDocument};

/// Every answer as JSON: its kind, what it is called, its document, and the type that is written.
#[cfg(feature = "schema")]
macro_rules! answers {
    ($then:ident) => {
        $then! {
            Plan "plan" PlanDocument = crate::plan::json::PlanKeys<'_>;
            Windows "windows" WindowsDocument = crate::windows::json::WindowsKeys<'_>;
            Year "year" YearDocument = crate::plan::json::YearOfSeasons<'_>;
            Pairs "pairs" PairsDocument = crate::pairs::json::PairsKeys<'_>;
            Pods "pods" PodsDocument = crate::pods::json::PodsKeys<'_>;
            Coverage "coverage" CoverageDocument = crate::coverage::json::CoverageKeys<'_>;
            Fit "fit" FitDocument = crate::fit::json::FitKeys<'_>;
            Pool "pool" PoolDocument = crate::pool::json::PoolKeys<'_>;
            Regions "regions" RegionsDocument = crate::regions::json::RegionsKeys<'_>;
            Meet "meet" MeetDocument = crate::meet::json::MeetKeys<'_>;
            Agreement "agreement" AgreementDocument = crate::agreement::json::AgreementKeys<'_>;
            Rotation "rotation" RotationDocument = crate::rotation::json::RotationKeys<'_>;
            Check "check" CheckDocument = crate::CheckDocument<'_>;
            Zones "zones" ZonesDocument = crate::ZonesDocument<'_>;
            ZoneList "zone-list" ZoneListDocument = crate::ZoneListDocument<'_>;
            Init "init" ExampleDocument = crate::ExampleDocument<'_>;
        }
    };
}

#[cfg(feature = "schema")]
use answers;

/// The README's example is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
