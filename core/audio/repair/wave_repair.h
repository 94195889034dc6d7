// WAV, RF64 and W64 files whose sizes are wrong: of recorders that lost power (zero), of pipes (the largest
// number), cut short, or with odd chunks that lack their byte of padding; and those whose lists of notes hold lists,
// in which libsndfile never comes to an end.
#pragma once

#include <filesystem>
#include <optional>

#include "audio/repair/stitched.h"
#include "base/message.h"

namespace kinglet::audio {

struct WaveRepair {
  Stitched whole;        // a WAV file with the sizes that are true
  base::Message remark;  // what was wrong, for people
};

// Nothing where the file is none of these, or its sizes are as they should be. Throws base::Error where
// libsndfile must not see the file.
std::optional<WaveRepair> repairedWave(const std::filesystem::path& path);

}  // namespace kinglet::audio
