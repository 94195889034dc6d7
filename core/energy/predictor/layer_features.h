// What a predictor is told of a kernel or a network: logarithms of sizes, so that trends are straight lines.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "energy/work.h"

namespace kinglet::energy {

// kernel: one layer a row; a network is the sum of its layers. network: one network a row. columns: rows of
// numbers whose meaning is the user's; such a table predicts rows like its own.
enum class FeatureLevel { kernel, network, columns };
const char* toText(FeatureLevel level);
FeatureLevel featureLevelFromText(const std::string& text);  // throws base::Error

// The kinds of layers that a table tells apart by a column of its own: convolutions of any shape are one.
enum class Family { convolution, depthwise, dense, data };
Family familyOf(WorkKind kind);
const char* toText(Family family);

class FeatureMap {
 public:
  FeatureMap() = default;
  // families: those that occur in the table, for kernels. columns: their names, for columns.
  FeatureMap(FeatureLevel level, std::vector<Family> families, std::vector<std::string> columns = {});

  FeatureLevel level() const { return level_; }
  const std::vector<std::string>& names() const { return names_; }
  const std::vector<Family>& families() const { return families_; }
  const std::vector<std::string>& columns() const { return columns_; }
  std::vector<int> trendColumns() const;  // those over which ln(energy) may run on as a straight line

  void ofKernel(const LayerWork& work, std::vector<double>& out) const;       // appends
  void ofSums(std::span<const double> sums, std::vector<double>& out) const;  // of a network: see networkSums
  void ofColumns(std::span<const double> values, std::vector<double>& out) const;

 private:
  FeatureLevel level_ = FeatureLevel::kernel;
  std::vector<Family> families_;
  std::vector<std::string> columns_, names_;
};

// What a kernel is apart from the size of its map: kind, window, stride, channels. Rows of one kernel lie close
// together, so that an error is only told of kernels never seen where all of them are left out together.
std::string kernelOf(const LayerWork& work);

// The sums over a network that `kinglet energy measure` writes and that network-level features are made of.
const std::vector<std::string>& networkSumNames();  // operators, conv_macs, ... activation_bytes
std::vector<double> networkSums(const std::vector<LayerWork>& works);

}  // namespace kinglet::energy
