#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How many cores there are.
enum ProcessorCount {
  /// The cores that are switched on.
  static var active: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
