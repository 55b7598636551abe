// Callers use requests, methods and header fields of HTTPTypes, and one import for each client should be enough.
@_exported public import HTTPTypes
