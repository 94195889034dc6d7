// What scores that need no training tell of a candidate's error: rank correlations on recorded searches of
// ESC-10, alone, beside the costs that the search knows, and in its Gaussian process.
//   NASWOT         log |det K| of the rectifiers' binary codes over a batch (Mellor et al. 2021)
//   SynFlow        sum of |weight x slope| of the linearised network on ones (Tanaka et al. 2020), as log
//   gradient norm  of the cross-entropy of a batch by all that is trained (Abdelfattah et al. 2021), as log
#include <Eigen/LU>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <numeric>
#include <sstream>

#include "base/error.h"
#include "data/dataset.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "search/history.h"
#include "search/space_features.h"
#include "search/strategy.h"
#include "space/audio_space.h"
#include "space/search_space.h"
#include "statistics/gaussian_process.h"
#include "statistics/rank_correlation.h"
#include "statistics/sum_covariance.h"
#include "study/meaning.h"
#include "study/objectives.h"
#include "study/settings.h"
#include "train/engine/engine.h"
#include "train/loss.h"
#include "train/trainer.h"
#include "train/weights.h"
#include "train/windows.h"

using namespace kinglet;
using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

constexpr int kBatch = 32;
const std::vector<std::string> kScores{"log parameters", "log MACs", "NASWOT", "SynFlow", "gradient norm"};
constexpr int kCosts = 2;  // of them, known without a look at the weights

struct Recorded {
  int study;
  space::Genome genome;
  double error = 0;  // mean of the last three epochs, percent
  std::vector<double> scores;
};

std::vector<Recorded> readRecorded(std::istream& in) {
  std::vector<Recorded> all;
  std::size_t next = 0;
  int study = -1;
  bool curves = false;
  for (std::string line; std::getline(in, line);) {
    if (line == "end") curves = true, study = -1;
    if (line.starts_with("#") || line == "end") continue;
    if (line.starts_with("study,")) {
      ++study;
      continue;
    }
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, ',');) cells.push_back(cell);
    if (!curves) {
      space::Genome genome;
      for (const char digit : cells.at(1)) genome.push_back(digit - '0');
      all.push_back({study, std::move(genome), 0, {}});
      continue;
    }
    std::istringstream numbers(cells.at(3));
    const std::vector<double> errors{std::istream_iterator<double>(numbers), {}};
    if (next >= all.size() || all[next].study != study || errors.size() < 3)
      throw base::Error("genomes and curves do not belong together");
    all[next++].error = 100 * std::accumulate(errors.end() - 3, errors.end(), 0.0) / 3;
  }
  if (next == 0 || next != all.size()) throw base::Error("genomes and curves do not belong together");
  return all;
}

struct Batch {
  std::vector<float> inputs, targets;
};

Batch drawBatch(const space::Candidate& candidate, const data::FeatureSet& features,
                const data::Dataset& dataset, base::Random& random) {
  std::vector<int> clips;
  for (int clip = 0; clip < static_cast<int>(dataset.clips.size()); ++clip)
    if (dataset.clips[static_cast<std::size_t>(clip)].fold < dataset.folds - 2) clips.push_back(clip);
  const auto normalisation = train::Normalisation::of(features, clips);
  random.shuffle(std::span<int>(clips));
  const auto shape = candidate.network.input();
  const auto size = static_cast<std::size_t>(shape.elements()), classes = dataset.classes.size();
  Batch batch{std::vector<float>(kBatch * size), std::vector<float>(kBatch * classes)};
  for (std::size_t i = 0; i < kBatch; ++i) {
    const auto clip = features.clip(clips[i]);
    // The loudest of some, so that no score is of silence.
    int first = 0;
    float loudest = -INFINITY;
    for (int draw = 0; draw < 8; ++draw) {
      const int one = train::randomWindow(clip.frames, shape.h, 0, random);
      const float level = train::loudestFrame(clip, one, shape.h);
      if (level > loudest) loudest = level, first = one;
    }
    train::cutWindow(clip, first, shape.h, normalisation, {batch.inputs.data() + i * size, size});
    train::fillTargets(dataset.clips[static_cast<std::size_t>(clips[i])].labels, false, 0,
                       {batch.targets.data() + i * classes, classes});
  }
  return batch;
}

