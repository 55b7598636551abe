// The C library of the platform. This is the only file that imports it: where a platform is added, or what a module takes from the C
// library is looked at, this is the only file to look at. Re-exported, so that calls cost what they cost without this module.
#if canImport(Darwin)
    @_exported public import Darwin
#elseif canImport(Glibc)
    @_exported public import Glibc
#elseif canImport(Musl)
    @_exported public import Musl
#endif
