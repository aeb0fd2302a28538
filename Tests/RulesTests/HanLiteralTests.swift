import FoundationEssentials
import ShippedPipeline
import Testing

/// What is said of Chinese stands in rules and lexicons: the code that reads text knows no words.
///
/// Looked for are string literals with Han characters, and numbers that are code points of some. What stays is listed here with
/// the reason; `Lexicons/rules/README.md` has it in words.
@Suite struct HanLiteralTests {
  /// Modules that read no text, or none of what it says.
  static let exempt = [
    "Ingestion": "the furniture of pages: bylines, sources, navigation",
    "LexiconValidation": "checks of tables, and what they say to curators",
    "Explanation": "what is said to curators",
    "KnowledgeGraph": "what the columns of the graph are called",
    "gongbao": "help of the program",
    "Segmentation": "tables of characters: scripts, variants, marks",
    "RuleMatching": "the signs of the rule language",
  ]

  /// Literals that stay, by file: the format of dates and figures, and keys of tables.
  static let allowed: [String: Set<String>] = [
    // Units dates are written with.
    "LexiconTagging/DateTagging.swift": ["年", "月", "日", "号", "度"],
    // Chinese digits.
    "LexiconTagging/CharacterSigns.swift": ["0123456789〇零○十廿一二三四五六七八九"],
    // The home country's name in gazetteers/countries.tsv.
    "RelationExtraction/Resolution/Unit.swift": ["中国"],
    // Values of the column `type` of gazetteers/divisions.tsv.
    "Lexicons/Divisions/DivisionIndex.swift": ["兵团师", "市辖区", "镇", "乡", "民族乡", "苏木", "街道"],
  ]

  /// Files that may have code points of Han characters.
  static let codePoints = [
    "LexiconTagging/DateTagging.swift": "Chinese digits, 至 and 到 between two dates",
    "LexiconTagging/Ordinals.swift": "Chinese digits",
    "LexiconTagging/Word.swift": "which characters are Han",
    "RelationExtraction/Dateline.swift": "the format of datelines",
    "Pipeline/Engine/TextSignature.swift": "which characters are Han",
    "NameRecognition/CharacterTable.swift": "which characters are Han",
    "NameRecognition/NameBound.swift": "features of names",
    "NameRecognition/Surroundings.swift": "features of names",
    "NameRecognition/NameSlots.swift": "features of names",
    "NameRecognition/SentenceText.swift": "features of names",
    "NameRecognition/Byline.swift": "the format of bylines",
  ]

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3007, 0x3400...0x9FFF, 0x20000...0x323AF: true
    default: false
    }
  }

  /// The string literals of one line of code that have Han characters; comments do not count.
  static func literals(in line: Substring) -> [String] {
    var found: [String] = []
    var open: String?
    var isEscaped = false
    var previous: Character?
    for character in line {
      if let text = open {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          if text.unicodeScalars.contains(where: isHan) { found.append(text) }
          open = nil
          continue
        }
        open = text + String(character)
      } else if character == "\"" {
        open = ""
      } else if character == "/", previous == "/" {
        return found
      }
      previous = character
    }
    return found
  }

  /// Whether a line of code has the number of a Han character, not only the bounds of a range of them.
  static func hasCodePoint(_ line: Substring) -> Bool {
    let code = line.prefix { $0 != "\"" }
    return code.split(whereSeparator: { !$0.isHexDigit && $0 != "x" && $0 != "_" }).contains { word in
      guard word.hasPrefix("0x"), let value = UInt32(word.dropFirst(2), radix: 16) else { return false }
      return Unicode.Scalar(value).map(isHan) ?? false
    }
  }

  /// The Swift files of the modules that are looked at, with their paths below `Sources`.
  static let files: [(path: String, text: String)] = {
    let sources = Shipped.repository + "/Sources"
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: sources)) ?? []
    return all.sorted().compactMap { path in
      guard path.hasSuffix(".swift"), let module = path.split(separator: "/").first, exempt[String(module)] == nil,
        let data = FileManager.default.contents(atPath: sources + "/" + path)
      else { return nil }
      return (path, String(decoding: data, as: UTF8.self))
    }
  }()

  @Test func codeThatReadsTextKnowsNoWords() {
    #expect(Self.files.count > 100)
    for (path, text) in Self.files {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        for literal in Self.literals(in: line) where !(Self.allowed[path]?.contains(literal) ?? false) {
          Issue.record(
            "\(path):\(number + 1): \(literal) belongs into a rule or a table; what may stay is listed in this test")
        }
        if Self.codePoints[path] == nil, Self.hasCodePoint(line) {
          Issue.record("\(path):\(number + 1): the number of a Han character: a word in disguise")
        }
      }
    }
  }

  @Test func whatIsAllowedIsThere() {
    let texts = Dictionary(uniqueKeysWithValues: Self.files)
    for (path, literals) in Self.allowed {
      for literal in literals { #expect(texts[path]?.contains("\"\(literal)\"") ?? false, "\(path): \(literal)") }
    }
    for path in Self.codePoints.keys { #expect(texts[path] != nil, "\(path)") }
  }

  @Test(arguments: [
    ("let a = \"拟任\"", ["拟任"]), ("case \"a\": \"b\"  // \"拟任\"", []), ("/// 拟任 \"拟任\"", []),
    ("f(\"a\\\"市\", \"b\")", ["a\\\"市"]), ("[\"担任\", \"现任\"]", ["担任", "现任"]),
  ]) func findsLiterals(line: String, expected: [String]) {
    #expect(Self.literals(in: line[...]) == expected)
  }

  @Test(arguments: [("case 0x8F9E: true", true), ("case 0x3001, 0x2C: true", false), ("a == 0x4EBA", true)])
  func findsCodePoints(line: String, expected: Bool) {
    #expect(Self.hasCodePoint(line[...]) == expected)
  }
}
