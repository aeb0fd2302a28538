"""given_chars.tsv: characters of given names with their share of each position, per million."""
from .packages import Archive
from .simplified import not_matched, traditional_only
from .tables import read_csv, read_hand

COLUMNS = ["char", "ppm_first", "ppm_second", "ppm_single", "src"]
# How much the large set without positions weighs against the small one with them: it smooths, it does not decide.
_SMOOTHING_NAMES = 300
# One name in two hundred million: below it the large set holds misread characters.
_LEAST_SHARE = 5e-9


def build(archives: dict[str, Archive], hand_folder, repository) -> list[tuple]:
    """One row a character; each position's shares sum to a million but for rounding."""
    traditional = traditional_only(archives) | not_matched(repository)
    overall = {}
    for row in read_csv(archives["ngender"].text("ngender/charfreq.csv")):
        count = int(row["male"]) + int(row["female"])
        if len(row["char"]) == 1 and "\u4e00" <= row["char"] <= "\u9fff" and row["char"] not in traditional:
            overall[row["char"]] = count
    positions = {row["char"]: [int(row[p]) for p in ("first", "second", "single")]
                 for row in read_hand(hand_folder / "given_positions.tsv")}
    positions = {character: counts for character, counts in positions.items() if character not in traditional}
    total = sum(overall.values())
    sums = [sum(counts[i] for counts in positions.values()) for i in range(3)]
    rows = []
    for character in overall.keys() | positions.keys():
        prior = overall.get(character, 0) / total
        shares = [(positions.get(character, (0, 0, 0))[i] + _SMOOTHING_NAMES * prior) / (sums[i] + _SMOOTHING_NAMES)
                  for i in range(3)]
        if max(shares) < _LEAST_SHARE:
            continue
        src = "pku98-counts" if character in positions else "ngender"
        rows.append((character, *(f"{1e6 * share:.2f}" for share in shares), src))
    return rows
