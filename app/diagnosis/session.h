// From main(): the log and the crash handler for this run of the program.
#pragma once

namespace kinglet::app {

// face: "window", "command line". arguments: how many were given; what they are is not written.
void beginSession(const char* face, int arguments) noexcept;
void endSession(int code) noexcept;  // what was logged is written

}  // namespace kinglet::app
