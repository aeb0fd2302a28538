import DocumentModel
import FoundationEssentials
import Glibc
import RuleMatching

/// Patterns and texts that plain backtracking would never finish: time must grow as the text does.
///
/// Each pattern is tried over one sentence of 64 KB to 1 MB in which it begins everywhere and ends nowhere; what it needs
/// stands behind the last full stop, so that no test of what must occur spares the work.
enum Adversarial {
  /// Those of `Scripts/bench/adversarial.patterns`, which the tests read as well.
  private static func patterns() throws -> [String] {
    let path = #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/adversarial.patterns"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { $0.first != "#" }
      .map(String.init)
  }
  /// Bytes of UTF-8; three a character.
  private static let sizes = [1 << 16, 1 << 18, 1 << 20]

  /// A line a pattern: nanoseconds a character at each size, and how much the last is above the first.
  static func run() throws {
    print("ns/character at 64 KB, 256 KB, 1 MB\tsteps/character\tgrowth\tpattern")
    for pattern in try patterns() {
      let rules = try RuleSet.parse(
        main: "main.rules", normalize: { $0.unicodeScalars.map(\.value) },
        read: { _ in Array("rule r { match \(pattern); }".utf8) })
      var costs: [Double] = []
      var steps = 0.0
      for size in sizes {
        let count = size / 3
        let lattice = self.lattice(of: count, rules)
        var matcher = Matcher(rules)
        _ = matcher.matches(in: lattice, zone: .body)
        let (before, start) = (matcher.steps, processorTime())
        _ = matcher.matches(in: lattice, zone: .body)
        costs.append((processorTime() - start) * 1e9 / Double(count))
        steps = Double(matcher.steps - before) / Double(count)
      }
      let growth = (costs.last ?? 0) / max(costs.first ?? 1, 0.001)
      let shown = costs.map { rounded($0) }.joined(separator: " ")
      print("\(shown)\t\(rounded(steps))\t\(rounded(growth))\t\(pattern)")
    }
  }

  /// 丙甲甲甲…。乙, and mentions of up to five characters everywhere.
  private static func lattice(of count: Int, _ rules: RuleSet) -> Lattice {
    let scalars: [UInt32] = [0x4E19] + Array(repeating: 0x7532, count: count) + [0x3002, 0x4E59]
    let person = rules.labels.set(type: "person", labels: [])
    let edges = (0..<count).filter { $0 % 3 == 0 }.map { start in
      Edge(start: start + 1, end: min(count + 1, start + 2 + start % 5), labels: person, mention: start)
    }
    return Lattice(scalars: scalars, range: 0..<scalars.count, edges: edges)
  }

  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func rounded(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
