// Callers name the types of models, requests, methods and header fields: one import per vendor must be
// enough.
@_exported public import ApusCodec
@_exported public import HTTPTypes
