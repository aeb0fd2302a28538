/// How long the parts of a program are.
struct ProgramSizes {
  let instructions: Int
  let captures: Int
  let elements: Int

  init(_ program: Program) {
    instructions = program.instructions.count
    captures = program.captures.count
    elements = program.elements.count
  }
}

/// A part of a program.
struct ProgramRange {
  let start: ProgramSizes
  let end: ProgramSizes
}

/// What a phrase is compiled to, to be put into programs; every number counts from its own start.
struct ProgramBlock {
  let instructions: [Instruction]
  /// -1 for the element the phrase stands in.
  let elementNumbers: [Int32]
  /// Without parent: directly in the element the phrase stands in.
  let elements: [ProgramElement]
  let captures: [String]

  /// The end of a program, from a place on; `element` is the one the phrase stands in, or -1.
  init(of program: Program, from start: ProgramSizes, inside element: Int) {
    instructions = program.instructions[start.instructions...].map {
      $0.moved(by: -start.instructions, captures: -start.captures)
    }
    elementNumbers = program.elementNumbers[start.instructions...].map {
      Int($0) == element ? -1 : $0 - Int32(start.elements)
    }
    elements = program.elements[start.elements...].map { part in
      let parent = part.parent.flatMap { $0 == element ? nil : $0 - start.elements }
      return ProgramElement(source: part.source, parent: parent, root: 0)
    }
    captures = Array(program.captures[start.captures...])
  }
}

extension Program {
  /// Puts a phrase at the end, inside an element (or -1).
  mutating func append(_ block: ProgramBlock, inside element: Int) {
    let sizes = ProgramSizes(self)
    for instruction in block.instructions {
      instructions.append(instruction.moved(by: sizes.instructions, captures: sizes.captures))
    }
    for number in block.elementNumbers {
      elementNumbers.append(number < 0 ? Int32(element) : number + Int32(sizes.elements))
    }
    for part in block.elements {
      let parent = part.parent.map { $0 + sizes.elements } ?? (element < 0 ? nil : element)
      let root = parent.map { elements[$0].root } ?? elements.count
      elements.append(ProgramElement(source: part.source, parent: parent, root: root))
    }
    captures += block.captures
  }

  /// Puts a part of itself at the end once more: its captures are new ones of the same names, its elements the same.
  mutating func appendCopy(of range: ProgramRange) {
    let distance = instructions.count - range.start.instructions
    let further = captures.count - range.start.captures
    instructions.reserveCapacity(instructions.count + range.end.instructions - range.start.instructions)
    for at in range.start.instructions..<range.end.instructions {
      instructions.append(instructions[at].moved(by: distance, captures: further))
      elementNumbers.append(elementNumbers[at])
    }
    for capture in range.start.captures..<range.end.captures { captures.append(captures[capture]) }
  }
}

extension Instruction {
  /// The same where instructions and captures are numbered from another place.
  fileprivate func moved(by distance: Int, captures: Int) -> Instruction {
    var moved = self
    switch operation {
    case .split:
      moved.a += Int32(distance)
      moved.b += Int32(distance)
    case .jump, .ahead: moved.a += Int32(distance)
    case .open, .close: moved.a += Int32(captures)
    case .edge, .word, .list, .characterClass, .skip, .sentenceStart, .sentenceEnd, .lookEnd, .behind, .accept: break
    }
    return moved
  }
}
