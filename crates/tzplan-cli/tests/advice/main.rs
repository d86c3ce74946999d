//! The corpus of advice (`tests/advice` of the workspace) held to the program: what a lead reads in its JSON.
//! There the same facts are held to the reference of the definitions.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

#[allow(dead_code, unreachable_pub, reason = "prose is for people; the other test shares it")]
#[path = "../../../../tests/advice/corpus.rs"]
mod corpus;
#[allow(unreachable_pub, clippy::needless_pass_by_value, reason = "the other test shares it")]
#[path = "../../../../tests/advice/facts.rs"]
mod facts;
mod hire;
mod meeting;
mod plan;
mod pools;
mod reading;
mod reply;
#[path = "../support/mod.rs"]
mod support;
mod times;
mod tried;
mod verdict;

/// Where the corpus lies, from this package.
const FOLDER: &str = "../../tests/advice";

/// Most lines are answered by the library, in this process.
const IN_MEMORY: bool = true;
