#include "app/diagnosis/about.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <exception>
#include <mutex>

#include "base/files.h"
#include "base/text.h"
#include "study/run/cores.h"
#include "train/engine/kernels.h"

namespace kinglet::app {
namespace {

std::mutex mutex;
std::vector<Fact> added;  // guarded by mutex

// The value of NAME=VALUE or NAME : VALUE, without quotes.
std::string valueIn(const std::string& text, const std::string& name) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (!line.starts_with(name)) continue;
    line = base::trimmed(line.substr(name.size()));
    if (!line.starts_with('=') && !line.starts_with(':')) continue;
    line = base::trimmed(line.substr(1));
    if (line.size() > 1 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    return base::shownText(line);
  }
  return {};
}

std::string textOf(const char* path) {
  try {
    return base::readText(path);
  } catch (const std::exception&) {
    return {};
  }
}

std::string memory() {
  const auto pages = ::sysconf(_SC_PHYS_PAGES), size = ::sysconf(_SC_PAGESIZE);
  if (pages < 0 || size < 0) return "unknown";
  return std::to_string((static_cast<unsigned long long>(pages) * static_cast<unsigned long long>(size)) >>
                        20) +
         " MB, available " + valueIn(textOf("/proc/meminfo"), "MemAvailable");
}

std::string processor() {
  std::string text = valueIn(textOf("/proc/cpuinfo"), "model name");
  if (text.empty()) text = "unknown";
#if defined(__x86_64__)
  const std::pair<const char*, bool> units[] = {{"sse4.2", __builtin_cpu_supports("sse4.2") != 0},
                                                {"avx2", __builtin_cpu_supports("avx2") != 0},
                                                {"fma", __builtin_cpu_supports("fma") != 0},
                                                {"avx512f", __builtin_cpu_supports("avx512f") != 0}};
  text += ";";
  for (const auto& [name, there] : units)
    if (there) text += std::string(" ") + name;
#endif
  return text + "; kernels " + train::engine::kernels().name;
}

std::string system() {
  std::string text = valueIn(textOf("/etc/os-release"), "PRETTY_NAME");
  if (text.empty()) text = "unknown";
  utsname names{};
  if (::uname(&names) == 0)
    text += std::string("; ") + names.sysname + " " + names.release + " " + names.machine;
  return text;
}

std::string locale() {
  const char* now = std::setlocale(LC_ALL, nullptr);
  std::string text = now ? now : "unknown";
  for (const char* name : {"LC_ALL", "LC_NUMERIC", "LANG"})
    if (const char* value = std::getenv(name); value && *value)
      text += std::string("; ") + name + "=" + base::shownText(value);
  return text;
}

}  // namespace

void addFact(Fact fact) {
  const std::lock_guard lock(mutex);
  added.push_back(std::move(fact));
}

std::vector<Fact> aboutProgram() {
  std::vector<Fact> facts{{"version", "kinglet " KINGLET_VERSION},
#ifdef NDEBUG
                          {"compiler", "GCC " __VERSION__ ", without assertions"},
#else
                          {"compiler", "GCC " __VERSION__ ", with assertions"},
#endif
                          {"processor", processor()},
                          {"cores", std::to_string(study::physicalCores()) + " to use, " +
                                        std::to_string(::sysconf(_SC_NPROCESSORS_ONLN)) + " threads of it"},
                          {"memory", memory()},
                          {"system", system()},
                          {"locale", locale()}};
  const std::lock_guard lock(mutex);
  facts.insert(facts.end(), added.begin(), added.end());
  return facts;
}

}  // namespace kinglet::app
