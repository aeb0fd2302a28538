/// How far a rule came from one place in a sentence, and what it missed there.
public struct RuleTrace: Hashable, Sendable {
  /// Position of the rule in ``RuleSet/rules``.
  public let rule: Int
  /// Index into the matching text at which the rule was begun.
  public let start: Int
  /// The last of the rule's outermost elements that was tried: position among ``RuleSet/elements(ofRule:)``.
  public let root: Int
  /// The first and the last index at which that element was tried; they differ behind a skip or a repetition.
  public let first: Int
  public let last: Int
  /// The innermost elements that failed at `last`, in the order tried.
  public let failed: [Int]
  /// Whether the rule matches but for a look (`behind`, `ahead`, `unless`), which is the one that failed.
  public let isGuarded: Bool

  init?(_ stop: Machine.Stop, of program: Program, rule: Int, start: Int, base: Int) {
    guard stop.root >= 0 else { return nil }
    self.rule = rule
    self.start = start
    root = stop.root
    first = base + stop.first
    last = base + stop.last
    var failed: [Int] = []
    for instruction in stop.instructions {
      if let element = program.element(ofInstruction: instruction), !failed.contains(element) { failed.append(element) }
    }
    self.failed = failed
    isGuarded = false
  }

  /// For a rule that only a look kept from matching.
  init?(
    _ guarding: (instruction: Int, position: Int), of program: Program, rule: Int, start: Int, base: Int
  ) {
    guard let element = program.element(ofInstruction: guarding.instruction) else { return nil }
    self.rule = rule
    self.start = start
    root = program.elements[element].root
    first = base + guarding.position
    last = first
    failed = [element]
    isGuarded = true
  }
}

/// A match that one obstacle kept from being one.
public struct HinderedMatch: Hashable, Sendable {
  public enum Obstacle: Hashable, Sendable {
    /// A look that does not hold; the range is what it found in front, or empty where it was asked.
    case look(Range<Int>)
    /// A skip that would have to go over so many steps from an index on.
    case limit(from: Int, steps: Int)
  }
  public let match: Match
  /// The innermost element that is the obstacle: position among ``RuleSet/elements(ofRule:)``.
  public let element: Int
  public let obstacle: Obstacle
}

/// What an element took in a match.
public struct ElementMatch: Hashable, Sendable {
  /// Position among ``RuleSet/elements(ofRule:)``.
  public let element: Int
  /// Indices into the matching text; empty for what only looks.
  public private(set) var range: Range<Int>
  public private(set) var children: [ElementMatch]

  /// Draws the pieces of a match together under the elements they belong to.
  static func tree(of trail: [Machine.Event], _ program: Program, end: Int, base: Int) -> [ElementMatch] {
    var roots: [ElementMatch] = []
    for (index, event) in trail.enumerated() where event.kind == .piece {
      guard let element = program.element(ofInstruction: Int(event.number)) else { continue }
      let next = index + 1 < trail.count ? Int(trail[index + 1].position) : end
      var chain = [element]
      while let parent = program.elements[chain[0]].parent { chain.insert(parent, at: 0) }
      add(chain[...], base + Int(event.position)..<base + max(next, Int(event.position)), to: &roots)
    }
    return roots
  }

  private static func add(_ chain: ArraySlice<Int>, _ range: Range<Int>, to level: inout [ElementMatch]) {
    guard let element = chain.first else { return }
    if chain.count > 1, let last = level.indices.last, level[last].element == element {
      level[last].range = level[last].range.lowerBound..<range.upperBound
      add(chain.dropFirst(), range, to: &level[last].children)
    } else {
      var match = ElementMatch(element: element, range: range, children: [])
      add(chain.dropFirst(), range, to: &match.children)
      level.append(match)
    }
  }
}
