// A model learned from measurements as the device of a study.
#include <fstream>

#include "base/error.h"
#include "base/files.h"
#include "energy/device/device_profile.h"
#include "energy/energy_model.h"
#include "energy/planted.h"
#include "energy/predictor/predictor.h"
#include "space/audio_space.h"
#include "study/completion.h"
#include "study/limits.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "study/small_study.h"

namespace kinglet::study::testing {
namespace {

using ::testing::HasSubstr;

std::filesystem::path plantedModel(const TemporaryFolder& folder) {
  energy::PredictorOptions how;
  how.method = "process";
  how.folds = 5;
  const auto path = folder / "phone.model";
  energy::Predictor::fit(energy::planted::table(80, 0.02, 11), how).save(path);
  return path;
}

TEST(ModelDevice, TheStudyKeepsTheModelAndItsFiguresStay) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  const auto path = plantedModel(folder);
  Settings settings = smallSettings(*features);
  settings.reference.clear();
  settings.device = "model:" + path.string();
  settings = completed(settings, features->dataset());
  EXPECT_EQ(settings.device, "model:phone.model");
  EXPECT_EQ(profileOf(settings), nullptr);
  EXPECT_EQ(deviceNameOf(settings), "phone.model");
  EXPECT_FALSE(limitsOf(settings).flashKb) << "a model knows no board";

  const auto space = spaceOf(settings);
  base::Random random(5);
  const auto candidate = space::decode(space, space.sample(random), settings.input, 2);
  const auto before = energyModelOf(settings)->estimate(candidate.input, candidate.network);
  EXPECT_EQ(before.provenance, energy::Provenance::predicted);
  EXPECT_LT(before.low, before.millijoules);

  // From the study's file alone, whatever became of the model's.
  std::filesystem::remove(path);
  const Settings again = Settings::fromJson(settings.toJson());
  EXPECT_EQ(again.toJson(), settings.toJson());
  EXPECT_EQ(completed(again, features->dataset()).toJson(), settings.toJson());
  EXPECT_EQ(energyModelOf(again)->estimate(candidate.input, candidate.network).millijoules,
            before.millijoules);
}

// A board that somebody counted, as a file: its figures and limits are the file's, and stay with the study.
TEST(ModelDevice, ABoardsFileIsADevice) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  energy::DeviceProfile board = energy::device("kinglet-c-cortex-m4");
  board.id = "mine";
  board.name = "My board";
  board.activePowerMw *= 2;
  board.ramKb = 32;
  const auto path = folder / "mine.json";
  base::writeAtomically(path, energy::toJson(board));
  Settings settings = smallSettings(*features);
  settings.reference.clear();
  settings.device = path.string();
  settings = completed(settings, features->dataset());
  EXPECT_EQ(settings.device, "board:mine.json");
  EXPECT_EQ(deviceNameOf(settings), "My board");
  EXPECT_EQ(limitsOf(settings).ramKb, 32);
  std::filesystem::remove(path);
  const Settings again = Settings::fromJson(settings.toJson());
  const auto space = spaceOf(settings);
  base::Random random(5);
  const auto candidate = space::decode(space, space.sample(random), settings.input, 2);
  const double there = energyModelOf(again)->estimate(candidate.input, candidate.network).millijoules;
  Settings builtin = settings;
  setDevice(builtin, "kinglet-c-cortex-m4");
  EXPECT_NEAR(there, 2 * energyModelOf(builtin)->estimate(candidate.input, candidate.network).millijoules,
              1e-9 * there);

  board.activePowerMw = 0;
  base::writeAtomically(path, energy::toJson(board));
  try {
    setDevice(builtin, path.string());
    ADD_FAILURE() << "a board without a power tells no energy";
  } catch (const base::Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("power"));
  }
  EXPECT_EQ(builtin.device, "kinglet-c-cortex-m4");
}

TEST(ModelDevice, WhatIsNoModelIsRefusedAndChangesNothing) {
  TemporaryFolder folder;
  Settings settings;
  settings.device = energy::kDefaultDevice;
  const auto path = folder / "no.model";
  std::ofstream(path) << "{}";
  EXPECT_THROW(setDevice(settings, "model:" + path.string()), base::Error);
  EXPECT_THROW(setDevice(settings, "model:" + (folder / "missing").string()), base::Error);
  EXPECT_THROW(setDevice(settings, "abacus"), base::Error);
  EXPECT_EQ(settings.device, energy::kDefaultDevice);
  EXPECT_FALSE(settings.energyModel);
  settings.device = "model:gone";
  EXPECT_THROW(energyModelOf(settings), base::Error);
}

TEST(ModelDevice, LimitsHoldForTheUpperEndOfWhatIsPredicted) {
  TemporaryFolder folder;
  const auto features = toneFeatures(folder);
  Settings settings = smallSettings(*features);
  setDevice(settings, "model:" + plantedModel(folder).string());
  const auto space = spaceOf(settings);
  base::Random random(5);
  const auto candidate = space::decode(space, space.sample(random), settings.input, 2);
  const auto estimate = energyModelOf(settings)->estimate(candidate.input, candidate.network);
  settings.limits.energyMj = (estimate.millijoules + estimate.high) / 2;
  EXPECT_THAT(violated(limitsOf(settings), {}, estimate).english(), HasSubstr("may be"));
  settings.limits.energyMj = estimate.high * 1.01;
  EXPECT_EQ(violated(limitsOf(settings), {}, estimate).english(), "");
}

}  // namespace
}  // namespace kinglet::study::testing
