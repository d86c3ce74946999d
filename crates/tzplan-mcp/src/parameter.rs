//! The parameters of a tool: the flags of its command, by their names.

use std::any::TypeId;
use std::path::PathBuf;

use clap::{Arg, ArgAction, Command};

/// A parameter.
#[derive(Debug)]
pub(crate) struct Parameter {
    /// The flag's name, its dashes as underscores.
    pub(crate) name: String,
    /// The flag as a command line has it; `None` for what stands there without one.
    pub(crate) flag: Option<String>,
    pub(crate) kind: Kind,
    /// Whether it is a list.
    pub(crate) is_list: bool,
    /// What it means, as the command's help says it.
    pub(crate) about: String,
    /// What a value is called there: `TIME`.
    pub(crate) value: String,
    pub(crate) default: Option<String>,
}

/// What a value is.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Text,
    Whole,
    Yes,
    /// One of some words, each with what it means.
    Word(Vec<(String, Option<String>)>),
    /// The text of a file.
    File,
    /// The text of a file that belongs to somebody or something: what that is called, and whether it has to
    /// be named.
    FileOf {
        label: String,
        is_needed: bool,
    },
}

/// Flags that are no parameters: of the machine and the terminal, of text alone, of other forms than JSON,
/// and of scripts, which ask for exit codes.
const OTHERS: [&str; 13] = [
    "help",
    "version",
    "output",
    "color",
    "quiet",
    "tzdata",
    "everyone",
    "all",
    "ics",
    "pick",
    "title",
    "keep_holidays",
    "require",
];
/// The forms of an answer that are read as text.
const TEXTS: [&str; 3] = ["json", "markdown", "text"];

/// The parameters of a command, in the order of its help.
pub(crate) fn parameters(command: &Command) -> Vec<Parameter> {
    let flags: Vec<&str> = command.get_arguments().filter_map(Arg::get_long).collect();
    let are_offered =
        command.get_arguments().filter(|arg| !arg.is_hide_set() && !OTHERS.contains(&arg.get_id().as_str()));
    are_offered.map(|arg| parameter(arg, &flags)).collect()
}

fn parameter(arg: &Arg, flags: &[&str]) -> Parameter {
    let value = arg.get_value_names().and_then(<[_]>::first).map(ToString::to_string).unwrap_or_default();
    let name = arg.get_long().unwrap_or(arg.get_id().as_str()).replace('-', "_");
    let (kind, about) = match &*name {
        "format" => (Kind::Word(TEXTS.map(|text| (text.to_owned(), None)).into()), FORMAT.to_owned()),
        "roster" => (Kind::File, ROSTER.to_owned()),
        _ => (kind(arg, &value), said(arg, flags)),
    };
    let default = match &*name {
        "format" => Some("json".to_owned()),
        _ => arg
            .get_default_values()
            .first()
            .filter(|_| kind != Kind::Yes)
            .and_then(|value| Some(value.to_str()?.to_owned())),
    };
    Parameter {
        name,
        flag: arg.get_long().map(|long| format!("--{long}")),
        kind,
        is_list: matches!(arg.get_action(), ArgAction::Append),
        about,
        value,
        default,
    }
}

const ROSTER: &str = "The roster itself, as text: CSV, JSON, YAML, TOML or a Markdown table, with a row for \
                      each person and columns such as name, zone (an IANA id, a city, `UTC+2`), hours \
                      (`9-17`, `8:30-16 Mon-Thu`), required, role, team, holidays (`DE-BE`), off (dates). \
                      Where hours are missing they are 9-17 on Mon-Fri.";
const FORMAT: &str = "What the text of the answer is: the same JSON as its structured content, or the page \
                      for people, as Markdown or for a terminal.";

fn kind(arg: &Arg, value: &str) -> Kind {
    let words = arg.get_possible_values();
    let parsed = arg.get_value_parser().type_id();
    if !arg.get_action().takes_values() {
        Kind::Yes
    } else if !words.is_empty() {
        let help = |word: &clap::builder::PossibleValue| word.get_help().map(ToString::to_string);
        Kind::Word(words.iter().map(|word| (word.get_name().to_owned(), help(word))).collect())
    } else if parsed == TypeId::of::<u32>() {
        Kind::Whole
    } else if parsed == TypeId::of::<PathBuf>() {
        Kind::File
    } else if let Some(label) = value.strip_suffix("=FILE") {
        Kind::FileOf { label: label.to_lowercase(), is_needed: true }
    } else if let Some(label) = value.strip_suffix("=]FILE") {
        Kind::FileOf { label: label.trim_start_matches('[').to_lowercase(), is_needed: false }
    } else {
        Kind::Text
    }
}

/// The flag's help, with flags called as parameters are.
fn said(arg: &Arg, flags: &[&str]) -> String {
    let help = arg.get_long_help().or(arg.get_help()).map(ToString::to_string).unwrap_or_default();
    let mut said = String::new();
    let mut parts = help.split("--");
    said.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(part.len());
        let (word, rest) = part.split_at(end);
        match flags.contains(&word) {
            true => said.push_str(&word.replace('-', "_")),
            false => said.extend(["--", word]),
        }
        said.push_str(rest);
    }
    // The help drops the last full stop.
    let said = format!("{}.", said.trim_end_matches('.'));
    let of_a_line = ["; `-` for standard input", "; may be repeated", " May be repeated."];
    of_a_line.iter().fold(said, |said, words| said.replace(words, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(command: &str) -> Vec<Parameter> {
        parameters(tzplan_cli::command().find_subcommand(command).expect("a command"))
    }

    #[test]
    fn a_parameter_has_the_name_and_type_of_its_flag() {
        let fit = of("fit");
        let kind = |name: &str| &fit.iter().find(|parameter| parameter.name == name).expect(name).kind;
        assert_eq!(kind("max_shift"), &Kind::Text);
        assert_eq!(kind("weeks"), &Kind::Whole);
        assert_eq!(kind("skip_bad"), &Kind::Yes);
        assert_eq!(kind("candidates"), &Kind::File);
        assert_eq!(kind("off_ics"), &Kind::FileOf { label: "name".to_owned(), is_needed: false });
        assert_eq!(kind("holidays_ics"), &Kind::FileOf { label: "code".to_owned(), is_needed: true });
        let words = vec![("fit".to_owned(), None), ("bridges".to_owned(), None)];
        assert_eq!(kind("sort"), &Kind::Word(words));
        let lists: Vec<&str> = fit.iter().filter(|one| one.is_list).map(|one| &*one.name).collect();
        assert!(
            ["with", "against", "move", "add", "read_as", "off_ics"].iter().all(|name| lists.contains(name))
        );
    }

    #[test]
    fn a_description_names_parameters_and_no_flags() {
        for tool in ["plan", "fit", "regions", "meet", "pairs", "coverage", "agreement", "check", "zones"] {
            for Parameter { name, about, .. } in of(tool) {
                assert!(!about.contains("--") && !about.contains("standard input"), "{tool} {name}: {about}");
                assert!(about.len() > 10 && about.ends_with('.'), "{tool} {name}: {about}");
            }
        }
    }

    /// A flag that is renamed would be offered in silence.
    #[test]
    fn what_is_left_out_is_there() {
        let command = tzplan_cli::command();
        let mut ids: Vec<&str> = vec!["help", "version"];
        ids.extend(
            command.get_subcommands().flat_map(Command::get_arguments).map(|arg| arg.get_id().as_str()),
        );
        assert!(OTHERS.iter().all(|other| ids.contains(other)), "{ids:?}");
    }
}
