//! What people who had never seen the program stumbled on: sentences that ended twice, hours told twice or
//! not at all, words that were not so for one of them.

use serde_json::json;

use crate::support::{Desk, Ran, without_tags};

/// Runs of blanks as one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn told(command: &[&str], roster: &str, more: &[&str]) -> String {
    flat(&run(command, roster, more).out)
}

fn run(command: &[&str], roster: &str, more: &[&str]) -> Ran {
    Desk::with("r.csv", roster).year(command, "r.csv", more)
}

const DOTS: &str = "name,zone,hours\nAna B.,Europe/Lisbon,9-17\nSammy Davis Jr.,America/Los_Angeles,9-17\n\
                    Chen L.,Asia/Singapore,9-18\nDee K.,America/Chicago,8-16\n";

#[test]
fn a_sentence_that_ends_in_a_name_with_a_full_stop_ends_once() {
    let agreed = told(&["agreement"], DOTS, &[]);
    for sentence in ["Pod 1: Sammy Davis Jr. and Dee K. In no pod", "Ana B. and Chen L. Nobody works"] {
        assert!(agreed.contains(sentence), "no {sentence:?} in\n{agreed}");
    }
    let candidate = ["--zone", "America/Lima", "--name", "Zed B."];
    let commands: [(&[&str], &[&str]); 8] = [
        (&[], &[]),
        (&["pods"], &[]),
        (&["agreement"], &["--format", "markdown"]),
        (&["agreement"], &["--format", "html"]),
        (&["fit"], &candidate),
        (&["regions"], &[]),
        (&["meet"], &["--rotate", "4"]),
        (&["report"], &[]),
    ];
    for (command, more) in commands {
        let page = without_tags(&run(command, DOTS, more).out);
        for name in ["B..", "Jr..", "L..", "K.."] {
            assert!(!page.contains(name), "{command:?} {more:?}\n{page}");
        }
    }
}
