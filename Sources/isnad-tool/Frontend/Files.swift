#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a file could not be read or written.
struct FileError: Error, CustomStringConvertible {
  var description: String
}

/// Reading and writing of files without Foundation.
enum Files {
  /// All bytes of a file, or of standard input for `-`; with `limit` only the first ones.
  static func read(_ path: String, limit: Int = .max) throws(FileError) -> [UInt8] {
    if path == "-" { return try read(descriptor: 0, size: 0, limit, name: "standard input") }
    let fd = open(path, O_RDONLY)
    guard fd >= 0 else { throw FileError(description: "\(path): \(reason())") }
    defer { close(fd) }
    var info = stat()
    guard fstat(fd, &info) == 0 else { throw FileError(description: "\(path): \(reason())") }
    guard info.st_mode & S_IFMT != S_IFDIR else { throw FileError(description: "\(path): is a directory, not a file") }
    return try read(descriptor: fd, size: Int(info.st_size), limit, name: path)
  }

  private static func read(descriptor: Int32, size: Int, _ limit: Int, name: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if n < 0, errno == EINTR { continue }
      guard n >= 0 else { throw FileError(description: "\(name): \(reason())") }
      bytes += buffer[..<min(n, limit - bytes.count)]
      if n == 0 || bytes.count == limit { return bytes }
    }
  }

  private static func systemRead(_ fd: Int32, _ p: UnsafeMutableRawPointer?, _ n: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(fd, p, n)
    #else
      Darwin.read(fd, p, n)
    #endif
  }

  /// Writes all bytes to a descriptor; false where the reader has gone.
  @discardableResult
  static func write(_ bytes: [UInt8], to fd: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let n = bytes[done...].withUnsafeBytes { systemWrite(fd, $0.baseAddress, $0.count) }
      if n < 0, errno == EINTR { continue }
      if n <= 0 { return false }
      done += n
    }
    return true
  }

  private static func systemWrite(_ fd: Int32, _ p: UnsafeRawPointer?, _ n: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(fd, p, n)
    #else
      Darwin.write(fd, p, n)
    #endif
  }

  /// Writes a file, whole or not at all.
  static func save(_ bytes: [UInt8], as path: String) throws(FileError) {
    let draft = path + ".part"
    let fd = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard fd >= 0 else { throw FileError(description: "\(draft): \(reason())") }
    let done = write(bytes, to: fd)
    close(fd)
    guard done, rename(draft, path) == 0 else { throw FileError(description: "\(path): \(reason())") }
  }

  /// Makes a folder where there is none.
  static func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw FileError(description: "\(path): \(reason())") }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) -> [String] {
    guard let d = opendir(folder) else { return [] }
    defer { closedir(d) }
    var names: [String] = []
    while let entry = readdir(d) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { p in
        p.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  /// Writes a line to standard error.
  static func warn(_ message: String) { write(Array((message + "\n").utf8), to: 2) }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ fd: Int32) -> Bool { isatty(fd) == 1 }

  /// The seconds of processor time that the process has used.
  static var processorTime: Double {
    var t = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) / 1e9
  }

  /// The number of processors.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
