#include "energy/work.h"

#include <algorithm>
#include <cmath>

#include "network/cost.h"

namespace kinglet::energy {

using network::Moved;
using network::WeightForm;

bool isCountable(const LayerWork& work) {
  const auto elements = [](network::Shape shape) { return double(shape.h) * shape.w * shape.c; };
  const double kernel = double(work.kernelH) * work.kernelW;
  const double looks = work.kind == WorkKind::dense       ? elements(work.in)
                       : work.kind == WorkKind::depthwise ? kernel
                                                          : kernel * work.in.c;
  return std::max({elements(work.in), looks * elements(work.out)}) < 1e15;
}

void countWork(LayerWork& work) {
  const long pixels = long(work.out.h) * work.out.w, kernel = long(work.kernelH) * work.kernelW;
  long macs = 0, params = 0;
  switch (work.kind) {
    case WorkKind::conv:
    case WorkKind::pointwise:
    case WorkKind::conv1d:
      macs = pixels * kernel * work.in.c * work.out.c;
      params = kernel * work.in.c * work.out.c + work.out.c;
      work.outputs = work.out.elements();
      // A 1 x 1 kernel without stride reads its input where it lies.
      if (kernel > 1 || work.stride > 1) work.patchBytes = pixels * kernel * work.in.c;
      break;
    case WorkKind::depthwise:
      macs = pixels * kernel * work.out.c;
      params = (kernel + 1) * work.out.c;
      work.outputs = work.out.elements();
      break;
    case WorkKind::dense:
      macs = work.in.elements() * work.out.elements();
      params = macs + work.out.elements();
      work.outputs = work.out.elements();
      break;
    case WorkKind::data:
      work.activationBytes = work.in.elements();
      break;
    case WorkKind::none:
      work.operators = 0;
      break;
  }
  if (work.macs == 0) work.macs = macs;
  if (work.params == 0) work.params = params;
}

namespace {

// A kernel of one place gathers nothing.
WorkKind kindOf(const network::Layer& layer) {
  const WorkKind kind = network::traitsOf(layer.kind).work;
  const bool gathers = layer.kernelH > 1 || layer.kernelW > 1;
  return (kind == WorkKind::conv || kind == WorkKind::conv1d) && !gathers ? WorkKind::pointwise : kind;
}

long movedBy(const network::Layer& layer) {
  switch (network::traitsOf(layer.kind).moved) {
    case Moved::nothing:
      return 0;
    case Moved::input:
      return layer.in.elements();
    case Moved::inputTwice:
      return 2 * layer.in.elements();
    case Moved::output:
      return layer.out.elements();
    case Moved::windows:
      return layer.out.elements() * layer.kernelH * layer.kernelW;
  }
  return 0;
}

}  // namespace

std::vector<LayerWork> workOf(const network::NetworkSpec& network) {
  const network::NetworkCost cost = network::costOf(network);
  std::vector<LayerWork> works;
  works.reserve(network.layers().size());
  for (std::size_t i = 0; i < network.layers().size(); ++i) {
    const network::Layer& layer = network.layers()[i];
    LayerWork work;
    work.kind = kindOf(layer);
    work.name = layer.name;
    work.in = layer.in;
    work.out = layer.out;
    work.kernelH = layer.kernelH;
    work.kernelW = layer.kernelW;
    work.stride = std::max(layer.strideH, layer.strideW);
    work.dilation = layer.dilation;
    work.macs = cost.layers[i].macs;
    work.params = cost.layers[i].params;
    work.operators = cost.layers[i].operators;
    if (network::traitsOf(layer.kind).weights == WeightForm::gate)
      work.outputs = layer.units + layer.in.c;  // of its two dense layers
    else
      countWork(work);
    work.activationBytes = movedBy(layer);
    works.push_back(std::move(work));
  }
  return works;
}

std::string assumedOf(const std::vector<LayerWork>& works) {
  const bool dilated =
      std::any_of(works.begin(), works.end(), [](const LayerWork& work) { return work.dilation > 1; });
  return dilated ? "; dilated convolutions are taken as convolutions over time" : "";
}

double frontEndOps(const network::InputSpec& input) {
  const double window = input.windowMs * input.rate / 1000, fft = input.fftSize;
  // A complex FFT of half the length: (fft/4) log2(fft/2) butterflies of 6 multiply-adds, then 4 a bin to
  // unpack.
  const double transform = fft / 4 * std::log2(fft / 2) * 6 + fft / 2 * 4;
  const double power = fft / 2 * 2;
  const double bins = (input.highHz - input.lowHz) / input.rate * fft;
  const double mel = 2 * std::max(bins, 0.0), logarithms = 20.0 * input.mels;
  return input.frames() * (window + transform + power + mel + logarithms);
}

}  // namespace kinglet::energy
