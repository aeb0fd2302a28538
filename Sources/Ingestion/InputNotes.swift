/// What there is to say about inputs that is no failure: what was passed over, what of a page was dropped and why.
struct InputNotes: Sendable {
  private var lines: [String] = []
  private var more = 0

  /// Notes kept until they are taken; of those beyond only the number is kept.
  private static let most = 1000

  mutating func add(_ line: String) {
    if lines.count < Self.most { lines.append(line) } else { more += 1 }
  }

  /// The notes since the last call.
  mutating func take() -> [String] {
    guard !lines.isEmpty else { return [] }
    let taken = more == 0 ? lines : lines + ["… and \(more) more notes"]
    (lines, more) = ([], 0)
    return taken
  }
}
