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
#include "energy/device/board_runtime.h"
#include "energy/device/streaming_fit.h"
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

const BoardFacts* findFacts(const std::string& device, const std::vector<BoardFacts>& facts) {
  for (const BoardFacts& board : facts)
    if (device.starts_with(board.device)) return &board;
  return nullptr;
}

const BoardFacts& factsOf(const std::string& device, const std::vector<BoardFacts>& facts) {
  if (const BoardFacts* board = findFacts(device, facts)) return *board;
  throw base::Error("Nothing is known of the board \"%1\"; add it to the file of boards", device);
}

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
      board.frontEndCore = json.at("front_end_core");
      if (!(board.frontEndCore > 0) || !std::isfinite(board.frontEndCore))
        throw base::Error("The file of boards gives \"front_end_core\" not above 0 for %1", board.device);
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
                                        const std::vector<BoardFacts>& facts,
                                        const std::vector<StreamingRow>& listening) {
  std::vector<double> errors;
  const std::vector<LeftOut> leftOut = leaveOneNetworkOut(systems, layers, networks);
  for (const LeftOut& left : leftOut)
    errors.push_back(std::abs(std::log(left.predictedUj / left.measuredUj)));
  const double error90 = std::exp(statistics::quantile(std::move(errors), 0.9)) - 1;

  std::vector<DeviceProfile> profiles;
  const std::vector<FittedBoard> boards = fitBoards(systems, layers, networks);
  const ListeningFit fit = fitListening(listening, boards, layers, facts);
  for (const FittedBoard& board : boards) {
    const BoardSystem& system = *board.system;
    const BoardFacts& about = factsOf(system.device, facts);
    std::vector<const BoardSystem*> sameBoard, sameRound;
    for (const BoardSystem& other : systems) {
      if (&factsOf(other.device, facts) != &about) continue;
      sameBoard.push_back(&other);
      if (other.round == system.round) sameRound.push_back(&other);
    }
    std::string names;
    for (const std::string& name : networks)
      if (system.networks.contains(name)) names += (names.empty() ? "" : ", ") + name;
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
    const double cyclesPerOp = fit.cyclesPerOp * about.frontEndCore;
    profile.nsPerFrontEndOp = rounded(cyclesPerOp * 1000 / *system.clockMhz);
    profile.frontEndSource =
        base::general(cyclesPerOp, 3) +
        " clock cycles a multiply-add, fitted to counted instructions of CMSIS-DSP and to "
        "the streaming wake word of MLPerf Tiny v1.3; " +
        about.frontEndSource;
    profile.listening = listeningProfile(fit, board, about);
    for (double* figure : {&profile.listening->idlePowerMw, &profile.listening->staticPowerShare,
                           &profile.listening->wakeUpUs})
      *figure = rounded(*figure);
    profile.relativeError90 = rounded(error90);
    for (const std::string& name : networks) {
      const auto found = system.networks.find(name);
      if (found == system.networks.end() || !found->second.latencyUs || !found->second.energyUj) continue;
      profile.measured.push_back({name, *found->second.latencyUs, *found->second.energyUj});
      if (hasIdleChannels(name)) profile.measured.back().workShare = rounded(board.idleChannelsShare);
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
