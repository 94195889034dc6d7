#include <cstdint>
#include <cstdlib>

#include "reader.h"

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  // Keys and caches of the user's are left alone.
  for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME"})
    ::setenv(name, (kinglet::fuzz::folder() / "home").c_str(), 1);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kinglet::fuzz::read({reinterpret_cast<const char*>(data), size});
  return 0;
}
