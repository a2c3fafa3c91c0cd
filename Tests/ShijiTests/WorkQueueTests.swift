import Synchronization
import Testing

@testable import Shiji

struct WorkQueueTests {
  @Test(arguments: [1, 2, 5])
  func keepsTheOrder(_ jobs: Int) {
    var given = 0
    var received: [Int] = []
    let queue = WorkQueue<Int, Int>(
      window: 4,
      next: {
        given += 1
        return given <= 500 ? given : nil
      },
      work: { value in
        var sum = 0
        for step in 0..<(value * 37 % 1000) { sum &+= step }
        return sum == -1 ? 0 : value
      },
      deliver: {
        received.append($0)
        return true
      })
    queue.run(jobs: jobs)
    #expect(received == Array(1...500))
  }

  @Test(arguments: [1, 3])
  func holdsNoMoreThanTheWindow(_ jobs: Int) {
    let open = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    var given = 0
    let queue = WorkQueue<Int, Int>(
      window: 3,
      next: {
        given += 1
        let now = open.add(1, ordering: .relaxed).newValue
        most.max(now, ordering: .relaxed)
        return given <= 200 ? given : nil
      },
      work: { $0 },
      deliver: { _ in
        open.subtract(1, ordering: .relaxed)
        return true
      })
    queue.run(jobs: jobs)
    #expect(most.load(ordering: .relaxed) <= 3)
  }

  @Test(arguments: [1, 3])
  func stopsWhenNobodyTakesResults(_ jobs: Int) {
    var received = 0
    let queue = WorkQueue<Int, Int>(
      window: 2, next: { 1 }, work: { $0 },
      deliver: { _ in
        received += 1
        return received < 10
      })
    queue.run(jobs: jobs)
    #expect(received == 10)
  }
}
