"""surnames.tsv: frequencies of single surnames, compound ones, and rare ones that officials bear."""
import json

from .packages import Archive
from .simplified import not_matched, traditional_only
from .tables import read_csv, read_hand

COLUMNS = ["surname", "ppm", "class", "src"]
# Below this share a surname is called rare: a name needs other evidence too.
_RARE_BELOW_PPM = 20.0


def build(archives: dict[str, Archive], hand_folder) -> list[tuple]:
    """One row a surname; ppm is empty where no source counts it."""
    traditional = traditional_only(archives) | not_matched(hand_folder.parents[2])
    rows: dict[str, tuple] = {}
    for row in read_csv(archives["sinonym"].text("sinonym/data/familyname_orcid.csv")):
        surname, ppm = row["surname"], float(row["ppm"])
        if traditional & set(surname):
            continue
        kind = "compound" if len(surname) > 1 else "rare" if ppm < _RARE_BELOW_PPM else "single"
        rows[surname] = (surname, f"{ppm:.1f}", kind, "sinonym")
    for surname in json.loads(archives["mingzi"].text("mingzi/data.json"))["com_surname"]:
        if surname not in rows and not traditional & set(surname):
            rows[surname] = (surname, "", "compound", "mingzi")
    for row in read_hand(hand_folder / "surnames.tsv"):
        if row["class"] == "drop":
            rows.pop(row["surname"], None)
        else:
            rows.setdefault(row["surname"], (row["surname"], "", row["class"], "hand"))
    return list(rows.values())
