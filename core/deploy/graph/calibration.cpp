#include "deploy/graph/calibration.h"

#include "base/error.h"
#include "train/trainer.h"
#include "train/windows.h"

namespace kinglet::deploy {

std::vector<std::vector<float>> windowsOf(const Model& model, const data::FeatureSet& features,
                                          std::span<const int> clips, int most) {
  if (!(features.frontEnd() == train::frontEndOf(model.input)))
    throw base::Error("these features are another front end's; compute them with the candidate's own");
  const int frames = model.network.input().h;
  struct Place {
    int clip, first;
  };
  std::vector<Place> all;
  for (const int clip : clips) {
    const auto view = features.clip(clip);
    if (view.frames == 0) continue;
    for (const int first : train::evaluationWindows(view, frames)) all.push_back({clip, first});
  }
  const auto normalisation = train::Normalisation::of(model.weights);
  const std::size_t count = std::min(all.size(), static_cast<std::size_t>(std::max(most, 0)));
  std::vector<std::vector<float>> windows;
  for (std::size_t i = 0; i < count; ++i) {
    const Place& place = all[i * all.size() / count];
    windows.emplace_back(model.network.input().elements());
    train::cutWindow(features.clip(place.clip), place.first, frames, normalisation, windows.back());
  }
  return windows;
}

}  // namespace kinglet::deploy
