#include "base/message_of.h"

#include <new>

namespace kinglet::base {

Message messageOf(const std::exception& error) {
  if (const auto* ours = dynamic_cast<const Error*>(&error)) return ours->message();
  if (dynamic_cast<const std::bad_alloc*>(&error))
    return Message("there is not enough memory; close other programs and try again");
  return Message::stored("%1", {error.what()});
}

}  // namespace kinglet::base
