#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ends the program with a status.
func exitProgram(_ status: Int32) -> Never { exit(status) }
