// The networks that the export benchmarks share: candidates drawn from the space, and both MobileNets.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/random.h"
#include "network/baselines.h"
#include "network/cost.h"
#include "network/network_spec.h"
#include "space/audio_space.h"

namespace kinglet::bench {

struct Case {
  std::string name;  // also of a folder
  network::InputSpec input;
  network::NetworkSpec network;
};

constexpr int kRandomCandidates = 20;

inline std::vector<Case> randomCandidates(int count, int classes) {
  std::vector<Case> all;
  const auto space = space::audioSpace();
  base::Random random(20);
  for (int i = 0; i < count; ++i) {
    auto candidate = space::decode(space, space.sample(random), {}, classes);
    all.push_back({"candidate" + std::to_string(i), candidate.input, std::move(candidate.network)});
  }
  return all;
}

inline std::vector<Case> mobileNets(int classes) {
  std::vector<Case> all;
  const network::InputSpec input;
  for (const char* name : {"mobilenet_v1:0.25", "mobilenet_v2:0.35"}) {
    std::string folder = name;
    std::replace(folder.begin(), folder.end(), ':', '_');
    all.push_back({folder, input, network::namedNetwork(name, input.shape(), classes)});
  }
  return all;
}

// 20 random candidates and both MobileNets.
inline std::vector<Case> exportCases(int classes) {
  std::vector<Case> all = randomCandidates(kRandomCandidates, classes);
  for (Case& one : mobileNets(classes)) all.push_back(std::move(one));
  return all;
}

}  // namespace kinglet::bench
