// Runs a network forward and backward, without LibTorch: plain floats, everything allocated beforehand, batch
// norm and rectifiers fused with what reads them. On small networks this takes a fraction of the time of an
// automatic differentiation, whose bookkeeping and passes over memory cost more than the arithmetic. This is
// the header of engine/ to read first; then operation.h.
#pragma once

#include <span>
#include <vector>

#include "train/engine/operation.h"

namespace kinglet::train::engine {

// Not thread-safe; one a worker. Same numbers, same computer: same bits.
class Engine {
 public:
  // capacity: clips of the largest batch. gradients: whether backward() will be called. parameters: any of
  // this network; only their places count. Throws std::bad_alloc.
  Engine(const network::NetworkSpec& spec, const Parameters& parameters, long capacity, bool gradients,
         const Kernels& kernels = engine::kernels());

  // x: clips x h x w x c. Gives logits, clips x outputs, valid until the next call. By the running
  // statistics.
  std::span<const float> infer(const Parameters& parameters, std::span<const float> x, long clips);
  // The same by the batch's own statistics, which the running ones follow: momentum 0.1, unbiased variance.
  std::span<const float> learn(Parameters& parameters, std::span<const float> x, long clips);
  // After learn() with the same parameters: the gradient of a loss by the trainable values, given that by the
  // logits. Valid until the next call.
  std::span<const float> backward(const Parameters& parameters, std::span<const float> logitSlopes);

  // After infer() with the same parameters, of an engine with gradients: the gradient of a loss by x, given that
  // by the logits; clips x h x w x c. By the running statistics, so that no clip moves another's. Valid until
  // the next call.
  std::span<const float> inputSlopes(const Parameters& parameters, std::span<const float> logitSlopes);

  const network::NetworkSpec& spec() const { return spec_; }

 private:
  struct Node;
  void forward(const Parameters& parameters, Parameters* learning, std::span<const float> x, long clips);
  void preparePost(Node& node, const Parameters& parameters);
  void followBatch(Node& node, Parameters& parameters, long rows);
  void slopesOf(Node& node, const Parameters& parameters);
  template <class F>
  void eachPart(const Node& node, F&& work) const;

  const network::NetworkSpec spec_;
  const Kernels& kernels_;
  const long capacity_;
  const bool learns_;
  Output input_;
  std::vector<std::unique_ptr<Node>> nodes_;
  long clips_ = 0;                          // of the last batch
  Buffer logits_, partSlope_, inputSlope_;  // the last is taken by inputSlopes() alone
  std::vector<float> gradients_;

 public:
  ~Engine();
};

}  // namespace kinglet::train::engine
