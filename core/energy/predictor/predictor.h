// Energy learned from measurements: a random forest (as Speckhard et al. 2023), a Gaussian process, or the
// better of them by cross-validation, each with calibrated intervals. Read this header first, then
// measured_table.h and explain.h.
//
// Intervals hold 90 %: predicted * exp(+- q s(x)), where s(x) is the regressor's own spread and q the
// quantile of |ln measured - ln predicted| / s over rows predicted out of fold (split conformal prediction
// with a normalised score; Lei et al. 2018, sec. 5). A fold holds all rows of a kernel, whatever their maps
// (kernelOf), so that the intervals hold for kernels that were never measured.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "energy/accuracy.h"
#include "energy/energy_model.h"
#include "energy/predictor/measured_table.h"

namespace kinglet::energy {

// Of a larger table so many rows are learnt from: every n-th in the order of energy, so that small and large
// are there. The work grows with the rows, and a model of some thousand is as good.
constexpr int kMostRowsLearnt = 4000;

// In the table's order, from 0.
std::vector<int> rowsLearnt(const MeasuredTable& table);

struct PredictorOptions {
  std::string method = "auto";  // auto, forest, process
  int folds = 10;               // of the calibration, grouped by kernel, or else by equal features
  std::uint64_t seed = 1;
  // What is being fitted, and the share of the whole that is done, 0 .. 1; from the thread that fits.
  std::function<void(const base::Message& what, double share)> progress;
  std::stop_token stop;  // a request ends fitting in base::Cancelled
};

// A network measured as a whole, front end apart.
struct NetworkMeasurement {
  std::string name;
  std::vector<LayerWork> works;
  double energyMj = 0;
};

struct NetworkEnergy {
  EnergyInterval total;
  std::vector<EnergyInterval> layers;  // as the works; empty where the model knows networks only
};

// Immutable after fit or load; any thread may call the const members.
class Predictor {
 public:
  // Throws base::Error: fewer than 10 measurements, an unknown method.
  static Predictor fit(const MeasuredTable& table, const PredictorOptions& options = {});
  static Predictor load(const std::filesystem::path& path);  // throws base::Error
  // What save() wrote, read already; `name` for errors.
  static Predictor fromText(const std::string& text, const std::string& name);
  void save(const std::filesystem::path& path) const;
  Predictor(Predictor&&) noexcept;
  Predictor& operator=(Predictor&&) noexcept;
  ~Predictor();

  const std::string& method() const;  // "forest" or "process": the one in use
  const std::string& source() const;  // the table, its column and unit; of how many rows, where not of all
  const FeatureMap& features() const;
  const std::vector<Example>& examples() const;
  const std::map<std::string, Accuracy>& crossValidation() const;  // by method, out of fold
  std::vector<std::pair<std::string, double>> importance() const;  // shares of the features, largest first

  // A row of a table like the one it was fitted to.
  EnergyInterval predict(const MeasuredRow& row) const;
  // A network: of a kernel-level model, the sum of its layers (errors of layers of one network are taken as
  // correlated as those of neighbouring kernels were out of fold). Layers of a kind that was not measured
  // count by the table's median energy a MAC; explain() says so. Throws base::Error where the model's columns
  // are not those of networks.
  NetworkEnergy predict(const std::vector<LayerWork>& network) const;
  double medianMjPerMac() const;  // 0 where MACs are not known

  // The model after networks were measured as a whole. Of a network-level model: fitted again with them. Of a
  // kernel-level model: all energies times one factor, the posterior mean of a common error (prior: the
  // correlated part of the model's own spread; noise: the rest), because a total does not tell which layer is
  // at fault.
  Predictor refined(const std::vector<NetworkMeasurement>& measured) const;

  struct State;
  const State& state() const { return *state_; }  // for explain.cpp and its neighbours

 private:
  explicit Predictor(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace kinglet::energy
