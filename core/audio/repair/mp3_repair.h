// MP3 files that say nothing of their length, or something else than what is there: without a Xing header,
// with pictures or other junk before, between and behind the sound, or joined from several. libsndfile would
// guess the length by the first frame's bit rate and hear no more than that.
#pragma once

#include <filesystem>
#include <optional>

#include "audio/repair/stitched.h"

namespace kinglet::audio {

// The frames of sound alone, behind a header that tells how many there are. Nothing where the file is no MPEG
// layer III, or its own header can be trusted. Reads the whole file where it has none.
std::optional<Stitched> repairedMp3(const std::filesystem::path& path);

}  // namespace kinglet::audio
