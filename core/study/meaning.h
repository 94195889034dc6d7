// What a study's settings stand for: the space, the device and its model of energy, the limits that hold.
#pragma once

#include <memory>
#include <string>

#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "space/search_space.h"
#include "study/limits.h"
#include "study/settings.h"
#include "study/trial.h"

namespace kinglet::study {

// All throw base::Error on an unknown name.
space::SearchSpace spaceOf(const Settings& settings);
std::shared_ptr<const energy::EnergyModel> energyModelOf(const Settings& settings);
// A device by id or name, "model:PATH" for a file of `kinglet energy fit`, or a path that ends with .json ("board:PATH") for
// one of `kinglet energy count`; a file is read and kept. Throws base::Error: an unknown device, a file that is neither or
// tells nothing of networks.
void setDevice(Settings& settings, const std::string& deviceOrModel);
const energy::DeviceProfile* profileOf(const Settings& settings);  // null where a model takes its place
std::string deviceNameOf(const Settings& settings);                // for people
// Mean power of a candidate on the settings' device, as it listens. Throws base::Error where the clock is not
// one of the device's.
energy::MeanPower meanPowerOf(const Settings& settings, const space::Candidate& candidate,
                              const energy::EnergyEstimate& energy);
// Fills in what of a trial hangs on the settings: its mean power (NaN where their device or clock is none that
// is known here), and what it is searched by.
void weigh(Trial& trial, const Settings& settings);
Limits limitsOf(const Settings& settings);  // with the device's flash and RAM where the user gave none
// Energy limit to begin a search with, mJ: what MobileNetV1 of width 0.25 takes on the device, front end
// included. A search is after networks far cheaper than this one, and dearer ones take most of the time to
// train.
double usualEnergyLimitMj(const Settings& settings);

}  // namespace kinglet::study
