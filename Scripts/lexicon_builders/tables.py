"""Reading and writing the project's TSV files: one header line, LF, NFC, sorted by the first column in byte order."""
import csv
import unicodedata
from pathlib import Path


class TableError(Exception):
    """A table breaks the format; the message names the file and the row."""


def read_hand(path: Path) -> list[dict[str, str]]:
    """Rows of a hand-written file as dictionaries; the header names the columns, `#` lines are remarks."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) > len(header):
            raise TableError(f"{path}: row {number} has {len(cells)} cells, the header {len(header)}: {line!r}")
        rows.append(dict(zip(header, cells + [""] * (len(header) - len(cells)))))
    return rows


def read_words(path: Path) -> set[str]:
    """Words of a list: any number a line, separated by spaces; `#` lines are remarks."""
    words: set[str] = set()
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            words.update(line.split())
    return words


def read_csv(text: str) -> list[dict[str, str]]:
    """Rows of a package's CSV file, without its byte order mark."""
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))


def render(name: str, columns: list[str], rows: list[tuple], key_columns: int = 1) -> str:
    """The file's text; refuses duplicate keys, tabs and line ends in cells, and columns that do not add up."""
    seen = set()
    lines = []
    for row in rows:
        cells = [unicodedata.normalize("NFC", "" if cell is None else str(cell)) for cell in row]
        if len(cells) != len(columns):
            raise TableError(f"{name}: {cells} has not the columns {columns}")
        if not cells[0] or any("\t" in cell or "\n" in cell or cell != cell.strip() for cell in cells):
            raise TableError(f"{name}: bad cell in {cells}")
        key = tuple(cells[:key_columns])
        if key in seen:
            raise TableError(f"{name}: duplicate key {key}")
        seen.add(key)
        lines.append(cells)
    lines.sort(key=lambda cells: [cell.encode() for cell in cells])
    return "".join("\t".join(cells) + "\n" for cells in [columns, *lines])
