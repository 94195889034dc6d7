// A device whose energy is modelled: latency by layer kind times mean active power. Every figure has its source.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "energy/energy_model.h"

namespace kinglet::energy {

struct DeviceProfile {
  std::string id;         // "nucleo-u575": for --device and study files
  std::string name;       // "ST NUCLEO-U575ZI-Q"
  std::string processor;
  std::optional<double> clockMhz, supplyV;
  double activePowerMw = 0;                     // mean over its measured networks
  std::optional<double> sleepPowerMw;
  std::optional<double> flashKb, ramKb;         // of the board; default limits
  std::string date;                             // of the measurement, as the source says (round)
  std::vector<std::string> sources;             // one line each
  // Latency: microseconds an operator, then cost a MAC by layer kind (ns), then ns a byte of weights.
  double overheadUs = 0;
  std::map<std::string, double> nsPerMac;       // keys: network::toText(LayerKind)
  double nsPerWeightByte = 0;
  double nsPerActivationByte = 0;
  double nsPerFrontEndOp = 0;                   // a real multiply-add of the front end
  std::string frontEndSource;                   // what the front end's figure rests on
};

// The profiles built into the program (resources/devices/*.json), sorted by name.
const std::vector<DeviceProfile>& builtinDevices();
// By id, or by name without regard to case. Throws base::Error listing the ids otherwise.
const DeviceProfile& device(const std::string& idOrName);
constexpr const char* kDefaultDevice = "nucleo-u575";

DeviceProfile profileFromJson(const std::string& text);  // throws base::Error

std::shared_ptr<const EnergyModel> modelFor(const DeviceProfile& profile);

}  // namespace kinglet::energy
