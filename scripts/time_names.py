#!/usr/bin/env python3
"""Makes crates/tzplan-roster/data/time_names.tsv: names of times in many languages, from the Unicode CLDR.

    pip install unidecode
    npm pack cldr-core cldr-dates-full     # and unpack both below a folder, as cldr-core and cldr-dates-full
    python3 scripts/time_names.py FOLDER

A name in another language stands for its English name, with all that the tables made by hand say of that one. An
English name stands for its zone, where those tables may not know it.
"""

import json
import sys
from pathlib import Path

from places import fold

TABLE = Path(__file__).resolve().parent.parent / "crates" / "tzplan-roster" / "data" / "time_names.tsv"
# The languages, each with the words of which every name has one: where a region by itself stands for its time, as
# "Western Europe" does in Russian, it is left to the places.
LANGUAGES = {
    "ar": "توقيت", "bg": "време", "ca": "hora", "cs": "čas", "da": "tid", "de": "zeit", "el": "ώρα", "es": "hora", "es-MX": "hora",
    "et": "aeg", "fa": "وقت", "fi": "aika", "fr": "heure", "fr-CA": "heure", "he": "שעון", "hi": "समय", "hr": "vrijeme",
    "hu": "idő", "id": "waktu", "it": "ora", "ja": "時", "ko": "시", "lt": "laikas", "lv": "laiks", "nb": "tid", "nl": "tijd",
    "pl": "czas", "pt": "hor", "pt-PT": "hora", "ro": "ora", "ru": "время", "sk": "čas", "sl": "čas", "sr": "време", "sv": "tid",
    "th": "เวลา", "tr": "saati", "uk": "час", "vi": "giờ", "zh": "时间", "zh-Hant": "時間",
}
# Names that places have as well, which somebody there may mean: their label is left to the places.
OF_PLACES = {"Casey", "Chatham", "Davis", "Georgia", "Mawson", "Papua_New_Guinea", "Rothera", "South_Georgia", "Syowa", "Vostok"}
# Times of few people, or that nobody keeps any more: by their English names only.
OF_FEW = set("""Acre Almaty Anadyr Aqtau Aqtobe Argentina_Western Australia_CentralWestern Christmas Cocos Cook DumontDUrville
    East_Timor Easter Europe_Further_Eastern Falkland French_Southern Galapagos Gilbert_Islands Greenland_Eastern Indian_Ocean Kamchatka
    Kosrae Kyzylorda Line_Islands Lord_Howe Macau Macquarie Marquesas Marshall_Islands Nauru Niue Norfolk Noronha
    North_Mariana Palau Phoenix_Islands Pierre_Miquelon Ponape Qyzylorda Solomon Tokelau Truk Tuvalu
    Wallis""".split())
# What people say besides, collected by hand.
ALSO = {
    "Московское время": "moscow time", "по московскому времени": "moscow time", "hora central europea": "central european time",
    "hora peninsular": "Europe/Madrid", "hora española": "Europe/Madrid", "heure française": "Europe/Paris",
    "ora italiana": "Europe/Rome", "deutsche Zeit": "Europe/Berlin", "hora argentina": "argentina time",
    "hora del este": "eastern time", "hora del centro": "central time", "heure du Pacifique": "pacific time",
    "美国东部时间": "eastern time", "美國東部時間": "eastern time", "美国中部时间": "central time", "美国太平洋时间": "pacific time",
    "米国東部時間": "eastern time", "米国太平洋時間": "pacific time", "미국 동부 시간": "eastern time", "미국 태평양 시간": "pacific time",
}
# What Windows calls Arabian is the Emirates' time, what everybody else does Saudi Arabia's.
BY_ZONE = {"Arabian"}
HEAD = """\
# Names of times as they are folded, made by scripts/time_names.py from the Unicode CLDR {version}: behind a name in
# another language its English one, behind an English one its zone. Left out are names that places have, too.
"""


def main(folder):
    meta = json.loads((folder / "cldr-core/supplemental/metaZones.json").read_text())["supplemental"]["metaZones"]
    zones = {row["mapZone"]["_other"]: row["mapZone"]["_type"] for row in meta["metazones"]
             if row["mapZone"]["_territory"] == "001"}
    version = json.loads((folder / "cldr-core/package.json").read_text())["version"].rsplit(".", 1)[0]
    english = names(folder, "en")
    rows = {}
    for (metazone, kind), name in english.items():
        if metazone in zones:
            rows.setdefault(fold(name), set()).add(zones[metazone])
    own = set(rows)
    for language, word in LANGUAGES.items():
        for (metazone, kind), name in names(folder, language).items():
            first = english.get((metazone, kind)) or english.get((metazone, "standard"))
            is_time = word in name.lower() and metazone not in OF_FEW
            if first and is_time and fold(name) not in own and metazone in zones:
                meaning = zones[metazone] if metazone in BY_ZONE else fold(first)
                rows.setdefault(fold(name), set()).add(meaning)
    for name, meaning in ALSO.items():
        rows[fold(name)] = {meaning}
    several = {name: meanings for name, meanings in rows.items() if len({stem(one) for one in meanings}) > 1}
    for name, meanings in sorted(several.items()):
        print(f"left out, several: {name}: {sorted(meanings)}")
    lines = [f"{name}\t{min(meanings)}\n" for name, meanings in sorted(rows.items()) if name and name not in several]
    TABLE.write_text(HEAD.format(version=version) + "".join(lines))
    print(f"{len(lines)} names, {TABLE.stat().st_size} bytes")


def names(folder, language):
    """The long names of a language, by metazone and kind."""
    text = (folder / f"cldr-dates-full/main/{language}/timeZoneNames.json").read_text()
    metazones = json.loads(text)["main"][language]["dates"]["timeZoneNames"].get("metazone", {})
    return {(metazone, kind): name for metazone, forms in metazones.items() if metazone not in OF_PLACES
            for kind, name in forms.get("long", {}).items() if name != "∅∅∅"}


def stem(english):
    """What is the same of the names of a year, of its winter and of its summer."""
    return " ".join(word for word in english.split() if word not in ("standard", "daylight", "summer"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
