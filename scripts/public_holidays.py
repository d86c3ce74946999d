#!/usr/bin/env python3
"""Makes crates/tzplan-roster/data/holidays.deflate from the PyPI package `holidays` (MIT).

    pip install holidays babel
    python3 scripts/public_holidays.py           # writes the table and the fixture of the Rust test
    python3 scripts/public_holidays.py --check   # compares the written table with the package, every code and year

The days off of a code are those of the category `public`, substitute days included, on which its offices close
to everybody: partial_days.tsv names those of regions that are not. The other categories (optional, half-day, bank,
government, catholic, …) are kept beside them, to be asked for by name. The table is text, compressed with deflate (no header). Its first line holds the first and the last
year and the version of the package, its second the English names of all holidays, between them |; then a line for
every country, each followed by its regions:

    CODE <tab> names, the usual one first, between them | <tab> a field for each year, between them a space
    [<tab> category=a field for each year of the days that are not public]…

A region without an entry for a category has the country's. A field is `-` where the package has no answer (it knows nothing of that year, or lacks the date of a movable
holiday in it) and `.` where there is no day; otherwise four characters for each date: the month as a letter (a is January; a capital marks a
date that is estimated, as those of lunar calendars are until they are announced), the day (1-9, then a-v), and the
place of its name among the names, two digits of base 64 (0-9, a-z, A-Z, - and _).
"""

import inspect
import re
import sys
import zlib
from datetime import date
from pathlib import Path

import holidays
from babel import Locale
from holidays.groups import eastern

FIRST, LAST = 2026, 2031
CRATE = Path(__file__).resolve().parent.parent / "crates" / "tzplan-roster"
PARTIAL = Path(__file__).resolve().parent / "partial_days.tsv"
# Changed workdays are no days off, and holidays of schools or of an army are nobody else's.
NO_CATEGORIES = {"public", "workday", "school", "armed_forces"}
TABLE = CRATE / "data" / "holidays.deflate"
FIXTURE = CRATE / "tests" / "fixtures" / "holidays.csv"
DAYS = "123456789abcdefghijklmnopqrstuv"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
# What the fixture holds: every continent, regions, lunar calendars, weekends that move, few and many holidays.
FIXTURE_CODES = (
    "AE AU-VIC BR CA-QC CH-ZH CN DE DE-BY EG ES-CT FR GB GB-SCT ID IE IL IN IN-KA JP KR LK MX NG NL NZ PL PT "
    "SA SG TH TR US US-CA US-TX ZA"
).split()
# English names people write that neither CLDR nor the package has.
MORE_NAMES = {
    "AE": ["UAE"],
    "BA": ["Bosnia"],
    "CD": ["DR Congo"],
    "CI": ["Ivory Coast"],
    "CZ": ["Czech Republic"],
    "GB": ["UK", "Great Britain"],
    "HK": ["Hong Kong"],
    "KR": ["Korea"],
    "MM": ["Burma"],
    "MO": ["Macau"],
    "NL": ["The Netherlands", "Holland"],
    "TR": ["Turkey"],
    "US": ["USA", "United States of America"],
    "VA": ["Vatican"],
}


class Watch:
    """Notes which dates of movable calendars are estimates, and which are missing."""

    def __init__(self):
        self.estimated, self.missing = set(), False
        add = eastern.EasternCalendarHolidays._add_eastern_calendar_holiday

        def noting(calendar, name, dt_estimated, **options):
            added = add(calendar, name, dt_estimated, **options)
            if dt_estimated[0] is None:
                self.missing = True
            elif dt_estimated[1] and added:
                self.estimated.add(added)
            return added

        eastern.EasternCalendarHolidays._add_eastern_calendar_holiday = noting

    def year(self, code, region, year, category="public"):
        """The dates of a year, which of them are estimates, and their names; None where there is no answer."""
        self.estimated, self.missing = set(), False
        kind = getattr(holidays, code)
        signature = inspect.signature(kind.__init__).parameters
        options = {name: True for name in signature if name.endswith("_show_estimated")}
        found = kind(subdiv=region, years=year, language=english(kind), categories=category, **options)
        if year < found.start_year or year > found.end_year or self.missing or not found and category == "public":
            return None
        dates = sorted(day for day in found if day.year == year)
        labels = [getattr(found, label, None) for label in ("estimated_label", "observed_estimated_label")]
        # The label stands around the name: "%s (estimated)".
        patterns = [re.escape(found.tr(label)).replace("%s", ".*") for label in labels if label]

        def is_estimated(day):
            names = found.get_list(day)
            return day in self.estimated or any(re.fullmatch(p, name) for p in patterns for name in names)

        def name(day):
            return "; ".join(unique(plain(name) for name in found.get_list(day)))

        return [(day, is_estimated(day), name(day)) for day in dates]


