/// All lexicons of a run, one array a file, in the order of the files: what a later folder adds comes last.
/// Made by ``LexiconLoader``. A class, so that what holds it copies one reference and not one a table.
public final class LexiconSet: Sendable {
  public let sources: [Source]

  public let divisions: [Division]
  public let divisionAliases: [DivisionAlias]
  public let regions: [NamedRegion]
  public let countries: [Country]
  public let foreignPlaces: [ForeignPlace]
  public let sites: [NamedSite]
  public let initiatives: [Initiative]
  public let centralOrgans: [CentralOrgan]
  public let media: [Medium]
  public let officials: [Official]
  public let officialRoles: [OfficialRole]
  public let divisionSuccession: [DivisionSuccession]
  public let ambiguities: [Ambiguity]

  public let organs: [Organ]
  public let organPrefixes: [OrganPrefix]
  public let departments: [Department]
  public let organisationHeads: [OrganisationHead]
  public let posts: [Post]
  public let modifiers: [Modifier]
  public let groupLabels: [GroupLabel]
  public let headNouns: [HeadNoun]
  public let boundaries: [Boundary]
  public let boundaryWords: [BoundaryWord]
  public let commonModifiers: [CommonModifier]
  public let leadingVerbs: [LeadingVerb]
  public let levelWords: [LevelWord]

  public let surnames: [Surname]
  public let givenCharacters: [GivenCharacter]
  public let transliterationCharacters: [TransliterationCharacter]
  public let nameStops: [NameStop]
  public let ethnicGroups: [EthnicGroup]
  public let ordinaryWords: [OrdinaryWord]
  public let nameContexts: [NameContext]
  public let nameWeights: [NameWeight]
  public let knownNames: [KnownName]
  public let japaneseSurnames: [JapaneseSurname]
  public let minorityNameParts: [MinorityNamePart]
  public let nameEdgeWords: [NameEdgeWord]

  /// 16 hex digits that change when a file's name or content does, or a lexicon is left out. The same on every machine.
  /// Tells versions apart; no protection against somebody who wants two to look alike.
  public let contentHash: String

  /// Shapes of all files, in the order they are read: sources first, because all others refer to them.
  package static let schemas: [TableSchema] = [
    Source.schema, Division.schema, DivisionAlias.schema, NamedRegion.schema, Country.schema, ForeignPlace.schema,
    NamedSite.schema, Initiative.schema, CentralOrgan.schema, Medium.schema, Official.schema,
    OfficialRole.schema, DivisionSuccession.schema, Ambiguity.schema, Organ.schema,
    OrganPrefix.schema,
    Department.schema, OrganisationHead.schema, Post.schema, Modifier.schema, GroupLabel.schema, HeadNoun.schema,
    Boundary.schema, BoundaryWord.schema, CommonModifier.schema, LeadingVerb.schema, LevelWord.schema, Surname.schema,
    GivenCharacter.schema,
    TransliterationCharacter.schema, NameStop.schema, EthnicGroup.schema, OrdinaryWord.schema, NameContext.schema,
    NameWeight.schema,
    KnownName.schema, JapaneseSurname.schema, MinorityNamePart.schema, NameEdgeWord.schema,
  ]

  /// Names of all lexicons, sorted: what a run may leave out.
  public static var lexiconNames: [String] { schemas.map(\.name).sorted() }

  init(_ reading: inout FolderReading) {
    sources = reading.rows(of: Source.self)
    reading.sourcesAreRead(sources)
    divisions = reading.rows(of: Division.self)
    divisionAliases = reading.rows(of: DivisionAlias.self)
    regions = reading.rows(of: NamedRegion.self)
    countries = reading.rows(of: Country.self)
    foreignPlaces = reading.rows(of: ForeignPlace.self)
    sites = reading.rows(of: NamedSite.self)
    initiatives = reading.rows(of: Initiative.self)
    centralOrgans = reading.rows(of: CentralOrgan.self)
    media = reading.rows(of: Medium.self)
    officials = reading.rows(of: Official.self)
    officialRoles = reading.rows(of: OfficialRole.self)
    divisionSuccession = reading.rows(of: DivisionSuccession.self)
    ambiguities = reading.rows(of: Ambiguity.self)
    organs = reading.rows(of: Organ.self)
    organPrefixes = reading.rows(of: OrganPrefix.self)
    departments = reading.rows(of: Department.self)
    organisationHeads = reading.rows(of: OrganisationHead.self)
    posts = reading.rows(of: Post.self)
    modifiers = reading.rows(of: Modifier.self)
    groupLabels = reading.rows(of: GroupLabel.self)
    headNouns = reading.rows(of: HeadNoun.self)
    boundaries = reading.rows(of: Boundary.self)
    boundaryWords = reading.rows(of: BoundaryWord.self)
    commonModifiers = reading.rows(of: CommonModifier.self)
    leadingVerbs = reading.rows(of: LeadingVerb.self)
    levelWords = reading.rows(of: LevelWord.self)
    surnames = reading.rows(of: Surname.self)
    givenCharacters = reading.rows(of: GivenCharacter.self)
    transliterationCharacters = reading.rows(of: TransliterationCharacter.self)
    nameStops = reading.rows(of: NameStop.self)
    ethnicGroups = reading.rows(of: EthnicGroup.self)
    ordinaryWords = reading.rows(of: OrdinaryWord.self)
    nameContexts = reading.rows(of: NameContext.self)
    nameWeights = reading.rows(of: NameWeight.self)
    knownNames = reading.rows(of: KnownName.self)
    japaneseSurnames = reading.rows(of: JapaneseSurname.self)
    minorityNameParts = reading.rows(of: MinorityNamePart.self)
    nameEdgeWords = reading.rows(of: NameEdgeWord.self)
    contentHash = reading.hash.hexadecimal
  }
}
