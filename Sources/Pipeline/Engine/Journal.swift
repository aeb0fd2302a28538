/// What a run has written so far, entry by entry, so that a killed run can go on where it was.
///
/// A text file beside the output: a line that names the run, then one line an input. An entry is only written when the
/// output it speaks of is on the disk; a line cut off by a crash is ignored.
public struct JournalEntry: Hashable, Sendable {
  /// Of the input: an input that is another one now is read again.
  public var input: ContentHash
  /// Length of the output with this input's part, in bytes.
  public var end: Int
  /// Nil for an input that failed.
  public var read: Read?

  /// What is needed of an article to go on after it without reading it again.
  public struct Read: Hashable, Sendable {
    public var text: ContentHash
    public var signature: TextSignature?
    public var counts: ReadCounts
  }
}

extension ArticleResult {
  /// What this result adds to the output: nothing where the input failed.
  public var output: [UInt8] { if case .read(let article) = outcome { article.output } else { [] } }

  /// The entry for this result, written behind `length` bytes of output.
  public func entry(after length: Int) -> JournalEntry {
    guard case .read(let article) = outcome else { return JournalEntry(input: input, end: length) }
    return JournalEntry(
      input: input, end: length + article.output.count,
      read: JournalEntry.Read(text: article.text, signature: article.signature, counts: article.counts))
  }
}

extension JournalEntry {
  /// One line with its line break.
  var line: String {
    var fields = [input.hexadecimal, String(end)]
    if let read {
      let counts = read.counts
      fields += [
        read.text.hexadecimal,
        read.signature.map { $0.samples.map { hexadecimalDigits(UInt64($0), count: 2) }.joined() } ?? "-",
      ]
      fields += [
        counts.textBytes, counts.mentions, counts.entities, counts.relations, counts.duplicates, counts.diagnostics,
      ].map(String.init)
    }
    return fields.joined(separator: " ") + " .\n"
  }

  /// Nil for a line that is not whole.
  init?(line: Substring) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard fields.count == 3 || fields.count == 11, fields.last == ".", let input = ContentHash(hexadecimal: fields[0]),
      let end = Int(fields[1])
    else { return nil }
    var read: Read?
    if fields.count == 11 {
      let numbers = fields[4..<10].compactMap { Int($0) }
      guard numbers.count == 6, let text = ContentHash(hexadecimal: fields[2]) else { return nil }
      var counts = ReadCounts()
      counts.articles = 1
      counts.textBytes = numbers[0]
      counts.mentions = numbers[1]
      counts.entities = numbers[2]
      counts.relations = numbers[3]
      counts.duplicates = numbers[4]
      counts.diagnostics = numbers[5]
      var signature: TextSignature?
      if fields[3] != "-" {
        guard let samples = Self.bytes(fields[3]), samples.count == TextSignature.buckets else { return nil }
        signature = TextSignature(samples: samples)
      }
      read = Read(text: text, signature: signature, counts: counts)
    }
    self.init(input: input, end: end, read: read)
  }

  private static func bytes(_ digits: Substring) -> [UInt8]? {
    let utf8 = Array(digits.utf8)
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: utf8.count - 1, by: 2) {
      guard let byte = UInt8(String(decoding: utf8[index..<index + 2], as: UTF8.self), radix: 16) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }
}

extension ContentHash {
  /// 32 digits.
  public var hexadecimal: String {
    hexadecimalDigits(high, count: 16) + hexadecimalDigits(low, count: 16)
  }

  init?(hexadecimal text: Substring) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16),
      let low = UInt64(text.dropFirst(16), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}

private func hexadecimalDigits(_ value: UInt64, count: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
}
