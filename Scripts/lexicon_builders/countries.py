"""countries.tsv and foreign_places.tsv: the names of CLDR, with the forms, capitals and cities that news use by hand."""
import re

from .packages import Archive
from .tables import TableError, read_hand

COUNTRY_COLUMNS = ["id", "name", "full_name", "aliases", "one_char", "capital", "src"]
PLACE_COLUMNS = ["name", "country_id", "kind", "aliases", "src"]
# Chinese territory, in divisions.tsv.
_CHINESE = {"HK", "MO", "TW"}


def _tables(archives: dict[str, Archive]) -> tuple[dict, dict, dict]:
    locale = archives["babel"].pickled("babel/locale-data/zh.dat")
    zones = archives["babel"].pickled("babel/global.dat")["zone_territories"]
    return locale["territories"], locale["time_zones"], zones


def territory_names(archives: dict[str, Archive]) -> set[str]:
    """CLDR's names of countries and territories."""
    return {name for code, name in _tables(archives)[0].items() if re.fullmatch("[A-Z]{2}", code)}


def city_names(archives: dict[str, Archive]) -> set[str]:
    """CLDR's names of the exemplar cities of time zones."""
    return {zone["city"] for zone in _tables(archives)[1].values() if zone.get("city")}


def build_countries(archives: dict[str, Archive], hand_folder) -> list[tuple]:
    """One row for each country of the hand-written list; a name CLDR writes otherwise becomes an alias."""
    territories = _tables(archives)[0]
    rows = []
    for row in read_hand(hand_folder / "countries.tsv"):
        cldr = territories.get(row["id"])
        if cldr is None:
            raise TableError(f"hand/countries.tsv: {row['id']} is no territory of CLDR")
        aliases = [alias for alias in row["aliases"].split(",") if alias]
        same = cldr == row["name"]
        if not same and cldr not in aliases and cldr != row["full_name"] and "（" not in cldr and "领土" not in cldr:
            aliases.append(cldr)
        rows.append((row["id"], row["name"], row["full_name"], ",".join(aliases), row["one_char"], row["capital"],
                     "babel" if same else "hand"))
    return rows


def build_foreign_places(archives: dict[str, Archive], hand_folder) -> list[tuple]:
    """Capitals and cities abroad; the key is the name, a name of two places keeps the one written by hand."""
    territories, time_zones, zone_territories = _tables(archives)
    countries = {row["id"]: row for row in read_hand(hand_folder / "countries.tsv")}
    country_names = {row["name"] for row in countries.values()} | set(territories.values())
    rows: dict[str, tuple] = {}
    for row in read_hand(hand_folder / "foreign_places.tsv"):
        if row["country_id"] not in countries:
            raise TableError(f"hand/foreign_places.tsv: {row['name']} has the unknown country {row['country_id']}")
        if row["name"] in rows:
            raise TableError(f"hand/foreign_places.tsv: {row['name']} stands twice")
        rows[row["name"]] = (row["name"], row["country_id"], row["kind"], row["aliases"], "hand")
    capitals = {country["capital"]: code for code, country in countries.items() if country["capital"]}
    for name, code in capitals.items():
        if name not in country_names and code != "CN":
            rows.setdefault(name, (name, code, "capital", "", "hand"))
    # A capital whose name is rather a person's or another place's stays a fact of its country and is no place of its own.
    dropped = {row["name"] for row in read_hand(hand_folder / "foreign_places_dropped.tsv")}
    for name in dropped & set(rows):
        del rows[name]
    written = {alias for row in rows.values() for alias in (row[0], *row[3].split(","))}
    for zone, entry in sorted(time_zones.items()):
        name, code = entry.get("city"), zone_territories.get(zone)
        if name and code in countries and code != "CN" and code not in _CHINESE \
                and name not in country_names and name not in written and name not in dropped \
                and not zone.startswith(("Etc/", "Antarctica/")):
            rows[name] = (name, code, "city", "", "babel")
    return list(rows.values())
