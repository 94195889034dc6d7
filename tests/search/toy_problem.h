// A small conditional problem for the tests of strategies: error falls with size, cost rises with it, and the
// best kind of block depends on where it stands.
#pragma once

#include <cmath>

#include "search/strategy.h"
#include "space/search_space.h"

namespace kinglet::search::toy {

inline space::SearchSpace toySpace(int blocks = 3) {
  using space::Condition;
  using space::Parameter;
  std::vector<Parameter> parameters;
  Parameter count{"num_blocks", Parameter::Kind::ordinal, {}, {}};
  for (int b = 1; b <= blocks; ++b) count.values.emplace_back(double(b));
  parameters.push_back(count);
  parameters.push_back({"mels", Parameter::Kind::ordinal, {16., 32., 64.}, {}});
  for (int b = 1; b <= blocks; ++b) {
    const std::string prefix = "b" + std::to_string(b) + "_";
    std::vector<Condition> deep;
    if (b > 1) deep.push_back({"num_blocks", Condition::Kind::atLeast, double(b)});
    parameters.push_back({prefix + "type",
                          Parameter::Kind::categorical,
                          {std::string("conv"), std::string("dw"), std::string("inv")},
                          deep});
    parameters.push_back({prefix + "width", Parameter::Kind::ordinal, {8., 16., 32., 64., 128.}, deep});
    auto inverted = deep;
    inverted.push_back({prefix + "type", Condition::Kind::equals, std::string("inv")});
    parameters.push_back({prefix + "expansion", Parameter::Kind::ordinal, {1., 2., 4.}, inverted});
  }
  return space::SearchSpace(parameters, "toy");
}

// error (%), cost (mJ, log), memory (kB, log)
inline std::vector<double> toyObjectives(const space::SearchSpace& space, const space::Genome& genome) {
  const auto number = [&](const std::string& name) {
    return std::get<double>(space.value(genome, space.indexOf(name)));
  };
  const auto text = [&](const std::string& name) {
    return std::get<std::string>(space.value(genome, space.indexOf(name)));
  };
  const int blocks = static_cast<int>(number("num_blocks"));
  double channels = 1, energy = number("mels"), memory = number("mels") / 8, power = 0;
  for (int b = 1; b <= blocks; ++b) {
    const std::string prefix = "b" + std::to_string(b) + "_";
    const double width = number(prefix + "width");
    const std::string type = text(prefix + "type");
    const double expansion = type == "inv" ? number(prefix + "expansion") : 1;
    const double factor = type == "conv" ? 3 : type == "dw" ? 1 : 0.8 * expansion;
    energy += factor * channels * width * number("mels") / 100;
    memory += factor * channels * width / 200;
    power += std::log2(width) *
             (type == "conv" ? 1.1
              : type == "dw" ? 0.9
                             : 0.8 + 0.1 * expansion) /
             std::sqrt(b);
    channels = width;
  }
  power += 0.8 * std::log2(number("mels"));
  return {5 + 80 * std::exp(-power / 6), energy / 100, memory};
}

inline Problem toyProblem(bool known = true, int blocks = 3) {
  Problem problem;
  problem.space = toySpace(blocks);
  problem.objectives = {
      {"error", false, false, 60}, {"energy", true, known, 1000}, {"memory", true, known, 1000}};
  if (known) {
    problem.knownCosts = [space = problem.space](const space::Genome& genome) {
      const auto all = toyObjectives(space, genome);
      return Costs{{all[1], all[2]}, true, {}};
    };
  }
  return problem;
}

}  // namespace kinglet::search::toy
