//! The page about candidates: one to five side by side on the team's day, to forward before an offer is made.
//! It has no script.

mod card;
mod day;
mod equal;
mod own_clock;
mod teammates;

use std::io;

use askama::Template;
use tzplan::fit::FitResult;

use crate::fit::FitDocument;
use crate::fit::text::{View, answer};
use crate::html::assumed::Assumed;
use crate::html::method::Method;
use crate::html::rich::Rich;
use crate::html::{TITLE, stem, whole};
use crate::text::head;
use crate::words::ink::{Ink, Text};
use crate::words::people::{Names, and};
use crate::words::{changes, clean};
use card::Card;
use day::Drawn;
use teammates::Teammates;

/// Columns of the title of a window.
const WINDOW: usize = 70;
/// This many candidates stand side by side.
pub const MOST_CARDS: usize = 5;

const STYLE: &str = concat!(
    include_str!("../../../templates/theme.css"),
    include_str!("../../../templates/chart.css"),
    include_str!("../../../templates/page.css"),
    include_str!("../../../templates/cards.css")
);

/// The page shows its own style and does nothing else. The hash is that of the text above; a test computes
/// it.
const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-lUy/WOkjitYGQ3jJZr5tc0zYTe86L+G2IORiWzdBoL0='; \
    img-src data:; base-uri 'none'; form-action 'none'";

#[derive(Template)]
#[template(path = "cards.html")]
struct CardsPage {
    policy: &'static str,
    style: &'static str,
    /// Of the window.
    name: String,
    title: Rich,
    facts: Vec<String>,
    changes: Option<Rich>,
    /// The answer in one sentence.
    decision: Rich,
    /// Whom it does not tell apart.
    equal: Vec<String>,
    tone: &'static str,
    cards: Vec<Card>,
    /// The day with the most dates, then others.
    drawn: Drawn,
    others: Vec<Drawn>,
    others_left: usize,
    teammates: Option<Teammates>,
    assumed: Assumed,
    method: Method,
}

/// Writes candidates for one opening as a page, in their order.
///
/// # Errors
///
/// Those of the writer; [`InvalidInput`](io::ErrorKind::InvalidInput) of no candidate and of more than
/// [`MOST_CARDS`].
pub(crate) fn cards(documents: &[FitDocument<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    let Some(first) = documents.first().filter(|_| documents.len() <= MOST_CARDS) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let views: Vec<View<'_>> = documents.iter().map(|document| View::of(document, Names::Cut)).collect();
    let (prepared, context) = (first.candidate.opening().prepared(), first.context);
    let names: Vec<String> = views.iter().map(|view| view.name().to_owned()).collect();
    let team = clean::fit(stem(context.source), TITLE);
    let changed = changes::sentence(context.changes, Names::Cut);
    let day::Pictures { drawn, others, left, weeks, method } = day::Pictures::of(&views);
    let page = CardsPage {
        policy: POLICY,
        style: STYLE,
        name: clean::cut(&format!("{} – {team}", and(&names)), WINDOW),
        title: Rich::plain(&format!("{} for {team}", and(&names))),
        facts: head::with_policy(head::facts(prepared, context), first.candidate.opening().policy()),
        changes: changed.as_deref().map(Rich::plain),
        decision: Rich::from(&decision(&views)),
        equal: equal::sentences(&views),
        tone: tone(views.iter().map(|view| view.fit.result).min().unwrap_or(FitResult::FitsAsync)),
        cards: Card::all(&views, weeks),
        drawn,
        others,
        others_left: left,
        teammates: Teammates::of(&views),
        assumed: Assumed::of(context),
        method,
    };
    out.write_all(whole::figures(&page.render().map_err(io::Error::other)?).as_bytes())
}

/// `Keiko FITS ASYNC ONLY: works with none of 3`; of several `Ana and Ben (25 h a week at night) FIT; Cem
/// FITS ASYNC ONLY`.
fn decision(views: &[View<'_>]) -> Text {
    if let [only] = views {
        let mut text = Text::from(format!("{} ", only.subject()));
        text.append(&card::heading(only));
        return text;
    }
    let results = [
        (FitResult::Fits, Ink::Good, "FITS", "FIT"),
        (FitResult::FitsWithShift, Ink::Warn, "FITS WITH A SHIFT", "FIT WITH A SHIFT"),
        (FitResult::FitsAsync, Ink::Bad, "FITS ASYNC ONLY", "FIT ASYNC ONLY"),
    ];
    let mut text = Text::default();
    for (result, ink, one, several) in results {
        let those = views.iter().filter(|view| view.fit.result == result);
        let names: Vec<String> =
            those.map(|view| format!("{}{}", view.subject(), answer::nights(view))).collect();
        if names.is_empty() {
            continue;
        }
        let start = if text.is_empty() { "" } else { "; " };
        text.plain(&format!("{start}{} ", and(&names)));
        text.push(ink, if names.len() == 1 { one } else { several });
    }
    text
}

fn tone(result: FitResult) -> &'static str {
    match result {
        FitResult::Fits => "good",
        FitResult::FitsWithShift => "warn",
        FitResult::FitsAsync => "bad",
    }
}

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_names_the_style_by_its_hash() {
        assert!(!STYLE.contains('\r') && !STYLE.contains("</"), "browsers hash line feeds");
        let source = format!("style-src 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(STYLE)));
        assert!(POLICY.contains(&source), "the style has changed: it is {source}");
    }
}
