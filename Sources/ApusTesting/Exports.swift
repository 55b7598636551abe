// Recordings are a part of this library's interface; they are a module of their own for tools that record without Swift Testing.
@_exported public import ApusRecording
