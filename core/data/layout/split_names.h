// Names that people give to the parts of a data set: training, validation, test, folds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kinglet::data {

enum class Part { training, validation, test };

// "train", "Training", "TRAIN_AUDIO", "FSD50K.dev_audio", "test-set", "balanced_train_segments": the part
// that such a name tells, where it tells one and nothing else but words like audio, set, data, clips. Nothing
// for "train station".
std::optional<Part> partOf(std::string_view name);

// "fold1", "Fold 03", "split_2", "cv-4": a name that counts folds. Figures alone do not: they may be digits
// that are spoken.
std::optional<int> foldNumberOf(std::string_view name);

// A name's words: in small letters, parted at everything that is no letter or digit, at a capital after a
// small letter, and between letters and digits.
std::vector<std::string> wordsOf(std::string_view name);

}  // namespace kinglet::data
