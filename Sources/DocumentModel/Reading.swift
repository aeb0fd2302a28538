/// How the lexicons read a mention.
public enum Reading: Hashable, Sendable {
  /// Nothing is known but the written form.
  case surface
}