def plain(name):
    """Estimates are marked by the letter of the month."""
    return name.replace(", estimated)", ")").replace(" (estimated)", "")


def english(kind):
    """The language in which a country's holidays have English names; None where there is only one."""
    return next((language for language in kind.supported_languages if language.startswith("en")), None)


def entities():
    """Every code with its country, region and names; a country before its regions."""
    territories = Locale("en").territories
    for code, regions in sorted(holidays.list_supported_countries(include_aliases=False).items()):
        kind = getattr(holidays, code)
        spelt = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__mro__[1].__name__)
        names = [territories[code], spelt, *MORE_NAMES.get(code, [])]
        names += [alias for alias in alpha3(code)]
        yield code, code, None, unique(names)
        aliases = kind.subdivisions_aliases
        for region in sorted(regions):
            names = [name for name, meant in aliases.items() if meant == region]
            yield f"{code}-{region}", code, region, unique(names)


def alpha3(code):
    for _, (_, two, *rest) in holidays.registry.COUNTRIES.items():
        if two == code:
            return [name for name in rest if len(name) == 3]
    return []


def unique(names):
    return list(dict.fromkeys(name.replace("|", " ") for name in names))


def field(dates, places):
    if not dates:
        return "-" if dates is None else "."
    letter = lambda day, estimated: chr(ord("A" if estimated else "a") + day.month - 1)
    digits = lambda place: DIGITS[place // 64] + DIGITS[place % 64]
    return "".join(letter(day, estimated) + DAYS[day.day - 1] + digits(places[name]) for day, estimated, name in dates)


def partial_days():
    """By code: the kind of each day that is public only in name."""
    days = {}
    for line in PARTIAL.read_text().splitlines():
        if line and not line.startswith("#"):
            code, kind, name, _ = line.split("\t")
            days.setdefault(code, {})[name] = kind
    return days


def parted(dates, partial):
    """The public days of a year, and the others by their kinds."""
    if dates is None or not partial:
        return dates, {}
    public, others = [], {}
    for day, estimated, name in dates:
        names = name.split("; ")
        kinds = {partial.get(name) for name in names}
        if None in kinds:
            public.append((day, estimated, "; ".join(name for name in names if name not in partial)))
        else:
            others.setdefault(kinds.pop(), []).append((day, estimated, name))
    return public, others


def days_of(watch, code, country, region, partial):
    """Of each category the days of every year, public ones first."""
    years = range(FIRST, LAST + 1)
    of_years = [parted(watch.year(country, region, year), partial.get(code)) for year in years]
    public = [days for days, _ in of_years]
    known = {"public": public}
    supported = set(getattr(holidays, country).supported_categories) - NO_CATEGORIES
    for category in sorted(supported | {kind.replace("-", "_") for _, others in of_years for kind in others}):
        kind, found = category.replace("_", "-"), []
        for year, (days, others) in zip(years, of_years, strict=True):
            own = watch.year(country, region, year, category) if category in supported else []
            taken = {day for day, _, _ in days or []}
            more = {day: (day, estimated, name) for day, estimated, name in (own or []) if day not in taken}
            more |= {day[0]: day for day in others.get(kind, [])}
            found.append(None if days is None or own is None else [more[day] for day in sorted(more)])
        if any(found):
            known[kind] = found
    return known


def table():
    watch, partial = Watch(), partial_days()
    known = [(code, names, days_of(watch, code, *where, partial)) for code, *where, names in entities()]
    everything = [dates for _, _, of_kinds in known for years in of_kinds.values() for dates in years]
    of_holidays = sorted({name for dates in everything for _, _, name in dates or []})
    places = {name: place for place, name in enumerate(of_holidays)}
    lines = [f"{FIRST} {LAST} {holidays.__version__}", "|".join(of_holidays)]
    of_country = {}
    for code, names, of_kinds in known:
        cells = {kind: " ".join(field(dates, places) for dates in years) for kind, years in of_kinds.items()}
        if "-" in code:
            country = of_country[code.partition("-")[0]]
            none = " ".join(["."] * (LAST - FIRST + 1))
            kinds = sorted((cells | country).keys() - {"public"})
            others = {kind: cells.get(kind, none) for kind in kinds if cells.get(kind, none) != country.get(kind)}
        else:
            of_country[code] = cells
            others = {kind: cell for kind, cell in cells.items() if kind != "public"}
        others = [f"{kind}={cell}" for kind, cell in others.items()]
        lines.append("\t".join([code, "|".join(names), cells["public"], *others]))
    return "\n".join(lines) + "\n"


def fixture():
    lines = ["# code,date,name: public holidays by PyPI holidays " + holidays.__version__]
    partial = partial_days()
    for code in FIXTURE_CODES:
        country, _, region = code.partition("-")
        language = english(getattr(holidays, country))
        found = holidays.country_holidays(country, subdiv=region or None, years=range(2026, 2029), language=language)
        left_out = partial.get(code, {})
        for day in sorted(found):
            names = [name for name in unique(plain(name) for name in found.get_list(day)) if name not in left_out]
            if names and 2026 <= day.year <= 2028:
                lines.append(f"{code},{day},{'; '.join(names)}")
    return "\n".join(lines) + "\n"


def check():
    """The written table against plain calls of the package, but for the days of partial_days.tsv."""
    text = zlib.decompress(TABLE.read_bytes(), -15).decode()
    head, names, *lines = text.splitlines()
    names = names.split("|")
    first, last, version = head.split()
    wrong = compared = unanswered = 0
    partial = partial_days()
    for line in lines:
        code, _, fields, *_ = line.split("\t")
        country, _, region = code.partition("-")
        for year, known in zip(range(int(first), int(last) + 1), fields.split(" "), strict=True):
            if known == "-":
                unanswered += 1
                continue
            day = lambda m, d: date(year, ord(m.lower()) - 96, DAYS.index(d) + 1)
            name = lambda a, b: names[DIGITS.index(a) * 64 + DIGITS.index(b)]
            ours = {day(m, d): name(a, b) for m, d, a, b in re.findall("....", known)}
            language = english(getattr(holidays, country))
            theirs = holidays.country_holidays(country, subdiv=region or None, years=year, language=language)
            compared += 1
            left_out = set(partial.get(code, {}))
            theirs = {day: set(plain(name).split("; ")) - left_out for day, name in theirs.items() if day.year == year}
            theirs = {day: names for day, names in theirs.items() if names}
            if ours.keys() != theirs.keys() or any(set(ours[day].split("; ")) != theirs[day] for day in ours):
                wrong += 1
                print("differs:", code, year)
    for code, days in partial.items():
        country, _, region = code.partition("-")
        language = english(getattr(holidays, country))
        years = range(int(first), int(last) + 1)
        theirs = holidays.country_holidays(country, subdiv=region or None, years=years, language=language)
        known = {one for name in theirs.values() for one in plain(name).split("; ")}
        for name in days.keys() - known:
            wrong += 1
            print(f"{PARTIAL.name}: {code} has no public day {name}")
    print(f"{compared} years of {len(lines)} codes compared with {holidays.__version__} (table: {version});")
    print(f"{wrong} differ, {unanswered} have no answer")
    return wrong


def main():
    if sys.argv[1:] == ["--check"]:
        sys.exit(1 if check() else 0)
    text = table()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    TABLE.write_bytes(packer.compress(text.encode()) + packer.flush())
    FIXTURE.write_text(fixture())
    print(f"{text.count(chr(10)) - 2} codes, {len(text)} bytes, {TABLE.stat().st_size} compressed")


if __name__ == "__main__":
    main()
