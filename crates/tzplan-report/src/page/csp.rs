//! What a page may do: show its own style, run its own script, and nothing else.

/// The style of a page.
pub(super) const STYLE: &str = concat!(
    include_str!("../../templates/theme.css"),
    include_str!("../../templates/chart.css"),
    include_str!("../../templates/page.css")
);
/// The script of a page.
pub(super) const SCRIPT: &str = concat!(
    include_str!("../../templates/words.js"),
    include_str!("../../templates/weeks.js"),
    include_str!("../../templates/page.js")
);

/// The policy. The hashes are those of the two texts above: constants, so that nobody who embeds this crate
/// builds a hash function for them; a test computes them.
pub(super) const POLICY: &str = "default-src 'none'; \
    style-src 'sha256-PNf6KcX+FHbcgmwoNmZlISSTv9hYA2hXyL4j1co9wtc='; \
    script-src 'sha256-uL9JN9/nURB39eXU3nuqsOhKMzlAHnZWNAKTCJ0yO1Q='; \
    img-src data:; base-uri 'none'; form-action 'none'";

#[cfg(test)]
mod tests {
    use base64::prelude::{BASE64_STANDARD, Engine};
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_policy_names_the_style_and_the_script_by_their_hashes() {
        for (directive, text) in [("style-src", STYLE), ("script-src", SCRIPT)] {
            assert!(!text.contains('\r'), "browsers hash line feeds");
            let source = format!("{directive} 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)));
            assert!(POLICY.contains(&source), "{directive} has changed: it is {source}");
        }
    }

    #[test]
    fn neither_can_end_its_element() {
        assert!(!STYLE.contains("</") && !SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    }
}
