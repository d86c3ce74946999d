//! `tzplan-mcp`: a server of the Model Context Protocol on standard input and output, whose tools are the
//! commands of `tzplan` that answer questions about a team.
//!
//! A call becomes a command line, which [`tzplan_cli::Memory`] answers: parameters, their descriptions and
//! faults are those of the program. Rosters come as text, or from the one folder that is named at start;
//! nothing else is read, and nothing is written.
//!
//! Dependencies beyond the workspace: `rmcp`, the protocol's own library, with `tokio`, which it runs on;
//! `cap-std` opens files of a folder that neither `..` nor a link leads out of; `clap` reads the command
//! line, and says which flags the program has; `serde_json` reads arguments and answers; `thiserror` spares
//! the error type's boilerplate.
#![forbid(unsafe_code)]

mod answer;
mod documents;
mod folder;
mod input_schema;
mod parameter;
mod question;
mod server;
mod tool;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use rmcp::ServiceExt;
use rmcp::service::ServerInitializeError;

use crate::folder::Folder;
use crate::server::Server;

/// An agent's tool that plans teams across time zones: a server of the Model Context Protocol (MCP) on
/// standard input and output, which an agent starts.
///
/// Rosters come as text in a call. With --root they may be files of one folder, too. Nothing else is read,
/// nothing is written, and nothing is sent anywhere. Settings stand in variables such as TZPLAN_TARGET and
/// TZPLAN_HOME; without TZPLAN_HOME times are shown on the machine's own clock.
#[derive(Parser, Debug)]
#[command(name = "tzplan-mcp", version)]
struct Arguments {
    /// A folder whose files rosters, pools, calendars and ledgers may be [default: none].
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,

    /// The longest answer that is handed over, in bytes of its JSON; a longer one is refused with what to ask
    /// for instead.
    #[arg(long, value_name = "BYTES", default_value_t = 250_000)]
    longest: usize,
}

#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("--root {}: {source}", folder.display())]
    Root { folder: PathBuf, source: io::Error },
    #[error("cannot start: {0}")]
    Start(#[from] io::Error),
    #[error("cannot begin a conversation: {0}")]
    Begin(#[from] Box<ServerInitializeError>),
    #[error("the conversation broke off: {0}")]
    Broken(#[from] tokio::task::JoinError),
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nobody is left to tell when standard error is closed too.
            let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("tzplan-mcp: {failure}\n"));
            ExitCode::from(2)
        }
    }
}

fn run(Arguments { root, longest }: Arguments) -> Result<(), Failure> {
    let opened = root.map(|folder| Folder::open(&folder).map_err(|source| Failure::Root { folder, source }));
    let server = Server::new(opened.transpose()?, longest);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(async {
        match server.serve(rmcp::transport::stdio()).await {
            Ok(running) => running.waiting().await.map(|_| ()).map_err(Failure::from),
            // Whoever started it has left before saying anything.
            Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
            Err(error) => Err(Box::new(error).into()),
        }
    });
    // A read of standard input cannot be called off.
    runtime.shutdown_background();
    outcome
}
