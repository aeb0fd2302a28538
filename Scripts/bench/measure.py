#!/usr/bin/env python3
"""What Scripts/bench/run prints: each measure is the best of three, the yardstick taken before and after."""
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

corpus, gongbao, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
turns = 3

texts = [json.loads(line)["text"] for line in open(corpus, encoding="utf-8") if line.strip()]
plain = work / "plain.txt"
plain.write_text("\n".join(texts), encoding="utf-8")
size = sum(len(text.encode()) for text in texts)
small = work / "small.jsonl"
small.write_text('{"id":"a","text":"你好。"}\n', encoding="utf-8")


def timed(command, **options):
    """Wall seconds, processor seconds and peak memory (KiB) of one run."""
    before = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - before
    if status:
        sys.exit(f"bench: {' '.join(map(str, command))} ended with status {status}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def best(command):
    runs = [timed(command) for _ in range(turns)]
    return min(run[0] for run in runs), min(run[1] for run in runs), max(run[2] for run in runs)


def yardstick(processes=1):
    """Bytes of text a second over all processes, and a second of processor time."""
    rates, by_cpu = [], []
    for _ in range(turns):
        running = [
            subprocess.Popen([work / "yardstick", plain], stdout=subprocess.PIPE, text=True) for _ in range(processes)
        ]
        rate = 0
        for process in running:
            count, _, seconds, processor = process.communicate()[0].split()
            rate += int(count) / float(seconds)
            by_cpu.append(int(count) / float(processor))
        rates.append(rate)
    return max(rates), max(by_cpu)


def checksum(path):
    """Of a file, or of all files of a folder in the order of their names."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


one, one_cpu = yardstick()
two, _ = yardstick(2)
start_wall, start_cpu, _ = best([gongbao, "extract", small, "--quiet", "--jobs", "1"])
# Without lexicons: the program alone.
bare_wall, _, _ = best([gongbao, "--help"])

print(f"corpus: {len(texts)} articles, {size / 1e6:.1f} MB of text")
print(f"yardstick (ICU word breaks in C, one thread): 1.00; two processes: {two / one:.2f}")
stages = pathlib.Path(gongbao).resolve().with_name("gongbao-stages")
if stages.exists():
    for line in subprocess.run(
        [stages, corpus, os.environ["GONGBAO_LEXICONS"]], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.splitlines():
        name, *numbers = line.split("\t")
        if name == "check":
            print(f"stages: {numbers[0]}")
        elif int(numbers[0]):
            rate = int(numbers[0]) / float(numbers[1])
            print(f"stage {name}: {rate / one_cpu:.2f} of the yardstick by processor time")
        else:
            print(f"stage {name}: {float(numbers[1]):.2f} s")
checks = {}
for form in ["jsonl", "csv"]:
    for jobs in ["1", "2"]:
        out = work / f"{form}-{jobs}"
        wall, cpu, memory = best(
            [gongbao, "extract", corpus, "--quiet", "--jobs", jobs, "--format", form, "--out", out])
        checks.setdefault(form, set()).add(checksum(out))
        rate = size / max(1e-9, wall - start_wall)
        by_cpu = size / max(1e-9, cpu - start_cpu)
        print(
            f"extract to {form}, {jobs} job{'s' if jobs != '1' else ''}: {rate / one:.3f} of the yardstick"
            f" ({by_cpu / one_cpu:.3f} by processor time), peak {memory / 1024:.0f} MiB")
report = json.loads((work / "jsonl-1.report.json").read_text())
print("result: " + ", ".join(f"{report[key]} {key}" for key in ["articles", "mentions", "relations", "duplicates"]))
for form, sums in checks.items():
    if len(sums) != 1:
        sys.exit(f"bench: {form} differs between numbers of jobs")
    print(f"result: {form} {sums.pop()}, the same for 1 and 2 jobs")
# Lexicons as one mapped file, and half a million entries more: how soon they are ready, how fast texts are read with them,
# and that results are the same with the file and without.
lexicons, overlay = work / "lexicons", work / "overlay"
shutil.copytree(os.environ["GONGBAO_LEXICONS"], lexicons, ignore=shutil.ignore_patterns("lexicons.compiled"))
subprocess.run([pathlib.Path(__file__).with_name("make-overlay"), overlay], check=True)
for table in [*lexicons.rglob("*.tsv"), *overlay.rglob("*.tsv")]:
    # What is older than its compiled form is told by its time alone, as it is on all days but the first.
    os.utime(table, (time.time() - 3600,) * 2)
folders = {"the shipped lexicons": [lexicons], "500,000 entries more": [lexicons, overlay]}
small_rate = {}
for name, used in folders.items():
    options = [option for folder in used for option in ("--lexicons", folder)]
    plain, compiled = work / "plain.jsonl", work / "compiled.jsonl"
    subprocess.run([gongbao, "extract", corpus, "--quiet", *options, "--out", plain], check=True)
    if stages.exists():
        answer = subprocess.run([stages, "ready", *used], stdout=subprocess.PIPE, text=True, check=True).stdout
        count, least, median = answer.split()
        print(f"compiled, {name}: {int(count) / 1e6:.1f} MB, ready in {float(least) * 1e3:.1f} ms"
              f" (median {float(median) * 1e3:.1f})")
    subprocess.run([gongbao, "lexicon", "build", "--quiet", *used], check=True)
    subprocess.run([gongbao, "extract", corpus, "--quiet", *options, "--out", compiled], check=True)
    if checksum(plain) != checksum(compiled):
        sys.exit(f"bench: {name}: the compiled form gives other results than the tables")
    begun = best([gongbao, "extract", small, "--quiet", "--jobs", "1", *options])
    whole = best([gongbao, "extract", corpus, "--quiet", "--jobs", "1", *options])
    small_rate[name] = (size / max(1e-9, whole[1] - begun[1]), begun)
    print(f"result: {checksum(compiled)} with {name}, the same from the tables and from the compiled form")
(base, start_compiled), (more, start_more) = small_rate.values()
print(f"speed of extraction with 500,000 entries more: {more / base:.2f} of that without, by processor time;"
      f" peak {best([gongbao, 'extract', corpus, '--quiet', '--jobs', '1', *options])[2] / 1024:.0f} MiB")
print(f"one article: {start_wall * 1e3:.0f} ms from the tables, {start_compiled[0] * 1e3:.0f} ms from the compiled form,"
      f" {start_more[0] * 1e3:.0f} ms with 500,000 entries more")
if (work / "empty").exists():
    empty_wall, _, _ = best([work / "empty"])
    print(
        f"start-up in multiples of an empty Swift program: {bare_wall / empty_wall:.1f} (--help),"
        f" {start_wall / empty_wall:.0f} with lexicons and one article,"
        f" {start_compiled[0] / empty_wall:.0f} with compiled ones")
