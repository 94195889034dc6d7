// The space file of `kinglet optimise`: a search space (space/search_space.h) and its objectives,
//   "objectives": [{"name", "goal": "minimise"|"maximise", "scale": "linear"|"log", "reference": 60,
//                   "known": true, "limit": 50}]
// "known": a cost command gives it before evaluation; "limit": no candidate whose known figure is worse is
// ever suggested. Goal, scale, known and limit may be left out: minimise, linear, false, none.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/strategy.h"

namespace kinglet::search {

class ProblemFile {
 public:
  static ProblemFile parse(const std::string& text);  // throws base::Error

  const space::SearchSpace& space() const { return space_; }
  // As a Problem wants them: all minimised. An objective to be maximised is negated, or inverted where its
  // scale is logarithmic.
  const std::vector<Objective>& objectives() const { return objectives_; }
  const std::vector<int>& known() const { return known_; }  // indices of the known objectives

  // A person's figure of an objective as the problem minimises it.
  double minimised(int objective, double value) const;
  // Of known figures, one a known objective, as the cost command gives them.
  Costs costs(std::span<const double> figures) const;

 private:
  space::SearchSpace space_;
  std::vector<Objective> objectives_;
  std::vector<char> maximise_;
  std::vector<std::optional<double>> limits_;  // as the file gives them
  std::vector<int> known_;
};

}  // namespace kinglet::search
