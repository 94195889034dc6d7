// Which layer of one network is which of another, moved ones too. Private to comparison/.
#pragma once

#include <vector>

#include "network/comparison/alignment.h"

namespace kinglet::network {

struct Matching {
  std::vector<int> afterOf, beforeOf;  // layers of the other network; -1: none
  std::vector<char> moved;             // by layers of the first network: paired, but out of the order
  Cost cost = 0;                       // what the whole of it says, in the coin of alignment.h
  bool inOrder(int before) const {
    const auto at = static_cast<std::size_t>(before);
    return afterOf[at] >= 0 && moved[at] == 0;
  }
};

// The cheaper of two readings: what stayed in order may have been edited, and what moved is found in what is left; or
// what is equal stayed or moved, and edits are found in what is left.
Matching matchLayers(const std::vector<LayerView>& first, const std::vector<LayerView>& second);

}  // namespace kinglet::network
