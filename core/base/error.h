// base/: what every layer stands on: errors, seeds, files, tables of text. Knows nothing of sound or
// networks; every other folder may call it, and it calls none of them. A newcomer reads this header first.
#pragma once

#include <stdexcept>
#include <string>

namespace kinglet::base {

// Something that a person did, or that their machine did to them: the message is one line in plain words that
// says what happened and what to do. Shown as it is, so no type names and no jargon. Bugs of ours are
// assertions instead.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace kinglet::base
