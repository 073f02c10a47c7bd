#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Synchronization

/// A file whose bytes are read from disk when they are looked at, and may be forgotten again.
///
/// Programs that save a file write a new one in its place, and the mapping keeps the old one. Who shortens
/// the file itself meanwhile ends the process; so only files too large to be copied are mapped.
final class MappedFile: Sendable {
  /// The bytes; they last as long as this object.
  // Nobody ever writes to them, so tasks may share them.
  nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
  private let looks = Atomic<Int>(0)

  /// Maps a file; `nil` where the system cannot.
  init?(_ descriptor: Int32, count: Int) {
    guard count > 0, let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self), count: count)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// Says that some bytes were looked at by themselves.
  ///
  /// The system maps up to sixteen pages for one; every hundredth look gives all of that back.
  func looked() {
    if looks.wrappingAdd(1, ordering: .relaxed).newValue % 100 == 0 { forget(0..<bytes.count) }
  }

  /// Gives back the memory of the pages that lie wholly within some bytes; they can be read again.
  func forget(_ range: Range<Int>) {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let first = (range.lowerBound + page - 1) / page * page
    // The last page of a file is whole although its bytes end earlier.
    let last = range.upperBound == bytes.count ? bytes.count : range.upperBound / page * page
    guard first < last, let base = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else {
      return
    }
    madvise(base + first, last - first, MADV_DONTNEED)
  }
}
