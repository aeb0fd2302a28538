import Glibc

/// Reads the command line, runs the command, and turns how that went into an exit status.
@main struct Program {
  static func main() {
    // A reader that stops reading shall be an error of `write`, not the end of the process.
    _ = signal(SIGPIPE, SIG_IGN)
    exit(ExitStatus.ofRunning { try Gongbao.runFromCommandLine() }.rawValue)
  }
}
