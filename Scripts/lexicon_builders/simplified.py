"""Which characters are traditional only, so that lists of names stay in simplified script."""
from .packages import Archive

# Listed as traditional, and still the right simplified form in names of places and persons.
_ALLOWED = set("乾夥瞭藉麽于後范着沈徵锺摺宁么余淼堃喆昇甯祂頔龑薰暘")


def traditional_only(archives: dict[str, Archive]) -> set[str]:
    """Characters whose simplified form is another one."""
    characters = set()
    for line in archives["opencc-purepy"].text("opencc_purepy/dicts/TSCharacters.txt").splitlines():
        key, _, values = line.partition("\t")
        if values and len(key) == 1 and key not in values.split(" "):
            characters.add(key)
    return characters - _ALLOWED
