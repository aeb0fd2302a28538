import DocumentModel
import Lexicons

/// What a column's cells must look like.
enum ColumnType {
  /// Any text.
  case text
  /// A surface of text or several with commas: what is matched in articles.
  case surface, surfaces
  /// `[a-z][a-z0-9-]*`, or two capitals for a country.
  case id, countryID
  case code, date, flag
  case number(ClosedRange<Double>)
  case choice([String])
  /// Several of some values, with commas.
  case choices([String])
  /// Items of another kind than surfaces, with commas.
  case list

  var isList: Bool {
    switch self {
    case .surfaces, .choices, .list: true
    default: false
    }
  }
}

/// A column of a table: the type of its cells, and whether they may be empty.
struct ColumnRule {
  let type: ColumnType
  let isRequired: Bool

  static func required(_ type: ColumnType) -> ColumnRule { ColumnRule(type: type, isRequired: true) }
  static func optional(_ type: ColumnType) -> ColumnRule { ColumnRule(type: type, isRequired: false) }
}

extension ColumnRule {
  private static func values<Value>(of type: Value.Type) -> ColumnType
  where Value: CaseIterable & RawRepresentable<String> { .choice(type.allCases.map(\.rawValue)) }

  private static let rate = ColumnType.number(0...1_000_000)

  /// Columns that mean the same in all tables.
  private static let common: [String: ColumnRule] = [
    "src": .required(.text), "valid_from": .optional(.date), "valid_to": .optional(.date),
    "aliases": .optional(.surfaces), "name": .required(.surface), "surface": .required(.surface),
    "head": .required(.surface), "id": .required(.id), "parent_id": .optional(.id),
  ]

