#include "energy/device/device_profile.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/error.h"
#include "base/json.h"
#include "energy/device/builtin_devices.h"

namespace kinglet::energy {

using nlohmann::ordered_json;

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

double LatencyModel::microseconds(const LayerWork& work) const {
  const auto mac = nsPerMac.find(toText(work.kind));
  const double ns = (mac == nsPerMac.end() ? 0 : mac->second) * work.macs + nsPerPatchByte * work.patchBytes +
                    nsPerOutput * work.outputs + nsPerWeightByte * work.params +
                    nsPerActivationByte * work.activationBytes;
  return overheadUs * work.operators + ns / 1000;
}

double microsecondsOf(const DeviceProfile& profile, const LayerWork& work) {
  if (!profile.counted) return profile.latency.microseconds(work);
  return profile.counted->cyclesOf(work) / profile.clockMhz.value_or(0);
}

double millijoulesOf(const DeviceProfile& profile, double milliseconds) {
  if (!(profile.activePowerMw > 0) || (profile.counted && !profile.clockMhz))
    throw base::Error(
        "%1 states no clock and no power, so it tells no energy; count it anew with --clock-mhz and "
        "--power-mw",
        profile.name);
  return milliseconds * profile.activePowerMw / 1000;
}

std::optional<DeviceProfile> exportedCOn(const DeviceProfile& board) {
  if (board.counted) return std::nullopt;
  std::string processor = lower(board.processor);
  std::erase_if(processor, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });  // "Cortex®-M4"
  for (const DeviceProfile& profile : builtinDevices()) {
    if (!profile.counted) continue;
    // "32-bit Arm Cortex-M4 (DSP + FPU)" holds "cortex-m4", which "cortex-m48" would not be.
    const std::string& core = profile.counted->core;
    const std::size_t at = processor.find(core);
    if (at == std::string::npos) continue;
    const std::size_t end = at + core.size();
    if (end < processor.size() && std::isdigit(static_cast<unsigned char>(processor[end]))) continue;
    DeviceProfile there = profile;
    if (board.clockMhz && board.activePowerMw > 0) {
      there.clockMhz = board.clockMhz;
      there.activePowerMw = board.activePowerMw;
    }
    return there;
  }
  return std::nullopt;
}

