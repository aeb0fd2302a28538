import ArgumentParser
import KnowledgeGraph

/// How the program ends: all its exit codes, and which error means which.
enum ExitStatus: CInt {
  case done = 0
  /// Everything else was done; each failed input is named on standard error.
  case someInputsFailed = 1
  /// Wrong usage, no input that exists, or an output that cannot be started.
  case wrongUsage = 2
  case brokenLexicons = 3
  /// A fault of the program or of the system under it.
  case fault = 70

  /// Runs a command, says what went wrong, and gives the status to exit with.
  static func ofRunning(_ command: () throws -> Void) -> ExitStatus {
    do {
      try command()
      return .done
    } catch let failure as Failure {
      if let message = failure.message { Console.error(message) }
      return failure.status
    } catch let error as FileError {
      // Whoever read our output has seen enough (`| head`).
      guard !error.isClosedPipe else { return .done }
      Console.error("\(error)")
      return .fault
    } catch let error as GraphError {
      Console.error("\(error)")
      if case .targetTaken = error { return .wrongUsage }
      return .fault
    } catch {
      return ofParsing(error)
    }
  }

  /// What ArgumentParser throws: help that was asked for, or a command line it cannot read (its 64 is our 2).
  private static func ofParsing(_ error: any Error) -> ExitStatus {
    let message = Gongbao.fullMessage(for: error)
    switch Gongbao.exitCode(for: error) {
    case .success:
      return ofRunning { try Console.print(message) }
    case .validationFailure:
      Console.error(message.hasPrefix("Error: ") ? String(message.dropFirst("Error: ".count)) : message)
      return .wrongUsage
    default:
      Console.error(message)
      return .fault
    }
  }
}

/// Ends a command with a status, and with a message where nothing has been said yet.
struct Failure: Error {
  var status: ExitStatus
  /// What is wrong and what to do about it: `PLACE: WHAT — REMEDY`.
  var message: String?

  init(_ status: ExitStatus, _ message: String? = nil) {
    self.status = status
    self.message = message
  }
}
