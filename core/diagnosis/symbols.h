// Names for the places of a stack that were told as offsets only: functions of one file alone, and the parts
// of functions that are seldom reached, which is where most of them fail.
#pragma once

#include <string>
#include <string_view>

namespace kinglet::diagnosis {

// What tells this build of the program from another: "SIZE-TIME" of its file. Empty where it is not known.
std::string buildMark() noexcept;

// Lines such as "kinglet(+0x71820)[0x...]" get the function's name, where the running program is the build
// that `mark` tells, and still has its symbols.
std::string withSymbols(std::string_view text, std::string_view mark);

}  // namespace kinglet::diagnosis
