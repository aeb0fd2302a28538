/// A tar archive made in memory, member by member, with any name, size and kind that a header can say.
struct TarFile {
  private(set) var bytes: [UInt8] = []

  /// `size` is what the header says where that differs from the data.
  mutating func add(
    _ path: String, _ data: [UInt8], kind: UInt8 = UInt8(ascii: "0"), link: String = "", size: Int? = nil
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: some Sequence<UInt8>, at offset: Int) {
      for (index, byte) in text.enumerated() where offset + index < 512 { header[offset + index] = byte }
    }
    func octal(_ value: Int, _ digits: Int) -> [UInt8] {
      let text = String(value, radix: 8)
      return Array((String(repeating: "0", count: max(0, digits - text.count)) + text).utf8)
    }
    put(Array(path.utf8).prefix(100), at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(0, 7), at: 108)
    put(octal(0, 7), at: 116)
    put(octal(size ?? data.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    put(Array(repeating: 0x20, count: 8), at: 148)
    put([kind], at: 156)
    put(Array(link.utf8).prefix(100), at: 157)
    put("ustar\u{0}00".utf8, at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + [0, 0x20], at: 148)
    bytes += header
    bytes += data
    bytes += [UInt8](repeating: 0, count: (512 - data.count % 512) % 512)
  }

  /// With the two blocks of zeros at the end.
  var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
}
