internal import Synchronization

/// An include that shows one record, such as a product's card, and depends on nothing else but plain values.
///
/// Pages have one in common when they include the same file for a record of the same schema.
final class Fragment: Sendable {}

/// A fragment in a program. Paths are indices of the program's.
struct CompiledFragment: Sendable {
  let fragment: Fragment
  let record: UInt32
  let inputs: [UInt32]
}

/// What fragments have made of a record that many pages show.
///
/// Rendering is still a function of its values: markup is used again only where all that it depends on is equal.
final class FragmentMemory: Sendable {
  private struct Entry {
    let fragment: Fragment
    let inputs: [Value]
    let markup: [UInt8]
  }

  private let entries = Mutex<[Entry]>([])

  /// Of one record. There are few: pictures load at once or when they are scrolled to, a theme is edited.
  private static let mostEntries = 4

  /// Appends what is remembered of the fragment. False, with nothing appended, when nothing is.
  /// - Parameter areInputs: whether the fragment's inputs are equal to these.
  func append(_ fragment: Fragment, to buffer: inout OutputBuffer, where areInputs: ([Value]) -> Bool) -> Bool {
    entries.withLock { entries in
      for index in entries.indices where entries[index].fragment === fragment && areInputs(entries[index].inputs) {
        entries[index].markup.withUnsafeBufferPointer { buffer.append($0) }
        return true
      }
      return false
    }
  }

  func remember(_ fragment: Fragment, _ inputs: [Value], _ markup: UnsafeBufferPointer<UInt8>) {
    let entry = Entry(fragment: fragment, inputs: inputs, markup: Array(markup))
    entries.withLock { entries in
      if entries.count == Self.mostEntries { entries.removeFirst() }
      entries.append(entry)
    }
  }
}

extension Renderer {
  /// The memory of the fragment's record, if many pages show that.
  private func memory(_ fragment: CompiledFragment, _ frame: Frame) -> FragmentMemory? {
    guard let record = try? follow(fragment.record, frame), case .record(let record) = record.pointee else {
      return nil
    }
    return record.storage.memory
  }

  /// Appends what the fragment's record remembers of it. False, with nothing appended, when that is nothing.
  @inline(never)  // Would make the renderer's loop slower.
  func recall(_ index: UInt32, _ frame: Frame, _ buffer: inout OutputBuffer) -> Bool {
    let fragment = program.fragments[Int(index)]
    guard let memory = memory(fragment, frame) else { return false }
    return memory.append(fragment.fragment, to: &buffer) { known in areInputs(known, of: fragment, frame) }
  }

  private func areInputs(_ known: [Value], of fragment: CompiledFragment, _ frame: Frame) -> Bool {
    known.withUnsafeBufferPointer { known in
      for index in known.indices {
        guard let value = try? follow(fragment.inputs[index], frame) else { return false }
        if !Value.areSamePlain(value, known.baseAddress! + index) { return false }
      }
      return true
    }
  }

  /// Lets the fragment's record remember the markup after `mark`, unless it depends on more than plain values.
  @inline(never)
  func remember(_ index: UInt32, _ frame: Frame, _ buffer: borrowing OutputBuffer, from mark: Int) {
    let fragment = program.fragments[Int(index)]
    guard let memory = memory(fragment, frame) else { return }
    var inputs: [Value] = []
    for path in fragment.inputs {
      guard let value = try? follow(path, frame), Value.areSamePlain(value, value) else { return }
      inputs.append(value.pointee)
    }
    memory.remember(
      fragment.fragment, inputs, UnsafeBufferPointer(start: buffer.start + mark, count: buffer.count - mark))
  }
}

extension Value {
  /// Whether both are the same value that is no list, map or record.
  fileprivate static func areSamePlain(_ a: UnsafePointer<Value>, _ b: UnsafePointer<Value>) -> Bool {
    switch a.pointee {
    case .undefined: if case .undefined = b.pointee { true } else { false }
    case .none: if case .none = b.pointee { true } else { false }
    case .bool(let flag): if case .bool(flag) = b.pointee { true } else { false }
    case .int(let number): if case .int(number) = b.pointee { true } else { false }
    case .string(let text): if case .string(let other) = b.pointee { text.hasSameScalars(as: other) } else { false }
    case .html(let text): if case .html(let other) = b.pointee { text.hasSameScalars(as: other) } else { false }
    case .url(let text): if case .url(let other) = b.pointee { text.hasSameScalars(as: other) } else { false }
    case .srcset(let text): if case .srcset(let other) = b.pointee { text.hasSameScalars(as: other) } else { false }
    case .float, .list, .map, .record: false
    }
  }
}
