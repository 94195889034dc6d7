#include "base/user_folder.h"

#include <cstdlib>

namespace kinglet::base {
namespace {

std::filesystem::path absoluteIn(const char* variable) {
  const char* value = std::getenv(variable);
  return value && *value == '/' ? std::filesystem::path(value) : std::filesystem::path();
}

}  // namespace

std::filesystem::path userFolder(const char* variable, const char* usual) {
  if (const auto folder = absoluteIn(variable); !folder.empty()) return folder / "kinglet";
  if (const auto home = absoluteIn("HOME"); !home.empty()) return home / usual / "kinglet";
  return {};
}

}  // namespace kinglet::base
