#include "app/cli/optimise_session.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/json_line.h"
#include "base/error.h"
#include "base/json.h"
#include "search/origin.h"
#include "search/strategy.h"
#include "space/search_space.h"

namespace kinglet::cli {

namespace {

using base::Error;
using Json = nlohmann::json;

constexpr int kMostAtOnce = 10'000;

int wholeNumber(const Json& stored, const std::string& what, int least, int most) {
  const bool whole = stored.is_number_integer() &&
                     !(stored.is_number_unsigned() && stored.get<std::uint64_t>() > std::uint64_t(most));
  if (!whole || stored.get<std::int64_t>() < least || stored.get<std::int64_t>() > most)
    throw Error("%1 must be a whole number of %2 to %3, not %4", what, least, most,
                printable(base::jsonText(stored)));
  return stored.get<int>();
}

search::Outcome outcomeFrom(const Json& stored, const search::ProblemFile& file) {
  search::Outcome outcome;
  if (const auto failed = stored.find("failed");
      failed != stored.end() && *failed != false && !failed->is_null()) {
    outcome.failed = true;
    return outcome;
  }
  const auto figures = stored.find("objectives");
  const std::size_t wanted = file.objectives().size();
  if (figures == stored.end() || !figures->is_array() || figures->size() != wanted)
    throw Error(wanted == 1
                    ? base::Message("\"objectives\" must be an array of 1 number; or say \"failed\": \"why\"")
                    : base::Message("\"objectives\" must be an array of %1 numbers, in the order of the "
                                    "space file; or say \"failed\": \"why\"",
                                    wanted));
  for (const Json& figure : *figures) {
    if (!figure.is_number() && !figure.is_null())
      throw Error("the objective \"%1\" must be a number", file.objectives()[outcome.objectives.size()].name);
    const double value = figure.is_null() ? std::numeric_limits<double>::quiet_NaN() : figure.get<double>();
    outcome.objectives.push_back(file.minimised(static_cast<int>(outcome.objectives.size()), value));
  }
  if (const auto stopped = stored.find("stopped"); stopped != stored.end()) {
    if (!stopped->is_boolean()) throw Error("\"stopped\" must be true or false");
    outcome.stoppedEarly = stopped->get<bool>();
  }
  return outcome;
}

}  // namespace

// What a line asks for, checked; nothing has happened yet.
struct OptimiseSession::Request {
  int ask = 0;
  std::optional<int> tell;
  std::optional<space::Genome> add;
  search::Outcome outcome;

  Request(const std::string& line, const search::ProblemFile& file) {
    const Json stored = parsedLine(line);
    const int known =
        stored.is_object() ? stored.contains("ask") + stored.contains("tell") + stored.contains("add") : 0;
    if (known != 1)
      throw Error("a line must be an object with one of \"ask\", \"tell\" or \"add\", not %1",
                  printable(line));
    if (stored.contains("ask")) {
      ask = wholeNumber(stored["ask"], "\"ask\"", 1, kMostAtOnce);
      return;
    }
    outcome = outcomeFrom(stored, file);
    if (stored.contains("tell"))
      tell = wholeNumber(stored["tell"], "the trial to tell of", 0, std::numeric_limits<int>::max());
    else
      add = file.space().genomeFromJson(base::jsonText(stored["add"]));
  }
};

void OptimiseSession::say(const std::string& line) {
  if (!(out_ << line << std::endl))
    throw Error("Nobody reads the answers any more (standard output is closed).");
}

void OptimiseSession::ask(int count) {
  for (int i = 0; i < count; ++i) {
    const auto suggestion = strategy_->ask();
    if (suggestion)
      say("{\"trial\": " + std::to_string(suggestion->trial) +
          ", \"parameters\": " + file_.space().genomeToJson(suggestion->genome) + "}");
    else
      say(R"({"error": "no candidate is left that keeps the limits and was not suggested", "exhausted": true})");
  }
}

void OptimiseSession::take(const std::string& line) {
  if (line.find_first_not_of(" \t\r") == std::string::npos) return;
  std::optional<Request> request;
  try {
    request.emplace(line, file_);
    if (request->tell) strategy_->tell(*request->tell, request->outcome);
  } catch (const Error& error) {
    say(base::jsonText(Json{{"error", error.what()}}));
    return;
  }
  if (request->add) {
    search::Origin origin;
    origin.strategy = "added";
    const int trial = strategy_->inject(*request->add, origin);
    strategy_->tell(trial, request->outcome);
    say("{\"trial\": " + std::to_string(trial) + "}");
  }
  ask(request->ask);
}

}  // namespace kinglet::cli
