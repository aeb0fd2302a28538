import DocumentModel

/// The bracket at a paragraph's end that says who wrote or edited it: `(记者 A)`, `(某镇党政办 A)`, `(责任编辑:A)`.
struct CreditReader {
  let names: PageNames
  let fields: PageFields

  /// The bracket with which a line ends, if it is a credit: its indices and zone. `last` says that nothing of the body
  /// follows, where a bare name is enough; elsewhere a role must stand in it.
  func credit(of line: FoldedText, last: Bool) -> [PagePiece]? {
    guard let close = line.scalars.lastIndex(where: { !$0.isBlank }), line[close] == code(")"),
      let open = line.scalars[..<close].lastIndex(of: code("(")), close - open <= 80
    else { return nil }
    let inside = open + 1..<close
    let whole = open..<close + 1
    if line.scalars[inside].elementsEqual([code("完")]) || line.scalars[inside].elementsEqual([code("续"), code("完")]) {
      return [PagePiece(kind: .furniture, range: whole, value: inside)]
    }
    if line.starts(with: [code("图"), code("为")], at: open + 1) { return nil }
    if var pieces = fields.pieces(of: line, in: inside), let first = pieces.first, let final = pieces.last {
      pieces[0].range = open..<first.range.upperBound
      pieces[pieces.count - 1].range = pieces[pieces.count - 1].range.lowerBound..<close + 1
      let byRole = pieces.contains { $0.kind == .author || $0.kind == .furniture || $0.value != $0.range }
      return last || byRole && !(final.kind == .date && pieces.count == 1) ? pieces : nil
    }
    if let role = names.role(line, open + 1, close) {
      let kind: PagePiece.Kind = role.label == .staff ? .furniture : .author
      return names.areNames(line, role.end..<close) ? [PagePiece(kind: kind, range: whole, value: inside)] : nil
    }
    guard last, isSignature(line, inside, afterStop: open > 0 && isStop(line[open - 1])) else { return nil }
    return [PagePiece(kind: .author, range: whole, value: inside)]
  }

  /// `某某单位 A B`: words of Chinese characters, the last of which is a name, a caption's 摄 excluded. A single word must
  /// follow a full stop.
  private func isSignature(_ line: FoldedText, _ range: Range<Int>, afterStop: Bool) -> Bool {
    let words = line.scalars[range].split { $0.isBlank || $0 == code("、") || $0 == code("/") || $0 == code(",") }
    guard let final = words.last, range.count <= 30 else { return false }
    guard words.allSatisfy({ word in word.allSatisfy { $0.isHan || $0 == code("·") } }) else { return false }
    if final.last == code("摄") || final.last == code("图") { return false }
    if names.isClosing(final) { return words.count > 1 }
    return names.isName(final) && (afterStop || words.count > 1)
  }

  private func isStop(_ scalar: UInt32) -> Bool {
    [code("。"), code("!"), code("?"), code("\"")].contains(scalar) || scalar.isBlank
  }
}
