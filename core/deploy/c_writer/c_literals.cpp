#include "deploy/c_writer/c_literals.h"

#include <cmath>

#include "base/error.h"
#include "base/format.h"

namespace kinglet::deploy {
namespace {

constexpr int kFloatDigits = 9;

}  // namespace

std::string floatNumber(float value) {
  if (!std::isfinite(value))
    throw base::Error("a number of this network is not finite; it cannot be exported as C");
  std::string text = base::general(static_cast<double>(value), kFloatDigits);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text + "f";
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const auto& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

}  // namespace kinglet::deploy
