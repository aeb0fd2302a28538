/// A word that no name goes on across: what may stand right before or after one.
public struct EdgeWord: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    case function, conjunction, verb
    /// 先生, 女士, 同志.
    case honorific
  }

  /// Normalised scalars; only words of up to four are used.
  public let text: [UInt32]
  public let kind: Kind

  public init(text: [UInt32], kind: Kind) { (self.text, self.kind) = (text, kind) }
}
