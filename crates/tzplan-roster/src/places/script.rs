//! Names in other scripts than Latin: compared as they are written, never by how they sound.

/// Whether a letter of a name is of another script than Latin.
pub(super) fn is_native(name: &str) -> bool {
    !name.is_ascii() && name.chars().any(is_other)
}

fn is_other(c: char) -> bool {
    matches!(c, '\u{370}'..'\u{1e00}' | '\u{1f00}'..'\u{2000}' | '\u{2e80}'..'\u{fb00}' | '\u{fb13}'..)
        && c.is_alphabetic()
}

/// A name in its own script: small letters, those that people write alike made one, no marks.
/// `scripts/places_scripts.py` does the same.
pub(super) fn native(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    let mut blank = false;
    for c in name.chars().flat_map(char::to_lowercase).filter_map(alike) {
        if is_blank(c) {
            blank = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            folded.push(' ');
        }
        folded.push(c);
    }
    folded
}

/// The letter that stands for those that people write alike; `None` for marks.
fn alike(c: char) -> Option<char> {
    Some(match c {
        'ё' => 'е',
        'ς' => 'σ',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        '\u{300}'..='\u{36f}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{640}'
        | '\u{64b}'..='\u{652}'
        | '\u{30fb}' => {
            return None;
        }
        '\'' | '’' | '‘' | '`' | 'ʼ' | '\u{200c}'..='\u{200f}' => return None,
        other => other,
    })
}

fn is_blank(c: char) -> bool {
    match c {
        '\0'..'\u{c0}' => !c.is_ascii_alphanumeric(),
        '\u{2000}'..'\u{2070}' | '\u{ff00}'..'\u{ff66}' | '،' | '؛' | '־' => true,
        '\u{3005}'..='\u{3007}' => false,
        '\u{3000}'..'\u{3020}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_as_the_script_folds_them() {
        let cases = [
            ("Санкт-Петербург", "санкт петербург"),
            ("ОРЁЛ", "орел"),
            ("ΑΘΉΝΑ", "αθηνα"),
            ("サン・パウロ", "サンパウロ"),
            ("תל־אביב", "תל אביב"),
            ("قاهرة", "قاهره"),
            ("नई दिल्ली", "नई दिल्ली"),
            ("東京 (Tokyo)", "東京 tokyo"),
        ];
        for (name, folded) in cases {
            assert!(is_native(name));
            assert_eq!(native(name), folded, "{name}");
        }
        assert!(!is_native("Łódź Đà Nẵng ﬁn") && !is_native("Tokyo"));
    }
}
