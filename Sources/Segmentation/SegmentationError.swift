/// Why ICU could not be put to use. Text never causes one: it is about the machine the program runs on.
public enum SegmentationError: Error, Hashable, Sendable {
  /// What ICU was asked for.
  public enum Service: String, Hashable, Sendable { case normalization, wordBreaks, sentenceBreaks }

  /// ICU's data is missing or belongs to another version of the library.
  case missingData(Service)
  case outOfMemory(Service)
  /// ICU refused for another reason.
  case failed(Service)
}
