// The space of audio networks: front end, stem, 1 to 8 blocks, head; and how a genome becomes a network.
#pragma once

#include "network/network_spec.h"
#include "space/search_space.h"

namespace kinglet::space {

struct Candidate {
  network::InputSpec input;
  network::NetworkSpec network;
};

// n_mels, hop_ms, clip_s; stem_type (conv2d | conv1d_time), stem_filters, stem_kernel, stem_stride;
// num_blocks; bN_type (conv, dwsep, invres, shuffle, conv1d_time), bN_width, bN_kernel, bN_stride,
// bN_expansion (invres only), bN_se, bN_skip; head_units. A user may edit its JSON: fewer values, fixed
// values, fewer blocks.
//
// clip_s is what the network hears at once: longer clips are cut into windows whose scores are combined.
// What else is searched, where it is asked for by name; without it the space is what it was.
struct AudioExtras {
  bool dilated = false;    // blocks may also be dilated, with bN_dilation
  bool streaming = false;  // time_padding (same | valid); with valid there is no bN_se
};
SearchSpace audioSpace(int maxBlocks = 8, AudioExtras extras = {});

// Spaces that may be asked for by name: audio, audio-dilated, audio-streaming (with dilated blocks too).
const std::vector<std::string>& builtinSpaceNames();
SearchSpace builtinSpace(const std::string& name);  // throws base::Error

// How a genome becomes a network. Every genome of a space with these parameter names has one; parameters that
// an edited space leaves out take the defaults given in audio_space.cpp.
//   stem    one convolution with batch norm and relu
//   conv    one convolution
//   dwsep   depthwise, then pointwise convolution (Howard et al. 2017)
//   invres  1 x 1 expansion (where over 1), depthwise, linear 1 x 1 projection (Sandler et al. 2018)
//   shuffle a ShuffleNet V2 unit (Ma et al. 2018): with stride 1 and equal width half of the channels pass
//           untouched, else two branches; an odd width is raised to the next even one
//   conv1d_time  one convolution over time with all frequencies as channels
//   dilated the same, its taps bN_dilation frames apart (van den Oord et al. 2016, Bai et al. 2018): stacked
//           with 2, 4, 8, ... it hears long spans of time for few weights; its kernel of k is k taps
//   se      squeeze-and-excitation at the block's end (before the sum), max(4, width / 4) units
//   skip    the block's input is added to its output, through a 1 x 1 convolution (with the stride) where
//           shapes differ; the sum is followed by relu, but for invres, which stays linear
//   head    global average pool, a hidden layer of head_units with relu where over 0, one output a class
//   time_padding  valid: nothing is padded along time, so that what a frame gives does not hang on where the window
//           of sound begins, and a device that listens on computes new columns alone (deploy/stream). Kernels are
//           then odd along time and no longer than their map, a skip leaves out the frames that the block's
//           window loses at either end, and there is no se, which looks at all of time
// The first conv1d_time or dilated makes frequency into channels; from there on the map is one-dimensional,
// and the other block types are what they are along time only. Along time alone a kernel of k means 2 k + 1
// frames, since a one-dimensional kernel is cheap and needs the reach. No kernel reaches farther than 2 n -
// 1 on a map of n (the rest would only ever see padding), and no stride is taken on a side of 1. `base`
// gives what is not searched (rate, window, FFT). Throws base::Error when a value makes no sense (a negative
// width).
Candidate decode(const SearchSpace& space, const Genome& genome, const network::InputSpec& base, int classes);

}  // namespace kinglet::space
