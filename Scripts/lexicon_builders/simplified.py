"""Which characters are traditional only, so that lists of names stay in simplified script."""
import re
from pathlib import Path

from .packages import Archive

# Listed as traditional, and still the right simplified form in names of places and persons.
_ALLOWED = set("乾夥瞭藉麽于後范着沈徵锺摺宁么余淼堃喆昇甯祂頔龑薰暘")

# Japanese and older forms; the same list as in Sources/LexiconValidation/Reading/ScalarFaults.swift.
_VARIANTS = set("呉衞兪聡沢渓桜竜恵辺広関検験実対応駅図団圏軽戦気歩壱弐歳徳県両児亜仏仮伝価処剣労効勅収斉斎済黒塩姫")


def not_matched(repository: Path) -> set[str]:
    """Characters that the program folds to others before it matches, and forms that no Chinese paper writes: a row for one
    would count for the character it is folded to."""
    source = (repository / "Sources" / "Segmentation" / "HanFold.swift").read_text("utf-8")
    pairs = source.split('static let pairs = """', 1)[1].split('"""', 1)[0]
    return {pair[0] for pair in re.findall(r"\S\S", pairs)} | _VARIANTS


def traditional_only(archives: dict[str, Archive]) -> set[str]:
    """Characters whose simplified form is another one."""
    characters = set()
    for line in archives["opencc-purepy"].text("opencc_purepy/dicts/TSCharacters.txt").splitlines():
        key, _, values = line.partition("\t")
        if values and len(key) == 1 and key not in values.split(" "):
            characters.add(key)
    return characters - _ALLOWED