namespace {

std::optional<double> optionalNumber(const ordered_json& json, const char* key) {
  if (!json.contains(key) || json[key].is_null()) return std::nullopt;
  return json[key].get<double>();
}

ordered_json optionalJson(const std::optional<double>& value) {
  return value ? ordered_json(*value) : nullptr;
}

Provenance provenanceFrom(const std::string& text) {
  for (const Provenance known :
       {Provenance::measured, Provenance::predicted, Provenance::counted, Provenance::modelled})
    if (text == toText(known)) return known;
  throw base::Error("\"%1\" is not where a figure may come from", text);
}

// A cost that is missing, negative or not a number would silently make energy wrong.
double cost(const ordered_json& json, const char* key) {
  const double value = json.at(key).get<double>();
  if (!(value >= 0)) throw base::Error("\"%1\" must not be negative", key);
  return value;
}

ListeningProfile listeningFrom(const ordered_json& json) {
  ListeningProfile listening;
  listening.idlePowerMw = cost(json, "idle_power_mw");
  listening.idleProvenance = provenanceFrom(json.at("idle_provenance").get<std::string>());
  listening.staticPowerShare = cost(json, "static_power_share");
  if (listening.staticPowerShare > 1) throw base::Error("\"static_power_share\" must be 0 to 1");
  listening.wakeUpUs = cost(json, "wake_up_us");
  listening.clocksMhz = json.value("clocks_mhz", std::vector<double>{});
  for (const double clock : listening.clocksMhz)
    if (!(clock > 0)) throw base::Error("\"clocks_mhz\" must be above 0");
  listening.source = json.at("source").get<std::string>();
  return listening;
}

ordered_json toJson(const ListeningProfile& listening) {
  return {{"idle_power_mw", listening.idlePowerMw},
          {"idle_provenance", toText(listening.idleProvenance)},
          {"static_power_share", listening.staticPowerShare},
          {"wake_up_us", listening.wakeUpUs},
          {"clocks_mhz", listening.clocksMhz},
          {"source", listening.source}};
}

// A list of costs, as many as there are counts.
std::vector<double> costsFrom(const ordered_json& json, Kernel kernel) {
  const auto names = countsOf(kernel);
  std::vector<double> costs;
  for (const char* name : names) costs.push_back(cost(json, name));
  return costs;
}

CountedModel countedFrom(const ordered_json& json) {
  CountedModel model;
  model.core = json.at("core").get<std::string>();
  timingOf(model.core);  // a core that is known
  const auto frontEnd = json.at("front_end").get<std::string>();
  if (frontEnd != "fixed" && frontEnd != "float") throw base::Error("\"front_end\" must be fixed or float");
  model.fixedFrontEnd = frontEnd == "fixed";
  const ordered_json& cycles = json.at("cycles_per_instruction");
  for (const auto& [kind, value] : cycles.items())
    model.timing.cyclesPerInstruction[kind] = cost(cycles, kind.c_str());
  model.timing.source = json.at("timing_source").get<std::string>();
  const ordered_json& instructions = json.at("instructions");
  for (int k = 0; k < kKernels; ++k) {
    const auto kernel = static_cast<Kernel>(k);
    if (const auto found = instructions.find(toText(kernel)); found != instructions.end())
      model.instructions[toText(kernel)] = costsFrom(*found, kernel);
  }
  if (const auto left = missing(model); !left.empty())
    throw base::Error("\"%1\" was not counted", left.front());
  model.programmes = base::as<int>(json.at("programmes"));
  if (model.programmes > 0) {
    model.medianErrorPercent = cost(json, "median_error_percent");
    model.worstErrorPercent = cost(json, "worst_error_percent");
  }
  return model;
}

ordered_json toJson(const CountedModel& model) {
  ordered_json json{{"core", model.core},
                    {"front_end", model.fixedFrontEnd ? "fixed" : "float"},
                    {"cycles_per_instruction", model.timing.cyclesPerInstruction},
                    {"timing_source", model.timing.source},
                    {"programmes", model.programmes}};
  if (model.programmes > 0) {
    json["median_error_percent"] = model.medianErrorPercent;
    json["worst_error_percent"] = model.worstErrorPercent;
  }
  for (int k = 0; k < kKernels; ++k) {
    const auto kernel = static_cast<Kernel>(k);
    const auto found = model.instructions.find(toText(kernel));
    if (found == model.instructions.end()) continue;
    const auto names = countsOf(kernel);
    for (std::size_t i = 0; i < names.size(); ++i)
      json["instructions"][toText(kernel)][names[i]] = found->second.at(i);
  }
  return json;
}

DeviceProfile parse(const ordered_json& json) {
  DeviceProfile profile;
  profile.id = json.at("id").get<std::string>();
  profile.name = json.at("name").get<std::string>();
  profile.processor = json.value("processor", "");
  profile.runtime = json.value("runtime", "");
  profile.provenance = provenanceFrom(json.value("provenance", toText(Provenance::modelled)));
  profile.clockMhz = optionalNumber(json, "clock_mhz");
  profile.supplyV = optionalNumber(json, "supply_v");
  profile.activePowerMw = cost(json, "active_power_mw");
  profile.sleepPowerMw = optionalNumber(json, "sleep_power_mw");
  profile.flashKb = optionalNumber(json, "flash_kb");
  profile.ramKb = optionalNumber(json, "ram_kb");
  profile.memorySource = json.value("memory_source", "");
  profile.date = json.value("date", "");
  profile.sources = json.at("sources").get<std::vector<std::string>>();
  if (profile.sources.empty()) throw base::Error("\"sources\" is empty: every figure needs a source");
  if (const auto counted = json.find("counted"); counted != json.end() && !counted->is_null()) {
    profile.counted = countedFrom(*counted);
    profile.frontEndSource = json.value("front_end_source", "");
    if (profile.clockMhz && !(*profile.clockMhz > 0)) throw base::Error("\"clock_mhz\" must be above 0");
    profile.relativeError90 = json.value("relative_error_90", 0.0);
    if (const auto listening = json.find("listening"); listening != json.end() && !listening->is_null())
      profile.listening = listeningFrom(*listening);
    return profile;
  }
  const ordered_json& latency = json.at("latency");
  profile.latency.overheadUs = cost(latency, "overhead_us");
  for (const auto& [kind, value] : latency.at("ns_per_mac").items())
    profile.latency.nsPerMac[kind] = cost(latency.at("ns_per_mac"), kind.c_str());
  profile.latency.nsPerPatchByte = cost(latency, "ns_per_patch_byte");
  profile.latency.nsPerOutput = cost(latency, "ns_per_output");
  profile.latency.nsPerWeightByte = cost(latency, "ns_per_weight_byte");
  profile.latency.nsPerActivationByte = cost(latency, "ns_per_activation_byte");
  profile.nsPerFrontEndOp = cost(json.at("front_end"), "ns_per_op");
  profile.frontEndSource = json.at("front_end").at("source").get<std::string>();
  profile.relativeError90 = json.value("relative_error_90", 0.0);
  if (const auto listening = json.find("listening"); listening != json.end() && !listening->is_null())
    profile.listening = listeningFrom(*listening);
  if (json.contains("measured"))
    for (const ordered_json& row : json["measured"])
      profile.measured.push_back({row.at("network"), row.at("latency_us"), row.at("energy_uj"),
                                  row.value("work_share", 1.0),
                                  row.value("left_out_uj", std::numeric_limits<double>::quiet_NaN())});
  return profile;
}

}  // namespace

