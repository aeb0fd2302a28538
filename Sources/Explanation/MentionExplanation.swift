import DocumentModel
import Pipeline
import RelationExtraction

/// Why a mention is one, whose it is, and what it kept out.
extension Explainer {
  func mention(_ index: Int) -> ExplanationNode {
    let mention = trace.mentions[index]
    let identity = trace.relations.statements.identities[index]
    var node = ExplanationNode(
      "mention",
      "\(mention.type.rawValue) «\(trace.document.text(of: mention.span))» → \(identity?.name ?? "(names nothing)")",
      at: range(mention.span))
    node.say("by", by(mention))
    node.say("labels", mention.labels.joined(separator: " "))
    node.say("reading", Self.describe(mention.reading))
    node.say("kind", identity?.kind)
    node.say("code", identity?.code)
    add(trace.relations.groundings[index], to: &node)
    if mention.type == .person { node.add(name(of: mention)) }
    let lost = trace.lexiconCandidates.filter { other in
      other.span.start < mention.span.end && mention.span.start < other.span.end
        && !trace.mentions.contains { $0.span == other.span && $0.type == other.type }
    }
    node.add(.group("rivals", "kept out", lost.map(loser)))
    return node
  }

  func by(_ mention: Mention) -> String {
    if case .row(let row) = mention.by { return rows.quote(row) }
    return mention.by.description
  }

  /// A lexicon reading that was not taken, with the first mention in its way.
  func loser(_ mention: Mention) -> ExplanationNode {
    var node = ExplanationNode(
      "rival", "\(mention.type.rawValue) «\(trace.document.text(of: mention.span))»", at: range(mention.span))
    node.say("by", by(mention))
    if let winner = trace.mentions.first(where: {
      $0.span.start < mention.span.end && mention.span.start < $0.span.end
    }) {
      let why =
        winner.span == mention.span
        ? "the same stretch, an earlier type"
        : winner.span.start < mention.span.start ? "begins earlier" : winner.type == .person ? "a person" : "longer"
      node.say("lost to", "\(winner.type.rawValue) «\(trace.document.text(of: winner.span))» (\(why))")
    } else {
      node.say("lost to", "nothing: dropped by a later stage")
    }
    return node
  }

  // MARK: Names

  private func name(of mention: Mention) -> ExplanationNode? {
    let indices = trace.document.matching.range(of: mention.span)
    return trace.names.first { $0.range == indices }.map(name)
  }

  /// A stretch weighed as a name, with the features that spoke most.
  func name(_ candidate: NameTrace) -> ExplanationNode {
    var node = ExplanationNode(
      "name",
      "name «\(text(ofIndices: candidate.range))» score \(Self.rounded(candidate.score))\(candidate.isChosen ? "" : ", not taken")",
      at: range(ofIndices: candidate.range))
    if !candidate.isChosen { node.say("lost", loss(of: candidate)) }
    for term in candidate.terms.prefix(8) {
      node.say(
        term.feature, "\(Self.rounded(term.score)) = \(Self.rounded(term.value)) × \(Self.rounded(term.weight))")
    }
    return node
  }

  /// Why a stretch was not taken for a name: what was, or what speaks most against it.
  private func loss(of candidate: NameTrace) -> String {
    let winners = trace.names.filter { $0.isChosen && $0.range.overlaps(candidate.range) }
    if let winner = winners.max(by: { $0.score < $1.score }) {
      let length = winner.range.count - candidate.range.count
      let how = length == 0 ? "as long" : length > 0 ? "longer" : "shorter"
      return "to «\(text(ofIndices: winner.range))», \(how), score \(Self.rounded(winner.score))"
    }
    guard candidate.score <= 0 else {
      return "score above 0, but what the document takes for names elsewhere speaks against it"
    }
    guard let worst = candidate.terms.filter({ $0.score < 0 }).min(by: { $0.score < $1.score }) else {
      return "score not above 0: nothing speaks for it"
    }
    return "score not above 0: no name is likelier; most against it \(worst.feature) \(Self.rounded(worst.score))"
  }

  static func rounded(_ number: Double) -> String {
    let hundredths = Int((abs(number) * 100).rounded())
    let digits = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    return "\(number < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(digits)"
  }

  // MARK: Words for readings

  static func describe(_ reading: Reading) -> String? {
    switch reading {
    case .surface: return nil
    case .place(let place):
      return "place \(place.level.rawValue), level word \(place.levelWord.isEmpty ? "none" : place.levelWord)"
        + (place.divisions.isEmpty ? "" : ", may be \(place.divisions.joined(separator: " "))")
    case .organ(let organ):
      return "organ \(organ.kind), full name \(organ.canonical)" + (organ.level.map { ", level \($0)" } ?? "")
    case .known(let known):
      return "listed as \(known.canonical), \(known.kind)" + (known.place.map { ", in \($0)" } ?? "")
    case .compound(let compound):
      return "name ending in \(compound.head), \(compound.kind)"
        + (compound.level.map { ", level \($0)" } ?? "") + (compound.isBare ? ", head noun alone" : "")
    case .title(let title):
      return "title \(title.role), post \(title.core), class \(title.postClass)"
        + (title.implies.isEmpty ? "" : ", implies \(title.implies)") + (title.isGroup ? ", for a list of names" : "")
    case .date: return "date"
    }
  }
}
