// Settings of a study, and all that they stand for.
#include "energy/energy_model.h"
#include "reader.h"
#include "study/completion.h"
#include "study/file/ranges.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "train/stopping.h"

namespace kinglet::fuzz {

void read(std::string_view bytes) {
  study::Settings settings;
  if (!attempt([&] { settings = study::Settings::fromJson(std::string(bytes)); })) return;
  // A study with settings out of range is refused.
  if (!attempt([&] { study::checkRanges(settings); })) return;
  attempt([&] { study::openOptionsOf(settings); });
  attempt([&] { study::spaceOf(settings).count(); });
  attempt([&] { study::energyModelOf(settings); });
  attempt([&] { study::deviceNameOf(settings); });
  attempt([&] { study::limitsOf(settings); });
  attempt([&] { study::usualEnergyLimitMj(settings); });
  attempt([&] { study::studyObjectives(settings); });
  attempt([&] { train::makeStoppingRule(settings.stopping); });
  const std::string text = settings.toJson();
  attempt(
      [&] { require(study::Settings::fromJson(text).toJson() == text, "settings come back as written"); });
}

}  // namespace kinglet::fuzz
