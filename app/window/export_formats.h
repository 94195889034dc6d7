// The forms in which a network can leave Kinglet; writing one is slow, so it is called on a worker thread.
#pragma once

#include <QString>
#include <filesystem>
#include <functional>
#include <vector>

#include "deploy/deploy.h"
#include "study/store.h"

namespace kinglet::window {

struct ExportFormat {
  QString id, name;
  QString description;  // untranslated; descriptionOf() is for people
  QString ending;       // of the file; empty: a folder
  bool needsWeights = true;
  // Writes it; throws base::Error. Returns one line on what was checked.
  std::function<std::string(const deploy::Model&, const std::filesystem::path&)> write;
};

const std::vector<ExportFormat>& exportFormats();
QString descriptionOf(const ExportFormat& format);

// A trial as deploy/ wants it. Throws base::Error when weights are needed and there are none.
deploy::Model modelOf(const study::StudyStore& store, const study::Trial& trial, const data::Dataset* sounds,
                      bool needsWeights);

}  // namespace kinglet::window
