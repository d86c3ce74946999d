//! The tools: which commands they are, and what a model reads of them.

use std::sync::{Arc, LazyLock};

use rmcp::model::{JsonObject, ToolAnnotations};
use serde_json::Value;
use tzplan_report::schema::Kind;

use crate::documents::structure;
use crate::input_schema::input_schema;
use crate::parameter::{Parameter, parameters};

/// A command as a tool.
pub(crate) struct Tool {
    /// The command's name.
    pub(crate) name: &'static str,
    title: &'static str,
    about: &'static str,
    /// The documents it may answer with.
    pub(crate) documents: &'static [Kind],
    /// What makes its answer shorter, of its parameters.
    pub(crate) shorter: &'static str,
}

/// All of them.
pub(crate) const TOOLS: [Tool; 9] = [
    Tool {
        name: "plan",
        title: "Plan a team across time zones",
        about: "Whether a team of several time zones can work together: the hours a day that everyone shares \
                in every season of the year, and the verdict with its reasons: overlap, overlap with shifts \
                (who would have to start when), hybrid (groups that each overlap) or async; who binds the \
                team and what would change that. Ask this first about a team. Flags of what-if (`move`, \
                `hours_of`, `add`, `without`, `optional`) try a change. With `windows` or `quorum` the dated \
                windows instead, days off counted.",
        documents: &[Kind::Plan, Kind::Windows],
        shorter: "`weeks`, or `team` for a part of the people",
    },
    Tool {
        name: "fit",
        title: "Judge a candidate, or rank many",
        about: "Whether a candidate fits a team before the offer is made: fits, fits with a shift of their \
                own day, or fits async only; what they share with each teammate, and the team's verdict \
                before and after. `zone` says where the one candidate lives; `candidates` is a table of \
                many, who are ranked. `against` stands for hours that a job asks for in place of a roster.",
        documents: &[Kind::Fit, Kind::Pool],
        shorter: "`top`",
    },
    Tool {
        name: "regions",
        title: "Where in the world to hire",
        about: "Where to hire for a team: every time zone of the world judged like a candidate, those with \
                equal clocks in one row, with their countries and people.",
        documents: &[Kind::Regions],
        shorter: "`country`, or `offsets`",
    },
    Tool {
        name: "meet",
        title: "Find a meeting time that lasts",
        about: "Times for a meeting that recurs every week, and what each costs whom through a year of clock \
                changes (work at night, outside reasonable hours, before or after the day); why none is \
                clean, and the nearest change that opens one. `once` asks for a single meeting, `rotate` for \
                fair turns over some weeks, `quorum` for a meeting without everybody.",
        documents: &[Kind::Meet, Kind::Rotation],
        shorter: "`top`",
    },
    Tool {
        name: "pairs",
        title: "Who overlaps with whom",
        about: "Who shares how many hours a day with whom, and how long a reply takes between them: the \
                share answered at once, the mean, median, 95th percentile and worst wait in minutes. \
                `answered_by` names who answers questions to everybody.",
        documents: &[Kind::Pairs],
        shorter: "`team` for a part of the people, or the `plan`, which has an overview of pairs",
    },
    Tool {
        name: "coverage",
        title: "When somebody is at work",
        about: "How many people are at work at every hour of the planned dates, the gaps, and where one more \
                person would cover most; for support and on-call. Its answer is long: about 4 kB for each \
                week of a small team, so name the `weeks` that matter.",
        documents: &[Kind::Coverage],
        shorter: "fewer `weeks`",
    },
    Tool {
        name: "agreement",
        title: "The working agreement of a team",
        about: "What a team can keep as its working agreement, season by season and on everybody's own \
                clock: core hours, stand-ups, whom to ask at which hour, hand-offs, and what moves for whom \
                on the dates on which clocks change.",
        documents: &[Kind::Agreement],
        shorter: "`weeks`, or `team` for a part of the people",
    },
    Tool {
        name: "check",
        title: "Check a roster",
        about: "Every fault of a roster, with its row, what is wrong and what to write instead, and what \
                it leaves open; nothing is planned. Other tools refuse a roster with faults and name \
                these, too; of warnings they show a few, this one all.",
        documents: &[Kind::Check],
        shorter: "a part of the roster",
    },
    Tool {
        name: "zones",
        title: "Which time zone a place is in",
        about: "Which IANA time zone a place or a label means (`Portland, OR`, `PST`, `UTC+5:30`), what was \
                assumed, its candidates where it may mean several, and its offsets from UTC through the \
                planned dates. Ask it before a roster with doubtful places. Without `query` the list of all \
                zones.",
        documents: &[Kind::Zones, Kind::ZoneList],
        shorter: "a `query`",
    },
];

impl Tool {
    /// The tool of a name.
    pub(crate) fn of_name(name: &str) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.name == name)
    }

    /// Its parameters: the command's flags.
    pub(crate) fn parameters(&self) -> &'static [Parameter] {
        static OF_TOOLS: LazyLock<Vec<(&str, Vec<Parameter>)>> = LazyLock::new(|| {
            let command = tzplan_cli::command();
            let of = |tool: &Tool| command.find_subcommand(tool.name).map(parameters).unwrap_or_default();
            TOOLS.iter().map(|tool| (tool.name, of(tool))).collect()
        });
        OF_TOOLS.iter().find(|(name, _)| *name == self.name).map_or(&[], |(_, parameters)| parameters)
    }

    /// As a client is told of it. Files are offered where there is a folder to read them from.
    pub(crate) fn described(&self, has_folder: bool) -> rmcp::model::Tool {
        let annotations = ToolAnnotations::with_title(self.title).read_only(true).idempotent(true);
        rmcp::model::Tool::new(self.name, self.about, object(input_schema(self.parameters(), has_folder)))
            .with_title(self.title)
            .with_raw_output_schema(object(structure(self.documents)))
            .with_annotations(annotations.destructive(false).open_world(false))
    }
}

fn object(schema: Value) -> Arc<JsonObject> {
    match schema {
        Value::Object(schema) => schema.into(),
        _ => Arc::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_a_command_with_parameters() {
        for tool in &TOOLS {
            assert!(tool.parameters().len() >= 4, "{}", tool.name);
            assert!(Tool::of_name(tool.name).is_some());
        }
        assert!(Tool::of_name("report").is_none());
    }
}
