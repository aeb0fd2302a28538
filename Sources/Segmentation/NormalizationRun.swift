import CICU
import DocumentModel

/// One pass over one text: what `MatchingNormalizer` does, with the state it needs.
///
/// Nearly all characters take the path of `copyReplaced`: decode, look up, store. The others stop it and are dealt with
/// one by one by `takeSpecial`.
struct NormalizationRun {
  let utf8: [UInt8]
  let table: CharacterTable
  /// Byte offset of the next character to read.
  var position = 0
  var scalars: [UInt32]
  var offsets: [Int32]
  /// Number of elements of `scalars` and `offsets` written so far; the rest is room.
  var count = 0
  /// Indices of full stops that are middle dots if they stand between two Han letters.
  var wideStops: [Int] = []
  /// Where the last joined stretch ended; what joins begins a new one there and does not reach back into it.
  var joinedUpTo = 0
  /// Whether pinyin in brackets was seen.
  private var hasGlosses = false

  init(_ utf8: [UInt8], _ table: CharacterTable) {
    self.utf8 = utf8
    self.table = table
    // Written so that the compiler takes many bytes at once.
    let characters = utf8.withUnsafeBufferPointer { bytes in
      var leads = 0
      for byte in bytes { leads &+= byte & 0xC0 == 0x80 ? 0 : 1 }
      return leads
    }
    // One result for each character is the rule; some room for those that become several.
    let room = characters + characters / 64 + 16
    scalars = [UInt32](repeating: 0, count: room)
    offsets = [Int32](repeating: 0, count: room)
  }

  mutating func normalize() {
    while position < utf8.count {
      copyReplaced()
      if position < utf8.count { takeSpecial() }
    }
  }

  consuming func finish() -> MatchingText {
    for index in wideStops where index > 0 && index + 1 < count {
      if cicu_is_han(scalars[index - 1]), cicu_is_han(scalars[index + 1]) {
        scalars[index] = UInt32(CharacterTable.middleDot)
      }
    }
    scalars.removeLast(scalars.count - count)
    offsets.removeLast(offsets.count - count)
    offsets.append(Int32(clamping: utf8.count))
    return MatchingText(scalars: scalars, offsets: offsets)
  }

  /// Takes characters that become one character each, up to the first other one, or until there is no room.
  ///
  /// The buffers are read and written unchecked in release builds. In bounds because: `position + width <= end` is asked
  /// before the bytes of a character are read; a code put together from three bytes has 16 bits and the table 65,536
  /// entries; `written < room` is asked before each store, and `scalars` and `offsets` have the same length.
  private mutating func copyReplaced() {
    var at = position
    var written = count
    utf8.withUnsafeBufferPointer { bytes in
      table.entries.withUnsafeBufferPointer { entries in
        scalars.withUnsafeMutableBufferPointer { scalars in
          offsets.withUnsafeMutableBufferPointer { offsets in
            let end = bytes.count
            let room = scalars.count
            while at < end, written < room {
              let lead = bytes[at]
              let code: Int
              let width: Int
              if lead & 0xF0 == 0xE0 {
                guard at + 3 <= end else { break }
                code = Int(lead & 0x0F) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
                width = 3
              } else if lead < 0x80 {
                code = Int(lead)
                width = 1
              } else if lead & 0xE0 == 0xC0 {
                guard at + 2 <= end else { break }
                code = Int(lead & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)
                width = 2
              } else {
                break
              }
              let entry = entries[code]
              if CharacterTable.isSpecial(entry) { break }
              scalars[written] = UInt32(entry)
              offsets[written] = Int32(clamping: at)
              written += 1
              at += width
            }
          }
        }
      }
    }
    position = at
    count = written
  }

  private mutating func takeSpecial() {
    let (scalar, width) = decode(at: position)
    let entry = table.entry(of: scalar)
    switch entry {
    case CharacterTable.Special.ignorable: break
    case CharacterTable.Special.expands:
      for result in table.expansion(of: scalar) { append(result, from: position) }
    case CharacterTable.Special.wideStop:
      wideStops.append(count)
      append(0x2E, from: position)
    case CharacterTable.Special.carriageReturn:
      let isPair = position + 1 < utf8.count && utf8[position + 1] == 0x0A
      if !isPair { append(UInt32(CharacterTable.lineBreak), from: position) }
    case CharacterTable.Special.bracket:
      if let end = glossEnd() {
        position = end
        // What joins does not reach back over the gloss.
        joinedUpTo = end
        return
      }
      append(0x28, from: position)
    case CharacterTable.Special.joins: return takeJoined()
    default: append(UInt32(entry), from: position)
    }
    position += width
  }

  /// Where the pinyin in brackets ends that stands at `position`; nil where there is none.
  private mutating func glossEnd() -> Int? {
    guard count > 0, cicu_is_han(scalars[count - 1]),
      let end = PinyinGloss.end(in: utf8, from: position, toneless: hasGlosses)
    else { return nil }
    hasGlosses = true
    return end
  }

  /// Adds one result, making room where there is none.
  mutating func append(_ scalar: UInt32, from offset: Int) {
    if count == scalars.count {
      let more = max(16, count / 2)
      scalars.append(contentsOf: repeatElement(0, count: more))
      offsets.append(contentsOf: repeatElement(0, count: more))
    }
    scalars[count] = scalar
    offsets[count] = Int32(clamping: offset)
    count += 1
  }

  /// The code point at a byte offset, and its width in bytes; U+FFFD of one byte for what is no UTF-8.
  func decode(at offset: Int) -> (scalar: UInt32, width: Int) {
    let lead = utf8[offset]
    let width = lead < 0x80 ? 1 : lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF8 ? 4 : 0
    guard width > 0, offset + width <= utf8.count else { return (UInt32(CharacterTable.replacement), 1) }
    if width == 1 { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for byte in utf8[(offset + 1)..<(offset + width)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (scalar, width)
  }
}
