"""ambiguity.tsv: surfaces that stand in two lexicons at a time, or for two divisions, and which reading wins.

The policy comes from the pair of lexicons; hand/ambiguity.tsv overrides it for single surfaces and adds what no lexicon
shows (names that are ordinary words: reading `words`).
"""
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from .tables import TableError, read_hand

COLUMNS = ["surface", "reading_a", "reading_b", "policy", "reason", "src"]
_DERIVED = "lexicons"
_RANK = {"province": 1, "prefecture": 2, "county": 3, "region": 4}
# Lexicon → file, columns with surfaces. The order decides which reading is a.
_FILES = {
    "officials": ("gazetteers/officials.tsv", ["name", "variants"]),
    "central_orgs": ("gazetteers/central_orgs.tsv", ["name", "aliases"]),
    "initiatives": ("gazetteers/initiatives.tsv", ["name", "aliases"]),
    "countries": ("gazetteers/countries.tsv", ["name", "full_name", "aliases", "one_char"]),
    "regions": ("gazetteers/regions.tsv", ["name", "aliases"]),
    "sites": ("gazetteers/sites.tsv", ["name", "aliases"]),
    "foreign_places": ("gazetteers/foreign_places.tsv", ["name", "aliases"]),
    "media": ("gazetteers/media.tsv", ["name", "aliases"]),
    "known_names": ("names/known_names.tsv", ["name"]),
    "posts": ("grammar/posts.tsv", ["surface"]),
    "level_words": ("grammar/level_words.tsv", ["surface"]),
    "boundaries": ("grammar/boundaries.tsv", ["surface"]),
    "surnames": ("names/surnames.tsv", ["surname"]),
    "common_words": ("names/common_words.tsv", ["surface"]),
}
_NAMED = ["divisions", *_FILES]
# Pairs of lexicons that are no two readings: a well-known person, a foreign name that is a place's, too.
_SAME = {("officials", "known_names")}
# Word lists hold places, peoples and organs as well; only restricted short names and persons clash with words.
_WITH_WORDS = {"divisions", "officials"}
_POLICIES = {
    ("divisions", "officials"): ("by-title", "a person only behind an office or in a list of names"),
    ("divisions", "central_orgs"): ("by-title", "the organ where an office or 党委 follows"),
    ("divisions", "initiatives"): ("by-parent", "the place where a unit above stands in front"),
    ("divisions", "countries"): ("prefer-b", "the district has its suffix or the unit above it in front"),
    ("divisions", "regions"): ("by-parent", "the unit where a suffix follows or the unit above stands in front"),
    ("divisions", "sites"): ("prefer-a", "a zone with a committee of its own is a unit; the site is its ground"),
    ("divisions", "foreign_places"): ("by-parent", "the unit where a suffix follows; else the country of the text decides"),
    ("divisions", "known_names"): ("by-title", "a person only behind an office or in a list of names"),
    ("divisions", "posts"): ("prefer-b", "the unit has its suffix"),
    ("divisions", "level_words"): ("by-title", "the unit where a suffix or an organ follows"),
    ("divisions", "boundaries"): ("prefer-b", "the unit has its suffix"),
    ("divisions", "surnames"): ("by-title", "the unit where a suffix or an organ follows, the surname before a given name"),
    ("divisions", "common_words"): ("prefer-b", "the unit has its suffix or an organ behind it"),
    ("officials", "common_words"): ("by-title", "a person only behind an office or in a list of names"),
    ("central_orgs", "media"): ("prefer-a", "one body; the organ has its dates"),
    ("initiatives", "regions"): ("by-title", "the strategy where 战略, 建设 or 发展 follows, else the region"),
    ("countries", "surnames"): ("abstain", "one character means a country only among others of its kind"),
    ("foreign_places", "known_names"): ("by-title", "a person only behind an office or in a list of names"),
    ("countries", "known_names"): ("by-title", "a person only behind an office or in a list of names"),
    ("countries", "posts"): ("prefer-a", "the country; the title stands behind a place"),
    ("countries", "boundaries"): ("prefer-b", "one character means a country only among others of its kind"),
    ("posts", "known_names"): ("prefer-a", "a title unless an office stands in front"),
    ("known_names", "posts"): ("prefer-b", "a title unless an office stands in front"),
    ("level_words", "surnames"): ("prefer-a", "the surname only before a given name"),
    ("boundaries", "surnames"): ("prefer-a", "the surname only before a given name"),
    ("posts", "surnames"): ("prefer-a", "the surname only before a given name"),
}
_BY_DATE = ("abstain", "two bodies of one written form; the text has to name one in full")


@dataclass(frozen=True)
class _Reading:
    lexicon: str
    id: str
    valid_from: str
    valid_to: str
    rank: int = 0
    restricted: bool = False  # needs a context by itself

    def meets(self, other: "_Reading") -> bool:
        return self.valid_from < (other.valid_to or "9") and other.valid_from < (self.valid_to or "9")


