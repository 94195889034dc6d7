#include "app/cli/cost_command.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "app/cli/json_line.h"
#include "base/error.h"
#include "base/json.h"
#include "search/strategy.h"
#include "space/search_space.h"

namespace kinglet::cli {
namespace {

using base::Error;
using Json = nlohmann::json;

constexpr std::size_t kMostRemembered = 200'000;
constexpr int kMostRefused = 200;  // refusals before the first figure: then the command itself is wrong
constexpr std::size_t kTogether = 4096;

}  // namespace

CostCommand::CostCommand(const search::ProblemFile& file, const std::string& command, double patience)
    : file_(file), process_(command, patience) {
  for (const space::Parameter& parameter : file.space().parameters()) {
    auto& fragments = fragments_.emplace_back();
    for (const space::Value& value : parameter.values) {
      const bool text = std::holds_alternative<std::string>(value);
      fragments.push_back(base::jsonText(Json(parameter.name)) + ":" +
                          (text ? base::jsonText(Json(std::get<std::string>(value))) : space::toText(value)));
    }
  }
}

std::string CostCommand::lineOf(const space::Genome& genome) const {
  const std::vector<char> active = file_.space().activity(genome);
  std::string line = "{";
  for (std::size_t i = 0; i < genome.size(); ++i) {
    if (!active[i]) continue;
    if (line.size() > 1) line += ',';
    line += fragments_[i][static_cast<std::size_t>(genome[i])];
  }
  return line + "}";
}

search::Costs CostCommand::read(const std::string& question, const std::string& answer) {
  const std::size_t wanted = file_.known().size();
  const auto refuse = [&](const base::Message& why) {
    search::Costs costs;
    costs.objectives.assign(wanted, std::numeric_limits<double>::quiet_NaN());
    costs.feasible = false;
    costs.why = why;
    if (answered_ == 0 && ++refused_ >= kMostRefused)
      throw Error("The cost command refuses every candidate, the last one because of: %1", why);
    return costs;
  };
  const auto wrong = [&] {
    const std::string asked = question.substr(0, 60) + (question.size() > 60 ? " ..." : "");
    const base::Message said =
        answer.empty() ? base::Message("an empty line") : base::Message::stored("%1", {printable(answer)});
    return Error(
        wanted == 1
            ? base::Message(
                  "The cost command answered %1 to %2; it must answer with a JSON array of 1 number.", said,
                  asked)
            : base::Message(
                  "The cost command answered %1 to %2; it must answer with a JSON array of %3 numbers.", said,
                  asked, wanted));
  };
  Json stored;
  try {
    stored = parsedLine(answer);
  } catch (const Error&) {
    throw wrong();
  }
  if (stored.is_object() && stored.contains("error"))
    return refuse(stored["error"].is_string()
                      ? base::Message::stored("%1", {stored["error"].get<std::string>().substr(0, 200)})
                      : base::Message("the cost command refuses it"));
  if (!stored.is_array() || stored.size() != wanted) throw wrong();
  std::vector<double> figures;
  for (const Json& figure : stored) {
    if (!figure.is_number() && !figure.is_null()) throw wrong();
    const double value = figure.is_null() ? std::numeric_limits<double>::quiet_NaN() : figure.get<double>();
    if (!std::isfinite(value)) return refuse(base::Message("its cost is not a finite number"));
    figures.push_back(value);
  }
  ++answered_;
  return file_.costs(figures);
}

std::vector<search::Costs> CostCommand::costs(std::span<const space::Genome> canonical) {
  const std::lock_guard lock(mutex_);
  if (remembered_.size() + canonical.size() > kMostRemembered) remembered_.clear();
  std::vector<std::uint64_t> hashes;
  std::vector<std::size_t> unknown;
  std::unordered_set<std::uint64_t> asked;
  for (const space::Genome& genome : canonical) {
    hashes.push_back(file_.space().hash(genome));
    if (!remembered_.contains(hashes.back()) && asked.insert(hashes.back()).second)
      unknown.push_back(hashes.size() - 1);
  }
  for (std::size_t first = 0; first < unknown.size(); first += kTogether) {
    const std::size_t last = std::min(first + kTogether, unknown.size());
    std::vector<std::string> lines, answers;
    for (std::size_t i = first; i < last; ++i) lines.push_back(lineOf(canonical[unknown[i]]));
    try {
      answers = process_.ask(lines);
    } catch (const Error& error) {
      throw Error("The cost command failed: %1.", error.message());
    }
    for (std::size_t i = first; i < last; ++i)
      remembered_[hashes[unknown[i]]] = read(lines[i - first], answers[i - first]);
  }
  std::vector<search::Costs> costs;
  for (const std::uint64_t hash : hashes) costs.push_back(remembered_.at(hash));
  return costs;
}

}  // namespace kinglet::cli
