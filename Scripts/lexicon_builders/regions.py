"""regions.tsv: named regions and continents, written by hand."""
from .tables import read_hand

COLUMNS = ["id", "name", "aliases", "kind", "src"]


def build(hand_folder) -> list[tuple]:
    """One row a region."""
    return [(row["id"], row["name"], row["aliases"], row["kind"], "hand")
            for row in read_hand(hand_folder / "regions.tsv")]
