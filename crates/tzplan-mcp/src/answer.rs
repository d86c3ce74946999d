//! What is handed over: an answered command line as the result of a tool.

use rmcp::model::{CallToolResult, ContentBlock};
use serde_json::Value;
use tzplan_cli::{Memory, Ran};

use crate::question::Question;
use crate::tool::Tool;

/// Faults of a call that stand in lines of their own.
const MOST_FAULTS: usize = 100;

/// Answers a question. What the program cannot answer is an error of the tool, in the program's words.
pub(crate) fn answer(tool: &Tool, question: &Question, longest: usize) -> CallToolResult {
    let mut memory = Memory::of_machine();
    memory.files.clone_from(&question.files);
    let ask = |form: &str| {
        let mut words = question.words.clone();
        words.insert(2, format!("--format={form}"));
        memory.run(words)
    };
    let Ran { out, err, .. } = ask("json");
    let beside = said(&err);
    let Ok(document @ Value::Object(_)) = serde_json::from_slice(&out) else {
        return refused(&beside);
    };
    let text = if question.form == "json" { out.clone() } else { ask(&question.form).out };
    let length = out.len().max(text.len());
    if length > longest {
        return refused(&format!(
            "the answer is {length} bytes long, more than the {longest} that are handed over; ask for {}",
            tool.shorter
        ));
    }
    let text = String::from_utf8_lossy(&text).trim_end().to_owned();
    let mut content = vec![ContentBlock::text(text)];
    if !beside.is_empty() {
        content.push(ContentBlock::text(beside));
    }
    let mut result = CallToolResult::success(content);
    result.structured_content = Some(document);
    result
}

/// What is wrong with a call as an error of the tool, a line for each fault; of many their number is said.
pub(crate) fn faulty(faults: &[String]) -> CallToolResult {
    let mut lines = faults.iter().take(MOST_FAULTS).map(String::as_str).collect::<Vec<_>>().join("\n");
    if let more @ 1.. = faults.len().saturating_sub(MOST_FAULTS) {
        lines.push_str(&format!("\nand {more} more faults"));
    }
    refused(&lines)
}

/// An error of the tool.
fn refused(why: &str) -> CallToolResult {
    CallToolResult::error(vec![ContentBlock::text(why)])
}

/// What the program says beside the answer. Nobody types a line here, or asks for `--help`.
fn said(err: &[u8]) -> String {
    let text = String::from_utf8_lossy(err);
    let is_of_a_line = |line: &str| OF_A_LINE.iter().any(|words| line.starts_with(words));
    let lines: Vec<&str> = text.lines().filter(|line| !is_of_a_line(line)).collect();
    lines.join("\n").trim().to_owned()
}

/// How the lines begin that are about the command line.
const OF_A_LINE: [&str; 2] = ["Usage: tzplan ", "For more information, try '--help'"];
