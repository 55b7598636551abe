// libcurl is loaded when the first file is fetched, and no header of it is needed to build: the tool links nothing beyond libc, and every
// machine with a Swift toolchain has the library (SwiftPM and Foundation link it on Linux, macOS ships it). The numbers below are those of
// curl/curl.h; they are part of libcurl's stable interface (https://curl.se/libcurl/abi.html).
#include "CLibCurl.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

typedef struct apus_curl_handle apus_curl_handle;
typedef struct apus_curl_list apus_curl_list;

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
    OPTION_HTTPHEADER = 10023,
    OPTION_HEADERDATA = 10029,
    OPTION_ACCEPT_ENCODING = 10102,
    OPTION_WRITEFUNCTION = 20011,
    OPTION_HEADERFUNCTION = 20079,
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
static apus_curl_list *(*list_append)(apus_curl_list *, const char *);
static void (*list_free)(apus_curl_list *);

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
    *(void **)&list_append = dlsym(library, "curl_slist_append");
    *(void **)&list_free = dlsym(library, "curl_slist_free_all");
    void *cleanup = dlsym(library, "curl_easy_cleanup");
    if (!global_init || !easy_init || !easy_setopt || !easy_perform || !easy_getinfo || !cleanup) return false;
    if (!list_append || !list_free) return false;
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
    /// The validators of the response.
    char *etag;
    char *modified;
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

/// The value of a header line with this name, without the blanks around it; NULL for another name. To be released with free().
static char *value_of(const char *name, const char *line, size_t length) {
    size_t start = strlen(name);
    if (length <= start || strncasecmp(line, name, start) != 0 || line[start] != ':') return NULL;
    start += 1;
    while (start < length && strchr(" \t", line[start])) start += 1;
    while (length > start && strchr(" \t\r\n", line[length - 1])) length -= 1;
    return strndup(line + start, length - start);
}

static void keep(char **place, char *value) {
    if (!value) return;
    free(*place);
    *place = value;
}

static size_t take_header(char *line, size_t size, size_t count, void *context) {
    transfer *running = context;
    size_t length = size * count;
    keep(&running->etag, value_of("ETag", line, length));
    keep(&running->modified, value_of("Last-Modified", line, length));
    return length;
}

/// The list with `name: value` at its end; unchanged without a value.
static apus_curl_list *append(apus_curl_list *list, const char *name, const char *value) {
    if (!value) return list;
    size_t size = strlen(name) + strlen(value) + 3;
    char *line = malloc(size);
    if (!line) return list;
    snprintf(line, size, "%s: %s", name, value);
    apus_curl_list *longer = list_append(list, line);
    free(line);
    return longer ? longer : list;
}

apus_curl_outcome apus_curl_get(
    const char *address, const char *agent, const char *etag, const char *modified, apus_curl_limits limits,
    apus_curl_sink sink, void *context) {
    apus_curl_outcome outcome = {.code = 2, .status = 0, .redirect = NULL, .etag = NULL, .modified = NULL};
    apus_curl_handle *handle = easy_init();
    if (!handle) return outcome;
    transfer running = {.handle = handle, .sink = sink, .context = context};
    apus_curl_list *headers = append(append(NULL, "If-None-Match", etag), "If-Modified-Since", modified);
    easy_setopt(handle, OPTION_URL, address);
    easy_setopt(handle, OPTION_USERAGENT, agent);
    easy_setopt(handle, OPTION_HTTPHEADER, headers);
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
    easy_setopt(handle, OPTION_HEADERFUNCTION, take_header);
    easy_setopt(handle, OPTION_HEADERDATA, &running);
    outcome.code = easy_perform(handle);
    easy_getinfo(handle, INFO_RESPONSE_CODE, &outcome.status);
    const char *redirect = NULL;
    easy_getinfo(handle, INFO_REDIRECT_URL, &redirect);
    if (redirect) outcome.redirect = strdup(redirect);
    outcome.etag = running.etag;
    outcome.modified = running.modified;
    easy_cleanup(handle);
    list_free(headers);
    return outcome;
}