double gradientNorm(const network::NetworkSpec& network, train::engine::Parameters parameters,
                    const Batch& batch) {
  train::engine::Engine engine(network, parameters, kBatch, true);
  const auto logits = engine.learn(parameters, batch.inputs, kBatch);
  std::vector<float> slopes(logits.size());
  train::lossAndGradient(logits, batch.targets, static_cast<int>(network.output().elements()), false, slopes);
  double sum = 0;
  for (const float g : engine.backward(parameters, slopes)) sum += double(g) * g;
  return std::log(sum) / 2;
}

// Without batch norm and rectifiers, which on ones and positive weights would change nothing but the scale.
double synFlow(const network::NetworkSpec& network, base::Random& random) {
  network::NetworkSpec linear(network.name(), network.input());
  for (network::Layer layer : network.layers()) {
    layer.batchNorm = false;
    layer.activation = network::Activation::none;
    linear.add(layer);
  }
  train::engine::Parameters parameters(linear, random);
  for (float& value : parameters.values()) value = std::abs(value);
  train::engine::Engine engine(linear, parameters, 1, true);
  const std::vector<float> ones(static_cast<std::size_t>(linear.input().elements()), 1.f);
  const auto outputs = engine.learn(parameters, ones, 1);
  const std::vector<float> slopes(outputs.size(), 1.f);
  const auto gradients = engine.backward(parameters, slopes);
  double sum = 0;
  for (std::size_t i = 0; i < gradients.size(); ++i)
    sum += std::abs(double(gradients[i]) * parameters.values()[i]);
  return std::log(sum);
}

// The codes of a layer are what the network up to it gives: which values are above zero.
double naswot(const network::NetworkSpec& network, const train::engine::Parameters& parameters,
              const Batch& batch) {
  const train::Weights weights = parameters.weights();
  MatrixXd kernel = MatrixXd::Zero(kBatch, kBatch);
  network::NetworkSpec part(network.name(), network.input());
  for (const auto& layer : network.layers()) {
    part.add(layer);
    if (layer.activation == network::Activation::none) continue;
    train::engine::Parameters own(part, weights);
    train::engine::Engine engine(part, own, kBatch, false);
    const auto values = engine.learn(own, batch.inputs, kBatch);
    const auto width = static_cast<Eigen::Index>(values.size() / kBatch);
    MatrixXd code(kBatch, width);
    for (Eigen::Index i = 0; i < kBatch; ++i)
      for (Eigen::Index k = 0; k < width; ++k)
        code(i, k) = values[static_cast<std::size_t>(i * width + k)] > 0;
    const MatrixXd other = MatrixXd::Ones(kBatch, width) - code;
    kernel += code * code.transpose() + other * other.transpose();
  }
  const MatrixXd factors = kernel.partialPivLu().matrixLU();
  return factors.diagonal().array().abs().max(1e-9).log().sum();
}

std::vector<double> scoresOf(const space::Candidate& candidate, const data::FeatureSet& features,
                             const data::Dataset& dataset) {
  const auto cost = network::costOf(candidate.network);
  std::vector<double> mean(kScores.size());
  mean[0] = std::log(double(cost.params)), mean[1] = std::log(double(cost.macs));
  constexpr int kDraws = 3;
  for (int draw = 0; draw < kDraws; ++draw) {
    base::Random random(base::seedFor(1, static_cast<std::uint64_t>(draw)));
    const Batch batch = drawBatch(candidate, features, dataset, random);
    const train::engine::Parameters parameters(candidate.network, random);
    mean[2] += naswot(candidate.network, parameters, batch) / kDraws;
    mean[3] += synFlow(candidate.network, random) / kDraws;
    mean[4] += gradientNorm(candidate.network, parameters, batch) / kDraws;
  }
  for (const double score : mean)
    if (!std::isfinite(score)) throw base::Error("a score is no number");
  return mean;
}

std::vector<double> listOf(const VectorXd& values) {
  return {values.data(), values.data() + values.size()};
}

VectorXd ranks(const VectorXd& values) {
  const std::vector<double> rank = statistics::ranks(listOf(values));
  return Eigen::Map<const VectorXd>(rank.data(), values.size());
}

double spearman(const VectorXd& a, const VectorXd& b) {
  return statistics::rankCorrelation(listOf(a), listOf(b));
}

