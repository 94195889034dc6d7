// Why the operating system refused, in words of ours: strerror speaks the language of the desktop, which need
// not be the window's.
#pragma once

#include <system_error>

#include "base/message.h"

namespace kinglet::base {

Message systemReason(int error);  // of errno
Message systemReason(const std::error_code& error);

}  // namespace kinglet::base
