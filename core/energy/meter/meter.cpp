#include "energy/meter/meter.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <optional>

#include "base/error.h"
#include "base/format.h"

namespace kinglet::energy {
namespace {

namespace fs = std::filesystem;

struct Domain {
  std::string name;
  fs::path counter;
  std::uint64_t range = 0;  // where it wraps to 0, microjoules
  std::uint64_t last = 0;
};

std::optional<std::string> firstLine(const fs::path& path) {
  std::ifstream in(path);
  std::string line;
  if (!in || !std::getline(in, line)) return std::nullopt;
  return line;
}

std::optional<std::uint64_t> number(const fs::path& path) {
  std::ifstream in(path);
  std::uint64_t value = 0;
  if (in >> value) return value;
  return std::nullopt;
}

class PowercapMeter : public Meter {
 public:
  explicit PowercapMeter(std::vector<Domain> domains) : domains_(std::move(domains)) {
    for (Domain& domain : domains_) domain.last = read(domain);
  }
  std::string name() const override { return "powercap"; }
  std::string source() const override {
    std::string names;
    for (const Domain& domain : domains_) names += (names.empty() ? "" : " + ") + domain.name;
    return "Linux powercap counters of this computer: " + names;
  }
  Provenance provenance() const override { return Provenance::measured; }

  double joules() override {
    for (Domain& domain : domains_) {
      const std::uint64_t now = read(domain);
      // Modulo the range: after a wrap the counter is behind where it was.
      total_ += now >= domain.last ? now - domain.last : now + (domain.range - domain.last);
      domain.last = now;
    }
    return double(total_) / 1e6;
  }

 private:
  static std::uint64_t read(const Domain& domain) {
    if (const auto value = number(domain.counter)) return *value;
    throw base::Error("The energy counter %1 can no longer be read", domain.counter);
  }

  std::vector<Domain> domains_;
  std::uint64_t total_ = 0;  // microjoules
};

class StatedPowerMeter : public Meter {
 public:
  StatedPowerMeter(double watts, Clock clock) : watts_(watts), clock_(std::move(clock)), start_(clock_()) {}
  std::string name() const override { return "stated power"; }
  std::string source() const override {
    return "time times a stated power of " + base::general(watts_, 4) + " W; this computer has no meter";
  }
  Provenance provenance() const override { return Provenance::modelled; }
  double joules() override { return watts_ * (clock_() - start_); }

 private:
  double watts_;
  Clock clock_;
  double start_;
};

bool isPackage(const std::string& name) {
  return name.starts_with("package");
}

// The domains below root, those of one name once (the memory-mapped interface repeats what the register one
// counts).
std::vector<Domain> domainsBelow(const fs::path& root, bool& unreadable) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root, error)) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  std::vector<Domain> domains;
  std::vector<std::string> known;
  for (const fs::path& folder : folders) {
    // intel-rapl:0 is a package, intel-rapl:0:1 a domain inside it.
    const std::string file = folder.filename().string();
    const auto colons = std::count(file.begin(), file.end(), ':');
    if (colons < 1 || colons > 2) continue;
    const auto name = firstLine(folder / "name");
    if (!name) continue;
    const bool memory = colons == 2 && *name == "dram";
    if (!(colons == 1 && (isPackage(*name) || *name == "psys")) && !memory) continue;
    std::string label = *name;
    if (memory)
      label +=
          " of " + firstLine(folder.parent_path() / file.substr(0, file.rfind(':')) / "name").value_or("?");
    if (std::find(known.begin(), known.end(), label) != known.end()) continue;
    const auto range = number(folder / "max_energy_range_uj");
    if (!number(folder / "energy_uj") || !range) {
      unreadable |= fs::exists(folder / "energy_uj");
      continue;
    }
    known.push_back(label);
    domains.push_back({label, folder / "energy_uj", *range, 0});
  }
  const bool packages =
      std::any_of(domains.begin(), domains.end(), [](const Domain& d) { return isPackage(d.name); });
  if (packages) std::erase_if(domains, [](const Domain& d) { return d.name == "psys"; });
  return domains;
}

}  // namespace

Clock steadyClock() {
  return [] {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
  };
}

std::unique_ptr<Meter> powercapMeter(const fs::path& root) {
  std::error_code error;
  if (!fs::is_directory(root, error))
    throw base::Error(
        "This computer shows no energy counters (%1 is missing, as in most virtual machines); state its "
        "power with --watts instead",
        root);
  bool unreadable = false;
  std::vector<Domain> domains = domainsBelow(root, unreadable);
  if (domains.empty() && unreadable)
    throw base::Error(
        "The energy counters below %1 may be read by root only; allow it with: sudo chmod a+r %1/*/energy_uj",
        root);
  if (domains.empty())
    throw base::Error(
        "There are no energy counters of a processor below %1; state this computer's power with --watts "
        "instead",
        root);
  return std::make_unique<PowercapMeter>(std::move(domains));
}

std::unique_ptr<Meter> statedPowerMeter(double watts, Clock clock) {
  if (!(watts > 0) || !std::isfinite(watts)) throw base::Error("The stated power must be above 0 W");
  return std::make_unique<StatedPowerMeter>(watts, std::move(clock));
}

}  // namespace kinglet::energy
