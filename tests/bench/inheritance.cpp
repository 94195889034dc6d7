// Weight inheritance (Real et al. 2017, "Large-Scale Evolution of Image Classifiers"): a child of evolution
// begins with those of its parent's weights that fit. Worth it only where the child's short training then
// tells better what a long one from scratch would reach, which is what a search wants to know; a lower error
// alone is not enough, since a family's long training flatters all of its children.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <numeric>
#include <thread>

#include "base/error.h"
#include "data/dataset.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/audio_space.h"
#include "statistics/rank_correlation.h"
#include "study/meaning.h"
#include "study/settings.h"
#include "train/engine/engine.h"
#include "train/evaluate.h"
#include "train/loss.h"
#include "train/optimiser.h"
#include "train/recipe.h"
#include "train/trainer.h"
#include "train/weights.h"

using namespace kinglet;

namespace {

// The search's training in little: random windows, smoothed targets, mixup, AdamW, one cycle.
class Training {
 public:
  Training(data::FeatureStore& store, const data::Split& split, const space::Candidate& candidate,
           std::uint64_t seed)
      : dataset_(store.dataset()),
        features_(store.features(train::frontEndOf(candidate.input))),
        split_(split),
        network_(candidate.network),
        normalisation_(train::Normalisation::of(*features_, split.train)),
        random_(seed),
        parameters_(candidate.network, random_),
        engine_(candidate.network, parameters_, recipe_.batch, true) {}

  // Those tensors whose name and shape are the same. Gives their share of the values.
  double inherit(const train::Weights& parent) {
    train::Weights own = parameters_.weights();
    std::size_t same = 0, all = 0;
    for (auto& tensor : own) {
      all += tensor.values.size();
      const auto found = std::find_if(parent.begin(), parent.end(), [&](const train::Tensor& other) {
        return other.name == tensor.name && other.shape == tensor.shape;
      });
      if (found == parent.end()) continue;
      tensor.values = found->values;
      same += tensor.values.size();
    }
    parameters_ = train::engine::Parameters(network_, own);
    return double(same) / double(all);
  }

  // Validation error at the end, percent.
  double run(int epochs) {
    train::AdamW optimiser(parameters_.trainable(), parameters_.decaying());
    const long steps = long(split_.train.size()) * recipe_.windowsPerClip / recipe_.batch;
    std::vector<int> order;
    for (int i = 0; i < recipe_.windowsPerClip; ++i)
      order.insert(order.end(), split_.train.begin(), split_.train.end());
    for (int epoch = 0; epoch < epochs; ++epoch) {
      random_.shuffle(std::span<int>(order));
      for (long step = 0; step < steps; ++step)
        learn({order.data() + step * recipe_.batch, std::size_t(recipe_.batch)}, optimiser,
              recipe_.learningRate * train::oneCycle(epoch * steps + step, epochs * steps, recipe_.warmUp));
    }
    return error();
  }

  train::Weights weights() const { return parameters_.weights(); }

 private:
  void learn(std::span<const int> clips, train::AdamW& optimiser, double rate) {
    const auto shape = network_.input();
    const auto size = std::size_t(shape.elements()), classes = dataset_.classes.size();
    std::vector<float> inputs(clips.size() * size), targets(clips.size() * classes), slopes(targets.size());
    for (std::size_t i = 0; i < clips.size(); ++i) {
      const auto clip = features_->clip(clips[i]);
      const int first = train::randomWindow(clip.frames, shape.h, recipe_.timeShift, random_);
      train::cutWindow(clip, first, shape.h, normalisation_, {inputs.data() + i * size, size});
      train::fillTargets(dataset_.clips[std::size_t(clips[i])].labels, false, recipe_.labelSmoothing,
                         {targets.data() + i * classes, classes});
    }
    train::mixRows(inputs, targets, int(clips.size()), recipe_.mixup, random_);
    const auto logits = engine_.learn(parameters_, inputs, long(clips.size()));
    train::lossAndGradient(logits, targets, int(classes), false, slopes);
    optimiser.step(parameters_.values(), engine_.backward(parameters_, slopes), rate, recipe_.weightDecay);
  }

  double error() {
    const auto scores = train::scoreWith(engine_, parameters_, recipe_.batch, *features_, normalisation_,
                                         split_.validation, false);
    std::vector<std::vector<int>> labels;
    for (const int clip : split_.validation) labels.push_back(dataset_.clips[std::size_t(clip)].labels);
    return 100 * (1 - train::computeMetrics(scores, labels, int(dataset_.classes.size())).accuracy);
  }

