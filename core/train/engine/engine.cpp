#include "train/engine/engine.h"

#include <algorithm>
#include <cmath>

#include "network/layer_traits.h"

namespace kinglet::train::engine {
namespace {

using network::Activation;

Rectifier rectifierOf(Activation activation) {
  switch (activation) {
    case Activation::none:
      return Rectifier::none;
    case Activation::relu:
      return Rectifier::relu;
    case Activation::relu6:
      return Rectifier::relu6;
    case Activation::hardSwish:
      return Rectifier::hardSwish;
  }
  return Rectifier::none;
}

}  // namespace

struct Engine::Node {
  Node(const network::Layer& l, const Parameters::Layer& p) : layer(l), at(p), work(makeOperation(l, p)) {}

  const network::Layer layer;
  const Parameters::Layer at;
  std::unique_ptr<Operation> work;
  Output output;
  std::vector<Output*> inputs;
  std::unique_ptr<Context> context;
  long partClips = 1;  // worked on at once
  bool byBatch = false;
  Buffer z, slope, scale, shift, center, first, second;  // all but two are patterns
  Buffer a, b, c;                                        // of Kernels::slope
  std::vector<double> sums, products;                    // a channel
  std::vector<float> channels;
  std::vector<double> inverse, mean;

  bool normalises() const { return at.scale >= 0; }
};

Engine::~Engine() = default;

Engine::Engine(const network::NetworkSpec& spec, const Parameters& parameters, long capacity, bool gradients,
               const Kernels& kernels)
    : spec_(spec), kernels_(kernels), capacity_(capacity), learns_(gradients) {
  input_.shape = spec_.input();
  const auto clips = static_cast<std::size_t>(capacity);
  for (std::size_t i = 0; i < spec_.layers().size(); ++i) {
    const network::Layer& layer = spec_.layers()[i];
    auto node = std::make_unique<Node>(layer, parameters.layer(i));
    const long size = layer.out.elements(), channels = layer.out.c;
    node->output.shape = layer.out;
    node->output.z = node->z.grow(clips * static_cast<std::size_t>(size));
    if (gradients) node->output.slope = node->slope.grow(clips * static_cast<std::size_t>(size));
    Post& post = node->output.post;
    post.period = patternOf(channels);
    if (network::traitsOf(layer.kind).activates) post.rectifier = rectifierOf(layer.activation);
    const auto pattern = static_cast<std::size_t>(post.period);
    if (node->at.scale >= 0 || node->at.bias >= 0) {
      post.scale = node->scale.grow(pattern);
      post.shift = node->shift.grow(pattern);
      std::fill_n(node->scale.data(), pattern, 1.f);
      for (Buffer* buffer : {&node->center, &node->first, &node->second, &node->a, &node->b, &node->c})
        buffer->grow(pattern);
      for (auto* values : {&node->sums, &node->products, &node->inverse, &node->mean})
        values->resize(static_cast<std::size_t>(channels));
      node->channels.resize(static_cast<std::size_t>(channels));
    }
    std::vector<const Output*> sources;
    long read = 0;
    for (const int from : layer.inputs) {
      node->inputs.push_back(from < 0 ? &input_ : &nodes_[static_cast<std::size_t>(from)]->output);
      sources.push_back(node->inputs.back());
      read += sources.back()->shape.elements();
    }
    node->context = std::make_unique<Context>(kernels_, std::move(sources));
    // What a part reads and writes stays in the second cache; but a product has rows enough to pay for the
    // way of its weights.
    constexpr long kPartFloats = 96 * 1024 / 4, kPartRows = 96;
    const long rows = long(layer.out.h) * layer.out.w;
    node->partClips =
        std::clamp(std::max(kPartFloats / (read + size), (kPartRows + rows - 1) / rows), 1L, capacity);
    nodes_.push_back(std::move(node));
  }
  logits_.grow(clips * static_cast<std::size_t>(spec_.output().elements()));
  gradients_.resize(parameters.trainable());
}

template <class F>
void Engine::eachPart(const Node& node, F&& work) const {
  for (long first = 0; first < clips_; first += node.partClips)
    work(Part{first, std::min(node.partClips, clips_ - first)});
}

std::span<const float> Engine::infer(const Parameters& parameters, std::span<const float> x, long clips) {
  forward(parameters, nullptr, x, clips);
  return {logits_.data(), static_cast<std::size_t>(clips * spec_.output().elements())};
}

std::span<const float> Engine::learn(Parameters& parameters, std::span<const float> x, long clips) {
  forward(parameters, &parameters, x, clips);
  return {logits_.data(), static_cast<std::size_t>(clips * spec_.output().elements())};
}

void Engine::forward(const Parameters& parameters, Parameters* learning, std::span<const float> x,
                     long clips) {
  clips_ = clips;
  input_.z = x.data();
  for (const auto& owned : nodes_) {
    Node& node = *owned;
    const long size = node.layer.out.elements(), channels = node.layer.out.c;
    const long rows = clips * node.layer.out.h * node.layer.out.w;
    node.work->prepare(parameters);
    // A batch of one value a channel has no variance to learn from.
    node.byBatch = learning && node.normalises() && rows > 1;
    if (node.byBatch) {
      // Sums of squares are exact enough around about the mean, which the running one is.
      repeat(parameters.values().data() + node.at.mean, channels, node.center.data());
      std::fill(node.sums.begin(), node.sums.end(), 0.0);
      std::fill(node.products.begin(), node.products.end(), 0.0);
    }
    eachPart(node, [&](Part part) {
      float* z = node.z.data() + part.first * size;
      node.work->forward(*node.context, part, z);
      if (!node.byBatch) return;
      const long period = node.output.post.period;
      kernels_.moments(z, part.clips * size, node.center.data(), period, node.first.data(),
                       node.second.data());
      foldPattern(node.first.data(), period, channels, node.sums.data());
      foldPattern(node.second.data(), period, channels, node.products.data());
    });
    if (node.byBatch)
      followBatch(node, *learning, rows);
    else
      preparePost(node, parameters);
  }
  const Output& last = nodes_.back()->output;
  kernels_.apply(last.z, clips * last.shape.elements(), last.post, logits_.data());
}

// By the running statistics, or for a bias.
void Engine::preparePost(Node& node, const Parameters& parameters) {
  const float* values = parameters.values().data();
  const long channels = node.layer.out.c;
  if (node.at.bias >= 0) repeat(values + node.at.bias, channels, node.shift.data());
  if (!node.normalises()) return;
  for (std::size_t c = 0; c < node.channels.size(); ++c) {
    node.mean[c] = values[node.at.mean + static_cast<long>(c)];
    node.inverse[c] = 1 / std::sqrt(values[node.at.variance + static_cast<long>(c)] + kBatchNormEpsilon);
  }
  for (std::size_t c = 0; c < node.channels.size(); ++c)
    node.channels[c] = static_cast<float>(values[node.at.scale + static_cast<long>(c)] * node.inverse[c]);
  repeat(node.channels.data(), channels, node.scale.data());
  for (std::size_t c = 0; c < node.channels.size(); ++c)
    node.channels[c] =
        static_cast<float>(values[node.at.shift + static_cast<long>(c)] - node.mean[c] * node.channels[c]);
  repeat(node.channels.data(), channels, node.shift.data());
}

// By the batch's own statistics, which become part of the running ones.
void Engine::followBatch(Node& node, Parameters& parameters, long rows) {
  constexpr double kMomentum = 0.1;
  float* values = parameters.values().data();
  const long channels = node.layer.out.c;
  const auto n = static_cast<double>(rows);
  for (long c = 0; c < channels; ++c) {
    const auto i = static_cast<std::size_t>(c);
    const double offset = node.sums[i] / n;
    const double variance = std::max(node.products[i] / n - offset * offset, 0.0);  // NaN stays
    const double mean = values[node.at.mean + c] + offset;
    node.mean[i] = mean;
    node.inverse[i] = 1 / std::sqrt(variance + kBatchNormEpsilon);
    float& running = values[node.at.mean + c];
    running = static_cast<float>((1 - kMomentum) * running + kMomentum * mean);
    float& runningVariance = values[node.at.variance + c];
    runningVariance =
        static_cast<float>((1 - kMomentum) * runningVariance + kMomentum * variance * n / (n - 1));
    node.channels[i] = static_cast<float>(values[node.at.scale + c] * node.inverse[i]);
  }
  repeat(node.channels.data(), channels, node.scale.data());
  for (long c = 0; c < channels; ++c) {
    const auto i = static_cast<std::size_t>(c);
    node.channels[i] = static_cast<float>(values[node.at.shift + c] -
                                          node.mean[i] * values[node.at.scale + c] * node.inverse[i]);
  }
  repeat(node.channels.data(), channels, node.shift.data());
}

// Gradients of scale, shift and bias, and what Kernels::slope needs.
void Engine::slopesOf(Node& node, const Parameters& parameters) {
  const long size = node.layer.out.elements(), channels = node.layer.out.c;
  const Post& post = node.output.post;
  const bool products = node.normalises();
  std::fill(node.sums.begin(), node.sums.end(), 0.0);
  std::fill(node.products.begin(), node.products.end(), 0.0);
  const auto asPattern = [&](Buffer& buffer, auto&& value) {
    for (std::size_t c = 0; c < node.channels.size(); ++c) node.channels[c] = static_cast<float>(value(c));
    repeat(node.channels.data(), channels, buffer.data());
  };
  if (products) asPattern(node.center, [&](std::size_t c) { return node.mean[c]; });
  eachPart(node, [&](Part part) {
    const long at = part.first * size;
    kernels_.slopeMoments(node.slope.data() + at, node.z.data() + at, part.clips * size, post,
                          products ? node.center.data() : nullptr, node.first.data(), node.second.data());
    foldPattern(node.first.data(), post.period, channels, node.sums.data());
    if (products) foldPattern(node.second.data(), post.period, channels, node.products.data());
  });
  const auto add = [&](long place, auto&& value) {
    for (std::size_t c = 0; c < node.channels.size(); ++c)
      gradients_[static_cast<std::size_t>(place) + c] += static_cast<float>(value(c));
  };
  if (!products) {
    add(node.at.bias, [&](std::size_t c) { return node.sums[c]; });
    return;
  }
  add(node.at.scale, [&](std::size_t c) { return node.products[c] * node.inverse[c]; });
  add(node.at.shift, [&](std::size_t c) { return node.sums[c]; });
  // dz = scale inverse (g - mean g - (z - mean) inverse^2 mean(g (z - mean))), the means over the batch where
  // its own statistics were used (Ioffe and Szegedy 2015).
  const float* scale = parameters.values().data() + node.at.scale;
  const double n =
      node.byBatch ? static_cast<double>(clips_ * node.layer.out.h * node.layer.out.w) : INFINITY;
  const auto slope = [&](std::size_t c) { return scale[c] * node.inverse[c]; };
  const auto tilt = [&](std::size_t c) {
    return -slope(c) * node.inverse[c] * node.inverse[c] * node.products[c] / n;
  };
  asPattern(node.a, slope);
  asPattern(node.b, tilt);
  asPattern(node.c, [&](std::size_t c) { return -slope(c) * node.sums[c] / n - tilt(c) * node.mean[c]; });
}

std::span<const float> Engine::backward(const Parameters& parameters, std::span<const float> logitSlopes) {
  std::fill(gradients_.begin(), gradients_.end(), 0.f);
  input_.slopeWritten = false;
  for (const auto& node : nodes_) node->output.slopeWritten = false;
  std::copy(logitSlopes.begin(), logitSlopes.end(), nodes_.back()->slope.data());
  nodes_.back()->output.slopeWritten = true;
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    Node& node = *nodes_[i];
    if (!node.output.slopeWritten) continue;  // nothing uses this layer
    const Post& post = node.output.post;
    const long size = node.layer.out.elements();
    if (node.normalises() || node.at.bias >= 0) slopesOf(node, parameters);
    eachPart(node, [&](Part part) {
      const long at = part.first * size, n = part.clips * size;
      const float* dz = node.slope.data() + at;
      if (node.normalises() || post.rectifier != Rectifier::none) {
        float* own = partSlope_.grow(static_cast<std::size_t>(n));
        kernels_.slope(dz, node.z.data() + at, n, post, node.normalises() ? node.a.data() : nullptr,
                       node.b.data(), node.c.data(), own);
        dz = own;
      }
      Slope slopes[2];
      for (std::size_t input = 0; input < node.inputs.size(); ++input) {
        const Output& from = *node.inputs[input];
        if (!from.slope) continue;
        slopes[input] = {from.slope + part.first * from.shape.elements(),
                         from.slopeWritten || (input == 1 && node.inputs[0] == node.inputs[1])};
      }
      node.work->backward(*node.context, part, dz, slopes, gradients_.data());
    });
    for (Output* from : node.inputs) from->slopeWritten = true;
  }
  return gradients_;
}

std::span<const float> Engine::inputSlopes(const Parameters& parameters, std::span<const float> logitSlopes) {
  const long size = input_.shape.elements();
  input_.slope = inputSlope_.grow(static_cast<std::size_t>(capacity_ * size));
  backward(parameters, logitSlopes);
  input_.slope = nullptr;  // training asks for none, and pays for none
  return {inputSlope_.data(), static_cast<std::size_t>(clips_ * size)};
}

}  // namespace kinglet::train::engine
