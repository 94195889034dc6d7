#include "search/problem_file.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/json.h"

namespace kinglet::search {

namespace {

using base::Error;
using json = nlohmann::json;

constexpr std::size_t kMostObjectives = 8;  // exact hypervolume in more dimensions takes too long to wait for

// One of two words; the first where the key is left out.
bool isSecond(const json& stored, const char* key, const char* first, const char* second,
              const std::string& objective) {
  const std::string word = stored.value(key, std::string(first));
  if (word != first && word != second)
    throw Error("the %1 of objective \"%2\" is \"%3\"; it must be %4 or %5", key, objective,
                word.substr(0, 40), first, second);
  return word == second;
}

}  // namespace

ProblemFile ProblemFile::parse(const std::string& text) {
  ProblemFile file;
  file.space_ = space::SearchSpace::fromJson(text);
  if (file.space_.parameters().empty()) throw Error("the search space has no parameters");
  try {
    const json all = base::parsedJson<json>(text, base::Message("the space file"));
    for (const json& stored : all.at("objectives")) {
      Objective objective;
      objective.name = stored.at("name").get<std::string>();
      const bool maximise = isSecond(stored, "goal", "minimise", "maximise", objective.name);
      objective.log = isSecond(stored, "scale", "linear", "log", objective.name);
      objective.known = stored.value("known", false);
      if (!stored.contains("reference"))
        throw Error("objective \"%1\" has no reference: the worst value that counts for the hypervolume",
                    objective.name);
      const int index = static_cast<int>(file.objectives_.size());
      file.maximise_.push_back(maximise);
      file.limits_.emplace_back();
      if (stored.contains("limit")) {
        if (!objective.known)
          throw Error("objective \"%1\" has a limit, but only known ones can be kept", objective.name);
        file.limits_.back() = stored.at("limit").get<double>();
      }
      if (objective.known) file.known_.push_back(index);
      const auto same = [&](const Objective& other) { return other.name == objective.name; };
      if (std::any_of(file.objectives_.begin(), file.objectives_.end(), same))
        throw Error("the space file has two objectives named \"%1\"", objective.name);
      file.objectives_.push_back(objective);
      file.objectives_.back().reference = file.minimised(index, stored.at("reference").get<double>());
    }
  } catch (const json::exception& error) {
    throw Error("the objectives of the space file cannot be read (%1)",
                std::string(error.what()).substr(0, 160));
  }
  if (file.objectives_.empty() || file.objectives_.size() > kMostObjectives)
    throw Error("the space file has %1 objectives; 1 to %2 can be optimised", file.objectives_.size(),
                kMostObjectives);
  return file;
}

double ProblemFile::minimised(int objective, double value) const {
  if (!maximise_[objective]) return value;
  return objectives_[objective].log ? 1 / value : -value;
}

Costs ProblemFile::costs(std::span<const double> figures) const {
  Costs costs;
  for (std::size_t k = 0; k < known_.size(); ++k) {
    const int objective = known_[k];
    costs.objectives.push_back(minimised(objective, figures[k]));
    const std::optional<double>& limit = limits_[objective];
    if (!limit || !costs.feasible) continue;
    costs.feasible = maximise_[objective] ? figures[k] >= *limit : figures[k] <= *limit;
    if (!costs.feasible) costs.why = base::Message("%1 is over its limit", objectives_[objective].name);
  }
  return costs;
}

}  // namespace kinglet::search
