import Crypto
import DocumentModel

/// The stable id of an entity: its type, `-`, and the first 16 hex digits of SHA-256 over type, canonical name and code,
/// parted by unit separators (U+001F). A person's key has the document's id too: two people of one name in two documents
/// stay two until they are linked.
struct EntityID {
  let text: String

  init(of identity: Identity, document: String) {
    var key = identity.type.rawValue + "\u{1F}" + identity.name + "\u{1F}" + (identity.code ?? "")
    if identity.type == .person { key += "\u{1F}" + document }
    let digest = SHA256.hash(data: Array(key.utf8))
    var text = identity.type.rawValue + "-"
    for byte in digest.prefix(8) {
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
    self.text = text
  }
}
