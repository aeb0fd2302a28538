import DocumentModel

/// A rule with one fault, as a rule set of its own.
public struct RuleMutant: Sendable {
  /// Position of the rule in its ``RuleSet``.
  public let rule: Int
  public let mutation: RuleMutation
  /// Holds the changed rule alone.
  public let rules: RuleSet
}

extension RuleSet {
  /// Every rule with every fault that still compiles. Parameters as those of `parse`; throws what `parse` throws.
  public static func mutants(
    main: String, types: Set<String> = mentionTypes, skipsBlanks: Bool = true,
    normalize: @escaping (String) -> [UInt32], read: (String) throws -> [UInt8]
  ) -> [RuleMutant] {
    let grammar = Grammar(files: RuleFiles(main: main, normalize: normalize, read: read))
    return grammar.rules.enumerated().flatMap { number, rule in
      rule.mutants().compactMap { mutation, changed in
        var compiler = Compiler(grammar: grammar, types: types, skipsBlanks: skipsBlanks, normalize: normalize)
        let program = compiler.compile(changed)
        guard compiler.errors.isEmpty else { return nil }
        // Captures that the fault took away make the examples fail, not the rule.
        var checker = RuleChecker(grammar: grammar, registers: [])
        let alone = RuleSet(
          rules: [checker.check(changed, program: program)], programs: [program], vocabulary: compiler.vocabulary)
        return RuleMutant(rule: number, mutation: mutation, rules: alone)
      }
    }
  }
}

extension RuleSyntax {
  fileprivate func mutants() -> [(mutation: RuleMutation, rule: RuleSyntax)] {
    var found: [(mutation: RuleMutation, rule: RuleSyntax)] = []
    for mutant in match?.mutants() ?? [] {
      guard let pattern = mutant.pattern else { continue }
      var rule = self
      rule.match = pattern
      found.append((mutant.mutation, rule))
    }
    for index in before.indices {
      for mutant in before[index].mutants() where mutant.pattern == nil {
        var rule = self
        rule.before.remove(at: index)
        found.append((mutant.mutation, rule))
      }
    }
    for index in after.indices {
      for mutant in after[index].mutants() where mutant.pattern == nil {
        var rule = self
        rule.after.remove(at: index)
        found.append((mutant.mutation, rule))
      }
    }
    return found
  }
}
