// From what a user names as the device to a model of energy.
#pragma once

#include <memory>
#include <string>

#include "energy/energy_model.h"
#include "energy/predictor/predictor.h"

namespace kinglet::energy {

// A device's id or name, or "model:PATH" for a file of `kinglet energy fit` (see isModelFile). Throws
// base::Error: an unknown device, a file that is not a model, a model that knows no networks.
std::shared_ptr<const EnergyModel> energyModel(const std::string& deviceOrModel);
bool isModelFile(const std::string& deviceOrModel);
std::string modelPath(const std::string& deviceOrModel);  // what follows "model:"

// Energies are predicted with intervals. The front end was not measured with the table: its multiply-adds are
// taken at the table's median energy a MAC, and the source says so. latencyMs stays NaN, also of the layers.
std::shared_ptr<const EnergyModel> modelFor(std::shared_ptr<const Predictor> predictor,
                                            const std::string& name);

}  // namespace kinglet::energy
