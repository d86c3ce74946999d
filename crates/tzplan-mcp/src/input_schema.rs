//! The JSON Schema of a tool's parameters.

use serde_json::{Map, Value, json};

use crate::parameter::{Kind, Parameter};

/// What the parameter of a file that is named is called, beside the one of its text.
pub(crate) const NAMED: &str = "_file";

/// The schema of an object with these parameters and no others. Files are offered where there is a folder.
pub(crate) fn input_schema(parameters: &[Parameter], has_folder: bool) -> Value {
    let mut properties = Map::new();
    for parameter in parameters {
        let Parameter { name, is_list, about, default, .. } = parameter;
        let mut add = |name: String, item: Value, about: String| {
            let mut schema = if *is_list { json!({"type": "array", "items": item}) } else { item };
            schema["description"] = about.into();
            if let Some(default) = default {
                schema["default"] = default.as_str().into();
            }
            properties.insert(name, schema);
        };
        let a_text = json!({"type": "string"});
        match &parameter.kind {
            Kind::File => {
                let of_text = if *name == "roster" { "" } else { " Here the text of the file itself." };
                add(name.clone(), a_text.clone(), format!("{about}{of_text}"));
                if has_folder {
                    add(format!("{name}{NAMED}"), a_text, format!("In place of `{name}`: {A_PATH}"));
                }
            }
            Kind::FileOf { label, is_needed } => {
                add(name.clone(), file_of(label, *is_needed, has_folder), about.clone());
            }
            Kind::Yes => add(name.clone(), json!({"type": "boolean"}), about.clone()),
            Kind::Whole => add(name.clone(), json!({"type": "integer"}), about.clone()),
            Kind::Word(words) => {
                let names: Vec<&str> = words.iter().map(|(word, _)| &**word).collect();
                let meanings =
                    words.iter().filter_map(|(word, help)| Some(format!("{word}: {}", help.as_ref()?)));
                let meanings: String = meanings.map(|meaning| format!(" {meaning}")).collect();
                add(name.clone(), json!({"type": "string", "enum": names}), format!("{about}{meanings}"));
            }
            Kind::Text => {
                let hint =
                    HINTS.iter().find(|(value, _)| *value == parameter.value).map_or("", |(_, hint)| hint);
                let mut text = a_text;
                if parameter.value == "DATE" {
                    text["format"] = "date".into();
                }
                add(name.clone(), text, format!("{about}{hint}"));
            }
        }
    }
    json!({"type": "object", "properties": properties, "additionalProperties": false})
}

const A_PATH: &str = "the path of a file in the folder that this server reads, such as `teams/team.csv`; \
                      also of a workbook (XLSX, ODS).";
/// How values are written, by what the help calls them.
const HINTS: [(&str, &str); 3] = [
    ("TIME", " A length of time with its unit: `4h`, `90m`, `1h30m`."),
    ("DATE", " Such as 2026-11-23."),
    ("ZONE", " An IANA id (`Europe/Lisbon`), a place (`Portland, OR`) or an offset (`UTC+5:30`)."),
];

/// The text of an iCalendar file, or its path, and whose it is.
fn file_of(label: &str, is_needed: bool, has_folder: bool) -> Value {
    let mut schema = json!({"type": "object", "additionalProperties": false, "properties": {
        label: {"type": "string"},
        "text": {"type": "string", "description": "The text of the iCalendar file."},
    }});
    let mut needed: Vec<&str> = if is_needed { vec![label] } else { Vec::new() };
    if has_folder {
        schema["properties"]["file"] =
            json!({"type": "string", "description": format!("In place of `text`: {A_PATH}")});
    } else {
        needed.push("text");
    }
    schema["required"] = json!(needed);
    schema
}
