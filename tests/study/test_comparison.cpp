// Candidates beside each other: differences add up, and the page is whole and safe.
#include "study/comparison/comparison_html.h"

#include <algorithm>
#include <numeric>

#include "base/error.h"
#include "study/comparison/comparison_words.h"
#include "study/completion.h"
#include "study/meaning.h"
#include "study/small_study.h"
#include "study/well_formed.h"

namespace kinglet::study::testing {
namespace {

using network::LayerChange;
using ::testing::HasSubstr;
using ::testing::Not;

Settings settingsOf(std::vector<std::string> classes) {
  Settings settings;
  settings.classes = std::move(classes);
  return settings;
}

const std::vector<std::string> kTwo{"high", "low"};

// As if trained for two epochs; of ten clips a class, so many are recognised.
Compared trained(Compared compared, std::vector<int> recognised) {
  for (int epoch = 1; epoch <= 2; ++epoch) {
    train::EpochReport report;
    report.epoch = epoch;
    train::Metrics& metrics = report.validation;
    const std::size_t classes = recognised.size();
    metrics.confusion.assign(classes, std::vector<int>(classes, 0));
    for (std::size_t c = 0; c < classes; ++c) {
      metrics.confusion[c][c] = recognised[c];
      metrics.confusion[c][(c + 1) % classes] += 10 - recognised[c];
      metrics.recall.push_back(recognised[c] / 10.0);
      metrics.accuracy += recognised[c] / 10.0 / double(classes);
    }
    metrics.balancedAccuracy = metrics.accuracy;
    compared.curve.push_back(report);
  }
  return compared;
}

// What stands at each place adds up to the difference of the totals, to the last digit or nearly.
TEST(CandidateComparison, DifferencesOfLayersAddUpToThoseOfTheNetworks) {
  const Settings settings = settingsOf(kTwo);
  for (const char* device : {"", "kinglet-c-cortex-m4"}) {
    Settings on = settings;
    if (*device) setDevice(on, device);
    const Compared a = comparedOf("mobilenet_v1:0.25", on), b = comparedOf("mobilenet_v2:0.35", on),
                   c = comparedOf("ds_cnn", on);
    for (const auto& [first, second] : {std::pair{a, b}, std::pair{b, c}, std::pair{a, a}}) {
      const GraphDiff diff = graphDiffOf(first, second);
      ASSERT_TRUE(diff.energyByLayer);
      const auto sum = [&](Amount amount) {
        return std::accumulate(
            diff.rows.begin(), diff.rows.end(), 0.0,
            [&](double so, const GraphDiffRow& row) { return so + row.difference(amount); });
      };
      EXPECT_EQ(sum(Amount::macs), diff.difference(Amount::macs));
      EXPECT_EQ(sum(Amount::flash), diff.difference(Amount::flash));
      EXPECT_NEAR(sum(Amount::energy), diff.difference(Amount::energy),
                  1e-9 * std::max(diff.was.energyMj, diff.is.energyMj));
      for (const GraphDiffRow& row : diff.rows)
        EXPECT_LE(std::abs(row.difference(Amount::energy)), diff.largest(Amount::energy));
    }
  }
}

TEST(CandidateComparison, TellsWhatIsBetterAndByHowMuch) {
  const Settings settings = settingsOf(kTwo);
  const Compared a = trained(comparedOf("mobilenet_v1:0.25", settings), {9, 5}),
                 b = trained(comparedOf("ds_cnn", settings), {8, 9});
  EXPECT_EQ(textOf(Figure::accuracy, figureOf(a, Figure::accuracy)), "70.0 %");
  EXPECT_EQ(differenceText(Figure::accuracy, 0.7, 0.85), "+15.0 points");
  EXPECT_EQ(verdictOf(Figure::accuracy, 0.7, 0.85), "better");
  EXPECT_EQ(differenceText(Figure::energy, 2, 1), "−1 mJ (−50 %)");
  EXPECT_EQ(verdictOf(Figure::energy, 2, 1), "better");
  EXPECT_EQ(verdictOf(Figure::ram, 1, 2), "worse");
  EXPECT_EQ(differenceText(Figure::ram, 2048, 2048), "0");
  EXPECT_EQ(verdictOf(Figure::ram, 2048, 2048), "");
  EXPECT_EQ(differenceText(Figure::latency, 1, std::nan("")), "–");
  const std::vector<std::vector<int>> difference{{-1, 1}, {-4, 4}};
  EXPECT_EQ(confusionDifference(a, b), difference);
}

// Judged by other clips, confusions are not taken from each other.
TEST(CandidateComparison, ConfusionsOfOtherClipsDoNotCompare) {
  const Settings settings = settingsOf(kTwo);
  const Compared a = trained(comparedOf("ds_cnn", settings), {9, 5});
  Compared b = a;
  ++b.curve.back().validation.confusion[0][0];
  EXPECT_TRUE(confusionDifference(a, b).empty());
  b.curve.clear();
  EXPECT_TRUE(confusionDifference(a, b).empty());
}

TEST(CandidateComparison, EnergiesOfAnotherKindAreDoubted) {
  const Settings settings = settingsOf(kTwo);
  const Compared a = comparedOf("ds_cnn", settings);
  Compared b = a;
  EXPECT_TRUE(energyDoubt({a, b}).empty());
  b.energy.runtime = "another";
  EXPECT_THAT(energyDoubt({a, b}).english(), HasSubstr("\"another\""));
  b.energy.provenance = energy::Provenance::measured;
  EXPECT_THAT(energyDoubt({a, b}).english(), HasSubstr("measured"));
}

TEST(CandidateComparison, IsOneWholePage) {
  const Settings settings = settingsOf(kTwo);
  const Compared a = trained(comparedOf("mobilenet_v1:0.25", settings), {9, 5}),
                 b = trained(comparedOf("mobilenet_v1:0.5", settings), {8, 9});
  const std::string html = comparisonHtml({a, b, comparedOf("ds_cnn", settings)}, kTwo);
  EXPECT_EQ(wellFormed(html), "");
  for (const char* part :
       {"filters 8 → 16", "block13/pointwise", "shape follows", "+15.0 points", "Σ", "✓", "✗",
        "Learning curves", "Accuracy of each class", "What was taken for what", "prefers-color-scheme: dark"})
    EXPECT_THAT(html, HasSubstr(part));
  for (const char* never : {"http://", "https://", "<script", "nan", "inf "})
    EXPECT_THAT(html, Not(HasSubstr(never)));
  EXPECT_THROW(comparisonHtml({a}, kTwo), base::Error);
  EXPECT_THROW(comparisonHtml({a, a, a, a, a}, kTwo), base::Error);
}

// Names from a study stay text wherever they stand.
TEST(CandidateComparison, NamesFromOutsideStayText) {
  const std::string evil = "\"><script>alert(1)</script>&<b>";
  const Settings settings = settingsOf({evil, evil});
  Compared a = trained(comparedOf("ds_cnn", settings), {9, 5}),
           b = trained(comparedOf("ds_cnn", settings), {8, 9});
  network::NetworkSpec other(evil, a.input.shape());
  for (network::Layer layer : a.network.layers()) {
    layer.name += evil;
    if (layer.name.starts_with("stem")) layer.filters = 32;
    other.add(layer);
  }
  b.network = other;
  b.cost = network::costOf(other, b.input);
  b.name = evil;
  b.energy.source = b.energy.runtime = evil;
  const std::string html = comparisonHtml({a, b}, settings.classes);
  EXPECT_EQ(wellFormed(html), "");
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<b>\"")));
}

}  // namespace
}  // namespace kinglet::study::testing
