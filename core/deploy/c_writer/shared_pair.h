// What several exported networks of one program share: a header and a source whose names come from their
// content. Equal content has equal names in every export, so that a program needs it once and may link it
// twice; different content, as of another version of Kinglet, never meets.
#pragma once

#include <string>

namespace kinglet::deploy {

struct SharedPair {
  std::string name;  // kinglet_int8_1a2b3c4d: NAME.h, NAME.c, and what its functions begin with
  std::string header, source;
};

// kind: "int8". what: a sentence for the header's reader. types, code: C in which names begin with stem
// ("kernel_") and functions for others with the word KINGLET_FN.
SharedPair sharedPair(const std::string& kind, const std::string& what, const std::string& stem,
                      const std::string& types, const std::string& code);

// The licence in the first lines of a C file. data: the file holds weights, labels or other numbers that are
// the user's own.
std::string licenceLines(bool data);

}  // namespace kinglet::deploy
