#include "energy/predictor/model_choice.h"

#include <cmath>
#include <filesystem>
#include <limits>

#include "base/error.h"
#include "base/format.h"
#include "energy/device/device_profile.h"

namespace kinglet::energy {
namespace {

constexpr std::string_view kPrefix = "model:";

class PredictorModel : public EnergyModel {
 public:
  PredictorModel(std::shared_ptr<const Predictor> predictor, std::string name)
      : predictor_(std::move(predictor)), name_(std::move(name)) {
    const Accuracy& accuracy = predictor_->crossValidation().at(predictor_->method());
    source_ = "predicted from " + predictor_->source() + " (" +
              (predictor_->method() == "forest" ? "random forest" : "Gaussian process") + "; " +
              std::to_string(accuracy.n) + " measurements, mean error " + base::fixed(accuracy.mape, 1) +
              " % out of fold); front end at the table's median energy a multiply-add, not measured";
  }

  std::string name() const override { return name_; }

  EnergyEstimate estimate(const network::InputSpec& input,
                          const network::NetworkSpec& network) const override {
    const NetworkEnergy energy = predictor_->predict(workOf(network));
    EnergyEstimate estimate;
    estimate.provenance = Provenance::predicted;
    estimate.source = source_;
    estimate.frontEndMillijoules = frontEndOps(input) * predictor_->medianMjPerMac();
    estimate.millijoules = energy.total.mj + estimate.frontEndMillijoules;
    estimate.low = energy.total.low + estimate.frontEndMillijoules;
    estimate.high = energy.total.high + estimate.frontEndMillijoules;
    if (!(estimate.millijoules >= 0) || !std::isfinite(estimate.millijoules) || !std::isfinite(estimate.high))
      throw base::Error("%1 tells no energy of this network that could be one", name_);
    estimate.layers.reserve(energy.layers.size());
    for (const EnergyInterval& layer : energy.layers)
      estimate.layers.push_back({std::numeric_limits<double>::quiet_NaN(), layer.mj});
    return estimate;
  }

 private:
  std::shared_ptr<const Predictor> predictor_;
  std::string name_, source_;
};

}  // namespace

bool isModelFile(const std::string& deviceOrModel) {
  return deviceOrModel.starts_with(kPrefix);
}

std::string modelPath(const std::string& deviceOrModel) {
  return deviceOrModel.substr(kPrefix.size());
}

std::shared_ptr<const EnergyModel> modelFor(std::shared_ptr<const Predictor> predictor,
                                            const std::string& name) {
  if (predictor->features().level() == FeatureLevel::columns)
    throw base::Error(
        "The model %1 was fitted to columns of its own table and cannot tell the energy of a network", name);
  return std::make_shared<PredictorModel>(std::move(predictor), name);
}

std::shared_ptr<const EnergyModel> energyModel(const std::string& deviceOrModel) {
  if (!isModelFile(deviceOrModel)) return modelFor(device(deviceOrModel));
  const std::filesystem::path path = modelPath(deviceOrModel);
  return modelFor(std::make_shared<const Predictor>(Predictor::load(path)), path.filename().string());
}

}  // namespace kinglet::energy
