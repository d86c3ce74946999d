"""The recipe of docs/scale.md with DuckDB: its answer is that of `tzplan fit` on the raw pool, person by person.

usage: duckdb_pool.py TZPLAN FOLDER PEOPLE
"""

import json
import os
import subprocess
import sys
import time

import duckdb

from pool import JUDGED, TEAM, schedules

tzplan, folder, people = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
with open("team.csv", "w") as file:
    file.write(TEAM)

db = duckdb.connect()
db.execute("CREATE TABLE drawn (place INTEGER, zone VARCHAR, hours VARCHAR, days VARCHAR)")
db.executemany("INSERT INTO drawn VALUES (?, ?, ?, ?)", [(n, *one) for n, one in enumerate(schedules())])
db.execute(f"""
    COPY (SELECT 'P' || i AS name, zone, hours, days
          FROM range({people}) AS people (i) JOIN drawn ON place = hash(i) % {len(schedules())})
    TO 'pool.parquet'
""")


def fit(pool, answer, *more):
    line = [tzplan, "fit", "team.csv", "--candidates", pool, "--from", "2026-11-23", "--home", "Europe/Berlin"]
    subprocess.run([*line, "--quiet", "-o", answer, *more], check=True)


def timed(what, action):
    start = time.monotonic()
    action()
    print(f"{what}: {time.monotonic() - start:.2f} s", flush=True)


columns = ", ".join(JUDGED)
timed("distinct schedules", lambda: db.execute("""
    CREATE TABLE schedules AS
    SELECT 'S' || row_number() OVER (ORDER BY zone, hours, days) AS name, zone, hours, days, count(*) AS count
    FROM 'pool.parquet' GROUP BY zone, hours, days;
    COPY (SELECT name, zone, hours, days FROM schedules) TO 'schedules.csv' (HEADER)
"""))
timed("tzplan", lambda: fit("schedules.csv", "judged.csv", "--format", "csv"))
timed("join back", lambda: db.execute(f"""
    COPY (SELECT pool.name, {columns}
          FROM 'pool.parquet' AS pool
          JOIN schedules USING (zone, hours, days)
          JOIN read_csv('judged.csv', all_varchar = true) AS judged ON judged.name = schedules.name)
    TO 'answer.parquet'
"""))

# The raw pool, every person a row.
db.execute("COPY (FROM 'pool.parquet') TO 'pool.csv' (HEADER)")
timed("tzplan on the raw pool", lambda: fit("pool.csv", "raw.csv", "--format", "csv"))
raw = f"SELECT name, {columns} FROM read_csv('raw.csv', all_varchar = true)"
db.execute(f"CREATE TABLE raw AS {raw}")
db.execute(f"CREATE TABLE answer AS SELECT name, {columns} FROM 'answer.parquet'")
counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("raw", "answer")]
assert counts == [people, people], counts
different = db.execute("SELECT count(*) FROM (FROM raw EXCEPT FROM answer)").fetchone()[0]
assert different == 0, f"{different} of {people} differ"

# Counted schedules come to the same totals, as long as the counts are no more than a file may hold.
if people <= 1_000_000:
    db.execute("COPY (SELECT name, zone, hours, days, count FROM schedules) TO 'counted.csv' (HEADER)")
    fit("counted.csv", "counted.json", "--format", "json")
    fit("pool.csv", "raw.json", "--format", "json", "--top", "1")
    totals = [json.load(open(name))["results"] for name in ("counted.json", "raw.json")]
    assert totals[0] == totals[1], totals
print(f"{people} people, {db.execute('SELECT count(*) FROM schedules').fetchone()[0]} schedules: equal")
