//! A conversation with the server, a line for each message.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::needless_pass_by_value, reason = "what is asked is written where it is asked")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

pub(crate) const THREE: &str =
    "name,zone,hours\nAna,America/Sao_Paulo,9-17\nBen,Europe/Berlin,9-17\nChloé,Europe/London,10-18\n";

/// A server that runs, with the conversation begun.
pub(crate) struct Talk {
    child: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    asked: u64,
    /// What the server says of itself.
    pub(crate) info: Value,
}

impl Talk {
    pub(crate) fn new(arguments: &[&str]) -> Self {
        Self::in_folder(arguments, Path::new("."))
    }

    /// With that folder as the working directory, and no variables but the zone.
    pub(crate) fn in_folder(arguments: &[&str], folder: &Path) -> Self {
        Self::with_variables(arguments, folder, &[("TZ", "Europe/Berlin")])
    }

    pub(crate) fn with_variables(arguments: &[&str], folder: &Path, variables: &[(&str, &str)]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tzplan-mcp"));
        command.args(arguments).current_dir(folder).env_clear().envs(variables.iter().copied());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let (to, from) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
        let mut talk = Self { child, to, from: BufReader::new(from), asked: 0, info: Value::Null };
        let client = json!({"name": "a test", "version": "1"});
        let hello = json!({"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": client});
        talk.info = talk.request("initialize", hello)["result"].clone();
        talk.send(&json!({"jsonrpc": "2.0", "method": "notifications/initialized"}));
        talk
    }

    fn send(&mut self, message: &Value) {
        writeln!(self.to, "{message}").and_then(|()| self.to.flush()).expect("it reads");
    }

    pub(crate) fn request(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let mut line = String::new();
            assert_ne!(self.from.read_line(&mut line).expect("it answers"), 0, "it has left");
            let message: Value = serde_json::from_str(&line).expect("only messages stand there");
            if message["id"] == id {
                return message;
            }
        }
    }

    pub(crate) fn tools(&mut self) -> Vec<Value> {
        self.request("tools/list", json!({}))["result"]["tools"].as_array().expect("a list").clone()
    }

    pub(crate) fn call(&mut self, tool: &str, arguments: Value) -> Value {
        self.request("tools/call", json!({"name": tool, "arguments": arguments}))["result"].clone()
    }

    /// The structured content of an answer.
    #[track_caller]
    pub(crate) fn answered(&mut self, tool: &str, arguments: Value) -> Value {
        let result = self.call(tool, arguments);
        assert_eq!(result["isError"], false, "{result}");
        result["structuredContent"].clone()
    }

    /// The text of a refusal.
    #[track_caller]
    pub(crate) fn refused(&mut self, tool: &str, arguments: Value) -> String {
        let result = self.call(tool, arguments);
        assert_eq!(
            (&result["isError"], &result["structuredContent"]),
            (&json!(true), &Value::Null),
            "{result}"
        );
        result["content"][0]["text"].as_str().expect("a text").to_owned()
    }

    /// Hangs up; how the server ended.
    pub(crate) fn ended(self) -> Option<i32> {
        let Self { mut child, to, .. } = self;
        drop(to);
        child.wait().expect("it ends").code()
    }
}
