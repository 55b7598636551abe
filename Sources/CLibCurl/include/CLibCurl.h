#ifndef APUS_CLIBCURL_H
#define APUS_CLIBCURL_H

#include <stdbool.h>
#include <stddef.h>

/// Takes the next bytes of a body; false ends the transfer.
typedef bool (*apus_curl_sink)(const char *bytes, size_t count, void *context);

/// The limits of one transfer, in seconds and bytes.
typedef struct {
    /// The time without a byte.
    long idle;
    /// The time of the whole transfer.
    long whole;
    /// The most bytes of a body whose length the server announces.
    long long bytes;
} apus_curl_limits;

/// The end of one transfer.
typedef struct {
    /// A CURLcode (libcurl-errors(3)); 0 for a complete body.
    int code;
    /// The status of the response; 0 without one.
    long status;
    /// The absolute address that a redirect names; NULL without one. To be released with free(), as the two after it.
    char *redirect;
    /// The values of the response's ETag and Last-Modified; NULL without one.
    char *etag;
    char *modified;
} apus_curl_outcome;

/// Loads the system's libcurl on first use.
bool apus_curl_load(void);

/// Gets one http or https address without following redirects. Only the body of a response with a status from 200 to 299 reaches the sink.
/// `etag` and `modified` are the values of If-None-Match and If-Modified-Since; NULL omits the header. Blocks; requires apus_curl_load().
apus_curl_outcome apus_curl_get(
    const char *address, const char *agent, const char *etag, const char *modified, apus_curl_limits limits,
    apus_curl_sink sink, void *context);

#endif
