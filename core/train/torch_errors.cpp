#include "train/torch_errors.h"

namespace kinglet::train {

bool isOutOfMemory(const std::string& message) {
  for (const char* sign : {"DefaultCPUAllocator", "can't allocate memory", "not enough memory",
                           "out of memory", "Storage size calculation overflowed"}) {
    if (message.find(sign) != std::string::npos) return true;
  }
  return false;
}

}  // namespace kinglet::train
