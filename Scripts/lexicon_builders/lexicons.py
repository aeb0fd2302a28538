"""All generated files, in the order in which they need each other."""
from pathlib import Path

from . import division_aliases, divisions, sources
from .packages import Archive
from .tables import read_hand, render


def build_all(archives: dict[str, Archive], root: Path) -> dict[str, str]:
    """Path below Lexicons/ → the file's text."""
    hand = root / "gazetteers" / "hand"
    names_hand = root / "names" / "hand"
    built: dict[str, str] = {}

    def add(name: str, columns: list[str], rows: list[tuple], key_columns: int = 1) -> None:
        built[name] = render(name, columns, rows, key_columns)

    groups = [row["name"] for row in read_hand(names_hand / "ethnic_groups.tsv")]
    units = divisions.build(archives, hand)
    add("gazetteers/divisions.tsv", divisions.COLUMNS, [unit.row for unit in units])
    add("gazetteers/division_aliases.tsv", division_aliases.COLUMNS,
        division_aliases.build(units, set(groups), hand), key_columns=2)
    add("gazetteers/sources.tsv", sources.COLUMNS, sources.build(archives))
    add("names/ethnic_groups.tsv", ["name", "src"], [(name, "hand") for name in groups])
    return built
