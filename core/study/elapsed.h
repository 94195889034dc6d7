// How long something has taken. Private to study/.
#pragma once

#include <chrono>

namespace kinglet::study {

inline double secondsSince(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace kinglet::study
