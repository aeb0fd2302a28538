import Glibc
import KnowledgeGraph

/// The lines of an input that a command names, `-` being standard input, and where the last of them stands.
final class InputLines {
  private let lines: LineReader
  private let name: String
  private var number = 0

  init(_ input: String) throws(FileError) {
    lines = input == "-" ? LineReader(standardInput: ()) : try LineReader(path: input)
    name = input == "-" ? "standard input" : input
  }

  func next() throws(FileError) -> [UInt8]? {
    number += 1
    return try lines.next()
  }

  /// `north.jsonl:12`.
  var place: String { "\(name):\(number)" }

  /// What `body` makes of the last line; an error ends the command with the line's place.
  func locating<T>(_ body: () throws(GraphError) -> T) throws(Failure) -> T {
    do throws(GraphError) {
      return try body()
    } catch {
      throw Failure(.fault, "\(place): \(error)")
    }
  }

  /// Stops where none of the inputs exists; one that is missing among others is a failed input.
  static func requireOne(of inputs: [String]) throws(Failure) {
    guard !inputs.contains(where: { $0 == "-" || access($0, F_OK) == 0 }) else { return }
    for input in inputs { Console.error("\(input): does not exist — check the path") }
    throw Failure(.wrongUsage)
  }
}
