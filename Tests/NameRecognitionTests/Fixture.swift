import DocumentModel
import FoundationEssentials
import NameRecognition

/// The recogniser with the lexicon files of the repository, and documents made without the segmentation's help.
enum Fixture {
  static let recognizer = NameRecognizer(tables: tables)

  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Lexicons/names/"

  /// Rows of a file without its header, split into cells.
  private static func rows(_ file: String) -> [[String]] {
    guard let data = try? Data(contentsOf: URL(filePath: folder + file)) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private static let edgeKinds: [String: EdgeCharacter.Kind] = [
    "office": .office, "outside": .outside, "adverb": .adverb, "body": .body, "goes-on": .goesOn, "nick": .nick,
    "nick-of-any": .nickOfAny, "status": .status,
  ]

  private static let tables: NameTables = {
    let known = rows("known_names.tsv")
    return NameTables(
      surnames: rows("surnames.tsv").map {
        NameTables.Surname(
          text: scalars($0[0]), ppm: Double($0[1]) ?? 0, kind: NameTables.SurnameClass(rawValue: $0[2]) ?? .rare)
      } + rows("japanese_surnames.tsv").map { NameTables.Surname(text: scalars($0[0]), ppm: 1, kind: .japanese) },
      givenCharacters: rows("given_chars.tsv").map {
        NameTables.GivenCharacter(
          character: scalars($0[0]).first ?? 0, first: Double($0[1]) ?? 0, second: Double($0[2]) ?? 0,
          single: Double($0[3]) ?? 0)
      },
      transliteration: rows("translit_chars.tsv").map {
        NameTables.TransliterationCharacter(
          character: scalars($0[0]).first ?? 0, ppm: Double($0[1]) ?? 0, canStart: $0[2] == "y", canEnd: $0[3] == "y")
      },
      ordinary: rows("common_words.tsv").map {
        NameTables.OrdinaryText(
          text: scalars($0[0]), rate: Double($0[1]) ?? 0, wordClass: $0[2].unicodeScalars.first?.value ?? 0)
      },
      contexts: rows("contexts.tsv").compactMap { row in
        NameTables.Context.Side(rawValue: row[0]).map {
          NameTables.Context(side: $0, text: scalars(row[1]), logOdds: Double(row[4]) ?? 0)
        }
      },
      stops: rows("name_stop.tsv").map { scalars($0[0]) },
      foreignNames: known.filter { $0[1] == "foreign" }.map { scalars($0[0]) },
      persons: known.filter { $0[1] == "person" }.map { scalars($0[0]) },
      minorityParts: rows("minority_names.tsv").map { scalars($0[0]) },
      listed: known.filter { $0[1] == "listed" }.map { scalars($0[0]) },
      shortened: known.filter { $0[1] == "place" }.map { scalars($0[0]) },
      edgeWords: rows("../grammar/boundaries.tsv").map { row in
        let kind: EdgeWord.Kind =
          switch row[1] {
          case "verb": .verb
          case "conjunction": .conjunction
          default: .function
          }
        return EdgeWord(text: scalars(row[0]), kind: kind)
      }
        + rows("edge_words.tsv").map {
          EdgeWord(text: scalars($0[0]), kind: $0[1] == "verb" ? .verb : $0[1] == "sequel" ? .sequel : .honorific)
        },
      edgeCharacters: rows("edge_chars.tsv").compactMap { row in
        edgeKinds[row[1]].map { EdgeCharacter(character: scalars(row[0]).first ?? 0, kind: $0) }
      },
      weights: Dictionary(uniqueKeysWithValues: rows("weights.tsv").map { ($0[0], Double($0[1]) ?? 0) }))
  }()

  /// One sentence a line, all of one zone; positions are the text's scalars.
  static func document(_ text: String, zones: [Zone] = [.body]) -> Document {
    var scalars: [UInt32] = []
    var offsets: [Int32] = []
    var sentences: [Sentence] = []
    var at = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let start = at
      for scalar in line.unicodeScalars {
        scalars.append(Self.folded(scalar.value))
        offsets.append(Int32(at))
        at += UTF8.width(scalar)
      }
      if at > start {
        sentences.append(Sentence(span: Span(start, at), zone: zones[min(number, zones.count - 1)], line: number))
      }
      guard at < text.utf8.count else { break }
      scalars.append(0x0A)
      offsets.append(Int32(at))
      at += 1
    }
    offsets.append(Int32(at))
    return Document(
      article: Article(id: "test", text: text), utf8: Array(text.utf8),
      matching: MatchingText(scalars: scalars, offsets: offsets), sentences: sentences)
  }

  private static func folded(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0x3000: 0x20
    default: scalar
    }
  }

  /// The persons of a text as written. Words of `titles`, `places` and `verbs` are given as context wherever they stand.
  static func persons(
    _ text: String, zones: [Zone] = [.body], titles: [String] = [], places: [String] = []
  ) -> [String] {
    let document = document(text, zones: zones)
    let context =
      titles.flatMap { mentions(of: $0, as: .title, in: document) }
      + places.flatMap { mentions(of: $0, as: .place, in: document) }
    return recognizer.persons(in: document, context: context).map { document.text(of: $0.span) }
  }

  private static func mentions(
    of word: String, as kind: ContextMention.Kind, in document: Document
  ) -> [ContextMention] {
    let word = scalars(word)
    let text = document.matching.scalars
    return (0..<max(0, text.count - word.count + 1)).filter { text[$0..<$0 + word.count].elementsEqual(word) }
      .map { ContextMention(range: $0..<$0 + word.count, kind: kind) }
  }
}
