import DocumentModel
import Lexicons

/// The lexicons with what taggers ask of their rows again and again, worked out once, when it is first asked for. A class, so that each tagger of each
/// sentence copies one reference.
final class TaggingTables: Sendable {
  let lexicons: LexiconSet
  let divisions: DivisionIndex
  let signs: SignTable
  let words: WordLists
  /// The name of the country whose divisions are listed.
  let homeCountry: String
  let surnames: SurnameStarts
  /// What is asked of the rows of divisions and aliases wherever one stands.
  let divisionFacts: Rows<DivisionFacts>
  let aliasFacts: Rows<AliasFacts>
  /// The level word of each division.
  let levelWords: Rows<String>
  /// What the rows of posts and of heads are labelled with.
  let titles: TitleTables
  let organisationHeads: Rows<HeadLabels>
  let headNouns: Rows<HeadLabels>
  let organs: Rows<OrganLabels>
  let centralOrgans: Rows<Labels>

  struct DivisionFacts: Sendable {
    let time: ValidTime
    let rank: UInt8
  }

  struct AliasFacts: Sendable {
    let time: ValidTime
    /// Number of the division it means; -1 where there is none.
    let target: Int32
    let context: DivisionAlias.Context
  }

  struct HeadLabels: Sendable {
    let kind: String
    let named: Labels
    let bare: Labels

    init(_ kind: String) {
      self.kind = kind
      named = Labels([kind])
      bare = Labels([kind, "bare"])
    }
  }

  struct OrganLabels: Sendable {
    private let plain: Labels
    private let bare: Labels
    private let wrapped: Labels
    private let wrappedBare: Labels

    init(_ kind: String) {
      plain = Labels([kind])
      bare = Labels([kind, "bare"])
      wrapped = Labels([kind, "wrapped"])
      wrappedBare = Labels([kind, "wrapped", "bare"])
    }

    func labels(isWrapped: Bool, isBare: Bool) -> Labels {
      isWrapped ? isBare ? wrappedBare : wrapped : isBare ? bare : plain
    }
  }

  init(_ lexicons: LexiconSet, divisions: DivisionIndex, surnames: SurnameStarts) {
    self.lexicons = lexicons
    self.divisions = divisions
    self.surnames = surnames
    let words = WordLists(lexicons)
    self.words = words
    homeCountry = lexicons.countries.first(where: \.isHome)?.name ?? ""
    signs = SignTable(words)
    divisionFacts = lexicons.divisions.derived {
      DivisionFacts(time: ValidTime($0.validity), rank: UInt8($0.level.rank))
    }
    aliasFacts = lexicons.divisionAliases.derived {
      AliasFacts(
        time: ValidTime($0.validity), target: Int32(divisions.place(of: $0.divisionID) ?? -1),
        context: $0.needsContext)
    }
    levelWords = lexicons.divisions.derived { words.levels.word(of: $0) }
    titles = TitleTables(lexicons.posts, levelWords: words.titleLevels)
    organisationHeads = lexicons.organisationHeads.derived { HeadLabels($0.class.rawValue) }
    headNouns = lexicons.headNouns.derived { HeadLabels($0.class ?? $0.type.rawValue) }
    organs = lexicons.organs.derived { OrganLabels($0.kind) }
    centralOrgans = lexicons.centralOrgans.derived { Labels([$0.kind, "central"]) }
  }
}

/// What titles say of themselves, by the row of their post.
struct TitleTables: Sendable {
  /// The level word that a post which implies something begins with: 市 of 市长.
  let levels: Rows<String?>
  /// Four a row: a deputy is 1, a planned post 2.
  private let labels: Rows<[Labels]>
  static let group = Labels(["group"])

  init(_ posts: Rows<Post>, levelWords: [String]) {
    levels = posts.derived { post in
      post.implies == nil ? nil : levelWords.first { post.surface.hasPrefix($0) }
    }
    labels = posts.derived { post in
      (0..<4).map { number in
        Labels(
          [post.class.rawValue] + (post.needsOrganisation ? ["needs_org"] : []) + [number & 1 == 1 ? "deputy" : "head"]
            + (number & 2 == 2 ? ["planned"] : []))
      }
    }
  }

  func labels(post: Int, isDeputy: Bool, isPlanned: Bool) -> Labels {
    labels[post][(isDeputy ? 1 : 0) + (isPlanned ? 2 : 0)]
  }
}
