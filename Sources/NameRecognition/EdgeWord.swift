/// A word that no name goes on across: what may stand right before or after one.
public struct EdgeWord: Hashable, Sendable {
  public enum Kind: Int, Hashable, Sendable, CaseIterable {
    case function, conjunction, verb
    /// 先生, 女士, 同志.
    case honorific
    /// Follows titles and begins like a name: 代表, 单位. No boundary.
    case sequel
  }

  /// Normalised scalars; only words of up to four are used.
  public let text: [UInt32]
  public let kind: Kind

  public init(text: [UInt32], kind: Kind) { (self.text, self.kind) = (text, kind) }
}

/// A character that says something of a name beside it or that has it; one may be of several kinds.
public struct EdgeCharacter: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// Last character of an office that needs no body in front: 镇长, 书记.
    case office
    /// A word of one character that no name has inside: 等, 的.
    case outside
    /// Goes between a name and its verb, and ends few names: 都, 曾.
    case adverb
    /// Last character of a body: what stands between it and a list is the body, not its head.
    case body
    /// A title goes on with it, or something else begins, but no name: 主席国, 书记们.
    case goesOn
    /// Stands before a surname as people call each other: 老, 小, 阿.
    case nick
    /// Such a one that stands before rare surnames too: 阿.
    case nickOfAny
    /// Says before a title whether it is held, and is a surname elsewhere: 原, 代.
    case status
  }

  public let character: UInt32
  public let kind: Kind

  public init(character: UInt32, kind: Kind) { (self.character, self.kind) = (character, kind) }
}

/// The kinds of a character, as bits.
struct EdgeKinds: Sendable {
  private var bits: UInt8 = 0
  @inline(__always)
  func contains(_ kind: EdgeCharacter.Kind) -> Bool { bits >> kind.rawValue & 1 == 1 }
  mutating func insert(_ kind: EdgeCharacter.Kind) { bits |= 1 << kind.rawValue }
}
