#![allow(missing_docs, clippy::all)]
use std::io::{self, Write};
use tzplan::{*, pods::Bridge, coverage::Coverage};
use crate::Context;
#[derive(Clone, Copy)]
pub struct Style { pub width: usize, pub color: bool }
pub fn plan(_: &mut dyn Write, _: &PreparedTeam<'_>, _: &Plan, _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
pub fn year(_: &mut dyn Write, _: &PreparedTeam<'_>, _: &Plan, _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
pub fn pods(_: &mut dyn Write, _: &PreparedTeam<'_>, _: Option<&Pods>, _: &[Bridge], _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
pub fn pairs(_: &mut dyn Write, _: &PreparedTeam<'_>, _: &Policy, _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
pub fn coverage(_: &mut dyn Write, _: &Team, _: &Horizon, _: &Coverage, _: &[(&str, Coverage)], _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
pub fn windows(_: &mut dyn Write, _: &IntervalSet<UtcMinute>, _: &Horizon, _: Option<usize>, _: Context<'_>, _: Style) -> io::Result<()> { Ok(()) }
