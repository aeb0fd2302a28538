/// All lexicons of a run, one table a file, in the order of the files: what a later folder adds comes last.
/// Made by ``LexiconLoader``. A class, so that what holds it copies one reference and not one a table.
public final class LexiconSet: Sendable {
  public let sources: Rows<Source>

  public let divisions: Rows<Division>
  public let divisionAliases: Rows<DivisionAlias>
  public let regions: Rows<NamedRegion>
  public let countries: Rows<Country>
  public let foreignPlaces: Rows<ForeignPlace>
  public let sites: Rows<NamedSite>
  public let initiatives: Rows<Initiative>
  public let centralOrgans: Rows<CentralOrgan>
  public let media: Rows<Medium>
  public let officials: Rows<Official>
  public let officialRoles: Rows<OfficialRole>
  public let divisionSuccession: Rows<DivisionSuccession>
  public let ambiguities: Rows<Ambiguity>

  public let organs: Rows<Organ>
  public let organPrefixes: Rows<OrganPrefix>
  public let departments: Rows<Department>
  public let organisationHeads: Rows<OrganisationHead>
  public let posts: Rows<Post>
  public let modifiers: Rows<Modifier>
  public let groupLabels: Rows<GroupLabel>
  public let headNouns: Rows<HeadNoun>
  public let boundaries: Rows<Boundary>
  public let boundaryWords: Rows<BoundaryWord>
  public let commonModifiers: Rows<CommonModifier>
  public let leadingVerbs: Rows<LeadingVerb>
  public let levelWords: Rows<LevelWord>
  public let wordLists: Rows<ListedWord>

  public let surnames: Rows<Surname>
  public let givenCharacters: Rows<GivenCharacter>
  public let transliterationCharacters: Rows<TransliterationCharacter>
  public let nameStops: Rows<NameStop>
  public let ethnicGroups: Rows<EthnicGroup>
  public let ordinaryWords: Rows<OrdinaryWord>
  public let nameContexts: Rows<NameContext>
  public let nameWeights: Rows<NameWeight>
  public let knownNames: Rows<KnownName>
  public let japaneseSurnames: Rows<JapaneseSurname>
  public let minorityNameParts: Rows<MinorityNamePart>
  public let nameEdgeWords: Rows<NameEdgeWord>
  public let nameEdgeCharacters: Rows<NameEdgeCharacter>

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
    Boundary.schema, BoundaryWord.schema, CommonModifier.schema, LeadingVerb.schema, LevelWord.schema,
    ListedWord.schema, Surname.schema,
    GivenCharacter.schema,
    TransliterationCharacter.schema, NameStop.schema, EthnicGroup.schema, OrdinaryWord.schema, NameContext.schema,
    NameWeight.schema,
    KnownName.schema, JapaneseSurname.schema, MinorityNamePart.schema, NameEdgeWord.schema,
    NameEdgeCharacter.schema,
  ]

  /// Names of all lexicons, sorted: what a run may leave out.
  public static var lexiconNames: [String] { (schemas.map(\.name) + [CentralOrgan.bodies]).sorted() }

  init(_ reading: inout some RowSource) {
    sources = reading.rows(of: Source.self)
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
    wordLists = reading.rows(of: ListedWord.self)
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
    nameEdgeCharacters = reading.rows(of: NameEdgeCharacter.self)
    contentHash = reading.contentHash
  }
}
