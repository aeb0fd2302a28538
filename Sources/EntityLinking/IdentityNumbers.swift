import DocumentModel

/// Gives identities numbers, the same to those that differ only in what one of them leaves out (kind, resolved), and keeps
/// of each number the fuller form. All that linking does is done with these numbers: an identity is hashed once.
struct IdentityNumbers {
  private var numbers: [Key: Int] = [:]
  /// By number.
  private(set) var identities: [Identity] = []

  /// Room for as many forms.
  init(reserving count: Int) { numbers.reserveCapacity(count) }

  mutating func number(of identity: Identity) -> Int {
    let key = Key(identity)
    guard let number = numbers[key] else {
      numbers[key] = identities.count
      identities.append(identity)
      return identities.count - 1
    }
    if let kind = identity.kind, identities[number].kind == nil { identities[number].kind = kind }
    if let resolved = identity.resolved, identities[number].resolved == nil { identities[number].resolved = resolved }
    return number
  }

  /// What two forms of one identity agree in.
  private struct Key: Hashable {
    let type: MentionType
    let name: String
    let code: String?
    private let nameHash: Int

    init(_ identity: Identity) {
      type = identity.type
      name = identity.name
      code = identity.code
      nameHash = Self.hash(identity.name)
    }

    static func == (a: Key, b: Key) -> Bool {
      a.nameHash == b.nameHash && a.type == b.type && a.name == b.name && a.code == b.code
    }

    func hash(into hasher: inout Hasher) { hasher.combine(nameHash) }

    /// By bytes where every character is one of Chinese or ASCII text, which no normal form changes: the hash of strings
    /// looks up the normal form of each character.
    private static func hash(_ name: String) -> Int {
      var name = name
      return name.withUTF8 { bytes in
        // E4 to E9 begin the unified Han characters; below C0 are ASCII and the bytes inside characters.
        bytes.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) } ? bytes.byteHash : nil
      } ?? name.hashValue
    }
  }
}
