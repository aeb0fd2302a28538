"""division_succession.tsv: which unit came out of which, from the divisions' own history and a list of successor codes."""
from collections import defaultdict

from .divisions import Division
from .short_names import core
from .tables import TableError, read_hand

COLUMNS = ["from_id", "to_id", "kind", "date", "doc_no", "src"]
_HISTORY = "lexicons"
_SUCCESSORS = "areacodes"


def build(divisions: list[Division], ethnic_groups: set[str], hand_folder) -> list[tuple]:
    """One row for each pair of an ended unit and one that took its place; units whose successor is not known have none."""
    finder = _Finder(divisions, ethnic_groups, hand_folder)
    pairs: dict[tuple[str, str], tuple[Division, Division, str]] = {}
    for unit in divisions:
        if unit.code and unit.valid_to:
            targets, src = finder.successors(unit)
            for target in targets:
                pairs[unit.id, target.id] = (unit, target, src)
    sources_of, targets_of = defaultdict(set), defaultdict(set)
    for unit, target, _ in pairs.values():
        targets_of[unit.id].add(target.id)
        sources_of[target.id].add(unit.id)
    rows = {}
    for key, (unit, target, src) in pairs.items():
        kind = finder.kind(unit, target, len(targets_of[unit.id]), len(sources_of[target.id]))
        rows[key] = (*key, kind, unit.valid_to, "", src)
    known = {unit.id for unit in divisions}
    for row in read_hand(hand_folder / "division_succession.tsv"):
        key = (row["from_id"], row["to_id"])
        if not known.issuperset(key):
            raise TableError(f"hand/division_succession.tsv names an unknown division: {key}")
        rows[key] = (*key, row["kind"], row["date"], row["doc_no"], "hand")
    return list(rows.values())


class _Finder:
    def __init__(self, divisions: list[Division], ethnic_groups: set[str], hand_folder):
        self.by_id = {unit.id: unit for unit in divisions}
        self.groups = ethnic_groups
        self.by_code: dict[str, list[Division]] = defaultdict(list)
        self.by_short: dict[tuple[str, str], list[Division]] = defaultdict(list)
        self.by_name: dict[str, list[Division]] = defaultdict(list)
        for unit in divisions:
            self.by_name[unit.name].append(unit)
            if unit.code:
                self.by_code[unit.code].append(unit)
                self.by_short[unit.code[:2], core(unit.name, ethnic_groups)].append(unit)
        self.listed: dict[tuple[str, str], list[tuple[int, list[str]]]] = defaultdict(list)
        for row in read_hand(hand_folder / "successor_codes.tsv"):
            self.listed[row["code"], row["name"]].append((int(row["ended"]), row["successors"].split(",")))

    def successors(self, unit: Division) -> tuple[list[Division], str]:
        """The records that follow, and where that comes from. The unit's own code in the next table comes first."""
        end = int(unit.valid_to[:4])
        following = [other for other in self.by_code[unit.code] if other.valid_from == unit.valid_to]
        same = [other for other in following if other.name == unit.name]
        if same:
            return same, _HISTORY
        # The list's years and the tables' differ by one where a change became known late.
        for ended, codes in self.listed[unit.code, unit.name]:
            if abs(ended - end) <= 1:
                found = [other for code in codes if (other := self._standing(code, end)) and other.id != unit.id]
                if found:
                    return found, _SUCCESSORS
        short = core(unit.name, self.groups)
        namesakes = [other for other in self.by_short[unit.code[:2], short]
                     if other.id != unit.id and other.covers(end) and other.level == unit.level]
        # 海南 and 重庆 took units with them that keep their names under codes of another province.
        begun = ([other for other in namesakes if other.valid_from == unit.valid_to]
                 or [other for other in self.by_name[unit.name] if other.valid_from == unit.valid_to])
        found = begun or following or [other for other in namesakes if unit.level == "prefecture"]
        return found[:1], _HISTORY

    def _standing(self, code: str, year: int) -> Division | None:
        """The unit of a code at the end of a year; under another code if it had one then (329019 for 320382 until 1995)."""
        for unit in self.by_code.get(code, []):
            if unit.covers(year):
                return unit
        for later in self.by_code.get(code, []):
            for unit in self.by_short[code[:2], core(later.name, self.groups)]:
                if unit.name == later.name and unit.covers(year):
                    return unit
        return None

    def kind(self, unit: Division, target: Division, targets: int, sources: int) -> str:
        """What happened; the most telling of several changes at once."""
        same_name = core(unit.name, self.groups) == core(target.name, self.groups)
        begun = target.valid_from == unit.valid_to
        if not (same_name and begun):
            if targets > 1:
                return "split"
            if sources > 1 or not begun:
                return "merge"
        if unit.type != target.type:
            return "upgrade"
        if unit.name != target.name:
            return "rename"
        above, now_above = self.by_id.get(unit.parent_id), self.by_id.get(target.parent_id)
        if above and now_above and not self._same_place(above, now_above):
            return "transfer"
        return "recode"

    def _same_place(self, one: Division, other: Division) -> bool:
        """Whether two records are one unit before and after a change of name, rank or code."""
        return one.code == other.code or core(one.name, self.groups) == core(other.name, self.groups)
