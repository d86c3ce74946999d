//! Which sheet of a workbook is read.

use super::fault::broken;
use crate::faults::Fault;
use crate::wording::{Listed, Quoted};

/// A sheet by its name.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}

/// The place of the sheet that is asked for, or of the first that is not hidden.
pub(super) fn choose(sheets: &[Sheet], wanted: Option<&str>) -> Result<usize, Fault> {
    let shown = || (0..sheets.len()).filter(|sheet| !sheets[*sheet].is_hidden);
    let Some(wanted) = wanted else {
        let first = shown().next().or((!sheets.is_empty()).then_some(0));
        return first.ok_or_else(|| broken("it has no sheet"));
    };
    let folded = wanted.to_lowercase();
    let by_name = sheets.iter().position(|sheet| sheet.name == wanted);
    let by_case = || sheets.iter().position(|sheet| sheet.name.to_lowercase() == folded);
    let by_place =
        || wanted.trim().parse::<usize>().ok().and_then(|place| shown().nth(place.checked_sub(1)?));
    by_name.or_else(by_case).or_else(by_place).ok_or_else(|| {
        Fault::error(
            "no-sheet",
            format!("the workbook has no sheet {}", Quoted(wanted)),
            format!("its sheets are {}", listed(sheets)),
        )
    })
}

/// That sheets beside the first are not read; hidden ones are passed over.
pub(super) fn unread(others: &[Sheet]) -> Option<Fault> {
    let shown: Vec<Sheet> = others.iter().filter(|sheet| !sheet.is_hidden).cloned().collect();
    let message = format!("other sheets of the workbook are not read: {}", listed(&shown));
    let help = "nothing, if nobody of the team is on them; else put all people on one sheet";
    (!shown.is_empty()).then(|| Fault::note("other-sheets", message, help))
}

/// The most sheets that a message names.
const MOST_LISTED: usize = 10;

/// The names of sheets, the first of many.
pub(super) fn listed(sheets: &[Sheet]) -> String {
    let names: Vec<Quoted<'_>> = sheets.iter().map(|sheet| Quoted(&sheet.name)).collect();
    Listed::new(&names, ", ").first(MOST_LISTED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_goes_before_a_place() {
        let sheet = |name: &str, is_hidden| Sheet { name: name.to_owned(), is_hidden };
        let sheets = [sheet("old", true), sheet("Team", false), sheet("1", false), sheet("3", true)];
        let cases = [
            (None, Ok(1)),
            (Some("old"), Ok(0)),
            (Some("team"), Ok(1)),
            (Some("1"), Ok(2)),
            (Some("2"), Ok(2)),
            (Some("3"), Ok(3)),
            (Some("0"), Err("no-sheet")),
            (Some("4"), Err("no-sheet")),
            (Some(""), Err("no-sheet")),
        ];
        for (wanted, expected) in cases {
            assert_eq!(choose(&sheets, wanted).map_err(|fault| fault.code), expected, "{wanted:?}");
        }
        assert_eq!(choose(&sheets[..1], None).ok(), Some(0));
        assert_eq!(choose(&[], None).map_err(|fault| fault.code), Err("bad-workbook"));
    }

    #[test]
    fn sheets_that_are_shown_are_said_not_to_be_read() {
        let sheet = |name: &str, is_hidden| Sheet { name: name.to_owned(), is_hidden };
        let message = |others: &[Sheet]| unread(others).map(|fault| fault.message.to_string());
        let said = "other sheets of the workbook are not read: `Contractors`";
        let others = [sheet("lists", true), sheet("Contractors", false)];
        assert_eq!(message(&others).as_deref(), Some(said));
        assert_eq!((message(&others[..1]), message(&[])), (None, None));
    }
}
