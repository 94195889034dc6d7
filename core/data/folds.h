// Which fold a recording belongs to, where a data set does not say.
#pragma once

#include <string>
#include <vector>

namespace kinglet::data {

constexpr int kDefaultFolds = 5;

// One clip as the assignment sees it.
struct FoldItem {
  std::string source;       // all clips of one source come into one fold
  std::vector<int> labels;  // indices of classes
};

// A fold 0 .. folds-1 for each item, so that each class is spread as evenly as its sources allow. Depends on
// the items alone, not on their order; the same on every machine.
std::vector<int> assignFolds(const std::vector<FoldItem>& items, int folds);

// Where two clips were cut from the same recording their names often begin the same: "rec12_003" and
// "rec12_004" come from "rec12", Speech Commands' "0a7c2a8d_nohash_1" from speaker "0a7c2a8d", ESC-50's
// "1-100032-A-0" from "100032". The name (without extension) itself where nothing is recognised.
std::string recordingOf(const std::string& stem);

// recordingOf each of one class's clips; but each clip its own recording where all would be one ("dog_1",
// "dog_2", ...: that counts clips, not parts of a recording) or the recording would be named as the class.
std::vector<std::string> recordingsOf(const std::vector<std::string>& stems, const std::string& className);

}  // namespace kinglet::data
