// A study's report from its file: what `kinglet report` and the window write.
#pragma once

#include <string>
#include <vector>

#include "study/file/store.h"

namespace kinglet::app {

// study::reportHtml of these trials with what else the file holds. Throws base::Error where it cannot be read.
std::string studyReport(const study::StudyStore& store, const std::vector<study::Trial>& trials);

}  // namespace kinglet::app
