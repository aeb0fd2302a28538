import DocumentModel

/// Which rules can match in a sentence at all, told for all of them at once from the zone and the needs that are met.
struct RuleGates: Sendable {
  /// For each pass and zone the rules that apply there; a bit a rule.
  private let ofZone: [[UInt64]]
  /// The rules that have a need, for one need after the other: a word of bits, and which word of `open` it is. Few rules have a
  /// need, so most words of a full table would be empty.
  private let ofNeed: [(block: Int, bits: UInt64)]
  /// Where those of each need begin in `ofNeed`; one element more.
  private let firstOfNeed: [Int]

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
    var ofNeed: [(block: Int, bits: UInt64)] = []
    var firstOfNeed = [0]
    for need in 0..<needs {
      for (block, bits) in bits({ programs[$0].needs.contains(need) }).enumerated() where bits != 0 {
        ofNeed.append((block, bits))
      }
      firstOfNeed.append(ofNeed.count)
    }
    (self.ofNeed, self.firstOfNeed) = (ofNeed, firstOfNeed)
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

  /// Leaves in `open` a bit for each rule of which every need is met.
  func find(_ pass: RulePass, _ zone: Zone, lastMet: [Int], open: inout [UInt64]) {
    open.removeAll(keepingCapacity: true)
    open.append(contentsOf: ofZone[number(of: pass, zone)])
    // A span: an array would ask at each word whether somebody shares it.
    var bits = open.mutableSpan
    for need in lastMet.indices where lastMet[need] < 0 {
      for place in firstOfNeed[need]..<firstOfNeed[need + 1] { bits[ofNeed[place].block] &= ~ofNeed[place].bits }
    }
  }
}
