// Work that ended because somebody asked it to.
#pragma once

#include <utility>

#include "base/error.h"

namespace kinglet::base {

// Thrown by work that obeys a std::stop_token and has nothing to hand back then. Nothing went wrong: whoever
// asked knows, so it is no failure in the log, and is shown only where the words say what became of the work.
class Cancelled : public Error {
 public:
  Cancelled() : Error("cancelled") {}
  explicit Cancelled(Message words) : Error(std::move(words)) {}
};

}  // namespace kinglet::base
