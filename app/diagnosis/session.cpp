#include "app/diagnosis/session.h"

#include <exception>
#include <string>

#include "app/diagnosis/about.h"
#include "diagnosis/crash_handler.h"
#include "diagnosis/crash_reports.h"
#include "diagnosis/log.h"

namespace kinglet::app {
namespace {
constexpr int kPatienceMs = 1000;  // with a disk that does not answer
}

void beginSession(const char* face, int arguments) noexcept {
  using diagnosis::Level;
  try {
    const auto folder = diagnosis::stateFolder();
    diagnosis::installCrashHandler(folder, "kinglet " KINGLET_VERSION);
    diagnosis::startLog(folder);
    diagnosis::removeOldCrashes(folder);
    diagnosis::log(Level::info, "program",
                   std::string("starts: ") + face + ", " + std::to_string(arguments) + " arguments");
    for (const Fact& fact : aboutProgram())
      diagnosis::log(Level::info, "program", fact.name + ": " + fact.text);
  } catch (const std::exception&) {
  }
}

void endSession(int code) noexcept {
  try {
    diagnosis::log(diagnosis::Level::info, "program", "ends with " + std::to_string(code));
    diagnosis::flushLog(kPatienceMs);
  } catch (const std::exception&) {
  }
}

}  // namespace kinglet::app
