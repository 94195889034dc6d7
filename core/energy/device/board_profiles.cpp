// From fitted boards to device profiles.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string_view>

#include "base/error.h"
#include "base/format.h"
#include "base/json.h"
#include "energy/device/board_fit.h"
#include "statistics/summary.h"

namespace kinglet::energy {
namespace {

// Four digits: more would pretend to a precision that the fit does not have.
double rounded(double value) {
  return base::number(base::scientific(value, 3)).value_or(value);
}

std::string slug(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (std::isalnum(static_cast<unsigned char>(c)) || c == '.')
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

const BoardFacts& factsOf(const BoardSystem& system, const std::vector<BoardFacts>& facts) {
  for (const BoardFacts& board : facts)
    if (system.device.starts_with(board.device)) return board;
  throw base::Error("Nothing is known of the board \"%1\"; add it to the file of boards", system.device);
}

double roundNumber(const BoardSystem& system) {
  std::string_view text = system.round;
  if (text.starts_with('v')) text.remove_prefix(1);
  return base::leadingNumber(text).value_or(0);
}

// Within a round and board, what tells this system from the others.
std::string distinction(const BoardSystem& system, const std::vector<const BoardSystem*>& peers) {
  const auto differs = [&](auto&& of) {
    return std::any_of(peers.begin(), peers.end(),
                       [&](const BoardSystem* peer) { return of(*peer) != of(system); });
  };
  std::string text;
  if (differs([](const BoardSystem& s) { return s.runtime; })) text += "-" + slug(system.runtime);
  if (differs([](const BoardSystem& s) { return s.clockMhz; }))
    text += "-" + base::general(*system.clockMhz) + "mhz";
  if (differs([](const BoardSystem& s) { return s.supplyV; }))
    text += "-" + base::general(*system.supplyV) + "v";
  return text;
}

// Of the systems of a board: the newest, and of those the slowest clock, which is the one for batteries.
const BoardSystem* newest(const std::vector<const BoardSystem*>& systems) {
  return *std::max_element(systems.begin(), systems.end(), [](const BoardSystem* a, const BoardSystem* b) {
    if (roundNumber(*a) != roundNumber(*b)) return roundNumber(*a) < roundNumber(*b);
    return *a->clockMhz > *b->clockMhz;
  });
}

}  // namespace

std::vector<BoardFacts> boardFactsFromJson(const std::string& text) {
  try {
    std::vector<BoardFacts> all;
    for (const auto& json : base::parsedJson<nlohmann::json>(text, base::Message("the file of boards"))) {
      BoardFacts board;
      board.device = json.at("device");
      board.slug = json.at("slug");
      board.vendor = json.at("vendor");
      if (json.contains("flash_kb")) board.flashKb = json["flash_kb"].get<double>();
      if (json.contains("ram_kb")) board.ramKb = json["ram_kb"].get<double>();
      board.memorySource = json.value("memory_source", "");
      board.frontEndCyclesPerOp = json.at("front_end_cycles_per_op");
      board.frontEndSource = json.at("front_end_source");
      if ((board.flashKb || board.ramKb) && board.memorySource.empty())
        throw base::Error("The file of boards gives memory without a source for %1", board.device);
      all.push_back(std::move(board));
    }
    return all;
  } catch (const nlohmann::json::exception& e) {
    throw base::Error("The file of boards cannot be read: %1", e.what());
  }
}

std::vector<DeviceProfile> makeProfiles(const std::vector<BoardSystem>& systems, const LayerTable& layers,
                                        const std::vector<std::string>& networks,
                                        const std::vector<BoardFacts>& facts) {
  std::vector<double> errors;
  const std::vector<LeftOut> leftOut = leaveOneNetworkOut(systems, layers, networks);
  for (const LeftOut& left : leftOut)
    errors.push_back(std::abs(std::log(left.predictedUj / left.measuredUj)));
  const double error90 = std::exp(statistics::quantile(std::move(errors), 0.9)) - 1;

  std::string names;
  for (const std::string& name : networks) names += (names.empty() ? "" : ", ") + name;
  std::vector<DeviceProfile> profiles;
  for (const FittedBoard& board : fitBoards(systems, layers, networks)) {
    const BoardSystem& system = *board.system;
    const BoardFacts& about = factsOf(system, facts);
    std::vector<const BoardSystem*> sameBoard, sameRound;
    for (const BoardSystem& other : systems) {
      if (&factsOf(other, facts) != &about) continue;
      sameBoard.push_back(&other);
      if (other.round == system.round) sameRound.push_back(&other);
    }
    DeviceProfile profile;
    profile.id = about.slug;
    if (newest(sameBoard) != &system) profile.id += "-" + system.round + distinction(system, sameRound);
    profile.name = about.vendor + " " + system.device + ", " + system.runtime + ", " +
                   base::general(*system.clockMhz) + " MHz";
    if (system.supplyV) profile.name += ", " + base::general(*system.supplyV) + " V";
    profile.name += " (" + system.round + ")";
    profile.processor = system.processor;
    profile.runtime = system.runtime;
    profile.clockMhz = system.clockMhz;
    profile.supplyV = system.supplyV;
    profile.activePowerMw = rounded(board.activePowerMw);
    profile.flashKb = about.flashKb;
    profile.ramKb = about.ramKb;
    profile.memorySource = about.memorySource;
    profile.date = "MLPerf Tiny " + system.round;
    profile.sources = {"MLCommons MLPerf Tiny results, round " + system.round + ", closed division, " +
                       system.submitter + ", " + system.runtime + ": latency and energy of " + names +
                       " as published, costs by kernel fitted to them"};
    profile.latency = board.latency();
    LatencyModel& latency = profile.latency;
    for (double* cost : {&latency.overheadUs, &latency.nsPerPatchByte, &latency.nsPerOutput,
                         &latency.nsPerWeightByte, &latency.nsPerActivationByte})
      *cost = rounded(*cost);
    for (auto& [kind, cost] : latency.nsPerMac) cost = rounded(cost);
    profile.nsPerFrontEndOp = rounded(about.frontEndCyclesPerOp * 1000 / *system.clockMhz);
    profile.frontEndSource = about.frontEndSource;
    profile.relativeError90 = rounded(error90);
    for (const std::string& name : networks) {
      const BoardMeasurement& measured = system.networks.at(name);
      profile.measured.push_back({name, *measured.latencyUs, *measured.energyUj});
      for (const LeftOut& left : leftOut)
        if (left.system == &system && left.network == name)
          profile.measured.back().leftOutUj = rounded(left.predictedUj);
    }
    for (const DeviceProfile& other : profiles)
      if (other.id == profile.id)
        throw base::Error("Two systems of the table would both be called \"%1\"", profile.id);
    profiles.push_back(std::move(profile));
  }
  return profiles;
}

}  // namespace kinglet::energy
