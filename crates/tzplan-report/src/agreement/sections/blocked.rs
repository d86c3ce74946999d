//! How long a question may block whom.

use tzplan::agreement::{Blocked, FewHours};
use tzplan::reply::Wait;
use tzplan::{MemberId, Minutes};

use super::ask::said;
use super::core_hours::spoken;
use super::{Item, Section, View};
use crate::words::ink::{Ink, Text};
use crate::words::length::{length, working_time};
use crate::words::people::or;
use crate::words::replies::{minutes, share};

/// The most names of somebody who is one of several.
const MOST_ONE_OF: usize = 3;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let agreement = view.agreement;
    let team = agreement.prepared().team();
    if team.len() < 2 {
        return None;
    }
    let mut alike: Vec<(Vec<MemberId>, Text)> = Vec::new();
    for blocked in &agreement.blocked {
        let text = words(view, blocked);
        match alike.iter_mut().find(|(_, known)| *known == text) {
            Some((members, _)) => members.extend(&blocked.members),
            None => alike.push((blocked.members.clone(), text)),
        }
    }
    let item = |(members, text): (Vec<MemberId>, Text)| {
        let members: Vec<_> = members.iter().filter_map(|id| team.member(*id)).collect();
        Item { label: view.roll.list(&members), text }
    };
    let limit = length(agreement.reply_within);
    let intro = format!(
        "Your working time until somebody answers; then of the one person alone who takes longest, on \
         average and at most. Too long: over {limit} for more than one question of 20."
    );
    let mut items: Vec<Item> = alike.into_iter().map(item).collect();
    items.extend(few_hours(view).map(|text| Item { label: "Part-time".to_owned(), text }));
    Some(Section { heading: "If you are blocked".to_owned(), intro, items })
}

/// `Pat works 12 h a week: a question to Pat alone takes 3 h, at most 16 h. …`
fn few_hours<'v>(view: &'v View<'_>) -> impl Iterator<Item = Text> + 'v {
    // What costs nobody much needs no word.
    let slow = view.agreement.few_hours.iter().filter(|few| few.is_over);
    slow.filter_map(move |few| of_few(view, few, few.wait?, None))
}

/// The same as it is for one asker.
pub(super) fn few_hours_for<'v>(view: &'v View<'_>, asker: MemberId) -> impl Iterator<Item = Text> + 'v {
    let own = view.agreement.blocked.iter().find(|one| one.members.contains(&asker));
    let slow = own.into_iter().flat_map(|own| &own.few_hours).filter(|asked| asked.is_over);
    slow.filter_map(move |asked| {
        let few = view.agreement.few_hours.iter().find(|few| few.members.contains(&asked.member))?;
        of_few(view, few, asked.wait, Some(asker))
    })
}

/// But for the asker, of whom it would be said.
fn of_few(view: &View<'_>, few: &FewHours, wait: Wait, asker: Option<MemberId>) -> Option<Text> {
    let team = view.agreement.prepared().team();
    let members = few.members.iter().filter(|id| asker != Some(**id));
    let members: Vec<_> = members.filter_map(|id| team.member(*id)).collect();
    let names = Some(view.roll.list(&members)).filter(|_| !members.is_empty())?;
    let (works, each, whom) = match members.len() {
        1 => ("works", "", "them alone"),
        _ => ("work", " each", "one of them alone"),
    };
    Some(Text::from(format!(
        "{names} {works} {} a week{each}: a question to {whom} takes {}. Whoever else can answer is asked \
         first.",
        length(few.minutes_per_week),
        spoken_figures(&wait)
    )))
}

