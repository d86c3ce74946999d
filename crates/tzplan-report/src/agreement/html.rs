//! The page of a working agreement: what its text says, to read, print and send round. It has no script.

use std::io;

use askama::Template;

use crate::agreement::AgreementDocument;
use crate::agreement::sections::{Section, View};
use crate::html::assumed::Assumed;
use crate::html::rich::Rich;
use crate::html::{TITLE, stem, whole};
use crate::text::head;
use crate::words::people::Names;
use crate::words::{changes, clean};

const STYLE: &str =
    concat!(include_str!("../../templates/theme.css"), include_str!("../../templates/agreement.css"));

/// The page shows its own style and does nothing else. The hash is that of the text above; a test computes
/// it.
const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-nc65djXGnMzxUT+gA2h53kNuQCeLor/E4rZR7YuvQLw='; \
    img-src data:; base-uri 'none'; form-action 'none'";

#[derive(Template)]
#[template(path = "agreement.html")]
struct AgreementPage {
    policy: &'static str,
    style: &'static str,
    /// Of the window.
    name: String,
    title: Rich,
    facts: Vec<String>,
    changes: Option<Rich>,
    /// Those made elsewhere than on the command line that counted.
    settings: Option<Rich>,
    headline: Rich,
    opening: Vec<Rich>,
    sections: Vec<Part>,
    assumed: Assumed,
}

struct Part {
    heading: Rich,
    intro: String,
    rows: Vec<Row>,
}

/// Lines with one label.
struct Row {
    label: Rich,
    texts: Vec<Rich>,
}

/// Writes an agreement as a page.
///
/// # Errors
///
/// Those of the writer.
pub(crate) fn agreement(document: &AgreementDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let view = View::of(document, Names::Whole);
    let stem = clean::fit(stem(document.context.source), TITLE);
    let context = document.context;
    let settings = (!context.settings.is_empty()).then(|| changes::settings(context.settings, Names::Cut));
    let changed = changes::sentence(context.changes, Names::Cut);
    let page = AgreementPage {
        policy: POLICY,
        style: STYLE,
        name: format!("Working agreement: {stem}"),
        title: Rich::name(&stem),
        facts: head::facts(document.agreement.prepared(), context).into(),
        changes: changed.as_deref().map(Rich::plain),
        settings: settings.as_deref().map(Rich::plain),
        headline: Rich::from(&view.title()),
        opening: view.opening().iter().map(Rich::from).collect(),
        sections: view.sections().iter().map(part).collect(),
        assumed: Assumed::of(context),
    };
    out.write_all(whole::figures(&page.render().map_err(io::Error::other)?).as_bytes())
}

fn part(section: &Section) -> Part {
    let same_label = section.items.chunk_by(|a, b| a.label == b.label);
    let rows = same_label.map(|items| Row {
        label: Rich::plain(&items[0].label),
        texts: items.iter().map(|item| Rich::from(&item.text)).collect(),
    });
    Part { heading: Rich::plain(&section.heading), intro: section.intro.clone(), rows: rows.collect() }
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
