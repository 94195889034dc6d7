// Power of a device that listens all day: new frames of sound once, inferences as often as set, and what is
// drawn between them. Pure functions; battery.h tells what it means for a battery.
//
//   mean power = frames/s * energy of a frame + inferences/s * (energy of the network + of a wake-up)
//              + (1 - duty) * idle power + microphone + memory
//
// A slower clock f stretches all work by nominal/f and takes active * (s + (1 - s) f/nominal), s the share of
// power that does not follow the clock; idle power follows the root of active power. Where a network is small
// the idle power decides, and a slower clock can halve the mean.
#pragma once

#include <limits>
#include <optional>
#include <vector>

#include "energy/energy_model.h"

namespace kinglet::energy {

// How somebody listens. Powers in mW, all 0 or more.
struct ListeningSettings {
  double inferencesPerSecond = 1;     // above 0
  std::optional<double> clockMhz;     // above 0, at most the device's; its own where not given
  std::optional<double> idlePowerMw;  // at that clock, in place of the device's, where the person knows it
  double microphoneMw = 0, memoryMw = 0;  // drawn all day, where the person knows them
  bool operator==(const ListeningSettings&) const = default;
};
// Throws base::Error where they make no sense; the clock is looked at with the device.
void check(const ListeningSettings& settings);

// A device at its nominal clock.
struct ListeningDevice {
  double clockMhz = 0;                 // 0: not known, and none can be chosen
  double activePowerMw = 0;            // while it computes
  double idlePowerMw = 0;              // awake between inferences: clocks and the microphone's transfers run
  double staticShare = 0;              // 0 .. 1 of active power, which does not follow the clock
  double wakeUpMs = 0;                 // of work at every inference beside front end and network
  std::vector<double> clocksMhz = {};  // that its mean power was measured at
  bool stateful = false;               // its runtime computes new rows alone where a network allows it
};
// The same device at another clock. Throws base::Error: not above 0, above its own, none known.
ListeningDevice atClock(const ListeningDevice& device, double clockMhz);

// What is asked of it at its nominal clock.
struct ListeningWork {
  double networkMs = 0, networkMj = 0;  // an inference; ms NaN where not known
  double frameMs = 0, frameMj = 0;      // of the front end
  double framesPerSecond = 0;           // that are computed, each once
};
// Frames are computed once, however much the windows of two inferences share, and none that no inference
// hears. Where the device is stateful and the network can be (network/streaming.h), layers are paid for the
// rows that are new; answers then come as often as asked or a little oftener, and their work is told for each
// inference that was asked for.
ListeningWork listeningWork(const ListeningDevice& device, const EnergyEstimate& estimate,
                            const network::InputSpec& input, const network::NetworkSpec& network,
                            double inferencesPerSecond);

struct MeanPower {
  double totalMw = std::numeric_limits<double>::quiet_NaN();  // the sum of these; NaN before it is told
  double frontEndMw = 0, inferenceMw = 0, wakeUpMw = 0, idleMw = 0, microphoneMw = 0, memoryMw = 0;
  double duty = 0;      // share of the time that it computes, 0 where times are not known
  double clockMhz = 0;  // 0: not known
  double dailyJoules = std::numeric_limits<double>::quiet_NaN();  // 86,400 s of it
  bool keepsUp = true;  // false where the work of a second takes longer than one: the figures are of all work
};
MeanPower meanPower(const ListeningDevice& device, const ListeningWork& work,
                    const ListeningSettings& settings);
MeanPower meanPower(const ListeningDevice& device, const EnergyEstimate& estimate,
                    const network::InputSpec& input, const network::NetworkSpec& network,
                    const ListeningSettings& settings);

// Clocks to choose from, MHz, falling: the device's own, those it was measured at, and its halves down to an
// eighth. Empty where it states none.
std::vector<double> clockChoices(const ListeningDevice& device);
// Of those the one of least mean power that keeps up; the device's own where none does.
MeanPower thriftiest(const ListeningDevice& device, const EnergyEstimate& estimate,
                     const network::InputSpec& input, const network::NetworkSpec& network,
                     const ListeningSettings& settings);

}  // namespace kinglet::energy