// Of what is left of both once the ranks of `given` have explained what they can.
double partial(const VectorXd& a, const VectorXd& b, const MatrixXd& given) {
  MatrixXd base(a.size(), given.cols() + 1);
  base.col(0).setOnes();
  for (Eigen::Index k = 0; k < given.cols(); ++k) base.col(k + 1) = ranks(given.col(k));
  const auto left = [&](const VectorXd& values) -> VectorXd {
    const VectorXd rank = ranks(values);
    return rank - base * base.colPivHouseholderQr().solve(rank);
  };
  return statistics::correlation(listOf(left(a)), listOf(left(b)));
}

// The search's Gaussian process as it is, or with more columns beside the known costs.
class Predictor {
 public:
  Predictor(const search::SpaceFeatures& features, const MatrixXd& rows, const VectorXd& errors,
            const MatrixXd& more)
      : errors_(errors),
        process_(statistics::sumCovariance(partsOf(features, static_cast<int>(more.cols())))) {
    const int places = features.placeColumns(), summaries = features.columns() - places;
    inputs_.resize(rows.rows(), rows.cols() + more.cols());
    inputs_ << rows.leftCols(summaries), more, rows.rightCols(places);
  }

  void tell(const std::vector<int>& known) {
    const MatrixXd inputs = inputs_(known, Eigen::all);
    const VectorXd targets = errors_(known);
    process_.condition({inputs, targets}, process_.fit({inputs, targets}));
  }

  // Rank correlation with the error, and the root of the mean square, percent.
  std::pair<double, double> check(const std::vector<int>& rest) const {
    const MatrixXd others = inputs_(rest, Eigen::all);
    const VectorXd truth = errors_(rest), predicted = process_.means(process_.covariances(others));
    return {spearman(predicted, truth), std::sqrt((predicted - truth).squaredNorm() / double(truth.size()))};
  }

  // A search among the recorded candidates: from so many at random, always the one with the lowest error that
  // may be hoped for (mean less a deviation). Gives the mean error of the five best that it found.
  double search(std::vector<int> order, int begin, int trials) {
    for (int known = begin; known < trials; ++known) {
      constexpr int kRefit = 5;
      const auto middle = order.begin() + known;
      if ((known - begin) % kRefit == 0) tell({order.begin(), middle});
      const std::vector<int> rest(middle, order.end());
      const MatrixXd others = inputs_(rest, Eigen::all);
      const MatrixXd covariances = process_.covariances(others);
      const VectorXd hope =
          process_.means(covariances) - process_.deviations(covariances, process_.variances(others));
      Eigen::Index best = 0;
      hope.minCoeff(&best);
      std::swap(order[static_cast<std::size_t>(known)], order[static_cast<std::size_t>(known + best)]);
      const int picked = order[static_cast<std::size_t>(known)];
      process_.append(inputs_.row(picked), errors_[picked]);
    }
    std::vector<double> found;
    for (int i = 0; i < trials; ++i) found.push_back(errors_[order[static_cast<std::size_t>(i)]]);
    std::sort(found.begin(), found.end());
    return std::accumulate(found.begin(), found.begin() + 5, 0.0) / 5;
  }

 private:
  static statistics::Parts partsOf(const search::SpaceFeatures& features, int extra) {
    statistics::Parts kernel;
    const int places = features.placeColumns(), summaries = features.columns() - places;
    for (int c = 0; c < features.columns(); ++c) kernel.group.push_back(features.groupOf(c));
    for (int k = 0; k < extra; ++k)
      kernel.group.insert(kernel.group.begin() + summaries, features.groups() + k);
    kernel.groups = features.groups() + extra;
    for (int c = 0; c < features.costColumns(); ++c) kernel.linear.push_back(c);
    for (int k = 0; k < extra; ++k) kernel.linear.push_back(summaries + k);
    kernel.parts = {{summaries + extra, 0}};
    if (places > 0) kernel.parts.push_back({places, -1.5});
    return kernel;
  }

  const VectorXd errors_;
  MatrixXd inputs_;
  statistics::GaussianProcess process_;
};

