"""known_names.tsv: transliterated names, persons everybody knows, and what a dictionary calls a person or a foreign place; and
the table of Japanese surnames, which is written by hand."""
import re
from pathlib import Path

from .countries import city_names, territory_names
from .packages import Archive
from .simplified import not_matched, traditional_only
from .tables import read_hand, read_words

COLUMNS = ["name", "kind", "src"]
SURNAME_COLUMNS = ["surname", "src"]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# The dictionary's tags of persons: nrt transliterated, nrfg some more, nr whatever its makers took for a name.
_FOREIGN, _CHINESE = {"nrt"}, {"nr", "nrfg"}
# Below it the entries of `nr` are what a recogniser of names once found, right or wrong.
_LEAST_COUNT = 10
# 尼日利亚人, 萨拉托夫州: the dictionary calls everything transliterated a person.
_PLACE_END = re.compile("[人州岛市河镇县湖湾港区省山族语教派军队国邦城堡角村乡角线]$|大帝$|群岛$|半岛$")
# 李先生, 周总理: a surname and how one is addressed; 武胜路, 高家村: no names of three characters end so.
_NO_PERSON_END = re.compile("(先生|女士|小姐|老师|大夫|医生|师傅|教授|经理|书记|总理|同志)$|[路街村镇县乡]$")
_PLACE, _SHORTEST_PLACE = "ns", 3
_LONGEST = 8


# What other tables have is listed nowhere as a person.
_OTHERS = {
    "gazetteers": ("divisions", "division_aliases", "regions", "countries", "foreign_places", "central_orgs", "sites", "media",
                   "initiatives"),
    "grammar": ("posts", "boundaries", "departments", "group_labels", "modifiers"),
}


def named_elsewhere(root: Path, built: dict[str, str]) -> set[str]:
    """Names, aliases and words of the other tables, as built or as committed."""
    found = set()
    for folder, tables in _OTHERS.items():
        for table in tables:
            path = f"{folder}/{table}.tsv"
            text = built[path] if path in built else (root / path).read_text("utf-8")
            header, *lines = [line.split("\t") for line in text.splitlines()]
            for column in ("name", "alias", "aliases", "surface"):
                if column in header:
                    for line in lines:
                        found.update(line[header.index(column)].split(","))
    return found


def build(archives: dict[str, Archive], hand_folder: Path, surnames: list[tuple], elsewhere: set[str],
          transliterating: set[str]) -> list[tuple]:
    """One row a name; what is written by hand wins over the packages, and these over the dictionary. `transliterating`: the
    characters that write foreign names."""
    unwritten = traditional_only(archives) | not_matched(hand_folder.parents[2])
    rows = {row["name"]: (row["name"], row["kind"], "hand") for row in read_hand(hand_folder / "known_names.tsv")}
    path = "random_name_type/data/foreign_zh.py"
    for text in archives["random-name-type"].string_constants(path):
        for name in text.split("、") if "、" in text else []:
            if len(name) >= 2 and _HAN.fullmatch(name) and not set(name) & unwritten:
                rows.setdefault(name, (name, "foreign", "random-name-type"))
    others = territory_names(archives) | city_names(archives) | elsewhere | {row[0] for row in surnames}
    common = {row[0] for row in surnames if row[2] != "rare"}
    for line in archives["jieba"].text("jieba/dict.txt").splitlines():
        name, count, tag = line.split(" ")
        if not 2 <= len(name) <= _LONGEST or not _HAN.fullmatch(name) or set(name) & unwritten or name in others:
            continue
        if tag in _FOREIGN and not _PLACE_END.search(name):
            rows.setdefault(name, (name, "listed", "jieba"))
        if tag in _CHINESE and len(name) <= 3 and int(count) >= _LEAST_COUNT and name[0] in common \
                and not _NO_PERSON_END.search(name):
            rows.setdefault(name, (name, "listed", "jieba"))
        if tag == _PLACE and len(name) >= _SHORTEST_PLACE and set(name) <= transliterating:
            rows.setdefault(name, (name, "place", "jieba"))
    return list(rows.values())


def build_japanese_surnames(hand_folder: Path) -> list[tuple]:
    """One row a surname."""
    return [(surname, "hand") for surname in read_words(hand_folder / "japanese_surnames.txt")]
