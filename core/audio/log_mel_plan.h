// What LogMel prepares before the first sample: the window, the twiddle factors, the filter bank, the FFT
// plan.
#pragma once

#include <vector>

#include "audio/front_end.h"

namespace kinglet::audio {

// Frames are worked on eight at a time, side by side, so that every later step is plain vector arithmetic.
constexpr int kLanes = 8;

// Throws base::Error naming the parameter that is out of range.
void checkFrontEnd(const FrontEndParams& params);

// The triangular filters as ranges of bins: no zero is stored or multiplied.
struct MelBank {
  struct Range {
    int firstBin, bins, firstWeight;
  };
  std::vector<Range> ranges;  // one a mel band; bins may be 0 where a triangle falls between two bins
  std::vector<float> weights;
  int bins = 0;  // one past the highest bin that any filter needs
};

MelBank makeMelBank(const FrontEndParams& params);
std::vector<float> hannWindow(int samples);  // periodic

// cos and -sin of 2 pi k / fftSize, interleaved, k = 0 .. fftSize / 4.
std::vector<float> twiddles(int fftSize);

// kLanes complex FFTs of fftSize / 2 points. in: kLanes x points, complex interleaved, kept. out: points x
// kLanes, complex interleaved. A real signal of fftSize samples, read as complex pairs, is what goes in;
// log_mel_kernels.h turns what comes out into the real signal's spectrum (Sorensen et al. 1987, "Real-valued
// FFT algorithms"), which is faster than FFTW's own real transform because its vectorised codelets are
// complex. Plans are made once in a process, under a lock, by FFTW_ESTIMATE: the choice, and so every bit of
// the result, is the same in every run. Any thread may run one.
class FftPlan {
 public:
  explicit FftPlan(int fftSize);
  void run(float* in, float* out) const;  // both from alignedFloats

 private:
  void* plan_;
};

struct FreeAligned {
  void operator()(float* memory) const;
};
using AlignedFloats = std::unique_ptr<float[], FreeAligned>;
AlignedFloats alignedFloats(std::size_t count);  // zeros, aligned for any vector unit

}  // namespace kinglet::audio
