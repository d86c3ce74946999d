//! How YAML begins that holds people.

/// Whether braces open an entry of YAML in one line, whose keys need no quotes: `{name: Ana}`; `None` when
/// `inner` is too short to say.
pub(crate) fn is_flow_of_yaml(inner: &[u8]) -> Option<bool> {
    let inner = inner.trim_ascii_start();
    match inner.first()? {
        b'#' | b'\'' => Some(true),
        first if first.is_ascii_alphabetic() || *first == b'_' || !first.is_ascii() => {
            let mark =
                inner.iter().position(|byte| matches!(byte, b':' | b',' | b'}' | b'{' | b'"' | b'\n'))?;
            Some(inner[mark] == b':')
        }
        _ => Some(false),
    }
}

/// `- name: Ana`, `- {name: Ana}`, or `members:` with a list or an indented line below it; `None` when `behind` is too short
/// to say.
pub(crate) fn is_yaml(line: &[u8], behind: &[u8]) -> Option<bool> {
    let line = line.trim_ascii_end();
    if let Some(item) = line.strip_prefix(b"- ") {
        if let Some(inner) = item.trim_ascii_start().strip_prefix(b"{") {
            // The entry may go on below.
            let inner = if inner.trim_ascii().is_empty() { behind } else { inner };
            return is_flow_of_yaml(inner)
                .map(|is_yaml| is_yaml || inner.trim_ascii_start().starts_with(b"\""));
        }
        let colon = memchr::memchr(b':', item).filter(|colon| is_key(&item[..*colon]));
        return Some(colon.is_some_and(|colon| matches!(item.get(colon + 1), None | Some(b' '))));
    }
    let key = line.split(|byte| *byte == b'#').next().unwrap_or_default().trim_ascii_end();
    if line != b"-" && !key.strip_suffix(b":").is_some_and(is_key) {
        return Some(false);
    }
    let mut below = behind.split(|byte| matches!(byte, b'\n' | b'\r'));
    let next =
        below.find(|line| !line.trim_ascii().is_empty() && !line.trim_ascii_start().starts_with(b"#"))?;
    // More of the line may follow.
    let is_indented = next.len() > next.trim_ascii_start().len();
    match next {
        [b'-'] if next.as_ptr_range().end == behind.as_ptr_range().end => None,
        [b'-', b' ', ..] | [b'-'] => Some(true),
        _ => Some(is_indented),
    }
}

/// Bare, dotted and quoted keys, roughly.
pub(crate) fn is_key(text: &[u8]) -> bool {
    let text = text.trim_ascii();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.\"' ".contains(byte);
    !text.is_empty() && text.iter().all(is_part)
}
