// Names of C++ as people write them.
#pragma once

#include <string>
#include <string_view>

namespace kinglet::diagnosis {

std::string typeName(const char* mangled);  // as it is, where it is none
// Every _Z... in it.
std::string withReadableNames(std::string_view text);

}  // namespace kinglet::diagnosis
