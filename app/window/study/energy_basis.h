// What the energies of a study rest on: a device profile, or a model learned from measurements.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "energy/device/device_profile.h"
#include "energy/predictor/explain.h"
#include "energy/predictor/next_measurement.h"
#include "network/network_spec.h"
#include "study/settings.h"
#include "widgets/plot/importance_bars.h"

namespace kinglet::window {

// Immutable; any thread.
class EnergyBasis {
  Q_DECLARE_TR_FUNCTIONS(kinglet::window::EnergyBasis)
 public:
  explicit EnergyBasis(const energy::DeviceProfile& profile);  // one of the built-in ones
  EnergyBasis(std::shared_ptr<const energy::Predictor> predictor, QString name);

  const QString& name() const { return name_; }
  QString source() const;
  const energy::Predictor* predictor() const { return predictor_.get(); }  // null: a profile
  // Measurements beside what is predicted for each from the others. Of a profile: the networks of all boards,
  // each predicted by a fit that saw it on none.
  std::vector<energy::Example> examples() const;
  std::map<std::string, energy::Accuracy> accuracies() const;  // for widgets::EnergyErrorTable
  bool isCounted() const;  // a profile of Kinglet's own C, of which nothing was measured
  std::string method() const;
  std::vector<widgets::Importance> importance() const;
  // All throw base::Error where the model does not know networks.
  energy::Explanation explain(const network::NetworkSpec& network) const;
  std::vector<energy::WorkItem> measureNext(const std::vector<energy::CandidateNetwork>& candidates,
                                            int count) const;

 private:
  QString name_;
  const energy::DeviceProfile* profile_ = nullptr;
  std::shared_ptr<const energy::Predictor> predictor_;
};
using EnergyBasisPtr = std::shared_ptr<const EnergyBasis>;

EnergyBasisPtr energyBasisOf(const study::Settings& settings);  // throws base::Error
EnergyBasisPtr energyBasisOfFile(const QString& path);          // of `kinglet energy fit`; throws base::Error

}  // namespace kinglet::window
