#include "diagnosis/crash_reports.h"

#include <algorithm>
#include <exception>

#include "base/files.h"
#include "base/words.h"
#include "diagnosis/outside.h"
#include "diagnosis/symbols.h"
#include "diagnosis/type_name.h"

namespace kinglet::diagnosis {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kKept = 10;
constexpr std::uintmax_t kMostBytes = 1 << 20;

// What stands behind the head on its line.
std::string valueOf(std::string_view text, std::string_view head) {
  const auto begin = text.find(head);
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin + head.size());
  return std::string(text.substr(0, text.find('\n')));
}

std::string studyIn(std::string_view text) {
  std::string study = valueOf(text, "\nstudy: " + std::string(kOpen));
  if (study.ends_with(kClose)) study.resize(study.size() - kClose.size());
  return study;
}

}  // namespace

std::vector<std::string> crashNames(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::string name = at->path().filename().string();
    std::error_code ignored;
    if (name.starts_with("crash-") && name.ends_with(".txt") && at->is_regular_file(ignored))
      names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<CrashReport> readCrash(const fs::path& folder, const std::string& name) {
  try {
    const std::string text = base::terminalLines(base::readText(folder / name, kMostBytes));
    return CrashReport{name, studyIn(text), withReadableNames(withSymbols(text, valueOf(text, "\nbuild: ")))};
  } catch (const std::exception&) {
    return {};
  }
}

void removeOldCrashes(const fs::path& folder) noexcept {
  try {
    const auto names = crashNames(folder);
    std::error_code ignored;
    for (std::size_t i = 0; i + kKept < names.size(); ++i) fs::remove(folder / names[i], ignored);
  } catch (const std::exception&) {
  }
}

}  // namespace kinglet::diagnosis
