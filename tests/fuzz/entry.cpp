#include <cstdint>
#include <cstdlib>
#include <ctime>

#include "reader.h"

namespace {

constexpr double kLongestS =
    2;  // of work on one input: by the processor's clock, which a busy machine leaves alone

double secondsOfWork() {
  return double(std::clock()) / CLOCKS_PER_SEC;
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  // Keys and caches of the user's are left alone.
  for (const char* name : {"XDG_DATA_HOME", "XDG_CACHE_HOME"})
    ::setenv(name, (kinglet::fuzz::folder() / "home").c_str(), 1);
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const double begun = secondsOfWork();
  kinglet::fuzz::read({reinterpret_cast<const char*>(data), size});
  kinglet::fuzz::require(secondsOfWork() - begun < kLongestS, "no input takes over two seconds of work");
  return 0;
}
