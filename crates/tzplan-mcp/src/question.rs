//! A call as a command line, with the files that it names.

use std::collections::BTreeMap;
use std::sync::Arc;

use clap::error::ErrorKind;
use rmcp::model::JsonObject;
use serde_json::Value;
use tzplan_cli::{cut, near};

use crate::folder::Folder;
use crate::input_schema::NAMED;
use crate::parameter::{Kind, Parameter};
use crate::tool::Tool;

/// A command line and its files.
#[derive(Debug)]
pub(crate) struct Question {
    /// The words of the line, the form of the answer left out.
    pub(crate) words: Vec<String>,
    pub(crate) files: BTreeMap<String, Arc<[u8]>>,
    /// The form of the answer's text.
    pub(crate) form: String,
}

/// The question that a call asks; else everything that is wrong with its parameters, a line for each.
pub(crate) fn question(
    tool: &Tool,
    arguments: &JsonObject,
    folder: Option<&Folder>,
) -> Result<Question, Vec<String>> {
    let mut reader = Reader { folder, files: BTreeMap::new(), flags: Vec::new(), faults: Vec::new() };
    let (mut names, mut form, mut roster) = (Vec::new(), "json".to_owned(), None);
    for parameter in tool.parameters() {
        let named = format!("{}{NAMED}", parameter.name);
        names.push(parameter.name.clone());
        let named = (parameter.kind == Kind::File && folder.is_some()).then_some(named);
        let values = reader.values(parameter, arguments, named.as_deref());
        names.extend(named);
        match (&parameter.flag, &*parameter.name) {
            (_, "format") => form = values.into_iter().next().unwrap_or(form),
            (Some(flag), _) if parameter.kind == Kind::Yes => {
                reader.flags.extend(values.iter().map(|_| flag.clone()));
            }
            (Some(flag), _) => reader.flags.extend(values.iter().map(|value| format!("{flag}={value}"))),
            (None, _) => roster = values.into_iter().next(),
        }
    }
    for unknown in arguments.keys().filter(|name| !names.contains(name)) {
        reader.faults.push(no_parameter(unknown, &names));
    }
    let is_needed = names.iter().any(|name| name == "roster");
    let is_there = |name: &str| arguments.get(name).is_some_and(|value| !value.is_null());
    if is_needed && !["roster", "roster_file", "against"].into_iter().any(is_there) {
        let or = if folder.is_some() {
            "its text under `roster` or its path under `roster_file`"
        } else {
            "its text under `roster`"
        };
        reader
            .faults
            .push(format!("roster: there is no team to ask about; give {or}, or hours under `against`"));
    }
    let Reader { files, flags, mut faults, .. } = reader;
    let mut words = vec!["tzplan".to_owned(), tool.name.to_owned()];
    faults.extend(wrong_values(&words, &flags));
    if !faults.is_empty() {
        return Err(faults);
    }
    words.extend(flags);
    if let Some(roster) = roster {
        words.extend(["--".to_owned(), roster]);
    }
    Ok(Question { words, files, form })
}

/// What the program says of the values of flags. It stops at the first that is wrong, so each is tried alone;
/// what else is missing then does not count.
fn wrong_values(command: &[String], flags: &[String]) -> Vec<String> {
    let mut program = tzplan_cli::command();
    let wrong = |flag: &String| {
        let error = program.try_get_matches_from_mut([command, std::slice::from_ref(flag)].concat()).err()?;
        let is_of_value = matches!(error.kind(), ErrorKind::ValueValidation | ErrorKind::InvalidValue);
        let said = error.to_string();
        let said = said.split("\n\n").next().unwrap_or_default();
        // It repeats the value.
        let lines: Vec<_> = said.lines().map(tzplan_roster::clean).collect();
        is_of_value.then(|| lines.join("\n"))
    };
    flags.iter().filter_map(wrong).collect()
}

fn no_parameter(name: &str, names: &[String]) -> String {
    let (shown, underscored) = (cut(name), name.replace('-', "_"));
    match near(&underscored, names.iter().map(String::as_str)) {
        Some(near) => format!("{shown}: there is no such parameter — did you mean {near}?"),
        None => format!("{shown}: there is no such parameter; there are {}", names.join(", ")),
    }
}

/// Reads the values of parameters, and remembers what is wrong with them.
struct Reader<'a> {
    folder: Option<&'a Folder>,
    files: BTreeMap<String, Arc<[u8]>>,
    flags: Vec<String>,
    faults: Vec<String>,
}

