#include "data/fingerprint/matching.h"

#include <string>
#include <unordered_map>

#include "base/text.h"

namespace kinglet::data {
namespace {

// "dog/1.wav@0-2" -> "dog/1@0-2", in lower case.
std::string withoutEnding(const std::string& key) {
  const auto slash = key.rfind('/');
  const auto name = slash == std::string::npos ? 0 : slash + 1;
  const auto part = key.find('@', name);
  const auto end = part == std::string::npos ? key.size() : part;
  const auto dot = key.rfind('.', end);
  if (dot == std::string::npos || dot <= name) return base::lowerCase(key);
  return base::lowerCase(key.substr(0, dot) + key.substr(end));
}

class Matcher {
 public:
  Matcher(const Fingerprint& known, const Fingerprint& now) : known_(known), now_(now) {
    found_.knownOf.assign(now.clips.size(), -1);
    found_.nowOf.assign(known.clips.size(), -1);
  }

  Matching run() {
    byKey(true);
    byContent();
    byKey(false);
    byNameWithoutEnding();
    return std::move(found_);
  }

 private:
  const KnownClip& then(std::size_t k) const { return known_.clips[k]; }
  const KnownClip& now(std::size_t n) const { return now_.clips[n]; }
  bool isFree(std::size_t n, std::size_t k) const { return found_.knownOf[n] < 0 && found_.nowOf[k] < 0; }

  void pair(std::size_t n, std::size_t k) {
    found_.knownOf[n] = static_cast<int>(k);
    found_.nowOf[k] = static_cast<int>(n);
    if (sameContent(then(k), now(n))) ++found_.equal;
  }

  void byKey(bool sameSound) {
    for (std::size_t n = 0, k = 0; n < now_.clips.size() && k < known_.clips.size();) {
      const int order = now(n).key.compare(then(k).key);
      if (order == 0 && isFree(n, k) && (!sameSound || sameContent(then(k), now(n)))) pair(n, k);
      n += order <= 0;
      k += order >= 0;
    }
  }

  // Of several that are equal, in the order of their keys.
  void byContent() {
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> free;
    for (std::size_t k = known_.clips.size(); k-- > 0;)
      if (found_.nowOf[k] < 0 && then(k).content != 0) free[then(k).content].push_back(k);
    if (free.empty()) return;
    for (std::size_t n = 0; n < now_.clips.size(); ++n) {
      if (found_.knownOf[n] >= 0 || now(n).content == 0) continue;
      const auto same = free.find(now(n).content);
      if (same == free.end() || same->second.empty()) continue;
      pair(n, same->second.back());
      same->second.pop_back();
    }
  }

  void byNameWithoutEnding() {
    constexpr std::size_t kSeveral = ~std::size_t{0};
    std::unordered_map<std::string, std::size_t> free, taken;
    for (std::size_t k = 0; k < known_.clips.size(); ++k)
      if (found_.nowOf[k] < 0)
        if (const auto [at, isNew] = free.try_emplace(withoutEnding(then(k).key), k); !isNew)
          at->second = kSeveral;
    if (free.empty()) return;
    for (std::size_t n = 0; n < now_.clips.size(); ++n)
      if (found_.knownOf[n] < 0)
        if (const auto [at, isNew] = taken.try_emplace(withoutEnding(now(n).key), n); !isNew)
          at->second = kSeveral;
    for (const auto& [name, n] : taken) {
      const auto k = free.find(name);
      if (k != free.end() && n != kSeveral && k->second != kSeveral) pair(n, k->second);
    }
  }

  const Fingerprint &known_, &now_;
  Matching found_;
};

}  // namespace

bool sameContent(const KnownClip& a, const KnownClip& b) {
  return a.content == b.content || a.content == 0 || b.content == 0;
}

Matching match(const Fingerprint& known, const Fingerprint& now) {
  return Matcher(known, now).run();
}

}  // namespace kinglet::data
