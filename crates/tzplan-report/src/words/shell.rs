//! What somebody types.

use tzplan::{MemberId, MemberRef, Shift, Team};

use super::clock;

/// A word as a shell reads it: in quotes where it needs them.
pub fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.:/,=+".contains(c);
    if text.chars().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// The name of a member where it is one person's, as flags find people.
pub(crate) fn flag_name(team: &Team, member: MemberId) -> Option<&str> {
    let name = team.member(member).map(MemberRef::name)?;
    let same = |other: &MemberRef<'_>| other.name().to_lowercase() == name.to_lowercase();
    let is_plain = !name.is_empty() && !name.starts_with(['#', '-']) && !name.chars().any(char::is_control);
    (is_plain && team.members().filter(same).count() == 1).then_some(name)
}

/// `--move 'everyone like Ben=+1h'`: of all whose week is Ben's all year; `None` where a flag cannot say who
/// he is.
pub(crate) fn group_flag(team: &Team, member: MemberId, by: Shift) -> Option<String> {
    let name = flag_name(team, member)?;
    Some(format!("--move {}", quoted(&format!("everyone like {name}={}", clock::as_flag(by)))))
}

/// `--move 'Ben=+1h'`; `None` where a flag cannot say who it is.
pub(crate) fn move_flag(team: &Team, member: MemberId, by: Shift) -> Option<String> {
    let name = flag_name(team, member)?;
    Some(format!("--move {}", quoted(&format!("{name}={}", clock::as_flag(by)))))
}
