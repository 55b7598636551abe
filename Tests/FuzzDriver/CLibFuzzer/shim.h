#include <stddef.h>
#include <stdint.h>

/// Part of libFuzzer, which the toolchain links for `-sanitize=fuzzer`.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t maximum);
