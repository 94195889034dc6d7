// A device whose energy is modelled: latency by layer kind times mean active power. Every figure has its
// source.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "energy/accuracy.h"
#include "energy/device/counted_model.h"
#include "energy/energy_model.h"
#include "energy/listening/always_on.h"
#include "energy/work.h"

namespace kinglet::energy {

// Latency of one inference as a sum of what its kernels ask for (see work.h), each with a cost that is never
// negative:
//
//   microseconds = overheadUs * operators
//                + (sum over kinds of nsPerMac[kind] * MACs
//                   + nsPerPatchByte * patch bytes + nsPerOutput * outputs
//                   + nsPerWeightByte * parameters + nsPerActivationByte * activation bytes) / 1000
//
// The efficiency by channel count follows: a convolution with few output channels pays for its patches, one
// with few input channels for its outputs.
struct LatencyModel {
  double overheadUs = 0;  // an operator
  // Keys: toText(WorkKind): conv, pointwise, depthwise, conv1d, dense.
  std::map<std::string, double> nsPerMac;
  double nsPerPatchByte = 0;
  double nsPerOutput = 0;
  double nsPerWeightByte = 0;
  double nsPerActivationByte = 0;
  double microseconds(const LayerWork& work) const;
};

// What was measured on the device, as published.
struct MeasuredNetwork {
  std::string network;  // kws, ic, ad
  double latencyUs = 0, energyUj = 0;
  // Of the network's work, what this runtime was found to do (board_runtime.h); 1: all.
  double workShare = 1;
  // What a fit that saw this network on no board says of it on this one; NaN where not known.
  double leftOutUj = std::numeric_limits<double>::quiet_NaN();
};

// What listening costs beside the network, at the profile's clock (streaming_fit.h).
struct ListeningProfile {
  double idlePowerMw = 0;  // awake between inferences, the microphone's transfers running
  Provenance idleProvenance = Provenance::predicted;
  double staticPowerShare = 0;    // 0 .. 1 of active power, that does not follow the clock
  double wakeUpUs = 0;            // of work an inference beside front end and network
  std::vector<double> clocksMhz;  // that its mean power was measured at
  std::string source;
};

// A device is a board and a runtime: figures of one runtime say nothing of another's.
struct DeviceProfile {
  std::string id;    // "nucleo-u575": for --device and study files
  std::string name;  // "ST NUCLEO-U575ZI-Q"
  std::string processor;
  std::string runtime;                           // "X-CUBE-AI v10.2", with its version as published
  Provenance provenance = Provenance::modelled;  // of the energies that it tells
  std::optional<double> clockMhz, supplyV;
  // Median over its measured networks of energy / latency; of a counted profile the board's. 0: not known, and
  // no energy is told.
  double activePowerMw = 0;
  std::optional<double> sleepPowerMw;
  std::optional<double> flashKb, ramKb;  // of the board, 1024 bytes; default limits
  std::string memorySource;              // what those rest on
  std::string date;                      // of the measurement, as the source says (round)
  std::vector<std::string> sources;      // one line each
  LatencyModel latency;
  double nsPerFrontEndOp = 0;  // a real multiply-add of the front end
  std::string frontEndSource;  // what the front end's figure rests on
  // Of Kinglet's own C, in place of latency and nsPerFrontEndOp; needs a clock to tell time.
  std::optional<CountedModel> counted;
  // 90 % of the errors of energy on networks left out of the fit, over all boards, lie within a factor of 1 +
  // this.
  double relativeError90 = 0;
  std::optional<ListeningProfile> listening;
  std::vector<MeasuredNetwork> measured;
};

// Of one layer, by whichever model the profile has.
double microsecondsOf(const DeviceProfile& profile, const LayerWork& work);
// Energy is mean active power times time, everywhere. Throws base::Error where the profile knows no power.
double millijoulesOf(const DeviceProfile& profile, double milliseconds);

// Its measured networks, each beside what was predicted of it by the fit that had not seen it.
std::vector<Example> leftOutExamples(const DeviceProfile& profile);
// The layers of a network that boards are measured with; empty where they are not known here.
std::vector<LayerWork> measuredWorks(const std::string& network);
// A model's mean share of the time of the measured networks for each of its costs ("operators", "dense and
// convolution MACs", ...), largest first; empty where nothing was measured.
std::vector<std::pair<std::string, double>> costShares(const DeviceProfile& profile);

// The profiles built into the program (resources/devices/*.json), sorted by name.
const std::vector<DeviceProfile>& builtinDevices();
// Kinglet's own C on the processor of a board that was measured with another runtime, at that board's clock and power:
// what exported C costs there. None where its core was not counted, or the board is that profile itself.
std::optional<DeviceProfile> exportedCOn(const DeviceProfile& board);
// By id, or by name without regard to case. Throws base::Error listing the ids otherwise.
const DeviceProfile& device(const std::string& idOrName);
constexpr const char* kDefaultDevice = "nucleo-u575";

DeviceProfile profileFromJson(const std::string& text);  // throws base::Error
std::string toJson(const DeviceProfile& profile);        // what profileFromJson reads, indented

std::shared_ptr<const EnergyModel> modelFor(const DeviceProfile& profile);
// What it draws while it listens, at its own clock; idle power 0 where the profile does not tell. Null: of a
// model that knows energies alone.
ListeningDevice listeningDevice(const DeviceProfile* profile);

}  // namespace kinglet::energy
