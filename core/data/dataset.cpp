#include "data/dataset.h"

#include <algorithm>

#include "audio/sound_file.h"
#include "base/error.h"
#include "data/builtin_sounds.h"
#include "data/layout/place.h"
#include "data/layout/refusal.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace fs = std::filesystem;

std::vector<int> Dataset::inFold(int fold) const {
  std::vector<int> indices;
  for (std::size_t i = 0; i < clips.size(); ++i)
    if (clips[i].fold == fold) indices.push_back(static_cast<int>(i));
  return indices;
}

Rule Dataset::labelRuleOf(const Clip& clip) const {
  return clip.labelRule < 0 ? Rule{Rule::Kind::builtin, {}, {}}
                            : rules.at(static_cast<std::size_t>(clip.labelRule));
}

Rule Dataset::foldRuleOf(const Clip& clip) const {
  if (clip.path.empty()) return {Rule::Kind::builtin, {}, {}};
  return clip.foldRule < 0 ? Rule{} : rules.at(static_cast<std::size_t>(clip.foldRule));
}

const char* toText(Rule::Kind kind) {
  switch (kind) {
    case Rule::Kind::column:
      return "column";
    case Rule::Kind::table:
      return "table";
    case Rule::Kind::folder:
      return "folder";
    case Rule::Kind::list:
      return "list";
    case Rule::Kind::unlisted:
      return "unlisted";
    case Rule::Kind::fileName:
      return "file name";
    case Rule::Kind::recording:
      return "recording";
    case Rule::Kind::builtin:
      return "builtin";
  }
  return "";
}

Dataset openDataset(const std::string& pathOrDemo, std::uint64_t demoSeed) {
  OpenOptions options;
  options.demoSeed = demoSeed;
  return openDataset(pathOrDemo, options);
}

Dataset openDataset(const std::string& pathOrDemo, const OpenOptions& options) {
  if (pathOrDemo == "demo") return builtinDataset(options.demoSeed);
  if (const auto seed = demoSeed(pathOrDemo)) return builtinDataset(*seed);
  fs::path path(pathOrDemo);
  if (!path.has_filename() && path.has_parent_path()) path = path.parent_path();  // "folder/"
  std::error_code error;
  if (!fs::exists(path, error))
    throw base::Error("there is no folder or file %1; name a data set, or \"demo\" for the built-in sounds",
                      pathOrDemo);
  const Place place(path);
  for (const Layout* layout : layouts())
    if (layout->matches(place, options)) return layout->read(place, options);
  refuse(place, options);
}

std::vector<float> loadClip(const Dataset& dataset, int clip, int rate) {
  const Clip& wanted = dataset.clips.at(static_cast<std::size_t>(clip));
  if (wanted.path.empty()) return builtinSound(dataset.builtinSeed, clip, rate);
  return audio::readSound(wanted.path, rate, wanted.startS,
                          wanted.endS > 0 ? wanted.endS - wanted.startS : 0);
}

Split splitFolds(const Dataset& dataset, int testFold, int validationFold) {
  const auto check = [&](int fold) {
    if (fold >= dataset.folds)
      throw base::Error("there is no fold %1; %2 has folds 0 to %3", fold, dataset.name, dataset.folds - 1);
  };
  check(testFold);
  check(validationFold);
  if (testFold >= 0 && testFold == validationFold)
    throw base::Error("fold %1 cannot be both the test and the validation fold", testFold);
  Split split;
  for (std::size_t i = 0; i < dataset.clips.size(); ++i) {
    const int fold = dataset.clips[i].fold;
    (fold == testFold         ? split.test
     : fold == validationFold ? split.validation
                              : split.train)
        .push_back(static_cast<int>(i));
  }
  return split;
}

}  // namespace kinglet::data
