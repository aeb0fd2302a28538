"""All generated files, in the order in which they need each other."""
from pathlib import Path

from . import (ambiguity, countries, division_aliases, divisions, given_chars, known_names, leading_verbs, regions,
               sources, succession, surnames, translit_chars)
from .packages import Archive
from .simplified import traditional_only
from .tables import TableError, read_hand, render


def build_all(archives: dict[str, Archive], root: Path) -> dict[str, str]:
    """Path below Lexicons/ → the file's text."""
    hand = root / "gazetteers" / "hand"
    names_hand = root / "names" / "hand"
    built: dict[str, str] = {}
    traditional = traditional_only(archives)

    def add(name: str, columns: list[str], rows: list[tuple], key_columns: int = 1) -> None:
        built[name] = render(name, columns, rows, key_columns)
        wrong = traditional & set(built[name])
        if wrong:
            raise TableError(f"{name} has traditional characters: {''.join(sorted(wrong))}")

    groups = [row["name"] for row in read_hand(names_hand / "ethnic_groups.tsv")]
    units = divisions.build(archives, hand)
    add("gazetteers/divisions.tsv", divisions.COLUMNS, [unit.row for unit in units])
    add("gazetteers/division_aliases.tsv", division_aliases.COLUMNS,
        division_aliases.build(units, set(groups), hand), key_columns=2)
    add("gazetteers/division_succession.tsv", succession.COLUMNS, succession.build(units, set(groups), hand),
        key_columns=2)
    add("gazetteers/countries.tsv", countries.COUNTRY_COLUMNS, countries.build_countries(archives, hand))
    add("gazetteers/foreign_places.tsv", countries.PLACE_COLUMNS, countries.build_foreign_places(archives, hand))
    add("gazetteers/regions.tsv", regions.COLUMNS, regions.build(hand))
    add("gazetteers/sources.tsv", sources.COLUMNS, sources.build(archives))
    add("names/ethnic_groups.tsv", ["name", "src"], [(name, "hand") for name in groups])
    add("names/given_chars.tsv", given_chars.COLUMNS, given_chars.build(archives, names_hand, root.parent))
    surname_rows = surnames.build(archives, names_hand)
    add("names/surnames.tsv", surnames.COLUMNS, surname_rows)
    characters = translit_chars.build(archives, names_hand)
    add("names/translit_chars.tsv", translit_chars.COLUMNS, characters)
    add("names/known_names.tsv", known_names.COLUMNS,
        known_names.build(archives, names_hand, surname_rows, known_names.named_elsewhere(root, built),
                          {row[0] for row in characters}))
    add("names/japanese_surnames.tsv", known_names.SURNAME_COLUMNS, known_names.build_japanese_surnames(names_hand))
    places = {line.split("\t")[0] for line in built["gazetteers/division_aliases.tsv"].splitlines()[1:]}
    add("grammar/leading_verbs.tsv", leading_verbs.COLUMNS, leading_verbs.build(archives, root, places))
    # Last: it compares all the others, the hand-written ones included.
    add("gazetteers/ambiguity.tsv", ambiguity.COLUMNS, ambiguity.build(root, built, hand), key_columns=3)
    return built
