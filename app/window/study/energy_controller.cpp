#include "app/window/study/energy_controller.h"

#include <algorithm>

#include "app/window/study/study_controller.h"

namespace kinglet::window {
namespace {

constexpr int kMostItems = 10;
// Candidates beside the front that may be measured for it; the covariance grows with the square.
constexpr int kMostCandidates = 60;

}  // namespace

EnergyController::EnergyController(StudyController& study, QObject* parent) : QObject(parent), study_(study) {
  connect(&study_, &StudyController::opened, this, &EnergyController::readBasis);
  connect(&study_, &StudyController::closed, this, [this] {
    jobs_.cancel();
    basis_.reset();
    workList_.clear();
    refined_.reset();
    Q_EMIT basisChanged();
    Q_EMIT workListChanged();
  });
  if (study_.isOpen()) readBasis();
}

void EnergyController::readBasis() {
  jobs_.cancel();
  basis_.reset();
  workList_.clear();
  refined_.reset();
  Q_EMIT workListChanged();
  jobs_.run(
      this, [settings = study_.settings()](std::stop_token) { return energyBasisOf(settings); },
      [this](const EnergyBasisPtr& basis) {
        basis_ = basis;
        Q_EMIT basisChanged();
      },
      [this](const QString& problem) {
        Q_EMIT basisChanged();
        Q_EMIT failed(problem);
      });
}

void EnergyController::explain(const widgets::TrialPtr& trial) {
  if (!basis_ || !trial) return;
  jobs_.run(
      this, [basis = basis_, trial](std::stop_token) { return basis->explain(trial->candidate.network); },
      [this, number = trial->number](const energy::Explanation& explanation) {
        Q_EMIT explained(number, explanation);
      },
      [this](const QString& problem) { Q_EMIT failed(problem); });
}

void EnergyController::measureNext() {
  if (!basis_) return;
  std::vector<energy::CandidateNetwork> candidates;
  const auto& trials = study_.trials();
  for (const int number : trials.front())
    if (const auto trial = trials.find(number))
      candidates.push_back({number, trial->candidate.network, true});
  if (candidates.empty()) {
    workList_.clear();
    Q_EMIT workListChanged();
    return;
  }
  // The newest of the others: a search converges, so they are likest to the front.
  for (int row = trials.count() - 1; row >= 0 && static_cast<int>(candidates.size()) < kMostCandidates;
       --row) {
    const auto& trial = trials.at(row);
    if (!trials.onFront(trial->number) && trial->baseline.empty())
      candidates.push_back({trial->number, trial->candidate.network, false});
  }
  jobs_.run(
      this,
      [basis = basis_, candidates = std::move(candidates)](std::stop_token) {
        return basis->measureNext(candidates, kMostItems);
      },
      [this](std::vector<energy::WorkItem> items) {
        workList_ = std::move(items);
        Q_EMIT workListChanged();
      },
      [this](const QString& problem) { Q_EMIT failed(problem); });
}

void EnergyController::exportWorkList(const QString& path) {
  jobs_.run(
      this,
      [items = workList_, path](std::stop_token) {
        energy::writeWorkList(path.toStdString(), items);
        return path;
      },
      [this](const QString& written) { Q_EMIT workListSaved(written); },
      [this](const QString& problem) { Q_EMIT failed(problem); });
}

void EnergyController::importWorkList(const QString& path) {
  struct Read {
    std::vector<energy::WorkItem> items;
    std::shared_ptr<const energy::Predictor> refined;
  };
  jobs_.run(
      this,
      [basis = basis_, path](std::stop_token) {
        Read read;
        read.items = energy::readWorkList(path.toStdString());
        const auto measured = energy::measurementsOf(read.items);
        if (!measured.empty() && basis && basis->predictor())
          read.refined = std::make_shared<const energy::Predictor>(basis->predictor()->refined(measured));
        return read;
      },
      [this](Read read) {
        workList_ = std::move(read.items);
        refined_ = std::move(read.refined);
        Q_EMIT workListChanged();
        Q_EMIT basisChanged();
      },
      [this](const QString& problem) { Q_EMIT failed(problem); });
}

void EnergyController::saveRefined(const QString& path) {
  if (!refined_) return;
  jobs_.run(
      this,
      [refined = refined_, path](std::stop_token) {
        refined->save(path.toStdString());
        return path;
      },
      [this](const QString& written) { Q_EMIT modelSaved(written); },
      [this](const QString& problem) { Q_EMIT failed(problem); });
}

std::vector<energy::Example> EnergyController::measuredNetworks() const {
  std::vector<energy::Example> examples;
  for (const energy::WorkItem& item : workList_) {
    if (!item.measuredMj) continue;
    energy::Example example;
    example.name = item.trial >= 0 ? tr("Candidate %1").arg(item.trial).toStdString() : item.network.name();
    example.measuredMj = *item.measuredMj;
    example.predicted = item.predicted;
    for (const energy::LayerWork& work : energy::workOf(item.network)) example.macs += double(work.macs);
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace kinglet::window
