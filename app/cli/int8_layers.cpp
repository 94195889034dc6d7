#include "app/cli/int8_layers.h"

#include <cmath>
#include <iostream>

#include "app/cli/interrupt.h"
#include "app/cli/notices.h"
#include "app/cli/shown.h"
#include "app/cli/sounds_news.h"
#include "app/shared/trial_export.h"
#include "deploy/graph/calibration.h"
#include "deploy/graph/layer_error.h"
#include "study/data/study_sounds.h"

namespace kinglet::cli {
namespace {
constexpr int kWindows = 50;
}

Int8Layers::Int8Layers(study::StudyStore& store, const study::Trial& trial, const std::string& data) {
  std::stop_source stop;
  const Interrupt interrupt([&] { stop.request_stop(); });
  study::StudySounds sounds = study::openSounds(store, data);
  tellNews(sounds.news);
  data::FeatureStore features(std::move(sounds.dataset));
  const app::TrialExport material = app::trialForExport(store, trial, &features, stop.get_token());
  tellNotices(features);
  const deploy::Progress progress({}, stop.get_token());
  const deploy::Int8Network int8 = deploy::makeInt8(material.model, material.sounds, progress);
  judged_ = int8.real.clips > 0;
  real_ = int8.real.accuracy;
  integer_ = int8.integer.accuracy;
  fineTuned_ = int8.fineTuned;
  // Clips that it was not calibrated on, where there are any.
  const auto& clips = material.sounds.validation.empty() ? material.sounds.train : material.sounds.validation;
  const auto windows = deploy::windowsOf(material.model, *material.sounds.features, clips, kWindows);
  windows_ = static_cast<int>(windows.size());
  const auto& layers = material.model.network.layers();
  for (const auto& error : deploy::layerErrors(int8.network, windows, progress))
    rows_.push_back({layers[static_cast<std::size_t>(error.layer)].name, error.added, error.total});
  material.sounds.features->requireIntact();
}

void Int8Layers::print() const {
  std::cout << "\nint8, on " << windows_ << " windows: the error that a layer adds, and all so far\n";
  std::vector<std::vector<std::string>> rows{{"layer", "adds", "so far"}};
  for (const Row& row : rows_) rows.push_back({row.name, percentText(row.added), percentText(row.total)});
  std::cout << tableText(rows, 1);
  if (judged_)
    std::cout << "accuracy: float " << percentText(real_) << ", int8 " << percentText(integer_)
              << (fineTuned_ ? ", fine-tuned" : "") << "\n";
}

std::vector<double> Int8Layers::added() const {
  std::vector<double> added;
  for (const Row& row : rows_) added.push_back(row.added);
  return added;
}

Json Int8Layers::toJson() const {
  Json layers = Json::array();
  const auto share = [](double value) { return std::isfinite(value) ? Json(value) : Json(); };
  for (const Row& row : rows_)
    layers.push_back(
        {{"name", row.name}, {"added_error", share(row.added)}, {"total_error", share(row.total)}});
  return {{"windows", windows_},
          {"float_accuracy", judged_ ? Json(real_) : Json()},
          {"accuracy", judged_ ? Json(integer_) : Json()},
          {"fine_tuned", fineTuned_},
          {"layers", std::move(layers)}};
}

}  // namespace kinglet::cli
