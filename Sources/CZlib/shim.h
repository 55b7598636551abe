// zlib's decompression, as the system installs it (pkg-config zlib; part of every Apple SDK).
#include <zlib.h>
