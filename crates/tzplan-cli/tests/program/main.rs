//! How the program behaves, whatever it answers: flags, forms, files, exits, hostile input, help, documents.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod action;
mod assumptions;
mod colour;
mod documents;
mod every_command;
mod exits;
mod files;
mod flags;
mod formats;
mod help;
mod hostile_words;
mod manual;
mod readme;
mod schema;
mod standing_settings;
#[path = "../support/mod.rs"]
mod support;
mod warnings;
mod written;

/// Every line is answered by the program, in a process of its own.
const IN_MEMORY: bool = false;
