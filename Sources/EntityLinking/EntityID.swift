import Crypto
import DocumentModel

/// The stable id of an entity: its type, `-`, and the first 16 hex digits of SHA-256 over type, canonical name and code,
/// parted by unit separators (U+001F). A person's key has the document's id too: two people of one name in two documents
/// stay two until they are linked.
struct EntityID {
  let text: String

  init(of identity: Identity, document: String) {
    let type = identity.type.rawValue
    var key: [UInt8] = []
    key.reserveCapacity(type.utf8.count + identity.name.utf8.count + document.utf8.count + 16)
    key.append(contentsOf: type.utf8)
    key.append(0x1F)
    key.append(contentsOf: identity.name.utf8)
    key.append(0x1F)
    if let code = identity.code { key.append(contentsOf: code.utf8) }
    if identity.type == .person {
      key.append(0x1F)
      key.append(contentsOf: document.utf8)
    }
    var hash: UInt64 = 0
    SHA256.hash(data: key).withUnsafeBytes { digest in
      for byte in digest.prefix(8) { hash = hash << 8 | UInt64(byte) }
    }
    text = String(unsafeUninitializedCapacity: type.utf8.count + 17) { id in
      var count = 0
      for byte in type.utf8 {
        id[count] = byte
        count += 1
      }
      id[count] = UInt8(ascii: "-")
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(hash >> UInt64(shift) & 0xF)
        count += 1
        id[count] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return count + 1
    }
  }
}
