// What a search makes small beside error and memory.
#pragma once

#include <string>

namespace kinglet::study {

// energy: millijoules of an inference; power: mean milliwatts of a device that listens (Settings::listening).
enum class CostObjective { energy, power };
const char* toText(CostObjective objective);
CostObjective costObjectiveFrom(const std::string& text);  // throws base::Error

}  // namespace kinglet::study
