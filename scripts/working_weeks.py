#!/usr/bin/env python3
"""Makes crates/tzplan-roster/data/working_weeks.tsv: the usual working week of every country.

    pip install babel holidays tzdata
    python3 scripts/working_weeks.py           # writes the table
    python3 scripts/working_weeks.py --check   # compares it with CLDR (babel) and PyPI `holidays`

Where both sources agree they are taken, but for DECIDED. Where they disagree, or one knows nothing, DECIDED must
say what holds and why, or SIX_DAYS that one of them names a week of six days: whether the sixth day is a half one,
and who works on it, is not guessed, and the five others are taken.

Columns: country code, English name, working days, and, for weeks that are not Monday to Friday, the ids of the
zones of that country alone (zone.tab and the links to them): zone1970.tab, which the library has, knows no links.
"""

import sys
from importlib.resources import files
from pathlib import Path

import holidays as pypi
from babel import Locale
from babel.localedata import locale_identifiers

TABLE = Path(__file__).resolve().parent.parent / "crates" / "tzplan-roster" / "data" / "working_weeks.tsv"
NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MON_FRI, SUN_THU, SAT_WED = {0, 1, 2, 3, 4}, {6, 0, 1, 2, 3}, {5, 6, 0, 1, 2}

DECIDED = {
    "AF": (SAT_WED, "Friday is off, Thursday a half day or off; the sources say Thu-Fri and Fri-Sat"),
    "BD": (SUN_THU, "Friday and Saturday have been off since 2005; CLDR says Sat-Sun"),
    "BN": (MON_FRI, "Friday and Sunday are the civil service's days off; companies keep Saturday and Sunday"),
    "DJ": (SUN_THU, "Friday is the day of rest; CLDR says Sat-Sun"),
    "IR": (SAT_WED, "Friday is off, Thursday a half day or off; both sources name Friday alone"),
    "LY": (SUN_THU, "Friday and Saturday are off, as CLDR says; PyPI holidays falls back to Sat-Sun"),
    "MR": (MON_FRI, "Saturday and Sunday since October 2014, as CLDR says"),
    "MV": (SUN_THU, "Friday and Saturday are off; CLDR says Sat-Sun"),
    "PS": (SUN_THU, "offices and banks close on Friday and Saturday; both sources fall back to Sat-Sun"),
}
# One source names a single day of rest, Sunday, and the other Saturday and Sunday.
SIX_DAYS = {"AI", "CD", "HK", "IN", "KN", "NE", "PY", "TK", "UG", "VE"}
# Nobody keeps a week of their own there.
NO_COUNTRY = {"AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "QO", "TA", "TF", "UN", "XA", "XB", "ZZ"}


def cldr():
    """The working days by country of the locales that babel has."""
    weeks = {}
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        if locale.territory:
            start, end = locale.weekend_start, locale.weekend_end
            off = {(start + day) % 7 for day in range((end - start) % 7 + 1)}
            weeks[locale.territory] = set(range(7)) - off
    return weeks


def of_pypi():
    countries = pypi.list_supported_countries(include_aliases=False)
    return {code: set(range(7)) - pypi.country_holidays(code, years=2027).weekend for code in countries}


def weeks():
    ours, (one, two) = {}, (cldr(), of_pypi())
    names = Locale("en").territories
    for code in sorted(code for code in names if len(code) == 2 and code.isalpha()):
        a, b = one.get(code), two.get(code)
        if code in NO_COUNTRY:
            continue
        if code in DECIDED:
            ours[code] = DECIDED[code][0]
            if a == b == ours[code]:
                sys.exit(f"{code}: the sources now say what was decided; drop it from DECIDED")
        elif code in SIX_DAYS:
            if {frozenset(week) for week in (a, b)} != {frozenset(MON_FRI), frozenset(MON_FRI | {5})}:
                sys.exit(f"{code}: no longer a choice between five and six days; drop it from SIX_DAYS")
            ours[code] = MON_FRI
        elif a is not None and b is not None and a != b:
            sys.exit(f"{code}: CLDR says {shown(a)}, PyPI holidays {shown(b)}; decide")
        else:
            ours[code] = a if a is not None else b
    return {code: (names[code], week) for code, week in ours.items()}


def zones():
    """The ids of each country by zone.tab, with the links that lead to them."""
    data = files("tzdata.zoneinfo")
    rows = [row.split("\t") for row in (data / "zone.tab").read_text().splitlines() if not row.startswith("#")]
    by_country, country_of = {}, {}
    for row in rows:
        by_country.setdefault(row[0], []).append(row[2])
        country_of[row[2]] = row[0]
    for line in (data / "tzdata.zi").read_text().splitlines():
        words = line.split()
        if words[0] == "L" and words[2] not in country_of and words[1] in country_of:
            by_country[country_of[words[1]]].append(words[2])
    return by_country


def shown(week):
    first = next(day for day in sorted(week, key=lambda day: (day - 5) % 7) if (day - 1) % 7 not in week)
    return f"{NAMES[first]}-{NAMES[(first + len(week) - 1) % 7]}"


def table():
    by_country = zones()
    lines = [
        "# The usual working week of every country, made by scripts/working_weeks.py from CLDR (Unicode License v3)",
        "# and PyPI holidays (MIT); where they disagree the script says what was decided.",
    ]
    for code, (name, week) in weeks().items():
        ids = by_country.get(code, []) if week != MON_FRI else []
        lines.append("\t".join([code, name, shown(week), " ".join(sorted(ids))]).rstrip("\t"))
    return "\n".join(lines) + "\n"


def main():
    text = table()
    if sys.argv[1:] == ["--check"]:
        same = TABLE.read_text() == text
        print("as the sources and the decisions say" if same else "differs from what would be written")
        sys.exit(0 if same else 1)
    TABLE.write_text(text)


if __name__ == "__main__":
    main()
