/// A list that is filled, read and emptied many times, without checks for sharing at every step.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var storage: UnsafeMutablePointer<Element>
  private var capacity: Int
  /// How many elements there are.
  private(set) var count = 0

  init(capacity: Int = 1024) {
    self.capacity = max(capacity, 1)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    storage[count] = element
    count += 1
  }

  mutating func removeAll() { count = 0 }

  /// The elements from one index to another, as an array of exactly that size.
  @inline(__always)
  func array(from start: Int, to end: Int) -> [Element] {
    precondition(start >= 0 && start <= end && end <= count)
    return Array(UnsafeBufferPointer(start: storage + start, count: end - start))
  }

  /// The elements from one index to another, until another one is added.
  @inline(__always)
  func elements(from start: Int, to end: Int) -> UnsafeBufferPointer<Element> {
    precondition(start >= 0 && start <= end && end <= count)
    return UnsafeBufferPointer(start: storage + start, count: end - start)
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity *= 2
  }
}
