import CICU

/// Facts about the ICU library in use.
public enum ICU {
  /// The version of the library that is loaded: `72.1`. Word breaks differ between versions.
  public static var version: String {
    var text = [CChar](repeating: 0, count: 32)
    cicu_version(&text)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension SegmentationError {
  /// Throws unless the call went well.
  static func check(_ status: cicu_status, _ service: Service) throws(SegmentationError) {
    switch status {
    case .ok: return
    case .noData: throw .missingData(service)
    case .noMemory: throw .outOfMemory(service)
    case .tooSmall, .failed: throw .failed(service)
    }
  }
}

/// An open ICU break iterator, closed with the value. Not `Sendable`: one thread at a time.
final class BreakIterator {
  private let breaks: OpaquePointer

  init(_ kind: cicu_break_kind) throws(SegmentationError) {
    let service: SegmentationError.Service = kind == .words ? .wordBreaks : .sentenceBreaks
    var status = cicu_status.ok
    let opened = cicu_breaks_open(kind, &status)
    try SegmentationError.check(status, service)
    guard let opened else { throw .failed(service) }
    breaks = opened
  }

  deinit { cicu_breaks_close(breaks) }

  /// Calls `body` with every break after the start of the text, its end included, in UTF-16 units. Where ICU refuses the
  /// text, its end is the only break.
  func forEachBreak(in units: UnsafeBufferPointer<UInt16>, _ body: (Int) -> Void) {
    guard let base = units.baseAddress, let length = Int32(exactly: units.count), length > 0 else { return }
    // `base` is valid for the whole call, and the iterator is given another text before it is used again.
    guard cicu_breaks_set_text(breaks, base, length) == .ok else { return body(units.count) }
    while case let next = cicu_breaks_next(breaks), next >= 0 { body(Int(next)) }
  }
}
