"""The recipe of docs/scale.md with Spark on two workers: its answer is that of `tzplan fit` on the raw pool.

usage: spark_pool.py TZPLAN FOLDER PEOPLE
"""

import csv
import os
import subprocess
import sys

import pyspark
from pyspark.sql import SparkSession, functions

from pool import JUDGED, TEAM, schedules

tzplan, folder, people = os.path.abspath(sys.argv[1]), sys.argv[2], int(sys.argv[3])
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
with open("team.csv", "w") as file:
    file.write(TEAM)


def fit(pool, answer):
    line = [tzplan, "fit", "team.csv", "--candidates", pool, "--from", "2026-11-23", "--home", "Europe/Berlin"]
    subprocess.run([*line, "--quiet", "--format", "csv", "-o", answer], check=True)


# A cluster of its own: two workers of a core and a gigabyte, each a process.
os.environ["SPARK_HOME"] = os.path.dirname(pyspark.__file__)
os.environ["PYSPARK_PYTHON"] = sys.executable
spark = SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false").getOrCreate()
spark.sparkContext.setLogLevel("ERROR")

drawn = spark.createDataFrame([(n, *one) for n, one in enumerate(schedules())], ["place", "zone", "hours", "days"])
place = functions.pmod(functions.hash("id"), functions.lit(len(schedules()))).alias("place")
pool = spark.range(people).select(functions.concat(functions.lit("P"), "id").alias("name"), place)
pool.join(drawn, "place").drop("place").write.mode("overwrite").parquet("pool.parquet")
pool = spark.read.parquet("pool.parquet")

# Distinct schedules are few: they go through one machine.
distinct = pool.groupBy("zone", "hours", "days").count().orderBy("zone", "hours", "days").collect()
with open("schedules.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["name", "zone", "hours", "days"])
    rows.writerows([f"S{n}", one["zone"], one["hours"], one["days"]] for n, one in enumerate(distinct))
fit("schedules.csv", "judged.csv")
names = spark.read.csv("schedules.csv", header=True)
judged = spark.read.csv("judged.csv", header=True).select("name", *JUDGED)
known = functions.broadcast(names.join(judged, "name").drop("name"))
pool.join(known, ["zone", "hours", "days"]).select("name", *JUDGED).write.mode("overwrite").parquet("answer.parquet")
answer = spark.read.parquet("answer.parquet")

# The raw pool, every person a row.
with open("pool.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["name", "zone", "hours", "days"])
    rows.writerows(pool.select("name", "zone", "hours", "days").toLocalIterator())
fit("pool.csv", "raw.csv")
raw = spark.read.csv("raw.csv", header=True).select("name", *JUDGED)
counts = [raw.count(), answer.count()]
assert counts == [people, people], counts
different = raw.exceptAll(answer).count()
assert different == 0, f"{different} of {people} differ"
print(f"{people} people, {len(distinct)} schedules, two workers: equal")
spark.stop()
