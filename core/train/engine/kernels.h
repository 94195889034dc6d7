// The inner loops of training, once for each vector unit; kernels() chooses at run time. All work on maps
// whose channels vary fastest, and sum in a fixed order: on one computer the same input gives the same bits.
#pragma once

namespace kinglet::train::engine {

enum class Rectifier { none, relu, relu6, hardSwish };

// What follows a sum within a layer: y = rectifier(scale z + shift), a channel. Given as patterns: the
// channels' values again and again over `period` floats, a multiple of 16, so that a vector may start at any
// channel.
struct Post {
  const float *scale = nullptr, *shift = nullptr;  // null: 1 and 0; both or neither
  long period = 16;
  Rectifier rectifier = Rectifier::none;
  bool changes() const { return scale != nullptr || rectifier != Rectifier::none; }
};

// Where a tap of a depthwise kernel reads, from the place of the output's first value in the padded map.
struct Tap {
  long offset;
  const float* weights;  // a pattern
};

// Rows of values in memory: `length` floats each, `step` floats apart.
struct Rows {
  long count, length, step;
};

struct AdamStep {
  float rate, keep, correction;  // bias-corrected rate; 1 - rate x decay; 1 / sqrt(1 - beta2^t)
};

struct Kernels {
  const char* name;
  // c[m][n] (+)= sum over k of a[m * aRow + k * aColumn] * b[k * bRow + n]; rows of c are cRow apart.
  void (*multiply)(long m, long n, long k, const float* a, long aRow, long aColumn, const float* b, long bRow,
                   float* c, long cRow, bool add);
  // y = post(z), n values beginning with channel 0
  void (*apply)(const float* z, long n, const Post& post, float* y);
  // Sums over z - center and over its square, each into a pattern of post.period.
  void (*moments)(const float* z, long n, const float* center, long period, float* sum, float* squares);
  // With g = dy x rectifier'(scale z + shift): sums over g and over g (z - center) into patterns. Without
  // center, over g alone.
  void (*slopeMoments)(const float* dy, const float* z, long n, const Post& post, const float* center,
                       float* sum, float* products);
  // dz = a g + b z + c, patterns; a null: dz = g.
  void (*slope)(const float* dy, const float* z, long n, const Post& post, const float* a, const float* b,
                const float* c, float* dz);
  // A depthwise convolution as one along flattened rows: out[i] = sum over taps of in[i + offset] weights[i],
  // for each row; input rows are inStep apart.
  void (*depthwise)(const float* in, long inStep, const Tap* taps, int count, long period, const Rows& rows,
                    float* out);
  // Its gradient by the weights, a pattern of `period` a tap, overwritten: sums over rows and i of
  // dz[i] in[i + offset].
  void (*depthwiseWeights)(const float* in, long inStep, const Tap* taps, int count, long period,
                           const Rows& rows, const float* dz, float* sums);
  void (*addTo)(const float* x, long n, float* y);  // y += x
  // AdamW with beta 0.9 and 0.999, epsilon 1e-8
  void (*adam)(float* weights, const float* slopes, float* first, float* second, long n,
               const AdamStep& step);
  void (*blend)(const float* from, float keep, long n, float* to);  // to = keep to + (1 - keep) from
};

const Kernels& kernels();  // of the best unit that this computer has
// All that this computer has, for tests: they agree within rounding.
int kernelChoices();
const Kernels& kernelChoice(int index);

namespace avx512 {
extern const Kernels kKernels;
}
namespace avx2 {
extern const Kernels kKernels;
}
namespace plain {
extern const Kernels kKernels;
}

}  // namespace kinglet::train::engine
