#include "widgets/trials/candidate_menu.h"

#include <QMenu>

#include "study/trial.h"
#include "widgets/trials/selection.h"
#include "widgets/trials/trial_model.h"

namespace kinglet::widgets {

CandidateMenu::CandidateMenu(TrialModel& model, Selection& selection, QObject* parent)
    : QObject(parent), model_(model), selection_(selection) {}

void CandidateMenu::fill(QMenu& menu, int trial) {
  const TrialPtr found = model_.find(trial);
  if (!found) return;
  menu.addAction(tr("Open"), this, [this, trial] { Q_EMIT openRequested(trial); });
  auto* stop = menu.addAction(tr("Stop this one"), this, [this, trial] { Q_EMIT stopRequested(trial); });
  stop->setEnabled(found->state == study::TrialState::running);
  auto* compare = menu.addAction(tr("Compare"), this, [this, trial] { selection_.toggleCompared(trial); });
  compare->setCheckable(true);
  compare->setChecked(selection_.isCompared(trial));
  auto* star = menu.addAction(tr("Star"), this,
                              [this, found] { Q_EMIT model_.starToggled(found->number, !found->starred); });
  star->setCheckable(true);
  star->setChecked(found->starred);
  menu.addAction(tr("Explain the energy"), this, [this, trial] { Q_EMIT explainEnergyRequested(trial); });
  auto* save =
      menu.addAction(tr("Export the network …"), this, [this, trial] { Q_EMIT exportRequested(trial); });
  save->setEnabled(found->hasWeights);
}

}  // namespace kinglet::widgets
