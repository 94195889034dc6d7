// What a study knows of its clips, packed; two of them compared.
#include "data/dataset.h"
#include "data/fingerprint/changes.h"
#include "data/fingerprint/fingerprint.h"
#include "reader.h"

namespace kinglet::fuzz {
namespace {

// The data set that a fingerprint would be of.
data::Dataset datasetOf(const data::Fingerprint& print) {
  data::Dataset dataset;
  dataset.classes = print.classes;
  dataset.foldNames = print.foldNames;
  dataset.folds = int(print.foldNames.size());
  dataset.multiLabel = print.multiLabel;
  dataset.layout = print.layout;
  for (const data::KnownClip& known : print.clips) {
    data::Clip clip;
    clip.name = known.key;
    clip.labels = known.labels;
    clip.fold = known.fold;
    clip.source = known.source;
    dataset.clips.push_back(clip);
  }
  return dataset;
}

}  // namespace

void read(std::string_view bytes) {
  const auto parts = partsOf(bytes, 2);
  data::Fingerprint known, now;
  if (!attempt([&] { known = data::Fingerprint::unpack(parts[0]); })) return;
  const std::string packed = known.pack();
  require(data::Fingerprint::unpack(packed).pack() == packed, "a fingerprint comes back as it was packed");
  if (parts.size() < 2 || !attempt([&] { now = data::Fingerprint::unpack(parts[1]); })) now = known;
  attempt([&] {
    data::Present present{now, {}};
    for (std::size_t i = 0; i < now.clips.size(); ++i) present.clips.push_back(int(i));
    const data::Dataset dataset = datasetOf(now);
    const data::FoldRoles roles{dataset.folds - 1, dataset.folds - 2, false};
    const data::Changes changes = data::compare(known, present, dataset, roles);
    if (changes.refused()) return;
    data::boundTo(known, present, dataset, changes);
    data::updated(known, present, changes, roles).pack();
  });
}

}  // namespace kinglet::fuzz
