import Lexicons

/// The tables by name: paths below a lexicon folder.
enum TableName: String, CaseIterable, Sendable {
  case sources = "gazetteers/sources.tsv"
  case divisions = "gazetteers/divisions.tsv"
  case divisionAliases = "gazetteers/division_aliases.tsv"
  case regions = "gazetteers/regions.tsv"
  case countries = "gazetteers/countries.tsv"
  case foreignPlaces = "gazetteers/foreign_places.tsv"
  case sites = "gazetteers/sites.tsv"
  case initiatives = "gazetteers/initiatives.tsv"
  case centralOrgans = "gazetteers/central_orgs.tsv"
  case media = "gazetteers/media.tsv"
  case officials = "gazetteers/officials.tsv"
  case officialRoles = "gazetteers/official_roles.tsv"
  case divisionSuccession = "gazetteers/division_succession.tsv"
  case ambiguity = "gazetteers/ambiguity.tsv"
  case organs = "grammar/organs.tsv"
  case organPrefixes = "grammar/organ_prefixes.tsv"
  case departments = "grammar/departments.tsv"
  case organisationHeads = "grammar/org_heads.tsv"
  case posts = "grammar/posts.tsv"
  case modifiers = "grammar/modifiers.tsv"
  case groupLabels = "grammar/group_labels.tsv"
  case heads = "grammar/heads.tsv"
  case boundaries = "grammar/boundaries.tsv"
  case boundaryWords = "grammar/boundary_words.tsv"
  case commonModifiers = "grammar/common_modifiers.tsv"
  case leadingVerbs = "grammar/leading_verbs.tsv"
  case levelWords = "grammar/level_words.tsv"
  case wordLists = "grammar/word_lists.tsv"
  case surnames = "names/surnames.tsv"
  case givenCharacters = "names/given_chars.tsv"
  case transliterationCharacters = "names/translit_chars.tsv"
  case nameStops = "names/name_stop.tsv"
  case ethnicGroups = "names/ethnic_groups.tsv"
  case commonWords = "names/common_words.tsv"
  case contexts = "names/contexts.tsv"
  case weights = "names/weights.tsv"
  case knownNames = "names/known_names.tsv"
  case japaneseSurnames = "names/japanese_surnames.tsv"
  case minorityNames = "names/minority_names.tsv"
  case edgeWords = "names/edge_words.tsv"
  case edgeCharacters = "names/edge_chars.tsv"
  case divisionCounts = "checks/division_counts.tsv"
  case golden = "checks/golden.tsv"
  case suppressions = "checks/suppressions.tsv"

  /// The files that only the validator reads; a folder may do without them.
  static let ownSchemas: [TableSchema] = [
    TableSchema(divisionCounts.rawValue, "date province prefecture county src", isOptional: true),
    TableSchema(golden.rawValue, "surface context date expected", key: [0, 1, 2], isOptional: true),
    TableSchema(suppressions.rawValue, "check file key reason expires", key: [0, 1, 2], isOptional: true),
  ]

  static let schemas: [TableSchema] = LexiconSet.schemas + ownSchemas

  /// Without folder and suffix.
  var short: String {
    let last = rawValue.split(separator: "/").last ?? ""
    return String(last.dropLast(".tsv".count))
  }
}
