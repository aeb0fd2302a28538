"""division_aliases.tsv: generated short names, and nicknames and one-character forms written by hand."""
from collections import defaultdict

from .divisions import CURRENT_YEAR, Division
from .short_names import forms
from .tables import TableError, read_hand, read_words

COLUMNS = ["alias", "division_id", "kind", "needs_context", "valid_from", "valid_to", "src"]
_RANK = {"province": 1, "prefecture": 2, "county": 3, "region": 4}
# Short names of districts that say a direction or a use, in any city.
_GENERIC = {"城", "郊", "矿", "新", "东", "西", "南", "北", "中", "市", "江", "海", "市中", "市南", "市北", "市东", "市西"}
# A listed word stays restricted when ten years of news use it at least so often without a suffix and not behind the unit
# above it, and less than so large a share behind it; chosen by reading the words on either side of the bounds.
_LEAST_WORD_USES = 8
_PLACED_SHARE = 0.4


def build(divisions: list[Division], ethnic_groups: set[str], hand_folder) -> list[tuple]:
    """The rows, keyed by alias and division."""
    ordinary = _ordinary_words(hand_folder)
    rows: dict[tuple[str, str], tuple] = {}
    by_short: dict[str, list[Division]] = defaultdict(list)
    generated: list[tuple[str, str, Division]] = []
    for division in divisions:
        if division.level != "region":
            for alias, kind in forms(division.name, ethnic_groups):
                generated.append((alias, kind, division))
                by_short[alias].append(division)
    full_names = defaultdict(list)
    for division in divisions:
        full_names[division.name].append(division)
    for alias, kind, division in generated:
        if any(_overlap(other, division) for other in full_names.get(alias, []) if other is not division):
            continue  # another unit's full name wins: 凤城县 of 凤城满族自治县 while a 凤城县 stands
        context = "none"
        if kind == "short" and (len(alias) == 1 or alias in ordinary or alias in _GENERIC
                                or _shadowed(division, by_short[alias])):
            context = "suffix"
        rows[alias, division.id] = (alias, division.id, kind, context, "", "", division.src)
    _add_hand(rows, divisions, hand_folder)
    names = {division.id: division.name for division in divisions}
    for alias, division_id, *_ in rows.values():
        if names[division_id] == alias:
            raise TableError(f"division_aliases.tsv: {alias} is the name of {division_id} itself")
    return list(rows.values())


def _ordinary_words(hand_folder) -> set[str]:
    """The words of the hand-written list that counts of news bear out, and those that it marks as certain."""
    listed = read_words(hand_folder / "ordinary_words.txt")
    counts = {row["alias"]: row for row in read_hand(hand_folder / "short_name_counts.tsv")}
    ordinary = set()
    for word in listed:
        if word.endswith("!"):
            ordinary.add(word.removesuffix("!"))
        elif word in counts:
            total, with_suffix, after_parent = (
                int(counts[word][key]) for key in ("total", "with_suffix", "after_parent"))
            bare = total - with_suffix
            if bare - after_parent >= _LEAST_WORD_USES and after_parent < _PLACED_SHARE * bare:
                ordinary.add(word)
    return ordinary


def _overlap(a: Division, b: Division) -> bool:
    return (a.valid_from or "0") < (b.valid_to or "9") and (b.valid_from or "0") < (a.valid_to or "9")


def _shadowed(division: Division, others: list[Division]) -> bool:
    """Whether a higher unit has the same short name at the time: bare 承德 is the city, 承德县委 the county's."""
    return any(_RANK[other.level] < _RANK[division.level] and _overlap(other, division) for other in others)


def _add_hand(rows: dict, divisions: list[Division], hand_folder) -> None:
    by_id = {d.id: d for d in divisions}
    by_code: dict[str, list[Division]] = defaultdict(list)
    for division in sorted(divisions, key=lambda d: d.valid_from):
        by_code[division.code].append(division)
    entries = []
    for row in read_hand(hand_folder / "divisions.tsv"):
        for alias in filter(None, row["aliases"].split(",")):
            context = "suffix" if alias.endswith("*") else "none"
            entries.append((alias.rstrip("*"), row["id"], "variant", context, "", ""))
    for row in read_hand(hand_folder / "division_aliases.tsv"):
        entries.append((row["alias"], row["division"], row["kind"], row["needs_context"],
                        row["valid_from"], row["valid_to"]))
    for alias, key, kind, context, valid_from, valid_to in entries:
        targets = [by_id[key]] if key in by_id else [
            d for d in by_code.get(key, []) if d.covers(CURRENT_YEAR)] or by_code.get(key, [])[-1:]
        if not targets:
            raise TableError(f"hand/division_aliases.tsv: {alias} names the unknown division {key}")
        for target in targets:
            rows[alias, target.id] = (alias, target.id, kind, context, valid_from, valid_to, "hand")
