extension String {
  /// Whether the text ends with the bytes of another: what `hasSuffix` says where neither begins inside a character that is put
  /// together from several, as in Chinese. That one looks for the ends of characters, which takes a hundred times as long.
  package func hasByteSuffix(_ suffix: String) -> Bool {
    let count = suffix.utf8.count
    return utf8.count >= count && utf8.suffix(count).elementsEqual(suffix.utf8)
  }
}
