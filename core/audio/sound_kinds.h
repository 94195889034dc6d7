// Which files can be heard, and what to do about those that cannot.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/message.h"

namespace kinglet::audio {

// By the ending with its dot, in any case: ".wav", ".MP3".
bool readable(std::string_view ending);

// What to do with a file that cannot be read, by what is in it and not by what it is called: "it is an MPEG-4
// file (m4a, mp4); convert it first, for instance: ffmpeg -i a.m4a a.wav". Empty where it is of no kind that
// is known. A file need not be there: then its ending is all that is known.
base::Message wayOut(const std::filesystem::path& path);

}  // namespace kinglet::audio
