//! Labels of Markdown without its links.

/// The label without links and emphasis: `[ET](https://example.org)` as `ET`.
pub(crate) fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((shown, behind)) = link.split_once(']') else {
            plain.push('[');
            rest = link;
            continue;
        };
        let target = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
            let (_, after) = behind.strip_prefix(open)?.split_once(close)?;
            Some(after)
        });
        match target {
            Some(after) => {
                plain.push_str(shown);
                rest = after;
            }
            None => {
                plain.push('[');
                plain.push_str(shown);
                plain.push(']');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    plain
}
