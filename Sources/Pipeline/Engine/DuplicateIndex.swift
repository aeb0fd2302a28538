/// Finds, article after article, the earlier one of which it is a copy or a reprint.
///
/// Asked in the order of the inputs, so that the answers do not depend on threads. It remembers the last articles only, so
/// that memory stays the same whatever the corpus; reprints appear within days of each other.
public struct DuplicateIndex: Sendable {
  private var current = Generation()
  private var former = Generation()
  /// Articles a generation holds: between one and two of them are remembered.
  private let generationSize: Int

  private struct Generation: Sendable {
    var ids: [String] = []
    var exact: [ContentHash: Int32] = [:]
    var signatures: [TextSignature?] = []
    var bands: [UInt64: Int32] = [:]
  }

  public init(remembering count: Int = 100_000) { generationSize = max(1, count / 2) }

  /// The id of the first article with the same text, or nearly the same; nil for an article that is new, which is then
  /// remembered. A copy is not: its original stands for it.
  public mutating func original(of id: String, text: ContentHash, signature: TextSignature?) -> String? {
    for generation in [former, current] {
      if let known = generation.exact[text] { return generation.ids[Int(known)] }
    }
    if let signature {
      for generation in [former, current] {
        if let known = Self.reprinted(signature, in: generation) { return generation.ids[known] }
      }
    }
    remember(id, text, signature)
    return nil
  }

  /// The first of those that share enough.
  private static func reprinted(_ signature: TextSignature, in generation: Generation) -> Int? {
    var candidates: [Int32] = []
    for band in signature.bands {
      if let known = generation.bands[band], !candidates.contains(known) { candidates.append(known) }
    }
    return candidates.sorted().first { known in
      generation.signatures[Int(known)].map { $0.shared(with: signature) >= TextSignature.leastShared } ?? false
    }.map(Int.init)
  }

  private mutating func remember(_ id: String, _ text: ContentHash, _ signature: TextSignature?) {
    if current.ids.count >= generationSize {
      former = current
      current = Generation()
    }
    let number = Int32(current.ids.count)
    current.ids.append(id)
    current.exact[text] = number
    current.signatures.append(signature)
    for band in signature?.bands ?? [] where current.bands[band] == nil { current.bands[band] = number }
  }
}
