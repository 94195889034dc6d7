// network/: a network as plain data: layers with shapes, and what they cost. Calls base/ only; space/,
// energy/, train/ call it. No LibTorch here. A newcomer reads this header first, then cost.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kinglet::base {
class JsonParser;
}

namespace kinglet::network {

// A feature map of one clip. Height is time (frames), width is frequency (mel bands), as in TensorFlow's NHWC
// audio models; memory order is h, w, c (channels_last), so [frames][mels] features are an (h = frames, w =
// mels, c = 1) map and, without moving a byte, a (h = frames, w = 1, c = mels) one.
struct Shape {
  int h = 1, w = 1, c = 1;
  long elements() const { return long(h) * w * c; }
  bool operator==(const Shape&) const = default;
};

// What holds of each stands in layer_traits.h. Older programs refuse a study with a kind that they do not
// know, but pass over a member: what computes otherwise is a kind of its own.
enum class LayerKind {
  conv2d,               // kernelH x kernelW over all channels
  depthwise,            // one kernel a channel
  pointwise,            // 1 x 1 convolution, strides allowed
  conv1dTime,           // kernelH x 1 over all channels on a map with w = 1
  frequencyToChannels,  // (h, w, c) -> (h, 1, w*c); moves no data
  add,                  // two inputs of one shape (residual)
  concat,               // two inputs, along channels
  split,                // channels [begin, begin + filters)
  shuffle,              // channel shuffle with `groups` groups (ShuffleNet)
  squeezeExcite,  // global pool, dense to `units` + relu, dense back + hard sigmoid, scale (Hu et al. 2018)
  maxPool,
  averagePool,
  globalAveragePool,  // -> (1, 1, c)
  dense,              // on (1, 1, c) or any map, flattened h, w, c; filters = units
  dilatedConv1dTime,  // as conv1dTime, its taps `dilation` frames apart (temporal convolution)
  cropTime,           // without the first and the last `begin` frames; moves no data
};

enum class Activation { none, relu, relu6, hardSwish };
// same: output = ceil(input / stride), padded as TensorFlow does (the odd pixel after). valid: no padding.
// validTime: none along time, same along frequency, so that a frame's outcome does not hang on where a window
// of sound begins: what a streaming network needs. Not of pools.
enum class Padding { same, valid, validTime };

constexpr int kNetworkInput = -1;
constexpr int kMaxKernel = 4096;  // rows or columns that a window may span, what lies between taps counted

struct Layer {
  LayerKind kind = LayerKind::conv2d;
  std::string name = {};                   // unique in the network, readable: "block2/expand"
  std::vector<int> inputs{kNetworkInput};  // earlier layers, or kNetworkInput
  int filters = 0;                         // output channels or units, where the kind has them
  int kernelH = 1, kernelW = 1, strideH = 1, strideW = 1;
  Padding padding = Padding::same;
  Activation activation = Activation::none;  // of convolutions, dense and add
  bool batchNorm = false;                    // folded into weights and bias for deployment
  int begin = 0;                             // split, cropTime
  int groups = 2;                            // shuffle
  int units = 0;                             // squeezeExcite
  int dilation = 1;                          // dilatedConv1dTime
  Shape in = {}, out = {};                   // filled by NetworkSpec::add
  bool hasWeights() const;
  // Frames from the first tap to the last, both counted: what padding goes by.
  int reachH() const { return (kernelH - 1) * dilation + 1; }
};

// What the front end hands to the network; plain numbers so that cost and energy need no audio code.
struct InputSpec {
  int rate = 16000, fftSize = 512, mels = 64;
  double windowMs = 25, hopMs = 10;
  double lowHz = 60, highHz = 7800;
  double clipSeconds = 1;  // what the network hears at once
  int frames() const;      // as audio::FrontEndParams::frames
  Shape shape() const { return {frames(), mels, 1}; }
  bool operator==(const InputSpec&) const = default;
};

class NetworkSpec {
 public:
  NetworkSpec() = default;
  NetworkSpec(std::string name, Shape input);

  // Appends a layer, works out its shapes and returns its index. What the kind fixes is filled in (a
  // pointwise kernel is 1 x 1, a depthwise layer keeps its channels); an empty name becomes "KIND INDEX".
  // Throws base::Error, leaving the network as it was, when inputs do not fit or a figure is out of range.
  int add(Layer layer);

  const std::string& name() const { return name_; }
  Shape input() const { return input_; }
  const std::vector<Layer>& layers() const { return layers_; }
  Shape output() const;            // of the last layer
  Shape shapeOf(int layer) const;  // kNetworkInput too

  // The same for networks that compute the same thing (names do not count): a trial is never trained twice.
  std::uint64_t fingerprint() const;
  std::string toJson() const;                                                      // what a study file stores
  static NetworkSpec fromJson(const std::string& text);                            // throws base::Error
  static NetworkSpec fromJson(const std::string& text, base::JsonParser& parser);  // the same, of many

 private:
  std::string name_;
  Shape input_;
  std::vector<Layer> layers_;
};

const char* toText(LayerKind kind);  // "conv", "depthwise", ... as shown and stored
const char* toText(Activation activation);
const char* toText(Padding padding);

}  // namespace kinglet::network
