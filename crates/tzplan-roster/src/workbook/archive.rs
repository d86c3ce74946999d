//! The archive that a workbook is, looked through before anything in it is believed.

use std::io::{self, BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::broken;
use super::xml::Xml;
use crate::faults::Fault;

/// An archive that comes to no more than the limit when it is unpacked.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    kind: WorkbookKind,
    length: usize,
}

/// Of what a workbook holds this many times its length is kept at once, and this much besides.
const MOST_HELD_TIMES: usize = 2;
const HELD_SLACK: usize = 16 << 20;

/// Sheets of people come to a tenth of their length when they are packed; those that come to less than a
/// hundredth are made to fill the memory, where they are long.
const MOST_TIMES: u64 = 100;
const SLACK: u64 = 64 << 20;

/// What kind of workbook it holds.
#[derive(Clone, Copy)]
pub(super) enum WorkbookKind {
    Xlsx,
    Ods,
}

/// A part as it is unpacked.
pub(super) type Part<'z> = Box<dyn Read + 'z>;

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8], most: u64) -> Result<Self, Fault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
        bound(&mut zip, most.min(bytes.len() as u64 * MOST_TIMES + SLACK))?;
        let kind = kind(&mut zip)?;
        Ok(Self { zip, kind, length: bytes.len() })
    }

    /// The most bytes of text that may be kept while a sheet is read; below 4 GiB.
    pub(super) fn most_held(&self) -> usize {
        (self.length.saturating_mul(MOST_HELD_TIMES).saturating_add(HELD_SLACK)).min(u32::MAX as usize)
    }

    pub(super) fn kind(&self) -> WorkbookKind {
        self.kind
    }

    /// Opens a part; `None` when there is none of that name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Xml<BufReader<Part<'_>>>>, Fault> {
        match self.zip.by_name(name) {
            Ok(file) => Ok(Some(Xml::new(BufReader::new(Box::new(file) as Part<'_>)))),
            Err(ZipError::FileNotFound) => Ok(None),
            Err(error) => Err(broken(&format!("{name}: {error}"))),
        }
    }

    /// Opens a part that has to be there.
    pub(super) fn needed(&mut self, name: &str) -> Result<Xml<BufReader<Part<'_>>>, Fault> {
        self.part(name)?.ok_or_else(|| broken(&format!("it lacks {name}")))
    }
}

/// Refuses what would come to more than the limit: what the parts say of themselves, and, as that may be
/// wrong, what they come to.
fn bound(zip: &mut ZipArchive<Cursor<&[u8]>>, most: u64) -> Result<(), Fault> {
    let too_large = || {
        Fault::error(
            "too-large",
            format!("the workbook comes to more than {most} bytes when it is unpacked"),
            "remove what is not the roster from it, or save the sheet as CSV, which has no limit",
        )
    };
    let mut said: u64 = 0;
    for index in 0..zip.len() {
        let size = zip.by_index_raw(index).map(|file| file.size()).unwrap_or(0);
        said = said.saturating_add(size);
    }
    if said > most {
        return Err(too_large());
    }
    let mut left = most;
    for index in 0..zip.len() {
        // What cannot be unpacked is refused when it is needed.
        let Ok(file) = zip.by_index(index) else { continue };
        let mut counted = Counted(0);
        let _ = io::copy(&mut file.take(left.saturating_add(1)), &mut counted);
        left = left.checked_sub(counted.0).ok_or_else(too_large)?;
    }
    Ok(())
}

/// Counts what is written, also before an error.
struct Counted(u64);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn kind(zip: &mut ZipArchive<Cursor<&[u8]>>) -> Result<WorkbookKind, Fault> {
    let has = |name: &str| zip.index_for_name(name).is_some();
    if has("xl/workbook.bin") {
        return Err(Fault::error(
            "old-workbook",
            "the file is a binary workbook (.xlsb)",
            "save it as .xlsx, .ods or CSV and try again",
        ));
    }
    let is_document =
        zip.file_names().flatten().any(|name| name.starts_with("word/") || name.starts_with("ppt/"));
    if has("[Content_Types].xml") && !is_document {
        return Ok(WorkbookKind::Xlsx);
    }
    if has("content.xml") {
        let mut said = String::new();
        if let Ok(file) = zip.by_name("mimetype") {
            let _ = file.take(200).read_to_string(&mut said);
        }
        if said.is_empty() || said.contains("spreadsheet") {
            return Ok(WorkbookKind::Ods);
        }
    }
    Err(Fault::error(
        "not-text",
        "the file is an archive, but no workbook",
        "name the roster in it: a CSV, XLSX, ODS, JSON, TOML or YAML file",
    ))
}
