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
  // row at a time would cost more.
  int step = 1;
  int every = 1;            // frames from one answer to the next, a multiple of step
  std::vector<int> stride;  // by layer of the trunk: frames from one row that it gives to the next

  // Of a layer's work on a whole window, what is done for an answer.
  double share(const NetworkSpec& network, int layer) const;
};

// Frames from one answer to the next where there are so many a second, 1 at least; 0 where perSecond is 0, not known.
int framesApart(const InputSpec& input, double perSecond);

// apart: frames from one answer to the next that are asked for, 0 for half a window; `every` is the most that a
// multiple of step can be and no more than that, one step at least. Nothing where no layer can be spared: whyNot then
// names what stands against it, as padding along time, windows that do not touch, or more work than on whole windows.
std::optional<Streaming> streamingOf(const NetworkSpec& network, int apart, base::Message* whyNot = nullptr);

}  // namespace kinglet::network
