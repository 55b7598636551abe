// What models are made of is part of what callers write, and so are requests, methods and header fields: one import per vendor must be
// enough.
@_exported public import ApusCodec
@_exported public import HTTPTypes
