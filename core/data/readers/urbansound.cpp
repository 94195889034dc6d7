// UrbanSound8K (Salamon et al. 2014) without its table: fold1 to fold10, and files named
// RECORDING-CLASS-OCCURRENCE-SLICE.wav, as its documentation states. With the table it is a manifest.
#include <array>
#include <charconv>

#include "base/text.h"
#include "data/layout/class_folders.h"
#include "data/layout/leftovers.h"
#include "data/layout/split_names.h"
#include "data/readers/reader.h"

namespace kinglet::data {
namespace {

constexpr std::array kClasses{"air_conditioner", "car_horn", "children_playing", "dog_bark", "drilling",
                              "engine_idling",   "gun_shot", "jackhammer",       "siren",    "street_music"};

struct SliceName {
  std::string recording;
  std::size_t classId = 0;
};

std::optional<SliceName> sliceName(std::string_view file) {
  const std::string stem(file.substr(0, file.size() - endingOf(file).size()));
  std::vector<std::string> parts;
  std::string_view rest = stem;
  while (true) {
    const auto dash = rest.find('-');
    const std::string part(rest.substr(0, dash));
    if (part.empty() || part.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    parts.push_back(part);
    if (dash == std::string_view::npos) break;
    rest.remove_prefix(dash + 1);
  }
  if (parts.size() != 4 || parts[1].size() != 1) return std::nullopt;
  return SliceName{parts[0], static_cast<std::size_t>(parts[1][0] - '0')};
}

std::vector<const Folder*> foldsOf(const Survey& survey) {
  const auto folders = foldersWithSounds(innerTop(survey));
  for (const Folder* folder : folders)
    if (!foldNumberOf(folder->name)) return {};
  return folders;
}

bool matches(const Place& place, const OpenOptions& options) {
  if (!place.isFolder() || options.readAs.classes != ReadAs::Classes::automatic) return false;
  const auto folds = foldsOf(place.survey());
  if (folds.size() < 2) return false;
  for (const Folder* fold : folds)
    for (const std::string& name : place.survey().soundsBelow(*fold))
      if (!sliceName(fileNameOf(name))) return false;
  return true;
}

Dataset read(const Place& place, const OpenOptions& options) {
  const Survey& survey = place.survey();
  DatasetBuilder builder("urbansound8k", survey.root(), options);
  const int label = builder.rule({Rule::Kind::fileName, {}, {}});
  for (const Folder* fold : foldsOf(survey)) {
    const int rule = builder.rule({Rule::Kind::folder, fold->path, {}});
    for (const std::string& name : survey.soundsBelow(*fold)) {
      const auto slice = sliceName(fileNameOf(name));
      Entry entry;
      entry.name = name;
      entry.path = survey.pathOf(name);
      entry.labels = {kClasses[slice->classId]};
      entry.fold = std::to_string(*foldNumberOf(fold->name));
      entry.source = slice->recording;
      entry.labelRule = label;
      entry.foldRule = rule;
      builder.add(std::move(entry));
    }
  }
  builder.note(
      base::Message("UrbanSound8K without its table: classes were taken from the second number of the file "
                    "names, as the data "
                    "set defines them. If these are other sounds, write a table (path,label)."));
  builder.orderClasses({kClasses.begin(), kClasses.end()});
  Used used;
  tellLeftovers(place, used, builder);
  return builder.finish();
}

}  // namespace

const Layout kUrbanSound{"urbansound8k", matches, read};

}  // namespace kinglet::data
