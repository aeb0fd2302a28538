#!/usr/bin/env python3
"""Articles to one graph on Spark: byte for byte the graph that gongbao makes on one machine.

usage: spark-submit [OPTIONS OF SPARK] graph.py [--gongbao PROGRAM] [--partitions N] --out DIR INPUT...

Every partition of articles goes through `gongbao extract --stream`, and what they add to the graph (`gongbao graph records`)
is shuffled by the key of each fact and entity; every partition of equal keys is merged (`--merge`), and the driver writes
what is left as CSV (`gongbao graph build --records`). Merging does not depend on order or grouping, so neither does the graph.

INPUT is a file or folder of JSON Lines, or of Parquet where its name ends in .parquet. The program must stand on every
machine under the same name, in the same version and with the same lexicons (Scripts/install).
"""
import argparse
import pathlib
import subprocess
import sys
import tempfile
import threading
import zlib

FIELDS = ("id", "text", "title", "published", "source", "url")


def piped(commands, lines, fine):
    """Yields the lines that a chain of programs makes of lines.

    A program that ends with a status that is not in `fine` fails the attempt, after whatever it wrote: Spark then takes
    nothing of it and tries the partition again.
    """
    processes, source, failed = [], subprocess.PIPE, []
    for command in commands:
        processes.append(subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE))
        if len(processes) > 1:
            source.close()
        source = processes[-1].stdout

    def feed():
        try:
            with processes[0].stdin as stdin:
                for line in lines:
                    stdin.write(line + b"\n")
        except BrokenPipeError:
            pass  # Its status tells more.
        except BaseException as error:
            failed.append(error)

    feeder = threading.Thread(target=feed, daemon=True)
    feeder.start()
    try:
        for line in source:
            yield line.rstrip(b"\n")
        for process in processes:
            if process.wait() not in fine:
                raise RuntimeError(f"{' '.join(process.args)} ended with status {process.returncode}")
        feeder.join()
        if failed:
            raise failed[0]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def articles(spark, inputs):
    """The articles as lines of JSON, in bytes: text that is no UTF-8 is for the program to refuse."""
    from pyspark.sql import functions as sql

    parts = []
    for path in inputs:
        if path.rstrip("/").endswith(".parquet"):
            table = spark.read.parquet(path)
            # Of a time only the day is said; a field that is null is not there.
            fields = [
                sql.to_date(field).alias(field) if dict(table.dtypes)[field].startswith("timestamp") else table[field]
                for field in FIELDS
                if field in table.columns
            ]
            lines = table.select(sql.to_json(sql.struct(*fields)).cast("binary"))
        else:
            lines = spark.read.option("lineSep", "\n").text(path).select(sql.col("value").cast("binary"))
        parts.append(lines.rdd.map(lambda row: bytes(row[0])))
    return spark.sparkContext.union(parts).filter(lambda line: line.strip(b" \t\r"))


def merged_records(lines, gongbao, partitions):
    """The records of the graph, of each key one."""
    extracting = [[gongbao, "extract", "--stream", "--quiet"], [gongbao, "graph", "records", "--quiet", "-"]]
    merging = [[gongbao, "graph", "records", "--merge", "-"]]
    # Status 1 is: some lines failed. They were named, and are counted among the records.
    records = lines.mapPartitions(lambda part: piped(extracting, part, fine=(0, 1)))
    pairs = records.map(lambda line: tuple(line.split(b"\t", 1)))
    shuffled = pairs.repartitionAndSortWithinPartitions(partitions, partitionFunc=zlib.crc32)
    return shuffled.mapPartitions(lambda part: piped(merging, (b"\t".join(pair) for pair in part), fine=(0,)))


def main():
    parser = argparse.ArgumentParser(description="Articles to one graph on Spark.")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="JSON Lines, or Parquet if it is named .parquet")
    parser.add_argument("--out", required=True, metavar="DIR", help="folder of the graph, on the driver")
    parser.add_argument("--gongbao", default="gongbao", metavar="PROGRAM", help="the program on every machine")
    parser.add_argument("--partitions", type=int, metavar="N", help="partitions to merge in; as many as Spark has cores")
    options = parser.parse_args()
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("gongbao").config("spark.sql.session.timeZone", "UTC").getOrCreate()
    partitions = options.partitions or spark.sparkContext.defaultParallelism
    beside = pathlib.Path(options.out).absolute().parent
    beside.mkdir(parents=True, exist_ok=True)
    # All records are there before the graph is begun: a job that fails leaves no graph.
    with tempfile.NamedTemporaryFile(dir=beside, prefix=".gongbao-records-") as file:
        for line in merged_records(articles(spark, options.inputs), options.gongbao, partitions).toLocalIterator():
            file.write(line + b"\n")
        file.flush()
        spark.stop()
        build = [options.gongbao, "graph", "build", "--records", file.name, "--out", options.out]
        return subprocess.run(build).returncode


if __name__ == "__main__":
    sys.exit(main())
