/// Agreement of two ways to put items into clusters (Bagga and Baldwin's B-cubed).
///
/// Each item counts by the share of its own cluster that belongs with it: of the system's cluster
/// for precision, of the true one for recall.
struct BCubed: CustomStringConvertible {
  let precision: Double
  let recall: Double

  /// Measures items given as (true cluster, system's cluster).
  ///
  /// - Parameters:
  ///   - missed: items that the system lacks; their recall is 0.
  ///   - spurious: items that are none; their precision is 0.
  init(_ items: [(truth: String, system: String)], missed: Int = 0, spurious: Int = 0) {
    var truth: [String: Double] = [:]
    var system: [String: Double] = [:]
    var both: [[String]: Double] = [:]
    for item in items {
      truth[item.truth, default: 0] += 1
      system[item.system, default: 0] += 1
      both[[item.truth, item.system], default: 0] += 1
    }
    var (right, complete) = (0.0, 0.0)
    for (pair, count) in both.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      right += count * count / (system[pair[1]] ?? 1)
      complete += count * count / (truth[pair[0]] ?? 1)
    }
    precision = right / Double(max(1, items.count + spurious))
    recall = complete / Double(max(1, items.count + missed))
  }

  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  var description: String {
    func short(_ value: Double) -> String { String(Int((value * 1000).rounded())) }
    return "P \(short(precision)) R \(short(recall)) F1 \(short(f1)) per mille"
  }
}
