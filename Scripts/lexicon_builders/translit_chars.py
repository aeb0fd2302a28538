"""translit_chars.tsv: characters that write foreign names, with how often, and whether one may begin or end with them."""
import re
from collections import Counter

from .countries import city_names, territory_names
from .packages import Archive
from .tables import read_hand

COLUMNS = ["char", "ppm", "can_start", "can_end", "src"]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
# A character of fewer names is no part of the transcription script (仰 of 仰光, 墨 of 墨尔本 stay, 平壤 does not).
_LEAST_NAMES = 2


def build(archives: dict[str, Archive], hand_folder) -> list[tuple]:
    """One row a character; the regions whose names are written in Chinese characters of their own stay out."""
    path = "random_name_type/data/foreign_zh.py"
    names = {name for text in archives["random-name-type"].string_constants(path) if "、" in text
             for name in text.split("、") if len(name) >= 2 and _HAN.fullmatch(name)}
    names |= {name for name in territory_names(archives) | city_names(archives)
              if len(name) >= 3 and _HAN.fullmatch(name) and not re.search(r"[岛洲国海群港湾堡]$|[南北中和及城市州区未伪属本外联群洋各]", name)}
    all_counts, starts, ends = Counter(), Counter(), Counter()
    for name in names:
        all_counts.update(name)
        starts[name[0]] += 1
        ends[name[-1]] += 1
    total = sum(all_counts.values())
    rows = {}
    for character, count in all_counts.items():
        if count >= _LEAST_NAMES:
            rows[character] = (character, f"{1e6 * count / total:.1f}", "y" if starts[character] else "n",
                               "y" if ends[character] else "n", "random-name-type")
    for row in read_hand(hand_folder / "translit_chars.tsv"):
        character = row["char"]
        if row["can_start"] == "drop":
            rows.pop(character, None)
        elif character not in rows:
            rows[character] = (character, "", row["can_start"], row["can_end"], "hand")
    return list(rows.values())
