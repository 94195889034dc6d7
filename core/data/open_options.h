// What a person may say of how a data set is to be read, and how a long reading tells how far it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>

#include "data/grouping/group_by.h"
#include "data/layout/read_as.h"

namespace kinglet::data {

struct OpenOptions {
  GroupBy groupBy;
  ReadAs readAs;
  std::uint64_t demoSeed = 1;
  // Files looked at so far, of how many. Called from time to time, from the thread that reads.
  std::function<void(std::size_t done, std::size_t all)> progress;
  std::stop_token stop;  // a request makes reading end in base::Error
};

}  // namespace kinglet::data
