#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard error without Foundation.
enum FileHandleError {
  static func write(_ s: String) {
    let bytes = Array(s.utf8)
    var done = 0
    while done < bytes.count {
      let n = bytes[done...].withUnsafeBytes { p in p.baseAddress.map { systemWrite($0, p.count) } ?? 0 }
      if n <= 0 { return }
      done += n
    }
  }

  private static func systemWrite(_ p: UnsafeRawPointer, _ n: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(2, p, n)
    #else
      Darwin.write(2, p, n)
    #endif
  }
}
