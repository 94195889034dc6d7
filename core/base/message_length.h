// How long a message's sentence is, without making it.
#pragma once

#include "base/message.h"

namespace kinglet::base {

constexpr double kLongestMessage = 100'000;  // bytes of one that is believed

// Bytes of english() or a few more: a pattern that comes from outside may name an argument again and again,
// and that one its own.
double lengthOf(const Message& message);

}  // namespace kinglet::base
