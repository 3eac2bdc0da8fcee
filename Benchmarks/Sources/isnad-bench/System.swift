#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The CPU time of this thread in seconds.
func cpuTime() -> Double {
  var t = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
  return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9
}

/// All bytes of a file.
func readFile(_ path: String) throws(Failure) -> [UInt8] {
  guard let f = fopen(path, "rb") else { throw Failure(message: "\(path): \(String(cString: strerror(errno)))") }
  defer { fclose(f) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let n = fread(&buffer, 1, buffer.count, f)
    if n == 0 { return bytes }
    bytes += buffer[..<n]
  }
}

/// Writes a line to standard error.
func warn(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(2, bytes, bytes.count)
}

/// Ends the program.
func stop(_ message: String, _ status: Int32) -> Never {
  if !message.isEmpty { warn(message) }
  exit(status)
}

/// What one run of a binary costs, from start to exit.
struct ProcessCost {
  /// CPU time, user and system, in milliseconds.
  var milliseconds: Double
  /// Peak resident memory in MB.
  var megabytes: Double

  /// The best of several runs of `BINARY annotate ARTICLE`, its output thrown away.
  static func best(of runs: Int, binary: String, article: String) throws(Failure) -> ProcessCost {
    var best = ProcessCost(milliseconds: .infinity, megabytes: .infinity)
    for _ in 0..<runs {
      let cost = try run(binary, ["annotate", "--jobs", "1", article])
      best.milliseconds = min(best.milliseconds, cost.milliseconds)
      best.megabytes = min(best.megabytes, cost.megabytes)
    }
    return best
  }

  private static func run(_ binary: String, _ arguments: [String]) throws(Failure) -> ProcessCost {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var argv: [UnsafeMutablePointer<CChar>?] = ([binary] + arguments).map { strdup($0) }
    argv.append(nil)
    defer { for p in argv { free(p) } }
    var pid: pid_t = 0
    let failed = posix_spawn(&pid, binary, &actions, nil, argv, environ)
    guard failed == 0 else { throw Failure(message: "\(binary): \(String(cString: strerror(failed)))") }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(pid, &status, 0, &usage) == pid, status == 0 else {
      let reason =
        status & 0x7F == 0 ? "failed with status \(status >> 8 & 0xFF)" : "was killed by signal \(status & 0x7F)"
      throw Failure(message: "'\(([binary] + arguments).joined(separator: " "))' \(reason)")
    }
    func seconds(_ t: timeval) -> Double { Double(t.tv_sec) + Double(t.tv_usec) * 1e-6 }
    return ProcessCost(
      milliseconds: (seconds(usage.ru_utime) + seconds(usage.ru_stime)) * 1000,
      megabytes: Double(usage.ru_maxrss) * 1024 / 1e6)
  }
}
