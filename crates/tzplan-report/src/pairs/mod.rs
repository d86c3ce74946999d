//! Who overlaps with whom, and how long they wait for each other.

pub(crate) mod answerers;
mod answers;
mod csv;
pub(crate) mod json;
mod layout;
pub(crate) mod text;
mod waits;

use tzplan::pairs::Pairs;
use tzplan::reply::{DatedProfile, Replies, Wait};
use tzplan::{MemberId, MemberRef, Policy, PreparedTeam};

use crate::context::Context;
use crate::document::document;
pub use answerers::{Answerers, ChosenBy};

/// The most people, or profiles, whose pairs are listed: a hundred times as many would make ten thousand
/// times as many pairs.
pub const PAIRS_UP_TO: usize = 2_000;

/// What each two people share, and how long they wait for each other's replies.
///
/// CSV has a row for every pair of people, JSON an entry for every pair of [profiles](Self::profiles): twice
/// as many make four times as many pairs. Callers bound both, as [`PAIRS_UP_TO`] does. Of more profiles than
/// can be read a page shows those of most members, and says how many are left out.
#[derive(Debug)]
pub struct PairsDocument<'a> {
    prepared: &'a PreparedTeam,
    policy: &'a Policy,
    /// Who answers a question to anybody, where not everybody does.
    answerers: Option<&'a Answerers>,
    overlaps: Pairs<'a>,
    replies: Replies,
    context: Context<'a>,
}

impl<'a> PairsDocument<'a> {
    /// Of a prepared team; with answerers also how long everybody waits for any of them.
    pub fn new(
        prepared: &'a PreparedTeam,
        policy: &'a Policy,
        answerers: Option<&'a Answerers>,
        context: Context<'a>,
    ) -> Self {
        let (overlaps, replies) = (Pairs::new(prepared, policy), Replies::new(prepared));
        Self { prepared, policy, answerers, overlaps, replies, context }
    }

    /// People whom nothing that JSON holds tells apart, in roster order of their first: equal clocks, hours,
    /// flex and days off; with answerers, these stand apart from the others.
    pub fn profiles(&self) -> Vec<DatedProfile> {
        self.replies.profiles(|member| self.answers(member))
    }

    /// Every two members, the earlier in the roster first.
    fn in_pairs(&self) -> impl Iterator<Item = (MemberRef<'a>, MemberRef<'a>)> {
        let team = self.prepared.team();
        team.members().flat_map(|a| team.members().skip(a.index() + 1).map(move |b| (a, b)))
    }

    /// How long each member waits for anybody else, or for any of the other answerers.
    fn for_anybody(&self) -> Vec<Option<Wait>> {
        self.replies.of_each(|member| self.answers(member))
    }

    /// Whether a member is one of those who answer a question to anybody.
    fn answers(&self, member: MemberId) -> bool {
        self.answerers.is_none_or(|some| some.contains(member.index()))
    }
}

document!(PairsDocument: text::print, json::write, csv::write);
