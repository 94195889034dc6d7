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
// bN_expansion, bN_se, bN_skip; head_units. A user may edit its JSON: fewer values, fixed values, fewer
// blocks.
SearchSpace audioSpace(int maxBlocks = 8);

// Every genome of a space with these parameter names has a network; parameters that an edited space leaves
// out take the defaults given in audio_space.cpp. `base` gives what is not searched (rate, window, FFT).
// Throws base::Error when a value makes no sense (a negative width).
Candidate decode(const SearchSpace& space, const Genome& genome, const network::InputSpec& base, int classes);

}  // namespace kinglet::space
