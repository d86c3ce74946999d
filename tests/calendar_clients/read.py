"""Reads iCalendar files with icalendar + recurring-ical-events and with vobject.

Prints one JSON document: for each client and file the occurrences as [start, end], in minutes since 1970 in UTC.
"""

import datetime
import json
import sys

import icalendar
import recurring_ical_events
import vobject

UTC = datetime.timezone.utc
YEARS = ((2000, 1, 1), (2040, 1, 1))


def minutes(moment):
    if not isinstance(moment, datetime.datetime):
        # All of a date, wherever somebody is: told as a date of UTC.
        moment = datetime.datetime.combine(moment, datetime.time(), UTC)
    assert moment.tzinfo is not None, moment
    return int(moment.astimezone(UTC).timestamp()) // 60


def by_recurring_ical_events(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events = recurring_ical_events.of(calendar).between(*YEARS)
    return sorted([minutes(event.start), minutes(event.end)] for event in events)


# Zones that vobject has read stay for the next file of the same process; nobody reads calendars in one.
ZONES = vars(vobject.icalendar)["__tzidMap"]
OWN_ZONES = dict(ZONES)


def by_vobject(path):
    ZONES.clear()
    ZONES.update(OWN_ZONES)
    with open(path, newline="", encoding="utf-8") as file:
        calendar = vobject.readOne(file.read())
    found = []
    for event in calendar.vevent_list:
        if not isinstance(event.dtstart.value, datetime.datetime):
            found.append([minutes(event.dtstart.value), minutes(event.dtend.value)])
            continue
        # Starts are on the clock of the zone, lengths are exact.
        length = int(event.duration.value.total_seconds()) // 60
        starts = event.getrruleset() or [event.dtstart.value]
        found += [[minutes(start), minutes(start) + length] for start in starts]
    return sorted(found)


clients = {"icalendar + recurring-ical-events": by_recurring_ical_events, "vobject": by_vobject}
json.dump({name: [read(path) for path in sys.argv[1:]] for name, read in clients.items()}, sys.stdout)
