// Energy questions about the open study: why a figure is what it is, how well figures are predicted, what to
// measure next. Answers come by signals; nothing here makes the window wait.
#pragma once

#include <QObject>
#include <QString>

#include "app/window/study/background.h"
#include "app/window/study/energy_basis.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::window {

class StudyController;

class EnergyController : public QObject {
  Q_OBJECT
 public:
  // `study` must outlive it.
  explicit EnergyController(StudyController& study, QObject* parent = nullptr);

  EnergyBasisPtr basis() const { return basis_; }  // null: no study, or not read yet
  const std::vector<energy::WorkItem>& workList() const { return workList_; }

  void explain(const widgets::TrialPtr& trial);  // explained() follows; of several, all answer in order
  void measureNext();                            // workListChanged() follows
  void exportWorkList(const QString& path);
  // A work list that was measured: shown beside the predictions; a learned model is refined by it.
  void importWorkList(const QString& path);
  // The model after an imported work list; null before, or where a profile tells the energies.
  const energy::Predictor* refined() const { return refined_.get(); }
  void saveRefined(const QString& path);
  // Measured networks of the imported work list beside what was predicted of them.
  std::vector<energy::Example> measuredNetworks() const;

 Q_SIGNALS:
  void basisChanged();
  void explained(int trial, const kinglet::energy::Explanation& explanation);
  void workListChanged();
  void workListSaved(const QString& path);
  void modelSaved(const QString& path);
  void failed(const QString& problem);

 private:
  void readBasis();

  StudyController& study_;
  EnergyBasisPtr basis_;
  std::vector<energy::WorkItem> workList_;
  std::shared_ptr<const energy::Predictor> refined_;
  Background jobs_;  // one thread; last, because its destructor waits for jobs that use the above
};

}  // namespace kinglet::window
