"""grammar/leading_verbs.tsv: verbs that begin no name, though some names hold them.

The verbs of jieba's dictionary, without those that begin a listed name or a head noun (创新 of 创新中心).
"""
from pathlib import Path

from .packages import Archive
from .simplified import traditional_only
from .tables import read_hand

COLUMNS = ["surface", "src"]
# Rarer words of the dictionary are as often names of things as verbs.
_LEAST_COUNT = 20
# Tables whose names show what a name may begin with.
_NAMES = [("gazetteers/sites.tsv", "name"), ("gazetteers/central_orgs.tsv", "name"), ("grammar/heads.tsv", "head"),
          ("grammar/org_heads.tsv", "head"), ("grammar/departments.tsv", "surface"), ("grammar/organs.tsv", "suffix"),
          ("gazetteers/initiatives.tsv", "name"), ("grammar/posts.tsv", "surface")]


def build(archives: dict[str, Archive], root: Path, places: set[str]) -> list[tuple]:
    """One row a verb, of two to four characters; `places`: names and short names of divisions, which are none (保定)."""
    names = [row[column] for table, column in _NAMES for row in read_hand(root / table)]
    begins = {name[:length] for name in names for length in (2, 3, 4)}
    traditional = traditional_only(archives)
    rows = []
    for line in archives["jieba"].text("jieba/dict.txt").splitlines():
        word, count, tag = line.split(" ")
        if tag == "v" and 2 <= len(word) <= 4 and int(count) >= _LEAST_COUNT and word not in begins | places and not traditional & set(word):
            rows.append((word, "jieba"))
    return rows
