// libxml2's text reader and writer: of the SDK on Apple platforms, elsewhere as the system installs them (pkg-config libxml-2.0).
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/parser.h>
#include <libxml/globals.h>

// The handler of libxml2's errors in a thread. In C, because Swift has no functions of variable arguments.
typedef struct {
    xmlStructuredErrorFunc structured;
    void *structuredContext;
    xmlGenericErrorFunc generic;
    void *genericContext;
} CLibXML2Handlers;

static inline void CLibXML2Ignore(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}

// Gives errors to `handler`, and suppresses the other output of libxml2. Returns the previous handler.
static inline CLibXML2Handlers CLibXML2Listen(xmlStructuredErrorFunc handler, void *context) {
    CLibXML2Handlers before = {
        xmlStructuredError, xmlStructuredErrorContext, xmlGenericError, xmlGenericErrorContext};
    xmlSetStructuredErrorFunc(context, handler);
    xmlSetGenericErrorFunc(0, CLibXML2Ignore);
    return before;
}

static inline void CLibXML2Restore(CLibXML2Handlers before) {
    xmlSetStructuredErrorFunc(before.structuredContext, before.structured);
    xmlSetGenericErrorFunc(before.genericContext, before.generic);
}
