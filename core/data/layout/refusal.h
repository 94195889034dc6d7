#pragma once

#include "data/layout/place.h"
#include "data/open_options.h"

namespace kinglet::data {

// Throws the base::Error of a place that no reader understands: what is there, what is missing, and which
// layouts are understood.
[[noreturn]] void refuse(const Place& place, const OpenOptions& options);

}  // namespace kinglet::data