  const train::Recipe recipe_;
  const data::Dataset& dataset_;
  const std::shared_ptr<const data::FeatureSet> features_;
  const data::Split& split_;
  const network::NetworkSpec network_;
  const train::Normalisation normalisation_;
  base::Random random_;
  train::engine::Parameters parameters_;
  train::engine::Engine engine_;
};

struct Pair {
  space::Candidate parent, child;
  data::Split split;
  double share = 0, scratch = 0, inherited = 0, reference = 0;
};

std::vector<Pair> drawPairs(const data::Dataset& dataset, int count) {
  constexpr long kMostMacs = 1'000'000;
  const study::Settings settings;
  const auto space = study::spaceOf(settings);
  const auto model = study::energyModelOf(settings);
  const double limit = study::usualEnergyLimitMj(settings);
  const int classes = int(dataset.classes.size()), closed = dataset.folds - 1;
  base::Random random(1);
  const auto fits = [&](const space::Candidate& one) {
    return network::costOf(one.network).macs <= kMostMacs &&
           model->estimate(one.input, one.network).millijoules <= limit;
  };
  std::vector<Pair> pairs;
  while (int(pairs.size()) < count) {
    const auto genome = space.sample(random);
    Pair pair;
    pair.parent = space::decode(space, genome, settings.input, classes);
    pair.child = space::decode(space, space.mutate(genome, random), settings.input, classes);
    if (!fits(pair.parent) || !fits(pair.child) ||
        pair.parent.network.fingerprint() == pair.child.network.fingerprint())
      continue;
    pair.split = data::splitFolds(dataset, closed, int(pairs.size()) % closed);
    pairs.push_back(std::move(pair));
  }
  return pairs;
}

void trainPair(data::FeatureStore& store, Pair& pair, std::uint64_t number, int epochs, int referenceEpochs) {
  const auto seed = [&](std::uint64_t part) { return base::seedFor(7, number, part); };
  Training parent(store, pair.split, pair.parent, seed(0));
  parent.run(epochs);
  Training heir(store, pair.split, pair.child, seed(1)), scratch(store, pair.split, pair.child, seed(1));
  pair.share = heir.inherit(parent.weights());
  pair.inherited = heir.run(epochs);
  pair.scratch = scratch.run(epochs);
  for (std::uint64_t again = 0; again < 2; ++again)
    pair.reference += Training(store, pair.split, pair.child, seed(2 + again)).run(referenceEpochs) / 2;
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) {
    std::fprintf(stderr, "usage: bench_inheritance DATA [PAIRS] [EPOCHS] [REFERENCE EPOCHS]\n");
    return 2;
  }
  const auto number = [&](int at, int usual) { return argc > at ? std::atoi(argv[at]) : usual; };
  const int count = number(2, 64), epochs = number(3, 15), referenceEpochs = number(4, 60);
  data::FeatureStore store(data::openDataset(argv[1]));
  auto pairs = drawPairs(store.dataset(), count);
  std::atomic<std::size_t> next = 0;
  {
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
      workers.emplace_back([&] {
        for (std::size_t at = next++; at < pairs.size(); at = next++)
          trainPair(store, pairs[at], at, epochs, referenceEpochs);
      });
  }
  std::vector<double> scratch, inherited, reference, gain;
  double share = 0;
  for (const Pair& pair : pairs) {
    scratch.push_back(pair.scratch), inherited.push_back(pair.inherited), reference.push_back(pair.reference);
    gain.push_back(pair.scratch - pair.inherited);
    share += pair.share / count;
  }
  const auto mean = [](const std::vector<double>& v) {
    return std::accumulate(v.begin(), v.end(), 0.0) / double(v.size());
  };
  double squares = 0;
  for (const double g : gain) squares += (g - mean(gain)) * (g - mean(gain));
  std::printf(
      "%d children of random parents, one change each, %d epochs; %.0f %% of a child's weights come from its "
      "parent\n",
      count, epochs, 100 * share);
  std::printf(
      "validation error: from scratch %.2f %%, inherited %.2f %% (gain %.2f +- %.2f points), from scratch in "
      "%d epochs %.2f %%\n",
      mean(scratch), mean(inherited), mean(gain), std::sqrt(squares / double(count - 1) / count),
      referenceEpochs, mean(reference));
  // How well a short training ranks what a long one reaches; how sure the difference is, by resampling pairs.
  const double before = statistics::rankCorrelation(scratch, reference),
               after = statistics::rankCorrelation(inherited, reference);
  base::Random random(3);
  std::vector<double> differences;
  for (int draw = 0; draw < 2000; ++draw) {
    std::vector<double> s, i, r;
    for (int k = 0; k < count; ++k) {
      const auto at = std::size_t(random.below(count));
      s.push_back(scratch[at]), i.push_back(inherited[at]), r.push_back(reference[at]);
    }
    differences.push_back(statistics::rankCorrelation(i, r) - statistics::rankCorrelation(s, r));
  }
  double spread = 0;
  for (const double d : differences)
    spread += (d - mean(differences)) * (d - mean(differences)) / double(differences.size());
  const double surest = (after - before) / std::sqrt(spread);
  std::printf("rank correlation with the long training: from scratch %.3f, inherited %.3f (%+.3f +- %.3f)\n",
              before, after, after - before, std::sqrt(spread));
  // Where it surely tells more, it belongs into evolution.
  std::printf("inheritance: what it tells more is %.1f standard errors (needed below 3.0)\n", surest);
  return surest < 3 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "inheritance: %s\n", error.what());
  return 1;
}
