import DocumentModel

/// The ids of entities other than persons, kept from document to document: the same places, bodies and posts are named again
/// and again, and their ids depend on nothing else (see ``EntityID``). One for each thread.
public struct EntityIDs: Sendable {
  private var known: [Key: String] = [:]

  /// Ids that are kept at most, some hundred bytes each; beyond that it begins anew.
  private static let most = 1 << 14

  public init() {}

  mutating func id(of identity: Identity, document: String) -> String {
    // A person of another document is another one.
    guard identity.type != .person else { return EntityID(of: identity, document: document).text }
    let key = Key(identity)
    if let id = known[key] { return id }
    let id = EntityID(of: identity, document: document).text
    if known.count >= Self.most { known.removeAll(keepingCapacity: true) }
    known[key] = id
    return id
  }

  /// What an id is made of, compared by bytes as it is: two writings that are one to Unicode have two ids.
  private struct Key: Hashable {
    private let type: MentionType
    private let name: String
    private let code: String?
    private let nameHash: Int

    init(_ identity: Identity) {
      (type, name, code) = (identity.type, identity.name, identity.code)
      var name = identity.name
      nameHash = name.withUTF8 { $0.byteHash }
    }

    static func == (a: Key, b: Key) -> Bool {
      a.nameHash == b.nameHash && a.type == b.type && a.name.utf8.elementsEqual(b.name.utf8) && a.code == b.code
    }

    func hash(into hasher: inout Hasher) { hasher.combine(nameHash) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// FNV-1a, for tables inside the program.
  var byteHash: Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in self { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash)
  }
}
