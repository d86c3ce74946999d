//! The flag `--holidays`, read as a roster's column is.

use chrono::NaiveDate;
use tzplan::Holidays;
use tzplan_roster::{ReadOptions, Severity};

use crate::diagnostics;
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells, about};

impl FlagCells<'_> {
    /// The days off of `--holidays` for somebody who lives at a place, with the names that they have; `None`,
    /// and a fault, where a code is unknown.
    pub(crate) fn holidays(
        &mut self,
        codes: &str,
        home: &str,
        options: &ReadOptions,
    ) -> Result<Option<(Vec<NaiveDate>, Holidays)>, Failure> {
        let flag = Flag { name: "--holidays", value: codes };
        let quoted = |text: &str| format!("\"{}\"", tzplan_roster::clean(text).replace('"', "\"\""));
        let row = format!("zone,holidays\n{},{}\n", quoted(home), quoted(codes));
        let options = ReadOptions { columns: Vec::new(), sheet: None, ..options.clone() };
        let read = tzplan_roster::read(flag.name, &mut row.as_bytes(), self.tzdb, &options);
        let mut roster = read.map_err(|error| Failure::Setting(error.to_string()))?;
        if let Some((from, to)) = options.planned {
            roster.judge_holidays(from, to);
        }
        for found in roster.diagnostics.iter().filter(|found| found.column.as_deref() == Some("holidays")) {
            let said = format!("{}; {}", found.message, found.help);
            match found.severity {
                Severity::Error => self.fault(flag, &said),
                _ => diagnostics::note(&about(flag, &said))?,
            }
        }
        let schedule = roster.team.members().next().map(|member| member.schedule().clone());
        Ok(schedule.map(|schedule| (schedule.days_off().to_vec(), schedule.holidays().clone())))
    }
}
