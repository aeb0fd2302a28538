"""Checks the SARIF that gongbao lexicon check writes; Scripts/check-sarif runs it.

usage: check-sarif FILE.sarif...

Each file must fit the JSON schema of SARIF 2.1.0 (OASIS), which is read from a hash-pinned package; besides, what GitHub's
code scanning asks for: at most 25,000 results, rules that results name by id and by index alike, paths relative to the
repository, lines and columns from 1, no empty message, fingerprints. Exit 1 with every finding named.
"""
import hashlib
import json
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import jsonschema  # noqa: E402

from lexicon_builders import packages  # noqa: E402

SCHEMA = "sarif-schema.json"
SCHEMA_SHA256 = "d9ae9a4394e29ad68cea57a3f7ec4ec0f283887edba0c8f8f2999c8903407636"


def schema():
    pins = packages.read_pins(Path(__file__).resolve().parent / "requirements-sarif.txt")
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "gongbao" / "wheels"
    packages.fetch(pins, folder)
    (archive,) = packages.open_all(pins, folder).values()
    text = archive.text(SCHEMA)
    if hashlib.sha256(text.encode()).hexdigest() != SCHEMA_SHA256:
        sys.exit(f"check-sarif: {SCHEMA} is another one than expected")
    return json.loads(text)


def findings(log):
    """What the schema cannot say; the log fits the schema."""
    if log["version"] != "2.1.0":
        yield f"version is {log['version']}"
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(set(rules)) < len(rules):
            yield "two rules of one id"
        results = run["results"]
        if len(results) > 25_000:
            yield f"{len(results)} results; GitHub takes 25,000"
        for number, result in enumerate(results):
            where = f"result {number}"
            index = result.get("ruleIndex", -1)
            if not 0 <= index < len(rules) or rules[index] != result["ruleId"]:
                yield f"{where}: rule {result['ruleId']} is not number {index}"
            if not result["message"].get("text", "").strip():
                yield f"{where}: no message"
            if not result.get("partialFingerprints"):
                yield f"{where}: no fingerprint"
            if len(result["locations"]) != 1:
                yield f"{where}: {len(result['locations'])} locations"
            for location in result["locations"]:
                place = location["physicalLocation"]
                uri = place["artifactLocation"]["uri"]
                if uri.startswith("/") or "\\" in uri or ":" in uri.split("/")[0] or uri != uri.strip():
                    yield f"{where}: {uri!r} is no relative path"
                region = place.get("region", {})
                if any(value < 1 for value in region.values() if isinstance(value, int)):
                    yield f"{where}: a region from 0"


def main():
    validator = jsonschema.Draft4Validator(schema())
    failed = 0
    for name in sys.argv[1:]:
        log = json.loads(Path(name).read_text(encoding="utf-8"))
        problems = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:300]}" for e in validator.iter_errors(log)]
        problems = problems or list(findings(log))
        for problem in problems[:20]:
            print(f"{name}: {problem}")
        failed += bool(problems)
        if not problems:
            count = sum(len(run["results"]) for run in log["runs"])
            print(f"check-sarif: {name}: {count} results, as SARIF 2.1.0 and GitHub want them")
    sys.exit(1 if failed or len(sys.argv) < 2 else 0)


main()
