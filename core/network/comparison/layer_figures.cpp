#include "network/comparison/layer_figures.h"

#include "network/layer_traits.h"

namespace kinglet::network {
namespace {

enum class Family { convolution, depthwise, pool, merge, alone };

Family familyOf(LayerKind kind) {
  switch (kind) {
    case LayerKind::conv2d:
    case LayerKind::pointwise:
    case LayerKind::conv1dTime:
    case LayerKind::dilatedConv1dTime:
      return Family::convolution;
    case LayerKind::depthwise:
      return Family::depthwise;
    case LayerKind::maxPool:
    case LayerKind::averagePool:
      return Family::pool;
    case LayerKind::add:
    case LayerKind::concat:
      return Family::merge;
    case LayerKind::frequencyToChannels:
    case LayerKind::split:
    case LayerKind::shuffle:
    case LayerKind::squeezeExcite:
    case LayerKind::globalAveragePool:
    case LayerKind::dense:
    case LayerKind::cropTime:
      return Family::alone;
  }
  return Family::alone;
}

// As NetworkSpec::fingerprint takes them: these are one operation.
LayerKind operationOf(const Layer& layer) {
  const bool plain = layer.kind == LayerKind::pointwise || layer.kind == LayerKind::conv1dTime ||
                     (layer.kind == LayerKind::dilatedConv1dTime && layer.dilation == 1);
  return plain ? LayerKind::conv2d : layer.kind;
}

// Whether the kind leaves the number of filters to its maker.
bool choosesFilters(const Layer& layer) {
  const WeightForm weights = traitsOf(layer.kind).weights;
  return weights == WeightForm::filters || weights == WeightForm::wholeMap || layer.kind == LayerKind::split;
}

std::string pair(int h, int w) {
  return std::to_string(h) + "x" + std::to_string(w);
}

std::string yesNo(int value) {
  return value != 0 ? "yes" : "no";
}

}  // namespace

bool sameFamily(LayerKind before, LayerKind after) {
  const Family family = familyOf(before);
  return before == after || (family != Family::alone && family == familyOf(after));
}

OwnFigures ownFigures(const Layer& layer) {
  OwnFigures own;
  own.operation = static_cast<int>(operationOf(layer));
  if (choosesFilters(layer)) own.filters = layer.filters;
  own.kernelH = layer.kernelH;
  own.kernelW = layer.kernelW;
  own.strideH = layer.strideH;
  own.strideW = layer.strideW;
  const bool whole = layer.kernelH == 1 && layer.kernelW == 1 && layer.strideH == 1 && layer.strideW == 1;
  own.padding = whole ? 0 : static_cast<int>(layer.padding);
  own.activation = static_cast<int>(layer.activation);
  own.batchNorm = static_cast<int>(layer.batchNorm);
  own.begin = layer.begin;
  own.groups = layer.groups;
  own.units = layer.units;
  own.dilation = layer.dilation;
  return own;
}

std::vector<LayerEdit> editsBetween(const Layer& before, const Layer& after) {
  std::vector<LayerEdit> edits;
  const OwnFigures a = ownFigures(before), b = ownFigures(after);
  if (a == b) return edits;
  const auto tell = [&](bool differs, LayerFigure figure, std::string was, std::string is) {
    if (differs) edits.push_back({figure, std::move(was), std::move(is)});
  };
  tell(before.kind != after.kind, LayerFigure::kind, toText(before.kind), toText(after.kind));
  tell(a.filters != b.filters, LayerFigure::filters, std::to_string(a.filters), std::to_string(b.filters));
  tell(a.kernelH != b.kernelH || a.kernelW != b.kernelW, LayerFigure::kernel, pair(a.kernelH, a.kernelW),
       pair(b.kernelH, b.kernelW));
  tell(a.strideH != b.strideH || a.strideW != b.strideW, LayerFigure::stride, pair(a.strideH, a.strideW),
       pair(b.strideH, b.strideW));
  tell(a.dilation != b.dilation, LayerFigure::dilation, std::to_string(a.dilation),
       std::to_string(b.dilation));
  tell(a.padding != b.padding, LayerFigure::padding, toText(before.padding), toText(after.padding));
  tell(a.activation != b.activation, LayerFigure::activation, toText(before.activation),
       toText(after.activation));
  tell(a.batchNorm != b.batchNorm, LayerFigure::batchNorm, yesNo(a.batchNorm), yesNo(b.batchNorm));
  tell(a.begin != b.begin, LayerFigure::begin, std::to_string(a.begin), std::to_string(b.begin));
  tell(a.groups != b.groups, LayerFigure::groups, std::to_string(a.groups), std::to_string(b.groups));
  tell(a.units != b.units, LayerFigure::units, std::to_string(a.units), std::to_string(b.units));
  return edits;
}

}  // namespace kinglet::network
