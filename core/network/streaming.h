// What of a network has to be computed anew when it listens on: of a network that pads nothing along time, a
// row of a map (a column of a spectrogram, as it is usually drawn) is the same in every window of sound that
// holds it (Rybakov et al. 2020, "Streaming keyword spotting on mobile devices").
#pragma once

#include <optional>
#include <vector>

#include "base/message.h"
#include "network/network_spec.h"

namespace kinglet::network {

struct Streaming {
  // Layers [0, trunk) compute new rows alone; what the last of them gives is kept for a whole window, and the
  // layers from there on run once an answer.
  int trunk = 0;
  // Frames that the trunk takes at once: its strides along time multiplied, and a few rows of them, since a
  // row at a time would cost more. Answers are a multiple of it apart.
  int step = 1;
  std::vector<int> stride;  // by layer of the trunk: frames from one row that it gives to the next

  // Frames from one answer to the next: the most that are a multiple of step and no more than asked for, one
  // step at least.
  int every(int frames) const;
  // Rows of a layer of the trunk that are computed for an answer, where answers are so many frames apart.
  double rows(int layer, int every) const { return double(every) / stride[static_cast<std::size_t>(layer)]; }
};

// Nothing where no layer can be spared: whyNot then names the layer that pads along time or looks at all of it.
std::optional<Streaming> streamingOf(const NetworkSpec& network, base::Message* whyNot = nullptr);

}  // namespace kinglet::network
