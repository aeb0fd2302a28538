public import DocumentModel
import FoundationEssentials

/// Reads back the lines that ``ExtractionJSON`` writes.
public enum ExtractionReader {
  /// The extraction of one line.
  ///
  /// Fields this version does not know are ignored. Regions of the article are not part of the form and come back empty.
  public static func extraction(from line: [UInt8]) throws(ExtractionError) -> Extraction {
    let record: ExtractionRecord
    do {
      record = try JSONDecoder().decode(ExtractionRecord.self, from: Data(line))
    } catch let error as DecodingError {
      throw ExtractionError(error)
    } catch {
      throw ExtractionError(what: "no JSON object")
    }
    guard record.schema == ExtractionJSON.schema else {
      throw ExtractionError(what: "schema \(record.schema) where \(ExtractionJSON.schema) is read")
    }
    return try record.extraction()
  }
}

/// Why a line is no extraction.
public struct ExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: `relations[0].subject is missing`.
  public var what: String

  init(what: String) { self.what = what }

  init(_ error: DecodingError) {
    switch error {
    case .keyNotFound(let key, let context): what = "\(Self.name(context.codingPath + [key])) is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      what = "\(Self.name(context.codingPath)) has the wrong type"
    case .dataCorrupted(let context) where context.codingPath.isEmpty: what = "no JSON object"
    case .dataCorrupted(let context): what = "\(Self.name(context.codingPath)) has a value that is not known"
    @unknown default: what = "no extraction"
    }
  }

  public var description: String { "\(what) — give a line written by gongbao extract" }

  private static func name(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "the line" }
    var name = ""
    for key in path {
      if let index = key.intValue {
        name += "[\(index)]"
      } else {
        name += name.isEmpty ? key.stringValue : "." + key.stringValue
      }
    }
    return name
  }
}