def build(root: Path, built: dict[str, str], hand_folder: Path) -> list[tuple]:
    """The rows. `built` are the files made in this run, which are newer than those on disk."""
    surfaces = _surfaces(root, built)
    rows: dict[tuple[str, str, str], tuple] = {}
    for surface, readings in surfaces.items():
        for first in range(len(_NAMED)):
            for second in range(first, len(_NAMED)):
                row = _row(surface, readings, _NAMED[first], _NAMED[second])
                if row:
                    rows[row[:3]] = row
    hand = read_hand(hand_folder / "ambiguity.tsv")
    by_surface = defaultdict(list)
    for row in hand:
        by_surface[row["surface"]].append(row)
    rows = {key: row for key, row in rows.items() if not _covered(key, by_surface[key[0]])}
    undecided = sorted(key for key, row in rows.items() if not row[3])
    if undecided:
        raise TableError(f"hand/ambiguity.tsv has to say which of these readings wins: {undecided}")
    for row in hand:
        for cell in (row["reading_a"], row["reading_b"]):
            lexicon, _, identity = cell.partition(":")
            found = surfaces.get(row["surface"], {}).get(lexicon, [])
            if lexicon not in ("words", "names") and not any(not identity or one.id == identity for one in found):
                raise TableError(f"hand/ambiguity.tsv: {row['surface']} is nothing in {cell}")
        key = (row["surface"], row["reading_a"], row["reading_b"])
        rows[key] = (*key, row["policy"], row["reason"], "hand")
    return list(rows.values())


def _covered(key: tuple[str, str, str], hand: list[dict]) -> bool:
    """Whether one of a surface's hand-written rows speaks about the same two lexicons."""
    pair = {key[1].partition(":")[0], key[2].partition(":")[0]}
    return any({row["reading_a"].partition(":")[0], row["reading_b"].partition(":")[0]} == pair for row in hand)


def _row(surface: str, readings: dict[str, list[_Reading]], one: str, other: str) -> tuple | None:
    left, right = readings.get(one, []), readings.get(other, [])
    if not left or not right or (one, other) in _SAME:
        return None
    if one == other:
        return _among_divisions(surface, left) if one == "divisions" else _among(surface, left)
    if other == "common_words":
        if one not in _WITH_WORDS:
            return None
        left = [reading for reading in left if one != "divisions" or reading.restricted]
    pairs = [(a, b) for a in left for b in right if a.meets(b)]
    if not pairs:
        return None
    policy, reason = _POLICIES.get((one, other), ("", ""))
    if one == "divisions" and len(surface) == 1:
        policy, reason = "abstain", "one character means a place only among others of its kind"
    return (surface, _cell(one, {a.id for a, _ in pairs}), _cell(other, {b.id for _, b in pairs}), policy, reason, _DERIVED)


def _cell(lexicon: str, ids: set[str]) -> str:
    return f"{lexicon}:{next(iter(ids))}" if len(ids) == 1 and "" not in ids else lexicon


def _among(surface: str, readings: list[_Reading]) -> tuple | None:
    pairs = [(a, b) for a in readings for b in readings if a.id < b.id and a.meets(b)]
    if not pairs:
        return None
    a, b = pairs[0]
    return surface, f"{a.lexicon}:{a.id}", f"{b.lexicon}:{b.id}", *_BY_DATE, _DERIVED


def _among_divisions(surface: str, readings: list[_Reading]) -> tuple | None:
    meeting = [a for a in readings if any(a.id != b.id and a.meets(b) for b in readings)]
    if not meeting:
        return None
    best = min(reading.rank for reading in meeting)
    upper = {reading.id for reading in meeting if reading.rank == best}
    lower = {reading.id for reading in meeting if reading.rank > best}
    if len(surface) == 1:
        policy, reason = "abstain", "one character means a place only among others of its kind"
    elif lower and len({identity.split("-")[0] for identity in upper}) == 1:
        return (surface, _cell("divisions", upper if len(upper) == 1 else {max(upper)}), _cell("divisions", lower),
                "prefer-a", "bare it is the higher unit; the lower one has its suffix or an organ behind it", _DERIVED)
    else:
        policy, reason = "by-parent", "units of one standing; the unit above decides, or that of the text"
    ids = sorted(upper | lower)
    if len(ids) == 2:
        return surface, f"divisions:{ids[0]}", f"divisions:{ids[1]}", policy, reason, _DERIVED
    return surface, "divisions", "divisions", policy, reason, _DERIVED


def _surfaces(root: Path, built: dict[str, str]) -> dict[str, dict[str, list[_Reading]]]:
    found: dict[str, dict[str, list[_Reading]]] = defaultdict(lambda: defaultdict(list))
    units = {row["id"]: row for row in _read(root, built, "gazetteers/divisions.tsv")}
    for unit in units.values():
        found[unit["name"]]["divisions"].append(_Reading(
            "divisions", unit["id"], unit["valid_from"], unit["valid_to"], _RANK[unit["level"]]))
    for row in _read(root, built, "gazetteers/division_aliases.tsv"):
        unit = units[row["division_id"]]
        ends = [end for end in (row["valid_to"], unit["valid_to"]) if end]
        found[row["alias"]]["divisions"].append(_Reading(
            "divisions", unit["id"], max(row["valid_from"], unit["valid_from"]), min(ends, default=""),
            _RANK[unit["level"]], row["needs_context"] != "none"))
    for lexicon, (file, columns) in _FILES.items():
        for row in _read(root, built, file):
            for surface in {surface for column in columns for surface in row[column].split(",") if surface}:
                found[surface][lexicon].append(_Reading(
                    lexicon, row.get("id", ""), row.get("valid_from", ""), row.get("valid_to", "")))
    return found


def _read(root: Path, built: dict[str, str], file: str) -> list[dict[str, str]]:
    text = built.get(file) or (root / file).read_text("utf-8")
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
