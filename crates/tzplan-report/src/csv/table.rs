//! A table: its header is the names of a row's fields, so that header and cells cannot part.

use std::io;

use serde::Serialize;
use tzplan::UtcMinute;

use crate::words::instant::Instant;

/// Writes a header, then the rows as they come. A row is a struct, or a tuple of structs.
pub(crate) fn table<R: Serialize + Default>(
    out: &mut dyn io::Write,
    rows: impl IntoIterator<Item = R>,
) -> io::Result<()> {
    out.write_all(&header::<R>()?)?;
    let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(out);
    for row in rows {
        table.serialize(row).map_err(own)?;
    }
    table.flush()
}

/// Writes the header of a table whose rows are [spelled](line) before they are written.
pub(crate) fn begin<R: Serialize + Default>(out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(&header::<R>()?)
}

/// A row, or the cells of one from some column on, as the table has it, its line end included.
pub(crate) fn line<R: Serialize>(row: R) -> io::Result<Vec<u8>> {
    let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(Vec::new());
    table.serialize(row).map_err(own)?;
    table.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// The columns of a stretch of time: its first instant, the first one after it, and the minutes between.
#[derive(Default, Serialize)]
pub(crate) struct Stretch {
    start: Instant,
    end: Instant,
    minutes: i32,
}

impl Stretch {
    pub(crate) fn new(start: UtcMinute, end: UtcMinute) -> Self {
        let minutes = end.epoch_minutes() - start.epoch_minutes();
        Self { start: Instant(start), end: Instant(end), minutes }
    }
}

/// What a row would be written below; a table without rows has it too.
fn header<R: Serialize + Default>() -> io::Result<Vec<u8>> {
    let mut sample = csv::Writer::from_writer(Vec::new());
    sample.serialize(R::default()).map_err(own)?;
    let mut text = sample.into_inner().map_err(csv::IntoInnerError::into_error)?;
    let end = text.iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| end + 1);
    text.truncate(end);
    Ok(text)
}

/// The writer's own error: a closed pipe is told from others by its kind.
pub(crate) fn own(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default, Serialize)]
    struct Row {
        name: &'static str,
        minutes: Option<u32>,
    }

    #[test]
    fn the_fields_are_the_header() {
        let written = |rows: Vec<Row>| {
            let mut out = Vec::new();
            table(&mut out, rows).expect("written to memory");
            String::from_utf8(out).expect("text")
        };
        assert_eq!(written(Vec::new()), "name,minutes\n");
        let rows = vec![Row { name: "a,b", minutes: Some(1) }, Row { name: "", minutes: None }];
        assert_eq!(written(rows), "name,minutes\n\"a,b\",1\n,\n");
    }

    #[test]
    fn a_line_is_one_of_the_table() {
        let mut out = Vec::new();
        begin::<(Row, Row)>(&mut out).expect("written to memory");
        out.extend(line(Row { name: "a,b", minutes: Some(1) }).expect("written to memory"));
        assert_eq!(String::from_utf8(out).expect("text"), "name,minutes,name,minutes\n\"a,b\",1\n");
    }
}
