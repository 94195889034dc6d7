// LibTorch's failures as errors for people.
#pragma once

#include <new>
#include <string>

#include "base/error.h"

namespace kinglet::train {

// Whether LibTorch's message means that memory ran out.
bool isOutOfMemory(const std::string& message);

// Runs work(); an allocation that fails becomes base::Error "Not enough memory to WHAT: ...". LibTorch throws
// its own kind of std::exception for it.
template <class F>
auto inPlainWords(const base::Message& what, F&& work) {
  const auto say = [&]() {
    return base::Error(
        "Not enough memory to %1: close other programs, or choose a smaller network, a shorter window or a "
        "smaller batch.",
        what);
  };
  try {
    return work();
  } catch (const base::Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw say();
  } catch (const std::exception& error) {
    if (isOutOfMemory(error.what())) throw say();
    throw;
  }
}

}  // namespace kinglet::train
