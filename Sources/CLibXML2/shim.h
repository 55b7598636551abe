// libxml2's text reader and writer, as the system installs them (pkg-config libxml-2.0).
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/parser.h>
