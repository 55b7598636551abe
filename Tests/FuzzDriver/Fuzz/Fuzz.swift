import CLibFuzzer
import Foundation
import Fuzzing

/// The target that libFuzzer runs, by `FUZZ_TARGET`. libFuzzer brings `main`.
private let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "") ?? .generator

/// libFuzzer calls this for every input; inputs with another result than 0 are not kept, and a trap is a find.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    do { try target.check(bytes) } catch { fatalError("\(error)") }
    return 0
}

/// Documents are edited as trees, because byte edits rarely leave a valid document; other inputs, and some documents,
/// are mutated by libFuzzer.
@_cdecl("LLVMFuzzerCustomMutator")
public func customMutator(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ maximum: Int, _ seed: UInt32) -> Int {
    let bytes = Array(UnsafeBufferPointer(start: data, count: size))
    guard target == .generator, seed % 16 != 0, let tree = TextTree(parsing: bytes) else {
        return LLVMFuzzerMutate(data, size, maximum)
    }
    var mutation = TreeMutation(seed: UInt64(seed))
    let edited = Array(mutation.mutate(tree).json.utf8)
    guard edited.count <= maximum else { return LLVMFuzzerMutate(data, size, maximum) }
    _ = UnsafeMutableBufferPointer(start: data, count: maximum)[..<edited.count].update(fromContentsOf: edited)
    return edited.count
}
