/// The main file and what it includes.
struct RuleFiles {
  private(set) var words: [WordsSyntax] = []
  private(set) var phrases: [PhraseSyntax] = []
  private(set) var rules: [RuleSyntax] = []
  private(set) var carries = CarryDeclarations()
  private(set) var errors: [RuleError] = []
  private(set) var paths: [String] = []

  init(main: String, normalize: @escaping (String) -> [UInt32], read: (String) throws -> [UInt8]) {
    load(main: main, normalize: normalize, read: read)
  }

  private mutating func load(main: String, normalize: @escaping (String) -> [UInt32], read: (String) throws -> [UInt8])
  {
    let start = RuleLocation(file: main, line: 1, column: 1)
    let includes = load(main, from: start, mayInclude: true, normalize: normalize, read: read)
    let folder = main.lastIndex(of: "/").map { String(main[...$0]) } ?? ""
    for (path, location) in includes {
      let file = folder + path
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      guard !parts.contains(".."), !parts.contains(""), !paths.contains(file) else {
        errors.append(RuleError(location: location, problem: .badInclude(path)))
        continue
      }
      _ = load(file, from: location, mayInclude: false, normalize: normalize, read: read)
    }
  }

  private mutating func load(
    _ file: String, from location: RuleLocation, mayInclude: Bool, normalize: @escaping (String) -> [UInt32],
    read: (String) throws -> [UInt8]
  ) -> [(path: String, location: RuleLocation)] {
    let text: String
    do {
      let bytes = try read(file)
      guard let decoded = String(validating: bytes, as: UTF8.self) else {
        errors.append(RuleError(location: location, problem: .unreadable(file: file, reason: "not UTF-8")))
        return []
      }
      text = decoded
    } catch {
      errors.append(RuleError(location: location, problem: .unreadable(file: file, reason: "\(error)")))
      return []
    }
    paths.append(file)
    let parser = RuleParser(text: text, file: file, mayInclude: mayInclude, normalize: normalize)
    words += parser.words
    phrases += parser.phrases
    rules += parser.rules
    carries += parser.carries
    errors += parser.errors
    return parser.includes
  }
}

extension Grammar {
  init(files: RuleFiles) {
    self.init(words: files.words, phrases: files.phrases, rules: files.rules, carries: files.carries)
  }
}