/// `83% at once, else 3 h at most · Ana 2 h, at most 5 h`; in full for one person.
pub(super) fn words(view: &View<'_>, blocked: &Blocked) -> Text {
    let for_one = !view.people.is_empty();
    let mut text = Text::from(if for_one { "whoever is there answers " } else { "" });
    match blocked.anybody {
        Some(wait) if wait.worst == Some(0) => text.plain("at once"),
        Some(wait) => {
            let nobody = alone(view, blocked).map_or(String::new(), |alone| format!(" ({alone})"));
            let otherwise = wait.blocked.worst.map_or("some never".to_owned(), |worst| {
                format!("else {} at most", working_time(Minutes(worst)))
            });
            text.plain(&format!("{} at once{nobody}, {otherwise}", share(wait.none)));
        }
        None => text.plain("never at work"),
    }
    if let Some(slowest) = blocked.slowest.filter(|slowest| slowest.wait.worst != Some(0)) {
        let whom = view.one_like(slowest.member);
        let few_take_longer = blocked.few_hours.iter().any(|few| few.wait.cmp_blocked(&slowest.wait).is_gt());
        let of_whom = if few_take_longer { "of those who work more, " } else { "" };
        text.plain(&match for_one {
            true => format!("; {of_whom}{whom} takes longest: {}", figures(&slowest.wait)),
            false => format!(" · {whom} {}", figures(&slowest.wait)),
        });
        if slowest.is_over {
            text.push(Ink::Warn, ": too long");
        }
    }
    text
}

impl View<'_> {
    /// Whoever no wait tells from a member: `Ana or Ben`; of many `one of 9 people in Berlin`.
    fn one_like(&self, member: MemberId) -> String {
        let alike = self.agreement.blocked.iter().find(|blocked| blocked.members.contains(&member));
        let alike = alike.map_or(&[][..], |blocked| &blocked.members);
        let those: Vec<_> =
            alike.iter().filter_map(|id| self.agreement.prepared().team().member(*id)).collect();
        match those.len() {
            few if few <= MOST_ONE_OF => {
                or(&those.iter().map(|one| self.roll.name(*one)).collect::<Vec<_>>())
            }
            _ => format!("one of {}", self.roll.list(&those)),
        }
    }
}

/// `nobody 14:00–17:00`, `nobody 14:00–17:00; from 28 Mar to 30 Oct 15:00–17:00`.
fn alone(view: &View<'_>, blocked: &Blocked) -> Option<String> {
    let agreement = view.agreement;
    let member = agreement.prepared().team().member(*blocked.members.first()?)?;
    let profile = agreement.prepared().profile_of(member);
    let clock = agreement.clocks.iter().find(|clock| clock.profiles.contains(&profile))?;
    let mut alone = said(view, &clock.seasons, |hours| &hours.alone).into_iter();
    let (_, hours) = alone.find(|(people, _)| people.contains(&profile))?;
    // On a terminal what holds first, with its end.
    let hours: Vec<_> = if view.is_brief() { hours.into_iter().take(1).collect() } else { hours };
    let until = match &hours[..] {
        [(_, places)] if view.is_brief() => view.until(places),
        _ => String::new(),
    };
    let some = hours.iter().any(|(hours, _)| !hours.is_empty());
    some.then(|| match until.is_empty() {
        true => format!("nobody {}", view.by_dates(hours, spoken)),
        false => format!("nobody {} {until}", spoken(hours[0].0)),
    })
}

/// `½ h, at most 3 h`.
fn figures(wait: &Wait) -> String {
    match (wait.blocked.mean, wait.blocked.worst) {
        (Some(mean), Some(worst)) => {
            format!("{}, at most {}", length(minutes(mean)), working_time(Minutes(worst)))
        }
        _ => "some are never answered".to_owned(),
    }
}

/// `½ h on average, 3 h at most`.
fn spoken_figures(wait: &Wait) -> String {
    match (wait.blocked.mean, wait.blocked.worst) {
        (Some(mean), Some(worst)) => {
            format!("{} on average, {} at most", length(minutes(mean)), working_time(Minutes(worst)))
        }
        _ => "for ever at times".to_owned(),
    }
}
