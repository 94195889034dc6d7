#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <set>

#include "audio/front_end.h"
#include "data/builtin_sounds.h"
#include "data/dataset.h"

namespace kinglet::data {
namespace {

TEST(BuiltinSounds, EveryClipIsDifferentAndTheSameForASeed) {
  const Dataset dataset = builtinDataset(5);
  EXPECT_GE(dataset.classes.size(), 10u);
  EXPECT_EQ(dataset.folds, 5);
  std::set<float> middles;
  for (int clip = 0; clip < int(dataset.clips.size()); clip += 7) {
    const auto sound = builtinSound(5, clip, 16000);
    ASSERT_EQ(sound.size(), 32000u);
    for (const float sample : sound) ASSERT_LE(std::abs(sample), 1);
    EXPECT_TRUE(middles.insert(sound[16000]).second);
    EXPECT_NE(sound, builtinSound(6, clip, 16000));
    EXPECT_EQ(sound, loadClip(dataset, clip, 16000));
  }
  EXPECT_EQ(builtinSound(5, 3, 8000).size(), 16000u);
}

TEST(BuiltinSounds, TheirNameTellsTheSeed) {
  EXPECT_EQ(demoSeed("demo"), 1u);
  EXPECT_EQ(demoSeed("demo:1"), 1u);
  EXPECT_EQ(demoSeed("demo:18446744073709551615"), 18446744073709551615u);
  for (const char* other :
       {"", "demo:", "demo:x", "demo:-1", "demo:7 ", "demo/7", "demo:18446744073709551616", "DEMO"})
    EXPECT_FALSE(demoSeed(other)) << other;
  for (const std::uint64_t seed : {1u, 7u}) {
    const Dataset dataset = builtinDataset(seed);
    EXPECT_EQ(openDataset(dataset.name).builtinSeed, seed);
    EXPECT_EQ(openDataset(dataset.name).name, dataset.name);
  }
}

TEST(BuiltinSounds, EachFoldHasAllClasses) {
  const Dataset dataset = builtinDataset(1);
  for (int fold = 0; fold < 5; ++fold) {
    std::set<int> classes;
    for (const int clip : dataset.inFold(fold)) classes.insert(dataset.clips[std::size_t(clip)].labels[0]);
    EXPECT_EQ(classes.size(), dataset.classes.size());
  }
}

// Multinomial logistic regression by gradient descent on standardised inputs.
class LogisticRegression {
 public:
  LogisticRegression(std::size_t inputs, std::size_t classes)
      : inputs_(inputs), classes_(classes), weights_((inputs + 1) * classes) {}

  std::vector<double> probabilities(const std::vector<double>& x) const {
    std::vector<double> p(classes_);
    double sum = 0;
    for (std::size_t c = 0; c < classes_; ++c) {
      double z = weights_[c * (inputs_ + 1) + inputs_];
      for (std::size_t i = 0; i < inputs_; ++i) z += weights_[c * (inputs_ + 1) + i] * x[i];
      sum += p[c] = std::exp(z);
    }
    for (double& value : p) value /= sum;
    return p;
  }

  void train(const std::vector<std::vector<double>>& x, const std::vector<int>& y, double decay) {
    std::vector<double> gradient(weights_.size()), speed(weights_.size());
    for (int step = 0; step < 400; ++step) {
      std::fill(gradient.begin(), gradient.end(), 0.0);
      for (std::size_t n = 0; n < x.size(); ++n) {
        const auto p = probabilities(x[n]);
        for (std::size_t c = 0; c < classes_; ++c) {
          const double error = (p[c] - (int(c) == y[n])) / double(x.size());
          for (std::size_t i = 0; i < inputs_; ++i) gradient[c * (inputs_ + 1) + i] += error * x[n][i];
          gradient[c * (inputs_ + 1) + inputs_] += error;
        }
      }
      for (std::size_t w = 0; w < weights_.size(); ++w) {
        speed[w] = 0.9 * speed[w] - 0.3 * (gradient[w] + decay * weights_[w]);
        weights_[w] += speed[w];
      }
    }
  }

 private:
  std::size_t inputs_, classes_;
  std::vector<double> weights_;
};

// Neither too easy, or there would be nothing to search; tests/train shows that a small network can do it.
TEST(BuiltinSounds, ALinearClassifierOnMeanLogMelIsNotEnough) {
  const Dataset dataset = builtinDataset(1);
  const audio::FrontEndParams p;
  const audio::LogMel logMel(p);
  const auto mels = std::size_t(p.mels);
  std::vector<std::vector<double>> means;
  std::vector<float> features;
  double seconds = 0;
  for (int clip = 0; clip < int(dataset.clips.size()); ++clip) {
    const auto start = std::chrono::steady_clock::now();
    const auto sound = loadClip(dataset, clip, p.rate);
    seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const int frames = p.frames(long(sound.size()));
    features.resize(std::size_t(frames) * mels);
    logMel.compute(sound, features);
    std::vector<double> mean(mels);
    for (std::size_t i = 0; i < features.size(); ++i) mean[i % mels] += features[i] / double(frames);
    means.push_back(std::move(mean));
  }
  RecordProperty("seconds_to_generate", std::to_string(seconds));

  const Split split = splitFolds(dataset, -1, 4);
  for (std::size_t m = 0; m < mels; ++m) {
    double sum = 0, squares = 0;
    for (const int clip : split.train)
      sum += means[std::size_t(clip)][m], squares += std::pow(means[std::size_t(clip)][m], 2);
    const double n = double(split.train.size()), mean = sum / n,
                 deviation = std::sqrt(squares / n - mean * mean);
    for (auto& clip : means) clip[m] = (clip[m] - mean) / deviation;
  }
  std::vector<std::vector<double>> x;
  std::vector<int> y;
  for (const int clip : split.train)
    x.push_back(means[std::size_t(clip)]), y.push_back(dataset.clips[std::size_t(clip)].labels[0]);
  double best = 0;  // the decay is chosen in the linear classifier's favour
  for (const double decay : {1e-3, 1e-2}) {
    LogisticRegression classifier(mels, dataset.classes.size());
    classifier.train(x, y, decay);
    int right = 0;
    for (const int clip : split.validation) {
      const auto scores = classifier.probabilities(means[std::size_t(clip)]);
      right += std::max_element(scores.begin(), scores.end()) - scores.begin() ==
               dataset.clips[std::size_t(clip)].labels[0];
    }
    best = std::max(best, double(right) / double(split.validation.size()));
  }
  RecordProperty("accuracy", std::to_string(best));
  EXPECT_LT(best, 0.8);
  EXPECT_GT(best, 0.25);  // it learns something, so the comparison means something
}

}  // namespace
}  // namespace kinglet::data
