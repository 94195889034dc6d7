// What an exception says, as far as it can be said in another language.
#pragma once

#include <exception>

#include "base/error.h"

namespace kinglet::base {

// An Error's own message; of others, such as those of libraries, the text as it is.
Message messageOf(const std::exception& error);

}  // namespace kinglet::base
