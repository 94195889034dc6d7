#include "energy/device/board_runtime.h"

#include <cctype>
#include <string_view>

#include "base/format.h"

namespace kinglet::energy {

std::string runtimeFamily(const std::string& runtime) {
  std::string name;
  for (char c : runtime) {
    if (!std::isalpha(static_cast<unsigned char>(c)) && c != '-') break;
    name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return name == "tensorflow" || name == "tflite-micro" ? "tflite" : name;
}

bool dropsIdleChannels(const BoardSystem& system) {
  const std::string family = runtimeFamily(system.runtime);
  if (family == "onnc") return true;
  if (family != "x-cube-ai") return false;
  const std::size_t digit = system.runtime.find_first_of("0123456789");
  if (digit == std::string::npos) return false;
  std::string_view rest = std::string_view(system.runtime).substr(digit);
  // "8.1.0" and "10.2": the first two parts are a decimal number as long as the second has one digit.
  return base::leadingNumber(rest).value_or(0) >= 8.1;
}

bool hasIdleChannels(const std::string& network) {
  return network == "vww";
}

}  // namespace kinglet::energy
