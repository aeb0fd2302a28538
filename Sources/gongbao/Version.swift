/// Which program, ICU and lexicons this is.
enum Version {
  /// Version of the program (https://semver.org).
  static let program = "0.1.0"

  /// The answer to `--version`: one line each. Lexicons that cannot be read do not keep the rest from being said.
  static var report: String {
    let lines: [String]
    do {
      let extractor = try Extractor(lexicons: LexiconFolders.find(), without: [])
      lines = ["ICU \(extractor.icuVersion)", "lexicons \(extractor.lexiconHash)"]
    } catch {
      lines = ["lexicons not found"]
    }
    return (["gongbao \(program)"] + lines).joined(separator: "\n")
  }
}
