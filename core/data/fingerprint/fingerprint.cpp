#include "data/fingerprint/fingerprint.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>
#include <unordered_map>

#include "base/files.h"
#include "base/format.h"
#include "data/fingerprint/content.h"

namespace kinglet::data {
namespace {

namespace fs = std::filesystem;

struct File {
  const fs::path* path;
  std::uint64_t stamp = 0, content = 0;
};

// "dog/1.wav" of a path below the root; empty where it is not below.
std::string below(const std::string& root, const std::string& path) {
  if (root.empty() || path.size() <= root.size() || !path.starts_with(root)) return {};
  if (root.back() == '/') return path.substr(root.size());
  return path[root.size()] == '/' ? path.substr(root.size() + 1) : std::string();
}

std::string normal(const fs::path& path) {
  return fs::absolute(path).lexically_normal().native();
}

void look(std::vector<File>& files) {
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i; (i = next++) < files.size();) files[i].content = contentOf(*files[i].path);
  };
  const std::jthread helper(work);
  work();
}

}  // namespace

const KnownClip* Fingerprint::find(std::string_view key) const {
  const auto at = std::ranges::lower_bound(
      clips, key, {}, [](const KnownClip& clip) -> std::string_view { return clip.key; });
  return at != clips.end() && at->key == key ? &*at : nullptr;
}

std::uint64_t Fingerprint::idOf(std::string_view packed) {
  const std::uint64_t hash = base::hashText(packed);
  return hash ? hash : 1;
}

std::vector<std::string> keysOf(const Dataset& dataset) {
  const std::string asGiven = dataset.root.native();
  const std::string root = dataset.root.empty() ? std::string() : normal(dataset.root);
  std::vector<std::string> keys;
  keys.reserve(dataset.clips.size());
  std::unordered_map<std::string, int> uses;
  uses.reserve(dataset.clips.size());
  for (const Clip& clip : dataset.clips) {
    const std::string& path = clip.path.native();
    std::string key;
    if (!path.empty()) {
      // The quick way first: making a path normal takes longer than all the rest.
      const bool plain = path.find("/.") == std::string::npos && path.find("//") == std::string::npos;
      if (plain) key = below(root, path);
      if (plain && key.empty()) key = below(asGiven, path);
      if (key.empty()) key = below(root, normal(clip.path));
    }
    if (key.empty()) key = clip.name;
    if (!path.empty() && (clip.startS != 0 || clip.endS != 0))
      key += "@" + base::shortest(clip.startS) + "-" + base::shortest(clip.endS);
    if (const int use = ++uses[key]; use > 1) key += "#" + std::to_string(use);
    keys.push_back(std::move(key));
  }
  return keys;
}

Present presentOf(const Dataset& dataset, const Fingerprint* known) {
  Present present;
  Fingerprint& print = present.print;
  print.layout = dataset.layout;
  print.builtinSeed = dataset.builtinSeed;
  print.multiLabel = dataset.multiLabel;
  print.classes = dataset.classes;
  print.foldNames = dataset.foldNames;
  std::vector<std::string> keys = keysOf(dataset);

  std::unordered_map<std::string, std::size_t> fileOf;  // index into files
  std::vector<File> files, unread;
  std::vector<std::size_t> unreadAt;
  std::vector<const KnownClip*> same(dataset.clips.size());
  std::vector<std::size_t> ownFile(dataset.clips.size());
  for (std::size_t i = 0; i < dataset.clips.size(); ++i) {
    const Clip& clip = dataset.clips[i];
    if (clip.path.empty()) continue;
    const auto [at, isNew] = fileOf.try_emplace(clip.path.native(), files.size());
    if (isNew) files.push_back({&clip.path, stampOf(clip.path)});
    ownFile[i] = at->second;
    const KnownClip* before = known ? known->find(keys[i]) : nullptr;
    const std::uint64_t stamp = files[at->second].stamp;
    if (before && before->content != 0 && stamp != 0 && before->stamp == stamp) same[i] = before;
  }
  std::vector<char> wanted(files.size());
  for (std::size_t i = 0; i < dataset.clips.size(); ++i)
    if (!dataset.clips[i].path.empty() && !same[i]) wanted[ownFile[i]] = 1;
  for (std::size_t file = 0; file < files.size(); ++file)
    if (wanted[file]) unread.push_back(files[file]), unreadAt.push_back(file);
  look(unread);
  for (std::size_t i = 0; i < unread.size(); ++i) files[unreadAt[i]].content = unread[i].content;

  std::vector<std::size_t> order(dataset.clips.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) -> const std::string& { return keys[i]; });
  print.clips.reserve(order.size());
  for (const std::size_t i : order) {
    const Clip& clip = dataset.clips[i];
    KnownClip mine;
    mine.key = std::move(keys[i]);
    mine.source = clip.source;
    mine.labels = clip.labels;
    mine.fold = clip.fold;
    mine.seconds = static_cast<float>(clip.seconds);
    if (clip.path.empty())
      mine.content = contentOfBuiltin(dataset.builtinSeed, static_cast<int>(i));
    else
      mine.content = same[i] ? same[i]->content : contentOf(clip, files[ownFile[i]].content);
    mine.stamp = clip.path.empty() ? 0 : files[ownFile[i]].stamp;
    mine.foldGiven = clip.foldGiven;
    print.clips.push_back(std::move(mine));
    present.clips.push_back(static_cast<int>(i));
  }
  return present;
}

}  // namespace kinglet::data
