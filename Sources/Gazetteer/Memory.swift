#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes outside the heap of arrays that live as long as what reads them: a copy, or a file mapped into memory.
final class Memory: @unchecked Sendable {
  // Unchecked: nothing writes the bytes after creation.
  let base: UnsafeRawPointer
  let count: Int
  private let isMapped: Bool

  init(copying bytes: [UInt8]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 16, alignment: 16)
    buffer.copyBytes(from: bytes)
    base = UnsafeRawPointer(buffer.baseAddress.unsafelyUnwrapped)
    count = bytes.count
    isMapped = false
  }

  init(mapping file: String) throws(DataError) {
    let fd = open(file, O_RDONLY)
    guard fd >= 0 else { throw DataError(file: file, String(cString: strerror(errno))) }
    defer { close(fd) }
    let size = lseek(fd, 0, SEEK_END)
    guard size > 0 else { throw DataError(file: file, "not a compiled gazetteer: the file is empty") }
    guard let p = mmap(nil, Int(size), PROT_READ, MAP_PRIVATE, fd, 0), p != MAP_FAILED else {
      throw DataError(file: file, "cannot be mapped: \(String(cString: strerror(errno)))")
    }
    base = UnsafeRawPointer(p)
    count = Int(size)
    isMapped = true
  }

  deinit {
    let p = UnsafeMutableRawPointer(mutating: base)
    if isMapped { munmap(p, count) } else { p.deallocate() }
  }
}
