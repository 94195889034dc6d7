// The front end in exported C: samples -> the features that the network was trained on. It has two halves:
// the log-mel values of the study's settings, which networks with equal settings share, and the
// normalisation, which is the network's own.
#pragma once

#include <optional>
#include <string>

#include "deploy/c_writer/c_names.h"
#include "deploy/c_writer/shared_pair.h"
#include "deploy/deploy.h"

namespace kinglet::deploy {

struct FrontEndSources {
  std::string header, source;
  std::optional<SharedPair> shared;  // none with the default names: the source then holds both halves
};

FrontEndSources frontEndSources(const Model& model, const CNames& names);

// The name of its shared half, from the settings alone.
std::string sharedFrontEndName(const Model& model);

}  // namespace kinglet::deploy
