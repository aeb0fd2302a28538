import DocumentModel

/// Which rules can match in a sentence at all, told for all of them at once from the zone and the needs that are met.
struct RuleGates: Sendable {
  /// For each pass and zone the rules that apply there; a bit a rule.
  private let ofZone: [[UInt64]]
  /// The rules that need nothing; a bit a rule.
  private let needless: [UInt64]
  /// The rules that have a need, for one need after the other, and where those of each begin; one element more. Few needs are
  /// met in a sentence, and so only those are gone through.
  private let ofNeed: [Int32]
  private let firstOfNeed: [Int]
  /// How many needs each rule has.
  private let needCounts: [UInt8]

  init(rules: [Rule], programs: [Program], needs: Int) {
    let blocks = (rules.count + 63) / 64
    func bits(_ applies: (Int) -> Bool) -> [UInt64] {
      var bits = [UInt64](repeating: 0, count: blocks)
      for rule in rules.indices where applies(rule) { bits[rule / 64] |= 1 << UInt64(rule % 64) }
      return bits
    }
    ofZone = RulePass.allCases.flatMap { pass in
      Self.zones.map { zone in
        bits { rules[$0].pass == pass && (pass == .relations ? rules[$0].zones.contains(zone) : zone != .furniture) }
      }
    }
    needless = bits { programs[$0].needs.isEmpty }
    let needsOfRule = programs.map { Set($0.needs) }
    var ofNeed: [Int32] = []
    var firstOfNeed = [0]
    for need in 0..<needs {
      for rule in rules.indices where needsOfRule[rule].contains(need) { ofNeed.append(Int32(rule)) }
      firstOfNeed.append(ofNeed.count)
    }
    (self.ofNeed, self.firstOfNeed) = (ofNeed, firstOfNeed)
    needCounts = needsOfRule.map { UInt8(clamping: $0.count) }
  }

  private static let zones: [Zone] = [.headline, .byline, .body, .furniture]

  private func number(of pass: RulePass, _ zone: Zone) -> Int {
    number(of: pass) * Self.zones.count + number(of: zone)
  }

  private func number(of pass: RulePass) -> Int {
    switch pass {
    case .terms: 0
    case .names: 1
    case .relations: 2
    }
  }

  private func number(of zone: Zone) -> Int {
    switch zone {
    case .headline: 0
    case .byline: 1
    case .body: 2
    case .furniture: 3
    }
  }

  /// Leaves in `open` a bit for each rule of which every need is met; `counts` is memory to work in.
  func find(_ pass: RulePass, _ zone: Zone, lastMet: [Int], open: inout [UInt64], counts: inout [UInt8]) {
    open.removeAll(keepingCapacity: true)
    open.append(contentsOf: needless)
    counts.reset(to: 0, count: needCounts.count)
    // Spans: an array would ask at each word whether somebody shares it.
    var bits = open.mutableSpan
    var met = counts.mutableSpan
    for need in lastMet.indices where lastMet[need] >= 0 {
      for place in firstOfNeed[need]..<firstOfNeed[need + 1] {
        let rule = Int(ofNeed[place])
        met[rule] += 1
        if met[rule] == needCounts[rule] { bits[rule >> 6] |= 1 << UInt64(rule & 63) }
      }
    }
    let applying = ofZone[number(of: pass, zone)]
    for block in applying.indices { bits[block] &= applying[block] }
  }
}
