// zlib's decompression: of the SDK on Apple platforms, elsewhere as the system installs it (pkg-config zlib).
#include <zlib.h>
