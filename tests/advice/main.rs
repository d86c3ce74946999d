//! The corpus of advice held to the reference of the definitions: two derivations of one text, by different
//! people, fact by fact. README.md tells what the files hold.

#[allow(dead_code, reason = "each test file uses a part of it")]
#[path = "../support/mod.rs"]
mod support;

mod contents;
#[allow(dead_code, reason = "prose is for people, and has to be there")]
mod corpus;
mod facts;
mod hire;
mod meeting;
mod plan;
mod reading;
mod reply;
mod verdict;

/// Where the corpus lies, from this package.
const FOLDER: &str = "tests/advice";