struct Mean {
  double value = 0, ofMean = 0;
};
Mean meanOf(const std::vector<double>& values) {
  const Eigen::Map<const VectorXd> all(values.data(), static_cast<Eigen::Index>(values.size()));
  return {all.mean(),
          std::sqrt((all.array() - all.mean()).square().sum() / double(all.size() * (all.size() - 1)))};
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 3) {
    std::fprintf(stderr, "usage: bench_cheap-looks DATA SPACE [TRIALS known] < genomes and curves\n");
    return 2;
  }
  const int told = argc > 3 ? std::atoi(argv[3]) : 60;
  std::ifstream file(argv[2]);
  study::Settings settings;
  settings.spaceJson.assign(std::istreambuf_iterator<char>(file), {});
  const auto space = study::spaceOf(settings);
  const auto energy = study::energyModelOf(settings);
  auto recorded = readRecorded(std::cin);
  data::FeatureStore store(data::openDataset(argv[1]));
  const data::Dataset& dataset = store.dataset();
  const auto classes = static_cast<int>(dataset.classes.size());

  search::Problem problem;
  problem.space = space;
  problem.objectives = study::studyObjectives(settings);
  problem.knownCosts = [&](const space::Genome& genome) {
    const auto candidate = space::decode(space, genome, settings.input, classes);
    const auto cost = network::costOf(candidate.network);
    return search::Costs{{energy->estimate(candidate.input, candidate.network).millijoules,
                          double(cost.flashBytes + cost.peakRamBytes) / 1024},
                         true,
                         {}};
  };
  const search::History history(problem);
  const search::SpaceFeatures features(history);

  const auto n = static_cast<Eigen::Index>(recorded.size());
  MatrixXd scores(n, static_cast<Eigen::Index>(kScores.size()));
  MatrixXd rows(n, features.columns());
  VectorXd errors(n);
  for (Eigen::Index i = 0; i < n; ++i) {
    const Recorded& one = recorded[static_cast<std::size_t>(i)];
    const auto candidate = space::decode(space, one.genome, settings.input, classes);
    const auto values = scoresOf(candidate, *store.features(train::frontEndOf(candidate.input)), dataset);
    scores.row(i) = Eigen::Map<const Eigen::RowVectorXd>(values.data(), scores.cols());
    errors[i] = one.error;
    Eigen::RowVectorXd row(features.columns());
    features.row(space.canonical(one.genome), history.knownPoint(history.costs(one.genome)), row);
    rows.row(i) = row;
  }
  // Columns of unit scale, as the process expects.
  MatrixXd scaled = scores;
  for (Eigen::Index k = 0; k < scaled.cols(); ++k) {
    scaled.col(k).array() -= scaled.col(k).mean();
    scaled.col(k) /= std::sqrt(scaled.col(k).squaredNorm() / double(n));
  }

  std::vector<std::vector<int>> byStudy;
  for (int i = 0; i < static_cast<int>(n); ++i) {
    const auto study = static_cast<std::size_t>(recorded[static_cast<std::size_t>(i)].study);
    byStudy.resize(std::max(byStudy.size(), study + 1));
    byStudy[study].push_back(i);
  }
  std::printf(
      "%ld candidates; rank correlation with the validation error after training (negative: a high score is "
      "good)\n",
      long(n));
  std::printf("%-16s %6s", "", "all");
  for (std::size_t s = 0; s < byStudy.size(); ++s) std::printf("  search %zu", s + 1);
  std::printf("   given the costs\n");
  for (Eigen::Index k = 0; k < scores.cols(); ++k) {
    std::printf("%-16s %+6.2f", kScores[static_cast<std::size_t>(k)].c_str(),
                spearman(scores.col(k), errors));
    for (const auto& own : byStudy) std::printf("  %+8.2f", spearman(scores(own, k), errors(own)));
    if (k >= kCosts) std::printf("  %+8.2f", partial(scores.col(k), errors, scores.leftCols(kCosts)));
    std::printf("\n");
  }

  // Columns that are added to what the process sees.
  std::vector<std::pair<std::string, std::vector<int>>> additions{{"as it is", {}}};
  for (int k = 0; k < static_cast<int>(kScores.size()); ++k)
    additions.push_back({"and " + kScores[static_cast<std::size_t>(k)], {k}});
  additions.push_back({"and all five", {0, 1, 2, 3, 4}});
  additions.push_back({"and both costs", {0, 1}});
  constexpr int kSplits = 40;
  std::vector<std::vector<double>> rank(additions.size()), deviation(additions.size()),
      found(additions.size());
  for (int split = 0; split < kSplits; ++split) {
    base::Random random(base::seedFor(2, static_cast<std::uint64_t>(split)));
    std::vector<int> order(static_cast<std::size_t>(n));
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(std::span<int>(order));
    const std::vector<int> known(order.begin(), order.begin() + told),
        rest(order.begin() + told, order.end());
    for (std::size_t a = 0; a < additions.size(); ++a) {
      Predictor predictor(features, rows, errors, scaled(Eigen::all, additions[a].second));
      predictor.tell(known);
      const auto [r, d] = predictor.check(rest);
      rank[a].push_back(r), deviation[a].push_back(d);
      found[a].push_back(predictor.search(order, told / 3, told));
    }
  }
  std::printf(
      "\nthe search's Gaussian process: told %d, it predicts the others; and it searches among the recorded, "
      "%d at random,\n"
      "then %d of its choice: error of the five best (%d splits; differences from \"as it is\" with their "
      "standard errors)\n",
      told, told / 3, told - told / 3, kSplits);
  const auto against = [](const std::vector<double>& values, const std::vector<double>& base) {
    std::vector<double> difference;
    for (std::size_t i = 0; i < values.size(); ++i) difference.push_back(values[i] - base[i]);
    return meanOf(difference);
  };
  double surest = 0;  // less error by a look, in standard errors
  for (std::size_t a = 0; a < additions.size(); ++a) {
    const Mean r = against(rank[a], rank[0]), d = against(deviation[a], deviation[0]),
               f = against(found[a], found[0]);
    std::printf(
        "%-20s rank correlation %.3f  %+.3f +- %.3f   deviation %.2f %%  %+.2f +- %.2f   found %.2f %%  "
        "%+.2f +- %.2f\n",
        additions[a].first.c_str(), meanOf(rank[a]).value, r.value, r.ofMean, meanOf(deviation[a]).value,
        d.value, d.ofMean, meanOf(found[a]).value, f.value, f.ofMean);
    if (f.ofMean > 0) surest = std::max(surest, -f.value / f.ofMean);
  }
  // As a pre-filter: twice as many are drawn, and the half with the higher score is trained.
  std::printf("\nas a pre-filter: of %d drawn, the %d of highest score are trained\n", 2 * told, told);
  const auto fiveBest = [&](std::vector<int> trained) {
    std::vector<double> reached;
    for (const int i : trained) reached.push_back(errors[i]);
    std::sort(reached.begin(), reached.end());
    return std::accumulate(reached.begin(), reached.begin() + 5, 0.0) / 5;
  };
  std::vector<double> byParameters;  // needs no look: what a look has to beat
  for (int k = -1; k < static_cast<int>(kScores.size()); ++k) {
    std::vector<double> mean, best, gain;
    for (int split = 0; split < kSplits; ++split) {
      base::Random random(base::seedFor(3, static_cast<std::uint64_t>(split)));
      std::vector<int> order(static_cast<std::size_t>(n));
      std::iota(order.begin(), order.end(), 0);
      random.shuffle(std::span<int>(order));
      const std::vector<int> first(order.begin(), order.begin() + told);
      std::vector<int> kept(order.begin(), order.begin() + std::min<Eigen::Index>(2 * told, n));
      if (k >= 0)
        std::stable_sort(kept.begin(), kept.end(), [&](int a, int b) { return scores(a, k) > scores(b, k); });
      kept.resize(static_cast<std::size_t>(told));
      mean.push_back(errors(kept).mean()), best.push_back(fiveBest(kept));
      gain.push_back(fiveBest(first) - best.back());
    }
    if (k == 0) byParameters = best;
    const Mean gained = meanOf(gain);
    std::printf("%-20s mean error %.2f %%   error of the five best %.2f %%  (gain %+.2f +- %.2f",
                k < 0 ? "none" : kScores[static_cast<std::size_t>(k)].c_str(), meanOf(mean).value,
                meanOf(best).value, gained.value, gained.ofMean);
    if (k >= kCosts) {
      const Mean over = against(byParameters, best);
      std::printf("; over log parameters, which need no look, %+.2f +- %.2f", over.value, over.ofMean);
      if (over.ofMean > 0) surest = std::max(surest, over.value / over.ofMean);
    }
    std::printf(")\n");
  }
  // A look by which the search surely finds better networks belongs into it.
  std::printf("cheap-looks: the surest gain of a look is %.1f standard errors (needed below 3.0)\n", surest);
  return surest < 3 ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "cheap-looks: %s\n", error.what());
  return 1;
}
