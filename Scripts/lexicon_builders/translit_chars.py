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
# The dictionary's list of transliterated names has Chinese ones too: a character that only it has must be in more of them.
_LEAST_LISTED = 5
# 尼日利亚人, 萨拉托夫州: the dictionary calls everything transliterated a person.
_NO_NAME_END = re.compile("[人州岛市河镇县湖湾港区省山族语教派军队国邦城堡角村乡线世]$|大帝$")
_LONGEST = 8
# A character begins or ends names when it does so in one of thirty-three that have it.
_LEAST_SHARE = 0.03
# What a character of the transcription tables gets that no list has.
_UNSEEN_PPM = 15


def build(archives: dict[str, Archive], hand_folder) -> list[tuple]:
    """One row a character; the regions whose names are written in Chinese characters of their own stay out."""
    path = "random_name_type/data/foreign_zh.py"
    names = {name for text in archives["random-name-type"].string_constants(path) if "、" in text
             for name in text.split("、") if len(name) >= 2 and _HAN.fullmatch(name)}
    names |= {name for name in territory_names(archives) | city_names(archives)
              if len(name) >= 3 and _HAN.fullmatch(name) and not re.search(r"[岛洲国海群港湾堡]$|[南北中和及城市州区未伪属本外联群洋各]", name)}
    hand = {row["char"]: row["can_start"] for row in read_hand(hand_folder / "translit_chars.tsv")}
    counts = Counter(character for name in names for character in name)
    known = {character for character, count in counts.items() if count >= _LEAST_NAMES} | set(hand)
    known -= {character for character, start in hand.items() if start == "drop"}
    listed = dictionary_names(archives)
    strangers = Counter(next(iter(set(name) - known)) for name in listed
                        if len(name) > 2 and sum(character not in known for character in name) == 1)
    known |= {character for character, count in strangers.items() if count >= _LEAST_LISTED and character not in hand}
    sure = {(place, name[place]) for name in names for place in (0, -1)}
    names |= {name for name in listed if set(name) <= known}
    counts = Counter(character for name in names for character in name)
    starts, ends = Counter(name[0] for name in names), Counter(name[-1] for name in names)
    total = sum(counts.values())
    rows = []
    for character in known:
        count = counts[character]
        if count == 0:
            rows.append((character, f"{_UNSEEN_PPM:.1f}", "y", "y", "hand"))
            continue
        flags = ("y" if (place, character) in sure or found[character] >= _LEAST_SHARE * count else "n"
                 for place, found in ((0, starts), (-1, ends)))
        rows.append((character, f"{1e6 * count / total:.1f}", *flags, "random-name-type"))
    return rows


def dictionary_names(archives: dict[str, Archive]) -> set[str]:
    """What the dictionary takes for transliterated, without what ends like a place or people."""
    found = set()
    for line in archives["jieba"].text("jieba/dict.txt").splitlines():
        name, _, tag = line.split(" ")
        if tag == "nrt" and 2 <= len(name) <= _LONGEST and _HAN.fullmatch(name) and not _NO_NAME_END.search(name):
            found.add(name)
    return found
