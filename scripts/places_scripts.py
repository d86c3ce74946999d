"""Names in other scripts than Latin: which are kept, and how they are folded."""

CYRILLIC, GREEK, HEBREW, ARABIC = (0x400, 0x530), (0x370, 0x400), (0x590, 0x600), (0x600, 0x780)
INDIC, SINHALA, THAI, LAO, MYANMAR = (0x900, 0xD80), (0xD80, 0xE00), (0xE00, 0xE80), (0xE80, 0xF00), (0x1000, 0x10A0)
GEORGIAN, ARMENIAN, HANGUL, KANA, HAN = (0x10A0, 0x1100), (0x530, 0x590), (0xAC00, 0xD7B0), (0x3005, 0x3100), (0x4E00, 0xA000)
ETHIOPIC, KHMER = (0x1200, 0x13A0), (0x1780, 0x1800)

SCRIPTS = {
    **dict.fromkeys("RU BY UA BG RS MK ME KZ KG MN TJ XK".split(), [CYRILLIC]),
    **dict.fromkeys("GR CY".split(), [GREEK]),
    **dict.fromkeys("DZ BH EG IQ JO KW LB LY MA MR OM PS QA SA SD SY TN AE YE IR AF PK".split(), [ARABIC]),
    **dict.fromkeys("CN TW HK MO".split(), [HAN]),
    **dict.fromkeys("KR KP".split(), [HANGUL]),
    "IL": [HEBREW, ARABIC], "IN": [INDIC], "NP": [INDIC], "BD": [INDIC], "LK": [SINHALA, INDIC], "TH": [THAI], "LA": [LAO],
    "MM": [MYANMAR], "GE": [GEORGIAN], "AM": [ARMENIAN], "JP": [HAN, KANA], "ET": [ETHIOPIC], "ER": [ETHIOPIC], "KH": [KHMER],
}
"""The scripts of countries that do not write Latin letters alone."""

WIDE_SCRIPTS = [CYRILLIC, ARABIC, HAN, KANA, HANGUL, HEBREW, GREEK, THAI, (0x900, 0x980)]
"""Those in which the largest cities of the world are named."""

EUROPE = set("AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS "
             "SE SI SK UA XK".split())

COUNTRY_LOCALES = ("en zh zh_Hant hi es fr ar bn ru pt ur id de ja it nl pl tr ko uk vi sv da nb fi cs hu ro el he fa th "
                   "ca ta te mr gu kn ml").split()
"""In these languages countries are named, and in their own."""

EXEMPLAR_LOCALES = ("ja ko zh zh_Hant ar fa he hi bn ta te th ru uk el ka hy mr kn ml gu bg sr kk de fr es it pt nl pl sv "
                    "da nb fi cs hu tr ro lt lv ca hr sk sl et is vi").split()


def is_latin(name):
    """Whether no letter of a name is of another script than Latin."""
    return not any(is_other(c) for c in name)


def is_other(c):
    code = ord(c)
    return c.isalpha() and (0x370 <= code < 0x1E00 or 0x1F00 <= code < 0x2000 or 0x2E80 <= code < 0xFB00 or code >= 0xFB13)


ALIKE = str.maketrans({
    "ё": "е", "ς": "σ", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ό": "ο", "ύ": "υ", "ώ": "ω", "ϊ": "ι", "ΐ": "ι", "ϋ": "υ", "ΰ": "υ",
    "أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": None, "・": None,
    "'": None, "’": None, "‘": None, "`": None, "ʼ": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None,
    **dict.fromkeys(range(0x64B, 0x653)), **dict.fromkeys([*range(0x591, 0x5BE), *range(0x5BF, 0x5C8)]), **dict.fromkeys(range(0x300, 0x370)),
})


def native(name):
    """A name in its own script: small letters, those that people write alike made one, no marks."""
    text = name.lower().translate(ALIKE)
    return " ".join("".join(" " if is_blank(c) else c for c in text).split())


def is_blank(c):
    code = ord(c)
    return (code < 0xC0 and not (c.isascii() and c.isalnum())) or 0x2000 <= code < 0x2070 or 0xFF00 <= code < 0xFF66 or (
        0x3000 <= code < 0x3020 and not 0x3005 <= code <= 0x3007) or c in "،؛־"
