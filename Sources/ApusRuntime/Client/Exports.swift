// Requests, methods and header fields are part of what callers write, and one import per vendor must be enough.
@_exported public import HTTPTypes
