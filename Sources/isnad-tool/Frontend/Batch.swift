import Dispatch
import Isnad

/// Annotates inputs on several threads and hands the results over in input order.
struct Batch {
  let isnad: Isnad
  let jobs: Int

  init(_ isnad: Isnad, jobs: Int?) {
    self.isnad = isnad
    self.jobs = jobs ?? Files.processors
  }

  /// Annotates everything that `reader` reads; `body` answers whether to go on. Returns whether all inputs were read.
  func run(_ reader: inout InputReader, _ body: (Document) -> Bool) {
    let lanes = (0..<jobs).map { _ in Lane(isnad) }
    reader.each(jobs * 16) { inputs in
      let results = Results(count: inputs.count)
      if jobs == 1 || inputs.count == 1 {
        for k in inputs.indices { results.store(lanes[0].annotate(inputs[k]), at: k) }
      } else {
        let queue = Counter(limit: inputs.count)
        DispatchQueue.concurrentPerform(iterations: jobs) { lane in
          while let k = queue.next() { results.store(lanes[lane].annotate(inputs[k]), at: k) }
        }
      }
      for d in results.taken() where !body(d) { return false }
      return true
    }
  }
}

/// A worker that one thread uses at a time.
private final class Lane: @unchecked Sendable {
  // Unchecked: concurrentPerform gives each lane to one iteration.
  private var worker: Worker
  init(_ isnad: Isnad) { worker = isnad.makeWorker() }
  func annotate(_ input: Input) -> Document { worker.annotate(input) }
}

/// Hands out numbers to threads.
private final class Counter: @unchecked Sendable {
  private let lock = DispatchSemaphore(value: 1)
  private var value = 0
  private let limit: Int
  init(limit: Int) { self.limit = limit }
  func next() -> Int? {
    lock.wait()
    defer { lock.signal() }
    guard value < limit else { return nil }
    value += 1
    return value - 1
  }
}

/// Results in order, stored by any thread.
private final class Results: @unchecked Sendable {
  private let lock = DispatchSemaphore(value: 1)
  private var documents: [Document?]
  init(count: Int) { documents = Array(repeating: nil, count: count) }
  func store(_ d: Document, at k: Int) {
    lock.wait()
    documents[k] = d
    lock.signal()
  }
  func taken() -> [Document] { documents.compactMap { $0 } }
}
