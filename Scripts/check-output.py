"""Checks the JSON Lines that gongbao writes; Scripts/check-output runs it.

usage: check-output FILE.jsonl SCHEMA.json

Each line must fit the schema; besides: no key twice; text[start:end] is the mention's text; mentions are in text order;
entities are listed once, sorted by id, of the type their id says; what refers to an entity finds it; evidence lies in the
text; dates exist; no document comes twice. Exit 1 with every finding named.
"""
import datetime
import json
import sys

import jsonschema


def unique(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key stands twice in {keys}")
    return dict(pairs)


def is_date(text):
    """Whether each date of YYYY[-MM[-DD]][/…] exists."""
    try:
        for part in text.split("/"):
            datetime.date.fromisoformat((part + "-01-01")[:10])
    except ValueError:
        return False
    return True


def findings(doc):
    """What the schema cannot say; the document fits the schema."""
    text = doc["text"]
    ids = [entity["id"] for entity in doc["entities"]]
    if ids != sorted(set(ids)):
        yield "entities are not sorted by id, or one is listed twice"
    types = {entity["id"]: entity["type"] for entity in doc["entities"]}
    for entity in doc["entities"]:
        if not entity["id"].startswith(entity["type"] + "-"):
            yield f"{entity['id']} is of type {entity['type']}"
        if entity["name"] in entity["aliases"]:
            yield f"{entity['id']} has its name among its aliases"
    for mention in doc["mentions"]:
        start, end = mention["start"], mention["end"]
        if text[start:end] != mention["text"]:
            yield f"mention {start}..{end} says {mention['text']!r}, the text {text[start:end]!r}"
        if types.get(mention["entity"]) != mention["type"]:
            yield f"mention {start}..{end} of type {mention['type']}: entity {mention['entity']} is not listed with it"
    order = [(mention["start"], -mention["end"]) for mention in doc["mentions"]]
    if order != sorted(order):
        yield "mentions are not in text order"
    for number, relation in enumerate(doc["relations"]):
        for end in ("subject", "object"):
            if relation[end] not in types:
                yield f"relation {number}: {end} {relation[end]} is not listed"
        evidence = relation["evidence"]
        if not 0 <= evidence["start"] < evidence["end"] <= len(text):
            yield f"relation {number}: evidence {evidence} is not in the text"
        for field in ("date", "start", "end", "as_of"):
            if not is_date(relation.get(field, "2000")):
                yield f"relation {number}: {field} {relation[field]} does not exist"
    if not is_date(doc.get("published", "2000")):
        yield f"published {doc['published']} does not exist"


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: check-output FILE.jsonl SCHEMA.json")
    with open(sys.argv[2], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = found = 0
    seen = set()
    with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
        for lines, line in enumerate(file, 1):
            messages = []
            try:
                doc = json.loads(line, object_pairs_hook=unique)
            except ValueError as error:
                messages.append(str(error))
            else:
                messages += [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(doc)]
                if not messages and "error" not in doc:
                    messages += findings(doc)
                    if doc["id"] in seen:
                        messages.append(f"document {doc['id']} comes twice")
                    seen.add(doc["id"])
            for message in messages:
                print(f"{sys.argv[1]}:{lines}: {message}", file=sys.stderr)
            found += len(messages)
    print(f"check-output: {lines} lines, {found} findings")
    sys.exit(1 if found or not lines else 0)


main()