  /// Columns of one table, `table.column` without the folder. What is not here is in `common`.
  private static let own: [String: ColumnRule] = [
    "sources.src": .required(.id),
    "sources.kind": .required(.choice(["package", "data", "check", "counts", "derived", "hand"])),
    "sources.name": .required(.text), "sources.version": .optional(.text), "sources.sha256": .optional(.text),
    "sources.licence": .required(.text), "sources.retrieved": .optional(.date), "sources.note": .optional(.text),
    "divisions.code": .optional(.code), "divisions.level": .required(values(of: Division.Level.self)),
    "divisions.type": .required(.text), "divisions.precision": .optional(.choice(["day", "month", "year"])),
    "division_aliases.alias": .required(.surface), "division_aliases.division_id": .required(.id),
    "division_aliases.kind": .required(values(of: DivisionAlias.Kind.self)),
    "division_aliases.needs_context": .optional(values(of: DivisionAlias.Context.self)),
    "regions.kind": .required(.choice(["domestic", "world", "sea", "continent", "island", "region"])),
    "countries.id": .required(.countryID), "countries.full_name": .optional(.surface),
    "countries.one_char": .optional(.surface), "countries.capital": .optional(.surface),
    "foreign_places.country_id": .required(.countryID),
    "foreign_places.kind": .required(values(of: ForeignPlace.Kind.self)),
    "sites.kind": .required(.text), "sites.division": .optional(.text),
    "initiatives.kind": .required(.choice(["strategy", "initiative", "programme", "works", "campaign"])),
    "initiatives.scope": .optional(.text),
    "central_orgs.kind": .required(.text),
    "media.division": .optional(.text),
    "officials.variants": .optional(.surfaces), "officials.birth": .optional(.date),
    "organs.suffix": .required(.surface), "organs.kind": .required(.text), "organs.canonical": .required(.text),
    "organs.levels": .optional(.list), "organs.parent_suffix": .optional(.surface),
    "organ_prefixes.prefix": .required(.surface), "organ_prefixes.suffixes": .required(.surfaces),
    "organ_prefixes.kind": .required(.text), "organ_prefixes.canonical": .required(.text),
    "departments.parent_kind": .required(.list), "departments.canonical": .required(.text),
    "departments.short_post": .optional(.surface),
    "org_heads.class": .required(values(of: OrganisationHead.Class.self)),
    "org_heads.min_left": .required(.number(0...9)), "org_heads.standalone": .optional(.flag),
    "org_heads.weight": .optional(.number(0...3)),
    "posts.org_kinds": .optional(.list), "posts.class": .required(values(of: Post.Class.self)),
    "posts.implies": .optional(values(of: Post.Implied.self)), "posts.is_deputy": .optional(.flag),
    "posts.needs_org": .optional(.flag),
    "modifiers.effect": .required(values(of: Modifier.Effect.self)),
    "modifiers.position": .required(values(of: Modifier.Position.self)),
    "group_labels.level": .optional(.text), "group_labels.role": .required(.text),
    "word_lists.list": .required(values(of: ListedWord.List.self)),
    "heads.type": .required(values(of: HeadNoun.Kind.self)), "heads.class": .optional(.text),
    "heads.min_left": .required(.number(0...9)), "heads.standalone": .optional(.flag),
    "boundaries.kind": .required(values(of: Boundary.Kind.self)),
    "boundary_words.word": .required(.surface),
    "level_words.level": .optional(.text), "level_words.deixis": .required(values(of: LevelWord.Deixis.self)),
    "surnames.surname": .required(.surface), "surnames.ppm": .optional(rate),
    "surnames.class": .required(values(of: Surname.Class.self)),
    "given_chars.char": .required(.surface), "given_chars.ppm_first": .optional(rate),
    "given_chars.ppm_second": .optional(rate), "given_chars.ppm_single": .optional(rate),
    "translit_chars.char": .required(.surface), "translit_chars.ppm": .optional(rate),
    "translit_chars.can_start": .optional(.flag), "translit_chars.can_end": .optional(.flag),
    "name_stop.kind": .required(.text), "name_stop.reason": .optional(.text),
    "common_words.per_10m": .optional(.number(0...10_000_000)),
    "common_words.class": .required(.text),
    "contexts.side": .required(values(of: NameContext.Side.self)), "contexts.surface": .required(.text),
    "contexts.named": .optional(.number(0...1e15)), "contexts.seen": .optional(.number(0...1e15)),
    "contexts.log_odds": .required(.number(-30...30)),
    "weights.feature": .required(.text), "weights.weight": .required(.number(-100...100)),
    "weights.derivation": .required(.text),
    "known_names.kind": .required(values(of: KnownName.Kind.self)),
    "japanese_surnames.surname": .required(.surface),
    "minority_names.part": .required(.surface), "minority_names.groups": .required(.list),
    "edge_words.kind": .required(values(of: NameEdgeWord.Kind.self)),
    "edge_chars.char": .required(.surface), "edge_chars.kind": .required(values(of: NameEdgeCharacter.Kind.self)),
    "official_roles.official_id": .required(.id), "official_roles.title": .required(.surface),
    "official_roles.organ": .required(.text), "official_roles.division_id": .optional(.id),
    "official_roles.start": .optional(.date), "official_roles.end": .optional(.date),
    "official_roles.precision": .optional(.choice(["day", "month", "year"])),
    "official_roles.evidence": .required(.list),
    "division_succession.from_id": .required(.id), "division_succession.to_id": .required(.id),
    "division_succession.kind": .required(values(of: DivisionSuccession.Kind.self)),
    "division_succession.date": .optional(.date), "division_succession.doc_no": .optional(.text),
    "ambiguity.reading_a": .required(.text), "ambiguity.reading_b": .required(.text),
    "ambiguity.policy": .required(values(of: Ambiguity.Policy.self)), "ambiguity.reason": .required(.text),
    "division_counts.date": .required(.date), "division_counts.province": .required(.number(0...9999)),
    "division_counts.prefecture": .required(.number(0...9999)), "division_counts.county": .required(.number(0...9999)),
    "golden.context": .optional(.choice(["compound"])), "golden.date": .optional(.date),
    "golden.expected": .required(.text),
    "suppressions.check": .required(.text), "suppressions.file": .required(.text),
    "suppressions.key": .optional(.text), "suppressions.reason": .required(.text),
    "suppressions.expires": .required(.date),
  ]

  /// The rule for a column; every column of every schema has one (a test says so).
  static func of(_ schema: TableSchema, _ column: String) -> ColumnRule? {
    own["\(schema.name).\(column)"] ?? common[column]
  }
}