DeviceProfile profileFromJson(const std::string& text) {
  try {
    return parse(base::parsedJson(text, base::Message("the profile")));
  } catch (const ordered_json::exception& e) {
    throw base::Error("This is not a device profile: %1", e.what());
  } catch (const base::Error& e) {
    throw base::Error("This is not a device profile: %1", e.what());
  }
}

std::string toJson(const DeviceProfile& profile) {
  ordered_json json;
  json["id"] = profile.id;
  json["name"] = profile.name;
  json["processor"] = profile.processor;
  json["runtime"] = profile.runtime;
  json["provenance"] = toText(profile.provenance);
  json["clock_mhz"] = optionalJson(profile.clockMhz);
  json["supply_v"] = optionalJson(profile.supplyV);
  json["active_power_mw"] = profile.activePowerMw;
  json["sleep_power_mw"] = optionalJson(profile.sleepPowerMw);
  json["flash_kb"] = optionalJson(profile.flashKb);
  json["ram_kb"] = optionalJson(profile.ramKb);
  json["memory_source"] = profile.memorySource;
  json["date"] = profile.date;
  json["sources"] = profile.sources;
  if (profile.counted) {
    json["counted"] = toJson(*profile.counted);
    json["front_end_source"] = profile.frontEndSource;
    json["relative_error_90"] = profile.relativeError90;
    if (profile.listening) json["listening"] = toJson(*profile.listening);
    return base::jsonText(json, 2) + "\n";
  }
  ordered_json& latency = json["latency"];
  latency["overhead_us"] = profile.latency.overheadUs;
  latency["ns_per_mac"] = profile.latency.nsPerMac;
  latency["ns_per_patch_byte"] = profile.latency.nsPerPatchByte;
  latency["ns_per_output"] = profile.latency.nsPerOutput;
  latency["ns_per_weight_byte"] = profile.latency.nsPerWeightByte;
  latency["ns_per_activation_byte"] = profile.latency.nsPerActivationByte;
  json["front_end"]["ns_per_op"] = profile.nsPerFrontEndOp;
  json["front_end"]["source"] = profile.frontEndSource;
  json["relative_error_90"] = profile.relativeError90;
  if (profile.listening) json["listening"] = toJson(*profile.listening);
  json["measured"] = ordered_json::array();
  for (const MeasuredNetwork& row : profile.measured) {
    ordered_json entry;
    entry["network"] = row.network;
    entry["latency_us"] = row.latencyUs;
    entry["energy_uj"] = row.energyUj;
    if (row.workShare != 1) entry["work_share"] = row.workShare;
    if (std::isfinite(row.leftOutUj)) entry["left_out_uj"] = row.leftOutUj;
    json["measured"].push_back(entry);
  }
  return base::jsonText(json, 2) + "\n";
}

const std::vector<DeviceProfile>& builtinDevices() {
  static const std::vector<DeviceProfile> devices = [] {
    std::vector<DeviceProfile> all;
    for (std::string_view text : builtinDeviceTexts()) all.push_back(profileFromJson(std::string(text)));
    std::sort(all.begin(), all.end(), [](const DeviceProfile& a, const DeviceProfile& b) {
      return a.name != b.name ? a.name < b.name : a.id < b.id;
    });
    return all;
  }();
  return devices;
}

const DeviceProfile& device(const std::string& idOrName) {
  const std::string wanted = lower(idOrName);
  for (const DeviceProfile& profile : builtinDevices())
    if (profile.id == wanted) return profile;
  for (const DeviceProfile& profile : builtinDevices())
    if (lower(profile.name) == wanted) return profile;
  std::string ids;
  for (const DeviceProfile& profile : builtinDevices()) ids += (ids.empty() ? "" : ", ") + profile.id;
  throw base::Error("There is no device \"%1\". Known devices: %2", idOrName, ids);
}

}  // namespace kinglet::energy
