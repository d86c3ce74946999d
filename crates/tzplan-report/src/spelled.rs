//! The schemas of values that are written by hand: what they are spelled as, and lists written as they are
//! walked.

use std::borrow::Cow;

use chrono::Weekday;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use tzplan::Model;
use tzplan::coverage::GapCause;
use tzplan::fit::{FitResult, SortBy};
use tzplan::meeting::{Cause, Reason};

use crate::json::head::{Spelled, SumOfMinutes};
use crate::json::who::{GroupNames, Names};

/// A value that is one of a few words.
macro_rules! words {
    ($type:ty, $name:literal, $about:literal, $values:expr) => {
        impl JsonSchema for Spelled<$type> {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let words = $values.map(|value| value.to_string());
                json_schema!({ "description": $about, "type": "string", "enum": words })
            }
        }
    };
}

words!(
    Model,
    "Model",
    "How a team can work; better ones first.",
    [Model::Overlap, Model::OverlapWithShifts, Model::Hybrid, Model::Async]
);
words!(
    FitResult,
    "Result",
    "Whether somebody fits a team; better answers first.",
    [FitResult::Fits, FitResult::FitsWithShift, FitResult::FitsAsync]
);
words!(SortBy, "SortBy", "What comes first in a list.", [SortBy::Fit, SortBy::Bridges]);
words!(
    Weekday,
    "Weekday",
    "A day of the week.",
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
);

words!(
    GapCause,
    "GapCause",
    "What makes a gap: the weekly hours, clock changes only, days off only.",
    [GapCause::Hours, GapCause::ClockChange, GapCause::DaysOff]
);
words!(
    Cause,
    "Cause",
    "What makes a cost: the weekly hours, a clock change, a stay elsewhere.",
    [Cause::Hours, Cause::ClockChange, Cause::Stay]
);
words!(
    Reason,
    "Reason",
    "Why no slot is clean.",
    [Reason::QuorumTooLarge, Reason::DaysOff, Reason::NoSharedWeekday, Reason::OutsideHours]
);

impl JsonSchema for SumOfMinutes {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Minutes".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "minimum": 0 })
    }
}

impl JsonSchema for Names<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Names".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<Vec<&str>>::json_schema(generator)
    }
}

impl JsonSchema for GroupNames<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "GroupNames".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<&str>::json_schema(generator)
    }
}
