#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/files.h"
#include "deploy/graph/calibration.h"
#include "deploy/graph/fine_tune.h"
#include "deploy/package/export.h"
#include "deploy/torchscript/torchscript.h"
#include "deploy/verify/shell.h"
#include "deploy/verify/training_reference.h"
#include "learnt.h"

namespace kinglet::deploy {
namespace {

namespace fs = std::filesystem;

TEST(Export, EveryFormatIsWrittenVerifiedAndDescribed) {
  const Learnt learnt(10);
  const WorkFolder folder;
  ModelOrigin origin;
  origin.study = "a.kinglet";
  origin.trial = 7;
  origin.dataset = "made up";
  for (const ExportPlan& plan : {ExportPlan{Format::torchscript, false, Ends::int8, folder.path / "a.pt", {}},
                                 ExportPlan{Format::onnx, true, Ends::int8, folder.path / "a.onnx", {}},
                                 ExportPlan{Format::tflite, true, Ends::real, folder.path / "a.tflite", {}},
                                 ExportPlan{Format::c, true, Ends::int8, folder.path / "c", {}}}) {
    SCOPED_TRACE(toText(plan.format));
    const ExportResult result = exportNetwork(learnt.model, origin, learnt.sounds, plan);
    ASSERT_EQ(result.files.size(), 4u);
    for (const auto& file : result.files) EXPECT_TRUE(fs::exists(file)) << file;
    // Where it cannot be run it says so; it never claims.
    EXPECT_EQ(result.verification.verified, result.card.verification.starts_with("verified by"));
    if (plan.format == Format::torchscript || plan.format == Format::c) {
      EXPECT_TRUE(result.verification.verified) << result.card.verification;
    }
    const auto card = nlohmann::json::parse(base::readText(result.files[2]));
    EXPECT_EQ(card.at("study").at("trial"), 7);
    EXPECT_EQ(card.at("labels").size(), 4u);
    EXPECT_EQ(card.at("front_end").at("mean").size(), 8u);
    EXPECT_EQ(card.at("accuracy").at("validation_int8").is_number(), plan.int8);
    EXPECT_TRUE(card.at("accuracy").at("test_float").is_null());
    const auto test = nlohmann::json::parse(base::readText(result.files[3]));
    EXPECT_EQ(test.at("input").size(), 16u * 8);
    EXPECT_EQ(test.at("logits").size(), 4u);
    EXPECT_EQ(test.contains("input_codes"), plan.int8);
    EXPECT_NE(base::readText(result.files[1]).find("made up"), std::string::npos);
  }
}

TEST(Card, AnEnergyOfAnotherRuntimeNeverStandsAlone) {
  Card card;
  card.format = "c";
  card.type = "int8";
  card.origin.energyMj = 0.4712;
  card.origin.energyRuntime = "X-CUBE-AI v10.2";
  EXPECT_EQ(energyByRuntime(card), "X-CUBE-AI v10.2: 0.471 mJ, these C files: not known");
  card.origin.exportedCMj = 1.4;
  EXPECT_EQ(energyByRuntime(card), "X-CUBE-AI v10.2: 0.471 mJ, these C files: 1.4 mJ");
  card.type = "float";
  EXPECT_EQ(energyByRuntime(card), "X-CUBE-AI v10.2: 0.471 mJ, these C files, in float: not known");
  card.format = "tflite";
  EXPECT_EQ(energyByRuntime(card), "X-CUBE-AI v10.2: 0.471 mJ");
  card.format = "c";
  card.type = "int8";
  card.origin.energyRuntime = kExportedC;
  card.origin.exportedCMj.reset();
  EXPECT_EQ(energyByRuntime(card), "these C files: 0.471 mJ");
}

// The codes of a TensorFlow Lite file are exact with one of its two roundings: who compares is told.
TEST(Card, TellsWithWhichRoundingCodesAreExact) {
  Card card;
  card.format = "tflite";
  card.type = "int8 (int8 ends)";
  EXPECT_NE(roundingOf(card).find("TFLITE_SINGLE_ROUNDING"), std::string::npos);
  card.type = "float";
  EXPECT_EQ(roundingOf(card), "");
  card.format = "c";
  card.type = "int8";
  EXPECT_EQ(roundingOf(card), "");
}

TEST(Export, PlansThatMakeNoSenseAreRefused) {
  const auto refused = [](Format format, bool int8, const char* board, const char* part) {
    try {
      check({format, int8, Ends::int8, "x", board});
      ADD_FAILURE() << part;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    }
  };
  refused(Format::torchscript, true, "", "float only");
  refused(Format::c, false, "cortex-m4", "int8");
  refused(Format::onnx, true, "cortex-m4", "C export");
  refused(Format::c, true, "cortex-m99", "cortex-m55");
  EXPECT_EQ(formatFrom("tflite"), Format::tflite);
  const auto refusedC = [](const ExportPlan& plan, const char* part) {
    try {
      check(plan);
      ADD_FAILURE() << part;
    } catch (const base::Error& error) {
      EXPECT_NE(std::string(error.what()).find(part), std::string::npos) << error.what();
    }
  };
  ExportPlan plan{Format::onnx, false, Ends::int8, "x", {}};
  plan.form = Form::plain;
  refusedC(plan, "choose format c, not onnx");
  plan.form.reset();
  plan.prefix = kDefaultPrefix;
  refusedC(plan, "choose format c, not onnx");
  plan.format = Format::c;
  plan.prefix = "2dogs";
  refusedC(plan, "begins with a digit");
  plan.prefix = "dogs";
  plan.form = Form::arduino;
  for (const char* folder : {"my dogs", "-dogs", "d\xc3\xb6gs", "d:gs"}) {
    plan.out = folder;
    refusedC(plan, "Arduino takes no library");
  }
  for (const char* folder : {"dogs", "dogs/", "/tmp/my-dogs_1.0"}) {
    plan.out = folder;
    EXPECT_NO_THROW(check(plan)) << folder;
  }
  EXPECT_EQ(formFrom("zephyr"), Form::zephyr);
  EXPECT_THROW(formFrom("esp-idf"), base::Error);
  EXPECT_THROW(formatFrom("pdf"), base::Error);
}

TEST(Export, AnArtefactThatAnswersOtherwiseIsNotHandedOver) {
  const Learnt learnt(2);
  const WorkFolder folder;
  Model other = learnt.model;
  for (auto& tensor : other.weights)
    if (tensor.name == "classes/bias") tensor.values[0] += 0.01f;
  writeTorchScript(buildGraph(other), folder.path / "other.pt");
  const auto window = std::vector<float>(16 * 8, 0.5f);
  EXPECT_THROW(verifyTorchScript(folder.path / "other.pt", learnt.model.network.input(), {window},
                                 {runTraining(learnt.model, window)}),
               base::Error);
}

TEST(Int8, KnowsItsAccuracyBesideTheFloatOne) {
  const Learnt learnt(15);
  const Int8Network int8 = makeInt8(learnt.model, learnt.sounds);
  EXPECT_EQ(int8.real.clips, 48);
  EXPECT_GT(int8.real.accuracy, 0.9);
  EXPECT_GE(int8.integer.accuracy, int8.real.accuracy - kLargestDrop / 100);
}

// The float network barely learnt; fine-tuning sees the same quantisation and must lower the int8 network's
// loss.
TEST(Int8, FineTuningLearnsThroughTheQuantisation) {
  const Learnt learnt(2);
  const Int8Network int8 = makeInt8(learnt.model, learnt.sounds);
  const Graph tuned = fineTuned(learnt.model, int8.network, learnt.sounds);
  const auto again = fineTuned(learnt.model, int8.network, learnt.sounds);
  EXPECT_EQ(tuned.ops.back().weights, again.ops.back().weights);  // deterministic
  const auto probability = [&](const QuantizedGraph& network) {
    const auto scores = scoreClips(learnt.model, network, *learnt.sounds.features, learnt.sounds.train);
    double sum = 0;
    for (std::size_t i = 0; i < learnt.sounds.train.size(); ++i)
      sum += scores[i * 4 + static_cast<std::size_t>(learnt.fake.dataset.clips[i].labels[0])];
    return sum / static_cast<double>(learnt.sounds.train.size());
  };
  const auto windows = windowsOf(learnt.model, *learnt.sounds.features, learnt.sounds.train, 100);
  EXPECT_GT(probability(quantize(tuned, windows)), probability(int8.network) + 0.01);
}

}  // namespace
}  // namespace kinglet::deploy
