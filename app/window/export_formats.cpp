#include "app/window/export_formats.h"

#include <QCoreApplication>

#include "base/error.h"
#include "base/files.h"
#include "deploy/c_export.h"
#include "deploy/torchscript.h"

namespace kinglet::window {
namespace {

QString words(const char* text) {
  return QCoreApplication::translate("ExportFormats", text);
}

std::string writeTorch(const deploy::Model& model, const std::filesystem::path& path) {
  deploy::writeTorchScript(deploy::buildGraph(model), path);
  return {};
}

std::string writeC(const deploy::Model& model, const std::filesystem::path& path) {
  deploy::writeSources(deploy::cSources(model, deploy::buildGraph(model)), path);
  return {};
}

std::string writeSpec(const deploy::Model& model, const std::filesystem::path& path) {
  base::writeAtomically(path, model.network.toJson());
  return {};
}

}  // namespace

const std::vector<ExportFormat>& exportFormats() {
  static const std::vector<ExportFormat> formats{
      {QStringLiteral("torchscript"), QStringLiteral("TorchScript"),
       QT_TRANSLATE_NOOP("ExportFormats", "For LibTorch and Python: one file, float."), QStringLiteral("pt"),
       true, writeTorch},
      {QStringLiteral("c"),
       QStringLiteral("C99"),
       QT_TRANSLATE_NOOP("ExportFormats",
                         "For microcontrollers: sources without dependencies, front end included, float."),
       {},
       true,
       writeC},
      {QStringLiteral("json"), QStringLiteral("JSON"),
       QT_TRANSLATE_NOOP("ExportFormats", "The architecture only, without weights."), QStringLiteral("json"),
       false, writeSpec}};
  return formats;
}

QString descriptionOf(const ExportFormat& format) {
  return words(format.description.toUtf8().constData());
}

deploy::Model modelOf(const study::StudyStore& store, const study::Trial& trial, const data::Dataset* sounds,
                      bool needsWeights) {
  deploy::Model model;
  model.input = trial.candidate.input;
  model.network = trial.candidate.network;
  if (sounds) {
    model.classes = sounds->classes;
    model.multiLabel = sounds->multiLabel;
  }
  // Without the sounds there are no names, only places.
  for (int i = static_cast<int>(model.classes.size()); i < model.network.output().c; ++i)
    model.classes.push_back("class_" + std::to_string(i));
  if (!needsWeights) return model;
  auto weights = store.weights(trial.number);
  if (!weights)
    throw base::Error(
        "This candidate keeps no weights: only candidates that trained to the end do. Choose another, or "
        "export its architecture.");
  model.weights = std::move(*weights);
  return model;
}

}  // namespace kinglet::window