impl Reader<'_> {
    /// The values of a parameter as a command line has them. A `null` is as good as none.
    fn values(&mut self, parameter: &Parameter, arguments: &JsonObject, named: Option<&str>) -> Vec<String> {
        let name = &*parameter.name;
        let given = |name: &str| arguments.get(name).filter(|value| !value.is_null());
        let by_path = named.and_then(|named| Some((named, given(named)?)));
        if let (Some(_), Some((named, _))) = (given(name), by_path) {
            self.faults.push(format!("{named}: `{name}` says it already; leave one of them out"));
            return Vec::new();
        }
        let (name, value) = match (given(name), by_path) {
            (Some(value), _) => (name, value),
            (None, Some(by_path)) => by_path,
            (None, None) => return Vec::new(),
        };
        let items = match (value, parameter.is_list) {
            (Value::Array(items), true) => items.iter().collect(),
            (_, true) => return self.fault(name, "write a list: [ … ]"),
            (value, false) => vec![value],
        };
        let mut values = Vec::new();
        for (place, item) in items.iter().enumerate() {
            let here = if parameter.is_list { format!("{name}[{place}]") } else { name.to_owned() };
            let read = match &parameter.kind {
                Kind::File => self.file(&here, item, by_path.is_some()),
                Kind::FileOf { label, is_needed } => self.file_of(&here, item, label, *is_needed),
                Kind::Yes => match item {
                    Value::Bool(true) => Ok(String::new()),
                    Value::Bool(false) => continue,
                    _ => Err("write true or false".to_owned()),
                },
                Kind::Whole => whole(item).ok_or_else(|| "write a whole number".to_owned()),
                Kind::Word(words) => {
                    match item.as_str().filter(|text| words.iter().any(|(word, _)| word == text)) {
                        Some(word) => Ok(word.to_owned()),
                        None => Err(format!("write one of {}", listed(words))),
                    }
                }
                Kind::Text => text(item).map(ToOwned::to_owned),
            };
            match read {
                Ok(value) => values.push(value),
                Err(why) => self.faults.push(format!("{here}: {why}")),
            }
        }
        values
    }

    fn fault<T: Default>(&mut self, name: &str, why: &str) -> T {
        self.faults.push(format!("{name}: {why}"));
        T::default()
    }

    /// The name of a file that holds a text, or lies in the folder.
    fn file(&mut self, here: &str, item: &Value, is_path: bool) -> Result<String, String> {
        let text = text(item)?;
        match self.folder.filter(|_| is_path) {
            Some(folder) => self.of_folder(folder, text),
            None => Ok(self.keep(here, text.as_bytes().into())),
        }
    }

    fn of_folder(&mut self, folder: &Folder, path: &str) -> Result<String, String> {
        let bytes = folder.read(path).map_err(|why| format!("cannot read `{}`: {why}", cut(path)))?;
        Ok(self.keep(path, bytes.into()))
    }

    /// `{"name": "Ana", "text": "BEGIN:VCALENDAR…"}` as `Ana=` and the name of a file.
    fn file_of(&mut self, here: &str, item: &Value, label: &str, is_needed: bool) -> Result<String, String> {
        let keys =
            if self.folder.is_some() { [label, "text", "file"].to_vec() } else { [label, "text"].to_vec() };
        let fields = item.as_object().ok_or_else(|| format!("write an object with {}", keys.join(", ")))?;
        if let Some(unknown) = fields.keys().find(|key| !keys.contains(&key.as_str())) {
            let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
            return Err(no_parameter(unknown, &keys));
        }
        let field = |key: &str| {
            let value = fields.get(key).filter(|value| !value.is_null());
            value.map(|value| text(value).map_err(|why| format!("{key}: {why}"))).transpose()
        };
        let file = match (field("text")?, field("file")?, self.folder) {
            (Some(text), None, _) => self.keep(here, text.as_bytes().into()),
            (None, Some(path), Some(folder)) => self.of_folder(folder, path)?,
            (Some(_), Some(_), _) => {
                return Err("`text` and `file` are two calendars; leave one of them out".to_owned());
            }
            _ => return Err(format!("there is no calendar in it; give its {}", keys[1..].join(" or "))),
        };
        match field(label)? {
            Some(label) => Ok(format!("{label}={file}")),
            None if is_needed => Err(format!("there is no `{label}` in it")),
            None => Ok(file),
        }
    }

    /// Keeps a file under a name of its own, which is no other file's, no standard input and has no `=`.
    fn keep(&mut self, name: &str, content: Arc<[u8]>) -> String {
        let mut name = name.replace('=', "_");
        while name == "-" || self.files.get(&name).is_some_and(|other| *other != content) {
            name.insert_str(0, "./");
        }
        self.files.insert(name.clone(), content);
        name
    }
}

fn text(value: &Value) -> Result<&str, String> {
    value.as_str().ok_or_else(|| "write a text".to_owned())
}

/// `4`; a decimal number that is whole counts, too.
fn whole(value: &Value) -> Option<String> {
    let whole = value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() < 1e15)?;
    Some(format!("{whole}"))
}

fn listed(words: &[(String, Option<String>)]) -> String {
    let words: Vec<&str> = words.iter().map(|(word, _)| &**word).collect();
    words.join(", ")
}
