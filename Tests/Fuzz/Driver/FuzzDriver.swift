/// What libFuzzer calls with every input.
public typealias FuzzBody = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

private typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments>, _ body: FuzzBody
) -> CInt

/// Runs libFuzzer with a program's arguments until a limit is reached or an input crashes; gives the exit status.
///
/// Each fuzzer's entry is `@_cdecl("<name of the product>_main")`, the name that the package manager gives a program's start:
/// libFuzzer brings a `main` of its own, which would be another.
public func fuzz(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, _ body: FuzzBody
) -> CInt {
  var count = count
  var arguments = arguments
  return runDriver(&count, &arguments, body)
}
