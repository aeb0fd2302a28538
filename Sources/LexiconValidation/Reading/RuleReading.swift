import DocumentModel
import Lexicons
import Pipeline
import RuleMatching
import Segmentation

/// What can be said of the rules: what is wrong with their files, and what became of their examples.
struct RuleReading: Sendable {
  struct Outcome: Sendable {
    let rule: String
    let example: RuleExample
    let verdict: ExampleVerdict
  }

  private(set) var rules: [Rule] = []
  private(set) var carries: [Carry] = []
  private(set) var errors: [RuleError] = []
  private(set) var outcomes: [Outcome] = []
  /// No folder has rules.
  private(set) var isMissing = false
  /// Why the pipeline could not be made although the rules are sound.
  private(set) var refusals: [String] = []

  init() {}

  /// Reads the rules of the last folder that has some, and runs their examples if the lexicons can be loaded.
  init(folders: [LexiconFolder], normalizer: MatchingNormalizer) {
    let main = "rules/main.rules"
    guard let folder = folders.last(where: { (try? $0.read(main)) != nil }) else {
      // A few tables in memory have no rules, and need none.
      isMissing = folders.contains { !$0.isInMemory }
      return
    }
    let prefix = if case .path(let path) = folder { path.hasSuffix("/") ? path : path + "/" } else { "" }
    do {
      let set = try RuleSet.parse(
        main: prefix + main, registers: Pipeline.registers, normalize: normalizer.normalize,
        read: { try folder.read(String($0.dropFirst(prefix.count))) })
      (rules, carries) = (set.rules, set.carries.all)
    } catch {
      errors = error.errors
      return
    }
    let paths = folders.compactMap { if case .path(let path) = $0 { path } else { nil } }
    guard paths.count == folders.count else { return }
    do {
      let reader = try Pipeline(lexicons: paths, usesCompiled: false).reader()
      for (number, rule) in rules.enumerated() {
        for (example, verdict) in zip(rule.examples, reader.verdicts(ofRule: number)) {
          outcomes.append(Outcome(rule: rule.id, example: example, verdict: verdict))
        }
      }
      for (number, carry) in carries.enumerated() {
        for (example, verdict) in zip(carry.examples, reader.verdicts(ofCarry: number)) {
          outcomes.append(Outcome(rule: carry.id, example: example, verdict: verdict))
        }
      }
    } catch {
      refusals = error.description.split(separator: "\n").map(String.init)
    }
  }

  /// Rules and carries: what shows by examples what it does.
  var shown: [(id: String, doc: String, examples: [RuleExample], location: RuleLocation)] {
    rules.map { ($0.id, $0.doc, $0.examples, $0.location) } + carries.map { ($0.id, $0.doc, $0.examples, $0.location) }
  }
}
