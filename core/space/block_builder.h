// Builds a network block by block; what each block is made of is told in audio_space.h.
#pragma once

#include <iterator>
#include <string>

#include "network/network_spec.h"

namespace kinglet::space {

enum class BlockType { conv, separable, invertedResidual, shuffle, conv1dTime, dilated };
inline constexpr const char* kBlockTypes[] = {"conv", "dwsep", "invres", "shuffle", "conv1d_time", "dilated"};
static_assert(std::size(kBlockTypes) == static_cast<std::size_t>(BlockType::dilated) + 1);

struct Block {
  BlockType type = BlockType::separable;
  int width = 16, kernel = 3, stride = 1, expansion = 1, dilation = 1;
  bool squeeze = false, skip = false;
};

class BlockBuilder {
 public:
  // padsTime: maps are padded along time too.
  BlockBuilder(std::string name, network::Shape input, bool padsTime = true)
      : network_(std::move(name), input), padsTime_(padsTime) {}

  void stem(bool overTime, int filters, int kernel, int stride);
  void block(const Block& block);
  void head(int units, int classes);
  network::NetworkSpec take() { return std::move(network_); }

 private:
  network::Shape shape() const { return network_.shapeOf(last_); }
  bool overTime() const { return oneDimensional_ || shape().w == 1; }
  std::string in(const char* part) const;  // "block2/PART"
  void flatten();
  // Each reads the layer before and becomes it.
  void append(network::Layer layer);
  void conv(const char* part, int filters, int kernel, int stride, network::Activation activation);
  void dilated(const char* part, const Block& block, network::Activation activation);
  void depthwise(const char* part, int kernel, int stride, network::Activation activation);
  void setWindow(network::Layer& layer, int kernel, int stride);
  void unpad(network::Layer& layer);
  void crop(const char* part);
  void shuffleUnit(int width, int kernel, int stride);
  void addSkip(int from, int stride, network::Activation activation);

  network::NetworkSpec network_;
  std::string scope_;
  int last_ = network::kNetworkInput, number_ = 0;
  bool oneDimensional_ = false;
  const bool padsTime_;
  int lost_ = 0;  // frames that the block's window has taken from either end
};

}  // namespace kinglet::space
