/// A list of lists that lies in memory in one piece, however many and short they are.
struct Runs<Element: Sendable>: Sendable {
  /// What all lists hold, one after the other.
  private(set) var elements: [Element] = []
  private var ends: [Int32] = []

  init() {}

  /// - Parameter ends: Where each list ends among all elements.
  init(_ elements: [Element], ends: [Int32]) { (self.elements, self.ends) = (elements, ends) }

  var count: Int { ends.count }

  /// Where among all elements a list lies.
  func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  subscript(index: Int) -> ArraySlice<Element> { elements[range(of: index)] }

  /// Puts an element at the end of the open list.
  mutating func append(_ element: Element) { elements.append(element) }

  /// Makes a list of the elements that are open; the next ones belong to another.
  mutating func close() { ends.append(Int32(elements.count)) }

  /// Forgets all lists and keeps their room.
  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func reserve(elements: Int, lists: Int) {
    self.elements.reserveCapacity(elements)
    ends.reserveCapacity(lists)
  }
}
