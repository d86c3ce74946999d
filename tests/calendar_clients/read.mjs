// Reads iCalendar files with ical.js: read.mjs PACKAGES FILE...
//
// Prints one JSON document: for the client and each file the occurrences as [start, end], in minutes since 1970 in UTC.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, ...files] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(join(packages, "node_modules/ical.js/dist/ical.js")));
// All of a date, wherever somebody is, is told as a date of UTC.
const instant = (time) => (time.isDate ? Date.UTC(time.year, time.month - 1, time.day) : time.toJSDate().getTime());
const minutes = (time) => Math.floor(instant(time) / 60000);

function read(path) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  ICAL.TimezoneService.reset();
  calendar.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
  const found = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    if (event.isRecurring()) {
      const times = event.iterator();
      for (let time = times.next(); time && found.length < 5000; time = times.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(time);
        found.push([minutes(startDate), minutes(endDate)]);
      }
    } else {
      found.push([minutes(event.startDate), minutes(event.endDate)]);
    }
  }
  return found.sort((a, b) => a[0] - b[0]);
}

process.stdout.write(JSON.stringify({ "ical.js": files.map(read) }));
