#include "app/window/study/energy_basis.h"

#include <QFileInfo>

#include "base/error.h"
#include "energy/device/device_profile.h"
#include "network/network_spec.h"
#include "study/meaning.h"
#include "study/settings.h"

namespace kinglet::window {
namespace {

// The names of features and costs, as core/energy gives them.
QString featureName(const std::string& name) {
  static const char* const known[] = {
      QT_TRANSLATE_NOOP("EnergyBasis", "input area"),
      QT_TRANSLATE_NOOP("EnergyBasis", "output area"),
      QT_TRANSLATE_NOOP("EnergyBasis", "kernel area"),
      QT_TRANSLATE_NOOP("EnergyBasis", "stride"),
      QT_TRANSLATE_NOOP("EnergyBasis", "input channels"),
      QT_TRANSLATE_NOOP("EnergyBasis", "output channels"),
      QT_TRANSLATE_NOOP("EnergyBasis", "MACs"),
      QT_TRANSLATE_NOOP("EnergyBasis", "parameters"),
      QT_TRANSLATE_NOOP("EnergyBasis", "input elements"),
      QT_TRANSLATE_NOOP("EnergyBasis", "output elements"),
      QT_TRANSLATE_NOOP("EnergyBasis", "patch elements"),
      QT_TRANSLATE_NOOP("EnergyBasis", "channels padded to 8"),
      QT_TRANSLATE_NOOP("EnergyBasis", "operators"),
      QT_TRANSLATE_NOOP("EnergyBasis", "multiply-adds"),
      QT_TRANSLATE_NOOP("EnergyBasis", "depthwise multiply-adds"),
      QT_TRANSLATE_NOOP("EnergyBasis", "gathered inputs"),
      QT_TRANSLATE_NOOP("EnergyBasis", "outputs"),
      QT_TRANSLATE_NOOP("EnergyBasis", "weights"),
      QT_TRANSLATE_NOOP("EnergyBasis", "moved activations"),
  };
  for (const char* text : known)
    if (name == text) return QCoreApplication::translate("EnergyBasis", text);
  return QString::fromStdString(name);
}

}  // namespace

EnergyBasis::EnergyBasis(const energy::DeviceProfile& profile)
    : name_(QString::fromStdString(profile.name)), profile_(&profile) {}

EnergyBasis::EnergyBasis(std::shared_ptr<const energy::Predictor> predictor, QString name)
    : name_(std::move(name)), predictor_(std::move(predictor)) {}

QString EnergyBasis::source() const {
  if (predictor_) return QString::fromStdString(predictor_->source());
  QStringList lines;
  for (const std::string& line : profile_->sources) lines << QString::fromStdString(line);
  lines << tr("Front end: %1").arg(QString::fromStdString(profile_->frontEndSource));
  return lines.join(u'\n');
}

std::vector<energy::Example> EnergyBasis::examples() const {
  if (predictor_) return predictor_->examples();
  std::vector<energy::Example> all;
  if (isCounted()) return all;  // what others were measured of says nothing of it
  for (const auto& device : energy::builtinDevices())
    for (energy::Example& example : energy::leftOutExamples(device)) all.push_back(std::move(example));
  return all;
}

std::map<std::string, energy::Accuracy> EnergyBasis::accuracies() const {
  if (predictor_) return predictor_->crossValidation();
  if (isCounted()) return {};
  return {{method(), energy::accuracyOf(examples())},
          {tr("this device alone").toStdString(), energy::accuracyOf(energy::leftOutExamples(*profile_))}};
}

bool EnergyBasis::isCounted() const {
  return !predictor_ && profile_->counted;
}

std::string EnergyBasis::method() const {
  return predictor_ ? predictor_->method() : "device profile";
}

std::vector<widgets::Importance> EnergyBasis::importance() const {
  std::vector<widgets::Importance> items;
  const auto shares = predictor_ ? predictor_->importance() : energy::costShares(*profile_);
  for (const auto& [name, share] : shares) {
    widgets::Importance item;
    item.name = featureName(name);
    item.share = share;
    item.detail = predictor_ ? tr("How much the prediction depends on it")
                             : tr("Its mean share of the time of the networks measured on this board");
    items.push_back(std::move(item));
  }
  return items;
}

energy::Explanation EnergyBasis::explain(const network::NetworkSpec& network) const {
  const auto works = energy::workOf(network);
  return predictor_ ? energy::explain(*predictor_, works) : energy::explain(*profile_, works);
}

std::vector<energy::WorkItem> EnergyBasis::measureNext(
    const std::vector<energy::CandidateNetwork>& candidates, int count) const {
  return predictor_ ? energy::whatToMeasure(*predictor_, candidates, count)
                    : energy::whatToMeasure(*profile_, candidates, count);
}

EnergyBasisPtr energyBasisOf(const study::Settings& settings) {
  if (const auto* profile = study::profileOf(settings)) return std::make_shared<EnergyBasis>(*profile);
  const std::string name = study::deviceNameOf(settings);
  if (!settings.energyModel) throw base::Error("the study has lost the energy model %1", name);
  return std::make_shared<EnergyBasis>(
      std::make_shared<const energy::Predictor>(energy::Predictor::fromText(*settings.energyModel, name)),
      QString::fromStdString(name));
}

EnergyBasisPtr energyBasisOfFile(const QString& path) {
  return std::make_shared<EnergyBasis>(
      std::make_shared<const energy::Predictor>(energy::Predictor::load(path.toStdString())),
      QFileInfo(path).fileName());
}

}  // namespace kinglet::window
