// libcurl is loaded when the first file is fetched, and no header of it is needed to build: the tool links nothing beyond libc, and every
// machine with a Swift toolchain has the library (SwiftPM and Foundation link it on Linux, macOS ships it). The numbers below are those of
// curl/curl.h; they are part of libcurl's stable interface (https://curl.se/libcurl/abi.html).
#include "CLibCurl.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef struct apus_curl_handle apus_curl_handle;

enum {
    GLOBAL_DEFAULT = 3,

    OPTION_TIMEOUT = 13,
    OPTION_LOW_SPEED_LIMIT = 19,
    OPTION_LOW_SPEED_TIME = 20,
    OPTION_FOLLOWLOCATION = 52,
    OPTION_CONNECTTIMEOUT = 78,
    OPTION_NOSIGNAL = 99,
    OPTION_PROTOCOLS = 181,
    OPTION_WRITEDATA = 10001,
    OPTION_URL = 10002,
    OPTION_USERAGENT = 10018,
    OPTION_ACCEPT_ENCODING = 10102,
    OPTION_WRITEFUNCTION = 20011,
    OPTION_MAXFILESIZE_LARGE = 30117,

    PROTOCOL_HTTP = 1,
    PROTOCOL_HTTPS = 2,

    INFO_RESPONSE_CODE = 0x200002,
    INFO_REDIRECT_URL = 0x10001F,
};

static int (*global_init)(long);
static apus_curl_handle *(*easy_init)(void);
static int (*easy_setopt)(apus_curl_handle *, int, ...);
static int (*easy_perform)(apus_curl_handle *);
static int (*easy_getinfo)(apus_curl_handle *, int, ...);
static void (*easy_cleanup)(apus_curl_handle *);

#ifdef __APPLE__
static const char *const names[] = {"/usr/lib/libcurl.4.dylib"};
#else
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif

bool apus_curl_load(void) {
    if (easy_cleanup) return true;
    void *library = NULL;
    for (size_t index = 0; !library && index < sizeof(names) / sizeof(names[0]); index++) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    }
    if (!library) return false;
    *(void **)&global_init = dlsym(library, "curl_global_init");
    *(void **)&easy_init = dlsym(library, "curl_easy_init");
    *(void **)&easy_setopt = dlsym(library, "curl_easy_setopt");
    *(void **)&easy_perform = dlsym(library, "curl_easy_perform");
    *(void **)&easy_getinfo = dlsym(library, "curl_easy_getinfo");
    void *cleanup = dlsym(library, "curl_easy_cleanup");
    if (!global_init || !easy_init || !easy_setopt || !easy_perform || !easy_getinfo || !cleanup) return false;
    if (global_init(GLOBAL_DEFAULT) != 0) return false;
    *(void **)&easy_cleanup = cleanup;
    return true;
}

typedef struct {
    apus_curl_handle *handle;
    apus_curl_sink sink;
    void *context;
    /// Bytes of bodies that nobody reads.
    size_t ignored;
} transfer;

/// The body of a redirect is read to its end, because libcurl names the redirect's address only then, but not one without end.
static const size_t ignored_limit = 1 << 20;

static size_t receive(char *bytes, size_t size, size_t count, void *context) {
    transfer *running = context;
    size_t length = size * count;
    long status = 0;
    easy_getinfo(running->handle, INFO_RESPONSE_CODE, &status);
    if (status >= 200 && status < 300) return running->sink(bytes, length, running->context) ? length : 0;
    running->ignored += length;
    return status >= 300 && status < 400 && running->ignored <= ignored_limit ? length : 0;
}

apus_curl_outcome apus_curl_get(
    const char *address, const char *agent, apus_curl_limits limits, apus_curl_sink sink, void *context) {
    apus_curl_outcome outcome = {.code = 2, .status = 0, .redirect = NULL};
    apus_curl_handle *handle = easy_init();
    if (!handle) return outcome;
    transfer running = {.handle = handle, .sink = sink, .context = context, .ignored = 0};
    easy_setopt(handle, OPTION_URL, address);
    easy_setopt(handle, OPTION_USERAGENT, agent);
    easy_setopt(handle, OPTION_PROTOCOLS, (long)(PROTOCOL_HTTP | PROTOCOL_HTTPS));
    easy_setopt(handle, OPTION_FOLLOWLOCATION, 0L);
    easy_setopt(handle, OPTION_ACCEPT_ENCODING, "");
    easy_setopt(handle, OPTION_NOSIGNAL, 1L);
    easy_setopt(handle, OPTION_CONNECTTIMEOUT, limits.idle);
    easy_setopt(handle, OPTION_LOW_SPEED_LIMIT, 1L);
    easy_setopt(handle, OPTION_LOW_SPEED_TIME, limits.idle);
    easy_setopt(handle, OPTION_TIMEOUT, limits.whole);
    easy_setopt(handle, OPTION_MAXFILESIZE_LARGE, limits.bytes);
    easy_setopt(handle, OPTION_WRITEFUNCTION, receive);
    easy_setopt(handle, OPTION_WRITEDATA, &running);
    outcome.code = easy_perform(handle);
    easy_getinfo(handle, INFO_RESPONSE_CODE, &outcome.status);
    const char *redirect = NULL;
    easy_getinfo(handle, INFO_REDIRECT_URL, &redirect);
    if (redirect) outcome.redirect = strdup(redirect);
    easy_cleanup(handle);
    return outcome;
}
