#include "energy/predictor/layer_features.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace kinglet::energy {
namespace {

// Processors compute output channels in vectors: this is how far the last one is from full.
constexpr const char* kAlignment = "channels padded to 8";

double ln(double value) {
  return std::log(std::max(value, 1.0));
}

// Negative columns exist (a temperature); their sign is kept.
double signedLog(double value) {
  return value < 0 ? -std::log1p(-value) : std::log1p(value);
}

}  // namespace

const char* toText(FeatureLevel level) {
  switch (level) {
    case FeatureLevel::kernel:
      return "kernel";
    case FeatureLevel::network:
      return "network";
    case FeatureLevel::columns:
      return "columns";
  }
  return "kernel";
}

FeatureLevel featureLevelFromText(const std::string& text) {
  for (FeatureLevel level : {FeatureLevel::kernel, FeatureLevel::network, FeatureLevel::columns})
    if (text == toText(level)) return level;
  throw base::Error("there are no features of the level \"%1\"", text);
}

Family familyOf(WorkKind kind) {
  switch (kind) {
    case WorkKind::conv:
    case WorkKind::pointwise:
    case WorkKind::conv1d:
      return Family::convolution;
    case WorkKind::depthwise:
      return Family::depthwise;
    case WorkKind::dense:
      return Family::dense;
    case WorkKind::data:
    case WorkKind::none:
      return Family::data;
  }
  return Family::data;
}

const char* toText(Family family) {
  switch (family) {
    case Family::convolution:
      return "convolution";
    case Family::depthwise:
      return "depthwise";
    case Family::dense:
      return "dense";
    case Family::data:
      return "data";
  }
  return "data";
}

FeatureMap::FeatureMap(FeatureLevel level, std::vector<Family> families, std::vector<std::string> columns)
    : level_(level), families_(std::move(families)), columns_(std::move(columns)) {
  switch (level_) {
    case FeatureLevel::kernel:
      names_ = {"input area",     "output area",     "kernel area",    "stride",
                "input channels", "output channels", "MACs",           "parameters",
                "input elements", "output elements", "patch elements", kAlignment};
      if (families_.size() > 1)
        for (Family family : families_) names_.push_back(std::string("is ") + toText(family));
      break;
    case FeatureLevel::network:
      names_ = networkSumNames();
      names_.push_back("all MACs");
      break;
    case FeatureLevel::columns:
      names_ = columns_;
      break;
  }
}

std::vector<int> FeatureMap::trendColumns() const {
  std::vector<int> columns;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i] != kAlignment) columns.push_back(static_cast<int>(i));
  return columns;
}

void FeatureMap::ofKernel(const LayerWork& work, std::vector<double>& out) const {
  const double inArea = double(work.in.h) * work.in.w, outArea = double(work.out.h) * work.out.w;
  const double kernelArea = double(work.kernelH) * work.kernelW;
  const double taps = work.kind == WorkKind::depthwise || work.kind == WorkKind::data ? 1 : work.in.c;
  out.insert(out.end(),
             {ln(inArea), ln(outArea), ln(kernelArea), double(work.stride), ln(work.in.c), ln(work.out.c),
              ln(double(work.macs)), ln(double(work.params)), ln(double(work.in.elements())),
              ln(double(work.out.elements())), ln(outArea * kernelArea * taps),
              std::log(std::ceil(work.out.c / 8.0) * 8 / work.out.c)});
  if (families_.size() > 1)
    for (Family family : families_) out.push_back(family == familyOf(work.kind) ? 1 : 0);
}

void FeatureMap::ofSums(std::span<const double> sums, std::vector<double>& out) const {
  double macs = 0;
  for (int i = 1; i <= 5; ++i) macs += sums[i];
  for (double sum : sums) out.push_back(signedLog(sum));
  out.push_back(signedLog(macs));
}

void FeatureMap::ofColumns(std::span<const double> values, std::vector<double>& out) const {
  for (double value : values) out.push_back(signedLog(value));
}

std::string kernelOf(const LayerWork& work) {
  std::string text = toText(work.kind);
  for (const int size : {work.kernelH, work.kernelW, work.stride, work.in.c, work.out.c})
    text += " " + std::to_string(size);
  return text;
}

const std::vector<std::string>& networkSumNames() {
  static const std::vector<std::string> names{
      "operators",  "conv_macs", "pointwise_macs", "depthwise_macs", "conv1d_macs",
      "dense_macs", "params",    "patch_bytes",    "outputs",        "activation_bytes"};
  return names;
}

std::vector<double> networkSums(const std::vector<LayerWork>& works) {
  std::vector<double> sums(networkSumNames().size(), 0);
  for (const LayerWork& work : works) {
    sums[0] += work.operators;
    switch (work.kind) {
      case WorkKind::conv:
        sums[1] += work.macs;
        break;
      case WorkKind::pointwise:
        sums[2] += work.macs;
        break;
      case WorkKind::depthwise:
        sums[3] += work.macs;
        break;
      case WorkKind::conv1d:
        sums[4] += work.macs;
        break;
      case WorkKind::dense:
        sums[5] += work.macs;
        break;
      case WorkKind::data:
      case WorkKind::none:
        break;
    }
    sums[6] += work.params;
    sums[7] += work.patchBytes;
    sums[8] += work.outputs;
    sums[9] += work.activationBytes;
  }
  return sums;
}

}  // namespace kinglet::energy
