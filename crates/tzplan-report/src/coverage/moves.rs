//! Whose day could be moved so that more is covered, in words.

use tzplan::PreparedTeam;
use tzplan::shift::CoverageMove;

use super::staffing::Staffing;
use crate::words::clock;
use crate::words::cost::member_name;
use crate::words::ink::{Ink, Text};
use crate::words::people::{Names, and};
use crate::words::shell::move_flag;

/// `Rosa works 09:00–17:00 Mon–Fri, 1 h later all year → 100% covered`, with the flags that show it: days
/// moved one after another, as many as cover all of it or at least half of what is missing. Nothing where
/// they do not.
pub(super) fn step(
    moves: &[CoverageMove],
    staffing: &Staffing<'_>,
    prepared: &PreparedTeam,
    names: Names,
) -> Option<(Text, String)> {
    let reached = moves.last()?.thousandths;
    let gained: u32 = moves.iter().map(|one| one.gained.get()).sum();
    if reached < 1000 && 2 * gained < staffing.served.missing().get() {
        return None;
    }
    let mut text = Text::default();
    for (place, one) in moves.iter().enumerate() {
        let member = prepared.team().member(one.member)?;
        text.plain(match place {
            0 => "",
            last if last + 1 == moves.len() => " and ",
            _ => ", ",
        });
        text.push(Ink::Strong, &member_name(member, names));
        let hours: Vec<String> = member
            .schedule()
            .posts()
            .iter()
            .map(|post| clock::spoken(&post.stated_hours().moved(one.shift)))
            .collect();
        text.plain(&format!(" works {}, {}", and(&hours), clock::moved(one.shift.minutes())));
    }
    text.plain(" all year → ");
    text.push(Ink::Strong, &format!("{} covered", super::text::percent(reached)));
    let flags: Option<Vec<String>> =
        moves.iter().map(|one| move_flag(prepared.team(), one.member, one.shift)).collect();
    Some((text, flags.map(|flags| flags.join(" ")).unwrap_or_default()))
}
