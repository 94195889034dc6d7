// comparison/: two networks beside each other, layer by layer, by what they are and not by what they are called.
// Calls the rest of network/; study/ and whoever shows a difference call it. A newcomer reads this header first.
#pragma once

#include <string>
#include <vector>

#include "network/network_spec.h"

namespace kinglet::network {

// What became of a layer between the first network and the second.
enum class LayerChange {
  same,       // its figures and its maps are what they were
  follows,    // its own figures are what they were; its maps are others, because an earlier layer was edited
  edited,     // a figure of its own is another, or it reads another layer
  added,      // in the second network only
  removed,    // in the first only
  movedAway,  // where the first network has a layer that stands elsewhere in the second
  movedHere,  // and where the second has it
};
const char* toText(LayerChange change);  // "same", "shape follows", "edited", ...
// One sign a change, so that colour is never alone: " ", "~" follows and "≠" edited, "+", "−", "←" and "→".
const char* signOf(LayerChange change);

// A figure of a layer that a person chose, and not one that follows from the layers before.
enum class LayerFigure {
  kind,
  filters,
  kernel,
  stride,
  dilation,
  padding,
  activation,
  batchNorm,
  begin,
  groups,
  units,
  inputs,  // which layers it reads
};
const char* toText(LayerFigure figure);

struct LayerEdit {
  LayerFigure figure = LayerFigure::kind;
  std::string before, after;  // as shown: "3x3"; of `inputs` the names of layers
  bool operator==(const LayerEdit&) const = default;
};

// A row of the comparison.
struct ComparedLayer {
  LayerChange change = LayerChange::same;
  int before = -1, after = -1;   // layers of the first and second network; of one that moved both
  std::vector<LayerEdit> edits;  // of an edited one
};

struct NetworkComparison {
  // From the input to the output: every layer of either network once, and one that moved twice.
  std::vector<ComparedLayer> layers;
  int count(LayerChange change) const;
  // Nothing was edited, added, removed or moved.
  bool alike() const;
};

// Layers are matched by kind and figures, so that a block put in is that block added and nothing else; of ways that are
// equally short, the one that keeps names and shapes. Names alone change nothing. For networks that compute the same
// (NetworkSpec::fingerprint) all is `same`. Time and memory go with the product of their numbers of layers: a few
// milliseconds for hundreds, some seconds for the 10,000 that a network may have.
NetworkComparison compareNetworks(const NetworkSpec& first, const NetworkSpec& second);

}  // namespace kinglet::network
