import CICU

/// Canonical composition (NFC), in which lexicons are written. Texts are not put into it: they have their matching form.
public enum NormalForm {
  /// The text in NFC; as it is where ICU refuses.
  public static func composed(_ text: String) -> String {
    let units = Array(text.utf16)
    guard let length = Int32(exactly: units.count), units.count < Int(Int32.max) / 3 else { return text }
    // Composition grows a text only by the few characters that NFC excludes, three times at most.
    var result = [UInt16](repeating: 0, count: units.count * 3 + 1)
    var status = cicu_status.ok
    let count = Int(cicu_nfc(units, length, &result, Int32(clamping: result.count), &status))
    guard status == .ok, count <= result.count else { return text }
    return String(decoding: result[..<count], as: UTF16.self)
  }

  /// Whether a text is in NFC, scalar by scalar.
  public static func isComposed(_ text: String) -> Bool {
    composed(text).unicodeScalars.elementsEqual(text.unicodeScalars)
  }
}
