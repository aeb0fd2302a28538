import DocumentModel
import FuzzDriver
import RuleMatching

private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// What the rules are tried on: a sentence with a mention at every second place.
private let sentence = scalars("市委书记林知远12日会见了云屏市副市长周启明一行，并陪同考察。")

/// The bytes are a rule file; a zero byte in them begins a second one, `more.rules`, that it may include.
///
/// What is wrong must be told, and what is right must match without a crash, in steps that are bounded.
private func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
  struct NoSuchFile: Error {}
  do throws(RuleErrors) {
    let rules = try RuleSet.parse(main: "main.rules", registers: ["paper"], normalize: scalars) { path in
      switch path {
      case "main.rules": return parts.first ?? []
      case "more.rules": return parts.count > 1 ? parts[1] : []
      default: throw NoSuchFile()
      }
    }
    _ = rules.warnings.map(\.description)
    let types = MentionType.allCases
    let edges = stride(from: 0, to: sentence.count - 3, by: 2).map { place in
      Edge(
        start: place, end: place + 1 + place % 3,
        labels: rules.labels.set(type: types[place % types.count].rawValue, labels: []), mention: place / 2)
    }
    let lattice = Lattice(scalars: sentence, range: 0..<sentence.count, edges: edges)
    for match in rules.matches(in: lattice, zone: .body) {
      precondition(match.range.lowerBound >= 0 && match.range.upperBound <= sentence.count)
    }
  } catch {
    precondition(!error.errors.isEmpty && error.errors.allSatisfy { !$0.description.isEmpty })
  }
  return 0
}

@_cdecl("RuleFuzz_main")
func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  fuzz(count, arguments, fuzzOneInput)
}
