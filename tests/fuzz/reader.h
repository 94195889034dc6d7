// What the fuzz targets share. A target defines read(); entry.cpp hands it the inputs. See CONTRIBUTING.md,
// "How to add", for another one.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kinglet::fuzz {

void read(std::string_view bytes);

// Between the parts of an input that needs several, a file and a second one beside it.
constexpr char kBetween = '\x1e';
// At most `most` parts; the last one is all that is left.
std::vector<std::string_view> partsOf(std::string_view bytes, std::size_t most);

// This process' own, below the folder for temporary files.
const std::filesystem::path& folder();
// Written anew there; gives its path.
std::filesystem::path file(const std::string& name, std::string_view bytes);

// What a reader may end in: what a person can mend, or too little memory (how little is up to the fuzzer).
// Whatever else leaves it ends the process, and that is a finding. Whether it got to its end.
template <class Read>
bool attempt(Read&& reading) {
  try {
    reading();
    return true;
  } catch (const base::Error&) {
  } catch (const std::bad_alloc&) {
  }
  return false;
}

// Something that must hold whatever was read.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace kinglet::fuzz
