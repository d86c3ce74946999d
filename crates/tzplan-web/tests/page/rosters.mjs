// Twenty rosters: right and wrong ones, of every kind that is text, hostile ones.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const EXAMPLES = resolve(import.meta.dirname, "../../../../examples");

const many = (count, places) =>
  ["name,zone", ...Array.from({ length: count }, (_, at) => `P${at},${places[at % places.length]}`), ""].join("\n");
const CITIES = ["Berlin", "Lima", "Tokyo", "Austin", "Oslo", "Nairobi", "Perth", "Madrid", "Delhi", "Toronto"];
export const ROSTERS = {
  "three.csv": readFileSync(join(EXAMPLES, "three.csv")),
  "team.csv": readFileSync(join(EXAMPLES, "team.csv")),
  "world.csv": readFileSync(join(EXAMPLES, "world.csv")),
  "fifty.csv": many(50, CITIES),
  "semicolons.csv": "Name;Standort;Arbeitszeit\nAna;São Paulo;9-17\nBen;Köln;8:30-17\n",
  "tabs.tsv": "name\tcity\thours\nAna\tLisbon\t9-17\nBen\tTokyo\t10-19\n",
  "table.md": "| name | zone |\n|---|---|\n| [Ana](x) | Lisbon |\n| Ben | Tokyo |\n",
  "team.json": '{"members":[{"name":"Ana","timezone":"Europe/Lisbon"},{"name":"Bo","tz":"Asia/Kolkata"}]}',
  "team.yaml": "- {name: Ana, zone: Lisbon, hours: 9-17}\n- {name: Ben, zone: Kathmandu}\n",
  "team.toml": '[tzplan]\ntarget = "3h"\n[[members]]\nname = "Ana"\nzone = "Oslo"\n',
  "misspelt.csv": "name,zone\nAna,Banglore\nBen,Berln\n",
  "twins.csv": "name,zone\nAna,Portland\nBen,IST\n",
  "half.csv": "name,zone,hours\nAna,UTC+5:30,22-06\nBen,Lord Howe Island,9-5\nKit,Casablanca,00-24\n",
  "hostile.csv":
    "name,zone\n<script>top.pwned=1</script>,Oslo\n\"<img src=x onerror=\"\"top.pwned=1\"\">\",Rome\n=1+1,Paris\n\u001b[31mred,Lima\n",
  "hostile zones.csv": "name,zone\nAna,<img src=x onerror=top.pwned=1>\nBen,\u202enilreB\n",
  "empty.csv": "",
  "no-zone.csv": "name,hours\nAna,9-17\n",
  "latin1.csv": Buffer.from("name,zone\nJos\xe9,M\xe1laga\n", "latin1"),
  "noise.csv": Buffer.from(Array.from({ length: 300 }, (_, at) => [0xff, 0, 0x80, 10, 0x1b, 44][at % 6])),
  "faults.csv": many(5000, ["Berlin", "Nowhere", "Lima"]),
};
assert.equal(Object.keys(ROSTERS).length, 20);
