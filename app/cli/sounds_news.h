// What became of a study's sounds, in a terminal.
#pragma once

#include <functional>
#include <string>

#include "app/cli/figures.h"
#include "study/data/study_sounds.h"

namespace kinglet::cli {

// Line by line; nothing where nothing changed. Without `print`, to standard error.
void tellNews(const study::SoundsNews& news, const std::function<void(const std::string&)>& print = {});
// {"sounds_changed": [...]}; empty where nothing changed.
Json newsFigures(const study::SoundsNews& news);

}  // namespace kinglet::cli
