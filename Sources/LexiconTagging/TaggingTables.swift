import DocumentModel
import Lexicons

/// The lexicons with what taggers ask of their rows again and again, worked out once. A class, so that each tagger of each
/// sentence copies one reference.
final class TaggingTables: Sendable {
  let lexicons: LexiconSet
  let divisions: DivisionIndex
  let signs = SignTable()
  let surnames: SurnameStarts
  /// What is asked of the rows of divisions and aliases wherever one stands.
  let divisionFacts: [DivisionFacts]
  let aliasFacts: [AliasFacts]
  /// The level word of each division.
  let levelWords: [String]
  /// What the rows of posts and of heads are labelled with.
  let titles: TitleTables
  let organisationHeads: [HeadLabels]
  let headNouns: [HeadLabels]
  let organs: [OrganLabels]
  let centralOrgans: [Labels]

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

  init(_ lexicons: LexiconSet, divisions: DivisionIndex, normalize: (String) -> [UInt32]) {
    self.lexicons = lexicons
    self.divisions = divisions
    surnames = SurnameStarts(lexicons.surnames, normalize: normalize)
    let numbers = Dictionary(
      lexicons.divisions.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    divisionFacts = lexicons.divisions.map {
      DivisionFacts(time: ValidTime($0.validity), rank: UInt8($0.level.rank))
    }
    aliasFacts = lexicons.divisionAliases.map {
      AliasFacts(
        time: ValidTime($0.validity), target: Int32(numbers[$0.divisionID] ?? -1), context: $0.needsContext)
    }
    levelWords = lexicons.divisions.map(\.levelWord)
    titles = TitleTables(lexicons.posts)
    organisationHeads = lexicons.organisationHeads.map { HeadLabels($0.class.rawValue) }
    headNouns = lexicons.headNouns.map { HeadLabels($0.class ?? $0.type.rawValue) }
    organs = lexicons.organs.map { OrganLabels($0.kind) }
    centralOrgans = lexicons.centralOrgans.map { Labels([$0.kind, "central"]) }
  }
}

/// What titles say of themselves, by the row of their post.
struct TitleTables: Sendable {
  /// The level word that a post which implies something begins with: 市 of 市长.
  let levels: [String?]
  /// Four a row: a deputy is 1, a planned post 2.
  private let labels: [Labels]
  static let group = Labels(["group"])

  private static let levelWords = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村", "师", "街道"]

  init(_ posts: [Post]) {
    levels = posts.map { post in
      post.implies == nil ? nil : Self.levelWords.first { post.surface.hasPrefix($0) }
    }
    var made: [[String]: Labels] = [:]
    labels = posts.flatMap { post in
      (0..<4).map { number in
        let names =
          [post.class.rawValue] + (post.needsOrganisation ? ["needs_org"] : []) + [number & 1 == 1 ? "deputy" : "head"]
          + (number & 2 == 2 ? ["planned"] : [])
        if let known = made[names] { return known }
        let labels = Labels(names)
        made[names] = labels
        return labels
      }
    }
  }

  func labels(post: Int, isDeputy: Bool, isPlanned: Bool) -> Labels {
    labels[post * 4 + (isDeputy ? 1 : 0) + (isPlanned ? 2 : 0)]
  }
}
