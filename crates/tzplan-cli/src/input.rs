//! Files that a request reads.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::failure::Failure;

/// Opens a file; with its name as messages show it. `-` is standard input.
pub(crate) fn open(path: &Path) -> Result<(String, Box<dyn Read + Send>), Failure> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".to_owned(), Box::new(io::stdin())));
    }
    let name = path.display().to_string();
    let fault = |source| Failure::Open { name: name.clone(), source };
    let file = File::open(path).map_err(fault)?;
    if file.metadata().is_ok_and(|metadata| metadata.is_dir()) {
        return Err(Failure::Setting(format!("cannot read {name}: it is a folder; name a file in it")));
    }
    Ok((name, Box::new(file)))
}

/// Refuses an answer that would replace the file it is about.
pub(crate) fn not_overwritten(input: &Path, output: Option<&Path>) -> Result<(), Failure> {
    let same = |output: &Path| std::fs::canonicalize(input).ok() == std::fs::canonicalize(output).ok();
    match output.filter(|output| output.is_file() && input.is_file() && same(output)) {
        Some(output) => Err(Failure::Setting(format!(
            "--output names {}, which is read: the answer would replace it; name another file",
            output.display()
        ))),
        None => Ok(()),
    }
}
