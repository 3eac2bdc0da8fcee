#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures whether work grows in proportion to its input.
public enum Growth {
  /// The time of `work` on an input four times as large, in multiples of its time on `size`: about 4 for linear work, 16 for
  /// quadratic. The time is that of this thread's processor, and the least of two runs, so that a busy machine disturbs it little.
  public static func factor(_ size: Int, _ work: (Int) -> Void) -> Double {
    func time(_ n: Int) -> Double {
      (0..<2).map { _ in
        let start = now()
        work(n)
        return now() - start
      }.min() ?? 0
    }
    work(size / 4 + 1)
    return time(size * 4) / max(time(size), 1e-6)
  }

  /// The seconds that this thread has run.
  private static func now() -> Double {
    var t = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t)
    return Double(t.tv_sec) + Double(t.tv_nsec) * 1e-9
  }
}
