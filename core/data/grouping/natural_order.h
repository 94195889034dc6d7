// Names in the order that people count: "fold2" before "fold10".
#pragma once

#include <string_view>

namespace kinglet::data {

bool comesBeforeNaturally(std::string_view a, std::string_view b);

}  // namespace kinglet::data
