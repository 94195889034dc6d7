#include "train/recipe.h"

#include "base/error.h"
#include "base/json.h"
#include "train/windows.h"

namespace kinglet::train {
namespace {

// Every field once, for reading and writing alike.
template <class R, class F>
void fields(R& recipe, F&& field) {
  field("epochs", recipe.epochs, 1, 100000);
  field("batch", recipe.batch, 1, 4096);
  field("learning_rate", recipe.learningRate, 0, 10);
  field("weight_decay", recipe.weightDecay, 0, 10);
  field("label_smoothing", recipe.labelSmoothing, 0, 0.9);
  field("mixup", recipe.mixup, 0, 100);
  field("between", recipe.between, 0, 1);
  field("speed", recipe.speed, 0, 1);
  field("equaliser_db", recipe.equaliserDb, 0, 60);
  field("time_shift", recipe.timeShift, 0, 1);
  field("gain_db", recipe.gainDb, 0, 60);
  field("noise", recipe.noise, 0, 1);
  field("noise_db", recipe.noiseDb, -20, 60);
  field("quiet_db", recipe.quietDb, 0, 200);
  field("balance", recipe.balance, 0, 1);
  field("freq_masks", recipe.freqMasks, 0, 16);
  field("time_masks", recipe.timeMasks, 0, 16);
  field("freq_mask_share", recipe.freqMaskShare, 0, 1);
  field("time_mask_share", recipe.timeMaskShare, 0, 1);
  field("windows_per_clip", recipe.windowsPerClip, 1, 1000);
  field("averaging", recipe.averaging, 0, 0.99999);
  field("distillation", recipe.distillation, 0, 1);
  field("warm_up", recipe.warmUp, 0, 1);
}

}  // namespace

std::string Recipe::toJson() const {
  nlohmann::ordered_json json;
  fields(*this, [&](const char* name, const auto& value, double, double) { json[name] = value; });
  return base::jsonText(json);
}

Recipe Recipe::fromJson(const std::string& text) {
  const auto json = base::parsedJson<nlohmann::json>(text, base::Message("the training recipe"));
  if (!json.is_object()) throw base::Error("The training recipe is not a JSON object.");
  Recipe recipe;
  fields(recipe, [&](const char* name, auto& value, double low, double high) {
    const auto found = json.find(name);
    if (found == json.end()) return;
    using T = std::remove_reference_t<decltype(value)>;
    const bool fits = std::is_integral_v<T> ? found->is_number_integer() : found->is_number();
    if (!fits || found->template get<double>() < low || found->template get<double>() > high)
      throw base::Error("The training recipe's %1 must be a number from %2 to %3.", name,
                        base::figure(base::jsonText(nlohmann::json(low))),
                        base::figure(base::jsonText(nlohmann::json(high))));
    value = found->template get<T>();
  });
  return recipe;
}

Recipe finalRecipe() {
  Recipe recipe;
  recipe.epochs = 150;
  recipe.quietDb = kQuietDb;
  recipe.speed = 0.25;
  recipe.equaliserDb = 6;
  recipe.between = 0.5;
  recipe.mixup = 0;
  recipe.distillation = 0.8;
  return recipe;
}

audio::FrontEndParams frontEndOf(const network::InputSpec& input) {
  audio::FrontEndParams params;
  params.rate = input.rate;
  params.windowMs = input.windowMs;
  params.hopMs = input.hopMs;
  params.fftSize = input.fftSize;
  params.mels = input.mels;
  params.lowHz = input.lowHz;
  params.highHz = input.highHz;
  return params;
}

}  // namespace kinglet::train
